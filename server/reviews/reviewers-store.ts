// Who can be asked to decide in a review: rows to domain. Knows no rule.
import type { MemberId, WorkspaceId } from '../../shared/ids.ts';
import type { RoleKey } from '../../shared/policy/policy.ts';
import type { Sql } from '../db/database.ts';
import { all } from '../db/database.ts';

/** The most people offered. */
const OFFERED = 200;

/** The active members who hold one of `roles`, by name. */
export async function membersHolding(
  sql: Sql,
  workspaceId: WorkspaceId,
  roles: readonly RoleKey[],
): Promise<{ readonly id: MemberId; readonly name: string }[]> {
  return all(
    sql,
    `SELECT DISTINCT m.id, coalesce(nullif(m.name, ''), m.email) AS name FROM member_roles r JOIN members m ON m.seq = r.member_seq
     WHERE r.workspace_id = ? AND r.role IN (SELECT value FROM json_each(?)) AND m.status = 'active' ORDER BY m.name_key LIMIT ?`,
    [workspaceId, JSON.stringify(roles), OFFERED],
  );
}
