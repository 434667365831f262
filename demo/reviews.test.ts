// An access review from its start to its evidence on the demo, and somebody seen out, with what both leave in the trail.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import type { TestStage } from './testing/stage.ts';
import { createStage, rowOf, sees, seesNoMore } from './testing/stage.ts';

describe('access reviewed and ended on the demo', () => {
  let stage: TestStage;
  before(async () => {
    stage = await createStage(['packages']);
  });
  after(() => stage.close());

  it('P40 W44 W49 W51 an admin reviews everybody, takes access away with a reason, and keeps the evidence', async () => {
    const page = await stage.open('/app/packages/reviews');
    await page.getByRole('button', { name: 'Start a review' }).click();
    const form = page.locator('ua-review-form');
    const question = page.locator('ua-review-page ua-confirm');
    await sees(form.getByText('40 people will be reviewed.'));
    await form.getByRole('checkbox', { name: 'User' }).check();
    await form.getByRole('textbox', { name: 'Name' }).fill('Dealer access');
    await form.getByRole('button', { name: 'Start a review' }).click();
    await sees(page.getByRole('heading', { name: 'Dealer access' }));
    await rowOf(page, 'Amara Diallo')
      .getByRole('button', { name: 'Keep the access of Amara Diallo' })
      .click();
    await sees(rowOf(page, 'Amara Diallo').getByText('Kept', { exact: true }));
    await rowOf(page, 'Chiara Rinaldi')
      .getByRole('button', { name: /^Revoke/ })
      .click();
    await page.getByRole('textbox', { name: 'Reason' }).fill('No longer a dealer');
    await question.getByRole('button', { name: 'Revoke' }).click();
    await sees(rowOf(page, 'Chiara Rinaldi').getByText('No longer a dealer'));
    await page.getByRole('button', { name: /^Keep the remaining/ }).click();
    await question.getByRole('button', { name: 'Keep', exact: true }).click();
    await sees(page.getByText(/keep access\./));
    await page.getByRole('button', { name: 'Close review' }).click();
    await question.getByRole('button', { name: 'Close review' }).click();
    await sees(page.getByText('Dealer access is closed.'));
    await page.getByRole('button', { name: 'Export evidence' }).click();
    const download = page.waitForEvent('download');
    await page.locator('ua-export-dialog').getByRole('button').last().click();
    const file = await readFile(await (await download).path(), 'utf8');
    assert.match(file, /Chiara Rinaldi,.*,Revoked,Olivia Marsh,.*,No longer a dealer/);
    assert.match(file, /Amara Diallo,.*,Kept,Olivia Marsh,/);
  });

  it('W10 W49 whoever lost access is off in the list at once, and the trail says why', async () => {
    const page = await stage.open('/app/packages/users?filter=search%3DChiara');
    await sees(rowOf(page, 'Chiara Rinaldi').getByText('Inactive'));
    const trail = await stage.open('/app/packages/audit');
    await sees(trail.getByText('No longer a dealer'));
  });

  it('P42 W10 W46 an admin sees somebody out in one step, and what they made belongs to a colleague', async () => {
    const page = await stage.open('/app/packages/users?filter=search%3DStella');
    await rowOf(page, 'Stella Lindqvist')
      .getByRole('button', { name: /^Actions for/ })
      .click();
    await page.getByRole('menuitem', { name: 'Offboard' }).click();
    const dialog = page.locator('ua-offboard-dialog');
    await sees(dialog.getByText('Hand over what belongs to them: 1 package'));
    await dialog.getByRole('combobox', { name: 'Hand over to' }).fill('Vera');
    await dialog.getByRole('option', { name: /Vera Novak/ }).click();
    await dialog.getByRole('textbox', { name: 'Reason' }).fill('Moved to another company');
    await dialog.getByRole('button', { name: 'Offboard now' }).click();
    await sees(dialog.getByText('1 thing handed over to Vera Novak.'));
    await dialog.getByRole('button', { name: 'Close' }).click();
    await seesNoMore(dialog.getByText('1 thing handed over'));
    await sees(rowOf(page, 'Stella Lindqvist').getByText('Inactive'));
    const trail = await stage.open('/app/packages/audit');
    await sees(trail.getByText('Moved to another company'));
  });

  it('D37 P35 several are switched off and given their access back together', async () => {
    const page = await stage.open('/app/packages/users');
    const names = ['Benedikt Aigner', 'Henrik Solberg'];
    for (const name of names) await page.getByRole('checkbox', { name: `Select ${name}` }).check();
    await page.getByRole('button', { name: 'Deactivate', exact: true }).click();
    const dialog = page.locator('ua-bulk-dialog');
    await dialog.getByRole('button', { name: 'Deactivate' }).click();
    await sees(page.getByRole('dialog', { name: '2 people were changed.' }));
    await dialog.getByRole('button', { name: 'Undo' }).click();
    await sees(page.getByRole('dialog', { name: 'Taken back for 2 people.' }));
    await dialog.getByRole('button', { name: 'Close' }).click();
    for (const name of names) await sees(rowOf(page, name).getByText('Active', { exact: true }));
  });
});
