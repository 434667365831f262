// The host's own ids of people: which memberships they are linked to, and who left a short time ago. Knows no rule.
import { createHash } from 'node:crypto';
import type { AccountId, HostKeyId, MemberId, WorkspaceId } from '../../shared/ids.ts';
import type { Sql } from '../db/database.ts';
import { all, first, run } from '../db/database.ts';

/** A person by the host's own id, in one workspace of its key. */
export interface SubjectHere {
  readonly hostKeyId: HostKeyId;
  readonly workspaceId: WorkspaceId;
  readonly subject: string;
}

/** Longer than any token lives, its clock's tolerance included, in milliseconds. */
const TOKENS_LIVE = 17 * 60 * 1000;

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

/** Notes for as long as tokens live that `subjects` left, so that no token from before brings them back. */
export async function noteLeft(sql: Sql, subjects: readonly SubjectHere[], now: number): Promise<void> {
  for (const subject of subjects)
    await run(
      sql,
      'INSERT INTO limits (key, total, until) VALUES (?1, 1, ?2) ON CONFLICT DO UPDATE SET until = ?2',
      [keyOf(subject), now + TOKENS_LIVE],
    );
}

/** Whether the subject left here after its token was signed. */
export async function hasLeft(sql: Sql, subject: SubjectHere, issuedAt: number): Promise<boolean> {
  const row = await first<{ until: number }>(sql, 'SELECT until FROM limits WHERE key = ?', [keyOf(subject)]);
  // A token names its second; what was signed in the second of the change counts as after it.
  return row !== undefined && issuedAt + 999 < row.until - TOKENS_LIVE;
}

/** A digest, so that no id of a person stays behind when they go. */
function keyOf({ hostKeyId, workspaceId, subject }: SubjectHere): string {
  return `left:${createHash('sha256').update(`${hostKeyId}\n${workspaceId}\n${subject}`).digest('base64url')}`;
}
