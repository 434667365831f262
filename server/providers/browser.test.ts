// The way to providers and back in a real browser, between two sites: whether the cookie of a journey goes along where it has to.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { serve } from '@hono/node-server';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import { browserLaunch } from '../../scripts/find-browser.ts';
import type { Provider } from '../../shared/providers/provider.ts';
import type { Deployment } from '../testing/deployment.ts';
import { deploy } from '../testing/deployment.ts';
import type { Listening } from '../testing/providers/listen.ts';
import { listen } from '../testing/providers/listen.ts';
import type { OpenIdProvider } from '../testing/providers/openid.ts';
import { startOpenId } from '../testing/providers/openid.ts';
import type { SamlProvider } from '../testing/providers/saml.ts';
import { makeSaml } from '../testing/providers/saml.ts';
import { EVERYBODY } from '../testing/providers/site.ts';

describe('signing in through providers in a browser', () => {
  let site: Deployment;
  let server: Server;
  let base: string;
  let browser: Browser;
  let openId: OpenIdProvider;
  let idp: SamlProvider;
  let samlSite: Listening;
  let saml: Provider;
  before(async () => {
    server = serve({
      fetch: (request) => site.userAdmin.fetch(request),
      port: 0,
      hostname: '127.0.0.1',
    }) as Server;
    await once(server, 'listening');
    // Another name than the providers have: for a browser another site.
    base = `http://localhost:${(server.address() as AddressInfo).port}/admin`;
    site = await deploy({ options: { baseUrl: base, allowPrivateProviders: true }, now: Date.now() });
    openId = await startOpenId();
    idp = makeSaml();
    samlSite = await listen((request, response) => {
      const asked = idp.read(`${samlSite.url}${request.url}`);
      void idp.answer(asked, { nameId: 'bo@acme.test' }).then((xml) => {
        const value = Buffer.from(xml).toString('base64');
        response.setHeader('Content-Type', 'text/html');
        response.end(
          `<form method="post" action="${asked.callbackUrl}"><input name="SAMLResponse" value="${value}"><button>Continue</button></form><script>document.forms[0].submit()</script>`,
        );
      });
    });
    const { create } = site.userAdmin.caller(site.workspaceId).providers;
    const admission = { ...EVERYBODY, roles: [...EVERYBODY.roles], groups: {} };
    const wish = () => ({ admission, idempotencyKey: randomUUID() });
    const { callbackUrl } = await create({
      ...wish(),
      name: 'Open Door',
      config: { kind: 'oidc', issuer: openId.url, clientId: 'app', scopes: ['openid', 'email', 'profile'] },
      secret: 'secret of a client',
    });
    openId.admit({ id: 'app', secret: 'secret of a client', callbackUrl });
    const created = await create({
      ...wish(),
      name: 'Old Gate',
      config: {
        kind: 'saml',
        entityId: idp.entityId,
        signOnUrl: `${samlSite.url}/sso`,
        certificates: [idp.certificate],
      },
    });
    saml = created as Provider;
    browser = await chromium.launch(await browserLaunch());
  });
  after(async () => {
    await browser.close();
    server.close();
    await Promise.all([site.close(), openId.close(), samlSite.close()]);
    assert.deepEqual(site.failures, []);
  });

  async function open(context: BrowserContext): Promise<Page> {
    context.setDefaultTimeout(30_000);
    const page = await context.newPage();
    await page.goto(`${base}/sign-in?workspace=${site.workspaceId}`);
    return page;
  }

  for (const javaScriptEnabled of [true, false]) {
    it(`SEC_S03 a person signs in through OpenID Connect ${javaScriptEnabled ? 'with' : 'without'} scripts, and only in that browser`, async () => {
      openId.person = { sub: 'mia', email: 'mia@acme.test', name: 'Mia' };
      const [own, other] = [await browser.newContext({ javaScriptEnabled }), await browser.newContext()];
      const page = await open(own);
      await page.getByRole('link', { name: 'Open Door' }).click();
      await page.waitForURL(`${base}/account`);
      assert.match(await page.locator('main').innerText(), /mia@acme\.test/);
      const elsewhere = await open(other);
      assert.equal(await elsewhere.getByRole('link', { name: 'Open Door' }).count(), 1);
      await own.close();
      await other.close();
    });
  }

  it('SEC_S07 a person signs in through SAML: the post from the other site, and the page of ours that finishes', async () => {
    const [own, other] = [await browser.newContext(), await browser.newContext()];
    const page = await open(own);
    const posted = page.waitForRequest((request) => request.url() === saml.callbackUrl);
    const arrived = page.waitForRequest((request) => request.url().includes('/sign-in/arrive/'));
    await page.getByRole('link', { name: 'Old Gate' }).click();
    assert.equal((await (await posted).allHeaders())['cookie'], undefined);
    const address = (await arrived).url();
    await page.waitForURL(`${base}/account`);
    assert.match(await page.locator('main').innerText(), /bo@acme\.test/);
    const elsewhere = await other.newPage();
    assert.equal((await elsewhere.goto(address))?.status(), 410);
    await own.close();
    await other.close();
  });

  it('SEC_S03 a page of another site that sends the browser to a provider leaves whoever is signed in there as they are', async () => {
    const context = await browser.newContext();
    const page = await open(context);
    await page.getByRole('link', { name: 'Old Gate' }).click();
    await page.waitForURL(`${base}/account`);
    openId.person = { sub: 'mallory', email: 'mallory@acme.test' };
    const { providers } = await site.userAdmin.caller(site.workspaceId).providers.list();
    const own = providers.find(({ name }) => name === 'Open Door')!;
    const lure = await listen((_, response) => {
      response.setHeader('Content-Type', 'text/html');
      response.end(`<script>location.href = '${base}/sign-in/provider/${own.id}'</script>`);
    });
    await page.goto(lure.url);
    await page.waitForURL(`${base}/sign-in?*`);
    assert.match(await page.locator('main').innerText(), /bo@acme\.test/);
    await lure.close();
    await context.close();
  });

  it('SEC_S16 somebody signed in connects a provider by a button of ours', async () => {
    const context = await browser.newContext();
    const page = await open(context);
    await page.getByRole('link', { name: 'Old Gate' }).click();
    await page.waitForURL(`${base}/account`);
    openId.person = { sub: 'bo at the other', email: 'bo@elsewhere.test' };
    const { providers } = await site.userAdmin.caller(site.workspaceId).providers.list();
    const oidc = providers.find(({ name }) => name === 'Open Door')!;
    await page.goto(`${base}/sign-in/provider/${oidc.id}?mode=connect`);
    assert.match(await page.locator('main').innerText(), /bo@elsewhere\.test[\s\S]*bo@acme\.test/);
    await page.getByRole('button', { name: 'Connect' }).click();
    await page.getByRole('heading', { name: 'Connected' }).waitFor();
    await context.clearCookies();
    await page.goto(`${base}/sign-in?workspace=${site.workspaceId}`);
    await page.getByRole('link', { name: 'Open Door' }).click();
    await page.waitForURL(`${base}/account`);
    assert.match(await page.locator('main').innerText(), /bo@acme\.test/);
    await context.close();
  });
});
