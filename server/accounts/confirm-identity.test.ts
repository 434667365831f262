// Proving again who one is: makes a session fresh, and is no way to guess a password.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, beforeEach, describe, it } from 'node:test';
import { hash } from '@node-rs/argon2';
import type { AccountId, HostKeyId, MemberId } from '../../shared/ids.ts';
import { FRESH_FOR } from '../../shared/sessions/session.ts';
import { all, first, run } from '../db/database.ts';
import { createInvitations } from '../invitations/create.ts';
import { resendInvitation } from '../invitations/resend.ts';
import { changeManyMembers } from '../members/change-many.ts';
import { changeMemberRole } from '../members/change-role.ts';
import type { SignedIn } from '../testing/people.ts';
import { givePassword, signIn, waitingNews } from '../testing/people.ts';
import { withPasswords } from '../testing/policies.ts';
import { isRefusal } from '../testing/refusal.ts';
import type { World } from '../testing/world.ts';
import { createWorld, subjectCaller } from '../testing/world.ts';
import { confirmIdentity } from './confirm-identity.ts';

const PASSWORD = 'Anvil-7-rosette';

describe('fresh authentication', () => {
  let world: World;
  let boss: { id: MemberId; accountId: AccountId };
  let ana: { id: MemberId; accountId: AccountId; version: number };
  let here: SignedIn;
  const worlds: World[] = [];
  beforeEach(async () => {
    world = await createWorld({ policy: withPasswords, hasMail: true });
    worlds.push(world);
    boss = await world.addMember({ email: 'boss@acme.test', roles: ['owner'] });
    ana = await world.addMember({ email: 'ana@acme.test', roles: ['staff'] });
    await givePassword(world, boss.accountId, PASSWORD);
    here = await signIn(world, boss.accountId);
  });
  after(() => Promise.all(worlds.map((each) => each.close())));

  const promote = async (role: string, caller = here) =>
    changeMemberRole(await caller.call(), {
      memberId: ana.id,
      version: ana.version,
      roles: [role],
      idempotencyKey: randomUUID(),
    });
  const rolesOf = async (id: MemberId) =>
    (
      await all<{ role: string }>(
        world.database.read,
        'SELECT role FROM member_roles r JOIN members m ON m.seq = r.member_seq WHERE m.id = ?',
        [id],
      )
    ).map(({ role }) => role);

  it('SEC_D17 giving a guarded role takes it, to the millisecond, and the password makes the session fresh again', async () => {
    world.clock.now += FRESH_FOR;
    await assert.rejects(promote('owner'), isRefusal('fresh_sign_in_required'));
    assert.deepEqual(await rolesOf(ana.id), ['staff']);
    await confirmIdentity(await here.call(), { password: PASSWORD });
    world.clock.now += FRESH_FOR - 1;
    await promote('owner');
    assert.deepEqual(await rolesOf(ana.id), ['owner']);
  });

  it('SEC_D17 SEC_L01 confirming stands in the trail, and a wrong password is no confirmation', async () => {
    await assert.rejects(
      confirmIdentity(await here.call(), { password: 'Wrong_1_one' }),
      isRefusal('password_wrong'),
    );
    await confirmIdentity(await here.call(), { password: PASSWORD });
    const entries = await all<{ actor: string; target: string; workspaceId: string; after: string }>(
      world.database.read,
      `SELECT actor_id AS actor, target_id AS target, workspace_id AS workspaceId, after
       FROM audit WHERE action = 'account.confirm-identity'`,
    );
    assert.deepEqual(
      entries.map((entry) => ({ ...entry })),
      [{ actor: boss.id, target: boss.id, workspaceId: world.workspaceId, after: '{"by":"password"}' }],
    );
    const { audit, audit_personal: personal } = await world.dump();
    assert.ok(!JSON.stringify([audit, personal]).includes(PASSWORD));
  });

  it('SEC_D17 other roles do not take it, nor does taking a guarded one away or keeping it', async () => {
    const owner = await world.addMember({ email: 'second@acme.test', roles: ['owner'] });
    world.clock.now += FRESH_FOR;
    await promote('admin');
    const ctx = await here.call();
    await changeMemberRole(ctx, {
      memberId: owner.id,
      version: 1,
      roles: ['admin'],
      idempotencyKey: randomUUID(),
    });
  });

  it('SEC_D17 whoever may not give the role hears that, and not that they should sign in again', async () => {
    const admin = await world.addMember({ email: 'admin@acme.test', roles: ['admin'] });
    const there = await signIn(world, admin.accountId);
    world.clock.now += FRESH_FOR;
    await assert.rejects(promote('owner', there), isRefusal('role_not_yours_to_give'));
  });

  it('SEC_D17 a bulk change that gives it changes nobody, where a person’s own refusal stops nobody else', async () => {
    const ben = await world.addMember({ email: 'ben@acme.test', roles: ['staff'] });
    const many = async (role: string) =>
      changeManyMembers(await here.call(), {
        selection: { ids: [boss.id, ana.id, ben.id] },
        change: { action: 'member.change-role', roles: [role] },
        idempotencyKey: randomUUID(),
      });
    world.clock.now += FRESH_FOR;
    await assert.rejects(many('owner'), isRefusal('fresh_sign_in_required'));
    assert.deepEqual([await rolesOf(ana.id), await rolesOf(ben.id)], [['staff'], ['staff']]);
    await confirmIdentity(await here.call(), { password: PASSWORD });
    const { results } = await many('owner');
    assert.deepEqual(
      results.map(({ refused }) => refused),
      ['is_self', undefined, undefined],
    );
    assert.deepEqual([await rolesOf(ana.id), await rolesOf(ben.id)], [['owner'], ['owner']]);
  });

  it('SEC_D17 inviting into it takes it, and so does inviting again', async () => {
    const invite = async (role: string) =>
      createInvitations(await here.call(), {
        addresses: `${role}@new.test`,
        roles: [role],
        idempotencyKey: randomUUID(),
      });
    const { results } = await invite('owner');
    const invitationId = results[0]!.invitationId!;
    world.clock.now += FRESH_FOR;
    await assert.rejects(invite('owner'), isRefusal('fresh_sign_in_required'));
    await invite('admin');
    const again = async () =>
      resendInvitation(await here.call(), { invitationId, version: 1, idempotencyKey: randomUUID() });
    await assert.rejects(again(), isRefusal('fresh_sign_in_required'));
    await confirmIdentity(await here.call(), { password: PASSWORD });
    await again();
  });

  it('SEC_D17 under a host’s token its auth_time counts, and where there is none nothing is fresh', async () => {
    const hostKeyId = 'host-key-1' as HostKeyId;
    await world.database.write(async (sql) => {
      await run(sql, "INSERT INTO host_keys (id, name, created_at) VALUES (?, 'Host', 0)", [hostKeyId]);
      await run(
        sql,
        "INSERT INTO subjects (host_key_id, workspace_id, subject, member_id) VALUES (?, ?, 'boss', ?)",
        [hostKeyId, world.workspaceId, boss.id],
      );
    });
    const by = (authenticatedAt: number | null) =>
      changeMemberRole(
        world.as({ ...subjectCaller(hostKeyId, 'boss', world.clock.now), authenticatedAt } as never),
        { memberId: ana.id, version: 1, roles: ['owner'], idempotencyKey: randomUUID() },
      );
    await assert.rejects(by(null), isRefusal('fresh_sign_in_required'));
    await assert.rejects(by(world.clock.now - FRESH_FOR), isRefusal('fresh_sign_in_required'));
    await by(world.clock.now - FRESH_FOR + 1);
  });

  it('SEC_L09 a person who was put in charge is told by mail, and nobody for any other role', async () => {
    await promote('admin');
    assert.deepEqual(await waitingNews(world), []);
    ana = { ...ana, version: 2 };
    await promote('owner');
    const news = await waitingNews(world);
    assert.deepEqual(
      news.map(({ kind, accountId, data }) => ({ kind, accountId, data })),
      [
        {
          kind: 'in-charge',
          accountId: ana.accountId,
          data: { language: 'en', workspaceId: world.workspaceId },
        },
      ],
    );
    assert.ok(world.mail.woken > 0);
  });

  it('a wrong password is refused, counted and noted, and makes nothing fresh', async () => {
    world.clock.now += FRESH_FOR;
    for (let n = 0; n < 10; n++)
      await assert.rejects(
        confirmIdentity(await here.call(), { password: `Wrong_${n}_one` }),
        isRefusal('password_wrong'),
      );
    await assert.rejects(promote('owner'), isRefusal('fresh_sign_in_required'));
    await assert.rejects(
      confirmIdentity(await here.call(), { password: PASSWORD }),
      isRefusal('rate_limited'),
    );
    const failed = await first<{ failed: number }>(
      world.database.read,
      'SELECT count(*) AS failed FROM sign_ins WHERE is_ok = 0 AND account_id = ?',
      [boss.accountId],
    );
    assert.equal(failed!.failed, 10);
  });

  it('without a password nothing can be confirmed by one', async () => {
    const there = await signIn(world, ana.accountId);
    await assert.rejects(
      confirmIdentity(await there.call(), { password: PASSWORD }),
      isRefusal('password_wrong'),
    );
  });

  it('makes this session fresh and no other', async () => {
    const other = await signIn(world, boss.accountId);
    world.clock.now += FRESH_FOR;
    await confirmIdentity(await here.call(), { password: PASSWORD });
    await assert.rejects(promote('owner', other), isRefusal('fresh_sign_in_required'));
    await promote('owner');
  });

  it('renews a hash of another cost while the password is at hand', async () => {
    const cheap = await hash(PASSWORD, { memoryCost: 8192, timeCost: 1, parallelism: 1 });
    await world.database.write((sql) =>
      run(sql, 'UPDATE accounts SET password_hash = ? WHERE id = ?', [cheap, boss.accountId]),
    );
    await confirmIdentity(await here.call(), { password: PASSWORD });
    const row = await first<{ hash: string }>(
      world.database.read,
      'SELECT password_hash AS hash FROM accounts WHERE id = ?',
      [boss.accountId],
    );
    assert.match(row!.hash, /m=19456,t=2,p=1/);
    await confirmIdentity(await here.call(), { password: PASSWORD });
  });

  it('D30 an old password proves nothing where a provider alone says who somebody is', async () => {
    await world.database.write(async (sql) => {
      await run(sql, 'UPDATE workspaces SET external_authentication = 1');
      await run(sql, "UPDATE members SET source = 'provider'");
    });
    await assert.rejects(
      confirmIdentity(await here.call(), { password: PASSWORD }),
      isRefusal('people_from_provider'),
    );
  });
});
