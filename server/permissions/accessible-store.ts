// Reads what somebody's rights on the resources of a kind rest on, a page in one statement. Knows no rule.
import type { MemberId, ResourceId, WorkspaceId } from '../../shared/ids.ts';
import type { OwnGrant, RoleGrant } from '../../shared/permissions/effective.ts';
import type { Sql } from '../db/database.ts';
import { all } from '../db/database.ts';

/** A resource with what is granted on it to roles and to the one asked about. */
export interface GrantedResource extends OwnGrant {
  readonly seq: number;
  readonly id: ResourceId;
  /** The host's own name of the resource. */
  readonly key: string;
  readonly name: string;
  readonly roleGrants: readonly RoleGrant[];
}

type Row = Omit<GrantedResource, 'roleGrants' | 'actions' | 'isOwner'> & {
  readonly roleGrants: string;
  readonly actions: string;
  readonly isOwner: number;
};

/** At most `limit` resources of the kind by name, after the one whose name and number are given. */
export async function grantedByName(
  sql: Sql,
  workspaceId: WorkspaceId,
  person: { readonly id: MemberId; readonly seq: number },
  wanted: {
    readonly kind: string;
    readonly after: readonly [string, number] | null;
    readonly limit: number;
  },
): Promise<GrantedResource[]> {
  const { kind, after, limit } = wanted;
  const rows = await all<Row>(
    sql,
    `SELECT r.seq, r.id, r.key, r.name, coalesce(r.owner_id = ?1, 0) AS isOwner,
       (SELECT json_group_array(json_object('role', role, 'actions', json_array(action))) FROM grant_actions WHERE resource_seq = r.seq) AS roleGrants,
       (SELECT json_group_array(action) FROM member_grants WHERE member_seq = ?2 AND resource_seq = r.seq) AS actions
     FROM resources r WHERE r.workspace_id = ?3 AND r.kind = ?4 ${after === null ? '' : 'AND (r.name, r.seq) > (?6, ?7)'}
     ORDER BY r.name, r.seq LIMIT ?5`,
    [person.id, person.seq, workspaceId, kind, limit, ...(after ?? [])],
  );
  return rows.map(({ roleGrants, actions, isOwner, ...row }) => ({
    ...row,
    roleGrants: JSON.parse(roleGrants) as RoleGrant[],
    actions: JSON.parse(actions) as string[],
    isOwner: isOwner === 1,
  }));
}
