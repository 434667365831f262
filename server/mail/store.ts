// The outbox: mail that waits, in rows. Knows no rule and no link.
import type { Language } from '../../shared/accounts/account.ts';
import type { AccountId, InvitationId, LinkId, WorkspaceId } from '../../shared/ids.ts';
import type { Sql } from '../db/database.ts';
import { all, first, run } from '../db/database.ts';

/** What a mail about an account is for: it brings a link, or tells what happened. */
export type AccountMailKind =
  'sign-in' | 'reset' | 'confirm-email' | 'email-changed' | 'password-changed' | 'in-charge' | 'account-made';

/** How far ahead of invitations a mail about an account goes, in milliseconds: a person waits for it, and its link lives for minutes. */
const AHEAD = 24 * 60 * 60 * 1000;

interface Waiting {
  readonly seq: number;
  /** How often it was tried, this time included. */
  readonly attempts: number;
  readonly createdAt: number;
  /** What else the letter says: `language`, that of whoever caused it; `to`, where it goes if not to the account's address. */
  readonly data: Readonly<Record<string, string>>;
}

/** A mail that waits to bring an invitation. */
export interface WaitingInvitation extends Waiting {
  readonly kind: 'invitation';
  readonly invitationId: InvitationId;
  readonly generation: number;
}

/** A mail about an account that waits. */
export interface WaitingNotice extends Waiting {
  readonly kind: AccountMailKind;
  readonly accountId: AccountId;
  readonly linkId: LinkId | null;
}

/** A mail that waits to be sent. */
export type WaitingMail = WaitingInvitation | WaitingNotice;

/** Puts the mail of invitations into the outbox, due at once; `language` is that of whoever invites. */
export async function queueInvitationMail(
  sql: Sql,
  mails: readonly (readonly [id: InvitationId, generation: number])[],
  { now, language }: { now: number; language: Language },
): Promise<void> {
  if (mails.length === 0) return;
  await run(
    sql,
    `INSERT INTO outbox (kind, invitation_id, generation, data, next_at, created_at)
     SELECT 'invitation', value ->> 0, value ->> 1, ?3, ?2, ?2 FROM json_each(?1)`,
    [JSON.stringify(mails), now, JSON.stringify({ language })],
  );
}

/**
 * Puts a mail about an account into the outbox, due at once.
 *
 * `data.language` is that of the request, for who set none. `email-changed` and `confirm-email` go to `data.to`;
 * `in-charge` and `account-made` say of which workspace by `data.workspaceId`, the latter of which others by `data.alsoIn` (ids with a space between them), and by `data.password: 'yes'` that somebody chose one for the person; `password-changed` says by `data.by: 'administrator'` that it was not the person.
 */
export async function queueAccountMail(
  sql: Sql,
  mail: {
    readonly kind: AccountMailKind;
    readonly accountId: AccountId;
    readonly linkId?: LinkId;
    readonly data?: Readonly<Record<string, string>>;
  },
  now: number,
): Promise<void> {
  await run(
    sql,
    'INSERT INTO outbox (kind, account_id, link_id, data, next_at, created_at) VALUES (?, ?, ?, ?, ?, ?)',
    [mail.kind, mail.accountId, mail.linkId ?? null, JSON.stringify(mail.data ?? {}), now - AHEAD, now],
  );
}

/**
 * Takes up to `limit` due mails to send. They are not due again before `until`,
 * so whoever dies while sending leaves them to be sent once more.
 */
export async function claimMail(
  sql: Sql,
  { now, until, limit }: { now: number; until: number; limit: number },
): Promise<WaitingMail[]> {
  const rows = await all<Omit<WaitingMail, 'data'> & { data: string | null }>(
    sql,
    `UPDATE outbox SET attempts = attempts + 1, next_at = ?
     WHERE seq IN (SELECT seq FROM outbox WHERE next_at <= ? ORDER BY next_at, seq LIMIT ?)
     RETURNING seq, kind, invitation_id AS invitationId, generation, account_id AS accountId, link_id AS linkId, data, attempts, created_at AS createdAt`,
    [until, now, limit],
  );
  return rows.map((row) => ({ ...row, data: JSON.parse(row.data ?? '{}') as object }) as WaitingMail);
}

/** Gives claimed mail back as if it had not been taken. */
export async function releaseMail(sql: Sql, seqs: readonly number[], now: number): Promise<void> {
  await run(
    sql,
    'UPDATE outbox SET attempts = attempts - 1, next_at = ? WHERE seq IN (SELECT value FROM json_each(?))',
    [now, JSON.stringify(seqs)],
  );
}

/** Makes what waits for longer than `lease` due now, because the reason of its waiting may be gone; what somebody is sending stays theirs. */
export async function hastenMail(sql: Sql, { now, lease }: { now: number; lease: number }): Promise<void> {
  await run(sql, 'UPDATE outbox SET next_at = ?1 WHERE next_at > ?1 + ?2', [now, lease]);
}

/** When the next mail is due; undefined where none waits. */
export async function nextMailAt(sql: Sql): Promise<number | undefined> {
  const row = await first<{ at: number }>(sql, 'SELECT next_at AS at FROM outbox ORDER BY next_at LIMIT 1');
  return row?.at;
}

/** What became of one attempt. */
export type MailResult =
  | { readonly kind: 'sent' }
  | { readonly kind: 'dropped' }
  | { readonly kind: 'failed'; readonly answer: string }
  | { readonly kind: 'retry'; readonly answer: string; readonly at: number };

/** Records what became of attempts, in the outbox and at the invitations they were for, whose workspaces' pages are told of it. */
export async function recordMail(
  sql: Sql,
  attempts: readonly { readonly mail: WaitingMail; readonly result: MailResult }[],
  now: number,
): Promise<void> {
  const places = new Set<WorkspaceId>();
  for (const { mail, result } of attempts) {
    if (result.kind === 'retry')
      await run(sql, 'UPDATE outbox SET next_at = ? WHERE seq = ?', [result.at, mail.seq]);
    else await run(sql, 'DELETE FROM outbox WHERE seq = ?', [mail.seq]);
    if (result.kind === 'dropped' || mail.kind !== 'invitation') continue;
    const delivery = result.kind === 'retry' ? 'queued' : result.kind;
    // The version stays: a person who is about to revoke it has seen all that a person decides.
    // What was taken back while it was being sent is not waiting again; what went out none the less did go out.
    const changed = await all<{ workspaceId: WorkspaceId }>(
      sql,
      "UPDATE invitations SET delivery = ?1, delivery_error = ?2 WHERE ((id = ?3 AND generation = ?4) OR lead_id = ?3) AND (state = 'pending' OR ?1 = 'sent') RETURNING workspace_id AS workspaceId",
      [delivery, 'answer' in result ? result.answer : null, mail.invitationId, mail.generation],
    );
    for (const { workspaceId } of changed) places.add(workspaceId);
  }
  if (places.size === 0) return;
  await run(sql, 'INSERT OR REPLACE INTO deliveries (workspace_id, at) SELECT value, ?2 FROM json_each(?1)', [
    JSON.stringify([...places]),
    now,
  ]);
}
