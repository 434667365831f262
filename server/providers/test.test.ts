// "Test this connection": what came back is shown once, to who asked, and lets nobody in.
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { createServer as createSecureServer } from 'node:https';
import type { Provider, ProviderConfig, ProviderTest } from '../../shared/providers/provider.ts';
import { all } from '../db/database.ts';
import { openBrowser } from '../testing/providers/browser.ts';
import { makeCertificate } from '../testing/providers/certificate.ts';
import { listen } from '../testing/providers/listen.ts';
import { startOAuth } from '../testing/providers/oauth.ts';
import type { Claims, OpenIdProvider } from '../testing/providers/openid.ts';
import { startOpenId } from '../testing/providers/openid.ts';
import { makeSaml } from '../testing/providers/saml.ts';
import type { SignOnSite } from '../testing/providers/site.ts';
import { EVERYBODY, NOBODY_NEW, deployForSignOn } from '../testing/providers/site.ts';

const MIA: Claims = {
  sub: 'mia',
  email: 'mia@acme.test',
  email_verified: true,
  name: 'Mia',
  groups: ['Staff'],
};

describe('testing a connection', () => {
  let site: SignOnSite;
  let openId: OpenIdProvider;
  before(async () => {
    openId = await startOpenId();
    site = await deployForSignOn();
  });
  beforeEach(() => {
    openId.person = MIA;
  });
  after(async () => {
    assert.deepEqual(site.failures, []);
    await site.close();
    await openId.close();
  });

  async function prepare(provider: Provider): Promise<{ href: string; testId: string }> {
    return (await site.asOwner('providers.test', { providerId: provider.id })).data;
  }
  const read = async (testId: string): Promise<ProviderTest | null> =>
    (await site.asOwner('providers.readTest', { testId })).data;
  /** The whole test: `visit` is what the provider does with the browser. */
  async function run(provider: Provider, visit: (address: string) => Promise<string> | string) {
    const { href, testId } = await prepare(provider);
    const browser = openBrowser(site);
    const out = await browser.open(href);
    const page = out.to === null ? out : await browser.open(await visit(out.to));
    assert.ok(!browser.cookies.has('__Host-user-admin'));
    return { page, test: (await read(testId))!, testId, browser, href };
  }
  const oidc = (more: Partial<ProviderConfig> = {}, secret = 'x') =>
    site.setUp(
      {
        kind: 'oidc',
        issuer: openId.url,
        clientId: 'x',
        scopes: ['openid'],
        groupsClaim: '',
        ...more,
      } as ProviderConfig,
      NOBODY_NEW,
      secret,
    );

  it('D4 shows what came back and what would follow, and makes neither session nor account', async () => {
    const provider = await site.setUpOpenId(openId, { ...EVERYBODY, groups: { Staff: 'staff' } });
    const before = await all(
      site.database.read,
      'SELECT (SELECT count(*) FROM accounts) AS a, (SELECT count(*) FROM identities) AS i',
    );
    const { page, test, testId, href, browser } = await run(provider, openId.visit);
    assert.equal(page.status, 200);
    assert.match(page.text, /The test is done/);
    assert.deepEqual(test, {
      isOk: true,
      problem: '',
      issuer: openId.url,
      subject: 'mia',
      email: 'mia@acme.test',
      isEmailVerified: true,
      name: 'Mia',
      groups: ['Staff'],
      roles: ['staff'],
    });
    const after = await all(
      site.database.read,
      'SELECT (SELECT count(*) FROM accounts) AS a, (SELECT count(*) FROM identities) AS i',
    );
    assert.deepEqual(after, before);
    assert.equal(await read(testId), null);
    const again = await browser.open(href);
    assert.equal(again.status, 410);
    assert.match(again.text, /This test has been opened already/);
  });

  it('works before the provider is switched on', async () => {
    const provider = await site.setUpOpenId(openId);
    const { id, version, name, config, admission } = provider;
    await site.asOwner('providers.change', {
      providerId: id,
      version,
      name,
      config,
      admission,
      isEnabled: false,
    });
    assert.equal((await run(provider, openId.visit)).test.isOk, true);
  });

  it('is read by who began it, and set out for by one browser', async () => {
    const provider = await site.setUpOpenId(openId);
    const other = await site.addMember({ email: 'otto@acme.test', roles: ['owner'] });
    const { href, testId } = await prepare(provider);
    const browser = openBrowser(site);
    const { to } = await browser.open(href);
    assert.equal((await openBrowser(site).open(href)).status, 410);
    assert.equal(await read(testId), null);
    await browser.open(await openId.visit(to!));
    const theirs = openBrowser(site);
    const [name = '', value = ''] = (await site.cookieOf(other.accountId)).split('=');
    theirs.cookies.set(name, value);
    assert.equal((await site.asBrowser(theirs, 'providers.readTest', { testId })).data, null);
    assert.equal((await read(testId))!.isOk, true);
  });

  it('SEC_S12 those may whose role includes it, and a test cannot be made up', async () => {
    const provider = await site.setUpOpenId(openId);
    const staff = await site.addMember({ email: 'sam@acme.test', roles: ['staff'] });
    const theirs = openBrowser(site);
    const [name = '', value = ''] = (await site.cookieOf(staff.accountId)).split('=');
    theirs.cookies.set(name, value);
    assert.equal(
      (await site.asBrowser(theirs, 'providers.test', { providerId: provider.id })).reason,
      'not_granted',
    );
    assert.equal(
      (await site.asBrowser(theirs, 'providers.readTest', { testId: 'A'.repeat(43) })).reason,
      'not_granted',
    );
    const made = `https://people.example/admin/sign-in/provider/${provider.id}?mode=test&test=${'A'.repeat(43)}`;
    assert.equal((await openBrowser(site).open(made)).status, 410);
  });

  it('says that nothing answers', async () => {
    const gone = await listen(() => {});
    await gone.close();
    const { test, page } = await run(await oidc({ issuer: gone.url }), openId.visit);
    assert.equal(test.isOk, false);
    assert.match(test.problem, /could not be reached/);
    assert.match(page.text, /not right yet/);
  });

  it('says that what answers is no OpenID provider, or another one', async () => {
    const plain = await listen((_request, response) => response.writeHead(404).end('nothing here'));
    assert.match(
      (await run(await oidc({ issuer: plain.url }), openId.visit)).test.problem,
      /Nothing that speaks this protocol/,
    );
    const other = await oidc({ issuer: `${openId.url.replace('127.0.0.1', 'localhost')}` });
    assert.match((await run(other, openId.visit)).test.problem, /another name than the issuer/);
    await plain.close();
  });

  it('says that the certificate is bad', async () => {
    const { privateKey, certificate } = makeCertificate();
    const server = createSecureServer({ key: privateKey, cert: certificate }, (_request, response) =>
      response.end('{}'),
    );
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as { port: number };
    const { test } = await run(await oidc({ issuer: `https://127.0.0.1:${port}` }), openId.visit);
    assert.match(test.problem, /certificate/);
    server.close();
  });

  it('says that the secret is wrong', async () => {
    const provider = await oidc({ clientId: 'wrong-secret', scopes: ['openid', 'email'] }, 'not the one');
    openId.admit({ id: 'wrong-secret', secret: 'the one', callbackUrl: provider.callbackUrl });
    assert.match((await run(provider, openId.visit)).test.problem, /client ID with this secret/);
    const oauth = await startOAuth();
    const plain = await site.setUp(
      {
        kind: 'oauth2',
        authorizeUrl: `${oauth.url}/a`,
        tokenUrl: `${oauth.url}/token`,
        userInfoUrl: `${oauth.url}/u`,
        clientId: 'app',
        scopes: [],
        idField: 'id',
        emailField: 'email',
        nameField: 'name',
        groupsClaim: '',
      },
      NOBODY_NEW,
      'wrong',
    );
    assert.match((await run(plain, oauth.visit)).test.problem, /client ID with this secret/);
    await oauth.close();
  });

  it('says which claim is missing', async () => {
    const provider = await site.setUpOpenId(openId);
    openId.person = { sub: 'mia', groups: ['x'] };
    assert.match((await run(provider, openId.visit)).test.problem, /“email” is missing/);
    openId.person = { sub: 'mia', email: 'mia@acme.test' };
    assert.match((await run(provider, openId.visit)).test.problem, /no groups in “groups”/);
    const oauth = await startOAuth();
    oauth.person = { login: 'mia' };
    const plain = await site.setUp(
      {
        kind: 'oauth2',
        authorizeUrl: `${oauth.url}/a`,
        tokenUrl: `${oauth.url}/token`,
        userInfoUrl: `${oauth.url}/u`,
        clientId: 'app',
        scopes: [],
        idField: 'number',
        emailField: 'email',
        nameField: 'name',
        groupsClaim: '',
      },
      NOBODY_NEW,
      oauth.secret,
    );
    assert.match((await run(plain, oauth.visit)).test.problem, /no field “number”/);
    await oauth.close();
  });

  it('says what is wrong with a SAML response, and shows one that is right', async () => {
    const idp = makeSaml();
    const provider = await site.setUp({
      kind: 'saml',
      entityId: idp.entityId,
      signOnUrl: 'https://idp.example/sso',
      certificates: [idp.certificate],
      emailAttribute: '',
      nameAttribute: '',
      groupsClaim: '',
    });
    const tell = async (saying: Parameters<typeof idp.answer>[1]): Promise<ProviderTest> => {
      const { href, testId } = await prepare(provider);
      const browser = openBrowser(site);
      const request = idp.read((await browser.open(href)).to!);
      const xml = await idp.answer(request, saying);
      const { to } = await browser.post(
        provider.callbackUrl,
        { SAMLResponse: Buffer.from(xml).toString('base64') },
        'https://idp.example',
      );
      assert.equal((await browser.open(to!)).status, 200);
      return (await read(testId))!;
    };
    assert.deepEqual((await tell({})).subject, 'mia@acme.test');
    assert.match((await tell({ audience: 'other' })).problem, /audience/);
    assert.match((await tell({ recipient: 'https://other.example' })).problem, /callback address/);
    assert.match((await tell({ notOnOrAfter: Date.now() - 3600_000 })).problem, /too old/);
    assert.match((await tell({ issuer: 'other' })).problem, /another issuer/);
  });
});
