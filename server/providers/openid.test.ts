// The way to a real OpenID provider and back, over HTTP: what binds it, what is checked, and what happens where the provider is out of order.
import assert from 'node:assert/strict';
import { text as textOf } from 'node:stream/consumers';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { all, run } from '../db/database.ts';
import type { Browser } from '../testing/providers/browser.ts';
import { openBrowser } from '../testing/providers/browser.ts';
import { resign, withIdToken } from '../testing/providers/forge.ts';
import { listen } from '../testing/providers/listen.ts';
import type { OpenIdProvider } from '../testing/providers/openid.ts';
import { startOpenId } from '../testing/providers/openid.ts';
import type { SignOnSite } from '../testing/providers/site.ts';
import { EVERYBODY, deployForSignOn, signInBy, startOf } from '../testing/providers/site.ts';

const MIA = { sub: 'mia', email: 'mia@acme.test', email_verified: true, name: 'Mia Maier' };
const SESSION = '__Host-user-admin';
/** A token that claims nothing, to be signed with claims. */
const UNSIGNED = `e30.${Buffer.from('{}').toString('base64url')}.`;

describe('signing in through OpenID Connect', () => {
  let site: SignOnSite;
  let openId: OpenIdProvider;
  before(async () => {
    openId = await startOpenId();
  });
  beforeEach(async () => {
    site = await deployForSignOn();
    openId.person = MIA;
  });
  afterEach(async () => {
    openId.tamper = undefined;
    assert.deepEqual(site.failures, []);
    await site.close();
  });
  after(() => openId.close());

  /** Goes to the provider and stops on the way back. */
  async function onTheWayBack(id: string, browser: Browser, query = ''): Promise<string> {
    const { to } = await browser.open(startOf(id as never, query));
    return openId.visit(to!);
  }

  it('D13 D30 the first sign-on makes an account with the configured role, whose fields come from the provider', async () => {
    const provider = await site.setUpOpenId(openId, EVERYBODY);
    const { isIn, to, status } = await signInBy(site, openId, provider, MIA);
    assert.equal(status, 303);
    assert.ok(isIn);
    assert.equal(to, 'https://people.example/admin/account');
    assert.deepEqual(await site.people(), [
      { email: 'mia@acme.test', name: 'Mia Maier', status: 'active', source: 'provider', roles: 'member' },
    ]);
  });

  it('SEC_S03 the browser is sent out with state, nonce and a PKCE challenge by SHA-256, each new', async () => {
    const provider = await site.setUpOpenId(openId);
    const browser = openBrowser(site);
    const [first, second] = [
      await browser.open(startOf(provider.id)),
      await browser.open(startOf(provider.id)),
    ];
    const [one, two] = [first, second].map(({ to }) => new URL(to!).searchParams);
    assert.equal(one!.get('code_challenge_method'), 'S256');
    assert.equal(one!.get('redirect_uri'), provider.callbackUrl);
    for (const name of ['state', 'nonce', 'code_challenge']) {
      assert.match(one!.get(name)!, /^[\w-]{43}$/);
      assert.notEqual(one!.get(name), two!.get(name));
    }
    const cookie = first.headers.getSetCookie().find((line) => line.includes('sign-on'))!;
    assert.match(
      cookie,
      /^__Host-user-admin-sign-on=[\w-]{43}; Max-Age=600; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
    // Neither the verifier nor the nonce stands in the database as it is.
    const stored = JSON.stringify(await all(site.database.read, 'SELECT * FROM sign_on_attempts'));
    assert.ok(!stored.includes(one!.get('nonce')!));
  });

  it('SEC_S03 an answer counts in the browser that began, and in no other', async () => {
    const provider = await site.setUpOpenId(openId, EVERYBODY);
    const [own, other, withMark] = [openBrowser(site), openBrowser(site), openBrowser(site)];
    const back = await onTheWayBack(provider.id, own);
    await withMark.open(startOf(provider.id));
    for (const browser of [other, withMark]) {
      const { status } = await browser.open(back);
      assert.equal(status, 410);
      assert.ok(!browser.cookies.has(SESSION));
    }
    // Whoever had no business there used nothing up.
    await own.open(back);
    assert.ok(own.cookies.has(SESSION));
  });

  it('SEC_S03 without state, with another one, with two, and with one that was used already, nobody comes in', async () => {
    const provider = await site.setUpOpenId(openId, EVERYBODY);
    const browser = openBrowser(site);
    const back = await onTheWayBack(provider.id, browser);
    const altered = (change: (query: URLSearchParams) => void): string => {
      const url = new URL(back);
      change(url.searchParams);
      return url.href;
    };
    const bad = [
      altered((query) => query.delete('state')),
      altered((query) => query.set('state', 'A'.repeat(43))),
      altered((query) => query.append('state', query.get('state')!)),
      altered((query) => query.append('state', 'A'.repeat(43))),
    ];
    for (const address of bad) assert.equal((await browser.open(address)).status, 410);
    assert.ok(!browser.cookies.has(SESSION));
    await browser.open(back);
    assert.ok(browser.cookies.has(SESSION));
    const replayed = await browser.open(back);
    assert.equal(replayed.status, 410);
    assert.deepEqual(replayed.headers.getSetCookie(), []);
  });

  it('SEC_S03 of twenty answers with the same state one is taken', async () => {
    const provider = await site.setUpOpenId(openId, EVERYBODY);
    const browser = openBrowser(site);
    const back = await onTheWayBack(provider.id, browser);
    const answers = await Promise.all(Array.from({ length: 20 }, () => browser.open(back)));
    assert.equal(answers.filter(({ status }) => status === 303).length, 1);
    assert.equal((await site.people()).length, 1);
  });

  it('SEC_S03 a journey is over after ten minutes', async () => {
    const provider = await site.setUpOpenId(openId, EVERYBODY);
    const browser = openBrowser(site);
    const back = await onTheWayBack(provider.id, browser);
    site.clock.now += 10 * 60_000;
    assert.equal((await browser.open(back)).status, 410);
    assert.ok(!browser.cookies.has(SESSION));
  });

  it('SEC_S04 an answer for one provider is not taken at another, and one that names another issuer at none', async () => {
    const [one, two] = [await site.setUpOpenId(openId, EVERYBODY), await site.setUpOpenId(openId, EVERYBODY)];
    const browser = openBrowser(site);
    const back = await onTheWayBack(one.id, browser);
    assert.equal((await browser.open(back.replace(one.id, two.id))).status, 410);
    const mixed = new URL(back);
    mixed.searchParams.set('iss', 'https://other.example');
    assert.equal((await browser.open(mixed.href)).status, 410);
    assert.ok(!browser.cookies.has(SESSION));
  });

  it('SEC_S04 a code that was given for one provider is worth nothing in the journey to another', async () => {
    const [one, two] = [await site.setUpOpenId(openId, EVERYBODY), await site.setUpOpenId(openId, EVERYBODY)];
    const browser = openBrowser(site);
    const stolen = new URL(await onTheWayBack(one.id, openBrowser(site)));
    const own = new URL(await onTheWayBack(two.id, browser));
    own.searchParams.set('code', stolen.searchParams.get('code')!);
    assert.equal((await browser.open(own.href)).status, 410);
    assert.ok(!browser.cookies.has(SESSION));
  });

  const now = Math.floor(Date.now() / 1000);
  const forged: readonly (readonly [string, (token: string) => string])[] = [
    ['whose signature is another', (token) => `${token.slice(0, -6)}AAAAAA`],
    [
      'with a claim changed after signing',
      (token) => token.replace(/\.[^.]+\./, `.${resign(token, { sub: 'eve' }).split('.')[1]}.`),
    ],
    ['without a signature', (token) => resign(token, {}, { alg: 'none' })],
    ['signed with the client’s secret', (token) => resign(token, {}, { alg: 'HS256' })],
    ['by a key that is not published', (token) => resign(token, {}, { alg: 'RS256', kid: 'another' })],
    ['for another audience', (token) => resign(token, { aud: 'somebody else' })],
    [
      'for several, of which another is authorised',
      (token) => resign(token, { aud: ['somebody else', 'x'], azp: 'somebody else' }),
    ],
    ['of another issuer', (token) => resign(token, { iss: 'https://other.example' })],
    ['that is over', (token) => resign(token, { exp: now - 3600 })],
    ['without an end', (token) => resign(token, { exp: undefined })],
    ['that says of no time when it was made', (token) => resign(token, { iat: undefined })],
    ['with another nonce', (token) => resign(token, { nonce: 'another' })],
    ['without the nonce', (token) => resign(token, { nonce: undefined })],
    ['about nobody', (token) => resign(token, { sub: undefined })],
    ['about a number of people', (token) => resign(token, { sub: ['mia', 'olga'] })],
  ];
  for (const [what, forge] of forged) {
    it(`SEC_S05 an ID token ${what} lets nobody in`, async () => {
      const provider = await site.setUpOpenId(openId, EVERYBODY);
      openId.tamper = (path, body) => (path === '/token' ? withIdToken(body, forge) : body);
      const { isIn, status } = await signInBy(site, openId, provider, MIA);
      assert.equal(status, 410);
      assert.ok(!isIn);
      assert.deepEqual(await site.people(), []);
    });
  }

  it('SEC_S05 an ID token that is signed anew as it was lets the person in', async () => {
    const provider = await site.setUpOpenId(openId, EVERYBODY);
    openId.tamper = (path, body) =>
      path === '/token' ? withIdToken(body, (token) => resign(token, {})) : body;
    assert.ok((await signInBy(site, openId, provider, MIA)).isIn);
  });

  it('SEC_S14 where the provider is down nobody is kept waiting, and an owner comes in by what is here', async () => {
    const gone = await startOpenId();
    const provider = await site.setUpOpenId(gone, EVERYBODY);
    await site.asOwner('providers.switchExternal', {
      externalAuthentication: true,
      externalAuthorization: true,
      version: 1,
    });
    await gone.close();
    const { status, text } = await openBrowser(site).open(startOf(provider.id));
    assert.equal(status, 503);
    assert.match(text, /could not be reached/);
    // The owner's own session and account are none of the provider's.
    assert.equal((await site.asOwner('providers.list')).status, 200);
    const [row] = await all<{ source: string }>(
      site.database.read,
      'SELECT source FROM members WHERE id = ?',
      [site.owner.id],
    );
    assert.equal(row!.source, 'local');
  });

  it('SEC_S14 however many tokens are signed by an unknown key, the keys are fetched once, and a provider is asked once for its description', async () => {
    const aud = { id: '' };
    let given = 0;
    // Gives a token to everybody; who comes says as the code which nonce it has to hold.
    const endpoint = await listen(async (request, response) => {
      given += 1;
      const form = new URLSearchParams(await textOf(request));
      const now = Math.floor(Date.now() / 1000);
      const claims = {
        iss: openId.url,
        sub: 'mia',
        aud: aud.id,
        iat: now,
        exp: now + 300,
        nonce: form.get('code'),
      };
      const id_token = resign(UNSIGNED, claims, { alg: 'RS256', kid: 'unknown' });
      const answer = { access_token: 'any', token_type: 'bearer', id_token };
      response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(answer));
    });
    openId.tamper = (path, body) =>
      path.startsWith('/.well-known/')
        ? body.replaceAll(`${openId.url}/token`, `${endpoint.url}/token`)
        : body;
    const provider = await site.setUpOpenId(openId, EVERYBODY);
    if (provider.config.kind === 'oidc') aud.id = provider.config.clientId;
    openId.asked.clear();
    const come = async (): Promise<void> => {
      const browser = openBrowser(site);
      const asked = new URL((await browser.open(startOf(provider.id))).to!).searchParams;
      const back = new URL(provider.callbackUrl);
      back.search = `${new URLSearchParams({ code: asked.get('nonce')!, state: asked.get('state')!, iss: openId.url })}`;
      assert.equal((await browser.open(back.href)).status, 410);
      assert.ok(!browser.cookies.has(SESSION));
    };
    // In waves, so that no answer is given up for its age.
    for (let wave = 0; wave < 20; wave += 1) await Promise.all(Array.from({ length: 50 }, come));
    assert.equal(given, 1000);
    assert.equal(openId.asked.get('/jwks'), 1);
    assert.equal(openId.asked.get('/.well-known/openid-configuration'), 1);
    await endpoint.close();
  });

  it('SEC_S09 it goes on to an address of ours and to no other, in the end and on every page on the way', async () => {
    const provider = await site.setUpOpenId(openId, EVERYBODY);
    const own = await signInBy(site, openId, provider, MIA, { query: '?to=/admin/somewhere' });
    assert.equal(own.to, 'https://people.example/admin/somewhere');
    for (const to of [
      '//evil.example',
      '/\\evil.example',
      'https://evil.example',
      'javascript:alert(1)',
      '/%09/evil.example',
      'https:evil.example',
      'https://people.example@evil.example',
    ]) {
      const { to: reached } = await signInBy(site, openId, provider, MIA, {
        query: `?to=${encodeURIComponent(to)}`,
      });
      assert.equal(new URL(reached!).origin, 'https://people.example', to);
      const browser = openBrowser(site);
      const { text } = await browser.open(
        startOf(provider.id, `?mode=nonsense&to=${encodeURIComponent(to)}`),
      );
      assert.ok(!text.includes('evil.example') && !text.includes('alert(1)'), to);
    }
  });

  it('SEC_S03 what the provider refuses is told in a sentence of ours, and nothing that it wrote is shown', async () => {
    const provider = await site.setUpOpenId(openId, EVERYBODY);
    const browser = openBrowser(site);
    const { to } = await browser.open(startOf(provider.id));
    const state = new URL(to!).searchParams.get('state')!;
    const query = new URLSearchParams({
      state,
      error: 'access_denied',
      error_description: '<script>alert(1)</script>',
      iss: openId.url,
    });
    const { status, text, headers } = await browser.open(`${provider.callbackUrl}?${query.toString()}`);
    assert.equal(status, 410);
    assert.match(text, /did not confirm who you are/);
    assert.ok(!text.includes('alert(1)'));
    assert.match(headers.get('Content-Security-Policy')!, /default-src 'none'/);
  });

  it('SEC_D17 who is signed in and comes again is asked by the provider to prove anew who they are', async () => {
    const provider = await site.setUpOpenId(openId, EVERYBODY);
    const { browser } = await signInBy(site, openId, provider, MIA);
    const promptOf = async (by: Browser): Promise<string | null> =>
      new URL((await by.open(startOf(provider.id))).to!).searchParams.get('prompt');
    assert.equal(await promptOf(browser), 'login');
    assert.equal(await promptOf(openBrowser(site)), null);
  });

  it('SEC_D17 only what the provider says of when it was counts as a fresh proof, so that a stripped wish proves nothing', async () => {
    const provider = await site.setUpOpenId(openId, EVERYBODY);
    const { browser } = await signInBy(site, openId, provider, MIA);
    const provedAt = async (): Promise<number[]> =>
      (
        await all<{ at: number }>(
          site.database.read,
          "SELECT authenticated_at AS at FROM sessions WHERE started_by = 'provider'",
        )
      ).map(({ at }) => at);
    assert.deepEqual(await provedAt(), [0], 'the provider may know this browser from long ago');
    await browser.open(await onTheWayBack(provider.id, browser));
    const [fresh = 0] = await provedAt();
    assert.ok(fresh <= site.clock.now && site.clock.now - fresh < 60_000, `${fresh}`);
    const { to } = await browser.open(startOf(provider.id));
    const stripped = new URL(to!);
    assert.equal(stripped.searchParams.get('max_age'), '0');
    for (const name of ['prompt', 'max_age']) stripped.searchParams.delete(name);
    await browser.open(await openId.visit(stripped.href));
    assert.deepEqual(await provedAt(), [0]);
  });

  it('six hundred journeys in ten minutes begin from one network, and the next one when these are over', async () => {
    const provider = await site.setUpOpenId(openId, EVERYBODY);
    const begin = (address: string): Promise<Response> =>
      site.userAdmin.fetch(new Request(startOf(provider.id)), { address });
    await begin('192.0.2.7');
    await site.database.write((tx) =>
      run(tx, "UPDATE limits SET total = 600 WHERE key LIKE 'signOnJourneys:%'"),
    );
    const { status, headers } = await begin('192.0.2.8');
    assert.equal(status, 429);
    assert.equal(headers.get('Retry-After'), '600');
    assert.equal((await begin('198.51.100.7')).status, 303);
    site.clock.now += 10 * 60_000;
    assert.equal((await begin('192.0.2.7')).status, 303);
  });

  it('SEC_G03 no picture, script or frame of another site begins a journey in the browsers of those who see it', async () => {
    const provider = await site.setUpOpenId(openId, EVERYBODY);
    const browser = openBrowser(site);
    for (const dest of ['image', 'script', 'iframe', 'empty']) {
      const { status, to } = await browser.open(startOf(provider.id), {
        'Sec-Fetch-Dest': dest,
        'Sec-Fetch-Site': 'cross-site',
      });
      assert.deepEqual([status, to], [400, null], dest);
    }
    assert.deepEqual(await all(site.database.read, 'SELECT * FROM sign_on_attempts'), []);
    assert.equal((await browser.open(startOf(provider.id), { 'Sec-Fetch-Dest': 'document' })).status, 303);
  });

  it('SEC_D16 a secret that does not open any more lets nobody in, and is reported', async () => {
    const provider = await site.setUpOpenId(openId, EVERYBODY);
    await site.database.write((tx) =>
      run(tx, "UPDATE providers SET sealed = 'v1.' || substr(sealed, 4, 40) || 'AAAA'"),
    );
    const { status, text } = await openBrowser(site).open(startOf(provider.id));
    assert.equal(status, 500);
    assert.ok(!text.includes('seal'));
    assert.equal(site.failures.splice(0).length, 1);
  });

  it('SEC_D02 a session that was there in the browser ends, and the new one is another', async () => {
    const provider = await site.setUpOpenId(openId, EVERYBODY);
    const first = await signInBy(site, openId, provider, MIA);
    const before = first.browser.cookies.get(SESSION)!;
    await signInBy(site, openId, provider, MIA, { browser: first.browser });
    assert.notEqual(first.browser.cookies.get(SESSION), before);
    assert.equal(await site.sessions.find(before), null);
  });
});
