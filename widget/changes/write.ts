// The one way out of the widget for a change: the page is asked, the server makes it, the page is told. Loaded with the first change.
import type { CallOptions, UserAdminApi } from '../client/api.ts';
import type { Given, Output, WishPath } from '../calls.ts';
import type { FactEvent } from '../events.ts';
import { Failure } from '../failure.ts';
import { newKey } from '../new-key.ts';
import { factsOf } from './after.ts';
import { questionsOf } from './before.ts';
import { BeforeChangeEvent } from './events.ts';
import { keyBefore, sendWish } from './unanswered.ts';

/** Who makes a change. */
export interface Writer {
  readonly api: Pick<UserAdminApi, 'write'>;
  /** The end of the session. */
  readonly signal: AbortSignal;
  /** Asks the page: an event that it may hold back or prevent. */
  ask(question: BeforeChangeEvent): unknown;
  /** Tells the page. */
  tell(fact: FactEvent): void;
}

/** The keys of the wishes that the page has let happen: the same wish sent again is the same wish. */
const allowed = new Set<string>();

/** Makes a change. @throws {Failure} `prevented` where the page does not let it happen, which is then not sent; else as the server refuses. */
export async function writeAsked<P extends WishPath>(
  writer: Writer,
  path: P,
  given: Given<P>,
  options: CallOptions = {},
): Promise<Output<P>> {
  const { idempotencyKey = newKey(), whole } = options;
  const key = keyBefore(writer.signal, path, given) ?? idempotencyKey;
  if (whole !== 0 && !allowed.has(key)) {
    for (const [name, scope] of questionsOf(path, given)) {
      const question = new BeforeChangeEvent(name, path, whole ? { ...scope, count: whole } : scope);
      writer.ask(question);
      const answer = question.isAllowed();
      if (!(answer === true || (answer && (await waitFor(answer, writer, options)))))
        throw new Failure('prevented');
    }
    allowed.add(key);
  }
  const answer = await sendWish(writer.signal, [path, given, key], () =>
    writer.api.write(path, given, { ...options, idempotencyKey: key }),
  );
  for (const fact of factsOf(path, given, answer)) writer.tell(fact);
  return answer;
}

/** What the page has decided. Whoever stops waiting, or is gone, is not kept waiting by it. */
async function waitFor(answer: Promise<boolean>, writer: Writer, { signal }: CallOptions): Promise<boolean> {
  const ended = signal === undefined ? writer.signal : AbortSignal.any([signal, writer.signal]);
  const { promise: givenUp, reject } = Promise.withResolvers<never>();
  const giveUp = (): void => reject(new Failure('aborted'));
  ended.addEventListener('abort', giveUp, { once: true });
  if (ended.aborted) giveUp();
  try {
    return await Promise.race([answer, givenUp]);
  } finally {
    ended.removeEventListener('abort', giveUp);
  }
}
