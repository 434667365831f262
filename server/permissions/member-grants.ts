// What people were granted themselves: rows to domain and back, one statement for one question. Knows no rule.
import type { MemberId, ResourceId, WorkspaceId } from '../../shared/ids.ts';
import type { Sql } from '../db/database.ts';
import { all, first, run } from '../db/database.ts';
import type { Person } from './store.ts';

/** A resource of a kind that a person was granted, with the actions. */
export interface MemberGrant {
  readonly seq: number;
  readonly resourceId: ResourceId;
  /** The host's own name of the resource. */
  readonly key: string;
  /** What people call it. */
  readonly name: string;
  readonly actions: readonly string[];
}

/** Everything of `kind` that the person was granted, by the names of the resources. */
export async function grantsOfMember(sql: Sql, memberSeq: number, kind: string): Promise<MemberGrant[]> {
  const rows = await all<Omit<MemberGrant, 'actions'> & { actions: string }>(
    sql,
    `SELECT r.seq, r.id AS resourceId, r.key, r.name, json_group_array(g.action) AS actions FROM member_grants g JOIN resources r ON r.seq = g.resource_seq
     WHERE g.member_seq = ? AND r.kind = ? GROUP BY r.seq ORDER BY r.name, r.seq`,
    [memberSeq, kind],
  );
  return rows.map(({ actions, ...row }) => ({ ...row, actions: JSON.parse(actions) as string[] }));
}

/** Those of `ids` that are resources of `kind` in the workspace, with their numbers and keys. */
export async function resourcesToGrant(
  sql: Sql,
  workspaceId: WorkspaceId,
  kind: string,
  ids: readonly ResourceId[],
): Promise<{ readonly seq: number; readonly resourceId: ResourceId; readonly key: string }[]> {
  return all(
    sql,
    `SELECT seq, id AS resourceId, key FROM resources WHERE workspace_id = ? AND kind = ? AND id IN (SELECT value FROM json_each(?))`,
    [workspaceId, kind, JSON.stringify(ids)],
  );
}

/** Grants the person every action on every one of the resources; what they have already keeps its date. */
export async function grantToMember(
  sql: Sql,
  memberSeq: number,
  grants: {
    readonly resources: readonly number[];
    readonly actions: readonly string[];
    readonly now: number;
  },
): Promise<void> {
  await run(
    sql,
    `INSERT INTO member_grants (member_seq, resource_seq, action, granted_at)
     SELECT ?, r.value, a.value, ? FROM json_each(?) r, json_each(?) a WHERE true ON CONFLICT DO NOTHING`,
    [memberSeq, grants.now, JSON.stringify(grants.resources), JSON.stringify(grants.actions)],
  );
}

/** Takes what the person was granted on the resources away: every action, or all but those named. */
export async function takeFromMember(
  sql: Sql,
  memberSeq: number,
  resources: readonly number[],
  keep: readonly string[] = [],
): Promise<void> {
  await run(
    sql,
    `DELETE FROM member_grants WHERE member_seq = ? AND resource_seq IN (SELECT value FROM json_each(?))
       AND action NOT IN (SELECT value FROM json_each(?))`,
    [memberSeq, JSON.stringify(resources), JSON.stringify(keep)],
  );
}

/** Notes that what the person was granted changed. @returns Whether the membership was still as read. */
export async function touchMember(
  sql: Sql,
  { seq, version }: { readonly seq: number; readonly version: number },
): Promise<boolean> {
  return (
    (await run(sql, 'UPDATE members SET version = version + 1 WHERE seq = ? AND version = ?', [
      seq,
      version,
    ])) === 1
  );
}

/** The member whom an id or, for the host that uses it, its own id of a person names; undefined where there is none here. */
export async function memberIdOf(
  sql: Sql,
  workspaceId: WorkspaceId,
  person: Person,
): Promise<MemberId | undefined> {
  const row =
    'memberId' in person
      ? await first<{ id: MemberId }>(sql, 'SELECT id FROM members WHERE id = ? AND workspace_id = ?', [
          person.memberId,
          workspaceId,
        ])
      : await first<{ id: MemberId }>(
          sql,
          'SELECT member_id AS id FROM subjects WHERE host_key_id = ? AND workspace_id = ? AND subject = ?',
          [person.hostKeyId, workspaceId, person.subject],
        );
  return row?.id;
}
