// The pages behind an invitation's link, through the whole HTTP side: what they show, what they refuse, what they never do.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { UserAdmin } from '../index.ts';
import { collaborators, createUserAdmin } from '../index.ts';
import { PageBrowser } from '../testing/page-browser.ts';

const ORIGIN = 'https://people.example';
const BASE = `${ORIGIN}/people`;
const APP = 'https://app.example/home';

describe('the page of an invitation', () => {
  let folder: string;
  let admin: UserAdmin;
  let workspaceId: string;
  const clock = { now: Date.UTC(2026, 0, 15, 12) };
  const problems: unknown[] = [];
  const people = () => admin.caller(workspaceId);
  const invite = async (addresses: string, role = 'editor', message?: string): Promise<string> => {
    const { results } = await people().invitations.create({
      addresses,
      roles: [role],
      idempotencyKey: randomUUID(),
      ...(message === undefined ? {} : { message }),
    });
    return results[0]!.link!;
  };
  const states = async () =>
    new Map(
      (
        await people().invitations.list({
          states: ['pending', 'expired', 'accepted', 'declined', 'revoked'],
          limit: 200,
        })
      ).rows.map((row) => [row.email, row]),
    );

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'user-admin-'));
    admin = await createUserAdmin(
      {
        policy: collaborators,
        database: { url: `file:${join(folder, 'test.db')}` },
        baseUrl: BASE,
        secret: 'x'.repeat(40),
        appUrl: APP,
      },
      { now: () => clock.now, onInternalError: (error) => problems.push(error) },
    );
    const workspace = await admin.caller(null).workspaces.create({
      name: 'Acme <b>&</b> Sons',
      owner: { email: 'olga@acme.test', name: 'Olga' },
      idempotencyKey: randomUUID(),
    });
    workspaceId = workspace.id;
  });
  after(async () => {
    await admin.close();
    await rm(folder, { recursive: true, force: true });
    assert.deepEqual(problems, []);
  });

  it('W28 SEC_B17 says to what and until when, with the secret out of the address bar and nothing loaded from anywhere', async () => {
    const link = await invite('ines@acme.test', 'editor', 'Welcome <script>alert(1)</script>');
    const page = await new PageBrowser(admin, ORIGIN).open(link);
    assert.equal(page.response.status, 200);
    assert.ok(!page.url.includes('.c.') && !page.html.includes(link.slice(-43)));
    for (const text of [
      'You are invited',
      'Acme &lt;b&gt;&amp;&lt;/b&gt; Sons',
      'ines<wbr>@acme.test',
      'Editor',
      'Adds, changes and deletes records.',
      '16 January 2026',
      'Welcome &lt;script&gt;',
    ]) {
      assert.ok(page.html.includes(text), text);
    }
    assert.ok(!/<script|<img|<link|src=|@import|url\(/.test(page.html));
    const policy = page.response.headers.get('Content-Security-Policy')!;
    assert.match(
      policy,
      /^default-src 'none'; style-src 'sha256-[\w+/]+=*'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'$/,
    );
    assert.equal(page.response.headers.get('Cache-Control'), 'no-store');
    assert.equal(page.response.headers.get('Referrer-Policy'), 'same-origin');
    const first = await new PageBrowser(admin, ORIGIN).send(link);
    assert.equal(first.headers.get('Referrer-Policy'), 'no-referrer');
    assert.match(
      first.headers.getSetCookie()[0]!,
      /; Path=\/people\/invitation\/[\w-]+; HttpOnly; Secure; SameSite=Lax$/,
    );
  });

  it('SEC_B02 SEC_B03 GET, HEAD and OPTIONS consume nothing, however often; the form waits for a person', async () => {
    const link = await invite('scanned@acme.test');
    const scanner = new PageBrowser(admin, ORIGIN);
    for (let time = 0; time < 5; time += 1) {
      await scanner.open(link);
      await scanner.send(link, { method: 'HEAD' });
      await scanner.send(link, { method: 'OPTIONS' });
    }
    assert.equal((await states()).get('scanned@acme.test')!.state, 'pending');
    const browser = new PageBrowser(admin, ORIGIN);
    assert.equal((await browser.press(await browser.open(link), 'accept')).status, 200);
  });

  it('T10 W29 accepting signs a new person in; a second click is the same answer; afterwards the link is used up', async () => {
    const link = await invite('new@acme.test');
    const browser = new PageBrowser(admin, ORIGIN);
    const page = await browser.open(link);
    const [answer, second] = await Promise.all([
      browser.press(page, 'accept'),
      browser.press(page, 'accept'),
    ]);
    assert.equal(second.status, 200);
    const html = await answer.text();
    assert.ok(html.includes('Welcome to') && html.includes(`href="${APP}"`));
    assert.match(answer.headers.getSetCookie().join(), /__Host-user-admin=/);
    const members = JSON.parse((await people().members.list({ filter: { search: 'new@acme' } })).page) as {
      rows: unknown[];
    };
    assert.equal(members.rows.length, 1);
    const again = await new PageBrowser(admin, ORIGIN).open(link);
    assert.equal(again.response.status, 410);
    assert.ok(again.html.includes('has been answered'));
    assert.equal((await browser.press(page, 'accept')).status, 410);
  });

  it('SEC_B04 SEC_D06 SEC_D07 a form that is sent again brings back no session that was ended since', async () => {
    const link = await invite('again@acme.test');
    const browser = new PageBrowser(admin, ORIGIN);
    const page = await browser.open(link);
    const sessionIn = (answer: Response) =>
      /__Host-user-admin=([^;]*)/.exec(answer.headers.getSetCookie().join())![1]!;
    const session = sessionIn(await browser.press(page, 'accept'));
    const look = () =>
      admin.fetch(
        new Request(`${BASE}/trpc/viewer.get`, {
          headers: { Cookie: `__Host-user-admin=${session}`, 'ua-workspace': workspaceId },
        }),
      );
    assert.equal((await look()).status, 200);
    const { rows } = JSON.parse((await people().members.list({ filter: { search: 'again@acme' } })).page) as {
      rows: { id: never; version: number }[];
    };
    await people().members.remove({
      memberId: rows[0]!.id,
      version: rows[0]!.version,
      idempotencyKey: randomUUID(),
    });
    assert.equal((await look()).status, 401);
    const scratch = new PageBrowser(admin, ORIGIN);
    for (const [name, cookie] of browser.cookies)
      if (name.includes('invitation')) scratch.cookies.set(name, cookie);
    assert.equal(sessionIn(await scratch.press(page, 'accept')), session);
    assert.equal((await look()).status, 401);
    const trail = (await people().audit.list({ limit: 200 })).rows;
    assert.equal(trail.find(({ action }) => action === 'invitation.accept')!.via, 'link');
  });

  it('SEC_B25 an address that has an account is asked to sign in, and no session is opened for it', async () => {
    await admin.caller(null).workspaces.create({
      name: 'Elsewhere',
      owner: { email: 'known@acme.test' },
      idempotencyKey: randomUUID(),
    });
    const link = await invite('known@acme.test');
    const browser = new PageBrowser(admin, ORIGIN);
    const page = await browser.open(link);
    assert.ok(page.html.includes('already has an account') && !page.html.includes('Accept invitation'));
    const forced = await browser.press({ html: page.html }, 'accept');
    assert.equal(forced.status, 303);
    assert.ok(!forced.headers.getSetCookie().join().includes('__Host-'));
    assert.equal((await states()).get('known@acme.test')!.state, 'pending');
  });

  it('SEC_B07 somebody signed in as another person is told so and stays who they are', async () => {
    const browser = new PageBrowser(admin, ORIGIN);
    await browser.press(await browser.open(await invite('first@acme.test')), 'accept');
    const session = browser.cookies.get('__Host-user-admin')!.value;
    const page = await browser.open(await invite('second@acme.test'));
    assert.ok(
      page.html.includes('You are signed in as <bdi>first<wbr>@acme.test</bdi>') &&
        !page.html.includes('/accept"'),
    );
    assert.equal(browser.cookies.get('__Host-user-admin')!.value, session);
  });

  it('SEC_B07 SEC_D08 they may sign out on the page, which ends that session, and then answer as the invitee', async () => {
    const browser = new PageBrowser(admin, ORIGIN);
    await browser.press(await browser.open(await invite('leaves@acme.test')), 'accept');
    const session = browser.cookies.get('__Host-user-admin')!.value;
    const link = await invite('arrives@acme.test');
    const left = await browser.press(await browser.open(link), 'sign-out');
    assert.equal(left.status, 303);
    const replayed = await admin.fetch(
      new Request(`${BASE}/trpc/viewer.get`, {
        headers: { Cookie: `__Host-user-admin=${session}`, 'ua-workspace': workspaceId },
      }),
    );
    assert.equal(replayed.status, 401);
    const welcomed = await browser.press(await browser.open(link), 'accept');
    assert.ok((await welcomed.text()).includes('Welcome to'));
  });

  it('declining closes the invitation', async () => {
    const link = await invite('no@acme.test');
    const browser = new PageBrowser(admin, ORIGIN);
    const page = await browser.open(link);
    const html = page.html.replace('/accept"', '/decline"');
    assert.ok((await (await browser.press({ html }, 'decline')).text()).includes('Invitation declined'));
    assert.equal((await states()).get('no@acme.test')!.state, 'declined');
  });

  it('SEC_G02 SEC_G03 an answer comes from this page or not at all', async () => {
    const link = await invite('forged@acme.test');
    const browser = new PageBrowser(admin, ORIGIN);
    const page = await browser.open(link);
    const other = new PageBrowser(admin, ORIGIN);
    const otherPage = await other.open(await invite('other.form@acme.test'));
    for (const origin of [
      'https://evil.example',
      'null',
      'http://people.example',
      'https://people.example.evil.test',
      'https://people.example:8443',
    ]) {
      assert.equal(
        (await browser.press(page, 'accept', { headers: { Origin: origin } })).status,
        403,
        origin,
      );
    }
    assert.equal(
      (await browser.press(page, 'accept', { headers: { 'Sec-Fetch-Site': 'cross-site' } })).status,
      403,
    );
    assert.equal(
      (await new PageBrowser(admin, ORIGIN).press(page, 'accept')).status,
      403,
      'without the cookie',
    );
    const action = /action="([^"]*)"/.exec(page.html)![1]!;
    const post = (body: BodyInit, headers: Record<string, string> = {}) =>
      browser.send(ORIGIN + action, { method: 'POST', headers: { Origin: ORIGIN, ...headers }, body });
    assert.equal((await post(new URLSearchParams())).status, 403, 'without fields');
    const foreign = new URLSearchParams(
      [...otherPage.html.matchAll(/name="(\w+)" value="([^"]*)"/g)].map(([, name, value]) => [name!, value!]),
    );
    assert.equal((await post(foreign)).status, 403, 'with the fields of another invitation');
    assert.equal((await post('{}', { 'Content-Type': 'application/json' })).status, 403);
    assert.equal(
      (await post('key='.padEnd(10_000, 'x'), { 'Content-Type': 'application/x-www-form-urlencoded' }))
        .status,
      403,
    );
    assert.equal(
      (await browser.open(ORIGIN + action)).response.status,
      200,
      'GET of the form’s address leads back to the page',
    );
    assert.equal((await states()).get('forged@acme.test')!.state, 'pending');
  });

  it('SEC_B09 SEC_B11 says what became of a link that cannot be answered, and nothing else about it', async () => {
    const revoked = await invite('revoked@acme.test');
    const row = (await states()).get('revoked@acme.test')!;
    await people().invitations.revoke({
      invitationId: row.id,
      version: row.version,
      idempotencyKey: randomUUID(),
    });
    const resent = await invite('resent@acme.test');
    const resentRow = (await states()).get('resent@acme.test')!;
    await people().invitations.resend({
      invitationId: resentRow.id,
      version: resentRow.version,
      idempotencyKey: randomUUID(),
    });
    const cases: [string, number, string][] = [
      [`${BASE}/invitation/nonsense.1.m.${'x'.repeat(43)}`, 404, 'does not work'],
      [`${resent.slice(0, -1)}${resent.endsWith('A') ? 'B' : 'A'}`, 404, 'does not work'],
      [revoked, 410, 'withdrawn'],
      [resent, 410, 'newer link'],
      [`${BASE}/invitation/${row.id}`, 403, 'Open the link again'],
    ];
    for (const [url, status, text] of cases) {
      const page = await new PageBrowser(admin, ORIGIN).open(url);
      assert.equal(page.response.status, status, text);
      assert.ok(page.html.includes(text), text);
      assert.ok(!page.html.includes('acme.test') && !page.html.includes('Sons'), 'names nobody');
    }
  });

  it('SEC_B16 links are made of the configured address, whatever the request says about itself', async () => {
    const response = await admin.fetch(
      new Request(`${BASE}/trpc/invitations.peek`, {
        method: 'POST',
        headers: {
          Host: 'evil.example',
          'X-Forwarded-Host': 'evil.example',
          'Content-Type': 'application/json',
        },
        body: '{}',
      }),
    );
    assert.equal(response.status, 400);
    assert.ok((await invite('host@acme.test')).startsWith(`${BASE}/invitation/`));
    const page = await new PageBrowser(admin, ORIGIN).send(await invite('host2@acme.test'), {
      headers: { Host: 'evil.example', 'X-Forwarded-Host': 'evil.example' },
    });
    assert.ok(page.headers.get('Location')!.startsWith('/people/invitation/'));
  });

  it('SEC_B05 a link that lived its day is expired', async () => {
    const link = await invite('expired@acme.test');
    clock.now += 24 * 3_600_000;
    const page = await new PageBrowser(admin, ORIGIN).open(link);
    assert.equal(page.response.status, 410);
    assert.ok(page.html.includes('has expired'));
  });
});
