// Hosts with menus of their own, each view of the widget by itself where the host wants it, with nothing but what a person can see.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import type { TestStage } from './testing/stage.ts';
import { createStage, sees } from './testing/stage.ts';

describe('a view of the widget in a menu of the host', () => {
  let stage: TestStage;
  before(async () => {
    stage = await createStage(['tables', 'collaborators', 'packages', 'workspaces', 'directory']);
  });
  after(() => stage.close());

  const main = (page: Page) => page.getByRole('navigation', { name: 'Main' });
  /** The view stands there alone, at `path`, and does so again for whoever comes by its address. */
  const standsAlone = async (page: Page, path: string, heading: string) => {
    for (const visit of ['by the menu', 'by the address']) {
      await sees(page.getByRole('heading', { name: heading, exact: true }));
      assert.equal(new URL(page.url()).pathname, path, visit);
      assert.equal(await page.getByRole('tab').count(), 0, 'the menu of the host is the only one');
      await page.reload();
    }
  };

  it('stands behind the avatar, among the cards of a dashboard, with people and table rights a card each (T1, T2, T3)', async () => {
    const page = await stage.open('/product/tables');
    await page.getByText('Owner: Olivia Marsh').click();
    await page.getByRole('navigation', { name: 'You' }).getByRole('link', { name: 'Admin' }).click();
    await page.getByRole('main').getByRole('link', { name: 'User Management' }).click();
    await standsAlone(page, '/product/tables/sys/users', 'People');
    await sees(page.getByRole('region', { name: 'Invite people' }));
    await page.getByText('Owner: Olivia Marsh').click();
    await page.getByRole('link', { name: 'Table permissions' }).click();
    await standsAlone(page, '/product/tables/sys/permissions', 'Rights on tables');
    await sees(page.getByRole('grid', { name: 'Rights of Staff on tables' }));
  });

  it('is an entry of the main menu, one click from the home page (P3)', async () => {
    const page = await stage.open('/product/packages');
    await main(page).getByRole('link', { name: 'Users' }).click();
    await standsAlone(page, '/product/packages/users', 'People');
    await sees(main(page).getByRole('link', { name: 'Users' }).and(page.locator('[aria-current]')));
  });

  it('stands beside roles, under Roles & Permissions (W16)', async () => {
    const page = await stage.open('/product/workspaces');
    await main(page).getByRole('link', { name: 'Roles & Permissions' }).click();
    await main(page).getByRole('link', { name: 'Users' }).click();
    await standsAlone(page, '/product/workspaces/access/users', 'People');
    await main(page).getByRole('link', { name: 'Roles', exact: true }).click();
    await standsAlone(page, '/product/workspaces/access/roles', 'What each role can do');
  });

  it('is a tab of the dashboard of a project, which shows that project’s people (C1)', async () => {
    const page = await stage.open('/product/collaborators');
    await main(page).getByRole('link', { name: 'Collaborators' }).click();
    await standsAlone(page, '/product/collaborators/collaborators', 'Invite people');
    await sees(page.getByText('felix.brandt@brightspoke.example'));
  });

  it('stands among the settings (D7)', async () => {
    const page = await stage.open('/product/directory');
    await main(page).getByRole('link', { name: 'Settings' }).click();
    await page.getByRole('main').getByRole('link', { name: 'Users' }).click();
    await standsAlone(page, '/product/directory/settings/users', 'People');
  });

  it('lets nobody close or reload the page over what they have not saved, unless they say so (T32)', async () => {
    const page = await stage.open('/product/tables/sys/permissions');
    const box = page.getByRole('grid').getByRole('checkbox').nth(-1);
    const wasOn = await box.isChecked();
    await box.click();
    await sees(page.getByText('1 unsaved change'));
    for (const leave of [
      () => page.evaluate(() => void setTimeout(() => location.reload())),
      () => page.close({ runBeforeUnload: true }),
    ]) {
      const [question] = await Promise.all([page.waitForEvent('dialog'), leave()]);
      assert.equal(question.type(), 'beforeunload');
      await question.dismiss();
      assert.equal(await box.isChecked(), !wasOn, 'what was not saved is there still');
    }
    page.once('dialog', (question) => void question.accept());
    await Promise.all([page.waitForEvent('close'), page.close({ runBeforeUnload: true })]);
  });

  it('opens for whoever may, and hands everybody else to the home page of the host (T4, T5, P2, D3)', async () => {
    for (const [path, as, home] of [
      ['tables/sys/users', 'staff', '/product/tables'],
      ['packages/users', 'user', '/product/packages'],
      ['directory/settings/users', 'employee', '/product/directory'],
    ] as const) {
      const page = await stage.open(`/product/${path}?as=${as}`);
      await page.waitForURL((url) => url.pathname === home);
      await sees(page.getByText('A page of the product itself.'));
      await page.context().close();
    }
  });

  it('links to what each role can do, to the API, and to help, as the host says (T14, P56, W62)', async () => {
    for (const path of ['tables/sys/users', 'packages/users', 'workspaces/access/users']) {
      const page = await stage.open(`/product/${path}`);
      for (const [link, heading] of [
        ['What each role can do', 'What each role can do at Meridian Bikes'],
        ['API', 'Inviting by program'],
        ['Help', 'Mailbox'],
      ] as const) {
        const opened = page.context().waitForEvent('page');
        await page.getByRole('link', { name: link, exact: true }).click();
        await sees((await opened).getByRole('heading', { name: heading }));
        await (await opened).close();
      }
      await page.context().close();
    }
  });
});
