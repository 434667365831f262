// The whole circle of a person's sign-in on the demo, with nothing but what a person can see: invited, in, out, back by every way, and gone.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { BrowserContext, Page } from 'playwright-core';
import type { TestStage } from './testing/stage.ts';
import { createStage, sees } from './testing/stage.ts';

const MIA = 'mia.circle@new.example';
const ACCOUNT = '/app/collaborators/account?as=browser';

describe('the circle of a person who signs in', () => {
  let stage: TestStage;
  let browser: BrowserContext;
  let mia: Page;
  before(async () => {
    stage = await createStage();
    mia = await stage.open('/collaborators/sign-in');
    browser = mia.context();
  });
  after(() => stage.close());

  /** Opens the newest mail to `address` with this subject, and the link in it in the browser of `page`. */
  const followMail = async (page: Page, address: string, subject: RegExp): Promise<void> => {
    const mailbox = await stage.open('/mailbox');
    const row = mailbox.getByRole('list', { name: 'Mails' }).getByRole('button', { name: address });
    await row.filter({ hasText: subject }).first().click();
    const link = mailbox.getByRole('article').getByRole('link', { name: /\/(?:link|invitation)\// });
    await page.goto((await link.first().textContent())!);
    await mailbox.context().close();
  };
  const account = async (): Promise<Page> => {
    await mia.goto(new URL(ACCOUNT, stage.url).href);
    await sees(mia.getByRole('heading', { name: 'Profile' }));
    return mia;
  };
  const signOut = async (): Promise<void> => {
    await account();
    await mia.getByRole('button', { name: 'Sign out', exact: true }).click();
    await sees(mia.getByRole('link', { name: 'Sign in' }));
  };
  const isIn = async (): Promise<void> => {
    await account();
    await sees(mia.getByText(MIA));
  };

  it('is invited by mail and in, without a password (T9, T10, W25, W26, W28, W29, W30)', async () => {
    const owner = await stage.open('/app/collaborators/collaborators');
    await owner.getByLabel('E-mail addresses').fill(MIA);
    await owner.getByRole('button', { name: /^Invite/ }).click();
    await sees(owner.getByRole('row').filter({ hasText: MIA }).getByText('Mail sent'));
    await followMail(mia, MIA, /invited you/);
    await mia.getByRole('button', { name: 'Accept invitation' }).click();
    await sees(mia.getByRole('heading', { name: 'Welcome to Spring catalogue' }));
    await isIn();
    await owner.context().close();
  });

  it('sets a password while watching its rules (P24, SEC_C19)', async () => {
    await account();
    await mia.getByRole('button', { name: 'Set a password' }).click();
    await mia.getByLabel('New password', { exact: true }).fill('short');
    await mia.getByLabel('New password, again').fill('short');
    await sees(mia.getByText('At least 8 characters'));
    await mia.getByLabel('New password', { exact: true }).fill('a walk along the river');
    await mia.getByLabel('New password, again').fill('a walk along the river');
    await mia.getByRole('button', { name: 'Set a password' }).last().click();
    await sees(mia.getByText('Your password is changed.'));
  });

  it('signs out and in again by the password; a wrong one says no more than that it did not work (SEC_C06)', async () => {
    await signOut();
    await mia.getByRole('link', { name: 'Sign in' }).click();
    await mia.getByLabel('E-mail address or username').fill(MIA);
    await mia.getByLabel('Password').fill('not the right one');
    await mia.getByRole('button', { name: 'Sign in', exact: true }).click();
    await sees(mia.getByRole('alert').getByText('That did not work.'));
    assert.equal(await mia.getByLabel('E-mail address or username').inputValue(), MIA);
    await mia.getByLabel('Password').fill('a walk along the river');
    await mia.getByRole('button', { name: 'Sign in', exact: true }).click();
    await mia.waitForURL(/\/app\//);
    await isIn();
  });

  it('recovers the password by mail, and the old one is over (W3, SEC_C10, SEC_C13)', async () => {
    await signOut();
    await mia.getByRole('link', { name: 'Sign in' }).click();
    await mia.getByLabel('E-mail address or username').fill(MIA);
    await mia.getByRole('button', { name: 'Forgot your password?' }).click();
    await sees(mia.getByRole('heading', { name: 'Check your mail' }));
    await followMail(mia, MIA, /password/i);
    await mia.getByLabel('New password', { exact: true }).fill('another walk, uphill');
    await mia.getByLabel('New password, once more').fill('another walk, uphill');
    await mia.getByRole('button', { name: 'Save and sign in' }).click();
    await mia.waitForURL(/\/app\//);
    await isIn();
  });

  it('signs in by a link from the mailbox (T10, W4)', async () => {
    await signOut();
    await mia.getByRole('link', { name: 'Sign in' }).click();
    await mia.getByLabel('E-mail address or username').fill(MIA);
    await mia.getByRole('button', { name: 'Send me a sign-in link' }).click();
    await sees(mia.getByRole('heading', { name: 'Check your mail' }));
    await followMail(mia, MIA, /sign/i);
    await mia.getByRole('button', { name: /^Sign in as/ }).click();
    await mia.waitForURL(/\/app\//);
    await isIn();
  });

  it('connects an identity provider once, and comes in through it from then on (D4, SEC_S16)', async () => {
    await account();
    await mia.getByRole('link', { name: 'Connect Meridian ID' }).click();
    await mia.getByRole('link', { name: /Tomás Ibarra/ }).click();
    await sees(mia.getByText('is signed in here as'));
    await mia.getByRole('button', { name: 'Connect' }).click();
    await mia.getByRole('link', { name: 'Continue' }).click();
    await sees(mia.getByRole('button', { name: 'Disconnect Meridian ID' }));
    await signOut();
    await mia.getByRole('link', { name: 'Sign in' }).click();
    // The provider knows this browser by now and asks nothing.
    await mia.getByRole('link', { name: 'Sign in with Meridian ID' }).click();
    await mia.waitForURL(/\/app\//);
    await isIn();
  });

  it('sees what happened to the account; whoever manages people sees how often they came (D38, D39, D40, W12)', async () => {
    await account();
    for (const way of ['through an identity provider', 'by e-mail link', 'with a password'])
      await sees(mia.getByText(`Signed in ${way}`));
    await sees(mia.getByText('Failed to sign in with a password'));
    const owner = await stage.open('/app/collaborators/users');
    await owner.getByLabel(/^Search by name/).fill(MIA);
    await sees(owner.getByText('1 person matches'));
    await owner.getByRole('button', { name: `Actions for ${MIA}` }).click();
    await owner.getByRole('menuitem', { name: 'Show activity' }).click();
    await sees(owner.getByText('Last 7 days'));
    await owner.context().close();
  });

  it('comes in through the provider without having been invited, with the lowest role (D13, SEC_S11)', async () => {
    const nina = await stage.open('/collaborators/sign-in');
    await nina.getByRole('link', { name: 'Sign in with Meridian ID' }).click();
    await nina.getByRole('link', { name: /Nina Roth/ }).click();
    await nina.waitForURL(/\/app\//);
    const owner = await stage.open('/app/collaborators/users');
    await owner.getByLabel(/^Search by name/).fill('nina@meridian.example');
    await sees(owner.getByText('1 person matches'));
    assert.equal(await owner.getByLabel('Role of Nina Roth').inputValue(), 'viewer');
    await owner.context().close();
    await nina.context().close();
  });

  it('is removed, and is out at once by every way (T20, T21, SEC_D05)', async () => {
    const owner = await stage.open('/app/collaborators/users');
    await owner.getByLabel(/^Search by name/).fill(MIA);
    await sees(owner.getByText('1 person matches'));
    await owner.getByRole('button', { name: `Actions for ${MIA}` }).click();
    await owner.getByRole('menuitem', { name: 'Remove' }).click();
    await owner.getByRole('button', { name: 'Remove', exact: true }).last().click();
    await sees(owner.getByText('Nobody matches'));
    const again = await stage.open(ACCOUNT, { inside: browser });
    await sees(again.getByRole('link', { name: 'Sign in' }));
    await mia.goto(new URL('/collaborators/sign-in', stage.url).href);
    await mia.getByLabel('E-mail address or username').fill(MIA);
    await mia.getByLabel('Password').fill('another walk, uphill');
    await mia.getByRole('button', { name: 'Sign in', exact: true }).click();
    await sees(mia.getByRole('alert').getByText('That did not work.'));
  });
});

describe('a person who is switched off', () => {
  let stage: TestStage;
  before(async () => {
    stage = await createStage();
  });
  after(() => stage.close());

  it('is out at the next request, and no link is sent to them any more (T20, T21, T22, P28, SEC_C07)', async () => {
    const adam = await stage.open('/tables/sign-in');
    const ask = async (): Promise<void> => {
      await adam.goto(new URL('/tables/sign-in', stage.url).href);
      await adam.getByLabel('E-mail address').fill('adam@meridian.example');
      await adam.getByRole('button', { name: 'Send me a sign-in link' }).click();
      await sees(adam.getByRole('heading', { name: 'Check your mail' }));
    };
    const mailbox = await stage.open('/mailbox');
    const links = mailbox
      .getByRole('list', { name: 'Mails' })
      .getByRole('button', { name: 'adam@meridian.example' })
      .filter({ hasText: /sign/i });
    await ask();
    await links.first().click();
    const link = mailbox.getByRole('article').getByRole('link', { name: /\/link\// });
    await adam.goto((await link.first().textContent())!);
    await adam.getByRole('button', { name: /^Sign in as/ }).click();
    await adam.waitForURL(/\/app\//);
    await adam.goto(new URL('/app/tables/users?as=browser', stage.url).href);
    await sees(adam.getByRole('grid').getByRole('row').filter({ hasText: 'Adam Okafor' }));

    const owner = await stage.open('/app/tables/users');
    await owner.getByLabel(/^Search by name/).fill('Adam Okafor');
    await sees(owner.getByText('1 person matches'));
    await owner.getByRole('button', { name: 'Actions for Adam Okafor' }).click();
    await owner.getByRole('menuitem', { name: 'Deactivate' }).click();
    await owner.getByRole('button', { name: 'Deactivate', exact: true }).last().click();
    await sees(owner.getByRole('grid').getByText('Deactivated'));

    await adam.reload();
    await sees(adam.getByRole('link', { name: 'Sign in' }));
    await ask();
    // Another person's link comes after it, so what was not sent by then is not sent.
    await adam.goto(new URL('/tables/sign-in', stage.url).href);
    await adam.getByLabel('E-mail address').fill('stella@meridian.example');
    await adam.getByRole('button', { name: 'Send me a sign-in link' }).click();
    await sees(mailbox.getByRole('button', { name: 'stella@meridian.example' }).filter({ hasText: /sign/i }));
    assert.equal(await links.count(), 1);
  });
});
