// How many people hold each role, from the kept totals.
import type { WorkspaceId } from '../../shared/ids.ts';
import type { MemberStatus } from '../../shared/policy/can.ts';
import type { RoleKey } from '../../shared/policy/policy.ts';
import type { Sql } from '../db/database.ts';
import { all } from '../db/database.ts';

/** Role -> its holders by status; a role without holders may be absent. */
export async function holdersByRole(
  sql: Sql,
  workspaceId: WorkspaceId,
): Promise<Map<RoleKey, Record<MemberStatus, number>>> {
  const rows = await all<{ role: RoleKey; status: MemberStatus; count: number }>(
    sql,
    "SELECT role, status, count FROM member_totals WHERE workspace_id = ? AND role <> ''",
    [workspaceId],
  );
  const holders = new Map<RoleKey, Record<MemberStatus, number>>();
  for (const { role, status, count } of rows)
    holders.set(role, { active: 0, deactivated: 0, ...holders.get(role), [status]: count });
  return holders;
}
