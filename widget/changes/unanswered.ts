// The wishes that no answer came to: said again with the same words, each is the same wish under the same key, and has one effect.
import { failureOf } from '../failure.ts';

/** How long words said again count as the same wish, in milliseconds. */
const SAME_FOR = 10 * 60_000;
/** What is as good as new each time, because what it is about may have begun in the meantime. */
const ALWAYS_NEW = /^sessions\./;

interface Unanswered {
  readonly path: string;
  readonly key: string;
  readonly until: number;
}

/** By session, because another viewer has other wishes. */
const bySession = new WeakMap<AbortSignal, Map<string, Unanswered>>();

/** What nobody knows of whether it was heard. */
const UNHEARD: ReadonlySet<string> = new Set(['offline', 'aborted']);

/** The key that the same words had before, where nobody knows whether they were heard; undefined where they are new. */
export function keyBefore(session: AbortSignal, path: string, given: unknown): string | undefined {
  const before = bySession.get(session)?.get(JSON.stringify([path, given]));
  return before !== undefined && Date.now() < before.until ? before.key : undefined;
}

/**
 * Sends a wish under `key`, and keeps that for when the same is said again, where nobody knows whether it was heard; until something else is done.
 * @throws {Failure} as `send` does.
 */
export async function sendWish<Answer>(
  session: AbortSignal,
  [path, given, key]: readonly [path: string, given: unknown, key: string],
  send: () => Promise<Answer>,
): Promise<Answer> {
  const unanswered = bySession.get(session) ?? new Map<string, Unanswered>();
  bySession.set(session, unanswered);
  const words = JSON.stringify([path, given]);
  unanswered.delete(words);
  try {
    const answer = await send();
    // Whoever has changed something else since may have undone it, as by revoking an invitation: said again, it is meant anew.
    for (const [other, { path: before }] of unanswered) if (before !== path) unanswered.delete(other);
    return answer;
  } catch (error) {
    if (UNHEARD.has(failureOf(error).code) && !ALWAYS_NEW.test(path))
      unanswered.set(words, { path, key, until: Date.now() + SAME_FOR });
    throw error;
  }
}
