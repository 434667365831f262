// Who left a workspace and goes on elsewhere: what they were signed in by before opens nothing when they come back. Rows, no rule.
import { createHash } from 'node:crypto';
import type { AccountId, WorkspaceId } from '../../shared/ids.ts';
import { SESSION_MINUTES } from '../../shared/sessions/session.ts';
import type { Sql } from '../db/database.ts';
import { run } from '../db/database.ts';

/** As long as any session lives, in milliseconds. */
const SESSIONS_LIVE = SESSION_MINUTES.max * 60_000;

/** Notes for as long as sessions live that the account left the workspace; nothing where the account is gone. */
export async function noteAccountLeft(
  sql: Sql,
  { accountId, workspace }: { readonly accountId: AccountId; readonly workspace: WorkspaceId },
  now: number,
): Promise<void> {
  await run(
    sql,
    `INSERT INTO limits (key, total, until) SELECT ?1, 1, ?2 WHERE EXISTS (SELECT 1 FROM accounts WHERE id = ?3)
     ON CONFLICT DO UPDATE SET until = ?2`,
    [keyOf(accountId, workspace), now + SESSIONS_LIVE, accountId],
  );
}

/** From when a session has to begin to open new memberships: since their accounts were last there, 0 for the others (SEC_D07). */
export async function setValidSinceLeft(
  sql: Sql,
  members: readonly {
    readonly id: string;
    readonly accountId: AccountId;
    readonly workspaceId: WorkspaceId;
  }[],
): Promise<void> {
  await run(
    sql,
    `UPDATE members SET valid_from = l.until - ?2 FROM json_each(?1) k JOIN limits l ON l.key = k.value ->> 1
     WHERE members.id = k.value ->> 0`,
    [
      JSON.stringify(members.map(({ id, accountId, workspaceId }) => [id, keyOf(accountId, workspaceId)])),
      SESSIONS_LIVE,
    ],
  );
}

/** A digest, so that no id of a person stays behind when they go. */
function keyOf(accountId: AccountId, workspaceId: WorkspaceId): string {
  return `left:account:${createHash('sha256').update(`${workspaceId}\n${accountId}`).digest('base64url')}`;
}
