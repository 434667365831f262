// What was written since a place of the trail, or since a moment: the actions alone, of whichever workspace.
import type { WorkspaceId } from '../../shared/ids.ts';
import type { Sql } from '../db/database.ts';
import { all, first } from '../db/database.ts';

/** What was done in a workspace, however often, and the last entry that tells of it. */
export interface Done {
  readonly workspaceId: WorkspaceId;
  readonly action: string;
  readonly seq: number;
}

/** The number of the newest entry of the trail; 0 where there is none. */
export async function newestEntry(sql: Sql): Promise<number> {
  return (await first<{ seq: number | null }>(sql, 'SELECT max(seq) AS seq FROM audit'))?.seq ?? 0;
}

/** What was done after the entry `seq`. Entries are numbered in the order in which they become visible, so none is ever passed over. */
export function doneSince(sql: Sql, seq: number): Promise<Done[]> {
  return all<Done>(
    sql,
    'SELECT workspace_id AS workspaceId, action, max(seq) AS seq FROM audit WHERE seq > ? GROUP BY workspace_id, action',
    [seq],
  );
}

/** What was done in one workspace at `moment` or later. */
export async function doneIn(sql: Sql, workspaceId: WorkspaceId, moment: number): Promise<readonly string[]> {
  const done = await all<{ action: string }>(
    sql,
    'SELECT DISTINCT action FROM audit INDEXED BY audit_by_time WHERE workspace_id = ? AND at >= ?',
    [workspaceId, moment],
  );
  return done.map(({ action }) => action);
}
