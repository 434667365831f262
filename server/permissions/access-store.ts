// Reads everything that somebody's rights on the resources of a kind rest on, a page in one statement. Knows no rule.
import type { MemberId, ResourceId, WorkspaceId } from '../../shared/ids.ts';
import type { OwnGrant, RoleGrant } from '../../shared/permissions/effective.ts';
import type { RoleKey } from '../../shared/policy/policy.ts';
import { nameKey } from '../../shared/text/name.ts';
import type { Sql } from '../db/database.ts';
import { all, first } from '../db/database.ts';
import { ROLE_GRANTS } from './store.ts';

/** Whose rights: a member, or somebody with roles who has nothing themselves. */
export interface AccessPerson {
  readonly workspace: WorkspaceId;
  readonly id: MemberId;
  readonly seq: number;
  readonly roles: readonly RoleKey[];
}

/** A resource with what is granted on it to roles and to the person. */
export interface StoredAccess extends OwnGrant {
  readonly seq: number;
  readonly id: ResourceId;
  /** The host's own name of the resource. */
  readonly key: string;
  readonly name: string;
  readonly createdAt: number;
  readonly roleGrants: readonly RoleGrant[];
}

interface Row extends Omit<StoredAccess, 'roleGrants' | 'actions' | 'isOwner'> {
  readonly roleGrants: string;
  readonly actions: string;
  readonly isOwner: number;
}

/** Which resources a page is about. */
export interface AccessWanted {
  readonly kind: string;
  readonly search?: string | undefined;
  /** Whether resources on which the person has nothing are left out. */
  readonly onlyTheirs: boolean;
  readonly after: readonly [string, number] | null;
  readonly limit: number;
}

const OF_KIND = 'r.workspace_id = ?1 AND r.kind = ?2';
/** What the person (the third parameter, by number the fourth) or a role (the fifth, as JSON) has anything on; all of them unless the sixth says so. */
const THEIRS = `(?6 = 0 OR r.owner_id = ?3 OR EXISTS (SELECT 1 FROM member_grants WHERE member_seq = ?4 AND resource_seq = r.seq)
    OR EXISTS (SELECT 1 FROM grant_actions WHERE resource_seq = r.seq AND role IN (SELECT value FROM json_each(?5))))`;

const boundTo = (person: AccessPerson, { kind, onlyTheirs }: AccessWanted) => [
  person.workspace,
  kind,
  person.id,
  person.seq,
  JSON.stringify(person.roles),
  onlyTheirs ? 1 : 0,
];

/** At most `limit` resources of the kind by name, after the one whose name and number are given, each with what the person's rights on it rest on. */
export async function accessByName(
  sql: Sql,
  person: AccessPerson,
  wanted: AccessWanted,
): Promise<StoredAccess[]> {
  const { search = '', after, limit } = wanted;
  const rows = await all<Row>(
    sql,
    `SELECT r.seq, r.id, r.key, r.name, r.created_at AS createdAt, coalesce(r.owner_id = ?3, 0) AS isOwner,
       ${ROLE_GRANTS} AS roleGrants,
       (SELECT json_group_array(action) FROM member_grants WHERE member_seq = ?4 AND resource_seq = r.seq) AS actions
     FROM resources r WHERE ${OF_KIND} AND ${THEIRS} AND (?7 = '' OR instr(r.name_key, ?7) > 0)
       ${after === null ? '' : 'AND (r.name, r.seq) > (?9, ?10)'} ORDER BY r.name, r.seq LIMIT ?8`,
    [...boundTo(person, wanted), nameKey(search), limit, ...(after ?? [])],
  );
  return rows.map(({ roleGrants, actions, isOwner, ...row }) => ({
    ...row,
    roleGrants: JSON.parse(roleGrants) as RoleGrant[],
    actions: JSON.parse(actions) as string[],
    isOwner: isOwner === 1,
  }));
}

/** How many resources there are for `accessByName`, whatever is searched for. */
export async function countAccess(sql: Sql, person: AccessPerson, wanted: AccessWanted): Promise<number> {
  const row = await first<{ count: number }>(
    sql,
    `SELECT count(*) AS count FROM resources r WHERE ${OF_KIND} AND ${THEIRS}`,
    boundTo(person, wanted),
  );
  return row?.count ?? 0;
}

/** When the member was last granted something of the kind; null where they never were. */
export async function lastGrantedAt(sql: Sql, memberSeq: number, kind: string): Promise<number | null> {
  const row = await first<{ at: number | null }>(
    sql,
    'SELECT max(g.granted_at) AS at FROM member_grants g JOIN resources r ON r.seq = g.resource_seq WHERE g.member_seq = ? AND r.kind = ?',
    [memberSeq, kind],
  );
  return row?.at ?? null;
}
