// How often a password may be tried: strangers run into limits that say nothing, and nobody is shut out by them.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { AccountId } from '../../shared/ids.ts';
import type { UseCaseContext } from '../context.ts';
import { all } from '../db/database.ts';
import { spend } from '../limits/limits.ts';
import { everyWay, manyRoles } from '../testing/policies.ts';
import { isRefusal } from '../testing/refusal.ts';
import { givePassword, nextCall, visitor } from '../testing/visitors.ts';
import type { World } from '../testing/world.ts';
import { createWorld } from '../testing/world.ts';
import { signInWithPassword } from './password.ts';

const PASSWORD = ' Käse & Brot  42 ';
const MINUTE = 60_000;

describe('how often a password may be tried', () => {
  let world: World;
  let owner: AccountId;
  before(async () => {
    world = await createWorld({ policy: everyWay });
    owner = (await world.addMember({ email: 'owner@acme.test', roles: ['owner'] })).accountId;
    await givePassword(world, owner, PASSWORD);
  });
  after(() => world.close());

  const attempt = (ctx: UseCaseContext, password: string, login = 'owner@acme.test') =>
    signInWithPassword(ctx, { login, password });
  const code = async (job: Promise<unknown>): Promise<string> =>
    job.then(
      () => 'in',
      (error: { code?: string }) => error.code ?? assert.fail(String(error)),
    );

  it('SEC_C08 SEC_C09 ten failures shut strangers out without a word, and neither a known browser nor a link', async () => {
    const known = visitor(world, { network: '198.51.100.0/24' });
    await attempt(known, PASSWORD);
    const attacker = visitor(world, { network: '203.0.113.0/24' });
    const answers: string[] = [];
    for (let n = 0; n < 12; n += 1) answers.push(await code(attempt(attacker, `guess ${n}`)));
    assert.deepEqual(new Set(answers), new Set(['sign_in_failed']));
    assert.equal(
      await code(attempt(attacker, PASSWORD)),
      'sign_in_failed',
      'the right one tells nothing either',
    );
    assert.equal(await code(attempt(visitor(world), PASSWORD)), 'sign_in_failed');
    assert.equal(await code(attempt(await nextCall(world, known), PASSWORD)), 'in');
    assert.equal(
      await code(
        attempt(visitor(world, { deviceMark: (await nextCall(world, known)).visit.deviceMark }), PASSWORD),
      ),
      'in',
      'also after signing out',
    );
    world.clock.now += 15 * MINUTE;
    assert.equal(await code(attempt(visitor(world), PASSWORD)), 'in');
  });

  it('SEC_C09 a thousand tries from many networks leave the owner a way in', async () => {
    const known = visitor(world);
    await attempt(known, PASSWORD);
    const ctx = visitor(world);
    await ctx.write({ action: 'test.spend', input: null }, (tx) => spend(tx, 'wrongPasswords', owner, 10));
    for (let n = 0; n < 30; n += 1)
      await assert.rejects(
        attempt(visitor(world, { network: `2001:db8:${n}:1::/64` }), 'x'),
        isRefusal('sign_in_failed'),
      );
    assert.equal(await code(attempt(await nextCall(world, known), PASSWORD)), 'in');
    world.clock.now += 15 * MINUTE;
  });

  it('SEC_C09 the mark of another person, a made-up one and one from before the last password open no way around', async () => {
    const eve = await world.addMember({ email: 'eve@acme.test', roles: ['member'] });
    await givePassword(world, eve.accountId, PASSWORD);
    const hers = visitor(world);
    await attempt(hers, PASSWORD, 'eve@acme.test');
    const { deviceMark } = (await nextCall(world, hers)).visit;
    await visitor(world).write({ action: 'test.spend', input: null }, (tx) =>
      spend(tx, 'wrongPasswords', owner, 10),
    );
    assert.equal(await code(attempt(visitor(world, { deviceMark }), PASSWORD)), 'sign_in_failed');
    assert.equal(
      await code(attempt(visitor(world, { deviceMark: `${deviceMark}.x` }), PASSWORD)),
      'sign_in_failed',
    );
    world.clock.now += 15 * MINUTE;
  });

  it('a known browser has a limit of its own, and says when to come back', async () => {
    const known = visitor(world);
    await attempt(known, PASSWORD);
    const { deviceMark } = (await nextCall(world, known)).visit;
    const answers: string[] = [];
    for (let n = 0; n < 11; n += 1)
      answers.push(await code(attempt(visitor(world, { deviceMark }), 'slip of a finger')));
    assert.deepEqual(answers, [...Array<string>(10).fill('sign_in_failed'), 'rate_limited']);
    world.clock.now += 15 * MINUTE;
  });

  it('SEC_C08 SEC_G06 a network has a hundred failures in a quarter of an hour, also at once; successes do not count', async () => {
    const network = '2001:db8:7:7::/64';
    await visitor(world).write({ action: 'test.spend', input: null }, (tx) =>
      spend(tx, 'wrongPasswordsOfNetwork', network, 95),
    );
    for (let n = 0; n < 3; n += 1)
      assert.equal(await code(attempt(visitor(world, { network }), PASSWORD)), 'in');
    const at = await Promise.all(
      Array.from({ length: 10 }, (_, n) =>
        code(attempt(visitor(world, { network }), 'x', `nobody${n}@acme.test`)),
      ),
    );
    assert.deepEqual(at.toSorted(), [
      ...Array<string>(5).fill('rate_limited'),
      ...Array<string>(5).fill('sign_in_failed'),
    ]);
    await assert.rejects(attempt(visitor(world, { network }), PASSWORD), (error: { details?: unknown }) => {
      assert.deepEqual(error.details, { limited: 'wrongPasswordsOfNetwork', retryAfter: 900 });
      return isRefusal('rate_limited')(error);
    });
    const limits = await all<{ after: string }>(
      world.database.read,
      "SELECT after FROM audit WHERE action = 'account.sign-in-failed' AND after LIKE '%OfNetwork%'",
    );
    assert.equal(limits.length, 1, 'SEC_L04 the trail hears of a limit once');
    world.clock.now += 15 * MINUTE;
    assert.equal(await code(attempt(visitor(world, { network }), PASSWORD)), 'in');
  });

  it('counters hold no login', async () => {
    await assert.rejects(attempt(visitor(world), 'x', 'who.ever@acme.test'));
    for (const { key } of await all<{ key: string }>(world.database.read, 'SELECT key FROM limits'))
      assert.match(key, /^\w+:[\w-]{43}$/);
  });

  it('is refused where the policy has no passwords, and on pages that are not ours', async () => {
    await assert.rejects(attempt(visitor(world, { isOwnPage: false }), PASSWORD), isRefusal('not_signed_in'));
    const without = await createWorld({ policy: manyRoles });
    try {
      await assert.rejects(attempt(visitor(without), PASSWORD), isRefusal('not_in_policy'));
    } finally {
      await without.close();
    }
  });
});
