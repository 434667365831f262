// A role of the workspace's own, from making it to taking it away, with nothing but what a person can see.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import type { TestStage } from './testing/stage.ts';
import { createStage, sees, seesNoMore } from './testing/stage.ts';

describe('a role that a workspace makes for itself', () => {
  let stage: TestStage;
  let page: Page;
  let link = '';
  before(async () => {
    stage = await createStage(['workspaces']);
    page = await stage.open('/app/workspaces/permissions');
  });
  after(() => stage.close());

  const menuOf = async (role: string, item: string) => {
    await page.getByRole('button', { name: `Actions for the role ${role}` }).click();
    await page.getByRole('menuitem', { name: item }).click();
  };

  it('is made in the matrix, right by right, and stands in it at once (W5, W58)', async () => {
    await page.getByRole('button', { name: 'New role' }).click();
    await sees(page.getByRole('dialog', { name: 'New role' }));
    await page.getByLabel('Name', { exact: true }).fill('Report desk');
    await page.getByLabel('What it is for').fill('Reads the reports of every quarter.');
    await page.getByLabel('Read reports').check();
    await page.getByRole('button', { name: 'Create role' }).click();
    await sees(page.getByRole('columnheader', { name: /Report desk/ }));
    await sees(page.getByText('The role Report desk is there.'));
    await sees(page.getByRole('log', { name: 'Events' }).getByText('ua-roles-changed'));
  });

  it('can be given from then on, and its sentence stands in the mail (W59, D12, W43)', async () => {
    await page.getByRole('tab', { name: 'Users' }).click();
    const card = page.getByRole('region', { name: 'Invite people' });
    await card.getByRole('button', { name: 'Invite user' }).click();
    await card.getByLabel('E-mail addresses').fill('rita@new.example, ');
    await card.getByRole('textbox', { name: 'Name', exact: true }).fill('Rita Novak');
    await card.getByLabel('Viewer').uncheck();
    await card.getByLabel('Report desk').check();
    await card.getByRole('button', { name: 'Review' }).click();
    await page.getByRole('button', { name: /^Send/ }).click();
    const mailbox = await stage.open('/mailbox');
    await mailbox.getByRole('button', { name: 'rita@new.example' }).click();
    const mail = mailbox.getByRole('article');
    await sees(mail.getByText('Reads the reports of every quarter.'));
    link = (await mail.getByRole('link', { name: /invitation/ }).textContent())!;
    const invitee = await stage.open(link);
    await sees(invitee.getByText('Report desk'));
  });

  it('is changed with word of whom it is about, and its name follows everywhere (W9, W34)', async () => {
    await page.getByRole('tab', { name: 'Permissions' }).click();
    await menuOf('Report desk', 'Edit');
    await sees(page.getByRole('dialog', { name: 'Edit Report desk' }));
    await page.getByLabel('Name', { exact: true }).fill('Figures desk');
    await page.getByRole('button', { name: 'Save role' }).click();
    await sees(page.getByRole('columnheader', { name: /Figures desk/ }));
    const invitee = await stage.open(link);
    await sees(invitee.getByText('Figures desk'));
  });

  it('goes with an account of who has it and what becomes of them (D6)', async () => {
    await menuOf('Figures desk', 'Delete');
    await sees(page.getByRole('dialog', { name: 'Delete the role Figures desk?' }));
    await sees(page.getByText('1 pending invitation'));
    const act = page.getByRole('button', { name: 'Delete role' });
    assert.equal(await act.getAttribute('aria-disabled'), 'true');
    await page.getByLabel('What they get instead').selectOption({ label: 'Nothing: they go without it' });
    await act.click();
    await seesNoMore(page.getByRole('columnheader', { name: /Figures desk/ }));
    const invitee = await stage.open(link);
    await sees(invitee.getByRole('heading', { name: 'This invitation was withdrawn' }));
  });
});
