// Somebody who works in two workspaces of one organisation, from the invitation to the farewell; with nothing but what a person can see.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import type { TestStage } from './testing/stage.ts';
import { createStage, rowOf, sees, seesNoMore } from './testing/stage.ts';

const GUS = 'gus@gmail.com';

describe('somebody in two workspaces', () => {
  let stage: TestStage;
  let owner: Page;
  let gus: Page;
  before(async () => {
    stage = await createStage(['workspaces']);
    owner = await stage.open('/app/workspaces/users');
    gus = await stage.open('/mailbox');
    // Half a minute of waiting is none.
    await gus.clock.install();
  });
  after(() => stage.close());

  const card = () => owner.getByRole('region', { name: 'Invite people' });
  const findGus = async () => {
    await owner.getByLabel(/^Search by name/).fill('Gus Guest');
    await sees(owner.getByRole('grid').getByRole('row').filter({ hasText: 'Gus Guest' }));
    return owner.getByRole('grid').getByRole('row').filter({ hasText: 'Gus Guest' });
  };
  const roles = (workspace: string) => owner.getByRole('group', { name: `Roles in ${workspace}` });

  it('is invited by name and address, with a hint where the address is a personal one (W1, W17, W18, W19, W22, W40)', async () => {
    await card().getByRole('button', { name: 'Invite user' }).click();
    await card().getByLabel('E-mail addresses').fill(`${GUS}, `);
    await sees(card().getByText('Company addresses are easier to manage when somebody leaves.'));
    assert.equal(
      await card()
        .getByRole('button', { name: /^Review/ })
        .isEnabled(),
      false,
      'without a name',
    );
    await card().getByRole('textbox', { name: 'Name', exact: true }).fill('Gus Guest');
    assert.equal(
      await card()
        .getByRole('button', { name: /^Review/ })
        .isEnabled(),
      true,
    );
  });

  it('gets several roles here and others there, at least one in each (W2, W5, W6, W7, W14, W20, W21, W41, W47)', async () => {
    await sees(card().getByText('Give the roles of their job. Start with the least'));
    await roles('Meridian Group')
      .getByRole('checkbox', { name: /^People manager/ })
      .check();
    await card().getByRole('button', { name: 'Add another workspace' }).click();
    await card().getByLabel('Workspace', { exact: true }).selectOption({ label: 'Retail' });
    await roles('Retail')
      .getByRole('checkbox', { name: /^Viewer/ })
      .uncheck();
    assert.equal(
      await card()
        .getByRole('button', { name: /^Review/ })
        .isEnabled(),
      false,
      'no role in Retail',
    );
    await roles('Retail')
      .getByRole('checkbox', { name: /^Editor/ })
      .check();
    assert.equal(
      await card()
        .getByRole('button', { name: /^Review/ })
        .isEnabled(),
      true,
    );
  });

  it('is shown once more before anything is sent, and is pending from then on (W23, W24, W26, W27)', async () => {
    await card().getByRole('button', { name: 'Review 1 person' }).click();
    const check = card().getByRole('region', { name: 'Check before you send' });
    assert.deepEqual(
      (await check.getByRole('listitem').allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim()),
      [`Gus Guest ${GUS}`, 'Meridian Group: People manager, Viewer', 'Retail: Editor'],
    );
    const mailbox = await stage.open('/mailbox');
    assert.equal(await mailbox.getByRole('button', { name: GUS }).count(), 0, 'nothing is sent yet');
    await mailbox.context().close();
    await check.getByRole('button', { name: 'Send invitation' }).click();
    await sees(card().getByRole('heading', { name: '1 person invited' }));
    await sees(rowOf(owner, GUS).getByText('Pending').or(rowOf(owner, GUS).getByText('Mail sent')));
  });

  it('reads in the letter where to, as what, and what to do; accepts, and is in both at once (W4, W8, W25, W28, W29, W30, W43)', async () => {
    await gus.reload();
    await gus.getByRole('list', { name: 'Mails' }).getByRole('button', { name: GUS }).first().click();
    const letter = gus.getByRole('article');
    await sees(letter.getByText('Retail: Editor. Writes and publishes content.'));
    await sees(letter.getByText('Open the link, check the details and choose Accept invitation.'));
    await gus.goto(
      (await letter
        .getByRole('link', { name: /invitation/ })
        .first()
        .textContent())!,
    );
    await sees(gus.getByRole('heading', { name: 'Olivia Marsh invited you to Meridian Group and Retail' }));
    await gus.getByRole('button', { name: 'Accept invitation' }).click();
    await sees(gus.getByRole('heading', { name: 'Welcome to Meridian Group and Retail' }));
    await gus.getByRole('link', { name: 'Continue' }).click();
    await sees(gus.getByText('You are here as Gus Guest, People manager, Viewer'));
    const row = await findGus();
    await sees(row.getByText('Active', { exact: true }));
    await sees(row.getByText('Meridian Group:'));
  });

  it('goes to the other workspace by the switch, is somebody else there, and sees no third (W2, W11, W13)', async () => {
    await gus.getByRole('button', { name: /^Workspace: Meridian Group/ }).click();
    const places = gus.getByRole('listbox', { name: 'Your workspaces' }).getByRole('option');
    await sees(places);
    assert.deepEqual(
      (await places.allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim()),
      ['Meridian Group People manager, Viewer', 'Retail Editor'],
    );
    await places.filter({ hasText: 'Retail' }).click();
    // An editor manages nobody, so the host takes them home.
    await sees(gus.getByText('(not_granted)'));
    await gus.goto(new URL('/app/workspaces/users?as=browser', stage.url).href);
    await sees(gus.getByRole('tab', { name: 'Users', selected: true }));
  });

  it('is given other roles, and the open page follows by itself, with nothing touched (W9, W31, W32, W34, W35)', async () => {
    await sees(gus.getByText('You are here as Gus Guest, People manager, Viewer'));
    const row = await findGus();
    await row.getByRole('button', { name: /^Role of Gus Guest/ }).click();
    const places = owner.locator('ua-member-places').last();
    await places.getByRole('button', { name: 'Change roles', exact: true }).click();
    await places.getByRole('checkbox', { name: /^Workspace admin/ }).check();
    await places.getByRole('checkbox', { name: /^Viewer/ }).uncheck();
    await places.getByRole('button', { name: 'Save roles' }).click();
    await sees(places.getByText('Meridian Group: Workspace admin, People manager'));
    await gus.clock.runFor(31_000);
    await sees(gus.getByText('You are here as Gus Guest, Workspace admin, People manager'));
    await sees(gus.getByRole('tab', { name: 'Reviews' }));
  });

  it('is given other roles in the other workspace from here, without those here changing (W6, W33, W61)', async () => {
    const places = owner.locator('ua-member-places').last();
    await places.getByRole('button', { name: 'Change roles in Retail' }).click();
    await places.getByRole('checkbox', { name: /^Analyst/ }).check();
    await places.getByRole('button', { name: 'Save roles' }).click();
    await sees(places.getByText('Retail: Editor, Analyst'));
    await sees(places.getByText('Meridian Group: Workspace admin, People manager'));
    await owner.getByRole('button', { name: 'Close', exact: true }).last().click();
  });

  it('is deactivated here alone: out of this workspace at once, while the roles in the other stay (W10, W13, W36)', async () => {
    const row = await findGus();
    await row.getByRole('button', { name: 'Actions for Gus Guest' }).click();
    await owner.getByRole('menuitem', { name: 'Deactivate' }).click();
    await sees(owner.getByRole('dialog', { name: 'Deactivate Gus Guest?' }));
    await owner.getByRole('button', { name: 'Deactivate', exact: true }).click();
    await sees(row.getByText('Deactivated'));
    await gus.clock.runFor(31_000);
    await sees(gus.getByRole('heading', { name: 'Home screen' }));
    await seesNoMore(gus.getByRole('tab', { name: 'Users' }));
    await row.getByRole('button', { name: 'Gus Guest', exact: true }).click();
    await sees(owner.locator('ua-member-places').last().getByText('Retail: Editor, Analyst'));
  });
});
