// Another address: confirmed at the new mailbox, told to the old, and no way to learn who has which.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { HostKeyId, LinkId } from '../../shared/ids.ts';
import type { Policy } from '../../shared/policy/policy.ts';
import { FRESH_FOR } from '../../shared/sessions/session.ts';
import { erasePersonal } from '../audit/erase.ts';
import { verifyAudit } from '../audit/verify.ts';
import { all, run } from '../db/database.ts';
import { createInvitations } from '../invitations/create.ts';
import { insertLink } from '../links/store.ts';
import { verifyPassword } from '../passwords/hash.ts';
import type { AddressStage } from '../testing/address-stage.ts';
import { NEW, PASSWORD, createAddressStage } from '../testing/address-stage.ts';
import type { SignedIn } from '../testing/people.ts';
import { signIn, tokenOf, waitingNews } from '../testing/people.ts';
import { withPasswords } from '../testing/policies.ts';
import { codeOf, isRefusal } from '../testing/refusal.ts';
import { createWorld, subjectCaller } from '../testing/world.ts';
import { confirmEmail } from './confirm-email.ts';
import { getAccount } from './read.ts';

const HOUR = 60 * 60_000;

describe('changing an address', () => {
  let stage: AddressStage;
  beforeEach(async () => {
    stage = await createAddressStage();
  });
  afterEach(() => stage.world.close());

  it('D25 nothing changes until the new mailbox confirms it, and the person sees what waits', async () => {
    const account = await stage.ask(await stage.here.call());
    assert.equal(account.pendingEmail, NEW);
    assert.equal(account.email, 'ana@acme.test');
    const [mail] = await waitingNews(stage.world);
    assert.deepEqual([mail!.kind, mail!.data], ['confirm-email', { language: 'en', to: NEW }]);
    assert.equal((await stage.stored())!.email, 'ana@acme.test');
  });

  it('D25 SEC_L01 asking stands in the trail of each workspace, with the address and without the link', async () => {
    const elsewhere = await stage.world.addWorkspace();
    const email = 'ana@acme.test';
    await stage.world.addMember({ email, roles: ['owner'], workspaceId: elsewhere });
    await stage.ask(await stage.here.call());
    await assert.rejects(stage.ask(await stage.here.call(), email), isRefusal('email_unchanged'));
    const entries = await all<{ workspaceId: string; data: string }>(
      stage.world.database.read,
      `SELECT workspace_id AS workspaceId, data FROM audit JOIN audit_personal USING (seq) WHERE action = 'account.request-email' ORDER BY seq`,
    );
    assert.deepEqual(
      entries.map(({ workspaceId }) => workspaceId),
      [stage.world.workspaceId, elsewhere],
    );
    for (const { data } of entries)
      assert.deepEqual(JSON.parse(data), {
        actor: 'Ana',
        ip: '192.0.2.1',
        name: 'Ana',
        email,
        requestedEmail: NEW,
      });
    const { audit, audit_personal: personal } = await stage.world.dump();
    assert.ok(!JSON.stringify([audit, personal]).includes(await stage.link()));
  });

  it('W3 SEC_L09 confirmed, it stands in the account, in all memberships and what is searched, and the old mailbox is told', async () => {
    const elsewhere = await stage.world.addWorkspace();
    await stage.world.addMember({
      email: 'ana@acme.test',
      name: 'A.',
      roles: ['owner'],
      workspaceId: elsewhere,
    });
    const idle = await signIn(stage.world, stage.ana.accountId);
    await stage.ask(await stage.here.call(), 'Ana.New@ACME.test');
    const token = await stage.link();
    assert.deepEqual(await confirmEmail(await stage.here.call(), { token }), { email: 'Ana.New@acme.test' });
    const row = await stage.stored();
    assert.deepEqual(
      [row!.email, row!.key, row!.verifiedAt],
      ['Ana.New@acme.test', NEW, stage.world.clock.now],
    );
    for (const workspaceId of [stage.world.workspaceId, elsewhere]) {
      assert.deepEqual(await stage.found('ana.new', workspaceId), ['Ana.New@acme.test']);
      assert.deepEqual(await stage.found('ana@acme', workspaceId), []);
    }
    const names = await all<{ name: string }>(
      stage.world.database.read,
      'SELECT name FROM members WHERE account_id = ? ORDER BY seq',
      [stage.ana.accountId],
    );
    assert.deepEqual(
      names.map(({ name }) => name),
      ['Ana', 'A.'],
      'names stay as each workspace has them',
    );
    const told = (await waitingNews(stage.world)).at(-1)!;
    assert.deepEqual([told.kind, told.data], ['email-changed', { language: 'en', to: 'ana@acme.test' }]);
    assert.equal(await stage.here.isIn(), true, 'the browser that asked stays in');
    assert.equal(await idle.isIn(), false, 'what the old mailbox may have opened ends');
    assert.equal(await verifyPassword((await stage.stored())!.hash, PASSWORD), true);
  });

  it('SEC_F01 the address of somebody else is answered alike in any spelling, looks alike and sends nothing', async () => {
    await stage.world.addMember({ email: 'taken@acme.test', roles: ['staff'] });
    const ben = await stage.world.addMember({ email: 'ben@acme.test', name: 'Ana', roles: ['staff'] });
    const other = await signIn(stage.world, ben.accountId);
    const asAnswered = async (who: SignedIn, email: string) => {
      const {
        id: _id,
        email: _own,
        hasPassword: _has,
        passwordSetAt: _at,
        ...rest
      } = await stage.ask(await who.call(), email);
      return { ...rest, pendingEmail: rest.pendingEmail !== null };
    };
    assert.deepEqual(
      await asAnswered(stage.here, 'taken@acme.test'),
      await asAnswered(other, 'free@acme.test'),
    );
    await stage.ask(await stage.here.call(), 'TAKEN@Acme.TEST');
    assert.equal((await getAccount(await stage.here.call())).pendingEmail, 'TAKEN@acme.test');
    assert.deepEqual(
      (await waitingNews(stage.world)).map(({ accountId }) => accountId),
      [ben.accountId],
      'nothing goes to the person who has it',
    );
  });

  it('SEC_C11 goes to the address as it was read, and look-alikes are no addresses', async () => {
    const ctx = await stage.here.call();
    for (const email of [
      '',
      'ana',
      'ana@',
      'ana@acme',
      'a@b.test, c@d.test',
      'ﬀ@acme.test',
      'ana@acme.test\r\nBcc: x@y.test',
    ])
      await assert.rejects(stage.ask(ctx, email), isRefusal('email_invalid'));
    await assert.rejects(stage.ask(ctx, 'ana@acme.test'), isRefusal('email_unchanged'));
    assert.deepEqual(await waitingNews(stage.world), []);
  });

  it('SEC_B10 a link of another kind confirms nothing, and this one signs nobody in', async () => {
    await stage.ask(await stage.here.call());
    const confirm = await stage.link();
    for (const kind of ['sign-in', 'reset', 'setup'] as const) {
      const id = `link-of-${kind}` as LinkId;
      await stage.world.database.write((sql) =>
        insertLink(sql, {
          id,
          kind,
          accountId: stage.ana.accountId,
          data: { email: NEW },
          createdAt: stage.world.clock.now,
          expiresAt: stage.world.clock.now + HOUR,
        }),
      );
      await assert.rejects(
        confirmEmail(await stage.here.call(), { token: tokenOf(stage.world, kind, id) }),
        isRefusal('link_invalid'),
      );
    }
    const { sessions: before } = await stage.world.dump();
    await confirmEmail(await stage.here.call(), { token: confirm });
    const { sessions: now } = await stage.world.dump();
    assert.deepEqual(now, before);
  });

  it('SEC_B04 SEC_C10 one link lives, for an hour and once', async () => {
    await stage.ask(await stage.here.call());
    const first = await stage.link();
    await stage.ask(await stage.here.call(), 'ana.other@acme.test');
    const second = await stage.link();
    await assert.rejects(confirmEmail(await stage.here.call(), { token: first }), isRefusal('link_invalid'));
    stage.world.clock.now += HOUR - 1;
    const ctx = await stage.here.call();
    const results = await Promise.allSettled(
      Array.from({ length: 5 }, () => confirmEmail(ctx, { token: second })),
    );
    assert.equal(results.filter(({ status }) => status === 'fulfilled').length, 1);
    await stage.ask(await signIn(stage.world, stage.ana.accountId).then((fresh) => fresh.call()), NEW);
    const late = await stage.link();
    stage.world.clock.now += HOUR;
    await assert.rejects(
      confirmEmail(await stage.here.call(), { token: late }),
      isRefusal('sign_in_link_expired'),
    );
  });

  it('is confirmed by the person signed in: an account with a known password is given to nobody by a click', async () => {
    await stage.ask(await stage.here.call());
    const token = await stage.link();
    await assert.rejects(confirmEmail(stage.anonymous(), { token }), isRefusal('not_signed_in'));
    await assert.rejects(
      confirmEmail(stage.world.asAccount(stage.boss.accountId), { token }),
      isRefusal('signed_in_as_other'),
    );
    assert.equal((await stage.stored())!.email, 'ana@acme.test');
    await confirmEmail(await (await signIn(stage.world, stage.ana.accountId)).call(), { token });
    assert.equal((await stage.stored())!.email, NEW);
  });

  it('SEC_F02 whoever gets the address in the meantime keeps it', async () => {
    await stage.ask(await stage.here.call());
    const token = await stage.link();
    await stage.world.addMember({ email: NEW, roles: ['staff'] });
    await assert.rejects(confirmEmail(await stage.here.call(), { token }), isRefusal('already_exists'));
    assert.equal((await stage.stored())!.email, 'ana@acme.test');
  });

  it('SEC_F02 of two accounts that confirm one address at once, one gets it', async () => {
    const ben = await stage.world.addMember({ email: 'ben@acme.test', roles: ['staff'] });
    const other = await signIn(stage.world, ben.accountId);
    await stage.ask(await stage.here.call());
    const one = await stage.link();
    await stage.ask(await other.call());
    const two = await stage.link();
    const results = await Promise.allSettled([
      confirmEmail(await stage.here.call(), { token: one }),
      confirmEmail(await other.call(), { token: two }),
    ]);
    assert.deepEqual(results.map(codeOf), [null, 'already_exists']);
  });

  it('SEC_D17 takes a fresh sign-in', async () => {
    stage.world.clock.now += FRESH_FOR;
    await assert.rejects(stage.ask(await stage.here.call()), isRefusal('fresh_sign_in_required'));
  });

  it('is limited for an account and for a mailbox', async () => {
    for (let n = 0; n < 10; n++) await stage.ask(await stage.here.call(), `ana.${n}@acme.test`);
    await assert.rejects(stage.ask(await stage.here.call()), isRefusal('rate_limited'));
    const others = await stage.world.addMembers(
      Array.from({ length: 6 }, (_, n) => ({ email: `p${n}@acme.test`, roles: ['staff'] })),
    );
    for (const { accountId } of others.slice(0, 5))
      await stage.ask(stage.world.asAccount(accountId), 'Box@acme.test');
    await assert.rejects(
      stage.ask(stage.world.asAccount(others[5]!.accountId), 'box@acme.test'),
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
      const ben = await other.addMember({ email: 'ben@acme.test', roles: ['staff'] });
      await assert.rejects(stage.ask(other.asAccount(ben.accountId)), isRefusal(code));
      await other.close();
    }
  });

  it('D30 is the provider’s matter where it alone says who the person is, also of a link from before', async () => {
    await stage.ask(await stage.here.call());
    const token = await stage.link();
    await stage.world.database.write(async (sql) => {
      await run(sql, 'UPDATE workspaces SET external_authentication = 1');
      await run(sql, "UPDATE members SET source = 'provider' WHERE id = ?", [stage.ana.id]);
    });
    await assert.rejects(stage.ask(await stage.here.call()), isRefusal('people_from_provider'));
    await assert.rejects(confirmEmail(await stage.here.call(), { token }), isRefusal('link_invalid'));
    await assert.rejects(stage.askFor(), isRefusal('people_from_provider'));
  });

  it('is nobody’s but the person’s: not under a host’s token, nor for whoever was switched off since', async () => {
    await assert.rejects(
      stage.ask(stage.world.as(subjectCaller('host-key-1' as HostKeyId, 'ana'))),
      isRefusal('account_action_by_host'),
    );
    await stage.ask(await stage.here.call());
    const token = await stage.link();
    await stage.world.database.write((sql) =>
      run(sql, "UPDATE members SET status = 'deactivated' WHERE id = ?", [stage.ana.id]),
    );
    await assert.rejects(confirmEmail(await stage.here.call(), { token }), isRefusal('link_invalid'));
  });

  it('SEC_L10 erasing a person finds what names their old and their new address', async () => {
    // Entries that name the old address and are about somebody, and something, else.
    const wide = stage.world.as({ kind: 'system' }, await stage.world.addWorkspace());
    await createInvitations(wide, {
      addresses: 'ana@acme.test',
      roles: ['staff'],
      idempotencyKey: randomUUID(),
    });
    await stage.ask(await stage.here.call());
    await confirmEmail(await stage.here.call(), { token: await stage.link() });
    await stage.askFor('ana.third@acme.test');
    const named = async () =>
      (
        await all<{ data: string | null }>(stage.world.database.read, 'SELECT data FROM audit_personal')
      ).filter(({ data }) => /ana/i.test(data ?? '')).length;
    assert.equal(await named(), 4);
    await erasePersonal(stage.world.as({ kind: 'system' }, null), { accountId: stage.ana.accountId });
    assert.equal(await named(), 0);
    assert.equal((await verifyAudit(stage.world.database.read)).isWhole, true);
  });
});
