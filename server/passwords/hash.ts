// Hashes of passwords: argon2id, off the event loop, a few at a time. No database.
import { availableParallelism } from 'node:os';
import { PASSWORD_LIMIT } from '../../shared/passwords/rules.ts';
import { boundedLine, boundedLines } from './bounded.ts';

/** What one hash costs: 19 MiB, two passes, one lane. The library's own algorithm is argon2id. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
const CURRENT = `$argon2id$v=19$m=${COST.memoryCost},t=${COST.timeCost},p=${COST.parallelism}$`;

/** A hash of the current cost that no known text leads to: where there is no password, it is computed all the same. */
const NOBODYS = `${CURRENT}nFt5jcZ2nmrsZST1auqYWA$SwvuWL1NsQpk1W+4Ky+b4rOy9z3v+lQgbZqlv90tC60`;

let loaded: Promise<typeof import('@node-rs/argon2')> | undefined;
/** Loaded with the first password, because a server that starts has none to look at; and once, because finding it costs as much as a read. */
const library = () => (loaded ??= import('@node-rs/argon2'));

/** One core stays for everything else; each hash holds 19 MiB while it runs. */
const inLine = boundedLine(Math.min(4, Math.max(1, availableParallelism() - 1)), 200);

/**
 * Where the hashes that one person asks for, or whoever holds one link, wait before they come into the line of all, two at a
 * time: whoever asks for hundreds at once is `busy` alone, and everybody else goes on signing in.
 */
export const inLineOf = boundedLines(2, 20);

/** The hash of a password, with its salt and cost in it. @throws {AppError} `busy` where too many wait. */
export function hashPassword(password: string): Promise<string> {
  return inLine(async () => (await library()).hash(password, COST));
}

/**
 * Whether `password` is the one behind `stored`. Takes as long where nothing is stored (SEC_C06);
 * a text that no rules could allow is not computed at all (SEC_C05).
 * @throws {AppError} `busy` where too many wait.
 */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  // Units, of which a code point has at most two: counting what anybody may send must cost nothing.
  if (password.length > 2 * PASSWORD_LIMIT) return false;
  const isRight = await inLine(async () => (await library()).verify(stored ?? NOBODYS, password));
  return stored !== null && isRight;
}

/** The hash that a right password gets in place of `stored` where that was made at another cost than today's; null where it was not. */
export async function renewedHash(stored: string, password: string): Promise<string | null> {
  return stored.startsWith(CURRENT) ? null : hashPassword(password);
}
