// The pages behind the links of accounts, through the whole HTTP side and a real mail server: what consumes them, what does not, and what is said afterwards.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { all, first, run } from '../db/database.ts';
import type { PageBrowser, ShownPage } from '../testing/page-browser.ts';
import type { PageStage } from '../testing/page-stage.ts';
import { createPageStage } from '../testing/page-stage.ts';

const OLGA = 'olga@acme.test';
const PASSWORD = 'Meadow!77river';
const NEW = 'Harbour!42stone';
const SESSION = '__Host-user-admin';

describe('the page of a link', () => {
  let stage: PageStage;
  let acme: string;
  before(async () => {
    stage = await createPageStage();
    acme = await stage.addWorkspace('Acme', OLGA);
    await stage.givePassword(OLGA, PASSWORD);
  });
  after(async () => {
    await stage.close();
    assert.deepEqual(stage.failures, []);
  });
  const ask = async (way: 'link' | 'reset', { login = OLGA, query = '' } = {}): Promise<string> => {
    const browser = stage.browser();
    const page = await browser.open(`${stage.base}/sign-in${query}`);
    await browser.submit(page, '/sign-in', { fields: { login, way } });
    await stage.database.write((tx) => run(tx, 'DELETE FROM limits'));
    return stage.nextLink();
  };
  const signIn = async (login = OLGA, password = PASSWORD): Promise<PageBrowser> => {
    const browser = stage.browser();
    const page = await browser.open(`${stage.base}/sign-in`);
    await browser.submit(page, '/sign-in', { fields: { login, password, way: 'password' } });
    return browser;
  };
  const isSignedIn = async (browser: PageBrowser) =>
    (await browser.open(`${stage.base}/sign-in`)).html.includes('You are signed in');
  const sessions = async () =>
    (
      await all<{ id: string }>(
        stage.database.read,
        'SELECT s.id FROM sessions s JOIN accounts a ON a.id = s.account_id WHERE a.email = ?',
        [OLGA],
      )
    ).length;
  const press = (browser: PageBrowser, page: ShownPage, place: string, fields = {}) =>
    browser.submit(page, place, { fields });

  it('T10 SEC_B17 signs in with one button that says as whom, with the secret out of the address bar', async () => {
    const link = await ask('link', { query: '?to=https%3A%2F%2Fapp.example%2Fdeep' });
    const browser = stage.browser();
    const arrival = await browser.send(link);
    assert.equal(arrival.status, 303);
    assert.equal(arrival.headers.get('Referrer-Policy'), 'no-referrer');
    assert.match(
      arrival.headers.getSetCookie()[0]!,
      /^__Secure-user-admin-link=[^;]+; Max-Age=3600; Path=\/admin\/link\/[\w-]+; HttpOnly; Secure; SameSite=Lax$/,
    );
    const page = await browser.follow(arrival, link);
    const secret = link.slice(-43);
    assert.ok(!page.url.includes(secret) && !page.html.includes(secret));
    assert.ok(page.html.includes('Sign in as') && page.html.includes('o•••<wbr>@acme.test'));
    assert.ok(!page.html.includes(OLGA) && page.html.includes('app.example'));
    assert.equal(page.response.headers.get('Referrer-Policy'), 'same-origin');
    assert.ok(!/<script|<img|http-equiv="refresh"|@import|url\(/.test(page.html));
    const done = await press(browser, page, '/sign-in');
    assert.ok(done.html.includes('url=https://app.example/deep'));
    assert.ok(await isSignedIn(browser));
  });

  it('SEC_B02 SEC_B03 GET, HEAD and OPTIONS consume nothing, however often, nor does anything but the form', async () => {
    const link = await ask('link');
    const scanner = stage.browser();
    for (let time = 0; time < 5; time += 1) {
      const { url } = await scanner.open(link);
      await scanner.send(link, { method: 'HEAD' });
      await scanner.send(link, { method: 'OPTIONS' });
      await scanner.send(link, { method: 'POST' });
      assert.equal((await scanner.open(`${url}/sign-in`)).url, url, 'the address of the form leads back');
    }
    const browser = stage.browser();
    await press(browser, await browser.open(link), '/sign-in');
    assert.ok(await isSignedIn(browser));
  });

  it('SEC_B04 two clicks have one effect and both are let in; afterwards the link is used up', async () => {
    const link = await ask('link');
    const browser = stage.browser();
    const page = await browser.open(link);
    const before = await sessions();
    const answers = await Promise.all([browser.press(page, '/sign-in'), browser.press(page, '/sign-in')]);
    const given = answers.map((answer) =>
      answer.headers.getSetCookie().find((line) => line.startsWith(SESSION + '=')),
    );
    assert.deepEqual(
      answers.map(({ status }) => status),
      [303, 303],
    );
    assert.equal(given[0], given[1]);
    assert.equal(await sessions(), before + 1);
    const other = stage.browser();
    const used = await other.open(link);
    assert.equal(used.response.status, 410);
    assert.ok(used.html.includes('This link was used already') && !used.html.includes(OLGA));
  });

  it('SEC_B05 lives fifteen minutes to the millisecond; who is late gets a new one to the same address', async () => {
    const link = await ask('link');
    stage.clock.now += 15 * 60_000 - 1;
    const browser = stage.browser();
    assert.equal((await browser.open(link)).response.status, 200);
    stage.clock.now += 1;
    const late = await browser.open(link);
    assert.equal(late.response.status, 410);
    assert.ok(late.html.includes('This link has expired') && late.html.includes('o•••<wbr>@acme.test'));
    const sent = await press(browser, late, '/renew');
    assert.ok(sent.html.includes('on its way') && !sent.html.includes(OLGA));
    const fresh = await stage.nextLink();
    assert.notEqual(fresh, link);
    await press(browser, await browser.open(fresh), '/sign-in');
    assert.ok(await isSignedIn(browser));
  });

  it('SEC_B07 somebody signed in as another person is told so, and stays who they are until they choose', async () => {
    await stage.addWorkspace('Beta', 'berta@acme.test');
    await stage.givePassword('berta@acme.test', PASSWORD);
    const browser = await signIn('berta@acme.test');
    const session = browser.cookies.get(SESSION)!.value;
    const page = await browser.open(await ask('link'));
    assert.ok(page.html.includes('You are signed in as') && page.html.includes('berta<wbr>@acme.test'));
    assert.equal(browser.cookies.get(SESSION)!.value, session);
    assert.ok((await browser.open(`${stage.base}/account`)).html.includes('berta<wbr>@acme.test'));
  });

  it('SEC_D02 signing in again in the same browser ends the session that it had', async () => {
    const browser = await signIn();
    const session = browser.cookies.get(SESSION)!;
    await press(browser, await browser.open(await ask('link')), '/sign-in');
    assert.notEqual(browser.cookies.get(SESSION)!.value, session.value);
    assert.ok(await isSignedIn(browser));
    const replay = stage.browser();
    replay.cookies.set(SESSION, session);
    assert.equal(await isSignedIn(replay), false);
  });

  it('SEC_B10 a link of one type opens nothing at the place of another', async () => {
    const [signInLink, resetLink] = [await ask('link'), await ask('reset')];
    const { results } = await stage.admin.caller(acme).invitations.create({
      addresses: 'invited@acme.test',
      roles: ['member'],
      idempotencyKey: randomUUID(),
    });
    await stage.nextMail();
    const token = (link: string) => link.slice(link.lastIndexOf('/') + 1);
    const invitation = results[0]!.link!;
    for (const url of [
      `${stage.base}/link/${token(invitation)}`,
      `${stage.base}/invitation/${token(signInLink)}`,
      `${stage.base}/link/${token(signInLink).replace('.s.', '.r.')}`,
    ]) {
      const { response, html } = await stage.browser().open(url);
      assert.equal(response.status, 404, url);
      assert.ok(html.includes('This link does not work') && !html.includes('acme.test'));
    }
    const browser = stage.browser();
    const page = await browser.open(resetLink);
    const forced = await browser.press({ html: page.html.replace('/reset"', '/sign-in"') }, '/sign-in');
    assert.equal(forced.status, 404);
    assert.equal(await isSignedIn(browser), false);
  });

  it('every altered token is answered alike, and a place without its cookie asks for the link again', async () => {
    const link = await ask('link');
    for (const bad of [
      `${link.slice(0, -1)}${link.endsWith('A') ? 'B' : 'A'}`,
      `${stage.base}/link/nonsense.s.${'x'.repeat(43)}`,
      `${stage.base}/link/x.y`,
      `${stage.base}/link/${'x'.repeat(500)}.s.x`,
    ]) {
      const { response, html } = await stage.browser().open(bad);
      assert.equal(response.status, 404, bad);
      assert.ok(html.includes('This link does not work'));
    }
    const lost = await stage.browser().open(`${stage.base}/link/no-such-link`);
    assert.equal(lost.response.status, 403);
    assert.ok(lost.html.includes('Open the link again') && lost.html.includes('Ask for a new link'));
  });

  it('SEC_G02 SEC_G03 an answer comes from this page or not at all', async () => {
    const browser = stage.browser();
    const page = await browser.open(await ask('link'));
    const other = stage.browser();
    const foreign = await other.open(await ask('reset'));
    const attempts: [string, Response][] = [
      [
        'another origin',
        await browser.press(page, '/sign-in', { headers: { Origin: 'https://evil.example' } }),
      ],
      ['no origin', await browser.press(page, '/sign-in', { headers: { Origin: 'null' } })],
      [
        'another site',
        await browser.press(page, '/sign-in', { headers: { 'Sec-Fetch-Site': 'cross-site' } }),
      ],
      ['another browser', await stage.browser().press(page, '/sign-in')],
      ['no seal', await browser.press(page, '/sign-in', { fields: { seal: '' } })],
      ['an altered key', await browser.press(page, '/sign-in', { fields: { key: randomUUID() } })],
      ['JSON', await browser.press(page, '/sign-in', { headers: { 'Content-Type': 'application/json' } })],
      ['too much', await browser.press(page, '/sign-in', { fields: { more: 'x'.repeat(40_000) } })],
      [
        'the fields of another link',
        await browser.press(page, '/sign-in', {
          fields: Object.fromEntries(
            [...foreign.html.matchAll(/name="(key|seal)" value="([^"]*)"/g)].map(([, name, value]) => [
              name!,
              value!,
            ]),
          ),
        }),
      ],
    ];
    for (const [what, { status }] of attempts) assert.equal(status, 403, what);
    assert.equal(await isSignedIn(browser), false);
    await press(browser, page, '/sign-in');
    assert.ok(await isSignedIn(browser), 'and none of it used the link up');
  });

  it('SEC_C13 SEC_C19 a reset names the rules and what fails them, keeps the link, then ends every other session', async () => {
    const elsewhere = await signIn();
    assert.ok(await isSignedIn(elsewhere));
    const link = await ask('reset');
    const browser = stage.browser();
    const page = await browser.open(link);
    for (const name of ['password', 'confirmation'])
      assert.match(page.html, new RegExp(`name="${name}" type="password" autocomplete="new-password"`));
    assert.match(page.html, /name="username" autocomplete="username" value="olga@acme.test" readonly hidden/);
    for (const rule of [
      'at least 8',
      'at most 60',
      'a capital letter',
      'a small letter',
      'a digit',
      '!@#$%^&amp;*_-',
    ])
      assert.ok(page.html.includes(rule), rule);
    const weak = await press(browser, page, '/reset', { password: 'meadow', confirmation: 'meadow' });
    assert.equal(weak.response.status, 400);
    assert.equal([...weak.html.matchAll(/class="failed"/g)].length, 4);
    assert.ok(!weak.html.includes('meadow') && weak.html.includes('role="alert"'));
    const slip = await press(browser, weak, '/reset', { password: NEW, confirmation: `${NEW}x` });
    assert.match(
      slip.html,
      /aria-describedby="confirmation-error">\n.*\n?<p class="wrong" id="confirmation-error">The two passwords/s,
    );
    const common = await press(browser, slip, '/reset', {
      password: 'Password1!',
      confirmation: 'Password1!',
    });
    assert.ok(common.html.includes('among the first that are tried'));
    const done = await press(browser, common, '/reset', { password: NEW, confirmation: NEW });
    assert.ok(done.html.includes('You are signed in'));
    assert.ok(await isSignedIn(browser));
    assert.equal(await isSignedIn(elsewhere), false);
    assert.equal((await stage.browser().open(link)).response.status, 410);
    assert.ok(await isSignedIn(await signIn(OLGA, NEW)));
    assert.match((await stage.nextMail()).mail.subject ?? '', /password/i);
    await stage.givePassword(OLGA, PASSWORD);
  });

  it('is written in the language of whoever it was sent to', async () => {
    await stage.database.write((tx) =>
      run(tx, "UPDATE accounts SET language = 'de' WHERE email = ?", [OLGA]),
    );
    const { html } = await stage.browser('en').open(await ask('link'));
    assert.match(html, /<html lang="de"/);
    assert.ok(html.includes('Als <bdi>o•••<wbr>@acme.test</bdi> anmelden'));
    await stage.database.write((tx) => run(tx, 'UPDATE accounts SET language = NULL'));
  });

  it('confirms a new address in the session that asked, and asks everybody else to sign in first', async () => {
    const browser = await signIn('berta@acme.test');
    const reply = await browser.send(`${stage.base}/trpc/account.changeEmail`, {
      method: 'POST',
      headers: { Origin: stage.origin, 'Content-Type': 'application/json' },
      body: JSON.stringify({ email: 'berta@new.test', idempotencyKey: randomUUID() }),
    });
    assert.equal(reply.status, 200, await reply.text());
    const link = await stage.nextLink();
    const stranger = stage.browser();
    const seen = await stranger.open(link);
    assert.ok(seen.html.includes('Confirm your new address'));
    const asked = await press(stranger, seen, '/email');
    assert.equal(new URL(asked.url).pathname, '/admin/sign-in');
    const other = await signIn();
    const refused = await press(other, await other.open(link), '/email');
    assert.ok(refused.html.includes('You are signed in as somebody else'));
    const page = await browser.open(link);
    assert.equal(
      (await first<{ email: string }>(
        stage.database.read,
        "SELECT email FROM accounts WHERE email LIKE 'berta%'",
      ))!.email,
      'berta@acme.test',
    );
    const done = await press(browser, page, '/email');
    assert.ok(done.html.includes('Address confirmed') && done.html.includes('berta<wbr>@new.test'));
    assert.ok(await first(stage.database.read, "SELECT 1 FROM accounts WHERE email = 'berta@new.test'"));
    const again = await browser.open(link);
    assert.equal(again.response.status, 410);
    assert.ok(again.html.includes('This link was used already'), 'and not that a part of it is missing');
    await stage.nextMail();
  });

  it('T10 W29 W30 who has an account already signs in to accept an invitation, and is led back to it', async () => {
    const gamma = await stage.addWorkspace('Gamma', 'greta@acme.test');
    await stage.admin.caller(gamma).invitations.create({
      addresses: OLGA,
      roles: ['member'],
      idempotencyKey: randomUUID(),
    });
    const browser = stage.browser();
    const page = await browser.open(await stage.nextLink());
    const href = /class="button" href="([^"]*)">Sign in to accept/.exec(page.html)![1]!;
    const asked = await browser.open(stage.origin + href.replaceAll('&amp;', '&'));
    const fields = { login: OLGA, password: PASSWORD, way: 'password' };
    const back = await browser.submit(asked, '/sign-in', { fields });
    assert.equal(back.url, page.url);
    const done = await browser.submit(back, '/accept');
    assert.ok(done.html.includes('Welcome to') && !done.html.includes('Set a password'));
    const { rows } = JSON.parse((await stage.admin.caller(gamma).members.list({})).page) as {
      rows: { email: string; status: string }[];
    };
    assert.deepEqual(rows.find(({ email }) => email === OLGA)?.status, 'active');
  });

  it('W28 a new person joins by one click, and may set a password then', async () => {
    await stage.admin.caller(acme).invitations.create({
      addresses: 'nina@acme.test',
      roles: ['member'],
      idempotencyKey: randomUUID(),
    });
    const browser = stage.browser('de');
    const page = await browser.open(await stage.nextLink());
    assert.match(page.html, /<html lang="de"/);
    const joined = await browser.submit(page, '/accept');
    const href = /href="([^"]*)">Passwort festlegen/.exec(joined.html)![1]!;
    const form = await browser.open(stage.origin + href);
    assert.ok(!form.html.includes('name="current"'));
    const saved = await browser.submit(form, '/account/password', {
      fields: { password: NEW, confirmation: NEW },
    });
    assert.ok(saved.html.includes('Ihr Passwort ist gespeichert'));
    assert.ok(await isSignedIn(await signIn('nina@acme.test', NEW)));
    await stage.nextMail();
  });
});
