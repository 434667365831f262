// Signing in with a password, on real databases: who comes in, who does not, what both leave behind, and how often anybody may try.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import type { AccountId, WorkspaceId } from '../../shared/ids.ts';
import type { UseCaseContext } from '../context.ts';
import { all, first, run } from '../db/database.ts';
import { everyWay } from '../testing/policies.ts';
import { isRefusal } from '../testing/refusal.ts';
import { assertSameTime } from '../testing/same-time.ts';
import { openSession } from '../testing/sessions.ts';
import { describeOnEachStore } from '../testing/stores.ts';
import { givePassword, nextCall, sessionsOf, visitor } from '../testing/visitors.ts';
import type { World } from '../testing/world.ts';
import { accountCaller, createWorld } from '../testing/world.ts';
import { signInWithPassword } from './password.ts';
import { signOut } from './sign-out.ts';

const PASSWORD = ' Käse & Brot  42 ';
const MINUTE = 60_000;

describeOnEachStore('signing in with a password', (makeWorld) => {
  let world: World;
  let ann: AccountId;
  before(async () => {
    world = await makeWorld({ policy: everyWay });
    ann = (await world.addMember({ email: 'ann@acme.test', roles: ['owner'] })).accountId;
    await givePassword(world, ann, PASSWORD);
    await set(ann, 'username', 'Ann.Lee');
    await set(ann, 'username_key', 'ann.lee');
  });
  after(() => world.close());

  const set = (id: AccountId, column: string, value: string | number | null) =>
    world.database.write((tx) => run(tx, `UPDATE accounts SET ${column} = ? WHERE id = ?`, [value, id]));
  const enterAs = (login: string, password = PASSWORD, ctx = visitor(world)) =>
    signInWithPassword(ctx, { login, password });
  const refused = isRefusal('sign_in_failed');
  const history = (id: AccountId) =>
    all<{ by: string; ok: number }>(
      world.database.read,
      'SELECT by, is_ok AS ok FROM sign_ins WHERE account_id = ? ORDER BY seq',
      [id],
    );
  const trail = () =>
    all<{ action: string; target: string; after: string; personal: string }>(
      world.database.read,
      'SELECT a.action, a.target_id AS target, a.after, p.data AS personal FROM audit a JOIN audit_personal p ON p.seq = a.seq ORDER BY a.seq DESC LIMIT 1',
    );

  for (const login of ['ann@acme.test', ' Ann@ACME.test\n', 'ann.lee', 'Ann.Lee', ' ANN.LEE '])
    it(`D22 W3 a person signs in as ${JSON.stringify(login)}`, async () => {
      const ctx = visitor(world);
      assert.deepEqual(await enterAs(login, PASSWORD, ctx), { to: null, mustChangePassword: false });
      const next = await nextCall(world, ctx);
      assert.equal(next.caller.kind === 'account' && next.caller.accountId, ann);
      assert.deepEqual((await history(ann)).at(-1), { by: 'password', ok: 1 });
      const [entry] = await trail();
      assert.deepEqual([entry!.action, entry!.target], ['account.sign-in', ann]);
    });

  it('SEC_C03 P44 the password counts exactly as typed, and the address as it is stored', async () => {
    for (const password of [
      PASSWORD.trim(),
      PASSWORD.toUpperCase(),
      PASSWORD.normalize('NFD'),
      `${PASSWORD} `,
      'x',
    ])
      await assert.rejects(enterAs('ann@acme.test', password), refused);
    for (const login of ['ann@acme.tset', 'ann', 'ann@', '', '\u0000', 'аnn@acme.test', '%', "' OR 1=1 --"])
      await assert.rejects(enterAs(login), refused);
    world.clock.now += 15 * MINUTE;
  });

  it('SEC_D02 each sign-in has a session of its own, and the one that the browser had is over', async () => {
    const ctx = visitor(world);
    await enterAs('ann@acme.test', PASSWORD, ctx);
    const again = await nextCall(world, ctx);
    await enterAs('ann@acme.test', PASSWORD, again);
    assert.notEqual(again.replyCookies[0], ctx.replyCookies[0]);
    assert.equal((await nextCall(world, ctx)).caller.kind, 'anonymous');
    assert.equal((await nextCall(world, again)).caller.kind, 'account');
  });

  it('SEC_D02 a cookie that somebody else planted is never adopted', async () => {
    const planted = `__Host-user-admin=${'x'.repeat(43)}`;
    const ctx = visitor(world);
    await enterAs('ann@acme.test', PASSWORD, ctx);
    assert.ok(ctx.replyCookies.every((cookie) => !cookie.startsWith(planted)));
    assert.equal(await ctx.sessions.find('x'.repeat(43)), null);
  });

  it('SEC_L04 SEC_L05 a failure stands in the history and the trail, and neither says what was typed', async () => {
    await assert.rejects(enterAs('ann@acme.test', 'a secret that is wrong'), refused);
    assert.deepEqual((await history(ann)).at(-1), { by: 'password', ok: 0 });
    const [entry] = await trail();
    assert.deepEqual([entry!.action, entry!.target], ['account.sign-in-failed', ann]);
    await assert.rejects(enterAs('a secret typed into the wrong field', PASSWORD), refused);
    const [unknown] = await trail();
    assert.deepEqual([unknown!.action, unknown!.target], ['account.sign-in-failed', 'nobody']);
    assert.doesNotMatch(JSON.stringify(await world.dump()), /a secret (that|typed)/);
    world.clock.now += 15 * MINUTE;
  });

  it('a person who has to choose a new password is told so, and signs in', async () => {
    await set(ann, 'must_change_password', 1);
    assert.deepEqual(await enterAs('ann@acme.test'), { to: null, mustChangePassword: true });
    await set(ann, 'must_change_password', 0);
  });

  it('SEC_S09 the way on leads to our own origin only', async () => {
    const to = async (wish: string) =>
      (await signInWithPassword(visitor(world), { login: 'ann.lee', password: PASSWORD, to: wish })).to;
    assert.equal(await to('/invitation/abc'), 'https://people.example/invitation/abc');
    assert.equal(await to('//evil.example'), 'https://people.example/account');
  });

  it('a hash of another cost is made anew when the password is at hand', async () => {
    const { hash } = await import('@node-rs/argon2');
    await set(ann, 'password_hash', await hash(PASSWORD, { memoryCost: 8192, timeCost: 1, parallelism: 1 }));
    await enterAs('ann@acme.test');
    const row = await first<{ hash: string }>(
      world.database.read,
      'SELECT password_hash AS hash FROM accounts WHERE id = ?',
      [ann],
    );
    assert.match(row!.hash, /m=19456,t=2,p=1/);
    await enterAs('ann@acme.test');
  });

  it('SEC_C06 P43 T20 P28 D35 who is unknown, wrong, deactivated, pending, of a provider or without a password gets one answer', async () => {
    const provided = await world.addWorkspace('Provided');
    const [off, none, sso, local] = await Promise.all(
      (
        [
          ['off@acme.test', 'deactivated', world.workspaceId],
          ['none@acme.test', 'active', world.workspaceId],
          ['sso@acme.test', 'active', provided],
          ['local@acme.test', 'active', provided],
        ] as const
      ).map(async ([email, status, workspaceId]) =>
        world.addMember({ email, roles: ['member'], status, workspaceId: workspaceId as WorkspaceId }),
      ),
    );
    await world.database.write(async (tx) => {
      await run(tx, 'UPDATE workspaces SET external_authentication = 1 WHERE id = ?', [provided]);
      await run(tx, "UPDATE members SET source = 'provider' WHERE id = ?", [sso!.id]);
      await run(
        tx,
        "INSERT INTO accounts (id, email, email_key, name, created_at) VALUES ('account-pending', 'pending@acme.test', 'pending@acme.test', '', 0)",
      );
    });
    for (const id of [off!.accountId, sso!.accountId, local!.accountId, 'account-pending' as AccountId])
      await givePassword(world, id, PASSWORD);
    const answers = await Promise.all(
      ['unknown', 'off', 'none', 'sso', 'pending'].map(async (name) => {
        const ctx = visitor(world);
        const error = await enterAs(`${name}@acme.test`, PASSWORD, ctx).then(
          () => assert.fail(`${name} came in`),
          (refusal: unknown) => refusal,
        );
        assert.ok(refused(error));
        return [JSON.stringify(error), ctx.replyCookies];
      }),
    );
    for (const answer of answers) assert.deepEqual(answer, answers[0]);
    for (const { accountId } of [off!, none!, sso!]) assert.equal(await sessionsOf(world, accountId), 0);
    // The provider is the workspace's, and who was there before it still comes in when it is down.
    await enterAs('local@acme.test');
    world.clock.now += 15 * MINUTE;
  });

  it('W2 a person in several workspaces comes into all of them, and out of one stays in the other', async () => {
    const other = await world.addWorkspace('Other');
    const eve = await world.addMember({ email: 'eve@acme.test', roles: ['member'], status: 'deactivated' });
    await world.addMember({ email: 'eve@acme.test', roles: ['member'], workspaceId: other });
    await givePassword(world, eve.accountId, PASSWORD);
    const ctx = visitor(world);
    await enterAs('eve@acme.test', PASSWORD, ctx);
    const next = await nextCall(world, ctx);
    assert.equal(next.caller.kind === 'account' && next.caller.session.workspaceId, null);
  });

  it('a second click on the button of a page leads to the same session, and a slip before it to none', async () => {
    const form = { idempotencyKey: randomUUID(), session: 's'.repeat(43) };
    const wish = { login: 'ann@acme.test', password: PASSWORD };
    const before = await sessionsOf(world, ann);
    await assert.rejects(
      signInWithPassword(visitor(world), { ...wish, password: 'a slip' }, form),
      isRefusal('sign_in_failed'),
    );
    const clicks = [visitor(world), visitor(world)];
    for (const ctx of clicks) await signInWithPassword(ctx, wish, form);
    assert.equal(clicks[0]!.replyCookies[0], clicks[1]!.replyCookies[0]);
    // The second click may bring the session of the first one along.
    await signInWithPassword(await nextCall(world, clicks[0]!), wish, form);
    assert.equal(await sessionsOf(world, ann), before + 1);
    world.clock.now += 15 * MINUTE;
  });

  it('what changed while the password was verified counts', async () => {
    const ivy = await world.addMember({ email: 'ivy@acme.test', roles: ['member'] });
    await givePassword(world, ivy.accountId, PASSWORD);
    const ctx = visitor(world);
    // The write comes after the password was verified.
    const slow: UseCaseContext = {
      ...ctx,
      write: async (wish, job) => {
        await set(ivy.accountId, 'password_hash', null);
        return ctx.write(wish, job);
      },
    };
    await assert.rejects(enterAs('ivy@acme.test', PASSWORD, slow), refused);
    assert.equal(await sessionsOf(world, ivy.accountId), 0);
  });

  it('SEC_D08 signing out ends the session, here or everywhere, and clears the cookie', async () => {
    const browsers = await Promise.all(
      [1, 2, 3].map(async () => {
        const ctx = visitor(world);
        await enterAs('ann@acme.test', PASSWORD, ctx);
        return nextCall(world, ctx);
      }),
    );
    const isIn = async ({ caller }: UseCaseContext) =>
      (await first(world.database.read, 'SELECT 1 FROM sessions WHERE handle = ?', [
        caller.kind === 'account' ? caller.session.id : null,
      ])) !== undefined;
    await signOut(browsers[0]!, { everywhere: false });
    assert.match(browsers[0]!.replyCookies[0]!, /^__Host-user-admin=; .*Max-Age=0/);
    assert.deepEqual(await Promise.all(browsers.map(isIn)), [false, true, true]);
    await signOut(browsers[1]!, { everywhere: true });
    assert.deepEqual(await Promise.all(browsers.map(isIn)), [false, false, false]);
    assert.equal((await trail())[0]!.action, 'account.sign-out');
    // Who is out already is answered alike.
    await signOut(visitor(world), { everywhere: true });
  });
});

describe('signing out of a workspace that only its provider opened', () => {
  it('SEC_D08 ends that session, and no other of an account that belongs elsewhere too', async () => {
    const world = await createWorld({ policy: everyWay });
    try {
      const ann = await world.addMember({ email: 'ann@acme.test', roles: ['owner'] });
      const other = await world.addWorkspace('Other');
      await world.addMember({ email: 'ann@acme.test', roles: ['member'], workspaceId: other });
      const { sessions } = world.asSystem();
      const tokens = [
        await openSession(world.database, sessions, ann.accountId),
        await openSession(world.database, sessions, ann.accountId, {
          workspaceId: other,
          startedBy: 'provider',
        }),
      ];
      const { accountId: _id, handle, ...found } = (await sessions.find(tokens[1]!))!;
      const scoped = accountCaller(ann.accountId, world.clock.now, { ...found, id: handle });
      await assert.rejects(signOut(world.as(scoped), { everywhere: true }), isRefusal('account_is_shared'));
      await signOut(world.as(scoped), { everywhere: false });
      assert.equal(await sessions.find(tokens[1]!), null);
      assert.notEqual(await sessions.find(tokens[0]!), null);
    } finally {
      await world.close();
    }
  });
});

describe('how long a refusal takes', () => {
  it('SEC_C06 is the same for unknown, wrong, deactivated and without a password', async () => {
    const world = await createWorld({ policy: everyWay });
    try {
      const people = ['wrong', 'off', 'none'] as const;
      for (const name of people) {
        const status = name === 'off' ? 'deactivated' : 'active';
        const { accountId } = await world.addMember({
          email: `${name}@acme.test`,
          roles: ['member'],
          status,
        });
        if (name !== 'none')
          await givePassword(world, accountId, name === 'wrong' ? 'another one' : PASSWORD);
      }
      const refusal = (name: string) => () =>
        assert.rejects(
          signInWithPassword(visitor(world, { network: '' }), {
            login: `${name}@acme.test`,
            password: PASSWORD,
          }),
          isRefusal('sign_in_failed'),
        );
      await assertSameTime(
        Object.fromEntries(['unknown', ...people].map((name) => [name, refusal(name)])),
        () => (world.clock.now += 15 * MINUTE),
      );
    } finally {
      await world.close();
    }
  });
});
