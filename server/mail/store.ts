// The outbox: mail that waits, in rows. Knows no rule and no link.
import type { AccountId, InvitationId, LinkId } from '../../shared/ids.ts';
import type { Sql } from '../db/database.ts';
import { all, first, run } from '../db/database.ts';

/** A mail that waits to be sent. */
export interface WaitingMail {
  readonly seq: number;
  readonly invitationId: InvitationId;
  readonly generation: number;
  /** How often it was tried, this time included. */
  readonly attempts: number;
  readonly createdAt: number;
}

/** Puts the mail of invitations into the outbox, due at once. */
export async function queueInvitationMail(
  sql: Sql,
  mails: readonly (readonly [id: InvitationId, generation: number])[],
  now: number,
): Promise<void> {
  if (mails.length === 0) return;
  await run(
    sql,
    `INSERT INTO outbox (kind, invitation_id, generation, next_at, created_at)
     SELECT 'invitation', value ->> 0, value ->> 1, ?2, ?2 FROM json_each(?1)`,
    [JSON.stringify(mails), now],
  );
}

/** What a mail about an account is for: the first three bring a link, the others tell what happened. */
export type AccountMailKind =
  'sign-in' | 'reset' | 'confirm-email' | 'email-changed' | 'password-changed' | 'in-charge' | 'set-up';

/** Puts a mail about an account into the outbox, due at once. */
export async function queueAccountMail(
  sql: Sql,
  mail: {
    readonly kind: AccountMailKind;
    readonly accountId: AccountId;
    readonly linkId?: LinkId;
    /** What else the letter says; `to` is where it goes if not to the account's address. */
    readonly data?: Readonly<Record<string, string>>;
  },
  now: number,
): Promise<void> {
  await run(
    sql,
    'INSERT INTO outbox (kind, account_id, link_id, data, next_at, created_at) VALUES (?1, ?2, ?3, ?4, ?5, ?5)',
    [mail.kind, mail.accountId, mail.linkId ?? null, JSON.stringify(mail.data ?? {}), now],
  );
}

/**
 * Takes up to `limit` due mails to send. They are not due again before `until`,
 * so whoever dies while sending leaves them to be sent once more.
 */
export function claimMail(
  sql: Sql,
  { now, until, limit }: { now: number; until: number; limit: number },
): Promise<WaitingMail[]> {
  return all<WaitingMail>(
    sql,
    `UPDATE outbox SET attempts = attempts + 1, next_at = ?
     WHERE seq IN (SELECT seq FROM outbox WHERE next_at <= ? ORDER BY next_at, seq LIMIT ?)
     RETURNING seq, invitation_id AS invitationId, generation, attempts, created_at AS createdAt`,
    [until, now, limit],
  );
}

/** Gives claimed mail back as if it had not been taken. */
export async function releaseMail(sql: Sql, seqs: readonly number[], now: number): Promise<void> {
  await run(
    sql,
    'UPDATE outbox SET attempts = attempts - 1, next_at = ? WHERE seq IN (SELECT value FROM json_each(?))',
    [now, JSON.stringify(seqs)],
  );
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

/** Records what became of attempts, in the outbox and at the invitations they were for. */
export async function recordMail(
  sql: Sql,
  attempts: readonly { readonly mail: WaitingMail; readonly result: MailResult }[],
): Promise<void> {
  for (const { mail, result } of attempts) {
    if (result.kind === 'retry')
      await run(sql, 'UPDATE outbox SET next_at = ? WHERE seq = ?', [result.at, mail.seq]);
    else await run(sql, 'DELETE FROM outbox WHERE seq = ?', [mail.seq]);
    if (result.kind === 'dropped') continue;
    const delivery = result.kind === 'retry' ? 'queued' : result.kind;
    // The version stays: a person who is about to revoke it has seen all that a person decides.
    // What was taken back while it was being sent is not waiting again; what went out none the less did go out.
    await run(
      sql,
      "UPDATE invitations SET delivery = ?1, delivery_error = ?2 WHERE id = ?3 AND generation = ?4 AND (state = 'pending' OR ?1 = 'sent')",
      [delivery, 'answer' in result ? result.answer : null, mail.invitationId, mail.generation],
    );
  }
}
