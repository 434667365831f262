// How often something may be done: counted in the database, inside the write that it is about, so that a restart forgets nothing and a refusal counts nothing.
import { createHash } from 'node:crypto';
import { fail } from '../../shared/errors.ts';
import type { WriteTransaction } from '../context.ts';
import type { Counted } from './store.ts';
import { count, spentCounters } from './store.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** What is limited: at most so much in a window, which begins with the first of it. Lengths in milliseconds. */
const LIMITS = {
  /** Requests of one member to invite, or to invite again. */
  invitationRequests: { most: 200, window: MINUTE },
  /** Addresses that one workspace invites, or invites again. */
  invitedAddresses: { most: 20_000, window: HOUR },
  /** How often one mailbox is invited again, by whichever workspace. */
  resentInvitations: { most: 10, window: HOUR },
  /** Invitations of one mailbox that one workspace took back: each made room for another mail. */
  revokedInvitations: { most: 10, window: HOUR },
} as const;

/** What is limited. */
export type Limited = keyof typeof LIMITS;

/**
 * Counts `amount` more of what is limited for `subject`. What the operator's own process does is not counted.
 * @throws {AppError} `rate_limited` where that is more than may be, with the whole seconds after which it may; the write is undone then, this count with it.
 */
export async function spend(
  tx: WriteTransaction,
  limited: Limited,
  subject: string,
  amount = 1,
): Promise<void> {
  const counted = await note(tx, limited, subject, amount);
  if (counted !== undefined && counted.total > LIMITS[limited].most) refuse(tx, limited, counted.until);
}

/** Counts like `spend` and refuses nothing: for what must always be possible, and be told by `assertLeft` later. */
export async function note(
  tx: WriteTransaction,
  limited: Limited,
  subject: string,
  amount = 1,
): Promise<Counted | undefined> {
  if (tx.actor.kind === 'system') return undefined;
  const { window } = LIMITS[limited];
  return count(tx.sql, keyOf(limited, subject), { amount, now: tx.now, window });
}

/** Refuses where one of `subjects` has nothing left of what is limited. Counts nothing. @throws {AppError} `rate_limited`. */
export async function assertLeft(
  tx: WriteTransaction,
  limited: Limited,
  subjects: readonly string[],
): Promise<void> {
  if (tx.actor.kind === 'system') return;
  const spent = await spentCounters(tx.sql, limited, { most: LIMITS[limited].most, now: tx.now });
  // Nearly always there is none, and ten thousand digests would be made for nothing.
  if (spent.size === 0) return;
  for (const subject of subjects) {
    const until = spent.get(keyOf(limited, subject));
    if (until !== undefined) refuse(tx, limited, until);
  }
}

function refuse(tx: WriteTransaction, limited: Limited, until: number): never {
  fail('rate_limited', { limited, retryAfter: Math.ceil((until - tx.now) / 1000) });
}

/** A counter's key: what is limited, and a digest, so that no address stays behind when its invitation goes. */
function keyOf(limited: Limited, subject: string): string {
  return `${limited}:${createHash('sha256').update(subject).digest('base64url')}`;
}
