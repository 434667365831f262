// The host's own ids of people, and which memberships they are linked to. Knows no rule.
import type { AccountId, HostKeyId, MemberId, WorkspaceId } from '../../shared/ids.ts';
import type { Sql } from '../db/database.ts';
import { all, first } from '../db/database.ts';

/** A person by the host's own id, in one workspace of its key. */
export interface SubjectHere {
  readonly hostKeyId: HostKeyId;
  readonly workspaceId: WorkspaceId;
  readonly subject: string;
}

/** Whether the subject is linked to a membership here. */
export async function isSubjectKnown(
  sql: Sql,
  { hostKeyId, workspaceId, subject }: SubjectHere,
): Promise<boolean> {
  const row = await first(
    sql,
    'SELECT 1 FROM subjects WHERE host_key_id = ? AND workspace_id = ? AND subject = ?',
    [hostKeyId, workspaceId, subject],
  );
  return row !== undefined;
}

/** The accounts that the same key knows by the same subject in any of its workspaces; at most two, for more than one is none. */
export async function accountsOfSubject(
  sql: Sql,
  hostKeyId: HostKeyId,
  subject: string,
): Promise<AccountId[]> {
  const rows = await all<{ id: AccountId }>(
    sql,
    `SELECT DISTINCT m.account_id AS id FROM workspaces w CROSS JOIN subjects s ON s.host_key_id = w.host_key_id AND s.workspace_id = w.id
       JOIN members m ON m.id = s.member_id WHERE w.host_key_id = ? AND s.subject = ? LIMIT 2`,
    [hostKeyId, subject],
  );
  return rows.map(({ id }) => id);
}

/** The subjects that are linked to a membership. */
export function subjectsOf(sql: Sql, memberId: MemberId): Promise<SubjectHere[]> {
  return all<SubjectHere>(
    sql,
    'SELECT host_key_id AS hostKeyId, workspace_id AS workspaceId, subject FROM subjects WHERE member_id = ?',
    [memberId],
  );
}
