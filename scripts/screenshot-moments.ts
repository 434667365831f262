// Moments of the demo that a picture shows only once something was done. Clicks and nothing else.
import type { Page } from 'playwright-core';

/** Where each moment is, and what makes it. */
export const MOMENTS: Readonly<
  Record<string, { readonly at: string; readonly make: (page: Page) => Promise<void> }>
> = {
  results: {
    at: 'collaborators/collaborators',
    make: async (page) => {
      await page
        .getByLabel('E-mail addresses')
        .fill('ada@example.com, Grace Hopper <grace@example.com>, olivia@meridian.example, not-an-address');
      await page.getByRole('button', { name: /^Invite \d/ }).click();
      await page.getByRole('heading', { name: /invited/ }).waitFor();
    },
  },
  addresses: {
    at: 'tables/users',
    make: async (page) => {
      await page
        .getByLabel('E-mail addresses')
        .fill(
          'ada@example.com, Grace Hopper <grace@example.com>, ada@example.com, not-an-address, leo@gmial.com, ',
        );
    },
  },
  menu: {
    at: 'tables/users',
    make: (page) => page.getByRole('button', { name: 'Actions for Adam Okafor' }).click(),
  },
  confirm: {
    at: 'tables/users',
    make: async (page) => {
      await page.getByRole('button', { name: 'Actions for Adam Okafor' }).click();
      await page.getByRole('menuitem', { name: 'Deactivate' }).click();
      await page.getByRole('dialog').waitFor();
    },
  },
  selection: {
    at: 'tables/users',
    make: async (page) => {
      for (const name of ['Amara Diallo', 'Benedikt Aigner'])
        await page.getByRole('checkbox', { name: `Select ${name}` }).check();
    },
  },
  staged: {
    at: 'tables/permissions',
    make: async (page) => {
      for (const box of await page
        .getByRole('checkbox', { checked: true })
        .all()
        .then((boxes) => boxes.slice(0, 3)))
        await box.click();
    },
  },
  unsaved: {
    at: 'tables/permissions',
    make: async (page) => {
      await page.getByRole('checkbox', { checked: true }).first().click();
      await page.getByRole('tab', { name: 'Users' }).click();
      await page.getByText('Leave without saving?').waitFor();
    },
  },
  import: {
    at: 'packages/users',
    make: async (page) => {
      await page.getByRole('button', { name: 'Import', exact: true }).click();
      await page
        .getByLabel('Or paste the table here')
        .fill(
          'E-mail;Name;Role\nada@example.com;Ada;User\nnobody;Nobody;User\nadam@meridian.example;Adam;Admin',
        );
      await page.getByRole('button', { name: 'See what would change' }).click();
      await page.getByText('What would become of').waitFor();
    },
  },
  add: {
    at: 'packages/users',
    make: async (page) => {
      await page.getByRole('button', { name: 'Add user' }).click();
      await page.locator('ua-person-form').getByRole('button', { name: 'Add user' }).click();
    },
  },
  edit: {
    at: 'directory/users',
    make: async (page) => {
      await page.getByRole('button', { name: 'Actions for Amara Diallo' }).click();
      await page.getByRole('menuitem', { name: 'Edit' }).click();
      await page.getByRole('dialog').waitFor();
    },
  },
  review: {
    at: 'workspaces/users',
    make: async (page) => {
      await page.getByRole('button', { name: 'Invite user' }).click();
      const card = page.getByRole('region', { name: 'Invite people' });
      await card.getByLabel('E-mail addresses').fill('ann@gmail.com, ');
      await card.getByRole('textbox', { name: 'Name', exact: true }).fill('Ann Lee');
      await card.getByRole('button', { name: 'Add another workspace' }).click();
      await card.getByLabel('Workspace', { exact: true }).selectOption({ label: 'Retail' });
      await card.getByRole('button', { name: /^Review/ }).click();
    },
  },
  trouble: {
    at: 'workspaces/users',
    make: async (page) => {
      await page.getByRole('button', { name: 'Invitations' }).click();
      await page.getByRole('button', { name: 'Find out why ivo@gone.example has not answered' }).click();
      await page.getByText('The mail server did not take the mail').waitFor();
    },
  },
  offboard: {
    at: 'workspaces/users',
    make: async (page) => {
      await page.getByRole('button', { name: 'Actions for Hubert Blaine' }).click();
      await page.getByRole('menuitem', { name: 'Offboard' }).click();
      await page.getByRole('dialog').waitFor();
    },
  },
  person: {
    at: 'workspaces/users',
    make: async (page) => {
      await page.getByRole('button', { name: 'Adam Okafor', exact: true }).click();
      await page.getByRole('button', { name: 'Open page' }).click();
      await page.getByRole('heading', { name: 'Changes' }).waitFor();
    },
  },
  role: {
    at: 'workspaces/permissions',
    make: async (page) => {
      await page.getByRole('button', { name: 'New role' }).click();
      await page.getByRole('dialog').waitFor();
    },
  },
  nomatch: {
    at: 'tables/users?filter=search%3Dzzz',
    make: (page) => page.getByText('Nobody matches').waitFor(),
  },
  home: {
    at: 'tables/users?as=member',
    make: (page) => page.getByRole('heading', { name: 'Home screen' }).waitFor(),
  },
};
