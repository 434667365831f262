// The same story on every page: what the element promises holds whoever put it there. Only what a person can see and do.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import type { TestStage } from '../stage.ts';
import { createStage, rowOf, sees, seesNoMore } from '../stage.ts';
import { HOST_PAGES, policyOf } from './list.ts';
import type { HostPage } from './list.ts';
import { startHosts } from './pages.ts';
import type { HostServer } from './pages.ts';

describe('on a page made with', () => {
  let hosts: HostServer;
  let stage: TestStage;
  before(async () => {
    hosts = await startHosts();
    stage = await createStage(['workspaces'], { beside: hosts.pages });
  });
  // Closing also says whether any page asked another origin.
  after(async () => {
    try {
      await stage.close();
    } finally {
      await hosts.close();
    }
  });

  it('anything, a violation and an error are heard of, so that none means none', async () => {
    const page = await stage.open('about:blank', { isWatched: false });
    const troubles: string[] = [];
    await listen(page, troubles);
    await page.goto(new URL(HOST_PAGES[0]!.path, stage.url).href);
    await sees(page.getByRole('tab', { name: 'Users' }));
    assert.equal(troubles.join(), '');
    await page.evaluate(() => document.body.setAttribute('style', 'color: red'));
    await page.evaluate(() => console.error('a plain error'));
    assert.ok(troubles.includes('a plain error'));
    assert.ok(troubles.some((trouble) => trouble.startsWith('style-src-attr stopped inline')));
    await page.context().close();
  });

  for (const host of HOST_PAGES)
    describe(host.name, () => {
      const troubles: string[] = [];
      let page: Page;
      before(async () => {
        page = await stage.open('about:blank');
        await listen(page, troubles);
        await page.goto(new URL(host.path, stage.url).href);
      });
      after(() => page.context().close());

      tellStory(
        host,
        () => page,
        () => stage,
      );

      it('nothing went wrong meanwhile: no error, no warning, no violation of the policy', () => {
        assert.deepEqual(troubles, []);
      });
    });
});

function tellStory(host: HostPage, page: () => Page, stage: () => TestStage): void {
  const press = (name: string): Promise<void> =>
    page().getByRole('navigation').getByRole('button', { name }).click();

  it('the element shows its people, under the policy to the letter', async () => {
    await sees(page().getByRole('tab', { name: 'Users', selected: true }));
    await sees(rowOf(page(), 'Adam Okafor'));
    const answer = await fetch(new URL(host.path, stage().url));
    const policy = answer.headers.get('Content-Security-Policy')!;
    assert.equal(policy.replace(/'nonce-[\w-]+' /, ''), policyOf(host));
  });

  if (host.isRendered)
    it('the tag is in what the server sends already', async () => {
      const answer = await fetch(new URL(host.path, stage().url));
      assert.match(await answer.text(), /<user-admin><\/user-admin>/);
    });

  it('two people are invited by comma-separated addresses, and each says what became of it', async () => {
    const card = page().getByRole('region', { name: 'Invite people' });
    await card.getByRole('button', { name: 'Invite user' }).click();
    const [ada, grace] = guestsOf(host);
    await card.getByLabel('E-mail addresses').fill(`Ada Lane <${ada}>, Grace Kim <${grace}>, `);
    await card.getByRole('button', { name: 'Review 2 people' }).click();
    await card.getByRole('button', { name: /^Send/ }).click();
    await sees(card.getByRole('heading', { name: '2 people invited' }));
    const results = await card.getByRole('list', { name: 'Results' }).getByRole('listitem').allInnerTexts();
    assert.deepEqual(
      results.map((text) => text.replace(/\s+/g, ' ').trim()),
      [`${ada} Invited Copy link`, `${grace} Invited Copy link`],
    );
  });

  it('the page hears of it by ua-invitation-created', () =>
    sees(page().getByRole('navigation').getByText('2 invited')));

  it('both get a mail', async () => {
    const mailbox = await stage().open('/mailbox');
    for (const guest of guestsOf(host)) await sees(mailbox.getByRole('button', { name: guest }));
    await mailbox.context().close();
  });

  it('another theme reaches it', async () => {
    assert.equal(await schemeOf(page()), 'light');
    await press('Dark');
    await sees(page().locator('user-admin[theme="dark"]'));
    assert.equal(await schemeOf(page()), 'dark');
  });

  it('another workspace reaches it, with a token for that one', async () => {
    await sees(page().getByRole('button', { name: /^Workspace: Meridian Group/ }));
    await press('Retail');
    await sees(page().getByRole('button', { name: /^Workspace: Retail/ }));
    await seesNoMore(rowOf(page(), guestsOf(host)[0]));
  });

  it('it is taken away and put back, and is as it was', async () => {
    await press('Show or hide');
    await seesNoMore(page().locator('user-admin'));
    await press('Show or hide');
    await sees(page().getByRole('button', { name: /^Workspace: Retail/ }));
    await sees(page().getByRole('tab', { name: 'Users', selected: true }));
    assert.equal(await schemeOf(page()), 'dark');
  });
}

/** The addresses that are invited on a page; other ones on each. */
function guestsOf({ name }: HostPage): readonly [string, string] {
  const domain = `${name.toLowerCase().replaceAll(/\W+/g, '-')}.example`;
  return [`ada@${domain}`, `grace@${domain}`];
}

/** Notes what the browser complains of, each violation of the policy, and whatever is asked without a token. */
async function listen(page: Page, troubles: string[]): Promise<void> {
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) troubles.push(message.text());
  });
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.startsWith('/workspaces/') && request.headers()['authorization'] === undefined)
      troubles.push(`${pathname} was asked without a token`);
  });
  page.on('pageerror', (error) => troubles.push(error.message));
  await page.exposeFunction('noteViolation', (text: string) => troubles.push(text));
  await page.addInitScript(() =>
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) =>
      (globalThis as unknown as { noteViolation(text: string): void }).noteViolation(
        `${violatedDirective} stopped ${blockedURI} ${sample}`,
      ),
    ),
  );
}

function schemeOf(page: Page): Promise<string> {
  return page.locator('user-admin').evaluate((element) => getComputedStyle(element).colorScheme);
}
