// An enterprise directory: made with a username and roles, in by it, switched off in a form, and then known by a provider alone.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import type { TestStage } from './testing/stage.ts';
import { createStage, rowOf, sees, seesNoMore } from './testing/stage.ts';

const FIRST = 'Rim&tyre-7';
const OWN = 'Along_the_coast-88';

describe('somebody in a directory', () => {
  let stage: TestStage;
  let admin: Page;
  let lena: Page;
  before(async () => {
    stage = await createStage(['directory']);
    admin = await stage.open('/app/directory/users');
    lena = await stage.open('/directory/sign-in?workspace=meridian-directory');
  });
  after(() => stage.close());

  const form = () => admin.locator('ua-person-form');
  const field = (name: string | RegExp) => form().getByRole('textbox', { name });
  const find = async (name: string) => {
    await admin.getByRole('searchbox', { name: 'Search by name, username or e-mail' }).fill(name);
    await sees(rowOf(admin, name));
    await sees(admin.getByText('1 person matches'));
    return rowOf(admin, name);
  };
  const signIn = async (who: string, password: string) => {
    await lena.goto(new URL('/directory/sign-in?workspace=meridian-directory', stage.url).href);
    await lena.getByLabel('E-mail address or username').fill(who);
    await lena.getByLabel('Password').fill(password);
    await lena.getByRole('button', { name: 'Sign in', exact: true }).click();
  };
  const setActive = async (isActive: boolean) => {
    await (await find('Lena Hart')).getByRole('button', { name: 'Edit Lena Hart' }).click();
    await form().getByRole('switch', { name: 'Active' }).setChecked(isActive);
    await form().getByRole('button', { name: 'Save' }).click();
    await seesNoMore(admin.getByRole('dialog'));
  };

  it('stands in a list of username, name, address, workspace and role, last sign-in and status (D14, D15, D16, D17, D18, D19)', async () => {
    await sees(admin.getByRole('columnheader'));
    assert.deepEqual(
      (await admin.getByRole('columnheader').allInnerTexts()).map((text) => text.trim()).filter(Boolean),
      ['Username', 'Name', 'E-mail', 'Roles', 'Last sign-in', 'Status', 'Actions'],
    );
    const row = await find('Amara Diallo');
    assert.deepEqual(
      (await row.getByRole('gridcell').allInnerTexts())
        .slice(1, 7)
        .map((text) => text.replace(/\s+/g, ' ').trim()),
      ['amara', 'AD Amara Diallo', 'amara@meridian.example', 'Meridian: Designer +2', '1 hour ago', 'Active'],
    );
    // What the column has no room for is told all the same.
    const roles = row.getByRole('button', {
      name: 'Role of Amara Diallo in Meridian: Designer +2 (Designer, Approver, Analyst)',
    });
    assert.equal(await roles.getAttribute('title'), 'Designer, Approver, Analyst');
  });

  it('is made by a form with a username, names, a department, roles and a switch (D1, D8, D20, D23, D24, D25, D26, D27)', async () => {
    await admin.getByRole('button', { name: 'New user' }).click();
    await sees(form().getByText('A name to sign in with, beside the address.'));
    await sees(form().getByText('Describes the person and grants nothing.'));
    await form().getByRole('switch', { name: 'Active', checked: true }).waitFor();
    await form()
      .getByRole('checkbox', { name: /^Employee/ })
      .uncheck();
    await form().getByRole('button', { name: 'Save' }).click();
    for (const name of [/^Username/, /^E-mail/])
      assert.equal(await field(name).getAttribute('aria-invalid'), 'true');
    await field(/^Username/).fill('lena.hart');
    await field(/^E-mail/).fill('lena@meridian.example');
    await field('First name').fill('Lena');
    await field('Last name').fill('Hart');
    await field('Department').fill('Sales');
  });

  it('needs a password with four classes, twice the same, and at least one role (D27, D33, D34)', async () => {
    const rules = form().getByRole('list', { name: 'The password needs' });
    await field(/^First password required/).fill('rimtyre7');
    assert.deepEqual(
      (await rules.getByRole('listitem').allInnerTexts()).filter((text) => text.includes('missing')).length,
      2,
      'an upper case letter and a special character',
    );
    await field(/^First password required/).fill(FIRST);
    await field(/^First password, again/).fill('Rim&tyre-8');
    await form().getByRole('button', { name: 'Save' }).click();
    await sees(
      form()
        .getByText(/not the same|do not match|differ/)
        .first(),
    );
    await field(/^First password, again/).fill(FIRST);
    await form().getByRole('button', { name: 'Save' }).click();
    await sees(form().getByText('Choose at least one role.'));
    for (const role of [/^Approver/, /^Analyst/]) await form().getByRole('checkbox', { name: role }).check();
    await form().getByRole('button', { name: 'Save' }).click();
    await seesNoMore(admin.getByRole('dialog'));
    await sees((await find('Lena Hart')).getByText('Approver, Analyst'));
  });

  it('signs in by the username, chooses a password of their own, and finds what the roles grant (D2, D5, D22)', async () => {
    await signIn('lena.hart', FIRST);
    await sees(lena.getByRole('heading', { name: 'Choose your own password' }));
    await lena.getByLabel('New password', { exact: true }).fill(OWN);
    await lena.getByLabel('New password, once more').fill(OWN);
    await lena.getByRole('button', { name: 'Save password' }).click();
    await lena.waitForURL(/\/app\//);
    await sees(lena.getByText('(not_granted)'));
  });

  it('is edited with the username locked, and nowhere deleted (D9, D22, D29)', async () => {
    await (await find('Lena Hart')).getByRole('button', { name: 'Edit Lena Hart' }).click();
    assert.equal(await field('Username').isEditable(), false);
    await sees(form().getByText('A username stays once it is set.'));
    await field('Department').fill('Service');
    await form().getByRole('button', { name: 'Save' }).click();
    await seesNoMore(admin.getByRole('dialog'));
    await admin.getByRole('button', { name: 'Actions for Lena Hart' }).click();
    await sees(admin.getByRole('menuitem'));
    const deeds = await admin.getByRole('menuitem').allInnerTexts();
    assert.ok(!deeds.some((deed) => /remove|delete/i.test(deed)), deeds.join());
    await admin.keyboard.press('Escape');
  });

  it('is switched off by the switch and a save, and cannot sign in; on again, they can (D26, D35, D36, D37)', async () => {
    await setActive(false);
    await sees(rowOf(admin, 'Lena Hart').getByText('Deactivated'));
    await signIn('lena.hart', OWN);
    await sees(lena.getByRole('alert'));
    await setActive(true);
    await sees(rowOf(admin, 'Lena Hart').getByText('Active', { exact: true }));
    await sees(rowOf(admin, 'Lena Hart').getByText('Approver, Analyst'));
    await signIn('lena.hart', OWN);
    await lena.waitForURL(/\/app\//);
  });

  it('has a page that says how often they came, and where a password is reset (D32, D38, D39, D40, D41, D42)', async () => {
    await (await find('Amara Diallo')).getByRole('button', { name: 'Amara Diallo', exact: true }).click();
    await admin.getByRole('button', { name: 'Open page' }).click();
    for (const term of ['Last sign-in', 'Last 7 days', 'Last 30 days', 'Last 365 days'])
      await sees(admin.getByText(term, { exact: true }).last());
    await sees(admin.getByRole('button', { name: 'Reset password' }).first());
  });

  it('comes from a provider alone once that is switched on: nobody is made by hand (D4, D21, D31)', async () => {
    await admin.goto(new URL('/app/directory/settings', stage.url).href);
    const authentication = admin.getByRole('switch', { name: 'External authentication' });
    await authentication.click();
    await admin.getByRole('button', { name: 'Switch on', exact: true }).click();
    await sees(admin.getByRole('switch', { name: 'External authentication', checked: true }));
    assert.equal(await admin.getByRole('switch', { name: 'External authorization' }).isChecked(), false);
    await admin.goto(new URL('/app/directory/users', stage.url).href);
    await sees(rowOf(admin, 'Adam Okafor'));
    await seesNoMore(admin.getByRole('button', { name: 'New user' }));
  });

  it('is let in by the provider at the first sign-in, with the role that was set, their name is locked, and there is no password to reset (D10, D13, D30)', async () => {
    const nina = await stage.open('/directory/sign-in?workspace=meridian-directory');
    await nina.getByRole('link', { name: 'Sign in with Meridian ID' }).click();
    await nina.getByRole('link', { name: /Nina Roth/ }).click();
    await nina.waitForURL(/\/app\//);
    const row = await find('Nina Roth');
    await sees(row.getByText('Employee'));
    await sees(row.getByRole('button', { name: 'Edit Nina Roth' }));
    assert.equal(await row.getByRole('button', { name: 'Change the password of Nina Roth' }).count(), 0);
    await row.getByRole('button', { name: 'Edit Nina Roth' }).click();
    for (const name of ['First name', 'Last name']) assert.equal(await field(name).isEditable(), false, name);
    assert.equal(await form().getByRole('switch', { name: 'Active' }).isEnabled(), true);
  });
});
