// What is said again after no answer came is the same wish; what is said after an answer is another one.
import { expect } from '@open-wc/testing';
import { Failure } from '../failure.ts';
import type { FailureCode } from '../failure.ts';
import { keyBefore, sendWish } from './unanswered.ts';

/** Says something in a session, and gives the key that it was sent under. */
async function say(
  session: AbortSignal,
  path: string,
  given: unknown,
  key: string,
  refused?: FailureCode,
): Promise<string> {
  const used = keyBefore(session, path, given) ?? key;
  await sendWish(session, [path, given, used], () =>
    refused === undefined ? Promise.resolve('done') : Promise.reject(new Failure(refused)),
  ).catch((error: Failure) => expect(error.code).to.equal(refused));
  return used;
}

describe('a wish that no answer came to', () => {
  const { signal } = new AbortController();
  const ann = { email: 'ann@acme.test' };

  it('SEC_R13 keeps its key until it is answered, however often the same is said', async () => {
    expect(await say(signal, 'members.create', ann, 'one', 'offline')).to.equal('one');
    expect(await say(signal, 'members.create', ann, 'two', 'aborted')).to.equal('one');
    expect(await say(signal, 'members.create', { email: 'ben@acme.test' }, 'three')).to.equal('three');
    expect(await say(signal, 'members.update', ann, 'four', 'offline')).to.equal('four');
    expect(await say(new AbortController().signal, 'members.create', ann, 'five')).to.equal('five');
    expect(await say(signal, 'members.create', ann, 'six')).to.equal('one');
    expect(await say(signal, 'members.create', ann, 'seven')).to.equal('seven');
  });

  it('is another one once it was refused, after a long time, after another change, and where it is about what comes and goes', async () => {
    await say(signal, 'members.create', ann, 'one', 'email_taken' as FailureCode);
    expect(await say(signal, 'members.create', ann, 'two', 'offline')).to.equal('two');
    const { now } = Date;
    Date.now = () => now() + 11 * 60_000;
    try {
      expect(await say(signal, 'members.create', ann, 'three')).to.equal('three');
    } finally {
      Date.now = now;
    }
    await say(signal, 'members.create', ann, 'lost', 'offline');
    await say(signal, 'members.create', { email: 'ben@acme.test' }, 'more of the same');
    await say(signal, 'members.remove', ann, 'refused', 'outranked');
    expect(await say(signal, 'members.create', ann, 'again', 'offline')).to.equal('lost');
    await say(signal, 'members.remove', ann, 'undone');
    expect(await say(signal, 'members.create', ann, 'anew')).to.equal('anew');
    await say(signal, 'sessions.endOthers', {}, 'four', 'offline');
    expect(await say(signal, 'sessions.endOthers', {}, 'five')).to.equal('five');
  });
});
