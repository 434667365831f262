// A dealer's year in the portal: added with a password and packages, in, changed, switched off; with nothing but what a person can see.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import type { TestStage } from './testing/stage.ts';
import { createStage, rowOf, sees, seesNoMore } from './testing/stage.ts';

const PIA = 'pia@dealer.example';
const FIRST = 'rim & tyre';
const OWN = 'a long ride along the coast';

describe('a dealer of the portal', () => {
  let stage: TestStage;
  let admin: Page;
  let pia: Page;
  before(async () => {
    stage = await createStage(['packages']);
    admin = await stage.open('/app/packages/users');
    pia = await stage.open('/packages/sign-in?workspace=meridian-portal');
  });
  after(() => stage.close());

  const find = async (name: string) => {
    await admin.getByLabel(/^Search by name/).fill(name);
    await sees(rowOf(admin, name));
    await sees(admin.getByText('1 person matches'));
    return rowOf(admin, name);
  };
  const field = (name: string | RegExp) => admin.getByRole('textbox', { name });
  const fillPassword = async (password: string) => {
    for (const name of [/^First password required/, /^First password, again/])
      await field(name).fill(password);
  };
  const save = (name: string) => admin.locator('ua-person-form').getByRole('button', { name }).click();
  const signIn = async (password: string) => {
    await pia.goto(new URL('/packages/sign-in?workspace=meridian-portal', stage.url).href);
    await pia.getByLabel('E-mail address').fill(PIA);
    await pia.getByLabel('Password').fill(password);
    await pia.getByRole('button', { name: 'Sign in', exact: true }).click();
  };

  it('stands in a list of name, address, role, status and the number of packages (P4, P5, P6, P7, P8, P29)', async () => {
    const heads = admin.getByRole('columnheader');
    await sees(heads);
    assert.deepEqual(
      (await heads.allInnerTexts()).map((text) => text.trim()).filter((text) => text !== ''),
      ['Name', 'E-mail', 'Role', 'Status', 'Packages', 'Actions'],
    );
    const cells = async (name: string) =>
      (await (await find(name)).getByRole('gridcell').allInnerTexts()).map((text) => text.trim());
    const amara = await cells('Amara Diallo');
    assert.deepEqual([amara[2], amara[4], amara[5]], ['amara@meridian.example', 'Active', '5']);
    assert.equal(await admin.getByLabel('Role of Amara Diallo').inputValue(), 'user');
    const dana = await cells('Dana Whitfield');
    assert.deepEqual([dana[2], dana[4], dana[5]], ['dana@meridian.example', 'Inactive', '3']);
  });

  it('is added by a form that says what each field means and what is missing in it (P9, P10, P11, P12, P13, P17, P52, P53)', async () => {
    await admin.getByRole('button', { name: 'Add user' }).click();
    await sees(admin.getByRole('dialog', { name: 'Add user' }));
    for (const meaning of [
      'How the person appears to others.',
      'Choose carefully: the address cannot be changed later.',
      'Manages people and their packages, and has every package.',
      'Hand it over yourself; it is in no mail.',
    ])
      await sees(admin.getByText(meaning));
    await save('Add user');
    for (const name of [/^Name/, /^E-mail/, /^First password required/])
      assert.equal(await field(name).getAttribute('aria-invalid'), 'true', String(name));
    const isWrong = (name: RegExp) => sees(field(name).and(admin.locator('[aria-invalid="true"]')));
    await field(/^Name/).fill('Pia Brandt');
    await field(/^E-mail/).fill('pia at dealer.example');
    await fillPassword('abc');
    await save('Add user');
    await isWrong(/^First password required/);
    const rules = await admin.getByRole('list', { name: 'The password needs' }).innerText();
    assert.match(rules, /At least 6 characters\s*, still missing/);
    await fillPassword(FIRST);
    await save('Add user');
    await isWrong(/^E-mail/);
    assert.equal(await field(/^Name/).inputValue(), 'Pia Brandt', 'nothing that was typed is lost');
  });

  it('is refused under an address that is here already, in words at the field (P51)', async () => {
    await field(/^E-mail/).fill('adam@meridian.example');
    await save('Add user');
    await sees(admin.getByText(/already/).first());
    assert.equal(await field(/^E-mail/).getAttribute('aria-invalid'), 'true');
  });

  it('comes with a first password and packages in one step (P14, P37, P38, P41)', async () => {
    await field(/^E-mail/).fill(PIA);
    await sees(
      admin.getByRole('checkbox', { name: 'Has to be changed at the first sign-in', checked: true }),
    );
    for (const name of ['Price lists', 'Catalogue']) await admin.getByRole('checkbox', { name }).check();
    await sees(admin.getByText('2 of 9', { exact: true }));
    await save('Add user');
    await seesNoMore(admin.getByRole('dialog'));
    const row = await find('Pia Brandt');
    await sees(row.getByText('Active', { exact: true }));
    assert.equal(await row.getByRole('gridcell').nth(5).innerText(), '2');
  });

  it('signs in with the password that was handed over, and must choose another before anything else (P12, P37)', async () => {
    await signIn(FIRST);
    await sees(pia.getByRole('heading', { name: 'Choose your own password' }));
    await pia.getByLabel('New password', { exact: true }).fill(OWN);
    await pia.getByLabel('New password, once more').fill(OWN);
    await pia.getByRole('button', { name: 'Save password' }).click();
    await pia.waitForURL(/\/app\//);
    await sees(pia.getByText(/^ua-forbidden|not open to you \(not_granted\)/).first());
  });

  it('has no business in user management, and reaches their own account (P2, P54, P57)', async () => {
    await pia.goto(new URL('/app/packages/account?as=browser', stage.url).href);
    await sees(pia.getByRole('heading', { name: 'Profile' }));
    await sees(pia.getByText(PIA));
    assert.equal(await pia.getByRole('tab', { name: 'Users' }).count(), 0);
  });

  it('is edited by the pencil of the row; the address is shown, locked, and says why (P18, P19, P20, P21, P55)', async () => {
    await admin.getByRole('button', { name: 'Edit Pia Brandt' }).click();
    await sees(admin.getByRole('dialog', { name: 'Edit Pia Brandt' }));
    assert.equal(await field(/^E-mail/).isEditable(), false);
    assert.equal(await field(/^E-mail/).inputValue(), PIA);
    await sees(admin.getByText('The address stays as it is'));
    await field(/^Name/).fill('Pia Brandt-Voss');
    await admin.getByRole('checkbox', { name: /^Spare parts/ }).check();
    await save('Update user');
    await seesNoMore(admin.getByRole('dialog'));
    await admin.reload();
    const row = await find('Pia Brandt-Voss');
    assert.equal(await row.getByRole('gridcell').nth(5).innerText(), '3');
  });

  it('is switched off by one click, is out at once, and cannot sign in (P25, P26, P28)', async () => {
    const toggle = admin.getByRole('switch', { name: 'Pia Brandt-Voss is active' });
    await toggle.click();
    await sees(rowOf(admin, 'Pia Brandt-Voss').getByText('Inactive'));
    assert.equal(await admin.getByRole('dialog').count(), 0, 'nothing was asked');
    await pia.reload();
    await seesNoMore(pia.getByRole('heading', { name: 'Profile' }));
    await signIn(OWN);
    await sees(pia.getByRole('alert'));
  });

  it('is switched on by the same control, with all they had (P27)', async () => {
    await admin.getByRole('switch', { name: /^Pia Brandt-Voss/ }).click();
    const row = rowOf(admin, 'Pia Brandt-Voss');
    await sees(row.getByText('Active', { exact: true }));
    assert.equal(await row.getByRole('gridcell').nth(5).innerText(), '3');
    await signIn(OWN);
    await pia.waitForURL(/\/app\//);
  });

  it('is among the selected when the head selects everybody, which is offered to those alone who may change people (P33, P34, P35, P36)', async () => {
    await admin.getByLabel(/^Search by name/).fill('');
    await sees(admin.getByText('41 people'));
    await admin.getByRole('checkbox', { name: 'Select the people loaded' }).check();
    await sees(
      admin.getByRole('group', { name: 'Actions for the selected people' }).getByText('41 selected'),
    );
    await sees(admin.getByRole('checkbox', { name: 'Select Adam Okafor', checked: true }));
    const user = await stage.open('/app/packages/users?as=user');
    await sees(user.getByRole('heading', { name: 'Home screen' }));
    assert.equal(await user.getByRole('checkbox').count(), 0);
  });
});
