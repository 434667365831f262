// The walk again without a pointer: nothing but keys.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import type { TestStage } from './testing/stage.ts';
import { createStage, sees, seesNoMore } from './testing/stage.ts';

/** The most presses of Tab from one end of the page to the other. */
const FAR = 60;

/** What has the focus, in the words a screen reader would say, or a part of them. */
async function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    const labels =
      element instanceof HTMLInputElement ||
      element instanceof HTMLSelectElement ||
      element instanceof HTMLTextAreaElement
        ? element.labels
        : null;
    return (
      element?.getAttribute('aria-label') ??
      labels?.[0]?.textContent.trim() ??
      element?.textContent.trim().slice(0, 60) ??
      ''
    );
  });
}

/** Presses Tab until what is named `name` has the focus. */
async function tabTo(page: Page, name: RegExp, key = 'Tab'): Promise<void> {
  const passed: string[] = [];
  for (let presses = 0; presses < FAR; presses += 1) {
    await page.keyboard.press(key);
    const now = await focused(page);
    if (name.test(now)) return;
    passed.push(now);
  }
  assert.fail(`${name} cannot be reached; passed: ${passed.join(' | ')}`);
}

describe('with the keyboard alone', () => {
  let stage: TestStage;
  before(async () => {
    stage = await createStage();
  });
  after(() => stage.close());

  it('an owner invites, finds somebody, changes their role and deactivates them (C2, C4, T15, T19)', async () => {
    const page = await stage.open('/app/tables/users');
    await sees(page.getByRole('grid', { name: 'People' }));
    await tabTo(page, /^E-mail addresses/);
    await page.keyboard.type('kim@keys.example, ');
    await tabTo(page, /^Invite 1 person/);
    await page.keyboard.press('Enter');
    await sees(page.getByRole('heading', { name: '1 person invited' }));

    await tabTo(page, /^Search by name/);
    await page.keyboard.type('Tobias');
    await sees(page.getByText('1 person matches'));
    await tabTo(page, /^Role of Tobias Fink|^Select Tobias Fink/);
    if ((await focused(page)).startsWith('Select')) await tabTo(page, /^Role of Tobias Fink/);
    await page.keyboard.press('ArrowDown');
    await sees(page.getByText('Tobias Fink is now Member.'));

    await tabTo(page, /^Actions for Tobias Fink/);
    await page.keyboard.press('Enter');
    await sees(page.getByRole('menuitem', { name: 'Deactivate' }));
    // Looking comes first.
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    const question = page.getByRole('dialog', { name: 'Deactivate Tobias Fink?' });
    await sees(question);
    assert.equal(await focused(page), 'Cancel', 'the careful answer comes first');
    await page.keyboard.press('Escape');
    await seesNoMore(question);
    assert.match(await focused(page), /^Actions for Tobias Fink/, 'the focus comes back');

    await page.keyboard.press('Enter');
    await sees(page.getByRole('menuitem', { name: 'Deactivate' }));
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await sees(question);
    await tabTo(page, /^Deactivate$/);
    await page.keyboard.press('Enter');
    await sees(page.getByText('Tobias Fink no longer has access.'));
  });

  it('walks the tabs with the arrows and edits the grid (T6, T32)', async () => {
    const page = await stage.open('/app/tables/users');
    await sees(page.getByRole('tab', { name: 'Users', selected: true }));
    await tabTo(page, /^Users$/);
    await page.keyboard.press('ArrowRight');
    await sees(page.getByRole('tab', { name: 'Permissions', selected: true }));
    await sees(page.getByRole('grid'));
    await tabTo(page, /^All rights: 24 tables/);
    for (const key of ['ArrowDown', 'ArrowRight', 'ArrowRight']) await page.keyboard.press(key);
    assert.equal(await focused(page), 'Write Bikes');
    await page.keyboard.press('Space');
    await tabTo(page, /^Save/);
    await page.keyboard.press('Enter');
    await sees(page.getByRole('log', { name: 'Events' }).getByText('ua-permissions-changed'));
  });
});
