// What a tool for accessibility says of every view as it really stands on a page: with its rows, its tabs, its dialogs and its troubles.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import type { TestStage } from './testing/stage.ts';
import { createStage, rowOf, sees, seesNoMore } from './testing/stage.ts';

/** Wide and narrow, light and dark, once each; every element's own tests go through all four. */
const LOOKS = [
  { width: 1280, colorScheme: 'light' },
  { width: 360, colorScheme: 'dark' },
] as const;
/** The looks of the demo's picker, of which only the colours are new: in light and in dark, for views, and for what opens in them. */
const OTHERS = { view: { light: 'console', dark: 'paper' }, moment: { light: 'paper', dark: 'console' } };

describe('every view of the demo', () => {
  let stage: TestStage;
  let axe: string;
  before(async () => {
    stage = await createStage(['tables', 'collaborators', 'packages', 'workspaces', 'directory']);
    axe = await readFile(new URL(import.meta.resolve('axe-core/axe.min.js')), 'utf8');
  });
  after(() => stage.close());

  /** Fails with what is found in the widget and all that it opened, in each look; `open` opens again what another width closes. */
  const assertFine = async (
    page: Page,
    what: string,
    { kind = 'moment', open }: { kind?: keyof typeof OTHERS; open?: () => Promise<void> } = {},
  ) => {
    await page.evaluate(axe);
    for (const { width, colorScheme } of LOOKS) {
      await page.setViewportSize({ width, height: 900 });
      await open?.();
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      // Colours fade even where nothing moves.
      await page.waitForFunction(() =>
        document.getAnimations().every(({ playState }) => playState !== 'running'),
      );
      assert.deepEqual(await page.evaluate(findings, null), [], `${what} at ${width} px, ${colorScheme}`);
      const look = OTHERS[kind][colorScheme];
      await page.evaluate((name) => (document.documentElement.dataset['look'] = name), look);
      const unread = await page.evaluate(findings, 'color-contrast');
      assert.deepEqual(unread, [], `${what} in the look ${look}, ${colorScheme}`);
      await page.evaluate(() => (document.documentElement.dataset['look'] = 'plain'));
    }
    await page.setViewportSize({ width: 1280, height: 900 });
  };
  const open = async (path: string) => {
    // The page shows the widget in light colours unless it is asked to follow the system.
    const asked = `${path}${path.includes('?') ? '&' : '?'}theme=auto`;
    const page = await stage.open(asked, { isWatched: false });
    await sees(page.locator('user-admin').getByRole('heading', { level: 2 }));
    return page;
  };

  it('finds something where there is something, and looks at dark where it is dark, so that nothing means nothing', async () => {
    const page = await open('/app/tables/users');
    const colour = () => page.locator('user-admin').evaluate((widget) => getComputedStyle(widget).color);
    const light = await colour();
    await page.emulateMedia({ colorScheme: 'dark' });
    assert.notEqual(await colour(), light);
    await page.evaluate(axe);
    await page.locator('user-admin').evaluate((widget) => {
      widget.append(Object.assign(document.createElement('img'), { src: '/page/icon.svg', slot: 'dialogs' }));
      widget.shadowRoot!.append(document.createElement('button'));
    });
    assert.notDeepEqual(await page.evaluate(findings, null), []);
    await page.context().close();
  });

  for (const [policy, views] of [
    ['tables', ['users', 'permissions']],
    ['collaborators', ['users', 'collaborators', 'permissions']],
    ['packages', ['users', 'permissions', 'reviews', 'audit']],
    ['workspaces', ['users', 'permissions', 'reviews', 'audit']],
    ['directory', ['users', 'permissions', 'reviews', 'audit', 'settings']],
  ] as const)
    for (const view of views)
      it(`axe finds nothing in ${view} of ${policy}`, async () => {
        const page = await open(`/app/${policy}/${view}`);
        await assertFine(page, view, { kind: 'view' });
        await page.context().close();
      });

  it('axe finds nothing while people are picked, asked about and looked at', async () => {
    const page = await open('/app/tables/users');
    const row = rowOf(page, 'Adam Okafor');
    await row.getByRole('checkbox').check();
    await assertFine(page, 'a selection');
    const openMenu = async () => {
      await row.getByRole('button', { name: 'Actions for Adam Okafor' }).click();
      await sees(page.getByRole('menu'));
    };
    await assertFine(page, 'a menu', { open: openMenu });
    await openMenu();
    await page.getByRole('menuitem', { name: 'Deactivate' }).click();
    await sees(page.getByRole('dialog', { name: 'Deactivate Adam Okafor?' }));
    await assertFine(page, 'a question');
    await page.getByRole('button', { name: 'Cancel' }).click();
    await seesNoMore(page.getByRole('dialog'));
    await row.getByRole('button', { name: 'Adam Okafor', exact: true }).click();
    await sees(page.getByRole('dialog'));
    await assertFine(page, 'a person');
    await page.context().close();
  });

  it('axe finds nothing in the forms that make and change people, empty and with what is missing', async () => {
    for (const [policy, label] of [
      ['packages', 'Add user'],
      ['directory', 'New user'],
    ] as const) {
      const page = await open(`/app/${policy}/users`);
      await page.getByRole('button', { name: label }).click();
      await sees(page.getByRole('dialog', { name: label }));
      await assertFine(page, label);
      await page
        .locator('ua-person-form')
        .getByRole('button', { name: /^(?:Add user|Save)$/ })
        .click();
      await sees(page.locator('ua-person-form').getByRole('alert'));
      await assertFine(page, `${label}, with what is missing`);
      await page.keyboard.press('Escape');
      await seesNoMore(page.getByRole('dialog'));
      await page.getByRole('button', { name: 'Edit Adam Okafor' }).click();
      await sees(page.getByRole('dialog', { name: 'Edit Adam Okafor' }));
      await assertFine(page, `${policy}, an edit`);
      await page.context().close();
    }
  });

  it('axe finds nothing in an invitation into several workspaces, and in the page of a person', async () => {
    const page = await open('/app/workspaces/users');
    await page.getByRole('button', { name: 'Invite user' }).click();
    const card = page.getByRole('region', { name: 'Invite people' });
    await card.getByLabel('E-mail addresses').fill('ann@gmail.com, ');
    await card.getByRole('textbox', { name: 'Name', exact: true }).fill('Ann Lee');
    await card.getByRole('button', { name: 'Add another workspace' }).click();
    await card.getByLabel('Workspace', { exact: true }).selectOption({ label: 'Retail' });
    await assertFine(page, 'two workspaces');
    await card.getByRole('button', { name: /^Review/ }).click();
    await sees(card.getByRole('region', { name: 'Check before you send' }));
    await assertFine(page, 'the review');
    await rowOf(page, 'Adam Okafor').getByRole('button', { name: 'Adam Okafor', exact: true }).click();
    await page.getByRole('button', { name: 'Open page' }).click();
    await sees(page.getByRole('heading', { name: 'Changes' }));
    await assertFine(page, 'a person’s page');
    await page.context().close();
  });

  it('axe finds nothing after inviting, good and bad addresses together', async () => {
    const page = await open('/app/collaborators/collaborators');
    const card = page.getByRole('region', { name: 'Invite people' });
    await card
      .getByLabel('E-mail addresses')
      .fill('ann@new.example, olivia@meridian.example, not an address, ');
    await assertFine(page, 'chips');
    await card.getByRole('button', { name: 'Invite 2 people' }).click();
    await sees(card.getByRole('list', { name: 'Results' }));
    await assertFine(page, 'results');
    await page.context().close();
  });

  it('axe finds nothing in rights that are not saved yet', async () => {
    const page = await open('/app/tables/permissions');
    await page.getByRole('checkbox', { name: 'Delete Bikes', exact: true }).click();
    await sees(page.getByRole('button', { name: /^Save/ }));
    await assertFine(page, 'a staged edit');
    await page.context().close();
  });

  it('axe finds nothing where nobody matches, the connection is gone, or nothing may be seen', async () => {
    const page = await open('/app/tables/users?filter=search%3Dzzzz');
    await sees(page.getByText('Nobody matches'));
    await assertFine(page, 'no match');
    await page.context().setOffline(true);
    await page.getByRole('tab', { name: 'Permissions' }).click();
    await sees(page.getByText('could not be loaded').or(page.getByText('No connection')));
    await assertFine(page, 'offline');
    await page.context().close();
    const shut = await stage.open('/strict.html?policy=tables&as=member', { isWatched: false });
    await sees(shut.getByText('You do not have access to this'));
    await assertFine(shut, 'shut');
    await shut.context().close();
  });
});

/** What axe finds in the widget, by all of its rules or by `rule` alone; runs in the page. */
async function findings(rule: string | null): Promise<string[]> {
  type Findings = { violations: { id: string; nodes: { target: unknown[] }[] }[] };
  const { axe } = globalThis as unknown as {
    axe: { run(where: unknown, options: object): Promise<Findings> };
  };
  const { violations } = await axe.run(document.querySelector('user-admin'), {
    // What is fine need not be described.
    resultTypes: ['violations'],
    ...(rule !== null && { runOnly: [rule] }),
  });
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => String(target.at(-1))).join(' | ')}`,
  );
}
