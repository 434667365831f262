// The roles that workspaces made, and how many people hold each role: rows to domain and back. Knows no rule.
import type { WorkspaceId } from '../../shared/ids.ts';
import type { MemberStatus } from '../../shared/policy/can.ts';
import type { CustomRole } from '../../shared/policy/custom-roles.ts';
import type { RoleKey } from '../../shared/policy/policy.ts';
import type { Sql } from '../db/database.ts';
import { all, first, run } from '../db/database.ts';

const COLUMNS = 'key, name, description, capabilities, version';

type Row = Omit<CustomRole, 'capabilities'> & { readonly capabilities: string };

function toRole({ key, name, description, capabilities, version }: Row): CustomRole {
  return { key, name, description, capabilities: JSON.parse(capabilities) as string[], version };
}

/** The roles of a workspace where they were changed since `version`; one statement, so that both belong together. */
export async function rolesSince(
  sql: Sql,
  workspaceId: WorkspaceId,
  version: number,
): Promise<{ readonly version: number; readonly roles: readonly CustomRole[] } | undefined> {
  const row = await first<{ version: number; roles: string | null }>(
    sql,
    `SELECT w.roles_version AS version, CASE WHEN w.roles_version > ?2 THEN (SELECT json_group_array(json_object(
       'key', key, 'name', name, 'description', description, 'capabilities', capabilities, 'version', version))
       FROM (SELECT ${COLUMNS} FROM roles WHERE workspace_id = ?1 ORDER BY created_at, key)) END AS roles
     FROM workspaces w WHERE w.id = ?1`,
    [workspaceId, version],
  );
  if (row === undefined || row.roles === null) return undefined;
  return { version: row.version, roles: (JSON.parse(row.roles) as Row[]).map(toRole) };
}

/** The roles that the workspace made, oldest first. */
export async function customRoles(sql: Sql, workspaceId: WorkspaceId): Promise<CustomRole[]> {
  const rows = await all<Row>(
    sql,
    `SELECT ${COLUMNS} FROM roles WHERE workspace_id = ? ORDER BY created_at, key`,
    [workspaceId],
  );
  return rows.map(toRole);
}

/** How often the roles of the workspace were changed: a number that never comes back. */
export async function rolesVersion(sql: Sql, workspaceId: WorkspaceId): Promise<number> {
  const row = await first<{ version: number }>(
    sql,
    'SELECT roles_version AS version FROM workspaces WHERE id = ?',
    [workspaceId],
  );
  return row?.version ?? 0;
}

/** Adds a role. */
export async function insertRole(
  sql: Sql,
  workspaceId: WorkspaceId,
  { key, name, description, capabilities }: Omit<CustomRole, 'version'>,
  now: number,
): Promise<void> {
  await run(
    sql,
    'INSERT INTO roles (workspace_id, key, name, description, capabilities, created_at) VALUES (?, ?, ?, ?, ?, ?)',
    [workspaceId, key, name, description, JSON.stringify(capabilities), now],
  );
  await raiseVersion(sql, workspaceId);
}

/** Changes a role. @returns Whether it was still at its version. */
export async function updateRole(
  sql: Sql,
  workspaceId: WorkspaceId,
  { key, name, description, capabilities, version }: CustomRole,
): Promise<boolean> {
  const changed = await run(
    sql,
    `UPDATE roles SET name = ?, description = ?, capabilities = ?, version = version + 1
     WHERE workspace_id = ? AND key = ? AND version = ?`,
    [name, description, JSON.stringify(capabilities), workspaceId, key, version],
  );
  if (changed === 1) await raiseVersion(sql, workspaceId);
  return changed === 1;
}

/** Takes a role away from the workspace; who holds it is another matter. @returns Whether it was still at its version. */
export async function deleteRoleRow(
  sql: Sql,
  workspaceId: WorkspaceId,
  { key, version }: Pick<CustomRole, 'key' | 'version'>,
): Promise<boolean> {
  const deleted = await run(sql, 'DELETE FROM roles WHERE workspace_id = ? AND key = ? AND version = ?', [
    workspaceId,
    key,
    version,
  ]);
  if (deleted === 1) await raiseVersion(sql, workspaceId);
  return deleted === 1;
}

async function raiseVersion(sql: Sql, workspaceId: WorkspaceId): Promise<void> {
  await run(sql, 'UPDATE workspaces SET roles_version = roles_version + 1 WHERE id = ?', [workspaceId]);
}

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

/** Role -> how many pending invitations give it; a role that none gives is absent. */
export async function invitationsByRole(sql: Sql, workspaceId: WorkspaceId): Promise<Map<RoleKey, number>> {
  const rows = await all<{ role: RoleKey; count: number }>(
    sql,
    `SELECT r.role, count(*) AS count FROM invitations i JOIN invitation_roles r ON r.invitation_seq = i.seq
     WHERE i.workspace_id = ? AND i.state = 'pending' GROUP BY r.role`,
    [workspaceId],
  );
  return new Map(rows.map(({ role, count }) => [role, count]));
}

/** Whether somebody active holds one of `roles` in the workspace. */
export async function isHeldByActive(
  sql: Sql,
  workspaceId: WorkspaceId,
  roles: Iterable<RoleKey>,
): Promise<boolean> {
  const row = await first(
    sql,
    `SELECT 1 FROM member_roles r JOIN members m ON m.seq = r.member_seq
     WHERE r.workspace_id = ? AND r.role IN (SELECT value FROM json_each(?)) AND m.status = 'active' LIMIT 1`,
    [workspaceId, JSON.stringify([...roles])],
  );
  return row !== undefined;
}
