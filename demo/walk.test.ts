// The walk of a newcomer through the demo, with nothing but what a person can see.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import type { TestStage } from './testing/stage.ts';
import { createStage, rowOf, sees, seesNoMore } from './testing/stage.ts';

describe('a newcomer at the demo', () => {
  let stage: TestStage;
  before(async () => {
    stage = await createStage();
  });
  after(() => stage.close());

  const findPerson = async (page: Page, name: string) => {
    await page.getByLabel(/^Search by name/).fill(name);
    await sees(page.getByText('1 person matches'));
    return page.getByRole('grid').getByRole('row').filter({ hasText: name });
  };

  it('invites by comma-separated addresses, and each says what became of it (C1, C2, C3, C4, C5)', async () => {
    const page = await stage.open('/app/collaborators/collaborators');
    const card = page.getByRole('region', { name: 'Invite people' });
    await card
      .getByLabel('E-mail addresses')
      .fill('mia@new.example, Noah Berg <noah@new.example>, olivia@meridian.example, not an address, ');
    await card.getByLabel('Role', { exact: true }).selectOption('Commenter');
    await card.getByRole('button', { name: 'Invite 3 people' }).click();
    await sees(card.getByRole('heading', { name: '2 people invited, 1 other' }));
    const results = card.getByRole('list', { name: 'Results' }).getByRole('listitem');
    assert.deepEqual(
      (await results.allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim()),
      [
        'mia@new.example Invited Copy link',
        'noah@new.example Invited Copy link',
        'olivia@meridian.example Already here. Nothing was changed.',
      ],
    );
    await sees(card.getByRole('button', { name: /^not an address/ }));
    await sees(rowOf(page, 'mia@new.example').filter({ hasText: 'Commenter' }));
    await sees(page.getByRole('log', { name: 'Events' }).getByText('ua-invitation-created'));
  });

  it('finds the mail, opens the link as the invitee, and is in without a password (T9, T10, SEC_B25)', async () => {
    const mailbox = await stage.open('/mailbox');
    await mailbox.getByRole('button', { name: 'mia@new.example' }).click();
    const link = mailbox.getByRole('article').getByRole('link', { name: /invitation/ });
    const invitee = await stage.open((await link.textContent())!);
    await sees(invitee.getByRole('heading', { name: 'Olivia Marsh invited you to Spring catalogue' }));
    await sees(invitee.getByText('Commenter'));
    assert.ok(!/\.m\./.test(invitee.url()), 'the secret has left the address bar');
    await invitee.getByRole('button', { name: 'Accept invitation' }).click();
    await sees(invitee.getByRole('heading', { name: 'Welcome to Spring catalogue' }));

    const again = await stage.open((await link.textContent())!);
    await sees(again.getByRole('heading', { name: 'This invitation has been answered' }));
  });

  it('sees the new person in the list and changes their role in place (C7, C19)', async () => {
    const page = await stage.open('/app/collaborators/users');
    const row = await findPerson(page, 'mia@new.example');
    await row.getByLabel(/^Role of/).selectOption('Editor');
    await sees(page.getByText('mia@new.example is now Editor.'));
    await page.reload();
    await sees(page.getByText('1 person matches'));
    assert.equal(await row.getByLabel(/^Role of/).inputValue(), 'editor');
  });

  it('opens the link in the mail itself, with its HTML shut into a frame', async () => {
    const mailbox = await stage.open('/mailbox');
    await mailbox.getByRole('button', { name: 'noah@new.example' }).click();
    const opened = mailbox.context().waitForEvent('page');
    await mailbox.frameLocator('iframe').getByRole('link').first().click();
    await sees((await opened).getByRole('button', { name: 'Accept invitation' }));
  });

  it('deactivates somebody after a question that names them, and they are out at once (T19, T20, T22, T24)', async () => {
    const admin = await stage.open('/app/tables/users?as=admin');
    await sees(admin.getByRole('grid').getByRole('row').filter({ hasText: 'Adam Okafor' }));
    const owner = await stage.open('/app/tables/users');
    const row = await findPerson(owner, 'Adam Okafor');
    await row.getByRole('button', { name: 'Actions for Adam Okafor' }).click();
    await owner.getByRole('menuitem', { name: 'Deactivate' }).click();
    const question = owner.getByRole('dialog', { name: 'Deactivate Adam Okafor?' });
    await sees(question);
    assert.match(
      await question.ariaSnapshot(),
      /adam@meridian\.example loses access to Meridian Bikes at once/,
    );
    await owner.getByRole('button', { name: 'Cancel' }).click();
    await seesNoMore(question);
    await sees(row.getByText('Active', { exact: true }));

    await row.getByRole('button', { name: 'Actions for Adam Okafor' }).click();
    await owner.getByRole('menuitem', { name: 'Deactivate' }).click();
    await owner.getByRole('button', { name: 'Deactivate', exact: true }).click();
    await sees(row.getByText('Deactivated'));
    await admin.getByRole('tab', { name: 'Permissions' }).click();
    await sees(admin.getByRole('heading', { name: 'Home screen' }));
    await admin.reload();
    await admin.getByRole('button', { name: 'Open user management' }).click();
    await sees(admin.getByText('actor_deactivated').first());
  });

  it('restores their access (T25)', async () => {
    const owner = await stage.open('/app/tables/users');
    const row = await findPerson(owner, 'Adam Okafor');
    await row.getByRole('button', { name: 'Reactivate Adam Okafor' }).click();
    await sees(row.getByText('Active', { exact: true }));
    const admin = await stage.open('/app/tables/users?as=admin');
    await sees(admin.getByRole('tab', { name: 'Users' }));
  });

  it('edits the grid of a role, saves it, and a reload shows it (T28, T29, T30, T31, T32, T33)', async () => {
    const page = await stage.open('/app/tables/permissions');
    await page.getByRole('radiogroup').getByText('Visitor').click();
    await sees(page.getByRole('grid', { name: 'Rights of Visitor on tables' }));
    for (const name of ['Read Shops', 'Read Stock', 'Write Stock'])
      await page.getByRole('checkbox', { name, exact: true }).click();
    await page.getByRole('button', { name: /^Save/ }).click();
    await sees(page.getByRole('log', { name: 'Events' }).getByText('ua-permissions-changed'));
    await page.reload();
    await page.getByRole('radiogroup').getByText('Visitor').click();
    const held = (name: string) => page.getByRole('checkbox', { name, exact: true }).isChecked();
    await sees(page.getByRole('checkbox', { name: 'Read Stock', exact: true }));
    assert.deepEqual(
      await Promise.all(['Read Shops', 'Read Stock', 'Write Stock', 'Delete Stock', 'Read Bikes'].map(held)),
      [false, true, true, false, true],
    );
    assert.equal(
      await page.getByRole('radio', { name: /Owner|Admin/ }).count(),
      0,
      'who holds everything is not in the grid',
    );
  });
});
