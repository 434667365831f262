// <user-admin-sign-in> and <user-admin> as two pages of an app under the strictest policy, on a real server: in, sensitive changes, and out.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { createAdaptorServer } from '@hono/node-server';
import type { Browser, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import { browserLaunch } from '../scripts/find-browser.ts';
import { run } from '../server/db/database.ts';
import { hashPassword } from '../server/passwords/hash.ts';
import type { Deployment } from '../server/testing/deployment.ts';
import { deploy } from '../server/testing/deployment.ts';
import { collaborators } from '../shared/presets/collaborators.ts';
import { STRICT_POLICY } from './app.ts';
import { PATIENCE, sees } from './testing/stage.ts';

const OLD = 'old horse staple';
const NEW = 'kb7xQ!tm4v_R';
const GIVEN = 'given by somebody 4';
const OWN = 'a phrase of my own 9';
const CDN = new URL('../dist/cdn/', import.meta.url);

/** The pages of the app: where one signs in, and where one is then. */
const PAGES: Readonly<Record<string, readonly [script: string, body: string]>> = {
  '/in': ['user-admin-sign-in.js', '<user-admin-sign-in endpoint="/admin" to="/app"></user-admin-sign-in>'],
  '/app': [
    'user-admin.js',
    '<user-admin endpoint="/admin" workspace="workspace-1" view="account"></user-admin>',
  ],
};

describe('signing in on a page of the app', () => {
  let deployment: Deployment;
  let server: Server;
  let browser: Browser;
  let origin: string;
  let page: Page;
  const broken: string[] = [];

  before(async () => {
    server = createAdaptorServer({ fetch: answer }) as Server;
    await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
    origin = `http://localhost:${(server.address() as AddressInfo).port}`;
    deployment = await deploy({
      policy: collaborators,
      now: Date.now(),
      options: { baseUrl: `${origin}/admin`, origins: [origin] },
    });
    const ann = await deployment.addMember({ email: 'ann@acme.test', name: 'Ann Owner', roles: ['owner'] });
    await deployment.addMember({ email: 'bob@acme.test', name: 'Bob Editor', roles: ['editor'] });
    const hash = await hashPassword(OLD);
    await deployment.database.write((tx) =>
      run(tx, 'UPDATE accounts SET password_hash = ? WHERE id = ?', [hash, ann.accountId]),
    );
    browser = await chromium.launch(await browserLaunch());
    page = await open();
  });

  after(async () => {
    await browser.close();
    server.close();
    await deployment.close();
    assert.deepEqual([broken, deployment.failures], [[], []]);
  });

  async function answer(request: Request): Promise<Response> {
    const { pathname } = new URL(request.url);
    if (pathname.startsWith('/admin')) return deployment.userAdmin.fetch(request);
    if (pathname.startsWith('/cdn/'))
      return new Response(await readFile(new URL(pathname.slice('/cdn/'.length), CDN)), {
        headers: { 'Content-Type': 'text/javascript' },
      });
    const [script, body] = PAGES[pathname] ?? ['', ''];
    return new Response(
      `<!doctype html><html lang="en"><title>App</title><script type="module" src="/cdn/${script}"></script><body>${body}</body></html>`,
      { headers: { 'Content-Type': 'text/html', 'Content-Security-Policy': STRICT_POLICY } },
    );
  }

  /** A browser of somebody's own. */
  async function open(): Promise<Page> {
    const context = await browser.newContext({ locale: 'en-GB', reducedMotion: 'reduce' });
    context.setDefaultTimeout(PATIENCE);
    const opened = await context.newPage();
    opened.on('pageerror', ({ message }) => broken.push(message));
    opened.on(
      'console',
      (entry) => entry.text().includes('Content Security Policy') && broken.push(entry.text()),
    );
    await opened.goto(`${origin}/in`);
    return opened;
  }

  async function signIn(where: Page, login: string, password: string): Promise<void> {
    await where.getByLabel('E-mail address or username').fill(login);
    await where.getByLabel('Password', { exact: true }).fill(password);
    await where.keyboard.press('Enter');
  }

  async function choosePassword(where: Page, password: string): Promise<void> {
    await where.getByLabel('New password', { exact: true }).fill(password);
    await where.getByLabel('New password, again').fill(password);
    await where.keyboard.press('Enter');
  }

  it('says nothing of who is there, keeps what was typed, and then goes where the page wants', async () => {
    await signIn(page, 'ann@acme.test', 'wrong');
    await sees(page.getByText('That did not work.'));
    assert.equal(await page.getByLabel('E-mail address or username').inputValue(), 'ann@acme.test');
    await signIn(page, 'ann@acme.test', OLD);
    await page.waitForURL(`${origin}/app`);
    await sees(page.getByText('This browser', { exact: true }));
    await sees(page.getByText('Failed to sign in with a password'));
  });

  it('sets a username once and changes the password', async () => {
    await page.getByLabel('Username').fill('annie');
    await page.getByRole('button', { name: 'Save' }).click();
    await sees(page.getByText('A username stays once it is set.'));
    await page.getByRole('button', { name: 'Change password' }).click();
    await page.getByLabel('Current password').fill(OLD);
    await choosePassword(page, NEW);
    await sees(page.getByText('Your password is changed.').first());
  });

  it('shows when somebody signed in, and gives them a password that they have to change (D38, D32, P22, P37)', async () => {
    await page.getByRole('tab', { name: 'Users' }).click();
    await page.getByRole('button', { name: 'Actions for Bob Editor' }).click();
    await page.getByRole('menuitem', { name: 'Show activity' }).click();
    await sees(page.getByText('Last 365 days'));
    await page.getByRole('button', { name: 'Reset password' }).click();
    await choosePassword(page, GIVEN);
    await sees(page.getByText('The password of Bob Editor is reset.').first());
    await page.keyboard.press('Escape');

    const bob = await open();
    await signIn(bob, 'bob@acme.test', GIVEN);
    await sees(bob.getByRole('heading', { name: 'Choose a new password' }));
    assert.equal(await bob.getByRole('tab').count(), 0);
    await bob.getByLabel('Current password').fill(GIVEN);
    await choosePassword(bob, OWN);
    await sees(bob.getByRole('heading', { name: 'Sign-in history' }));
    await bob.context().close();
  });

  it('asks for the password again before a sensitive change, and makes it then (SEC_D17)', async () => {
    const anHourAgo = Date.now() - 3_600_000;
    await deployment.database.write((tx) => run(tx, 'UPDATE sessions SET authenticated_at = ?', [anHourAgo]));
    await page.getByLabel('Role of Bob Editor').selectOption('owner');
    await sees(page.getByRole('dialog', { name: 'Confirm that it is you' }));
    await page.getByLabel('Your password').fill(NEW);
    await page.keyboard.press('Enter');
    await sees(page.getByText('Bob Editor is now Owner.').first());
  });

  it('leaves nothing on the screen after signing out, and the way in again (SEC_D08, SEC_W10)', async () => {
    await page.getByRole('button', { name: 'Your account' }).click();
    await page.getByRole('button', { name: 'Sign out', exact: true }).click();
    await sees(page.getByText('Sign in to continue.'));
    assert.equal(await page.getByText('Bob Editor').count(), 0);
    const href = await page.getByRole('link', { name: 'Sign in' }).getAttribute('href');
    assert.equal(new URL(href!, origin).pathname, '/admin/sign-in');
    await page.goto(`${origin}/in`);
    await signIn(page, 'annie', NEW);
    await page.waitForURL(`${origin}/app`);
  });
});
