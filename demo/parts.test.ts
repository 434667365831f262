// The parts that a page may style, as the built widget has them: what is cut out of it to make it small must not take their way to the page along.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import type { UserAdminElement } from '../widget/index.ts';
import type { TestStage } from './testing/stage.ts';
import { createStage, rowOf, sees } from './testing/stage.ts';

const ELEMENT = new URL('../widget/user-admin.ts', import.meta.url);

describe('the parts of the built <user-admin>', () => {
  let stage: TestStage;
  let documented: readonly string[];
  before(async () => {
    documented = (await readFile(ELEMENT, 'utf8'))
      .matchAll(/^ \* @csspart ([\w-]+)/gm)
      .map(([, name]) => name!)
      .toArray();
    stage = await createStage(['tables']);
  });
  after(() => stage.close());

  it('are the page’s to style, every one that is documented', async () => {
    const page = await stage.open('/app/tables/users');
    await sees(rowOf(page, 'Adam Okafor'));
    await style(page, documented);
    const seen = new Map<string, boolean>();
    const look = async () => {
      for (const [name, isStyled] of await page.evaluate(styled))
        if (documented.includes(name)) seen.set(name, (seen.get(name) ?? true) && isStyled);
    };
    await page.getByLabel('E-mail addresses').fill('mia@new.example, noah@new.example');
    await look();
    await rowOf(page, 'Adam Okafor').getByRole('button', { name: 'Actions for Adam Okafor' }).click();
    await sees(page.getByRole('menuitem', { name: 'Deactivate' }));
    await look();
    await page.getByRole('menuitem', { name: 'Deactivate' }).click();
    await sees(page.getByRole('dialog', { name: 'Deactivate Adam Okafor?' }));
    await look();
    await page.getByRole('button', { name: 'Deactivate', exact: true }).click();
    await sees(page.getByRole('button', { name: 'Undo' }));
    await look();
    await page.getByLabel(/^Search by name/).fill('nobody is called like this');
    await sees(page.getByText('Nobody matches'));
    await look();
    await page.locator('user-admin').evaluate((widget: UserAdminElement) => {
      widget.addEventListener('ua-before-invitation-create', (event) =>
        event.waitUntil(new Promise(() => {})),
      );
      widget.view = 'nonsense';
    });
    await page.getByRole('button', { name: 'Invite 2 people' }).click();
    await sees(page.getByText('Inviting 2 people'));
    await look();
    assert.deepEqual(
      documented.filter((name) => seen.get(name) !== true),
      [],
    );
  });
});

/** Marks every part that the page reaches. */
async function style(page: Page, names: readonly string[]): Promise<void> {
  await page.evaluate((parts) => {
    // Not inherited, or a part inside of another would seem to be reached.
    for (const name of parts) CSS.registerProperty({ name: `--seen-${name}`, syntax: '*', inherits: false });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(parts.map((name) => `user-admin::part(${name}) { --seen-${name}: yes }`).join('\n'));
    document.adoptedStyleSheets.push(sheet);
  }, names);
}

/** In the page: each part that is there, and whether the page reached all of it. */
function styled(): [name: string, isStyled: boolean][] {
  const found: [string, boolean][] = [];
  const visit = (root: ShadowRoot): void => {
    for (const element of root.querySelectorAll('*')) {
      for (const name of element.part)
        found.push([name, getComputedStyle(element).getPropertyValue(`--seen-${name}`).trim() === 'yes']);
      if (element.shadowRoot !== null) visit(element.shadowRoot);
    }
  };
  visit(document.querySelector('user-admin')!.shadowRoot!);
  return found;
}
