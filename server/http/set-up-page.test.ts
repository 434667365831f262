// The page where the first owner sets the product up, through the whole HTTP side: once, by the printed link.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { tables } from '../../shared/presets/tables.ts';
import { first } from '../db/database.ts';
import type { PageStage } from '../testing/page-stage.ts';
import { createPageStage } from '../testing/page-stage.ts';

const OLGA = 'olga@acme.test';
const NEW = 'Harbour!42stone';

describe('the page to set up', () => {
  let stage: PageStage;
  let link: string;
  before(async () => {
    stage = await createPageStage();
    const printed = await stage.admin.setUpLink();
    link = printed!;
  });
  after(async () => {
    await stage.close();
    assert.deepEqual(stage.failures, []);
  });

  it('SEC_C20 names the first owner once; what is wrong is said with everything else kept', async () => {
    const browser = stage.browser();
    const late = stage.browser();
    const lateForm = await late.open(link);
    const page = await browser.open(link);
    assert.ok(page.html.includes('Name of the workspace') && page.html.includes('(optional)'));
    const typed = { workspace: 'Acme <b>', name: 'Olga', email: 'not an address' };
    const wrong = await browser.submit(page, '/set-up', { fields: typed });
    assert.equal(wrong.response.status, 400);
    assert.ok(
      wrong.html.includes('Enter a complete e-mail address.') &&
        wrong.html.includes('value="Acme &lt;b&gt;"'),
    );
    const fields = { ...typed, email: OLGA, password: 'abc', confirmation: 'abc' };
    const weak = await browser.submit(wrong, '/set-up', { fields });
    assert.ok(
      weak.html.includes('class="failed"') &&
        weak.html.includes(`value="${OLGA}"`) &&
        !weak.html.includes('abc"'),
    );
    const nameless = await browser.submit(weak, '/set-up', {
      fields: { ...typed, email: OLGA, workspace: ' ' },
    });
    assert.ok(nameless.html.includes('Enter a name of 1 to 100 characters.'));
    const good = { fields: { ...fields, password: NEW, confirmation: NEW } };
    const clicks = await Promise.all([
      browser.press(nameless, '/set-up', good),
      browser.press(nameless, '/set-up', good),
    ]);
    assert.deepEqual(
      clicks.map(({ status }) => status),
      [303, 303],
    );
    const shown = await browser.open(`${stage.base}/account`);
    assert.ok(shown.html.includes('olga<wbr>@acme.test'));
    const count = await first<{ count: number }>(
      stage.database.read,
      'SELECT count(*) AS count FROM workspaces',
    );
    assert.equal(count!.count, 1);
    const again = await stage.browser().open(link);
    assert.ok(again.html.includes('This is set up already'));
    const third = await late.press(lateForm, '/set-up', {
      fields: { ...good.fields, email: 'eve@acme.test' },
    });
    assert.equal(third.status, 403);
    assert.ok((await third.text()).includes('This is set up already'));
    assert.equal(third.headers.get('Set-Cookie'), null);
  });

  it('SEC_C20 whoever calls later with the same link is refused, and it is told as forbidden', async () => {
    const token = link.slice(link.lastIndexOf('/') + 1);
    const answer = await stage.browser().send(`${stage.base}/trpc/signIn.setUp`, {
      method: 'POST',
      headers: { Origin: stage.origin, 'Content-Type': 'application/json' },
      body: JSON.stringify({ token, workspace: 'Mine', email: 'eve@acme.test', password: NEW }),
    });
    const { error } = (await answer.json()) as { error: { data: { reason: string } } };
    assert.deepEqual([answer.status, error.data.reason], [403, 'setup_closed']);
    assert.equal(answer.headers.get('Set-Cookie'), null);
  });
});

describe('the page to set up without mail', () => {
  it('asks for a password, or the owner could not come back', async () => {
    const stage = await createPageStage({ hasMail: false });
    const browser = stage.browser();
    const page = await browser.open((await stage.admin.setUpLink())!);
    assert.ok(page.html.includes('name="password"') && !page.html.includes('Without one'));
    const fields = { workspace: 'Acme', name: '', email: OLGA, password: '', confirmation: '' };
    const missing = await browser.submit(page, '/set-up', { fields });
    assert.ok(missing.html.includes('class="failed"'));
    const again = { ...fields, password: NEW, confirmation: NEW };
    assert.ok(
      (await browser.submit(missing, '/set-up', { fields: again })).html.includes('You are signed in'),
    );
    await stage.close();
    assert.deepEqual(stage.failures, []);
  });

  it('says where there are no passwords that a mail server has to be set up before signing out', async () => {
    const stage = await createPageStage({ hasMail: false, policy: tables });
    const page = await stage.browser().open((await stage.admin.setUpLink())!);
    assert.ok(page.html.includes('Set one up before you sign out') && !page.html.includes('name="password"'));
    await stage.close();
    assert.deepEqual(stage.failures, []);
  });
});
