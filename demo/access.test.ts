// Who may do what on the demo, as people meet it: reasons to read, the home screen, links that prove nothing.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { UserAdminElement } from '../widget/index.ts';
import type { TestStage } from './testing/stage.ts';
import { createStage, rowOf, sees, seesNoMore } from './testing/stage.ts';

describe('people of the demo', () => {
  let stage: TestStage;
  before(async () => {
    stage = await createStage();
  });
  after(() => stage.close());

  it('an admin cannot touch an owner and reads why (T13, T16, T18, T26, T27)', async () => {
    const page = await stage.open('/app/tables/users?as=admin&filter=role%3Downer%2Cadmin');
    const owner = page.getByRole('grid').getByRole('row').filter({ hasText: 'Olivia Marsh' });
    const role = owner.getByLabel('Role of Olivia Marsh');
    await sees(role);
    await role.focus();
    await sees(page.getByText('This person has a role that is not yours to manage.').first());
    await owner.getByRole('button', { name: 'Actions for Olivia Marsh' }).click();
    await page.getByRole('menuitem', { name: 'Deactivate' }).focus();
    assert.equal(
      await page.getByRole('menuitem', { name: 'Deactivate' }).getAttribute('aria-disabled'),
      'true',
    );
    await sees(
      page.getByText('This person has a role that is not yours to manage.').filter({ visible: true }),
    );
    await page.keyboard.press('Escape');
    await seesNoMore(page.getByRole('menu'));
    await page.getByLabel('Role of Adam Okafor').focus();
    await sees(page.getByText('You cannot do this to yourself.').first());
  });

  it('an admin sees people before the code with the reasons has come, and reads them once it has', async () => {
    const page = await stage.open('/api');
    let letCome = (): void => {};
    const late = new Promise<void>((resolve) => (letCome = resolve));
    await page.route('**/cdn/ua-reasons-*', async (route) => {
      await late;
      await route.continue();
    });
    await page.goto(new URL('/app/tables/users?as=admin&filter=role%3Downer', stage.url).href);
    const role = page.getByLabel('Role of Olivia Marsh');
    const reason = 'This person has a role that is not yours to manage.';
    await sees(role);
    assert.notEqual(await role.getAttribute('aria-description'), reason);
    letCome();
    await sees(page.locator('ua-member-grid').locator(`[aria-description="${reason}"]`));
  });

  it('a page that opens the invite card is told where its code cannot be fetched (T7)', async () => {
    const page = await stage.open('/api');
    await page.route('**/cdn/ua-behind-*', (route) => route.abort());
    await page.goto(new URL('/app/tables/users', stage.url).href);
    await sees(rowOf(page, 'Adam Okafor'));
    const told = await page.locator('user-admin').evaluate(async (widget: UserAdminElement) => {
      const codes: string[] = [];
      widget.addEventListener('ua-error', ({ code }) => codes.push(code));
      return [await widget.openInvite({ addresses: 'ada@example.com' }), codes];
    });
    assert.deepEqual(told, [false, ['offline']]);
  });

  it('a view that was asked for without a connection is there as soon as there is one', async () => {
    const page = await stage.open('/app/tables/users');
    await sees(page.getByRole('region', { name: 'Invite people' }));
    await page.context().setOffline(true);
    await page.getByRole('tab', { name: 'Permissions' }).click();
    await sees(page.getByRole('button', { name: 'Try again' }));
    await page.context().setOffline(false);
    await sees(page.getByRole('grid', { name: 'Rights of Staff on tables' }));
  });

  it('what is only needed for one deed comes as soon as there is a connection, though it was asked for without one', async () => {
    const page = await stage.open('/app/tables/users');
    await sees(page.getByRole('region', { name: 'Invite people' }));
    const start = page.getByRole('button', { name: 'Export', exact: true });
    await page.context().setOffline(true);
    await sees(page.getByText('You appear to be offline.'));
    await start.click();
    await sees(
      page.getByRole('alert').filter({ hasText: 'The server could not be reached. Check your connection.' }),
    );
    await page.context().setOffline(false);
    await seesNoMore(page.getByText('You appear to be offline.'));
    await start.click();
    await sees(page.getByRole('dialog', { name: /Export/ }));
  });

  it('an admin invites into the lower roles only (T11, T12)', async () => {
    const choices = async (as: string) => {
      const page = await stage.open(`/app/tables/users?as=${as}`);
      const options = page
        .getByRole('region', { name: 'Invite people' })
        .getByLabel('Role', { exact: true })
        .getByRole('option', { disabled: false });
      await options.first().waitFor({ state: 'attached' });
      return options.allInnerTexts();
    };
    assert.deepEqual(
      (await choices('owner')).map((text) => text.trim()),
      ['Owner', 'Admin', 'Staff', 'Member'],
    );
    assert.deepEqual(
      (await choices('admin')).map((text) => text.trim()),
      ['Staff', 'Member'],
    );
  });

  it('everybody else lands on the home screen of the host, and the page says so (T4, T5, T20)', async () => {
    const codes = {
      staff: 'not_granted',
      member: 'not_granted',
      deactivated: 'actor_deactivated',
      stranger: 'not_a_member',
      browser: 'not_signed_in',
    };
    for (const [as, code] of Object.entries(codes)) {
      const page = await stage.open(`/app/tables/users?as=${as}`);
      await sees(page.getByRole('heading', { name: 'Home screen' }));
      await sees(page.getByText(`user management is not open to you (${code})`));
      assert.equal(new URL(page.url()).pathname, '/app/tables/home');
      await page.context().close();
    }
  });

  it('a view has an address: it follows the tabs, survives a reload and goes back (T3, T6)', async () => {
    const page = await stage.open('/app/tables/users');
    await page.getByRole('tab', { name: 'Permissions' }).click();
    await page.waitForURL('**/app/tables/permissions');
    await page.reload();
    await sees(page.getByRole('tab', { name: 'Permissions', selected: true }));
    await page.goBack();
    await sees(page.getByRole('tab', { name: 'Users', selected: true }));
    await page.getByLabel(/^Search by name/).fill('Jan Nov');
    await page.waitForURL(/filter=search%3DJan/);
    await page.reload();
    await sees(page.getByText('2 people match'));
  });

  it('somebody who may see nothing here becomes somebody who may, without a reload of the page', async () => {
    const page = await stage.open('/app/tables/users?as=member');
    await sees(page.getByRole('heading', { name: 'Home screen' }));
    await page.getByLabel('Who am I').selectOption('Admin: Adam Okafor');
    await sees(page.getByRole('tab', { name: 'Users', selected: true }));
  });

  it('a copied link adds nobody to an account that exists, and opens no session for it (SEC_B25, C6)', async () => {
    const owner = await stage.open('/app/collaborators/collaborators');
    await owner.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const card = owner.getByRole('region', { name: 'Invite people' });
    await card.getByLabel('E-mail addresses').fill('lea@brightspoke.example, ');
    await card.getByRole('button', { name: 'Invite 1 person' }).click();
    await card.getByRole('button', { name: 'Copy link for lea@brightspoke.example' }).click();
    await sees(owner.getByText('Link copied').first());
    const link = await owner.evaluate(() => navigator.clipboard.readText());

    const finder = await stage.open(link);
    await sees(finder.getByText('lea@brightspoke.example already has an account.'));
    assert.equal(await finder.getByRole('button', { name: 'Accept invitation' }).count(), 0);
    const after = await stage.open('/app/collaborators/users?as=browser', { inside: finder.context() });
    await sees(after.getByText('(not_signed_in)'));
  });

  it('whoever accepted is signed in on the host’s page by the session of their browser (T10)', async () => {
    const mailbox = await stage.open('/mailbox');
    await mailbox.getByRole('button', { name: 'Spring catalogue zoe@meridian.example' }).click();
    const link = await mailbox
      .getByRole('article')
      .getByRole('link', { name: /invitation/ })
      .textContent();
    const zoe = await stage.open(link!);
    await zoe.getByRole('button', { name: 'Accept invitation' }).click();
    await zoe.getByRole('link', { name: 'Continue' }).click();
    await sees(zoe.getByRole('heading', { name: 'What each role can do' }));
    assert.equal(await zoe.getByRole('tab').count(), 0, 'an editor sees what roles may do, and no more');
  });
});
