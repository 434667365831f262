// Accounts: rows to domain and back. Knows no rule.
import type { AccountId } from '../../shared/ids.ts';
import type { WriteTransaction } from '../context.ts';
import type { Sql } from '../db/database.ts';
import { first, run } from '../db/database.ts';

/** A person who can sign in. */
export interface Account {
  readonly id: AccountId;
  readonly email: string;
  readonly emailKey: string;
  readonly name: string;
  /** When the mailbox was proved; null where nothing proved it yet. */
  readonly emailVerifiedAt: number | null;
}

const SELECT =
  'SELECT id, email, email_key AS emailKey, name, email_verified_at AS emailVerifiedAt FROM accounts';

/** The account with this address, or undefined. */
export function accountByKey(sql: Sql, emailKey: string): Promise<Account | undefined> {
  return first<Account>(sql, `${SELECT} WHERE email_key = ?`, [emailKey]);
}

/** The account `id`, or undefined. */
export function accountById(sql: Sql, id: AccountId): Promise<Account | undefined> {
  return first<Account>(sql, `${SELECT} WHERE id = ?`, [id]);
}

/** Adds an account. */
export async function insertAccount(sql: Sql, account: Account, createdAt: number): Promise<void> {
  await run(
    sql,
    'INSERT INTO accounts (id, email, email_key, email_verified_at, name, created_at) VALUES (?, ?, ?, ?, ?, ?)',
    [account.id, account.email, account.emailKey, account.emailVerifiedAt, account.name, createdAt],
  );
}

/** Records that the mailbox of an account was proved at `at`. @returns Whether nothing had proved it before. */
export async function markEmailVerified(sql: Sql, id: AccountId, at: number): Promise<boolean> {
  return (
    (await run(sql, 'UPDATE accounts SET email_verified_at = ? WHERE id = ? AND email_verified_at IS NULL', [
      at,
      id,
    ])) === 1
  );
}

/** Ends every session of an account. */
export async function endSessions(sql: Sql, id: AccountId): Promise<void> {
  await run(sql, 'DELETE FROM sessions WHERE account_id = ?', [id]);
}

/**
 * Ends everything that opens the account: sessions, links, and by `valid_from` what a host signed before (SEC_C13).
 * Whoever may stay in is let in again afterwards.
 */
export async function endAccess(sql: Sql, id: AccountId, now: number): Promise<void> {
  await endSessions(sql, id);
  await run(sql, 'DELETE FROM links WHERE account_id = ?', [id]);
  await run(sql, 'UPDATE accounts SET valid_from = ? WHERE id = ?', [now, id]);
}

/** Gives the account a password by its hash. */
export async function storePassword(
  tx: Pick<WriteTransaction, 'sql' | 'now'>,
  id: AccountId,
  hash: string,
  { mustChange }: { readonly mustChange: boolean },
): Promise<void> {
  await run(
    tx.sql,
    'UPDATE accounts SET password_hash = ?, password_set_at = ?, must_change_password = ? WHERE id = ?',
    [hash, tx.now, mustChange ? 1 : 0, id],
  );
}

/** Replaces the hash of an unchanged password by one of today's cost, unless the password is another one by now. */
export async function renewPasswordHash(
  sql: Sql,
  id: AccountId,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<void> {
  await run(sql, 'UPDATE accounts SET password_hash = ? WHERE id = ? AND password_hash = ?', [to, id, from]);
}

/** Takes away everything by which somebody could have made themselves a way in: password, connections, sessions, links, what hosts signed. */
export async function clearWaysIn(sql: Sql, id: AccountId, now: number): Promise<void> {
  await run(
    sql,
    'UPDATE accounts SET password_hash = NULL, password_set_at = NULL, must_change_password = 0 WHERE id = ?',
    [id],
  );
  await run(sql, 'DELETE FROM identities WHERE account_id = ?', [id]);
  await endAccess(sql, id, now);
}
