// Packages given to people on the demo, from the panel, in the form and for several at once, and what is said of why.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import type { TestStage } from './testing/stage.ts';
import { createStage, rowOf, sees, seesNoMore } from './testing/stage.ts';

describe('packages given on the demo', () => {
  let stage: TestStage;
  before(async () => {
    stage = await createStage(['packages']);
  });
  after(() => stage.close());

  /** The list with only whom `search` finds, so that they stand in the first rows. */
  const openList = (search: string) =>
    stage.open(`/app/packages/users?as=owner&filter=${encodeURIComponent(`search=${search}`)}`);
  const numberOf = (page: Page, name: string, number: number): Locator =>
    rowOf(page, name)
      .getByRole('gridcell')
      .filter({ hasText: new RegExp(`^${number}$`) });
  const panelOf = async (page: Page, name: string) => {
    await rowOf(page, name).getByRole('button', { name }).first().click();
    await sees(page.getByRole('dialog', { name }));
    const panel = page.locator('ua-member-resources');
    await sees(panel.getByRole('group', { name: 'Packages' }));
    return panel;
  };

  it('P8 P31 P47 P50 an admin reads why a package is not there, gives it, and takes another away', async () => {
    const page = await openList('Stella');
    await sees(numberOf(page, 'Stella Lindqvist', 3));
    const panel = await panelOf(page, 'Stella Lindqvist');
    await sees(panel.getByText('3 of 9', { exact: true }));
    await sees(panel.getByRole('checkbox', { name: 'Dealer events Added later, not included' }));
    await sees(panel.getByRole('checkbox', { name: 'Marketing kit Made by this person' }));
    await panel.getByRole('checkbox', { name: 'Catalogue Assigned' }).uncheck();
    await panel.getByRole('checkbox', { name: /^Dealer events/ }).check();
    await panel.getByRole('checkbox', { name: /^Spare parts/ }).check();
    await panel.getByRole('button', { name: 'Save', exact: true }).click();
    await sees(page.getByText('The packages of Stella Lindqvist are saved.'));
    await sees(panel.getByRole('checkbox', { name: 'Dealer events Assigned' }));
    await sees(panel.getByRole('checkbox', { name: 'Catalogue Not assigned' }));
    await sees(numberOf(await openList('Stella'), 'Stella Lindqvist', 4));
  });

  it('P16 P30 P48 an admin has every package, and an assignment is information', async () => {
    const page = await openList('Adam');
    const panel = await panelOf(page, 'Adam Okafor');
    await sees(panel.getByText('The role Admin has all packages, whatever is assigned here.'));
    assert.equal(await panel.getByText('Through the role Admin').count(), 9);
  });

  it('P35 P38 several people are given a package at once; giving all of them warns', async () => {
    const page = await openList('');
    for (const name of ['Benedikt Aigner', 'Chiara Rinaldi'])
      await page.getByRole('checkbox', { name: `Select ${name}` }).check();
    await page.getByRole('button', { name: 'Assign packages' }).click();
    await sees(page.getByRole('dialog', { name: 'Packages of 2 people' }));
    const dialog = page.locator('ua-bulk-dialog');
    await dialog.getByRole('button', { name: 'Select all' }).click();
    await sees(dialog.getByText('This assigns all 9 packages.'));
    await dialog.getByRole('button', { name: 'Select none' }).click();
    await seesNoMore(dialog.getByText('This assigns all 9 packages.'));
    await dialog.getByRole('checkbox', { name: 'Price lists' }).check();
    await dialog.getByRole('button', { name: 'Assign', exact: true }).click();
    await dialog.getByRole('button', { name: 'Close', exact: true }).click();
    await seesNoMore(page.getByRole('dialog'));
    await sees(numberOf(page, 'Benedikt Aigner', 3));
    await sees(numberOf(page, 'Chiara Rinaldi', 1));
  });

  it('P19 the form about somebody saves packages with the rest', async () => {
    const page = await openList('Vera');
    await rowOf(page, 'Vera Novak').getByRole('button', { name: /Edit/ }).click();
    const form = page.locator('ua-person-form');
    await form.getByRole('checkbox', { name: /^Training videos/ }).check();
    await form.getByRole('textbox', { name: /^Name/ }).fill('Vera Nováková');
    await form.getByRole('button', { name: 'Update user' }).click();
    await seesNoMore(page.getByRole('dialog'));
    await sees(numberOf(page, 'Vera Nováková', 2));
  });
});
