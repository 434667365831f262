// Login CSRF: somebody is lured into a sign-in that another began, or that a page of another site begins in their browser.
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import type { Provider } from '../../shared/providers/provider.ts';
import { all } from '../db/database.ts';
import { BASE_URL } from '../testing/deployment.ts';
import type { Browser } from '../testing/providers/browser.ts';
import { openBrowser } from '../testing/providers/browser.ts';
import type { OpenIdProvider } from '../testing/providers/openid.ts';
import { startOpenId } from '../testing/providers/openid.ts';
import type { SignOnSite } from '../testing/providers/site.ts';
import { EVERYBODY, deployForSignOn, signInBy, startOf } from '../testing/providers/site.ts';

const SESSION = '__Host-user-admin';

describe('a sign-in that somebody is lured into', () => {
  let site: SignOnSite;
  let openId: OpenIdProvider;
  let provider: Provider;
  /** The victim's browser, where the owner is signed in. */
  let victim: Browser;
  let own: string;
  before(async () => {
    site = await deployForSignOn();
    openId = await startOpenId();
    provider = await site.setUpOpenId(openId, EVERYBODY);
    openId.person = { sub: 'mallory', email: 'mallory@acme.test', name: 'Mallory' };
  });
  after(async () => {
    await site.close();
    await openId.close();
    assert.deepEqual(site.failures, []);
  });
  beforeEach(async () => {
    victim = openBrowser(site);
    own = (await site.cookieOf(site.owner.accountId)).split('=')[1]!;
    victim.cookies.set(SESSION, own);
  });

  const attempts = () => all(site.database.read, 'SELECT id FROM sign_on_attempts');
  const assertUntouched = async () => {
    assert.equal(victim.cookies.get(SESSION), own);
    const { data } = await site.asBrowser(victim, 'viewer.get');
    assert.equal((data as { email: string }).email, 'olga@acme.test');
  };

  it('SEC_S03 the answer of a journey that an attacker began opens nothing in another browser, signed in or not', async () => {
    for (const browser of [victim, openBrowser(site)]) {
      const attacker = openBrowser(site);
      const { to } = await attacker.open(startOf(provider.id));
      const answer = await openId.visit(to!);
      const before = browser.cookies.get(SESSION);
      const refused = await browser.open(answer);
      assert.equal(refused.status, 410);
      assert.equal(browser.cookies.get(SESSION), before);
      // A journey under way in that browser does not take it either.
      await browser.open(startOf(provider.id), { 'Sec-Fetch-Site': 'same-origin' });
      assert.equal((await browser.open(answer)).status, 410);
    }
    await assertUntouched();
  });

  it('SEC_S03 a page of another site begins no journey: it leads to our own page, where the person chooses, and a session stays', async () => {
    for (const from of ['cross-site', 'same-site', 'none']) {
      const before = await attempts();
      const { status, to } = await victim.open(startOf(provider.id, '?to=%2Fadmin%2Faccount'), {
        'Sec-Fetch-Site': from,
        'Sec-Fetch-Mode': 'navigate',
        'Sec-Fetch-Dest': 'document',
      });
      assert.equal(status, 303, from);
      const path = new URL(to!, BASE_URL);
      assert.equal(path.pathname, '/admin/sign-in', from);
      assert.equal(path.searchParams.get('workspace'), site.workspaceId);
      assert.deepEqual(await attempts(), before, from);
      assert.match((await victim.open(path.href)).text, /as <strong><bdi>olga<wbr>@acme\.test</);
    }
    await assertUntouched();
  });

  it('whoever follows a link there that is none of ours, and chooses it on our page, is in', async () => {
    const browser = openBrowser(site);
    const { to } = await browser.open(startOf(provider.id), {
      'Sec-Fetch-Site': 'cross-site',
      'Sec-Fetch-Dest': 'document',
    });
    const { text } = await browser.open(to!);
    assert.ok(text.includes(`href="${startOf(provider.id)}"`));
    const answer = await signInBy(site, openId, provider, openId.person, { browser });
    assert.equal(answer.isIn, true);
  });
});
