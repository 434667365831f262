// Whom a provider's word lets in, by a real OpenID provider and over HTTP: who is connected, who is made, who stays out.
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { all, first, run } from '../db/database.ts';
import { everyEnd } from '../testing/policies.ts';
import { openBrowser } from '../testing/providers/browser.ts';
import { startOpenId } from '../testing/providers/openid.ts';
import type { OpenIdSite } from '../testing/providers/openid-site.ts';
import { MIA, deployWithOpenId } from '../testing/providers/openid-site.ts';
import { EVERYBODY, NOBODY_NEW, signInBy, startOf } from '../testing/providers/site.ts';

describe('whom a provider lets in', () => {
  let site: OpenIdSite;
  beforeEach(async () => {
    site = await deployWithOpenId(everyEnd);
  });
  afterEach(() => site.close());

  it('SEC_S01 who it is, is issuer and subject: the same person under another address is the same, another subject is not', async () => {
    const provider = await site.setUpOpenId(site.openId, EVERYBODY);
    assert.ok((await site.come(provider)).isIn);
    assert.ok((await site.come(provider, { ...MIA, email: 'mia.new@acme.test' })).isIn);
    assert.equal((await site.people()).length, 1);
    const other = await site.come(provider, { ...MIA, sub: 'eve', email: 'mia.new@acme.test' });
    assert.equal(other.status, 403);
    assert.match(other.text, /connect it under Account/);
    assert.ok(!other.isIn);
    assert.deepEqual(
      (await site.identities()).map(({ issuer, subject }) => [issuer, subject]),
      [[site.openId.url, 'mia']],
    );
  });

  it('SEC_S01 the same subject and address at another provider is somebody else', async () => {
    const [one, other] = [await site.setUpOpenId(site.openId, EVERYBODY), await startOpenId()];
    const two = await site.setUpOpenId(other, EVERYBODY);
    assert.ok((await site.come(one)).isIn);
    const answer = await signInBy(site, other, two, MIA);
    assert.equal(answer.status, 403);
    assert.ok(!answer.isIn);
    await other.close();
  });

  for (const [what, claims, isProved] of [
    ['the provider says it is not verified', { email_verified: false }, true],
    ['the provider does not say', { email_verified: undefined }, true],
    ['the provider says so in a text', { email_verified: 'true' }, true],
    ['the provider says so by a number', { email_verified: 1 }, true],
    ['the workspace did not prove the domain', {}, false],
  ] as const) {
    it(`SEC_S02 an address that is somebody's already is not theirs where ${what}`, async () => {
      const provider = await site.setUpOpenId(site.openId, EVERYBODY);
      if (isProved) await site.proveDomain('acme.test');
      const { text, status, isIn } = await site.come(provider, {
        ...MIA,
        email: 'olga@acme.test',
        ...claims,
      });
      assert.equal(status, 403);
      assert.match(text, /Sign in another way once, then connect it under Account/);
      assert.ok(!isIn);
      assert.deepEqual(await site.identities(), []);
    });
  }

  it('SEC_S02 SEC_S16 a verified address of a proved domain is connected, and only that very domain counts', async () => {
    const provider = await site.setUpOpenId(site.openId);
    await site.proveDomain('acme.test');
    const { isIn } = await site.come(provider, { ...MIA, email: 'OLGA@Acme.test' });
    assert.ok(isIn);
    assert.deepEqual(
      (await site.identities()).map(({ accountId }) => accountId),
      [site.owner.accountId],
    );
    await site.addMember({ email: 'sub@mail.acme.test', roles: ['member'] });
    assert.ok(!(await site.come(provider, { ...MIA, sub: 'sub', email: 'sub@mail.acme.test' })).isIn);
  });

  it('SEC_S02 the domain counts where this workspace proved it, and not another', async () => {
    const provider = await site.setUpOpenId(site.openId);
    await site.database.write(async (tx) => {
      await run(
        tx,
        "INSERT INTO workspaces (id, name, invitation_hours, created_at) VALUES ('elsewhere', 'E', 24, 1)",
      );
      await run(
        tx,
        "INSERT INTO domains (workspace_id, domain, proved_at, created_at) VALUES ('elsewhere', 'acme.test', 1, 1)",
      );
    });
    assert.ok(!(await site.come(provider, { ...MIA, email: 'olga@acme.test' })).isIn);
  });

  it('SEC_S02 address and its verification are taken from one document, not half from each', async () => {
    // The ID token holds the address, the user-info endpoint would say that it is verified.
    const split = await startOpenId({
      conformIdTokenClaims: false,
      findAccount: (_ctx, id) => ({
        accountId: id,
        claims: (use) =>
          use === 'id_token' ? { sub: id, email: 'olga@acme.test' } : { sub: id, email_verified: true },
      }),
    });
    const provider = await site.setUpOpenId(split);
    await site.proveDomain('acme.test');
    assert.ok(!(await signInBy(site, split, provider, { sub: 'eve' })).isIn);
    await split.close();
  });

  it('SEC_C17 who proves the mailbox of an account that nobody proved gets it without what another left there', async () => {
    const provider = await site.setUpOpenId(site.openId);
    await site.proveDomain('acme.test');
    const planted = await site.addMember({ email: 'vic@acme.test', roles: ['staff'] });
    await site.database.write((tx) =>
      run(tx, "UPDATE accounts SET email_verified_at = NULL, password_hash = 'planted' WHERE id = ?", [
        planted.accountId,
      ]),
    );
    const open = (await site.cookieOf(planted.accountId)).split('=')[1]!;
    assert.ok((await site.come(provider, { sub: 'vic', email: 'vic@acme.test', email_verified: true })).isIn);
    const row = await first<{ passwordHash: string | null; verified: number | null }>(
      site.database.read,
      'SELECT password_hash AS passwordHash, email_verified_at AS verified FROM accounts WHERE id = ?',
      [planted.accountId],
    );
    assert.equal(row!.passwordHash, null);
    assert.notEqual(row!.verified, null);
    assert.equal(await site.sessions.find(open), null);
  });

  it('D13 without just in time a stranger is told to sign in another way, and nothing is made', async () => {
    const provider = await site.setUpOpenId(site.openId, NOBODY_NEW);
    const { status, text, isIn } = await site.come(provider);
    assert.equal(status, 403);
    assert.match(text, /Nobody here is connected to this yet/);
    assert.ok(!isIn);
    assert.deepEqual(await site.people(), []);
  });

  it('SEC_S15 twenty first sign-ins of one person at once make one account', async () => {
    const provider = await site.setUpOpenId(site.openId, EVERYBODY);
    site.openId.person = MIA;
    const ways = await Promise.all(
      Array.from({ length: 20 }, async () => {
        const browser = openBrowser(site);
        const { to } = await browser.open(startOf(provider.id));
        return { browser, back: await site.openId.visit(to!) };
      }),
    );
    const answers = await Promise.all(ways.map(({ browser, back }) => browser.open(back)));
    assert.ok(answers.every(({ status }) => status === 303));
    assert.ok(ways.every(({ browser }) => browser.cookies.has('__Host-user-admin')));
    assert.equal((await site.people()).length, 1);
    const [{ admitted }] = (await all<{ admitted: number }>(
      site.database.read,
      'SELECT admitted FROM providers',
    )) as [{ admitted: number }];
    assert.equal(admitted, 1);
  });

  it('D13 as many come in without an invitation as were allowed, also at once', async () => {
    const provider = await site.setUpOpenId(site.openId, { ...EVERYBODY, most: 2 });
    const ways = [];
    for (const sub of ['one', 'two', 'three', 'four']) {
      site.openId.person = { sub, email: `${sub}@acme.test` };
      const browser = openBrowser(site);
      ways.push({
        browser,
        back: await site.openId.visit((await browser.open(startOf(provider.id))).to!),
        sub,
      });
    }
    // The provider answers by whoever is set: what each code stands for is known to it from before.
    const answers = [];
    for (const { browser, back, sub } of ways) {
      site.openId.person = { sub, email: `${sub}@acme.test` };
      answers.push(await browser.open(back));
    }
    assert.equal(answers.filter(({ status }) => status === 303).length, 2);
    assert.match(answers.at(-1)!.text, /No more people can join/);
    assert.equal((await site.people()).length, 2);
  });

  it('SEC_E04 a session that a workspace’s provider vouched for opens that workspace and no other', async () => {
    const provider = await site.setUpOpenId(site.openId, EVERYBODY);
    const { browser } = await site.come(provider);
    await site.database.write((tx) =>
      run(
        tx,
        "INSERT INTO workspaces (id, name, invitation_hours, created_at) VALUES ('elsewhere', 'E', 24, 1)",
      ),
    );
    await site.addMember({ email: 'mia@acme.test', roles: ['owner'], workspaceId: 'elsewhere' as never });
    assert.equal((await site.asBrowser(browser, 'viewer.get')).status, 200);
    const cookie = [...browser.cookies].map((pair) => pair.join('=')).join('; ');
    const there = await site.request('/admin/trpc/viewer.get', {
      headers: { Cookie: cookie, 'ua-workspace': 'elsewhere' },
    });
    assert.equal(there.reason, 'not_a_member');
  });

  it('a provider of the home workspace speaks for the deployment: its session opens every workspace of the account', async () => {
    await site.database.write((tx) =>
      run(tx, 'UPDATE workspaces SET home = 1 WHERE id = ?', [site.workspaceId]),
    );
    const provider = await site.setUpOpenId(site.openId, EVERYBODY);
    await site.come(provider);
    const rows = await all<{ workspaceId: string | null }>(
      site.database.read,
      "SELECT workspace_id AS workspaceId FROM sessions WHERE started_by = 'provider'",
    );
    assert.deepEqual(
      rows.map(({ workspaceId }) => workspaceId),
      [null],
    );
  });

  it('SEC_F01 addresses that only look like another, or are none, connect and make nobody', async () => {
    const provider = await site.setUpOpenId(site.openId, EVERYBODY);
    await site.proveDomain('acme.test');
    for (const email of [
      'ol\u212aa@acme.test',
      'olga@acme.test\u200b.evil.test',
      '',
      'olga@acme.test,eve@evil.test',
      ['olga@acme.test'],
    ])
      assert.ok(
        !(await site.come(provider, { ...MIA, sub: `s${String(email)}`, email })).isIn,
        String(email),
      );
    assert.deepEqual(await site.identities(), []);
  });

  it('SEC_L04 a fault of the database on the way in is told to the operator, and not taken for a word of the provider', async () => {
    const provider = await site.setUpOpenId(site.openId, EVERYBODY);
    await site.come(provider);
    await site.database.write((tx) => run(tx, 'ALTER TABLE sign_ins RENAME TO gone'));
    const { status, isIn } = await site.come(provider);
    assert.deepEqual([status, isIn], [500, false]);
    assert.match(String(site.failures.splice(0)), /no such table/);
  });

  it('SEC_L01 SEC_L04 who came in and who did not stands in the trail, with the provider behind it', async () => {
    const provider = await site.setUpOpenId(site.openId, EVERYBODY);
    await site.come(provider);
    await site.come(provider, { ...MIA, sub: 'eve' });
    const trail = await all<{ action: string; via: string; after: string }>(
      site.database.read,
      "SELECT action, via, after FROM audit WHERE action IN ('member.join', 'account.sign-in', 'account.sign-in-failed') AND via = 'provider' ORDER BY seq",
    );
    assert.deepEqual(
      trail.map(({ action }) => action),
      ['member.join', 'account.sign-in', 'account.sign-in-failed'],
    );
    assert.match(trail.at(-1)!.after, /provider_person_unknown/);
  });
});
