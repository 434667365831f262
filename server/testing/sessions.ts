// Sessions as tests open and look at them.
import type { AccountId } from '../../shared/ids.ts';
import type { Database, Sql } from '../db/database.ts';
import { run } from '../db/database.ts';
import type { Opening, Sessions } from '../sessions/sessions.ts';

/** Opens a session by itself and gives the value of its cookie. */
export function openSession(
  database: Database,
  sessions: Sessions,
  accountId: AccountId,
  opening: Partial<Opening> = {},
): Promise<string> {
  return database.write((tx) => sessions.openIn(tx, { accountId, startedBy: 'link', ...opening }));
}

/** Whose session the cookie's value stands for; null for nobody's. */
export async function accountOf(sessions: Sessions, token: string): Promise<AccountId | null> {
  return (await sessions.find(token))?.accountId ?? null;
}

/** Puts a session as a row, for tests about what becomes of rows. */
export async function plantSession(
  sql: Sql,
  { id, accountId, expiresAt }: { id: string; accountId: string; expiresAt: number },
): Promise<void> {
  await run(
    sql,
    `INSERT INTO sessions (id, handle, account_id, expires_at, created_at, authenticated_at, last_used_at, started_by)
     VALUES (?1, ?1, ?2, ?3, 0, 0, 0, 'link')`,
    [id, accountId, expiresAt],
  );
}
