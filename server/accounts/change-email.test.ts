// Another address: confirmed at the new mailbox, told to the old, and no way to learn who has which.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, beforeEach, describe, it } from 'node:test';
import type { AccountId, HostKeyId, LinkId, MemberId, WorkspaceId } from '../../shared/ids.ts';
import type { Policy } from '../../shared/policy/policy.ts';
import { FRESH_FOR } from '../../shared/sessions/session.ts';
import { erasePersonal } from '../audit/erase.ts';
import { verifyAudit } from '../audit/verify.ts';
import type { UseCaseContext } from '../context.ts';
import { all, first, run } from '../db/database.ts';
import { createInvitations } from '../invitations/create.ts';
import { insertLink } from '../links/store.ts';
import { changeMemberEmail } from '../members/change-email.ts';
import { changeMemberRole } from '../members/change-role.ts';
import { deactivateMember } from '../members/switch.ts';
import { readMembers } from '../members/read.ts';
import { verifyPassword } from '../passwords/hash.ts';
import type { SignedIn } from '../testing/people.ts';
import { givePassword, signIn, tokenOf, waitingNews } from '../testing/people.ts';
import { withPasswords } from '../testing/policies.ts';
import { codeOf, isRefusal } from '../testing/refusal.ts';
import type { World } from '../testing/world.ts';
import { createWorld, subjectCaller } from '../testing/world.ts';
import { requestEmailChange } from './change-email.ts';
import { confirmEmail } from './confirm-email.ts';
import { getAccount } from './read.ts';

const HOUR = 60 * 60_000;
const NEW = 'ana.new@acme.test';
const PASSWORD = 'Anvil-7-rosette';

describe('changing an address', () => {
  let world: World;
  let boss: { id: MemberId; accountId: AccountId };
  let ana: { id: MemberId; accountId: AccountId };
  let here: SignedIn;
  const worlds: World[] = [];
  beforeEach(async () => {
    world = await createWorld({ policy: withPasswords, hasMail: true });
    worlds.push(world);
    boss = await world.addMember({ email: 'boss@acme.test', roles: ['owner'] });
    ana = await world.addMember({ email: 'ana@acme.test', name: 'Ana', roles: ['staff'] });
    await givePassword(world, ana.accountId, PASSWORD);
    here = await signIn(world, ana.accountId);
  });
  after(() => Promise.all(worlds.map((each) => each.close())));

  const ask = (ctx: UseCaseContext, email = NEW) =>
    requestEmailChange(ctx, { email, idempotencyKey: randomUUID() });
  const askFor = (email = NEW, ctx = world.asAccount(boss.accountId)) =>
    changeMemberEmail(ctx, { memberId: ana.id, email, idempotencyKey: randomUUID() });
  const link = async (): Promise<string> => {
    const mail = (await waitingNews(world)).findLast(({ kind }) => kind === 'confirm-email');
    return tokenOf(world, 'email', mail?.linkId ?? null);
  };
  const stored = (id = ana.accountId) =>
    first<{ email: string; key: string; verifiedAt: number | null; hash: string | null }>(
      world.database.read,
      'SELECT email, email_key AS key, email_verified_at AS verifiedAt, password_hash AS hash FROM accounts WHERE id = ?',
      [id],
    );
  const found = async (search: string, workspaceId = world.workspaceId) => {
    const { page } = await readMembers(world.as({ kind: 'system' }, workspaceId), {
      filter: { search },
      sort: { by: 'name', direction: 'ascending' },
      limit: 10,
    });
    return (JSON.parse(page) as { rows: { email: string }[] }).rows.map(({ email }) => email);
  };
  const anonymous = () => world.as({ kind: 'anonymous' }, null);

  it('D25 nothing changes until the new mailbox confirms it, and the person sees what waits', async () => {
    const account = await ask(await here.call());
    assert.equal(account.pendingEmail, NEW);
    assert.equal(account.email, 'ana@acme.test');
    const [mail] = await waitingNews(world);
    assert.deepEqual([mail!.kind, mail!.data], ['confirm-email', { language: 'en', to: NEW }]);
    assert.equal((await stored())!.email, 'ana@acme.test');
  });

  it('W3 SEC_L09 confirmed, it stands in the account, in all memberships and what is searched, and the old mailbox is told', async () => {
    const elsewhere = await world.addWorkspace();
    await world.addMember({ email: 'ana@acme.test', name: 'A.', roles: ['owner'], workspaceId: elsewhere });
    const idle = await signIn(world, ana.accountId);
    await ask(await here.call(), 'Ana.New@ACME.test');
    const token = await link();
    assert.deepEqual(await confirmEmail(await here.call(), { token }), { email: 'Ana.New@acme.test' });
    const row = await stored();
    assert.deepEqual([row!.email, row!.key, row!.verifiedAt], ['Ana.New@acme.test', NEW, world.clock.now]);
    for (const workspaceId of [world.workspaceId, elsewhere]) {
      assert.deepEqual(await found('ana.new', workspaceId), ['Ana.New@acme.test']);
      assert.deepEqual(await found('ana@acme', workspaceId), []);
    }
    const names = await all<{ name: string }>(
      world.database.read,
      'SELECT name FROM members WHERE account_id = ? ORDER BY seq',
      [ana.accountId],
    );
    assert.deepEqual(
      names.map(({ name }) => name),
      ['Ana', 'A.'],
      'names stay as each workspace has them',
    );
    const told = (await waitingNews(world)).at(-1)!;
    assert.deepEqual([told.kind, told.data], ['email-changed', { language: 'en', to: 'ana@acme.test' }]);
    assert.equal(await here.isIn(), true, 'the browser that asked stays in');
    assert.equal(await idle.isIn(), false, 'what the old mailbox may have opened ends');
    assert.equal(await verifyPassword((await stored())!.hash, PASSWORD), true);
  });

  it('SEC_F01 the address of somebody else is answered alike in any spelling, looks alike and sends nothing', async () => {
    await world.addMember({ email: 'taken@acme.test', roles: ['staff'] });
    const ben = await world.addMember({ email: 'ben@acme.test', name: 'Ana', roles: ['staff'] });
    const other = await signIn(world, ben.accountId);
    const asAnswered = async (who: SignedIn, email: string) => {
      const {
        id: _id,
        email: _own,
        hasPassword: _has,
        passwordSetAt: _at,
        ...rest
      } = await ask(await who.call(), email);
      return { ...rest, pendingEmail: rest.pendingEmail !== null };
    };
    assert.deepEqual(await asAnswered(here, 'taken@acme.test'), await asAnswered(other, 'free@acme.test'));
    await ask(await here.call(), 'TAKEN@Acme.TEST');
    assert.equal((await getAccount(await here.call())).pendingEmail, 'TAKEN@acme.test');
    assert.deepEqual(
      (await waitingNews(world)).map(({ accountId }) => accountId),
      [ben.accountId],
      'nothing goes to the person who has it',
    );
  });

  it('SEC_C11 goes to the address as it was read, and look-alikes are no addresses', async () => {
    const ctx = await here.call();
    for (const email of [
      '',
      'ana',
      'ana@',
      'ana@acme',
      'a@b.test, c@d.test',
      'ﬀ@acme.test',
      'ana@acme.test\r\nBcc: x@y.test',
    ])
      await assert.rejects(ask(ctx, email), isRefusal('email_invalid'));
    await assert.rejects(ask(ctx, 'ana@acme.test'), isRefusal('email_unchanged'));
    assert.deepEqual(await waitingNews(world), []);
  });

  it('SEC_B10 a link of another kind confirms nothing, and this one signs nobody in', async () => {
    await ask(await here.call());
    const confirm = await link();
    for (const kind of ['sign-in', 'reset', 'setup'] as const) {
      const id = `link-of-${kind}` as LinkId;
      await world.database.write((sql) =>
        insertLink(sql, {
          id,
          kind,
          accountId: ana.accountId,
          data: { email: NEW },
          createdAt: world.clock.now,
          expiresAt: world.clock.now + HOUR,
        }),
      );
      await assert.rejects(
        confirmEmail(await here.call(), { token: tokenOf(world, kind, id) }),
        isRefusal('link_invalid'),
      );
    }
    const { sessions: before } = await world.dump();
    await confirmEmail(await here.call(), { token: confirm });
    const { sessions: now } = await world.dump();
    assert.deepEqual(now, before);
  });

  it('SEC_B04 SEC_C10 one link lives, for an hour and once', async () => {
    await ask(await here.call());
    const first = await link();
    await ask(await here.call(), 'ana.other@acme.test');
    const second = await link();
    await assert.rejects(confirmEmail(await here.call(), { token: first }), isRefusal('link_invalid'));
    world.clock.now += HOUR - 1;
    const ctx = await here.call();
    const results = await Promise.allSettled(
      Array.from({ length: 5 }, () => confirmEmail(ctx, { token: second })),
    );
    assert.equal(results.filter(({ status }) => status === 'fulfilled').length, 1);
    await ask(await signIn(world, ana.accountId).then((fresh) => fresh.call()), NEW);
    const late = await link();
    world.clock.now += HOUR;
    await assert.rejects(confirmEmail(await here.call(), { token: late }), isRefusal('sign_in_link_expired'));
  });

  it('is confirmed by the person signed in: an account with a known password is given to nobody by a click', async () => {
    await ask(await here.call());
    const token = await link();
    await assert.rejects(confirmEmail(anonymous(), { token }), isRefusal('not_signed_in'));
    await assert.rejects(
      confirmEmail(world.asAccount(boss.accountId), { token }),
      isRefusal('signed_in_as_other'),
    );
    assert.equal((await stored())!.email, 'ana@acme.test');
    await confirmEmail(await (await signIn(world, ana.accountId)).call(), { token });
    assert.equal((await stored())!.email, NEW);
  });

  it('SEC_F02 whoever gets the address in the meantime keeps it', async () => {
    await ask(await here.call());
    const token = await link();
    await world.addMember({ email: NEW, roles: ['staff'] });
    await assert.rejects(confirmEmail(await here.call(), { token }), isRefusal('already_exists'));
    assert.equal((await stored())!.email, 'ana@acme.test');
  });

  it('SEC_F02 of two accounts that confirm one address at once, one gets it', async () => {
    const ben = await world.addMember({ email: 'ben@acme.test', roles: ['staff'] });
    const other = await signIn(world, ben.accountId);
    await ask(await here.call());
    const one = await link();
    await ask(await other.call());
    const two = await link();
    const results = await Promise.allSettled([
      confirmEmail(await here.call(), { token: one }),
      confirmEmail(await other.call(), { token: two }),
    ]);
    assert.deepEqual(results.map(codeOf), [null, 'already_exists']);
  });

  it('SEC_D17 takes a fresh sign-in', async () => {
    world.clock.now += FRESH_FOR;
    await assert.rejects(ask(await here.call()), isRefusal('fresh_sign_in_required'));
  });

  it('is limited for an account and for a mailbox', async () => {
    for (let n = 0; n < 10; n++) await ask(await here.call(), `ana.${n}@acme.test`);
    await assert.rejects(ask(await here.call()), isRefusal('rate_limited'));
    const others = await world.addMembers(
      Array.from({ length: 6 }, (_, n) => ({ email: `p${n}@acme.test`, roles: ['staff'] })),
    );
    for (const { accountId } of others.slice(0, 5)) await ask(world.asAccount(accountId), 'Box@acme.test');
    await assert.rejects(
      ask(world.asAccount(others[5]!.accountId), 'box@acme.test'),
      isRefusal('rate_limited'),
    );
  });

  it('P11 P21 is not part of every policy, and needs mail', async () => {
    const fixed: Policy = { ...withPasswords, identity: { ...withPasswords.identity, emailChange: 'none' } };
    for (const [options, code] of [
      [{ policy: fixed, hasMail: true }, 'not_in_policy'],
      [{ policy: withPasswords }, 'mail_not_set_up'],
    ] as const) {
      const other = await createWorld(options);
      worlds.push(other);
      const ben = await other.addMember({ email: 'ben@acme.test', roles: ['staff'] });
      await assert.rejects(ask(other.asAccount(ben.accountId)), isRefusal(code));
    }
  });

  it('D30 is the provider’s matter where it alone says who the person is, also of a link from before', async () => {
    await ask(await here.call());
    const token = await link();
    await world.database.write(async (sql) => {
      await run(sql, 'UPDATE workspaces SET external_authentication = 1');
      await run(sql, "UPDATE members SET source = 'provider' WHERE id = ?", [ana.id]);
    });
    await assert.rejects(ask(await here.call()), isRefusal('people_from_provider'));
    await assert.rejects(confirmEmail(await here.call(), { token }), isRefusal('link_invalid'));
    await assert.rejects(askFor(), isRefusal('people_from_provider'));
  });

  it('is nobody’s but the person’s: not under a host’s token, nor for whoever was switched off since', async () => {
    await assert.rejects(
      ask(world.as(subjectCaller('host-key-1' as HostKeyId, 'ana'))),
      isRefusal('account_action_by_host'),
    );
    await ask(await here.call());
    const token = await link();
    await world.database.write((sql) =>
      run(sql, "UPDATE members SET status = 'deactivated' WHERE id = ?", [ana.id]),
    );
    await assert.rejects(confirmEmail(await here.call(), { token }), isRefusal('link_invalid'));
  });

  it('SEC_L10 erasing a person finds what names their old and their new address', async () => {
    // Entries that name the old address and are about somebody, and something, else.
    const wide = world.as({ kind: 'system' }, await world.addWorkspace());
    await createInvitations(wide, {
      addresses: 'ana@acme.test',
      roles: ['staff'],
      idempotencyKey: randomUUID(),
    });
    await ask(await here.call());
    await confirmEmail(await here.call(), { token: await link() });
    await askFor('ana.third@acme.test');
    const named = async () =>
      (await all<{ data: string | null }>(world.database.read, 'SELECT data FROM audit_personal')).filter(
        ({ data }) => /ana/i.test(data ?? ''),
      ).length;
    assert.equal(await named(), 3);
    await erasePersonal(world.as({ kind: 'system' }, null), { accountId: ana.accountId });
    assert.equal(await named(), 0);
    assert.equal((await verifyAudit(world.database.read)).isWhole, true);
  });

  describe('for somebody else', () => {
    it('P44 P46 is asked by who may edit them and confirmed by the mailbox alone; what opened the account before ends', async () => {
      await askFor();
      const mail = (await waitingNews(world)).at(-1)!;
      assert.deepEqual([mail.kind, mail.accountId, mail.data['to']], ['confirm-email', ana.accountId, NEW]);
      assert.equal((await getAccount(await here.call())).pendingEmail, NEW, 'the person sees it');
      await confirmEmail(anonymous(), { token: await link() });
      const row = await stored();
      assert.deepEqual([row!.email, row!.hash], [NEW, null]);
      assert.equal(await here.isIn(), false);
      assert.deepEqual((await waitingNews(world)).at(-1)!.data, { language: 'en', to: 'ana@acme.test' });
      assert.deepEqual(await found('ana.new'), [NEW]);
    });

    it('SEC_E04 not of somebody who belongs elsewhere too, switched off there or not', async () => {
      const elsewhere = await world.addWorkspace();
      await world.addMember({
        email: 'ana@acme.test',
        roles: ['staff'],
        workspaceId: elsewhere,
        status: 'deactivated',
      });
      await assert.rejects(askFor(), isRefusal('account_is_shared'));
    });

    it('SEC_A04 not by who may not manage them, and of somebody in charge only fresh', async () => {
      await assert.rejects(askFor(NEW, world.asAccount(ana.accountId)), isRefusal('not_granted'));
      const admin = await world.addMember({ email: 'admin@acme.test', roles: ['admin'] });
      const ask = (ctx: UseCaseContext, memberId: MemberId) =>
        changeMemberEmail(ctx, { memberId, email: NEW, idempotencyKey: randomUUID() });
      await assert.rejects(ask(world.asAccount(admin.accountId), boss.id), isRefusal('outranked'));
      await assert.rejects(ask(world.asAccount(boss.accountId), boss.id), isRefusal('is_self'));
      const second = await world.addMember({ email: 'second@acme.test', roles: ['owner'] });
      const idle = world.asAccount(boss.accountId);
      world.clock.now += FRESH_FOR;
      await assert.rejects(ask(idle, second.id), isRefusal('fresh_sign_in_required'));
      await ask(idle, ana.id);
      const foreign = await world.addWorkspace();
      const stranger = await world.addMember({ email: 's@x.test', roles: ['owner'], workspaceId: foreign });
      await assert.rejects(
        ask(world.asAccount(stranger.accountId, foreign as WorkspaceId), ana.id),
        isRefusal('member_not_found'),
      );
    });

    it('SEC_E04 what was asked before they joined another workspace, or were put in charge, is confirmed by no mailbox', async () => {
      await askFor();
      const before = await link();
      const elsewhere = await world.addWorkspace();
      await world.addMember({ email: 'ana@acme.test', roles: ['owner'], workspaceId: elsewhere });
      await assert.rejects(confirmEmail(anonymous(), { token: before }), isRefusal('link_invalid'));
      assert.equal((await stored())!.email, 'ana@acme.test');
      const ben = await world.addMember({ email: 'ben@acme.test', roles: ['staff'] });
      await changeMemberEmail(world.asAccount(boss.accountId), {
        memberId: ben.id,
        email: 'ben.new@acme.test',
        idempotencyKey: randomUUID(),
      });
      await changeMemberRole(world.asAccount(boss.accountId), {
        memberId: ben.id,
        version: 1,
        roles: ['owner'],
        idempotencyKey: randomUUID(),
      });
      const ofBen = (await waitingNews(world)).findLast(({ kind }) => kind === 'confirm-email')!;
      await assert.rejects(
        confirmEmail(anonymous(), { token: tokenOf(world, 'email', ofBen.linkId) }),
        isRefusal('link_invalid'),
      );
    });

    it('SEC_A04 whoever asked must still be allowed to when it is confirmed', async () => {
      const admin = await world.addMember({ email: 'admin@acme.test', roles: ['admin'] });
      await askFor(NEW, world.asAccount(admin.accountId));
      const token = await link();
      await deactivateMember(world.asAccount(boss.accountId), {
        memberId: admin.id,
        version: 1,
        idempotencyKey: randomUUID(),
      });
      await assert.rejects(confirmEmail(anonymous(), { token }), isRefusal('link_invalid'));
      await askFor();
      await confirmEmail(anonymous(), { token: await link() });
      assert.equal((await stored())!.email, NEW);
    });

    it('SEC_B18 the address of somebody else is answered alike and sends nothing', async () => {
      const elsewhere = await world.addWorkspace();
      await world.addMember({ email: 'known@acme.test', roles: ['staff'], workspaceId: elsewhere });
      assert.deepEqual(await askFor('known@acme.test'), await askFor('free@acme.test'));
      assert.deepEqual(
        (await waitingNews(world)).map(({ data }) => data['to']),
        ['free@acme.test'],
      );
    });
  });
});
