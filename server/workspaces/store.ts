// Workspaces: rows to domain and back, one statement for one question. Knows no rule.
import type { HostKeyId, MemberId, WorkspaceId } from '../../shared/ids.ts';
import type { Workspace } from '../../shared/workspaces/workspace.ts';
import type { Sql } from '../db/database.ts';
import { all, first, run } from '../db/database.ts';

/** A workspace with what only the server needs of one. */
export interface StoredWorkspace extends Workspace {
  readonly hostKeyId: HostKeyId | null;
  readonly invitationHours: number;
}

type Row = Omit<StoredWorkspace, 'isArchived'> & { readonly archivedAt: number | null };

/** The workspace `id`, or undefined. */
export async function workspaceById(sql: Sql, id: WorkspaceId): Promise<StoredWorkspace | undefined> {
  const row = await first<Row>(
    sql,
    'SELECT id, name, archived_at AS archivedAt, invitation_hours AS invitationHours, host_key_id AS hostKeyId, created_at AS createdAt, version FROM workspaces WHERE id = ? AND deleted_at IS NULL',
    [id],
  );
  if (row === undefined) return undefined;
  const { name, archivedAt, invitationHours, hostKeyId, createdAt, version } = row;
  return { id, name, isArchived: archivedAt !== null, createdAt, version, hostKeyId, invitationHours };
}

/** A workspace as the wire carries one: without what only the server needs. */
export function publicWorkspace({
  hostKeyId: _hostKeyId,
  invitationHours: _hours,
  ...workspace
}: StoredWorkspace): Workspace {
  return workspace;
}

/** Adds a workspace, unless its id is taken or ever was: whoever got it again would read the trail of the one before. */
export async function insertWorkspace(
  sql: Sql,
  workspace: Omit<StoredWorkspace, 'isArchived' | 'version'> & { readonly isHome: boolean },
): Promise<boolean> {
  const { id, name, invitationHours, hostKeyId, createdAt, isHome } = workspace;
  const inserted = await run(
    sql,
    `INSERT INTO workspaces (id, name, invitation_hours, host_key_id, created_at, home)
     SELECT ?1, ?2, ?3, ?4, ?5, ?6 WHERE NOT EXISTS (SELECT 1 FROM workspaces WHERE id = ?1) AND NOT EXISTS (SELECT 1 FROM audit WHERE workspace_id = ?1)`,
    [id, name, invitationHours, hostKeyId, createdAt, isHome ? 1 : null],
  );
  return inserted === 1;
}

/** Renames the workspace. @returns Whether it was still as read. */
export async function setName(sql: Sql, { id, version }: StoredWorkspace, name: string): Promise<boolean> {
  return (
    (await run(sql, 'UPDATE workspaces SET name = ?, version = version + 1 WHERE id = ? AND version = ?', [
      name,
      id,
      version,
    ])) === 1
  );
}

/** Archives the workspace at a moment, or restores it with null. @returns Whether it was still as read. */
export async function setArchivedAt(
  sql: Sql,
  { id, version }: StoredWorkspace,
  at: number | null,
): Promise<boolean> {
  return (
    (await run(
      sql,
      'UPDATE workspaces SET archived_at = ?, version = version + 1 WHERE id = ? AND version = ?',
      [at, id, version],
    )) === 1
  );
}

/** Links the host's own id of a person to a membership. */
export async function insertSubject(
  sql: Sql,
  hostKeyId: HostKeyId,
  workspaceId: WorkspaceId,
  subject: string,
  memberId: MemberId,
): Promise<void> {
  await run(sql, 'INSERT INTO subjects (host_key_id, workspace_id, subject, member_id) VALUES (?, ?, ?, ?)', [
    hostKeyId,
    workspaceId,
    subject,
    memberId,
  ]);
}

/** The ids of all workspaces. */
export async function workspaceIds(sql: Sql): Promise<WorkspaceId[]> {
  return (await all<{ id: WorkspaceId }>(sql, 'SELECT id FROM workspaces WHERE deleted_at IS NULL', [])).map(
    ({ id }) => id,
  );
}

/** Whether there is a workspace, or one that the deployment is run from. */
export async function hasWorkspace(sql: Sql, { isHome }: { isHome: boolean }): Promise<boolean> {
  const row = await first(sql, `SELECT 1 FROM workspaces ${isHome ? 'WHERE home = 1' : ''} LIMIT 1`);
  return row !== undefined;
}

/** Whether the deployment is run from the workspace `id`. */
export async function isHome(sql: Sql, id: WorkspaceId): Promise<boolean> {
  return (await first(sql, 'SELECT 1 FROM workspaces WHERE id = ? AND home = 1', [id])) !== undefined;
}
