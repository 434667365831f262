// Reads everything that a member's rights on resources rest on, a page in one statement. Knows no rule.
import type { ResourceId } from '../../shared/ids.ts';
import type { RoleGrant } from '../../shared/permissions/effective.ts';
import { nameKey } from '../../shared/text/name.ts';
import type { StoredMember } from '../members/store.ts';
import type { Sql } from '../db/database.ts';
import { all, first } from '../db/database.ts';

/** A resource with what is granted on it to roles and to the member. */
export interface StoredAccess {
  readonly seq: number;
  readonly id: ResourceId;
  readonly name: string;
  readonly createdAt: number;
  readonly roleGrants: readonly RoleGrant[];
  readonly actions: readonly string[];
  readonly isOwner: boolean;
}

interface Row extends Omit<StoredAccess, 'roleGrants' | 'actions' | 'isOwner'> {
  readonly roleGrants: string;
  readonly actions: string;
  readonly isOwner: number;
}

/** At most `limit` resources of the kind by name, after the one whose name and number are given, each with what the member's rights on it rest on. */
export async function accessByName(
  sql: Sql,
  member: StoredMember,
  wanted: {
    readonly kind: string;
    readonly search: string | undefined;
    readonly after: readonly [string, number] | null;
    readonly limit: number;
  },
): Promise<StoredAccess[]> {
  const { kind, search, after, limit } = wanted;
  const rows = await all<Row>(
    sql,
    `SELECT r.seq, r.id, r.name, r.created_at AS createdAt, coalesce(r.owner_id = ?1, 0) AS isOwner,
       (SELECT json_group_array(json_object('role', role, 'actions', json_array(action))) FROM grant_actions WHERE resource_seq = r.seq) AS roleGrants,
       (SELECT json_group_array(action) FROM member_grants WHERE member_seq = ?2 AND resource_seq = r.seq) AS actions
     FROM resources r WHERE r.workspace_id = ?3 AND r.kind = ?4 AND (?5 = '' OR instr(r.name_key, ?5) > 0)
       ${after === null ? '' : 'AND (r.name, r.seq) > (?7, ?8)'} ORDER BY r.name, r.seq LIMIT ?6`,
    [member.id, member.seq, member.workspace, kind, nameKey(search ?? ''), limit, ...(after ?? [])],
  );
  return rows.map(({ roleGrants, actions, isOwner, ...row }) => ({
    ...row,
    roleGrants: JSON.parse(roleGrants) as RoleGrant[],
    actions: JSON.parse(actions) as string[],
    isOwner: isOwner === 1,
  }));
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
