// The wishes that no answer came to: said again with the same words, each is the same wish under the same key, and has one effect.
import { failureOf } from '../failure.ts';

/** How long words said again count as the same wish, in milliseconds. */
const SAME_FOR = 10 * 60_000;
/** What is as good as new each time, because what it is about may have begun in the meantime. */
const ALWAYS_NEW = /^sessions\./;

interface Unanswered {
  readonly key: string;
  readonly until: number;
}

/** By session, because another viewer has other wishes. */
const bySession = new WeakMap<AbortSignal, Map<string, Unanswered>>();

/**
 * Sends a wish under `key`, or under the key that the same words had before, where nobody knows whether they were heard.
 * @throws {Failure} as `send` does.
 */
export async function sendWish<Answer>(
  session: AbortSignal,
  [path, given, key]: readonly [path: string, given: unknown, key: string],
  send: (key: string) => Promise<Answer>,
): Promise<Answer> {
  const unanswered = bySession.get(session) ?? new Map<string, Unanswered>();
  bySession.set(session, unanswered);
  const words = JSON.stringify([path, given]);
  const before = unanswered.get(words);
  unanswered.delete(words);
  const used = before !== undefined && Date.now() < before.until ? before.key : key;
  try {
    return await send(used);
  } catch (error) {
    if (failureOf(error).code === 'offline' && !ALWAYS_NEW.test(path))
      unanswered.set(words, { key: used, until: Date.now() + SAME_FOR });
    throw error;
  }
}
