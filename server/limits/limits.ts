// How often something may be done: counted in the database, inside the write that it is about, so that a restart forgets nothing and a refusal counts nothing.
import { createHash } from 'node:crypto';
import { fail } from '../../shared/errors.ts';
import type { WriteTransaction } from '../context.ts';
import type { Sql } from '../db/database.ts';
import type { Counted } from './store.ts';
import { count, running, spentCounters, uncount } from './store.ts';

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
  /** Passwords for one account, or one login of nobody, that were not right. */
  wrongPasswords: { most: 10, window: 15 * MINUTE },
  /** The same from one network, whoever they were for. */
  wrongPasswordsOfNetwork: { most: 100, window: 15 * MINUTE },
  /** The same in one browser in which the person signed in before: counted by itself, so that strangers shut nobody out. */
  wrongPasswordsOfDevice: { most: 10, window: 15 * MINUTE },
  /** Links to sign in for one account. The window is no longer than such a link lives, so that who is limited has one that works. */
  signInLinks: { most: 5, window: 15 * MINUTE },
  /** Links to choose a new password for one account; the same holds. */
  resetLinks: { most: 5, window: 15 * MINUTE },
  /** Links of either kind that one network asks for. */
  linksOfNetwork: { most: 50, window: 15 * MINUTE },
  /** Links of either kind that one browser asks for in which the person signed in before. */
  linksOfDevice: { most: 10, window: 15 * MINUTE },
  /** Test e-mails of one account. */
  testMails: { most: 20, window: HOUR },
  /** Passwords that somebody signed in was asked for again and that were not right. */
  wrongConfirmations: { most: 10, window: 15 * MINUTE },
  /** Passwords that one administrator gives to others: each is hashed, and each sends a mail. */
  passwordResets: { most: 100, window: HOUR },
  /** Changes of address that are asked for, for one account. */
  emailChanges: { most: 10, window: HOUR },
  /** Mails that ask one mailbox to confirm that it is somebody's. */
  emailConfirmations: { most: 5, window: HOUR },
  /** Journeys to identity providers that begin from one network. */
  signOnJourneys: { most: 600, window: 10 * MINUTE },
  /** Usernames that one person tries to get. */
  usernames: { most: 20, window: HOUR },
  /** Accounts that one administrator makes: each may have a password to hash, and each sends a mail. */
  createdAccounts: { most: 200, window: HOUR },
  /** Requests of one member to bring a list of people in, or to look at what would become of it. */
  importRequests: { most: 600, window: HOUR },
  /** Usernames that one administrator entered for others and that were taken. */
  takenUsernames: { most: 30, window: HOUR },
  /** Addresses with an account elsewhere that one administrator was told of without inviting their people. */
  knownAccounts: { most: 30, window: HOUR },
  /** Reviews that one workspace starts: each keeps a copy of everybody in it. */
  startedReviews: { most: 30, window: HOUR },
  /** Letters to one mailbox that say that an account was made for it: making and removing it are no way to fill it. */
  accountLetters: { most: 10, window: HOUR },
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
  if (counted !== undefined && counted.total > LIMITS[limited].most) refuse(limited, counted.until, tx.now);
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

/** Whether what was counted is more than may be, and whether it just reached what may be. */
export function isOver(
  limited: Limited,
  counted: Counted | undefined,
): { isOver: boolean; isReached: boolean } {
  const { most } = LIMITS[limited];
  const total = counted?.total ?? 0;
  return { isOver: total > most, isReached: total === most };
}

/** How long to wait where only attempts that are under way leave no room, in seconds: how they end is not known. */
const SOON = 5;

/**
 * After how many seconds there is room for one more, where `underWay` attempts, this one included, are not counted yet;
 * undefined where there is. Counts nothing.
 */
export async function waitFor(
  sql: Sql,
  [limited, subject]: readonly [limited: Limited, subject: string],
  { now, underWay }: { now: number; underWay: number },
): Promise<number | undefined> {
  const { most } = LIMITS[limited];
  const { total, until } = (await running(sql, keyOf(limited, subject), now)) ?? { total: 0, until: now };
  if (total + underWay <= most) return undefined;
  return total >= most ? Math.ceil((until - now) / 1000) : SOON;
}

/** Takes back what `note` counted: it turned out not to be what is limited. */
export async function giveBack(tx: WriteTransaction, limited: Limited, subject: string): Promise<void> {
  await uncount(tx.sql, keyOf(limited, subject), tx.now);
}

/** Refuses where `subject` has nothing left of what is limited, without a write: whoever floods keeps no writer busy. @throws {AppError} `rate_limited`. */
export async function assertLeftNow(sql: Sql, limited: Limited, subject: string, now: number): Promise<void> {
  const counted = await running(sql, keyOf(limited, subject), now);
  if (counted !== undefined && counted.total >= LIMITS[limited].most) refuse(limited, counted.until, now);
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
    if (until !== undefined) refuse(limited, until, tx.now);
  }
}

function refuse(limited: Limited, until: number, now: number): never {
  fail('rate_limited', { limited, retryAfter: Math.ceil((until - now) / 1000) });
}

/** A counter's key: what is limited, and a digest, so that no address stays behind when its invitation goes. */
function keyOf(limited: Limited, subject: string): string {
  return `${limited}:${createHash('sha256').update(subject).digest('base64url')}`;
}
