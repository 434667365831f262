// Grants: rows to domain and back, one statement for one question. Knows no rule.
import type { HostKeyId, MemberId, ResourceId, WorkspaceId } from '../../shared/ids.ts';
import type { OwnGrant, RoleGrant } from '../../shared/permissions/effective.ts';
import type { GrantRow } from '../../shared/permissions/permissions.ts';
import type { MemberStatus } from '../../shared/policy/can.ts';
import type { RoleKey } from '../../shared/policy/policy.ts';
import type { Sql } from '../db/database.ts';
import { all, first, run } from '../db/database.ts';

/** A row of the grid with the number of its resource. */
export interface StoredGrant extends GrantRow {
  readonly seq: number;
}

type Row = Omit<StoredGrant, 'actions'> & { readonly actions: string };

/** What one role (the first parameter) is granted on resources `r`. */
const SELECT = `SELECT r.seq, r.id AS resourceId, r.name AS resource, ?1 AS role, coalesce(g.version, 0) AS version,
  (SELECT json_group_array(action) FROM grant_actions WHERE resource_seq = r.seq AND role = ?1) AS actions
  FROM resources r LEFT JOIN grants g ON g.resource_seq = r.seq AND g.role = ?1`;

function toGrant({ actions, ...row }: Row): StoredGrant {
  return { ...row, actions: JSON.parse(actions) as string[] };
}

/** What `role` is granted on the resource `id` of this kind in `workspaceId`, or undefined where there is no such resource. */
export async function grantOn(
  sql: Sql,
  workspaceId: WorkspaceId,
  kind: string,
  id: ResourceId,
  role: RoleKey,
): Promise<StoredGrant | undefined> {
  const row = await first<Row>(sql, `${SELECT} WHERE r.id = ?2 AND r.workspace_id = ?3 AND r.kind = ?4`, [
    role,
    id,
    workspaceId,
    kind,
  ]);
  return row && toGrant(row);
}

/** The grid of `role`: at most `limit` rows by the names of the resources, after the one whose name and number are given. */
export async function grantsByName(
  sql: Sql,
  workspaceId: WorkspaceId,
  {
    kind,
    role,
    after,
    limit,
  }: { kind: string; role: RoleKey; after: readonly [string, number] | null; limit: number },
): Promise<StoredGrant[]> {
  const rows = await all<Row>(
    sql,
    `${SELECT} WHERE r.workspace_id = ?2 AND r.kind = ?3 ${after === null ? '' : 'AND (r.name, r.seq) > (?5, ?6)'} ORDER BY r.name, r.seq LIMIT ?4`,
    [role, workspaceId, kind, limit, ...(after ?? [])],
  );
  return rows.map(toGrant);
}

/** Everything that roles are granted on a resource `r`, as the JSON of `RoleGrant`s. */
export const ROLE_GRANTS = `(SELECT json_group_array(json_object('role', role, 'actions', json_array(action))) FROM grant_actions WHERE resource_seq = r.seq)`;

/** What an answer about access rests on, as one statement finds it. */
export interface Ground {
  /** Whoever is asked about, and what they have on the resource themselves; null where there is no such member. */
  readonly member:
    | ({
        readonly id: MemberId;
        readonly seq: number;
        readonly status: MemberStatus;
        readonly roles: readonly RoleKey[];
      } & OwnGrant)
    | null;
  /** What is granted on the resource; null where there is no such resource, or none is asked about. */
  readonly grants: readonly RoleGrant[] | null;
}

/** A column of the resource asked about: its kind is the fourth parameter, its id or key the fifth. */
const RESOURCE = (wanted: 'seq' | 'owner_id', column: 'id' | 'key'): string =>
  `SELECT ${wanted} FROM resources WHERE workspace_id = w.id AND kind = ?4 AND ${column} = ?5`;

/** Who is asked about: a member, or a person whom a host knows by its own id. */
export type Person =
  { readonly memberId: MemberId } | { readonly subject: string; readonly hostKeyId: HostKeyId };

/** A resource by its id or key. */
export type ResourceRef = { readonly id: ResourceId } | { readonly key: string };

/**
 * What is known of a person and a resource in `workspaceId`, each where asked for; undefined where the workspace is none of
 * `hostKeyId`'s, or that key is revoked. Null as the key stands for the operator, who reaches all.
 */
export async function groundOf(
  sql: Sql,
  workspaceId: WorkspaceId,
  hostKeyId: HostKeyId | null,
  about: { person?: Person; resource?: { kind: string; ref: ResourceRef } },
): Promise<Ground | undefined> {
  const { person, resource } = about;
  const bySubject = person !== undefined && 'subject' in person;
  const column = resource !== undefined && 'id' in resource.ref ? 'id' : 'key';
  const theirs =
    resource === undefined
      ? `'actions', json_array(), 'isOwner', json('false')`
      : `'actions', json((SELECT json_group_array(g.action) FROM member_grants g WHERE g.member_seq = m.seq AND g.resource_seq = (${RESOURCE('seq', column)}))),
         'isOwner', json(CASE WHEN (${RESOURCE('owner_id', column)}) = m.id THEN 'true' ELSE 'false' END)`;
  const member = `SELECT json_object('id', m.id, 'seq', m.seq, 'status', m.status, 'roles', json((SELECT json_group_array(role) FROM member_roles WHERE member_seq = m.seq)), ${theirs}) FROM members m`;
  const memberSql = bySubject
    ? `${member} JOIN subjects s ON s.member_id = m.id WHERE s.host_key_id = ?2 AND s.workspace_id = w.id AND s.subject = ?3`
    : `${member} WHERE m.id = ?3 AND m.workspace_id = w.id`;
  const row = await first<{ member: string | null; grants: string | null }>(
    sql,
    `SELECT ${person === undefined ? 'NULL' : `(${memberSql})`} AS member,
            ${resource === undefined ? 'NULL' : `(SELECT ${ROLE_GRANTS} FROM resources r WHERE r.workspace_id = w.id AND r.kind = ?4 AND r.${column} = ?5)`} AS grants
     FROM workspaces w WHERE w.id = ?1 AND (?2 IS NULL OR (w.host_key_id = ?2 AND EXISTS (SELECT 1 FROM host_keys WHERE id = ?2 AND revoked_at IS NULL)))`,
    [
      workspaceId,
      hostKeyId,
      ...(person === undefined && resource === undefined
        ? []
        : [person === undefined ? null : 'subject' in person ? person.subject : person.memberId]),
      ...(resource === undefined
        ? []
        : [resource.kind, 'id' in resource.ref ? resource.ref.id : resource.ref.key]),
    ],
  );
  if (row === undefined) return undefined;
  return {
    member: row.member === null ? null : (JSON.parse(row.member) as Ground['member']),
    grants: row.grants === null ? null : (JSON.parse(row.grants) as RoleGrant[]),
  };
}

/** Replaces what a row of the grid grants. @returns Whether the row was still as read. */
export async function setActions(
  sql: Sql,
  { seq, role, version }: StoredGrant,
  actions: readonly string[],
): Promise<boolean> {
  const changed =
    version === 0
      ? await run(
          sql,
          'INSERT INTO grants (resource_seq, role, version) SELECT seq, ?, 1 FROM resources WHERE seq = ? ON CONFLICT DO NOTHING',
          [role, seq],
        )
      : await run(
          sql,
          'UPDATE grants SET version = version + 1 WHERE resource_seq = ? AND role = ? AND version = ?',
          [seq, role, version],
        );
  if (changed === 0) return false;
  await run(sql, 'DELETE FROM grant_actions WHERE resource_seq = ? AND role = ?', [seq, role]);
  await insertActions(
    sql,
    actions.map((action) => [seq, role, action]),
  );
  return true;
}

/** Gives every role what `defaults` says on new resources. Their rows of the grid still count as never saved. */
export async function insertDefaultGrants(
  sql: Sql,
  seqs: readonly number[],
  defaults: Readonly<Record<RoleKey, readonly string[]>>,
): Promise<void> {
  const granted = Object.entries(defaults).flatMap(([role, actions]) =>
    actions.map((action) => [role, action] as const),
  );
  await insertActions(
    sql,
    seqs.flatMap((seq) => granted.map(([role, action]) => [seq, role, action] as const)),
  );
}

/** How many rows one statement adds; three parameters each. */
const CHUNK = 5000;

async function insertActions(
  sql: Sql,
  rows: readonly (readonly [seq: number, role: string, action: string])[],
): Promise<void> {
  for (let start = 0; start < rows.length; start += CHUNK) {
    const chunk = rows.slice(start, start + CHUNK);
    await run(
      sql,
      `INSERT INTO grant_actions (resource_seq, role, action) VALUES ${chunk.map(() => '(?,?,?)').join(',')}`,
      chunk.flat(),
    );
  }
}
