// The page of one's own password, through the whole HTTP side: who is asked for what, and who is not let in here at all.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { first, run } from '../db/database.ts';
import type { PageStage } from '../testing/page-stage.ts';
import { createPageStage } from '../testing/page-stage.ts';

const APP = 'https://app.example/home';

describe('the page of one’s own password', () => {
  let stage: PageStage;
  before(async () => {
    stage = await createPageStage();
  });
  after(async () => {
    await stage.close();
    assert.deepEqual(stage.failures, []);
  });
  const enter = async (login: string, password: string, query = '') => {
    const browser = stage.browser();
    const shown = await browser.open(`${stage.base}/sign-in${query}`);
    const fields = { login, password, way: 'password' };
    return { browser, page: await browser.submit(shown, '/sign-in', { fields }) };
  };
  const forgetLimits = () => stage.database.write((tx) => run(tx, 'DELETE FROM limits'));

  it('leads whoever was given a password to choose their own, without asking for the given one again', async () => {
    await stage.addWorkspace('Beta', 'new@acme.test');
    await stage.givePassword('new@acme.test', 'Given!12345', true);
    const { browser, page: must } = await enter(
      'new@acme.test',
      'Given!12345',
      `?to=${encodeURIComponent(`${APP}/deep`)}`,
    );
    assert.equal(new URL(must.url).pathname, '/admin/account/password');
    assert.ok(must.html.includes('Choose your own password') && !must.html.includes('name="current"'));
    assert.match(must.html, /name="username" autocomplete="username" value="new@acme.test"/);
    const weak = { password: 'short', confirmation: 'short' };
    const refused = await browser.submit(must, '/account/password', { fields: weak });
    assert.equal(refused.response.status, 400);
    for (const rule of ['at least 8 characters', 'a capital letter', 'a digit', 'one of these characters'])
      assert.match(refused.html, new RegExp(`class="failed">${rule}[^<]*\\(not yet\\)`), rule);
    assert.ok(!/class="failed">(?:at most|a small)/.test(refused.html));
    const same = { password: 'Given!12345', confirmation: 'Given!12345' };
    assert.ok(
      (await browser.submit(refused, '/account/password', { fields: same })).html.includes(
        'not the current one',
      ),
    );
    const own = { password: 'Chosen!67890', confirmation: 'Chosen!67890' };
    const done = await browser.submit(refused, '/account/password', { fields: own });
    assert.ok(done.html.includes(`url=${APP}/deep`), 'and on to where it was going');
    assert.ok((await browser.open(`${stage.base}/account`)).html.includes('new<wbr>@acme.test'));
    assert.equal((await enter('new@acme.test', 'Given!12345')).page.response.status, 401);
    assert.ok((await enter('new@acme.test', 'Chosen!67890')).page.html.includes('You are signed in'));
    await stage.nextMail();
    await forgetLimits();
  });

  it('asks for the given password too where too much time has passed', async () => {
    await stage.givePassword('new@acme.test', 'Given!12345', true);
    const { browser, page: must } = await enter('new@acme.test', 'Given!12345');
    stage.clock.now += 11 * 60_000;
    const own = { password: 'Chosen!67890', confirmation: 'Chosen!67890' };
    const late = await browser.submit(must, '/account/password', { fields: own });
    assert.equal(late.response.status, 403);
    assert.match(late.html, /name="current" type="password" autocomplete="current-password"/);
    const done = await browser.submit(late, '/account/password', {
      fields: { ...own, current: 'Given!12345' },
    });
    assert.equal(done.response.status, 200);
    assert.ok(done.html.includes('You are signed in'));
    await stage.nextMail();
  });

  it('leads whoever has no password yet, and came in too long ago, to a newer sign-in and back', async () => {
    await stage.addWorkspace('Gamma', 'first@acme.test');
    const browser = stage.browser();
    const comeIn = async (link: string) => browser.submit(await browser.open(link), '/sign-in');
    await comeIn((await stage.admin.showSignInLink({ email: 'first@acme.test' })).link);
    const account = await browser.open(`${stage.base}/account`);
    assert.ok(account.html.includes('Set a password') && !account.html.includes('Change your password'));
    const vouchedFor = (by: string) =>
      stage.database.write((tx) =>
        run(
          tx,
          `UPDATE sessions SET workspace_id = ${by} WHERE account_id = (SELECT id FROM accounts WHERE email = 'first@acme.test')`,
        ),
      );
    await vouchedFor("(SELECT id FROM workspaces WHERE name = 'Gamma')");
    const foreign = await browser.open(`${stage.base}/account/password`);
    assert.ok(foreign.html.includes('Sign in here directly') && !foreign.html.includes('<form'), 'SEC_E04');
    await vouchedFor('NULL');
    const form = await browser.open(`${stage.base}/account/password?to=${encodeURIComponent(APP)}`);
    assert.ok(form.html.includes('name="password"') && !form.html.includes('name="current"'));
    stage.clock.now += 11 * 60_000;
    const own = { password: 'Chosen!67890', confirmation: 'Chosen!67890' };
    const refused = await browser.submit(form, '/account/password', { fields: own });
    assert.equal(refused.response.status, 403);
    const shown = await browser.open(`${stage.base}/account/password`);
    assert.equal(shown.response.status, 200);
    for (const { html } of [refused, shown])
      assert.ok(html.includes('Sign in again first') && !html.includes('type="password"'));
    const out = await browser.submit(refused, '/sign-out');
    assert.ok(new URL(out.url).searchParams.get('to')!.includes('/account/password'));
    await comeIn((await stage.admin.showSignInLink({ email: 'first@acme.test' })).link);
    const again = await browser.open(`${stage.base}/account/password`);
    const saved = await browser.submit(again, '/account/password', { fields: own });
    assert.ok(saved.html.includes('Your password is saved'));
    await stage.nextMail();
  });

  it('says so where the form was open for too long, and takes it at the second try', async () => {
    const { browser } = await enter('new@acme.test', 'Chosen!67890');
    const shown = await browser.open(`${stage.base}/account/password`);
    browser.cookies.delete('__Host-user-admin-form');
    const fields = { current: 'Chosen!67890', password: 'Stale!67890', confirmation: 'Stale!67890' };
    const stale = await browser.submit(shown, '/account/password', { fields });
    assert.equal(stale.response.status, 400);
    assert.match(stale.html, /role="alert">This page was open for too long/);
    const back = { ...fields, password: 'Chosen!6789x', confirmation: 'Chosen!6789x' };
    assert.ok((await browser.submit(stale, '/account/password', { fields: back })).html.includes('is saved'));
    await stage.givePassword('new@acme.test', 'Chosen!67890');
    await stage.nextMail();
  });

  it('D4 SEC_C16 shows no way to a password to whoever is a provider’s, and takes none', async () => {
    const { browser } = await enter('new@acme.test', 'Chosen!67890');
    const form = await browser.open(`${stage.base}/account/password`);
    const ofProvider = (yes: boolean) =>
      stage.database.write(async (tx) => {
        await run(tx, 'UPDATE members SET source = ? WHERE email = ?', [
          yes ? 'provider' : 'local',
          'new@acme.test',
        ]);
        await run(tx, "UPDATE workspaces SET external_authentication = ? WHERE name = 'Beta'", [yes ? 1 : 0]);
      });
    await ofProvider(true);
    assert.ok(!(await browser.open(`${stage.base}/account`)).html.includes('password'));
    const fields = { current: 'Chosen!67890', password: 'Another!67890', confirmation: 'Another!67890' };
    for (const refused of [
      await browser.open(`${stage.base}/account/password`),
      await browser.submit(form, '/account/password', { fields }),
    ])
      assert.ok(refused.html.includes('identity provider') && !refused.html.includes('<form'));
    await ofProvider(false);
  });

  it('SEC_C14 changes a password by the current one, and never without it', async () => {
    const { browser } = await enter('new@acme.test', 'Chosen!67890');
    let shown = await browser.open(`${stage.base}/account/password`);
    const own = { password: 'Another!67890', confirmation: 'Another!67890' };
    for (const current of ['', 'wrong']) {
      shown = await browser.submit(shown, '/account/password', { fields: { ...own, current } });
      assert.ok(shown.html.includes('The current password is not right.'), current);
      assert.ok(!shown.html.includes('Another!'));
    }
    const saved = await browser.submit(shown, '/account/password', {
      fields: { ...own, current: 'Chosen!67890' },
    });
    assert.ok(saved.html.includes('Your password is saved'));
    const anonymous = await stage.browser().open(`${stage.base}/account/password`);
    assert.equal(new URL(anonymous.url).pathname, '/admin/sign-in');
    const row = await first<{ must: number }>(
      stage.database.read,
      "SELECT must_change_password AS must FROM accounts WHERE email = 'new@acme.test'",
    );
    assert.equal(row!.must, 0);
  });
});
