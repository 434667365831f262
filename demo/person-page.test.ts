// The page of a person by its address, and finding out what keeps somebody out, with nothing but what a person can see.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import type { TestStage } from './testing/stage.ts';
import { createStage, sees, seesNoMore } from './testing/stage.ts';

describe('the page of a person', () => {
  let stage: TestStage;
  before(async () => {
    stage = await createStage(['packages', 'workspaces']);
  });
  after(() => stage.close());

  /** Goes to somebody's page through the list. */
  const pageOf = async (page: Page, name: string): Promise<void> => {
    await page.getByLabel(/^Search by name/).fill(name);
    await sees(page.getByText('1 person matches'));
    await page.getByRole('grid').getByText(name, { exact: true }).click();
    await page.getByRole('button', { name: 'Open page' }).click();
    await sees(page.getByRole('heading', { name, level: 2 }));
  };

  it('has an address of its own that opens again, with everything about the person (T3, W12, W31, D38)', async () => {
    const page = await stage.open('/app/workspaces/users');
    await pageOf(page, 'Adam Okafor');
    await page.waitForURL(/\/app\/workspaces\/member\?.*person=/);
    const again = await stage.open(new URL(page.url()).pathname + new URL(page.url()).search);
    await sees(again.getByRole('heading', { name: 'Adam Okafor', level: 2 }));
    for (const name of ['Details', 'Roles and workspaces', 'Activity', 'Sessions', 'Changes'])
      await sees(again.getByRole('heading', { name, exact: true }));
    await sees(again.getByText('Last 365 days'));
    await again.getByRole('button', { name: 'People', exact: true }).click();
    await sees(again.getByRole('grid'));
    assert.match(again.url(), /\/app\/workspaces\/users\?filter=/);
  });

  it('finds out that somebody is deactivated, and brings them back in one click (P43, W36, D37)', async () => {
    const page = await stage.open('/app/packages/users');
    await pageOf(page, 'Dana Whitfield');
    await page.getByRole('button', { name: 'Check this person' }).click();
    await sees(page.getByText('1 problem found'));
    await sees(page.getByText('The account is not active'));
    await page.getByRole('button', { name: 'Reactivate', exact: true }).click();
    await sees(page.getByText('Dana Whitfield has access again.'));
    await sees(page.getByText('No problem found'));
    await sees(page.getByRole('log', { name: 'Events' }).getByText('ua-member-reactivated'));
    await sees(page.getByText('reactivated Dana Whitfield'));
  });

  it('tells what was assigned, what came later, and that admins have it all (P47, P48, P49, P50)', async () => {
    const page = await stage.open('/app/packages/users');
    await pageOf(page, 'Dana Whitfield');
    await page.getByRole('button', { name: 'Check this person' }).click();
    await sees(page.getByText('came after their last assignment'));
    await page.getByText('2 in order').last().click();
    await sees(page.getByText('They reach 3 of 9 packages'));
    const admin = await stage.open('/app/packages/users');
    await pageOf(admin, 'Henrik Solberg');
    await admin.getByRole('button', { name: 'Check this person' }).click();
    await sees(admin.getByText('They reach all packages'));
  });

  it('finds out why no letter came, with the words of the mail server (W52, W54, W55, W57)', async () => {
    const page = await stage.open('/app/workspaces/users');
    await page.getByRole('button', { name: 'Invitations' }).click();
    await page.getByRole('button', { name: 'Find out why ivo@gone.example has not answered' }).click();
    // What stands in a dialog is given to it from outside, so that it is not found inside.
    const dialog = page.getByRole('dialog', { name: 'No answer from ivo@gone.example?' });
    await sees(dialog);
    await sees(page.getByText('The mail server did not take the mail'));
    await sees(page.getByText(/It answered: 550/));
    await page.getByRole('button', { name: 'Send a test e-mail' }).click();
    await sees(page.getByText('The mail server took it'));
    await page.getByRole('button', { name: 'Open mail settings' }).click();
    await sees(page.getByRole('heading', { name: /mail/i }));
    await seesNoMore(dialog);
  });

  it('reminds of the rules about records before removing, and offers to deactivate instead (W37, W38, W39)', async () => {
    const page = await stage.open('/app/workspaces/users?filter=dormant%3D90');
    await sees(page.getByText('not been here for 90 days'));
    await page.getByRole('button', { name: 'Actions for Chiara Rinaldi' }).click();
    await page.getByRole('menuitem', { name: 'Remove' }).click();
    await sees(page.getByRole('dialog', { name: 'Remove Chiara Rinaldi?' }));
    await sees(page.getByText('how long your rules ask you to keep records'));
    await page.getByRole('button', { name: 'Deactivate instead' }).click();
    await sees(page.getByRole('dialog', { name: 'Deactivate Chiara Rinaldi?' }));
    await page.getByRole('button', { name: 'Deactivate', exact: true }).click();
    await sees(page.getByText('Chiara Rinaldi no longer has access.'));
  });

  it('is nobody’s to see who may not see people (T4, SEC_B18)', async () => {
    const page = await stage.open('/app/workspaces/users');
    await pageOf(page, 'Adam Okafor');
    await page.waitForURL(/member\?.*person=/);
    const { pathname, search } = new URL(page.url());
    const stranger = await stage.open(`${pathname}${search}&as=editor`);
    await sees(stranger.getByText('user management is not open to you'));
    assert.equal(await stranger.getByText('adam@meridian.example').count(), 0);
  });
});
