// What happened in the trail since a moment, as far as who has what may rest on it: rows to domain. Knows no rule.
import type { WorkspaceId } from '../../shared/ids.ts';
import type { Sql } from '../db/database.ts';
import { all } from '../db/database.ts';

/** Something that was done in a workspace. */
export interface Change {
  readonly seq: number;
  readonly workspaceId: WorkspaceId;
  readonly action: string;
  readonly targetId: string;
}

/** The most that are read at once. */
const READ = 5000;

/** What was done after the entry `seq`, the oldest first, at most 5,000. */
export function changesSince(sql: Sql, seq: number): Promise<Change[]> {
  return all<Change>(
    sql,
    'SELECT seq, workspace_id AS workspaceId, action, target_id AS targetId FROM audit WHERE seq > ? ORDER BY seq LIMIT ?',
    [seq, READ],
  );
}
