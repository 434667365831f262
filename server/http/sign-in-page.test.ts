// The pages to sign in and out, through the whole HTTP side and a real mail server: what they show, what they refuse, what they never tell.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { all, first, run } from '../db/database.ts';
import type { ShownPage } from '../testing/page-browser.ts';
import { formAt } from '../testing/page-browser.ts';
import type { PageStage } from '../testing/page-stage.ts';
import { createPageStage } from '../testing/page-stage.ts';
import { everyWay } from '../testing/policies.ts';

const PASSWORD = 'Meadow!77river';
const APP = 'https://app.example/home';

describe('the page to sign in', () => {
  let stage: PageStage;
  before(async () => {
    stage = await createPageStage();
    await stage.addWorkspace('Acme', 'olga@acme.test');
    await stage.givePassword('olga@acme.test', PASSWORD);
  });
  after(async () => {
    await stage.close();
    assert.deepEqual(stage.failures, []);
  });
  const page = (query = '', language?: string) =>
    stage.browser(language).open(`${stage.base}/sign-in${query}`);
  const enter = async (login: string, password: string, query = '') => {
    const browser = stage.browser();
    const shown = await browser.open(`${stage.base}/sign-in${query}`);
    const fields = { login, password, way: 'password' };
    return { browser, page: await browser.submit(shown, '/sign-in', { fields }) };
  };
  const sessionsOf = async (email: string) =>
    (
      await all<{ id: string }>(
        stage.database.read,
        'SELECT s.id FROM sessions s JOIN accounts a ON a.id = s.account_id WHERE a.email = ?',
        [email],
      )
    ).map(({ id }) => id);
  const forgetLimits = () => stage.database.write((tx) => run(tx, 'DELETE FROM limits'));

  it('SEC_W08 SEC_C19 is plain HTML under a strict policy, made for keyboards and password managers', async () => {
    const { response, html } = await page();
    assert.equal(response.status, 200);
    assert.match(
      response.headers.get('Content-Security-Policy')!,
      /^default-src 'none'; style-src 'sha256-[\w+/]+=*'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'$/,
    );
    assert.equal(response.headers.get('Cache-Control'), 'no-store');
    assert.equal(response.headers.get('Referrer-Policy'), 'same-origin');
    assert.ok(!/<script|<img|<link|src=|@import|url\(|onpaste|style="/.test(html));
    assert.match(html, /<html lang="en"/);
    assert.match(html, /<label for="login">E-mail address or username<\/label>/);
    assert.match(html, /name="login" type="text" autocomplete="username"[^>]* autofocus>/s);
    assert.match(html, /name="password" type="password" autocomplete="current-password"/);
    assert.ok(!/name="password"[^>]*maxlength/s.test(html), 'nothing pasted is cut off');
    const [cookie] = response.headers.getSetCookie();
    assert.match(
      cookie!,
      /^__Host-user-admin-form=[\w-]{43}; Max-Age=86400; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
  });

  it('has a page for an address that has none, in the language of the browser; a program gets its code', async () => {
    const url = `${stage.base}/sing-in`;
    const ask = (accept: string) =>
      stage.admin.fetch(new Request(url, { headers: { Accept: accept, 'Accept-Language': 'de' } }));
    const shown = await ask('text/html,*/*;q=0.8');
    assert.equal(shown.status, 404);
    assert.match(shown.headers.get('Content-Security-Policy')!, /^default-src 'none'/);
    const html = await shown.text();
    assert.ok(html.includes('Diese Seite gibt es nicht') && html.includes('href="/admin/sign-in"'));
    const told = await ask('application/json');
    assert.equal(told.status, 404);
    assert.match(told.headers.get('Content-Type')!, /^application\/json/);
  });

  it('is where the address of the server itself leads', async () => {
    const { status, headers } = await stage.admin.fetch(new Request(stage.base));
    assert.deepEqual([status, headers.get('Location')], [303, `${new URL(stage.base).pathname}/sign-in`]);
  });

  it('shows the ways of the policy in their order: a link first asks for no password', async () => {
    const other = await createPageStage({ policy: everyWay });
    await other.addWorkspace('Acme', 'olga@acme.test');
    const browser = other.browser();
    const shown = await browser.open(`${other.base}/sign-in`);
    assert.ok(shown.html.includes('Send me a sign-in link') && !shown.html.includes('name="password"'));
    const fields = { login: 'olga@acme.test', way: 'show-password' };
    const asked = await browser.submit(shown, '/sign-in', { fields });
    assert.ok(asked.html.includes('name="password"') && asked.html.includes('value="olga@acme.test"'));
    await other.close();
  });

  it('asks for an address only, where people have no usernames', async () => {
    const policy = { ...everyWay, identity: { ...everyWay.identity, hasUsername: false } };
    const other = await createPageStage({ policy });
    for (const [language, text] of [
      ['en', 'Enter your address first.'],
      ['de', 'Geben Sie zuerst Ihre Adresse ein.'],
    ] as const) {
      const browser = other.browser(language);
      const shown = await browser.open(`${other.base}/sign-in`);
      const asked = await browser.submit(shown, '/sign-in', { fields: { login: ' ', way: 'link' } });
      assert.ok(asked.html.includes(text), language);
    }
    await other.close();
  });

  it('says so where nobody can sign in, because there is neither mail nor a password', async () => {
    const policy = {
      ...everyWay,
      identity: { ...everyWay.identity, ways: ['link'], passwords: null },
    } as const;
    const other = await createPageStage({ policy, hasMail: false });
    const { html } = await other.browser().open(`${other.base}/sign-in`);
    assert.ok(html.includes('no mail server is set up') && !html.includes('<form'));
    await other.close();
  });

  it('T9 W25 W52 W53 W54 W55 sends a link, and says the same whoever asks, with what to do where nothing arrives', async () => {
    const browser = stage.browser();
    const shown = await browser.open(`${stage.base}/sign-in`);
    const ask = (login: string) => browser.submit(shown, '/sign-in', { fields: { login, way: 'link' } });
    const known = await ask('olga@acme.test');
    const unknown = await ask('nobody@acme.test');
    const odd = await ask('x'.repeat(500));
    const plain = ({ html }: ShownPage, login: string) =>
      html
        .replaceAll(/name="(?:key|seal)" value="[^"]*"/g, '')
        .replaceAll('<wbr>', '')
        .replaceAll(login, 'LOGIN');
    assert.equal(plain(known, 'olga@acme.test'), plain(unknown, 'nobody@acme.test'));
    assert.equal(plain(known, 'olga@acme.test'), plain(odd, 'x'.repeat(500)));
    assert.deepEqual(
      [known, unknown, odd].map(({ response }) => response.status),
      [200, 200, 200],
    );
    for (const text of ['typing errors', 'spam folder', 'whether mail goes out', 'Send it again'])
      assert.ok(known.html.includes(text), text);
    assert.match(await stage.nextLink(), /^https:\/\/people\.example\/admin\/link\//);
    const back = await browser.submit(known, '/sign-in', { fields: { way: 'back' } });
    assert.ok(back.html.includes('value="olga@acme.test"'), 'the way back keeps what was typed');
  });

  it('SEC_D02 SEC_D03 signs in by password under a new value in a cookie that scripts cannot read', async () => {
    const browser = stage.browser();
    browser.cookies.set('__Host-user-admin', { value: 'a'.repeat(43), path: '/' });
    const shown = await browser.open(`${stage.base}/sign-in`);
    const fields = { login: 'olga@acme.test', password: PASSWORD, way: 'password' };
    const answer = await browser.press(shown, '/sign-in', { fields });
    const cookie = answer.headers.getSetCookie().find((line) => line.startsWith('__Host-user-admin='))!;
    assert.match(cookie, /^__Host-user-admin=[\w-]{43}; /);
    for (const part of ['HttpOnly', 'Secure', 'SameSite=Lax', 'Path=/'])
      assert.ok(cookie.includes(part), part);
    const first = browser.cookies.get('__Host-user-admin')!.value;
    assert.notEqual(first, 'a'.repeat(43));
    const signedIn = await browser.open(`${stage.base}/sign-in`);
    assert.ok(signedIn.html.includes('You are signed in') && !signedIn.html.includes(first));
  });

  it('two clicks open one session, which both answers bring; another password in the same form brings none', async () => {
    const browser = stage.browser();
    const shown = await browser.open(`${stage.base}/sign-in`);
    const fields = { login: 'olga@acme.test', password: PASSWORD, way: 'password' };
    const before = (await sessionsOf('olga@acme.test')).length;
    const answers = await Promise.all([1, 2].map(() => browser.press(shown, '/sign-in', { fields })));
    const cookies = answers.map(
      (answer) => /__Host-user-admin=([\w-]{43})/.exec(answer.headers.getSetCookie().join())![1],
    );
    assert.equal(cookies[0], cookies[1]);
    assert.equal((await sessionsOf('olga@acme.test')).length, before + 1);
    const kept = stage.browser();
    kept.cookies.set('__Host-user-admin-form', browser.cookies.get('__Host-user-admin-form')!);
    const wrong = await kept.press(shown, '/sign-in', { fields: { ...fields, password: 'wrong' } });
    assert.equal(wrong.status, 401);
    assert.ok(!wrong.headers.getSetCookie().join().includes('__Host-user-admin='));
  });

  it('offers the providers as plain links that remember where to go, in the place that the policy gives them', async () => {
    const acme = (await first<{ id: string }>(
      stage.database.read,
      "SELECT id FROM workspaces WHERE name = 'Acme'",
    ))!.id;
    await stage.database.write((tx) =>
      run(
        tx,
        `INSERT INTO providers (id, workspace_id, name, config, admission, created_at)
         VALUES ('provider-1', ?, 'Acme <Login>', '{}', '{}', 0)`,
        [acme],
      ),
    );
    const { html } = await page(`?workspace=${acme}&to=${encodeURIComponent(`${APP}/deep`)}`);
    const link =
      /<a class="button plain wide" href="([^"]*)">Sign in with <bdi>Acme &lt;Login&gt;<\/bdi>/.exec(html)!;
    assert.equal(
      link[1],
      `${stage.base}/sign-in/provider/provider-1?to=${encodeURIComponent(`${APP}/deep`)}`,
    );
    assert.ok(html.includes('Sign in to <bdi>Acme</bdi>') && html.includes('connect it under your account'));
    assert.ok(html.indexOf('</form>') < link.index, 'after the password, as the policy says');
    assert.ok(!(await page()).html.includes('Acme'), 'a stranger learns of no workspace');
  });

  it('leads on to the application through a page of its own, which no script is needed for', async () => {
    const { page: shown } = await enter(
      'olga@acme.test',
      PASSWORD,
      `?to=${encodeURIComponent(`${APP}?a=1&b=2`)}`,
    );
    assert.equal(new URL(shown.url).pathname, '/admin/sign-in/continue');
    assert.ok(shown.html.includes(`<meta http-equiv="refresh" content="0; url=${APP}?a=1&amp;b=2">`));
    assert.ok(shown.html.includes(`href="${APP}?a=1&amp;b=2"`));
  });

  it('SEC_C06 T20 answers a wrong password, nobody, and somebody switched off alike; the login stays, the password goes', async () => {
    await stage.addWorkspace('Gamma', 'off@acme.test');
    await stage.givePassword('off@acme.test', PASSWORD);
    await stage.database.write((tx) =>
      run(tx, "UPDATE members SET status = 'deactivated' WHERE email = 'off@acme.test'"),
    );
    const wrong = await enter('olga@acme.test', 'not the <password>');
    const nobody = await enter('nobody@acme.test', 'not the <password>');
    const off = await enter('off@acme.test', PASSWORD);
    const plain = ({ page: { html } }: typeof wrong) =>
      html.replaceAll(/name="(?:key|seal)" value="[^"]*"/g, '').replaceAll(/\w+@acme\.test/g, 'LOGIN');
    assert.equal(plain(wrong), plain(nobody));
    assert.equal(plain(wrong), plain(off));
    assert.deepEqual(
      [wrong, nobody, off].map((one) => one.page.response.status),
      [401, 401, 401],
    );
    assert.ok(wrong.page.html.includes('role="alert"') && wrong.page.html.includes('value="olga@acme.test"'));
    assert.ok(!wrong.page.html.includes('not the') && !off.page.html.includes(PASSWORD));
    assert.match(wrong.page.html, /name="password"[^>]* autofocus>/s);
    await forgetLimits();
  });

  it('asks for what is missing, and keeps what was typed', async () => {
    const nobody = await enter('', PASSWORD);
    assert.equal(nobody.page.response.status, 400);
    assert.ok(nobody.page.html.includes('Enter your address or username first.'));
    const empty = await enter('olga@acme.test', '');
    assert.ok(
      empty.page.html.includes('Enter your password.') && empty.page.html.includes('value="olga@acme.test"'),
    );
  });

  it('says when to come back where a network tried too often', async () => {
    let last: ShownPage | undefined;
    for (let time = 0; time < 200 && last?.response.status !== 429; time += 1) {
      const browser = stage.browser();
      const shown = await browser.open(`${stage.base}/sign-in`);
      const fields = { login: `nobody${time}@acme.test`, password: 'x', way: 'password' };
      const { html } = shown;
      const { action, standing } = formAt(html, '/sign-in');
      const request = new Request(stage.origin + action, {
        method: 'POST',
        headers: {
          Origin: stage.origin,
          Cookie: [...browser.cookies].map(([name, { value }]) => `${name}=${value}`).join('; '),
        },
        body: new URLSearchParams({ ...standing, ...fields }),
      });
      const response = await stage.admin.fetch(request, { address: '192.0.2.7' });
      last = { response, html: await response.text(), url: '' };
    }
    assert.equal(last!.response.status, 429);
    assert.ok(Number(last!.response.headers.get('Retry-After')) > 0);
    assert.match(
      last!.html,
      /role="alert">This was tried too often in a short time\. Try again in (?:a minute|\d+ minutes)\./,
    );
    await forgetLimits();
  });

  it('SEC_S09 leads to our own origin or the application’s only, after success and after failure', async () => {
    const evil = [
      'https://evil.example/',
      '//evil.example',
      String.raw`\\evil.example`,
      String.raw`/\evil.example`,
      'javascript:alert(1)',
      'data:text/html,evil.example',
      'https://app.example@evil.example/',
      'https://app.example.evil.example/',
      '/\tevil.example',
      '%2f%2fevil.example',
    ];
    for (const to of evil) {
      const query = `?to=${encodeURIComponent(to)}`;
      const failed = await enter('nobody@acme.test', 'x', query);
      assert.ok(!failed.page.html.includes('evil') && !failed.page.html.includes('javascript:'), to);
      await forgetLimits();
      const { page: shown, browser } = await enter('olga@acme.test', PASSWORD, query);
      assert.ok(shown.html.includes(`url=${APP}`) && !shown.html.includes('evil'), to);
      const signedIn = await browser.open(`${stage.base}/sign-in/continue${query}`);
      assert.ok(!signedIn.html.includes('evil') && !signedIn.html.includes('javascript:'), to);
    }
    const own = await enter('olga@acme.test', PASSWORD, '?to=%2Fadmin%2Faccount');
    assert.equal(new URL(own.page.url).pathname, '/admin/account');
  });

  it('SEC_G02 SEC_G03 takes a form of its own from its own origin, or none', async () => {
    const browser = stage.browser();
    const shown = await browser.open(`${stage.base}/sign-in`);
    const fields = { login: 'olga@acme.test', password: PASSWORD, way: 'password' };
    const before = await sessionsOf('olga@acme.test');
    for (const origin of [
      'https://evil.example',
      'null',
      'http://people.example',
      'https://people.example:8443',
    ])
      assert.equal(
        (await browser.press(shown, '/sign-in', { fields, headers: { Origin: origin } })).status,
        400,
        origin,
      );
    const cross = { 'Sec-Fetch-Site': 'cross-site' };
    assert.equal((await browser.press(shown, '/sign-in', { fields, headers: cross })).status, 400);
    const stale = await stage.browser().press(shown, '/sign-in', { fields });
    assert.equal(stale.status, 403, 'without the cookie');
    assert.ok((await stale.text()).includes('This page was open for too long'));
    for (const bad of [{ seal: '' }, { key: 'another' }, { seal: 'x'.repeat(43) }])
      assert.equal((await browser.press(shown, '/sign-in', { fields: { ...fields, ...bad } })).status, 403);
    const json = await browser.send(`${stage.base}/sign-in`, {
      method: 'POST',
      headers: { Origin: stage.origin, 'Content-Type': 'application/json' },
      body: JSON.stringify(fields),
    });
    assert.equal(json.status, 400);
    const huge = { ...fields, password: 'x'.repeat(40_000) };
    assert.equal((await browser.press(shown, '/sign-in', { fields: huge })).status, 400);
    assert.deepEqual(await sessionsOf('olga@acme.test'), before);
  });

  it('shows a page of its own where something failed on our side, and tells nothing of it', async () => {
    const rename = (from: string, to: string) =>
      stage.database.write((tx) => run(tx, `ALTER TABLE ${from} RENAME TO ${to}`));
    await rename('providers', 'providers_away');
    const browser = stage.browser('de');
    const answer = await browser.send(`${stage.base}/sign-in`, { headers: { Accept: 'text/html' } });
    await rename('providers_away', 'providers');
    assert.equal(answer.status, 500);
    assert.match(answer.headers.get('Content-Security-Policy')!, /style-src 'sha256-/);
    const html = await answer.text();
    assert.ok(html.includes('Bei uns ist etwas schiefgegangen') && !html.includes('providers'));
    assert.equal(stage.failures.splice(0).length, 1);
  });

  it('SEC_D08 says as whom one is signed in, and signs out for good, asked by its own form only', async () => {
    const { browser } = await enter('olga@acme.test', PASSWORD);
    const shown = await browser.open(`${stage.base}/sign-in`);
    assert.ok(shown.html.includes('olga<wbr>@acme.test') && shown.html.includes(`href="${APP}"`));
    const session = browser.cookies.get('__Host-user-admin')!.value;
    const foreign = await browser.press(shown, '/sign-out', { headers: { Origin: 'https://evil.example' } });
    assert.equal(foreign.status, 303);
    assert.ok(browser.cookies.has('__Host-user-admin'));
    assert.equal((await browser.open(`${stage.base}/sign-out`)).html.includes('You are signed in'), true);
    const left = await browser.submit(shown, '/sign-out');
    assert.ok(left.html.includes('You are signed out.') && left.html.includes('name="login"'));
    const replay = stage.browser();
    replay.cookies.set('__Host-user-admin', { value: session, path: '/' });
    assert.ok((await replay.open(`${stage.base}/sign-in`)).html.includes('name="login"'));
  });

  it('speaks the language of the browser, and to whoever is signed in their own', async () => {
    const german = await page('', 'de-AT,de;q=0.9,en;q=0.5');
    assert.match(german.html, /<html lang="de"/);
    assert.ok(german.html.includes('E-Mail-Adresse oder Benutzername'));
    const { browser } = await enter('olga@acme.test', PASSWORD);
    await stage.database.write((tx) =>
      run(tx, "UPDATE accounts SET language = 'de' WHERE email = 'olga@acme.test'"),
    );
    assert.ok((await browser.open(`${stage.base}/account`)).html.includes('Sie sind als'));
    await stage.database.write((tx) => run(tx, 'UPDATE accounts SET language = NULL'));
  });

  it('speaks Japanese to whom it is asked for, and Arabic from right to left', async () => {
    const japanese = await page('', 'ja');
    assert.match(japanese.html, /<html lang="ja" dir="ltr">/);
    assert.ok(japanese.html.includes('メールアドレスまたはユーザー名'));
    const arabic = await page('', 'nl, ar-EG;q=0.9, de;q=0.5');
    assert.match(arabic.html, /<html lang="ar" dir="rtl">/);
    assert.ok(arabic.html.includes('<h1>تسجيل الدخول</h1>') && arabic.html.includes('>←</div>'));
  });

  it('D22 takes a username in place of the address', async () => {
    await stage.database.write((tx) =>
      run(
        tx,
        "UPDATE accounts SET username = 'olga.o', username_key = 'olga.o' WHERE email = 'olga@acme.test'",
      ),
    );
    const { page: shown } = await enter('Olga.O', PASSWORD);
    assert.ok(shown.html.includes('You are signed in'));
  });
});
