// The whole life of an account's values, on every kind of database.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, it } from 'node:test';
import type { AccountId, MemberId } from '../../shared/ids.ts';
import { erasePersonal } from '../audit/erase.ts';
import { verifyAudit } from '../audit/verify.ts';
import { run } from '../db/database.ts';
import { readMembers } from '../members/read.ts';
import { resetMemberPassword } from '../members/reset-password.ts';
import type { SignedIn } from '../testing/people.ts';
import { browserOf, signIn, tokenOf, waitingNews } from '../testing/people.ts';
import { withPasswords } from '../testing/policies.ts';
import { describeOnEachStore } from '../testing/stores.ts';
import type { World } from '../testing/world.ts';
import { requestEmailChange } from './change-email.ts';
import { changePassword } from './change-password.ts';
import { changeProfile } from './change-profile.ts';
import { confirmEmail } from './confirm-email.ts';
import { confirmIdentity } from './confirm-identity.ts';
import { proveMailbox } from './prove-mailbox.ts';
import { getAccount } from './read.ts';

const GIVEN = 'Given_5_lantern';
const OWN = 'Quiver_8_hamlet';

describeOnEachStore('W3 an account', (makeWorld) => {
  let world: World;
  let ana: { id: MemberId; accountId: AccountId };
  let boss: { id: MemberId; accountId: AccountId };
  let here: SignedIn;
  before(async () => {
    world = await makeWorld({ policy: withPasswords, hasMail: true });
    boss = await world.addMember({ email: 'boss@acme.test', roles: ['owner'] });
    ana = await world.addMember({ email: 'ana@acme.test', name: 'Ana', roles: ['staff'] });
  });
  after(() => world.close());
  const wish = () => ({ idempotencyKey: randomUUID() });
  const found = async (search: string) => {
    const { page } = await readMembers(world.asSystem(), {
      filter: { search },
      sort: { by: 'name', direction: 'ascending' },
      limit: 10,
    });
    return (JSON.parse(page) as { rows: { name: string; email: string }[] }).rows.map(
      ({ name, email }) => `${name} <${email}>`,
    );
  };

  it('P22 P37 is given a password, and its person replaces it by their own', async () => {
    const given = { password: GIVEN, confirmation: GIVEN };
    await resetMemberPassword(world.asAccount(boss.accountId), { memberId: ana.id, ...given, ...wish() });
    const there = await signIn(world, ana.accountId, { startedBy: 'password' });
    const ctx = await there.call();
    await changePassword(ctx, { current: GIVEN, password: OWN, confirmation: OWN, ...wish() });
    here = browserOf(world, ctx.replyCookies[0]);
    assert.equal(await there.isIn(), false);
    await confirmIdentity(await here.call(), { password: OWN });
  });

  it('D22 gets another name, a username and a language', async () => {
    const changed = { name: 'Ana Kowalczyk', username: 'ana.k', language: 'de', version: 1 } as const;
    const account = await changeProfile(await here.call(), { ...changed, ...wish() });
    assert.deepEqual([account.name, account.username, account.language], ['Ana Kowalczyk', 'ana.k', 'de']);
    assert.deepEqual(await found('kowalczyk'), ['Ana Kowalczyk <ana@acme.test>']);
  });

  it('D25 moves to another address', async () => {
    await requestEmailChange(await here.call(), { email: 'ana.k@acme.test', ...wish() });
    const { linkId } = (await waitingNews(world)).findLast(({ kind }) => kind === 'confirm-email')!;
    await confirmEmail(await here.call(), { token: tokenOf(world, 'email', linkId) });
    assert.deepEqual(await found('ana.k@'), ['Ana Kowalczyk <ana.k@acme.test>']);
    assert.equal((await getAccount(await here.call())).email, 'ana.k@acme.test');
  });

  it('SEC_C17 loses what was planted at the first proof', async () => {
    await world.asSystem().write({ action: 'account.sign-in', input: null }, async (tx) => {
      await run(tx.sql, 'UPDATE accounts SET email_verified_at = NULL WHERE id = ?', [ana.accountId]);
      assert.equal(await proveMailbox(tx, ana.accountId, 'link'), true);
    });
    assert.equal(await here.isIn(), false);
    const account = await getAccount(await (await signIn(world, ana.accountId)).call());
    assert.equal(account.hasPassword, false);
  });

  it('SEC_L10 SEC_R20 leaves a trail that is whole, before and after its person is erased', async () => {
    assert.equal((await verifyAudit(world.database.read)).isWhole, true);
    await erasePersonal(world.as({ kind: 'system' }, null), { accountId: ana.accountId });
    assert.equal((await verifyAudit(world.database.read)).isWhole, true);
    const { audit_personal: personal } = await world.dump();
    assert.doesNotMatch(JSON.stringify(personal), /kowalczyk|ana\b/i);
  });
});
