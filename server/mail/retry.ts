// When a mail is tried again. Pure.

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const LONGEST = 6 * HOUR;
/** How long a mail is tried before it is given up. */
const GIVE_UP = 24 * HOUR;

/**
 * When a mail that was just tried at `now` is due again: a minute after the first attempt, twice as long after each,
 * six hours at most, each a fifth earlier or later so that a server that was away is not met by all at once.
 * Undefined where that would be more than a day after it was written.
 * @param random - A number from 0 to 1.
 */
export function retryAt(
  { attempts, createdAt }: { attempts: number; createdAt: number },
  now: number,
  random: number,
): number | undefined {
  const delay = Math.min(MINUTE * 2 ** Math.min(attempts - 1, 20), LONGEST) * (0.8 + 0.4 * random);
  const at = Math.round(now + delay);
  return at > createdAt + GIVE_UP ? undefined : at;
}
