// Who may use the one connection when.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isRefusal } from '../testing/refusal.ts';
import { Turns } from './turns.ts';

const LONG = 60_000;

describe('turns on one connection', () => {
  it('come one after the other, whatever became of the one before', async () => {
    const turns = new Turns(LONG);
    const seen: string[] = [];
    const job = (name: string) => async () => {
      seen.push(`${name} begins`);
      await Promise.resolve();
      seen.push(`${name} ends`);
      if (name === 'first') throw new Error('gone');
    };
    const [first, second] = await Promise.allSettled([turns.take(job('first')), turns.take(job('second'))]);
    assert.deepEqual([first.status, second.status], ['rejected', 'fulfilled']);
    assert.deepEqual(seen, ['first begins', 'first ends', 'second begins', 'second ends']);
  });

  it('are no more than so many, and whoever comes then is told to come again', async () => {
    const turns = new Turns(LONG);
    const held = Promise.withResolvers<void>();
    const waiting = Array.from({ length: 20 }, () => turns.take(() => held.promise));
    await assert.rejects(
      turns.take(() => held.promise),
      isRefusal('busy'),
    );
    held.resolve();
    await Promise.all(waiting);
    await turns.take(() => Promise.resolve());
  });

  it('are waited for no longer than so long, while what is under way goes on before the next', async () => {
    const turns = new Turns(1);
    const held = Promise.withResolvers<string>();
    const seen: string[] = [];
    await assert.rejects(
      turns.take(async () => seen.push(await held.promise)),
      isRefusal('database_unavailable'),
    );
    const next = turns.take(async () => seen.push('next'));
    held.resolve('first');
    await next;
    assert.deepEqual(seen, ['first', 'next']);
  });
});
