// What stays when the demo ends and starts again.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { TestStage } from './testing/stage.ts';
import { createStage, rowOf, sees } from './testing/stage.ts';

describe('the demo, started again', () => {
  let stage: TestStage;
  before(async () => {
    stage = await createStage();
  });
  after(() => stage.close());

  const roleOfStella = async () => {
    const page = await stage.open('/app/tables/users?filter=search%3DStella');
    const role = rowOf(page, 'Stella Lindqvist').getByLabel('Role of Stella Lindqvist');
    await sees(role);
    return { page, role };
  };

  it('has what was changed before, and the mail', async () => {
    const { page, role } = await roleOfStella();
    await role.selectOption('Member');
    await sees(page.getByText('Stella Lindqvist is now Member.'));
    await page.context().close();
    await stage.restart();
    assert.equal(await (await roleOfStella()).role.inputValue(), 'member');
    const mailbox = await stage.open('/mailbox');
    await sees(mailbox.getByRole('button', { name: 'Meridian Bikes hana@meridian.example' }));
    assert.equal(await mailbox.getByRole('list', { name: 'Mails' }).getByRole('button').count(), 5, 'nobody was invited a second time');
  });

  it('has its first data again where that was asked for', async () => {
    await stage.restart({ isFresh: true });
    assert.equal(await (await roleOfStella()).role.inputValue(), 'staff');
  });
});
