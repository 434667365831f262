// Sessions and links as changes of an account end and renew them. Knows no rule.
import type { AccountId, SessionId } from '../../shared/ids.ts';
import type { Sql } from '../db/database.ts';
import { run } from '../db/database.ts';

/** Ends one session by its name. */
export async function endSessionNamed(sql: Sql, id: SessionId): Promise<void> {
  await run(sql, 'DELETE FROM sessions WHERE handle = ?', [id]);
}

/** Ends the links of the account, and its sessions but those of these names. */
export async function endLinksAndSessionsBut(
  sql: Sql,
  accountId: AccountId,
  kept: readonly string[],
): Promise<void> {
  await run(sql, 'DELETE FROM links WHERE account_id = ?', [accountId]);
  await run(
    sql,
    'DELETE FROM sessions WHERE account_id = ? AND handle NOT IN (SELECT value FROM json_each(?))',
    [accountId, JSON.stringify(kept)],
  );
}

/** Records that the person at the session proved at `at` who they are. */
export async function freshenSession(
  sql: Sql,
  { accountId, id, at }: { accountId: AccountId; id: SessionId; at: number },
): Promise<void> {
  await run(sql, 'UPDATE sessions SET authenticated_at = ? WHERE handle = ? AND account_id = ?', [
    at,
    id,
    accountId,
  ]);
}
