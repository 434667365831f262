// What has served its time goes, on a real database, and nothing before its time.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { all, run } from './database.ts';
import type { World } from '../testing/world.ts';
import { START, createWorld } from '../testing/world.ts';
import { plantSession } from '../testing/sessions.ts';
import { HISTORY_LIFE, IDEMPOTENCY_LIFE, LINK_REMEMBERED, purgeExpired } from './retention.ts';

describe('retention', () => {
  let world: World;
  before(async () => {
    world = await createWorld();
  });
  after(() => world.close());

  it('SEC_K07 takes answers after a day, sessions, counters and departures at their end, links a week after it and those of nobody at it, histories after a year and a day, to the millisecond, however many', async () => {
    const { id: memberId, accountId } = await world.addMember({ email: 'a@acme.test', roles: ['owner'] });
    const [member] = await all<{ seq: number }>(world.database.read, 'SELECT seq FROM members WHERE id = ?', [
      memberId,
    ]);
    const memberSeq = member!.seq;
    await world.database.write(async (tx) => {
      const values = Array.from(
        { length: 1300 },
        (_, n) => `('old-${n}', 'system', '', '{}', ${START - IDEMPOTENCY_LIFE - (n % 7)})`,
      );
      await run(
        tx,
        `INSERT INTO idempotency (key, actor, body_hash, reply, created_at) VALUES ${values.join(',')}, ('young', 'system', '', '{}', ${START - IDEMPOTENCY_LIFE + 1})`,
      );
      await plantSession(tx, { id: 'over', accountId, expiresAt: START });
      await plantSession(tx, { id: 'living', accountId, expiresAt: START + 1 });
      for (const [id, over] of [
        ['over', 0],
        ['running', 1],
      ] as const) {
        await run(
          tx,
          "INSERT INTO links (id, kind, account_id, created_at, expires_at) VALUES (?, 'sign-in', ?, 0, ?)",
          [id, accountId, START - LINK_REMEMBERED + over],
        );
        await run(
          tx,
          "INSERT INTO links (id, kind, account_id, created_at, expires_at) VALUES (?, 'sign-in', 'nobody', 0, ?)",
          [`${id} of nobody`, START + over],
        );
        for (const [table, keys] of [
          ['sign_ins', 'account_id, is_ok'],
          ['visits', 'member_seq, session'],
        ] as const) {
          await run(tx, `INSERT INTO ${table} (at, by, ${keys}) VALUES (?, 'link', ?, ?)`, [
            START - HISTORY_LIFE + over,
            table === 'visits' ? memberSeq : accountId,
            table === 'visits' ? id : 1,
          ]);
        }
      }
      await run(tx, 'INSERT INTO limits (key, total, until) VALUES (?, 1, ?), (?, 1, ?)', [
        'over',
        START,
        'running',
        START + 1,
      ]);
      await run(
        tx,
        "INSERT INTO departures (workspace_id, digest, at, until) VALUES ('w', 'over', 0, ?), ('w', 'running', 0, ?), ('w', 'for good', 0, NULL)",
        [START, START + 1],
      );
    });
    assert.deepEqual(await purgeExpired(world.database, START), {
      idempotency: 1300,
      sessions: 1,
      links: 2,
      attempts: 0,
      history: 2,
      limits: 1,
      departures: 1,
    });
    assert.deepEqual(
      (await all<{ id: string }>(world.database.read, 'SELECT id FROM links ORDER BY id')).map(
        ({ id }) => id,
      ),
      ['running', 'running of nobody'],
    );
    assert.deepEqual(
      (await all<{ key: string }>(world.database.read, 'SELECT key FROM idempotency')).map(({ key }) => key),
      ['young'],
    );
    assert.deepEqual(
      (await all<{ id: string }>(world.database.read, 'SELECT id FROM sessions')).map(({ id }) => id),
      ['living'],
    );
    assert.deepEqual(await purgeExpired(world.database, START), {
      idempotency: 0,
      sessions: 0,
      links: 0,
      attempts: 0,
      history: 0,
      limits: 0,
      departures: 0,
    });
    assert.deepEqual(await purgeExpired(world.database, START + 40 * 24 * 3600 * 1000), {
      idempotency: 1,
      sessions: 1,
      links: 2,
      attempts: 0,
      history: 2,
      limits: 1,
      departures: 1,
    });
  });
});
