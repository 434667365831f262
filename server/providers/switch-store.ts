// The switches of single sign-on: rows to domain and back. Knows no rule.
import type { WorkspaceId } from '../../shared/ids.ts';
import type { Sql } from '../db/database.ts';
import { first, run } from '../db/database.ts';

/** The switches and the version under which they are changed. */
export interface Switches {
  readonly externalAuthentication: boolean;
  readonly externalAuthorization: boolean;
  readonly version: number;
}

/** The switches of a workspace. */
export async function switchesOf(sql: Sql, workspaceId: WorkspaceId): Promise<Switches> {
  const row = await first<{ authentication: number; authorization: number; version: number }>(
    sql,
    'SELECT external_authentication AS authentication, external_authorization AS authorization, sign_on_version AS version FROM workspaces WHERE id = ?',
    [workspaceId],
  );
  return {
    externalAuthentication: row?.authentication === 1,
    externalAuthorization: row?.authorization === 1,
    version: row?.version ?? 0,
  };
}

/** Sets the switches. @returns Whether they were still at `version`. */
export async function updateSwitches(
  sql: Sql,
  workspaceId: WorkspaceId,
  { externalAuthentication, externalAuthorization, version }: Switches,
): Promise<boolean> {
  return (
    (await run(
      sql,
      'UPDATE workspaces SET external_authentication = ?, external_authorization = ?, sign_on_version = sign_on_version + 1 WHERE id = ? AND sign_on_version = ?',
      [externalAuthentication ? 1 : 0, externalAuthorization ? 1 : 0, workspaceId, version],
    )) === 1
  );
}

/** Lets all who came through a provider be managed here. */
export async function setAllLocal(sql: Sql, workspaceId: WorkspaceId): Promise<void> {
  await run(
    sql,
    "UPDATE members SET source = 'local', version = version + 1 WHERE workspace_id = ? AND source = 'provider'",
    [workspaceId],
  );
}

/** Whether anybody could come to the workspace through a provider of its own. */
export async function hasProvider(sql: Sql, workspaceId: WorkspaceId): Promise<boolean> {
  return (
    (await first(sql, 'SELECT 1 FROM providers WHERE workspace_id = ? AND is_enabled = 1', [workspaceId])) !==
    undefined
  );
}
