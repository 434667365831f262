// An administrator gives somebody a password: told, audited, replaced at the next sign-in, and never a way into somebody else's workspace.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, beforeEach, describe, it } from 'node:test';
import { changePassword } from '../accounts/change-password.ts';
import { changeProfile } from '../accounts/change-profile.ts';
import { requestEmailChange } from '../accounts/change-email.ts';
import { confirmIdentity } from '../accounts/confirm-identity.ts';
import { getAccount } from '../accounts/read.ts';
import type { AccountId, LinkId, MemberId } from '../../shared/ids.ts';
import type { Policy } from '../../shared/policy/policy.ts';
import { FRESH_FOR } from '../../shared/sessions/session.ts';
import { tables } from '../../shared/presets/tables.ts';
import { erasePersonal } from '../audit/erase.ts';
import { verifyAudit } from '../audit/verify.ts';
import type { UseCaseContext } from '../context.ts';
import { all, first, run } from '../db/database.ts';
import { acceptInvitation } from '../invitations/accept.ts';
import { createInvitations } from '../invitations/create.ts';
import { insertLink } from '../links/store.ts';
import { verifyPassword } from '../passwords/hash.ts';
import type { SignedIn } from '../testing/people.ts';
import { browserOf, givePassword, signIn, waitingNews } from '../testing/people.ts';
import { withPasswords } from '../testing/policies.ts';
import { isRefusal } from '../testing/refusal.ts';
import type { World } from '../testing/world.ts';
import { createWorld } from '../testing/world.ts';
import { leaveWorkspace } from './remove.ts';
import { resetMemberPassword } from './reset-password.ts';
import { readMembers } from './read.ts';

const OLD = 'Anvil-7-rosette';
const GIVEN = 'Given_5_lantern';
const OWN = 'Quiver_8_hamlet';

/** At least six characters, as simple as it gets. */
const six: Policy = {
  ...withPasswords,
  identity: {
    ...withPasswords.identity,
    passwords: { minimum: 6, maximum: 128, advised: 8, classes: [] },
  },
};

describe('an administrator’s reset of a password', () => {
  let world: World;
  let boss: { id: MemberId; accountId: AccountId };
  let ana: { id: MemberId; accountId: AccountId };
  const worlds: World[] = [];
  const makeWorld = async (policy: Policy) => {
    world = await createWorld({ policy, hasMail: true });
    worlds.push(world);
    boss = await world.addMember({ email: 'boss@acme.test', name: 'Boss', roles: ['owner'] });
    ana = await world.addMember({ email: 'ana@acme.test', name: 'Ana', roles: ['staff'] });
    await givePassword(world, ana.accountId, OLD);
  };
  beforeEach(() => makeWorld(withPasswords));
  after(() => Promise.all(worlds.map((each) => each.close())));

  const reset = (
    ctx: UseCaseContext = world.asAccount(boss.accountId),
    memberId = ana.id,
    password = GIVEN,
    confirmation = password,
  ) => resetMemberPassword(ctx, { memberId, password, confirmation, idempotencyKey: randomUUID() });
  const stored = (id = ana.accountId) =>
    first<{ hash: string | null; mustChange: number }>(
      world.database.read,
      'SELECT password_hash AS hash, must_change_password AS mustChange FROM accounts WHERE id = ?',
      [id],
    );

  it('P22 D32 SEC_A21 gives the password, which must be changed, and tells the person', async () => {
    const member = await reset();
    assert.equal(member.id, ana.id);
    const row = await stored();
    assert.equal(await verifyPassword(row!.hash, GIVEN), true);
    assert.equal(row!.mustChange, 1);
    const news = await waitingNews(world);
    assert.deepEqual(
      news.map(({ kind, accountId, data }) => ({ kind, accountId, data })),
      [
        {
          kind: 'password-changed',
          accountId: ana.accountId,
          data: { language: 'en', by: 'administrator' },
        },
      ],
    );
  });

  it('SEC_C13 ends the person’s sessions and links', async () => {
    const there = await signIn(world, ana.accountId);
    await world.database.write((sql) =>
      insertLink(sql, {
        id: 'link-reset' as LinkId,
        kind: 'reset',
        accountId: ana.accountId,
        data: {},
        createdAt: world.clock.now,
        expiresAt: world.clock.now + 60_000,
      }),
    );
    world.clock.now += 1;
    await reset();
    assert.equal(await there.isIn(), false);
    assert.deepEqual(await all(world.database.read, 'SELECT id FROM links'), []);
  });

  it('SEC_L01 SEC_L05 stands in the trail without a value, and no password is stored', async () => {
    await reset();
    const [entry, ...more] = await all<Record<string, unknown>>(world.database.read, 'SELECT * FROM audit');
    assert.deepEqual(more, []);
    assert.deepEqual(
      [entry!['action'], entry!['target_id'], entry!['actor_id'], entry!['before'], entry!['after']],
      ['member.reset-password', ana.id, boss.id, null, null],
    );
    const dump = JSON.stringify(await world.dump());
    for (const secret of [OLD, GIVEN]) assert.ok(!dump.includes(secret));
  });

  it('P23 P24 D33 both fields must match', async () => {
    await assert.rejects(
      reset(undefined, ana.id, GIVEN, GIVEN.toLowerCase()),
      isRefusal('password_mismatch'),
    );
    assert.equal(await verifyPassword((await stored())!.hash, OLD), true);
  });

  it('P12 P24 at least six characters where the policy says six', async () => {
    await makeWorld(six);
    await assert.rejects(reset(undefined, ana.id, 'kq7xw'), isRefusal('password_too_weak'));
    await reset(undefined, ana.id, 'kq7xwz');
    assert.equal(await verifyPassword((await stored())!.hash, 'kq7xwz'), true);
  });

  it('D34 SEC_C02 the rules and the list of common ones hold for administrators too', async () => {
    await assert.rejects(reset(undefined, ana.id, 'kq7xwzmv'), isRefusal('password_too_weak'));
    await assert.rejects(reset(undefined, ana.id, 'Password1!'), isRefusal('password_common'));
  });

  it('SEC_A04 is refused for oneself, for who is above, by who manages nobody, and of strangers', async () => {
    const admin = await world.addMember({ email: 'admin@acme.test', roles: ['admin'] });
    await givePassword(world, boss.accountId, OLD);
    const before = await world.dump();
    for (const [ctx, id, code] of [
      [world.asAccount(boss.accountId), boss.id, 'is_self'],
      [world.asAccount(admin.accountId), boss.id, 'outranked'],
      [world.asAccount(ana.accountId), admin.id, 'not_granted'],
      [world.asAccount(boss.accountId), 'nobody-at-all' as MemberId, 'member_not_found'],
      [world.as({ kind: 'anonymous' }), ana.id, 'not_signed_in'],
    ] as const)
      await assert.rejects(reset(ctx, id), isRefusal(code));
    assert.deepEqual(await world.dump(), before, 'SEC_A22 a refusal leaves nothing behind');
  });

  it('SEC_E01 knows nobody of another workspace', async () => {
    const elsewhere = await world.addWorkspace();
    const other = await world.addMember({ email: 'o@x.test', roles: ['owner'], workspaceId: elsewhere });
    await assert.rejects(reset(world.asAccount(other.accountId, elsewhere)), isRefusal('member_not_found'));
    await assert.rejects(reset(world.asAccount(other.accountId)), isRefusal('not_a_member'));
  });

  it('SEC_E04 is refused for a person who owns another workspace, and for one switched off elsewhere', async () => {
    for (const status of ['active', 'deactivated'] as const) {
      const email = `${status}@acme.test`;
      const elsewhere = await world.addWorkspace();
      const { id } = await world.addMember({ email, roles: ['staff'] });
      await world.addMember({ email, roles: ['owner'], workspaceId: elsewhere, status });
      await assert.rejects(reset(undefined, id), isRefusal('account_is_shared'));
    }
  });

  for (const [authentication, authorization] of [
    [0, 0],
    [0, 1],
    [1, 0],
    [1, 1],
  ] as const)
    it(`SEC_C16 D10 D31 with external authentication ${authentication} and authorization ${authorization}`, async () => {
      await world.database.write((sql) =>
        run(sql, 'UPDATE workspaces SET external_authentication = ?, external_authorization = ?', [
          authentication,
          authorization,
        ]),
      );
      if (authentication === 1) await assert.rejects(reset(), isRefusal('people_from_provider'));
      else await reset();
    });

  it('D10 is not part of a policy without passwords', async () => {
    await makeWorld(tables);
    await assert.rejects(reset(), isRefusal('not_in_policy'));
  });

  it('SEC_D17 takes a fresh sign-in for somebody in charge', async () => {
    const second = await world.addMember({ email: 'second@acme.test', roles: ['owner'] });
    const idle = world.asAccount(boss.accountId);
    world.clock.now += FRESH_FOR;
    await assert.rejects(reset(idle, second.id), isRefusal('fresh_sign_in_required'));
    await reset(idle, ana.id);
    await reset(world.asAccount(boss.accountId), second.id);
  });

  it('is refused for somebody who is switched off', async () => {
    const off = await world.addMember({ email: 'off@acme.test', roles: ['staff'], status: 'deactivated' });
    await assert.rejects(reset(undefined, off.id), isRefusal('member_deactivated'));
  });

  it('SEC_X10 the same wish has one effect', async () => {
    const ctx = world.asAccount(boss.accountId);
    const wish = { memberId: ana.id, password: GIVEN, confirmation: GIVEN, idempotencyKey: randomUUID() };
    const replies = await Promise.all([resetMemberPassword(ctx, wish), resetMemberPassword(ctx, wish)]);
    assert.deepEqual(replies[0], replies[1]);
    assert.equal((await waitingNews(world)).length, 1);
  });

  it('SEC_L10 a person can be erased from the trail of it', async () => {
    await reset();
    await erasePersonal(world.as({ kind: 'system' }, null), { accountId: ana.accountId });
    const rows = await all<{ data: string | null }>(world.database.read, 'SELECT data FROM audit_personal');
    assert.ok(rows.every(({ data }) => !/ana/i.test(data ?? '')));
    assert.equal((await verifyAudit(world.database.read)).isWhole, true);
  });

  describe('P37 whoever must choose a new password', () => {
    let there: SignedIn;
    beforeEach(async () => {
      await makeWorld(withPasswords);
      await reset();
      there = await signIn(world, ana.accountId);
    });

    it('sees their own account and nothing else of it changes', async () => {
      const ctx = await there.call();
      assert.equal((await getAccount(ctx)).mustChangePassword, true);
      for (const act of [
        () => changeProfile(ctx, { name: 'Other', version: 1, idempotencyKey: randomUUID() }),
        () => requestEmailChange(ctx, { email: 'other@acme.test', idempotencyKey: randomUUID() }),
        () => confirmIdentity(ctx, { password: GIVEN }),
      ])
        await assert.rejects(act(), isRefusal('password_change_required'));
    });

    it('neither reads nor changes anything in the workspace, nor leaves it', async () => {
      await world.database.write((sql) =>
        run(
          sql,
          "UPDATE member_roles SET role = 'admin' WHERE member_seq = (SELECT seq FROM members WHERE id = ?)",
          [ana.id],
        ),
      );
      const ctx = await there.call();
      for (const act of [
        () => readMembers(ctx, { filter: {}, sort: { by: 'name', direction: 'ascending' }, limit: 10 }),
        () => reset(ctx, boss.id),
        () =>
          createInvitations(ctx, { addresses: 'a@b.test', roles: ['staff'], idempotencyKey: randomUUID() }),
        () => leaveWorkspace(ctx, { version: 1, idempotencyKey: randomUUID() }),
      ])
        await assert.rejects(act(), isRefusal('password_change_required'));
    });

    it('joins no other workspace with an account whose password somebody else knows', async () => {
      const elsewhere = await world.addWorkspace();
      const { results } = await createInvitations(world.as({ kind: 'system' }, elsewhere), {
        addresses: 'ana@acme.test',
        roles: ['staff'],
        idempotencyKey: randomUUID(),
      });
      const token = world
        .asSystem()
        .links.invitation(results[0]!.invitationId!, 1, 'mail')
        .split('/')
        .at(-1)!;
      await assert.rejects(
        acceptInvitation(await there.call(null), { token }),
        isRefusal('password_change_required'),
      );
    });

    it('SEC_A21 chooses another one by the given one, and is through', async () => {
      const choose = async (password: string) => {
        const ctx = await there.call();
        await changePassword(ctx, {
          current: GIVEN,
          password,
          confirmation: password,
          idempotencyKey: randomUUID(),
        });
        return browserOf(world, ctx.replyCookies[0]);
      };
      await assert.rejects(choose(GIVEN), isRefusal('password_unchanged'));
      const now = await choose(OWN);
      assert.equal((await stored())!.mustChange, 0);
      const account = await getAccount(await now.call());
      assert.equal(account.mustChangePassword, false);
      await leaveWorkspace(await now.call(), { version: 1, idempotencyKey: randomUUID() });
    });
  });
});
