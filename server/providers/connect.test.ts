// Connecting and disconnecting identities of one's own, over HTTP, in the browser of somebody signed in.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { Provider } from '../../shared/providers/provider.ts';
import { collaborators } from '../../shared/presets/collaborators.ts';
import { all, run } from '../db/database.ts';
import type { Browser } from '../testing/providers/browser.ts';
import { openBrowser } from '../testing/providers/browser.ts';
import type { Claims } from '../testing/providers/openid.ts';
import type { OpenIdSite } from '../testing/providers/openid-site.ts';
import { deployWithOpenId } from '../testing/providers/openid-site.ts';
import { NOBODY_NEW, startOf } from '../testing/providers/site.ts';

const MIA: Claims = { sub: 'mia', email: 'mia@elsewhere.test', email_verified: true };
const ADMISSION = { ...NOBODY_NEW, roles: ['viewer'], highestRole: 'editor' };

describe('connecting a provider under Account', () => {
  let site: OpenIdSite;
  let provider: Provider;
  let mia: Awaited<ReturnType<OpenIdSite['addMember']>>;
  beforeEach(async () => {
    site = await deployWithOpenId(collaborators);
    provider = await site.setUpOpenId(site.openId, ADMISSION);
    mia = await site.addMember({ email: 'mia@acme.test', name: 'Mia', roles: ['viewer'] });
    site.openId.person = MIA;
  });
  afterEach(() => site.close());

  async function browserOf(accountId = mia.accountId): Promise<Browser> {
    const browser = openBrowser(site);
    const [name = '', value = ''] = (await site.cookieOf(accountId)).split('=');
    browser.cookies.set(name, value);
    return browser;
  }
  /** Goes to the provider and back, to the page that asks. */
  async function ask(browser: Browser, query = '') {
    const { to, status, text } = await browser.open(startOf(provider.id, `?mode=connect${query}`));
    if (to === null) return { status, text, path: '', fields: {} };
    const back = await browser.open(await site.openId.visit(to));
    const page = await browser.open(back.to!);
    const fields = Object.fromEntries(
      [...page.text.matchAll(/name="(key|seal)" value="([^"]+)"/g)].map(([, name, value]) => [name!, value!]),
    );
    return { status: page.status, text: page.text, path: back.to!, fields };
  }
  /** Asks beforehand whether the browser may set out. */
  const prepare = (browser: Browser) =>
    site.asBrowser(browser, 'providers.prepareConnecting', {
      providerId: provider.id,
      idempotencyKey: undefined,
    });

  it('SEC_S16 somebody signed in connects it after being asked, and signs in with it from then on', async () => {
    const browser = await browserOf();
    const { text, path, fields } = await ask(browser);
    assert.match(text, /mia<wbr>@elsewhere\.test/);
    assert.match(text, /mia<wbr>@acme\.test/);
    assert.deepEqual(await site.identities(), []);
    const done = await browser.post(path, fields);
    assert.equal(done.status, 200);
    assert.match(done.text, /You can sign in this way/);
    assert.deepEqual(
      (await site.identities()).map(({ accountId }) => accountId),
      [mia.accountId],
    );
    assert.ok((await site.come(provider, MIA)).isIn);
    assert.equal((await browser.post(path, fields)).status, 410);
    const trail = await all(site.database.read, "SELECT 1 FROM audit WHERE action = 'account.connect'");
    assert.equal(trail.length, 1);
  });

  it('SEC_S09 it goes on from there to where it was begun for, if that is an address of ours', async () => {
    for (const [to, reached] of [
      ['/admin/somewhere', 'https://people.example/admin/somewhere'],
      ['https://evil.example/', 'https://people.example/admin/account'],
    ] as const) {
      const browser = await browserOf();
      const { path, fields } = await ask(browser, `&to=${encodeURIComponent(to)}`);
      const { text } = await browser.post(path, fields);
      assert.ok(text.includes(`href="${reached}"`), text.slice(-400));
      assert.ok(!text.includes('evil.example'));
    }
  });

  it('another site can neither begin it to the end nor answer for the person', async () => {
    const browser = await browserOf();
    const { path, fields } = await ask(browser);
    assert.equal((await browser.post(path, fields, 'https://evil.example')).status, 400);
    assert.equal((await browser.post(path, {})).status, 400);
    assert.equal((await browser.post(path, { ...fields, seal: 'A'.repeat(43) })).status, 400);
    assert.deepEqual(await site.identities(), []);
  });

  it('it is connected to who began, in the browser that began', async () => {
    const browser = await browserOf();
    const { path, fields } = await ask(browser);
    const other = await site.addMember({ email: 'eve@acme.test', roles: ['viewer'] });
    const [name = '', value = ''] = (await site.cookieOf(other.accountId)).split('=');
    browser.cookies.set(name, value);
    assert.equal((await browser.open(path)).status, 410);
    assert.equal((await browser.post(path, fields)).status, 410);
    browser.cookies.delete(name);
    assert.equal((await browser.open(path)).status, 401);
    assert.deepEqual(await site.identities(), []);
  });

  it('an identity opens one account only', async () => {
    const first = await browserOf();
    const one = await ask(first);
    await first.post(one.path, one.fields);
    const second = await browserOf(site.owner.accountId);
    const two = await ask(second);
    const refused = await second.post(two.path, two.fields);
    assert.equal(refused.status, 409);
    assert.match(refused.text, /connected to another account/);
    assert.equal((await site.identities()).length, 1);
  });

  it('SEC_D17 it takes a fresh sign-in, a session, and a provider of a workspace of theirs', async () => {
    const stale = await browserOf();
    await site.database.write((tx) =>
      run(tx, 'UPDATE sessions SET authenticated_at = 0 WHERE account_id = ?', [mia.accountId]),
    );
    const refused = await ask(stale);
    assert.equal(refused.status, 403);
    assert.match(refused.text, /Sign in again first/);
    assert.equal((await prepare(stale)).reason, 'fresh_sign_in_required');
    assert.equal((await ask(openBrowser(site))).status, 401);
    await site.database.write((tx) =>
      run(
        tx,
        "INSERT INTO workspaces (id, name, invitation_hours, created_at) VALUES ('elsewhere', 'E', 24, 1)",
      ),
    );
    const stranger = await site.addMember({
      email: 'eve@acme.test',
      roles: ['owner'],
      workspaceId: 'elsewhere' as never,
    });
    assert.equal((await ask(await browserOf(stranger.accountId))).status, 404);
    assert.equal((await prepare(await browserOf(stranger.accountId))).reason, 'provider_not_found');
    assert.deepEqual(await site.identities(), []);
  });

  async function connected(): Promise<Browser> {
    const browser = await browserOf();
    const { path, fields } = await ask(browser);
    await browser.post(path, fields);
    return browser;
  }
  const disconnect = (browser: Browser) =>
    site.asBrowser(browser, 'providers.disconnect', {
      providerId: provider.id,
      idempotencyKey: randomUUID(),
    });

  it('is taken away by its person, and the sessions that it began end', async () => {
    const browser = await connected();
    await site.database.write((tx) =>
      run(tx, "UPDATE accounts SET password_hash = 'x' WHERE id = ?", [mia.accountId]),
    );
    const { browser: other } = await site.come(provider, MIA);
    assert.equal((await disconnect(browser)).status, 200);
    assert.deepEqual(await site.identities(), []);
    assert.equal(await site.sessions.find(other.cookies.get('__Host-user-admin')!), null);
    assert.equal((await disconnect(browser)).reason, 'connection_not_found');
    assert.ok(!(await site.come(provider, MIA)).isIn);
  });

  it('D31 SEC_S13 stays, and says so beforehand, where the workspace has left it to this provider who its people are', async () => {
    const browser = await connected();
    const isFixed = async () => {
      const { connections } = (await site.asBrowser(browser, 'account.get')).data as {
        connections: { isFixed: boolean }[];
      };
      return connections.map((one) => one.isFixed);
    };
    assert.deepEqual(await isFixed(), [false]);
    await site.database.write(async (tx) => {
      await run(tx, 'UPDATE workspaces SET external_authentication = 1 WHERE id = ?', [site.workspaceId]);
      await run(tx, "UPDATE members SET source = 'provider' WHERE id = ?", [mia.id]);
    });
    assert.deepEqual(await isFixed(), [true]);
    assert.equal((await disconnect(browser)).reason, 'people_from_provider');
    assert.equal((await site.identities()).length, 1);
  });

  it('stays where it is the only way in', async () => {
    const browser = await connected();
    assert.equal((await disconnect(browser)).reason, 'connection_is_last');
    assert.equal((await site.identities()).length, 1);
  });

  it('SEC_E04 a session that only a workspace’s provider vouched for connects nothing to an account that others share', async () => {
    await connected();
    const { browser } = await site.come(provider, MIA);
    await site.database.write((tx) =>
      run(
        tx,
        "INSERT INTO workspaces (id, name, invitation_hours, created_at) VALUES ('elsewhere', 'E', 24, 1)",
      ),
    );
    await site.addMember({ email: 'mia@acme.test', roles: ['owner'], workspaceId: 'elsewhere' as never });
    assert.equal((await disconnect(browser)).reason, 'account_is_shared');
    assert.equal((await ask(browser)).status, 410);
  });

  it('SEC_E04 nor one that would open more than that workspace, before the account is shared', async () => {
    await site.database.write(async (tx) => {
      await run(tx, 'UPDATE workspaces SET home = 1 WHERE id = ?', [site.workspaceId]);
      await run(
        tx,
        "INSERT INTO workspaces (id, name, invitation_hours, created_at) VALUES ('elsewhere', 'E', 24, 1)",
      );
    });
    const eve = await site.addMember({
      email: 'eve@acme.test',
      roles: ['viewer'],
      workspaceId: 'elsewhere' as never,
    });
    const browser = await browserOf(eve.accountId);
    const begun = await ask(browser);
    assert.equal(begun.status, 200);
    await site.database.write((tx) =>
      run(tx, "UPDATE sessions SET workspace_id = 'elsewhere' WHERE account_id = ?", [eve.accountId]),
    );
    assert.equal((await ask(browser)).status, 404);
    assert.equal((await browser.post(begun.path, begun.fields)).status, 404);
    assert.deepEqual(await site.identities(), []);
  });

  it('under a host’s token an account is not the host’s to connect or disconnect', async () => {
    await connected();
    const answer = await site.mutate(
      'providers.disconnect',
      { providerId: provider.id, idempotencyKey: randomUUID() },
      { Authorization: `Bearer ${await site.tokenOf(mia)}` },
    );
    assert.equal(answer.reason, 'account_action_by_host');
  });
});
