// Signing in through plain OAuth 2.0: who it is comes from the user-info endpoint, by the field that never changes.
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import type { OAuthConfig, Provider } from '../../shared/providers/provider.ts';
import { all } from '../db/database.ts';
import type { Browser } from '../testing/providers/browser.ts';
import { openBrowser } from '../testing/providers/browser.ts';
import type { OAuthServer } from '../testing/providers/oauth.ts';
import { startOAuth } from '../testing/providers/oauth.ts';
import type { SignOnSite } from '../testing/providers/site.ts';
import { EVERYBODY, deployForSignOn, startOf } from '../testing/providers/site.ts';

const SESSION = '__Host-user-admin';

describe('signing in through plain OAuth 2.0', () => {
  let site: SignOnSite;
  let oauth: OAuthServer;
  before(async () => {
    oauth = await startOAuth();
  });
  beforeEach(async () => {
    site = await deployForSignOn();
    oauth.person = { id: 4711, email: 'mia@acme.test', name: 'Mia Maier' };
  });
  afterEach(async () => {
    assert.deepEqual(site.failures, []);
    await site.close();
  });
  after(() => oauth.close());

  const setUp = (more: Partial<OAuthConfig> = {}, secret = oauth.secret): Promise<Provider> =>
    site.setUp(
      {
        kind: 'oauth2',
        authorizeUrl: `${oauth.url}/authorize?prompt=login`,
        tokenUrl: `${oauth.url}/token`,
        userInfoUrl: `${oauth.url}/user`,
        clientId: oauth.clientId,
        scopes: ['user:email'],
        idField: 'id',
        emailField: 'email',
        nameField: 'name',
        groupsClaim: '',
        ...more,
      },
      EVERYBODY,
      secret,
    );
  async function come(
    provider: Provider,
    browser: Browser = openBrowser(site),
    change = (back: string) => back,
  ) {
    const { to } = await browser.open(startOf(provider.id));
    const answer = await browser.open(change(oauth.visit(to!)));
    return { ...answer, browser, asked: new URL(to!), isIn: browser.cookies.has(SESSION) };
  }

  it('D4 D13 a person comes in by the number that the provider gave them', async () => {
    const provider = await setUp();
    const { isIn, asked } = await come(provider);
    assert.ok(isIn);
    assert.equal(asked.searchParams.get('prompt'), 'login');
    assert.equal(asked.searchParams.get('scope'), 'user:email');
    assert.equal(asked.searchParams.get('code_challenge_method'), 'S256');
    oauth.person = { id: 4711, email: 'renamed@acme.test', name: 'Mia' };
    assert.ok((await come(provider)).isIn);
    const rows = await all<{ issuer: string; subject: string }>(
      site.database.read,
      'SELECT issuer, subject FROM identities',
    );
    assert.deepEqual(
      rows.map((row) => ({ ...row })),
      [{ issuer: `${oauth.url}#id`, subject: '4711' }],
    );
  });

  it('the field may stand inside another one', async () => {
    oauth.person = { user: { id: 'abc', mail: 'deep@acme.test' } };
    const provider = await setUp({ idField: 'user.id', emailField: 'user.mail' });
    assert.ok((await come(provider)).isIn);
    assert.equal((await site.people())[0]!.email, 'deep@acme.test');
  });

  it('SEC_S03 an answer counts with its own state, in its own browser, once, and its code with its own verifier', async () => {
    const provider = await setUp();
    const browser = openBrowser(site);
    assert.equal(
      (await come(provider, browser, (back) => back.replace(/state=[^&]+/, 'state=another'))).status,
      410,
    );
    const { to } = await browser.open(startOf(provider.id));
    const back = oauth.visit(to!);
    assert.equal((await openBrowser(site).open(back)).status, 410);
    const other = oauth.visit((await openBrowser(site).open(startOf(provider.id))).to!);
    const swapped = new URL(back);
    swapped.searchParams.set('code', new URL(other).searchParams.get('code')!);
    assert.equal((await browser.open(swapped.href)).status, 410);
    assert.equal((await browser.open(back)).status, 410);
    assert.ok(!browser.cookies.has(SESSION));
  });

  for (const [what, person] of [
    ['is missing', { email: 'mia@acme.test' }],
    ['is empty', { id: '', email: 'mia@acme.test' }],
    ['is a list', { id: ['4711'], email: 'mia@acme.test' }],
    ['is an object', { id: { id: 1 }, email: 'mia@acme.test' }],
    ['is no whole number', { id: 1.5, email: 'mia@acme.test' }],
    ['is larger than numbers are exact', { id: 2 ** 60, email: 'mia@acme.test' }],
    ['is true', { id: true, email: 'mia@acme.test' }],
  ] as const) {
    it(`SEC_S01 nobody comes in where the field that says who it is ${what}`, async () => {
      const provider = await setUp();
      oauth.person = person;
      const { isIn, status } = await come(provider);
      assert.equal(status, 410);
      assert.ok(!isIn);
    });
  }

  it('SEC_S02 that an address is verified is said of the field “email” beside it, and of no other', async () => {
    await site.proveDomain('acme.test');
    const victim = await site.addMember({ email: 'vera@acme.test', roles: ['member'] });
    oauth.person = { id: 1, email: 'eve@acme.test', email_verified: true, notices: 'vera@acme.test' };
    assert.ok(!(await come(await setUp({ emailField: 'notices' }))).isIn);
    oauth.person = { user: { id: 1, email: 'vera@acme.test' }, email_verified: true };
    assert.ok(!(await come(await setUp({ idField: 'user.id', emailField: 'user.email' }))).isIn);
    oauth.person = { id: 2, email: 'vera@acme.test', email_verified: true };
    assert.ok((await come(await setUp())).isIn);
    assert.deepEqual(
      (await all<{ id: string }>(site.database.read, 'SELECT account_id AS id FROM identities')).map(
        (row) => ({ ...row }),
      ),
      [{ id: victim.accountId }],
    );
  });

  it('SEC_S01 the field that names everybody alike, or one of every object, is none', async () => {
    for (const idField of ['__proto__', 'constructor', 'toString', 'constructor.name']) {
      const provider = await setUp({ idField });
      assert.ok(!(await come(provider)).isIn, idField);
    }
  });

  it('a wrong secret lets nobody in, also where the provider answers that all is well', async () => {
    const provider = await setUp({}, 'wrong');
    assert.equal((await come(provider)).status, 410);
  });
});
