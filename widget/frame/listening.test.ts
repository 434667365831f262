// Listening that goes on: how often it is tried, what was missed, and when it is given up.
import { expect } from '@open-wc/testing';
import type { ChangeListener } from '../client/api.ts';
import { Failure } from '../failure.ts';
import { PATIENCE, waitUntil } from '../testing/wait-until.ts';
import { Listening } from './listening.ts';

/** One try to listen. */
interface Try {
  readonly missed: number;
  readonly listener: ChangeListener;
  readonly signal: AbortSignal;
  end(): void;
  fail(code: Failure['code']): void;
}

/** A listening whose tries are answered by hand, and whose waits are as short as can be. */
function aListening() {
  const { setTimeout: wait } = window;
  const waits: number[] = [];
  let ahead = 0;
  const { now } = Date;
  Date.now = () => now() + ahead;
  window.setTimeout = ((run: () => void, time = 0) => {
    if (time >= 500 && time !== PATIENCE) waits.push(time);
    return wait(run, time >= 500 && time !== PATIENCE ? 0 : time);
  }) as never;
  const tries: Try[] = [];
  const heard: string[] = [];
  const stop = new AbortController();
  const listening = new Listening(
    {
      listen: (missed, listener, signal) =>
        new Promise((resolve, reject) => {
          signal.addEventListener('abort', () => reject(new Failure('aborted')));
          tries.push({ missed, listener, signal, end: resolve, fail: (code) => reject(new Failure(code)) });
        }),
    },
    stop.signal,
    {
      hear: (parts) => void heard.push(parts.join('+')),
      hearNothing: () => void heard.push('?'),
      shutOut: () => void heard.push('shut out'),
    },
  );
  return {
    listening,
    tries,
    heard,
    waits,
    pass: (time: number) => void (ahead += time),
    nth: async (count: number) => {
      await waitUntil(() => tries.length >= count, `try ${count}`);
      return tries[count - 1]!;
    },
    over: () => {
      stop.abort();
      Object.assign(window, { setTimeout: wait });
      Date.now = now;
    },
  };
}

describe('listening on and on', () => {
  let on: ReturnType<typeof aListening>;
  beforeEach(() => {
    on = aListening();
  });
  afterEach(() => on.over());

  it('waits longer after each failure, never the same for everybody, and at most minutes', async () => {
    for (let failed = 1; failed <= 12; failed += 1) (await on.nth(failed)).fail('offline');
    await on.nth(13);
    expect(on.waits.length).to.equal(12);
    on.waits.forEach((time, index) => {
      const middle = Math.min(1000 * 2 ** index, 300_000);
      expect(time, `wait ${index}`).to.be.within(middle / 2, middle * 1.5);
    });
    expect(on.listening.isLive).to.equal(false);
  });

  it('begins anew soon where the way was good, and asks for what it has missed alone', async () => {
    const first = await on.nth(1);
    expect(first.missed).to.be.within(10_000, 12_000);
    first.listener.onChange([]);
    expect(on.listening.isLive).to.equal(true);
    expect(on.heard).to.deep.equal([]);
    on.pass(60_000);
    first.listener.onAlive();
    on.pass(4_000);
    first.end();
    const second = await on.nth(2);
    expect(on.listening.isLive).to.equal(false);
    expect(second.missed).to.be.within(4_000, 6_000);
    expect(on.waits.at(-1)).to.be.at.most(1500);
    second.listener.onChange(['members', 'viewer']);
    expect(on.heard).to.deep.equal(['members+viewer']);
  });

  it('takes everything for changed after a long time away', async () => {
    (await on.nth(1)).listener.onChange([]);
    on.pass(11 * 60_000);
    on.tries[0]!.end();
    expect((await on.nth(2)).missed).to.equal(0);
    expect(on.heard).to.deep.equal(['?']);
  });

  it('tries at once as the browser is online again', async () => {
    const held = window.setTimeout;
    window.setTimeout = (() => 0) as never;
    (await on.nth(1)).fail('offline');
    await Promise.resolve();
    window.setTimeout = held;
    await waitUntil(() => {
      dispatchEvent(new Event('online'));
      return on.tries.length === 2;
    });
  });

  it('ends where the viewer has no business any more, and goes on after every other refusal', async () => {
    (await on.nth(1)).fail('rate_limited');
    (await on.nth(2)).fail('actor_deactivated');
    await waitUntil(() => on.heard.includes('shut out'));
    dispatchEvent(new Event('online'));
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(on.tries.length).to.equal(2);
  });

  it('lets the way go while nobody looks, and comes back with them', async () => {
    const first = await on.nth(1);
    first.listener.onChange([]);
    let state = 'hidden';
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => state });
    try {
      document.dispatchEvent(new Event('visibilitychange'));
      await waitUntil(() => first.signal.aborted);
      await new Promise((resolve) => setTimeout(resolve, 20));
      expect(on.tries.length, 'not while it is hidden').to.equal(1);
      state = 'visible';
      document.dispatchEvent(new Event('visibilitychange'));
      await on.nth(2);
    } finally {
      Reflect.deleteProperty(document, 'visibilityState');
    }
  });
});
