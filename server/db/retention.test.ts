// What has served its time goes, on a real database, and nothing before its time.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { all, run } from './database.ts';
import type { World } from '../testing/world.ts';
import { START, createWorld } from '../testing/world.ts';
import { IDEMPOTENCY_LIFE, purgeExpired } from './retention.ts';

describe('retention', () => {
  let world: World;
  before(async () => {
    world = await createWorld();
  });
  after(() => world.close());

  it('SEC_K07 takes answers after a day, sessions and counters at their end, to the millisecond, however many', async () => {
    const { accountId } = await world.addMember({ email: 'a@acme.test', roles: ['owner'] });
    await world.database.write(async (tx) => {
      const values = Array.from(
        { length: 1300 },
        (_, n) => `('old-${n}', 'system', '', '{}', ${START - IDEMPOTENCY_LIFE - (n % 7)})`,
      );
      await run(
        tx,
        `INSERT INTO idempotency (key, actor, body_hash, reply, created_at) VALUES ${values.join(',')}, ('young', 'system', '', '{}', ${START - IDEMPOTENCY_LIFE + 1})`,
      );
      await run(
        tx,
        'INSERT INTO sessions (id, account_id, expires_at, created_at) VALUES (?, ?, ?, 0), (?, ?, ?, 0)',
        ['over', accountId, START, 'living', accountId, START + 1],
      );
      await run(tx, 'INSERT INTO limits (key, total, until) VALUES (?, 1, ?), (?, 1, ?)', [
        'over',
        START,
        'running',
        START + 1,
      ]);
    });
    assert.deepEqual(await purgeExpired(world.database, START), {
      idempotency: 1300,
      sessions: 1,
      limits: 1,
    });
    assert.deepEqual(
      (await all<{ key: string }>(world.database.read, 'SELECT key FROM idempotency')).map(({ key }) => key),
      ['young'],
    );
    assert.deepEqual(
      (await all<{ id: string }>(world.database.read, 'SELECT id FROM sessions')).map(({ id }) => id),
      ['living'],
    );
    assert.deepEqual(await purgeExpired(world.database, START), { idempotency: 0, sessions: 0, limits: 0 });
    assert.deepEqual(await purgeExpired(world.database, START + 40 * 24 * 3600 * 1000), {
      idempotency: 1,
      sessions: 1,
      limits: 1,
    });
  });
});
