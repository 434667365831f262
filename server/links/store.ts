// Single-use links of accounts: rows to domain and back. Their secrets are derived (invitations/links.ts) and stored nowhere. Knows no rule.
import type { AccountId, LinkId } from '../../shared/ids.ts';
import type { Sql } from '../db/database.ts';
import { first, run } from '../db/database.ts';
import type { LinkKind } from '../../shared/accounts/account.ts';

/** A link of an account, or of the set-up, where it has no account. */
export interface AccountLink {
  readonly id: LinkId;
  readonly kind: LinkKind;
  readonly accountId: AccountId | null;
  /** What belongs to it: where to go afterwards, or the address to confirm. */
  readonly data: Readonly<Record<string, string>>;
  readonly createdAt: number;
  readonly expiresAt: number;
  readonly usedAt: number | null;
}

/** Adds a link and ends those of its kind that the account had: at most one lives (SEC_C10). */
export async function insertLink(sql: Sql, link: Omit<AccountLink, 'usedAt'>): Promise<void> {
  await run(sql, 'DELETE FROM links WHERE account_id IS ? AND kind = ?', [link.accountId, link.kind]);
  await run(
    sql,
    'INSERT INTO links (id, kind, account_id, data, created_at, expires_at) VALUES (?, ?, ?, ?, ?, ?)',
    [link.id, link.kind, link.accountId, JSON.stringify(link.data), link.createdAt, link.expiresAt],
  );
}

/** The link `id` where it is of `kind`, or undefined. */
export async function linkById(sql: Sql, kind: LinkKind, id: LinkId): Promise<AccountLink | undefined> {
  const row = await first<Omit<AccountLink, 'data'> & { data: string | null }>(
    sql,
    `SELECT id, kind, account_id AS accountId, data, created_at AS createdAt, expires_at AS expiresAt, used_at AS usedAt
     FROM links WHERE id = ? AND kind = ?`,
    [id, kind],
  );
  return row && { ...row, data: JSON.parse(row.data ?? '{}') as AccountLink['data'] };
}

/** Uses the link up. @returns Whether it was there, unused and not expired: of two at once, one is told so (SEC_X12). */
export async function takeLink(sql: Sql, id: LinkId, now: number): Promise<boolean> {
  return (
    (await run(sql, 'UPDATE links SET used_at = ?1 WHERE id = ?2 AND used_at IS NULL AND expires_at > ?1', [
      now,
      id,
    ])) === 1
  );
}

/** The link to set the deployment up, where one lives. */
export async function liveSetUpLink(sql: Sql, now: number): Promise<LinkId | undefined> {
  const row = await first<{ id: LinkId }>(
    sql,
    "SELECT id FROM links WHERE kind = 'setup' AND account_id IS NULL AND used_at IS NULL AND expires_at > ?",
    [now],
  );
  return row?.id;
}

/** Lets the link live until another moment. */
export async function keepLink(sql: Sql, id: LinkId, expiresAt: number): Promise<void> {
  await run(sql, 'UPDATE links SET expires_at = ? WHERE id = ?', [expiresAt, id]);
}

/** Keeps a link as used where everything of its account was ended with it, so that who opens it again is told so. */
export async function keepUsed(sql: Sql, link: Omit<AccountLink, 'usedAt'>, now: number): Promise<void> {
  await run(
    sql,
    `INSERT INTO links (id, kind, account_id, data, created_at, expires_at, used_at) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT DO NOTHING`,
    [link.id, link.kind, link.accountId, JSON.stringify(link.data), link.createdAt, link.expiresAt, now],
  );
}
