// The served pages in a real browser: without scripts, by keyboard, in both schemes, on a narrow screen, and in a frame.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { serve } from '@hono/node-server';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import { browserLaunch } from '../../scripts/find-browser.ts';
import { run } from '../db/database.ts';
import type { PageStage } from '../testing/page-stage.ts';
import { createPageStage } from '../testing/page-stage.ts';

const OLGA = 'olga@acme.test';
const PASSWORD = 'Meadow!77river';
const APP = 'https://app.example/home';

describe('the served pages in a browser', () => {
  let stage: PageStage;
  let server: Server;
  let browser: Browser;
  let axe: string;
  before(async () => {
    server = serve({
      fetch: (request) => stage.admin.fetch(request),
      port: 0,
      hostname: '127.0.0.1',
    }) as Server;
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    stage = await createPageStage({ baseUrl: `http://127.0.0.1:${port}`, appUrl: APP });
    await stage.addWorkspace('Acme', OLGA);
    await stage.givePassword(OLGA, PASSWORD);
    browser = await chromium.launch(await browserLaunch());
    axe = await readFile(new URL(import.meta.resolve('axe-core/axe.min.js')), 'utf8');
  });
  after(async () => {
    await browser.close();
    server.close();
    await stage.close();
    assert.deepEqual(stage.failures, []);
  });

  const open = async (path: string, options: BrowserContextOptions = {}): Promise<Page> => {
    const context = await browser.newContext({ locale: 'en-GB', ...options });
    context.setDefaultTimeout(30_000);
    await context.route(`${APP}**`, (route) => route.fulfill({ body: 'the application' }));
    const page = await context.newPage();
    await page.goto(new URL(path, stage.base).href);
    return page;
  };
  const askForLink = async (way: 'link' | 'reset') => {
    const page = await open('/sign-in');
    await page.getByLabel('E-mail address').fill(OLGA);
    await page.locator(`button[value=${way}]`).click();
    await page.getByRole('heading', { name: 'Check your mail' }).waitFor();
    await page.context().close();
    await stage.database.write((tx) => run(tx, 'DELETE FROM limits'));
    return stage.nextLink();
  };

  it('SEC_B03 a scanner that runs scripts uses no link up; a person signs in by keyboard, without any script', async () => {
    const link = await askForLink('link');
    const scanner = await open(link);
    await scanner.reload({ waitUntil: 'networkidle' });
    await scanner.goto(link, { waitUntil: 'networkidle' });
    assert.ok(await scanner.getByRole('button', { name: 'Sign in as' }).isVisible());
    const page = await open(link, { javaScriptEnabled: false });
    assert.ok(!page.url().includes(link.slice(-43)));
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL(APP);
    assert.equal((await scanner.goto(link))?.status(), 410);
  });

  it('SEC_C19 a password is typed unseen, can be pasted, and Enter signs in by it', async () => {
    const page = await open('/sign-in');
    const login = page.getByLabel('E-mail address');
    assert.ok(await login.evaluate((field) => field === document.activeElement));
    await login.fill(PASSWORD);
    await login.press('ControlOrMeta+A');
    await login.press('ControlOrMeta+C');
    await page.getByLabel('Password').press('ControlOrMeta+V');
    assert.equal(await page.getByLabel('Password').inputValue(), PASSWORD);
    await login.fill(OLGA);
    await page.getByLabel('Password').fill('wrong');
    await page.getByLabel('Password').press('Enter');
    await page.getByRole('alert').waitFor();
    assert.equal(await login.inputValue(), OLGA);
    assert.ok(await page.getByLabel('Password').evaluate((field) => field === document.activeElement));
    await page.keyboard.type(PASSWORD);
    assert.equal(await page.getByLabel('Password').inputValue(), PASSWORD);
    await page.keyboard.press('Enter');
    await page.waitForURL(APP);
  });

  it('SEC_W08 no page shows inside a frame of anybody', async () => {
    const page = await open('/health');
    for (const path of ['/sign-in', '/account/password', '/link/nowhere', '/invitation/nowhere']) {
      await page.setContent(`<iframe src="${stage.base}${path}"></iframe>`);
      const frame = await (await page.waitForSelector('iframe')).contentFrame();
      assert.equal(await frame!.locator('main').count(), 0, path);
    }
  });

  for (const [locale, direction] of [
    ['ar', 'rtl'],
    ['ja', 'ltr'],
  ] as const) {
    it(`axe finds nothing, and nothing is wider than a narrow screen: in the language ${locale}`, async () => {
      const link = await askForLink('reset');
      const page = await open('/sign-in', { locale, viewport: { width: 320, height: 640 }, bypassCSP: true });
      for (const path of [
        '/sign-in',
        '/sign-in/no-such-page',
        link,
        '/link/nowhere',
        '/invitation/nowhere',
      ]) {
        await page.setExtraHTTPHeaders({ Accept: 'text/html' });
        await page.goto(new URL(path, stage.base).href);
        assert.deepEqual(
          await page.evaluate(() => [
            document.documentElement.lang,
            getComputedStyle(document.body).direction,
          ]),
          [locale, direction],
          path,
        );
        await page.evaluate(axe);
        const found = await page.evaluate(
          'axe.run().then(({ violations }) => violations.map(({ id }) => id))',
        );
        assert.deepEqual(found, [], path);
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), path);
      }
      await page.context().close();
    });
  }

  for (const colorScheme of ['light', 'dark'] as const) {
    it(`axe finds nothing, and nothing is wider than a narrow screen: ${colorScheme}`, async () => {
      const link = await askForLink('reset');
      const page = await open('/sign-in', {
        colorScheme,
        viewport: { width: 320, height: 640 },
        bypassCSP: true,
      });
      const look = async (what: string) => {
        await page.evaluate(axe);
        const found = await page.evaluate(
          'axe.run().then(({ violations }) => violations.map(({ id }) => id))',
        );
        assert.deepEqual(found, [], what);
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), what);
      };
      await look('sign in');
      await page
        .getByLabel('E-mail address')
        .fill('somebody.with.a.long.name@a-long-domain-of-a-company.example');
      await page.getByRole('button', { name: 'link' }).click();
      await look('sent');
      await page.goto(link);
      await look('reset');
      for (const label of ['New password', 'New password, once more'])
        await page.getByLabel(label, { exact: true }).fill('weak');
      await page.getByRole('button').click();
      await look('reset with something wrong');
      await page.goto(`${stage.base}/link/nowhere`);
      await look('refused');
      await page.context().close();
    });
  }
});
