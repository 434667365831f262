// Reads all of a workspace that rights on resources rest on, page by page. Knows no rule.
import type { MemberId, ResourceId, WorkspaceId } from '../../shared/ids.ts';
import type { RoleGrant } from '../../shared/permissions/effective.ts';
import type { RoleKey } from '../../shared/policy/policy.ts';
import { breathe } from '../db/breathe.ts';
import type { Sql } from '../db/database.ts';
import { all, first } from '../db/database.ts';
import { ROLE_GRANTS } from './store.ts';

/** An active member with their roles. */
export interface SnapshotPerson {
  readonly memberId: MemberId;
  /** The id by which the host of the workspace knows them; null where it never named them. */
  readonly subject: string | null;
  readonly roles: readonly RoleKey[];
}

/** A resource with everything that is granted on it. */
export interface SnapshotResource {
  readonly id: ResourceId;
  readonly kind: string;
  /** The host's own name of the resource. */
  readonly key: string;
  readonly name: string;
  readonly ownerId: MemberId | null;
  readonly roleGrants: readonly RoleGrant[];
  /** What members were granted themselves, an entry for each action. */
  readonly memberGrants: readonly { readonly memberId: MemberId; readonly action: string }[];
}

/** The number of the last entry in the workspace's trail, in which every change of who has what stands; 0 for none. */
export async function lastEntry(sql: Sql, workspaceId: WorkspaceId): Promise<number> {
  const row = await first<{ seq: number }>(
    sql,
    'SELECT seq FROM audit WHERE workspace_id = ? ORDER BY at DESC, seq DESC LIMIT 1',
    [workspaceId],
  );
  return row?.seq ?? 0;
}

/** How many rows are read before others get a turn. */
const PAGE = 1000;

/** Every active member of the workspace. */
export async function activePeople(sql: Sql, workspaceId: WorkspaceId): Promise<SnapshotPerson[]> {
  return everyRow(
    sql,
    `SELECT m.seq, m.id AS memberId, s.subject, (SELECT json_group_array(role) FROM member_roles WHERE member_seq = m.seq) AS roles
     FROM members m JOIN workspaces w ON w.id = m.workspace_id LEFT JOIN subjects s ON s.member_id = m.id AND s.host_key_id = w.host_key_id
     WHERE m.workspace_id = ? AND m.status = 'active' AND m.seq > ? ORDER BY m.seq LIMIT ?`,
    workspaceId,
    ({ memberId, subject, roles }: PersonRow) => ({
      memberId,
      subject,
      roles: JSON.parse(roles) as string[],
    }),
  );
}

/** Every resource of the workspace, with what is granted on it to roles and to active members. */
export async function grantedResources(sql: Sql, workspaceId: WorkspaceId): Promise<SnapshotResource[]> {
  return everyRow(
    sql,
    `SELECT r.seq, r.id, r.kind, r.key, r.name, r.owner_id AS ownerId,
       ${ROLE_GRANTS} AS roleGrants,
       (SELECT json_group_array(json_object('memberId', m.id, 'action', g.action)) FROM member_grants g JOIN members m ON m.seq = g.member_seq
        WHERE g.resource_seq = r.seq AND m.status = 'active') AS memberGrants
     FROM resources r WHERE r.workspace_id = ? AND r.seq > ? ORDER BY r.seq LIMIT ?`,
    workspaceId,
    ({ id, kind, key, name, ownerId, roleGrants, memberGrants }: ResourceRow) => ({
      id,
      kind,
      key,
      name,
      ownerId,
      roleGrants: JSON.parse(roleGrants) as RoleGrant[],
      memberGrants: JSON.parse(memberGrants) as SnapshotResource['memberGrants'],
    }),
  );
}

type PersonRow = Omit<SnapshotPerson, 'roles'> & { readonly seq: number; readonly roles: string };
type ResourceRow = Omit<SnapshotResource, 'roleGrants' | 'memberGrants'> & {
  readonly seq: number;
  readonly roleGrants: string;
  readonly memberGrants: string;
};

async function everyRow<Row extends { readonly seq: number }, Known>(
  sql: Sql,
  statement: string,
  workspaceId: WorkspaceId,
  known: (row: Row) => Known,
): Promise<Known[]> {
  const found: Known[] = [];
  for (let last = 0; ;) {
    const page = await all<Row>(sql, statement, [workspaceId, last, PAGE]);
    for (const row of page) found.push(known(row));
    if (page.length < PAGE) return found;
    last = page.at(-1)!.seq;
    await breathe();
  }
}
