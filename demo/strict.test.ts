// The widget under the strictest content security policy that it promises to live with.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { TestStage } from './testing/stage.ts';
import { createStage, rowOf, sees } from './testing/stage.ts';

describe('a page under a strict policy', () => {
  let stage: TestStage;
  before(async () => {
    stage = await createStage(['tables', 'collaborators', 'packages', 'workspaces', 'directory']);
  });
  // Closing also says whether any page asked another origin.
  after(() => stage.close());

  it('is served with it to the letter', async () => {
    const response = await fetch(`${stage.url}/strict.html`);
    assert.equal(
      response.headers.get('Content-Security-Policy'),
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; require-trusted-types-for 'script'; trusted-types lit-html",
    );
  });

  it('counts a violation where there is one, so that none means none', async () => {
    const page = await stage.open('/strict.html', { isWatched: false });
    await sees(page.getByRole('tab', { name: 'Users' }));
    await page.evaluate(() => document.body.setAttribute('style', 'color: red'));
    await sees(page.getByText('The browser reported 1 violations of it.'));
    await sees(page.getByText('style-src-attr stopped inline'));
  });

  for (const policy of ['packages', 'workspaces', 'directory'])
    it(`shows every view of ${policy}, and the form of a person, without a violation`, async () => {
      const page = await stage.open(`/strict.html?policy=${policy}`);
      await sees(page.getByRole('tab').first());
      for (const tab of (await page.getByRole('tab').all()).toReversed()) {
        await tab.click();
        await sees(page.getByRole('tabpanel').getByRole('heading', { level: 2 }));
      }
      await rowOf(page, 'Adam Okafor').getByRole('button', { name: 'Actions for Adam Okafor' }).click();
      await page
        .getByRole('menuitem', { name: 'Edit' })
        .or(page.getByRole('menuitem', { name: /details|Show/ }))
        .first()
        .click();
      await sees(page.getByRole('dialog'));
      await page.keyboard.press('Escape');
      assert.deepEqual(await page.locator('#violations li').allInnerTexts(), []);
    });

  it('shows every view, dialog and menu of the widget without a violation', async () => {
    for (const policy of ['tables', 'collaborators']) {
      const page = await stage.open(`/strict.html?policy=${policy}`);
      await sees(page.getByRole('tab').first());
      for (const tab of await page.getByRole('tab').all()) {
        await tab.click();
        await sees(page.getByRole('tabpanel').getByRole('heading', { level: 2 }));
      }
      await page.getByRole('tab', { name: 'Users' }).click();
      await rowOf(page, 'Adam Okafor').getByRole('checkbox').check();
      await rowOf(page, 'Adam Okafor').getByRole('button', { name: 'Actions for Adam Okafor' }).click();
      await page.getByRole('menuitem', { name: policy === 'tables' ? 'Deactivate' : 'Remove' }).click();
      await sees(page.getByRole('dialog'));
      await page.keyboard.press('Escape');
      assert.equal(await page.getByRole('status').first().textContent(), '0');
      assert.deepEqual(await page.locator('#violations li').allInnerTexts(), []);
    }
  });
});
