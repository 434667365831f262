// One's own password: by the current one, with an end of everything else that opened the account.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, beforeEach, describe, it } from 'node:test';
import type { AccountId, HostKeyId, LinkId, MemberId, WorkspaceId } from '../../shared/ids.ts';
import { FRESH_FOR } from '../../shared/sessions/session.ts';
import type { UseCaseContext } from '../context.ts';
import { all, first, run } from '../db/database.ts';
import { insertLink } from '../links/store.ts';
import { verifyPassword } from '../passwords/hash.ts';
import { actingMember } from '../sessions/acting-member.ts';
import type { SignedIn } from '../testing/people.ts';
import { browserOf, givePassword, signIn, waitingNews } from '../testing/people.ts';
import { withPasswords } from '../testing/policies.ts';
import { codeOf, isRefusal } from '../testing/refusal.ts';
import type { World } from '../testing/world.ts';
import { createWorld, subjectCaller } from '../testing/world.ts';
import { changePassword } from './change-password.ts';
import { getAccount } from './read.ts';

const OLD = 'Anvil-7-rosette';
const NEW = 'Quiver_8_hamlet';

const change = (ctx: UseCaseContext, current: string | undefined, password = NEW, confirmation = password) =>
  changePassword(ctx, {
    ...(current !== undefined && { current }),
    password,
    confirmation,
    idempotencyKey: randomUUID(),
  });

describe('changing the own password', () => {
  let world: World;
  let ana: { id: MemberId; accountId: AccountId };
  let here: SignedIn;
  const worlds: World[] = [];
  beforeEach(async () => {
    world = await createWorld({ policy: withPasswords, hasMail: true });
    worlds.push(world);
    ana = await world.addMember({ email: 'ana@acme.test', name: 'Ana', roles: ['staff'] });
    await givePassword(world, ana.accountId, OLD);
    here = await signIn(world, ana.accountId);
  });
  after(() => Promise.all(worlds.map((each) => each.close())));

  const stored = () =>
    first<{ hash: string | null; mustChange: number; validFrom: number }>(
      world.database.read,
      'SELECT password_hash AS hash, must_change_password AS mustChange, valid_from AS validFrom FROM accounts WHERE id = ?',
      [ana.accountId],
    );
  const opens = async (password: string) => verifyPassword((await stored())!.hash, password);

  it('SEC_C14 replaces it by the current one', async () => {
    await change(await here.call(), OLD);
    assert.equal(await opens(NEW), true);
    assert.equal(await opens(OLD), false);
  });

  it('SEC_C13 SEC_D02 ends all other sessions, links and what a host signed; this browser stays in by a new value', async () => {
    const elsewhere = await signIn(world, ana.accountId);
    const hostKeyId = 'host-key-1' as HostKeyId;
    await world.database.write(async (sql) => {
      await run(sql, "INSERT INTO host_keys (id, name, created_at) VALUES (?, 'Host', 0)", [hostKeyId]);
      await run(
        sql,
        "INSERT INTO subjects (host_key_id, workspace_id, subject, member_id) VALUES (?, ?, 'ana', ?)",
        [hostKeyId, world.workspaceId, ana.id],
      );
      const { accountId } = ana;
      for (const kind of ['sign-in', 'reset', 'email'] as const)
        await insertLink(sql, {
          id: `link-${kind}` as LinkId,
          kind,
          accountId,
          data: {},
          createdAt: world.clock.now,
          expiresAt: world.clock.now + 60_000,
        });
    });
    const token = subjectCaller(hostKeyId, 'ana', world.clock.now);
    assert.equal(
      (await actingMember(world.database.read, token, world.workspaceId, world.policy)).memberId,
      ana.id,
    );
    world.clock.now += 5000;
    const ctx = await here.call();
    const before = await getAccount(ctx);
    const name = ctx.caller.kind === 'account' ? (ctx.caller.session.id as string) : '';
    await change(ctx, OLD);
    assert.equal(await here.isIn(), false);
    assert.equal(await elsewhere.isIn(), false);
    assert.deepEqual(await all(world.database.read, 'SELECT id FROM links'), []);
    await assert.rejects(
      actingMember(world.database.read, token, world.workspaceId, world.policy),
      isRefusal('token_invalid'),
    );
    assert.equal(ctx.replyCookies.length, 1);
    const now = browserOf(world, ctx.replyCookies[0]);
    assert.notEqual(now.token, here.token);
    const [session] = await all<{ handle: string }>(world.database.read, 'SELECT handle FROM sessions');
    assert.equal(session!.handle, name, 'under the name that lists and visits know it by');
    assert.deepEqual(await getAccount(await now.call()), { ...before, passwordSetAt: world.clock.now });
    const news = subjectCaller(hostKeyId, 'ana', world.clock.now);
    assert.equal(
      (await actingMember(world.database.read, news, world.workspaceId, world.policy)).memberId,
      ana.id,
    );
  });

  it('SEC_L09 tells the person by mail and the trail of the workspace without a value', async () => {
    await change(await here.call(), OLD);
    assert.deepEqual(
      (await waitingNews(world)).map(({ kind, accountId, data }) => ({ kind, accountId, data })),
      [{ kind: 'password-changed', accountId: ana.accountId, data: { language: 'en' } }],
    );
    assert.ok(world.mail.woken > 0);
    const trail = await all<{ action: string; workspaceId: string; actorId: string; targetId: string }>(
      world.database.read,
      'SELECT action, workspace_id AS workspaceId, actor_id AS actorId, target_id AS targetId FROM audit',
    );
    assert.deepEqual(
      trail.map((row) => ({ ...row })),
      [
        {
          action: 'account.change-password',
          workspaceId: world.workspaceId,
          actorId: ana.id,
          targetId: ana.id,
        },
      ],
    );
    const dump = JSON.stringify(await world.dump());
    for (const secret of [OLD, NEW]) assert.ok(!dump.includes(secret), 'SEC_L05 no password is stored');
  });

  it('SEC_C14 refuses a wrong current one and none at all, and changes nothing but the count', async () => {
    const elsewhere = await signIn(world, ana.accountId);
    for (const wrong of ['Wrong_1_password', `${OLD} `, OLD.toLowerCase(), undefined])
      await assert.rejects(change(await here.call(), wrong), isRefusal('password_wrong'));
    assert.equal(await opens(OLD), true);
    assert.equal(await here.isIn(), true);
    assert.equal(await elsewhere.isIn(), true);
    assert.deepEqual(await waitingNews(world), []);
    const failed = await all<{ isOk: number }>(world.database.read, 'SELECT is_ok AS isOk FROM sign_ins');
    assert.deepEqual(
      failed.map(({ isOk }) => isOk),
      [0, 0, 0],
      'what was tried stands in the history',
    );
  });

  it('SEC_C14 lets nobody guess: ten wrong ones, then none for a quarter of an hour, the right one neither', async () => {
    for (let n = 0; n < 10; n++)
      await assert.rejects(change(await here.call(), `Wrong_${n}_one`), isRefusal('password_wrong'));
    await assert.rejects(change(await here.call(), OLD), isRefusal('rate_limited'));
    world.clock.now += 15 * 60_000;
    await change(await here.call(), OLD);
    assert.equal(await opens(NEW), true);
  });

  it('SEC_C14 counts tries that come at once like tries one after the other', async () => {
    const ctx = await here.call();
    const results = await Promise.allSettled(
      Array.from({ length: 14 }, (_, n) => change(ctx, `Wrong_${n}_one`)),
    );
    const codes = results.map(codeOf);
    assert.equal(codes.filter((code) => code === 'password_wrong').length, 10);
    assert.equal(codes.filter((code) => code === 'rate_limited').length, 4);
  });

  it('a right one is not counted', async () => {
    for (let n = 0; n < 12; n++) {
      const ctx = await here.call();
      await changePassword(ctx, {
        current: n % 2 === 0 ? OLD : NEW,
        password: n % 2 === 0 ? NEW : OLD,
        confirmation: n % 2 === 0 ? NEW : OLD,
        idempotencyKey: randomUUID(),
      });
      here = browserOf(world, ctx.replyCookies[0]);
    }
  });

  it('SEC_C01 SEC_C02 D33 D34 refuses what the rules, the list or the confirmation refuse, and the same again', async () => {
    const ctx = await here.call();
    await assert.rejects(change(ctx, OLD, 'short1!'), isRefusal('password_too_weak'));
    await assert.rejects(change(ctx, OLD, 'Password1!'), isRefusal('password_common'));
    await assert.rejects(change(ctx, OLD, NEW, `${NEW} `), isRefusal('password_mismatch'));
    await assert.rejects(change(ctx, OLD, OLD), isRefusal('password_unchanged'));
    assert.equal(await opens(OLD), true);
  });

  it('where there is none yet it takes a fresh sign-in instead', async () => {
    await world.database.write((sql) =>
      run(sql, 'UPDATE accounts SET password_hash = NULL, password_set_at = NULL'),
    );
    world.clock.now += FRESH_FOR;
    await assert.rejects(change(await here.call(), undefined), isRefusal('fresh_sign_in_required'));
    await assert.rejects(change(await here.call(), OLD), isRefusal('fresh_sign_in_required'));
    const fresh = await signIn(world, ana.accountId);
    await change(await fresh.call(), undefined);
    assert.equal(await opens(NEW), true);
    const row = await first<{ action: string }>(world.database.read, 'SELECT action FROM audit');
    assert.equal(row?.action, 'account.set-password');
  });

  it('SEC_X10 the same wish twice at once has one effect, and of two wishes at once one is told that it is late', async () => {
    const ctx = await here.call();
    const wish = { current: OLD, password: NEW, confirmation: NEW, idempotencyKey: randomUUID() };
    assert.deepEqual(await Promise.all([changePassword(ctx, wish), changePassword(ctx, wish)]), [
      { changed: true },
      { changed: true },
    ]);
    assert.equal((await waitingNews(world)).length, 1);
    here = browserOf(world, ctx.replyCookies[0]);
    const next = await here.call();
    const results = await Promise.allSettled([
      change(next, NEW, 'First_9_choice'),
      change(next, NEW, 'Other_9_choice'),
    ]);
    assert.deepEqual(results.map(codeOf).map(String).toSorted(), ['null', 'password_wrong']);
  });

  it('SEC_B14 the record of a wish says nothing that a password could be guessed from', async () => {
    const ctx = await here.call();
    const key = randomUUID();
    await changePassword(ctx, { current: OLD, password: NEW, confirmation: NEW, idempotencyKey: key });
    const record = await first<{ bodyHash: string; reply: string }>(
      world.database.read,
      'SELECT body_hash AS bodyHash, reply FROM idempotency WHERE key = ?',
      [key],
    );
    assert.equal(record!.reply, 'true');
    here = browserOf(world, ctx.replyCookies[0]);
    const other = randomUUID();
    await changePassword(await here.call(), {
      current: NEW,
      password: OLD,
      confirmation: OLD,
      idempotencyKey: other,
    });
    const later = await first<{ bodyHash: string }>(
      world.database.read,
      'SELECT body_hash AS bodyHash FROM idempotency WHERE key = ?',
      [other],
    );
    assert.equal(later!.bodyHash, record!.bodyHash);
  });

  it('D30 is the provider’s matter where a provider alone says who the person is', async () => {
    await world.database.write(async (sql) => {
      await run(sql, 'UPDATE workspaces SET external_authentication = 1');
      await run(sql, "UPDATE members SET source = 'provider' WHERE id = ?", [ana.id]);
    });
    await assert.rejects(change(await here.call(), OLD), isRefusal('people_from_provider'));
  });

  it('SEC_C13 what was let in at the door before the change and is late does nothing any more', async () => {
    const late = await (await signIn(world, ana.accountId)).call();
    world.clock.now += 1;
    await change(await here.call(), OLD);
    await assert.rejects(change(late, NEW, OLD), isRefusal('not_signed_in'));
    await assert.rejects(getAccount(late), isRefusal('not_signed_in'));
  });

  it('is nothing for a host’s token, a stranger, the operator or a session of one workspace’s provider', async () => {
    const elsewhere = await world.addWorkspace();
    await world.addMember({ email: 'ana@acme.test', roles: ['staff'], workspaceId: elsewhere });
    await assert.rejects(
      change(world.as(subjectCaller('host-key-1' as HostKeyId, 'ana')), OLD),
      isRefusal('account_action_by_host'),
    );
    await assert.rejects(change(world.as({ kind: 'anonymous' }), OLD), isRefusal('not_signed_in'));
    await assert.rejects(change(world.asSystem(), OLD), isRefusal('not_granted'));
    const scoped = await signIn(world, ana.accountId, { workspaceId: world.workspaceId as WorkspaceId });
    await assert.rejects(change(await scoped.call(), OLD), isRefusal('account_is_shared'));
    assert.equal(await opens(OLD), true);
  });

  it('SEC_E04 a first one is not set through one workspace’s provider, which could open with it what the person joins later', async () => {
    const cleo = await world.addMember({ email: 'cleo@acme.test', roles: ['staff'] });
    const scoped = await signIn(world, cleo.accountId, { workspaceId: world.workspaceId as WorkspaceId });
    await assert.rejects(change(await scoped.call(), undefined), isRefusal('account_action_by_host'));
    await change(await (await signIn(world, cleo.accountId)).call(), undefined);
  });

  it('without mail there is nobody to tell, and the change is made', async () => {
    const quiet = await createWorld({ policy: withPasswords });
    worlds.push(quiet);
    const ben = await quiet.addMember({ email: 'ben@acme.test', roles: ['staff'] });
    await givePassword(quiet, ben.accountId, OLD);
    await change(await (await signIn(quiet, ben.accountId)).call(), OLD);
    assert.deepEqual(await waitingNews(quiet), []);
  });
});
