// The line in which writes wait: its order, its bound, and that one failure stops nobody behind it.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isRefusal } from '../testing/refusal.ts';
import { WriteQueue } from './queue.ts';

describe('the write queue', () => {
  it('runs one job at a time, in the order they came', async () => {
    const queue = new WriteQueue();
    const steps: string[] = [];
    const job = (name: string) => async () => {
      steps.push(`${name} begins`);
      await new Promise(setImmediate);
      steps.push(`${name} ends`);
    };
    await Promise.all(['a', 'b', 'c'].map((name) => queue.run(job(name))));
    assert.deepEqual(steps, ['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
  });

  it('goes on behind a job that fails', async () => {
    const queue = new WriteQueue();
    const failing = queue.run(() => Promise.reject(new Error('broken')));
    const next = queue.run(() => Promise.resolve('done'));
    await assert.rejects(failing, /broken/);
    assert.equal(await next, 'done');
  });

  it('goes on behind a job that throws before it promises anything', async () => {
    const queue = new WriteQueue();
    await assert.rejects(
      queue.run(() => assert.fail('thrown')),
      /thrown/,
    );
    assert.equal(await queue.run(() => Promise.resolve('done')), 'done');
  });

  it('SEC_R3 refuses one more than may wait, by a rejection, and takes work again afterwards', async () => {
    const queue = new WriteQueue(2);
    const results = await Promise.allSettled(
      [1, 2, 3].map((number) => queue.run(() => Promise.resolve(number))),
    );
    assert.deepEqual(
      results.map(({ status }) => status),
      ['fulfilled', 'fulfilled', 'rejected'],
    );
    assert.ok(isRefusal('busy')((results[2] as PromiseRejectedResult).reason));
    assert.equal(await queue.run(() => Promise.resolve('again')), 'again');
  });

  it('SEC_C05 gives everything else a turn between two jobs, however many wait', async () => {
    const queue = new WriteQueue();
    let turns = 0;
    const turn = (): void => {
      turns += 1;
      if (turns < 100) setImmediate(turn);
    };
    setImmediate(turn);
    const seen: number[] = [];
    // As with a local database: nothing of a job waits for the event loop.
    await Promise.all(
      Array.from({ length: 20 }, () =>
        queue.run(async () => {
          await Promise.resolve();
          seen.push(turns);
        }),
      ),
    );
    assert.ok(new Set(seen).size >= 19, seen.join());
  });

  it('is idle once everything that waited is done', async () => {
    const queue = new WriteQueue();
    let isDone = false;
    void queue.run(async () => {
      await new Promise(setImmediate);
      isDone = true;
    });
    await queue.idle();
    assert.equal(isDone, true);
  });
});
