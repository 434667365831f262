// Choosing a new password by a link, on real databases: how long it works, that of many at once one is taken, and what it ends.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, it } from 'node:test';
import type { AppError } from '../../shared/errors.ts';
import { all, first } from '../db/database.ts';
import { everyWay } from '../testing/policies.ts';
import { PASSWORD, choosePassword, newPerson, tokenFor } from '../testing/link-askers.ts';
import { isRefusal } from '../testing/refusal.ts';
import { describeOnEachStore } from '../testing/stores.ts';
import { nextCall, visitor } from '../testing/visitors.ts';
import type { World } from '../testing/world.ts';
import { signInWithLink } from './link.ts';
import { signInWithPassword } from './password.ts';
import { resetPassword } from './reset.ts';

const MINUTE = 60_000;

describeOnEachStore('links to choose a new password', (makeWorld) => {
  let world: World;
  before(async () => {
    world = await makeWorld({ policy: everyWay, hasMail: true });
  });
  after(() => world.close());

  const choose = (...chosen: [token: string, password?: string, confirmation?: string]) =>
    choosePassword(world, ...chosen);

  it('SEC_C10 a link to choose a password lives for an hour, and only the newest of a person works', async () => {
    const ann = await newPerson(world);
    const [older, newer] = [await tokenFor(world, ann, 'reset'), await tokenFor(world, ann, 'reset')];
    await assert.rejects(choose(older), isRefusal('link_invalid'));
    const signIn = await tokenFor(world, ann);
    world.clock.now += 60 * MINUTE - 1;
    await choose(newer);
    await assert.rejects(choose(newer), isRefusal('link_used'));
    await assert.rejects(signInWithLink(visitor(world), { token: signIn }), isRefusal('link_invalid'));
    const last = await tokenFor(world, ann, 'reset');
    world.clock.now += 60 * MINUTE;
    await assert.rejects(choose(last), isRefusal('sign_in_link_expired'));
  });

  it('SEC_C10 SEC_X12 of twenty that use one reset link at once, one sets the password', async () => {
    const ann = await newPerson(world);
    const token = await tokenFor(world, ann, 'reset');
    const results = await Promise.allSettled(
      Array.from({ length: 20 }, (_, n) => choose(token, `${PASSWORD} ${n}`)),
    );
    const winner = results.findIndex(({ status }) => status === 'fulfilled');
    assert.equal(results.filter(({ status }) => status === 'fulfilled').length, 1);
    const { email: login } = ann;
    await signInWithPassword(visitor(world), { login, password: `${PASSWORD} ${winner}` });
  });

  it('SEC_C13 SEC_L09 a reset ends every session and link there was, tells the person, and lets this browser in', async () => {
    const ann = await newPerson(world);
    const before = visitor(world);
    await signInWithLink(before, { token: await tokenFor(world, ann) });
    const link = await tokenFor(world, ann);
    world.clock.now += 1;
    const ctx = visitor(world);
    await resetPassword(ctx, {
      token: await tokenFor(world, ann, 'reset'),
      password: PASSWORD,
      confirmation: PASSWORD,
    });
    assert.equal((await nextCall(world, before)).caller.kind, 'anonymous');
    assert.equal((await nextCall(world, ctx)).caller.kind, 'account');
    await assert.rejects(signInWithLink(visitor(world), { token: link }), isRefusal('link_invalid'));
    assert.deepEqual(
      (
        await all<{ kind: string }>(
          world.database.read,
          "SELECT kind FROM outbox WHERE account_id = ? AND kind = 'password-changed'",
          [ann.accountId],
        )
      ).length,
      1,
    );
    assert.doesNotMatch(JSON.stringify(await world.dump()), new RegExp(`${PASSWORD}|${link}`));
  });

  it('SEC_C05 a link that was used opens nothing, and however often its form is sent, nothing is computed for it', async () => {
    const token = await tokenFor(world, await newPerson(world), 'reset');
    await choose(token);
    const sent = await Promise.allSettled(
      Array.from({ length: 300 }, () =>
        resetPassword(
          visitor(world),
          { token, password: PASSWORD, confirmation: PASSWORD },
          { idempotencyKey: randomUUID(), session: randomUUID() },
        ),
      ),
    );
    const refusals = sent.map((one) => (one.status === 'rejected' ? (one.reason as AppError).code : 'in'));
    assert.deepEqual([...new Set(refusals)], ['link_used']);
  });

  it('P45 P52 a reset obeys the rules of passwords and consumes nothing where it is refused', async () => {
    const ann = await newPerson(world);
    const token = await tokenFor(world, ann, 'reset');
    await assert.rejects(choose(token, 'short'), isRefusal('password_too_weak'));
    await assert.rejects(choose(token, PASSWORD, `${PASSWORD} `), isRefusal('password_mismatch'));
    await assert.rejects(choose(token, 'password'), isRefusal('password_common'));
    await choose(token);
    const row = await first<{ hash: string }>(
      world.database.read,
      'SELECT password_hash AS hash FROM accounts WHERE id = ?',
      [ann.accountId],
    );
    assert.match(row!.hash, /^\$argon2id\$/);
  });
});
