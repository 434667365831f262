// What a provider's word does about people who are known: who stays out, who gets which role, and what follows the provider at each sign-in.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { definePolicy } from '../../shared/policy/define.ts';
import { all, first, run } from '../db/database.ts';
import { everyEnd, manyRoles } from '../testing/policies.ts';
import { startOpenId } from '../testing/providers/openid.ts';
import type { OpenIdSite } from '../testing/providers/openid-site.ts';
import { MIA, deployWithOpenId } from '../testing/providers/openid-site.ts';
import { EVERYBODY, signInBy } from '../testing/providers/site.ts';

describe('what a provider says of people', () => {
  let site: OpenIdSite;
  beforeEach(async () => {
    site = await deployWithOpenId(everyEnd);
  });
  afterEach(() => site.close());

  const switches = (externalAuthentication: boolean, externalAuthorization: boolean, version = 1) =>
    site.asOwner('providers.switchExternal', { externalAuthentication, externalAuthorization, version });

  /** Makes Mia a member of a second workspace. */
  const joinElsewhere = async () => {
    await site.database.write((tx) =>
      run(
        tx,
        "INSERT INTO workspaces (id, name, invitation_hours, created_at) VALUES ('elsewhere', 'E', 24, 1)",
      ),
    );
    await site.addMember({
      email: 'mia@acme.test',
      name: 'Mia',
      roles: ['member'],
      workspaceId: 'elsewhere' as never,
    });
  };

  it('SEC_S10 who was switched off is let in by no provider, and stays switched off', async () => {
    const provider = await site.setUpOpenId(site.openId, EVERYBODY);
    await site.come(provider);
    const [member] = await all<{ id: string; version: number }>(
      site.database.read,
      "SELECT id, version FROM members WHERE email = 'mia@acme.test'",
    );
    assert.equal(
      (await site.asOwner('members.deactivate', { memberId: member!.id, version: member!.version })).status,
      200,
    );
    await site.proveDomain('acme.test');
    for (const person of [MIA, { ...MIA, sub: 'mia again' }]) {
      const { isIn, text, status } = await site.come(provider, person);
      assert.equal(status, 403);
      assert.match(text, /You cannot sign in this way/);
      assert.ok(!isIn);
    }
    assert.equal((await site.people())[0]!.status, 'deactivated');
  });

  it('SEC_S10 who was removed is not made anew, by the same identity or by the same address', async () => {
    const provider = await site.setUpOpenId(site.openId, EVERYBODY);
    await site.come(provider);
    const local = await site.addMember({ email: 'lea@acme.test', roles: ['member'] });
    const members = await all<{ id: string; version: number }>(
      site.database.read,
      "SELECT id, version FROM members WHERE email IN ('mia@acme.test', 'lea@acme.test')",
    );
    for (const { id, version } of members)
      assert.equal((await site.asOwner('members.remove', { memberId: id, version })).status, 200);
    assert.ok(local.id);
    for (const person of [
      MIA,
      { ...MIA, email: 'other@acme.test' },
      { ...MIA, sub: 'x' },
      { sub: 'lea', email: 'lea@acme.test' },
    ])
      assert.ok(!(await site.come(provider, person)).isIn, JSON.stringify(person));
    assert.deepEqual(await site.people(), []);
    // No address stays behind.
    const kept = JSON.stringify(await all(site.database.read, 'SELECT * FROM departures'));
    assert.ok(!kept.includes('acme.test') && !kept.includes('mia'));
  });

  it('SEC_S11 a group gives the role that was mapped to it, never a guarded one and never one above the cap', async () => {
    const groups = { Staff: 'staff', Owners: 'owner', Admins: 'admin', __proto__: 'owner' };
    const refused = await site.asOwner('providers.create', {
      name: 'x',
      config: { kind: 'oidc', issuer: site.openId.url, clientId: 'x' },
      admission: { ...EVERYBODY, groups: { Owners: 'owner' } },
    });
    assert.equal(refused.reason, 'role_not_assignable');
    const provider = await site.setUpOpenId(site.openId, { ...EVERYBODY, groups: { Staff: 'staff' } });
    // Past the rules, as an older version or a changed policy could have left it.
    await site.database.write((tx) =>
      run(tx, 'UPDATE providers SET admission = ?', [JSON.stringify({ ...EVERYBODY, groups })]),
    );
    await site.come(provider, { ...MIA, groups: ['Owners', 'Admins', '__proto__', 'constructor', 'Staff'] });
    await site.come(provider, { sub: 'bo', email: 'bo@acme.test', groups: ['Owners', 'owner'] });
    await site.come(provider, { sub: 'cy', email: 'cy@acme.test', groups: 'Staff' });
    assert.deepEqual(
      (await site.people()).map(({ email, roles }) => [email, roles]),
      [
        ['bo@acme.test', 'member'],
        ['cy@acme.test', 'staff'],
        ['mia@acme.test', 'staff'],
      ],
    );
  });

  it('D31 SEC_A08 roles follow the provider where it says them, and those in charge keep theirs', async () => {
    const provider = await site.setUpOpenId(site.openId, { ...EVERYBODY, groups: { Staff: 'staff' } });
    await site.come(provider, { ...MIA, groups: ['Staff'] });
    await site.come(provider, { ...MIA, groups: [] });
    assert.equal((await site.people())[0]!.roles, 'staff');
    await switches(false, true);
    await site.come(provider, { ...MIA, groups: [] });
    assert.equal((await site.people())[0]!.roles, 'member');
    await site.come(provider, { ...MIA, groups: ['Staff'] });
    assert.equal((await site.people())[0]!.roles, 'staff');
    await site.proveDomain('acme.test');
    assert.ok(
      (
        await site.come(provider, {
          sub: 'olga',
          email: 'olga@acme.test',
          email_verified: true,
          name: 'Somebody',
          groups: ['Staff'],
        })
      ).isIn,
    );
    const owner = await first<{ name: string; source: string; role: string }>(
      site.database.read,
      'SELECT name, source, role FROM members m JOIN member_roles r ON r.member_seq = m.seq WHERE m.id = ?',
      [site.owner.id],
    );
    assert.deepEqual({ ...owner }, { name: 'Olga', source: 'local', role: 'owner' });
  });

  it('D30 name and address follow the provider at each sign-in, unless the address is somebody else’s', async () => {
    const provider = await site.setUpOpenId(site.openId, EVERYBODY);
    await site.come(provider);
    await site.come(provider, { ...MIA, name: 'Mia Meier', email: 'meier@acme.test' });
    assert.deepEqual((await site.people())[0], {
      email: 'meier@acme.test',
      name: 'Mia Meier',
      status: 'active',
      source: 'provider',
      roles: 'member',
    });
    await site.come(provider, { ...MIA, email: 'olga@acme.test' });
    await site.come(provider, { ...MIA, name: 'ev\u202eil', email: 'not an address' });
    assert.deepEqual(
      (await site.people()).map(({ email, name }) => [email, name]),
      [['meier@acme.test', 'Mia Maier']],
    );
    const account = await first<{ name: string }>(
      site.database.read,
      "SELECT name FROM accounts WHERE email = 'meier@acme.test'",
    );
    assert.equal(account!.name, 'Mia Maier');
  });

  it('D30 of several providers the one that was connected first says who somebody is and what they may do', async () => {
    const other = await startOpenId();
    const first_ = await site.setUpOpenId(site.openId, { ...EVERYBODY, groups: { Staff: 'staff' } });
    const second = await site.setUpOpenId(other, EVERYBODY);
    await site.come(first_, { ...MIA, groups: ['Staff'] });
    await site.database.write((tx) =>
      run(
        tx,
        "INSERT INTO identities (provider_id, issuer, subject, account_id, created_at) SELECT ?, ?, 'mia', account_id, created_at + 1 FROM identities",
        [second.id, other.url],
      ),
    );
    await switches(true, true);
    assert.ok(
      (await signInBy(site, other, second, { ...MIA, name: 'Other', email: 'other@acme.test' })).isIn,
    );
    assert.deepEqual(
      (await site.people()).map(({ email, name, roles }) => [email, name, roles]),
      [['mia@acme.test', 'Mia Maier', 'staff']],
    );
    await other.close();
  });

  it('D30 an address that the provider does not call verified is not followed', async () => {
    const provider = await site.setUpOpenId(site.openId, EVERYBODY);
    await site.come(provider);
    await site.come(provider, { ...MIA, email: 'boss@acme.test', email_verified: false });
    assert.equal((await site.people())[0]!.email, 'mia@acme.test');
  });

  it('D30 an account that belongs to another workspace too stays as its person made it', async () => {
    const provider = await site.setUpOpenId(site.openId, EVERYBODY);
    await site.come(provider);
    await joinElsewhere();
    await site.come(provider, { ...MIA, name: 'Changed', email: 'changed@acme.test' });
    const account = await first<{ name: string; email: string }>(
      site.database.read,
      'SELECT a.name, a.email FROM accounts a JOIN identities i ON i.account_id = a.id',
    );
    assert.deepEqual({ ...account }, { name: 'Mia Maier', email: 'mia@acme.test' });
    assert.equal((await site.people())[0]!.name, 'Changed');
  });

  it('SEC_S01 SEC_F02 an address that a provider gave to a member of another account makes nobody a second one here', async () => {
    const provider = await site.setUpOpenId(site.openId, EVERYBODY);
    await site.come(provider);
    await joinElsewhere();
    const invited = await site.asOwner('invitations.create', {
      addresses: 'meier@acme.test',
      roles: ['member'],
    });
    const [{ link }] = (invited.data as { results: [{ link: string }] }).results;
    await site.come(provider, { ...MIA, email: 'meier@acme.test' });
    const before = await site.people();
    const answer = await site.come(provider, { ...MIA, sub: 'anew', email: 'meier@acme.test' });
    assert.deepEqual([answer.status, answer.isIn], [403, false]);
    assert.match(answer.text, /connect it under Account/);
    const accepted = await site.request('/admin/trpc/invitations.accept', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ token: link.split('/').at(-1), idempotencyKey: randomUUID() }),
    });
    assert.equal(accepted.reason, 'link_used');
    assert.deepEqual(await site.people(), before);
  });
});

describe('whom a provider lets in where people have several roles', () => {
  it('D6 D13 groups give all of their roles; without any, and without a default, a person comes in with none', async () => {
    const site = await deployWithOpenId(definePolicy({ ...manyRoles, key: 'many' }));
    const provider = await site.setUpOpenId(site.openId, {
      ...EVERYBODY,
      roles: [],
      groups: { A: 'staff', B: 'member' },
    });
    await site.come(provider, { ...MIA, groups: ['A', 'B'] });
    const empty = await site.come(provider, { sub: 'bo', email: 'bo@acme.test' });
    assert.ok(empty.isIn);
    assert.deepEqual(
      (await site.people()).map(({ roles }) => roles?.split(',').toSorted()),
      [undefined, ['member', 'staff']],
    );
    await site.close();
  });
});
