// Whether every view has room: from a phone to a wide screen, in both directions of writing, at twice the size, in few colours.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import type { PolicyKey } from './policies.ts';
import { STAGES } from './policies.ts';
import type { TestStage } from './testing/stage.ts';
import { createStage, sees } from './testing/stage.ts';
import { settle } from './testing/stills.ts';

/** From the narrowest phone to a wide screen; 640 is what is left of 1280 at twice the size. */
const WIDTHS = [320, 360, 640, 768, 1280, 1600];
const POLICIES: readonly PolicyKey[] = ['tables', 'collaborators', 'packages', 'workspaces', 'directory'];

describe('the looks of every view', () => {
  let stage: TestStage;
  before(async () => {
    stage = await createStage(POLICIES);
  });
  after(() => stage.close());

  const open = async (policy: PolicyKey): Promise<Page> => {
    const page = await stage.open(`/strict.html?policy=${policy}`);
    await sees(page.locator('user-admin').getByRole('heading', { level: 2 }));
    return page;
  };

  for (const policy of POLICIES)
    it(`nothing in ${policy} is cut off or wider than its place, at any width, from left to right and from right to left`, async () => {
      const page = await open(policy);
      const views = [...STAGES[policy].policy.views, 'settings', 'account'];
      const found: string[] = [];
      for (const view of views) {
        const isShown = await page
          .locator('user-admin')
          .evaluate(
            (widget, name) => (widget as unknown as { selectView(name: string): boolean }).selectView(name),
            view,
          );
        if (!isShown) continue;
        for (const direction of ['ltr', 'rtl'])
          for (const width of WIDTHS) {
            await page.evaluate((dir) => (document.documentElement.dir = dir), direction);
            await page.setViewportSize({ width, height: 900 });
            await settle(page);
            const spills = await page.evaluate(spilt);
            found.push(...spills.map((what) => `${view} at ${width} ${direction}: ${what}`));
          }
      }
      assert.equal(found.join('\n'), '');
      await page.context().close();
    });
});

/** What of the widget is cut off without a way to see it, or reaches out of its place; runs in the page. */
function spilt(): string[] {
  const widget = document.querySelector('user-admin')!;
  const place = widget.getBoundingClientRect();
  const name = (one: Element): string =>
    `${(one.getRootNode() as ShadowRoot).host?.localName ?? ''} ${one.localName}.${one.className}`.trim();
  const found = new Set<string>();
  const root = document.documentElement;
  if (root.scrollWidth > root.clientWidth)
    found.add(`the page is ${root.scrollWidth - root.clientWidth} px wider than the window`);
  const look = (parent: ParentNode, isCaught: boolean): void => {
    for (const one of parent.children) {
      const { overflowX, textOverflow, position, clipPath } = getComputedStyle(one);
      const { left, right, width, height } = one.getBoundingClientRect();
      const isSeen = width > 1 && height > 1 && clipPath === 'none';
      if (isSeen && !isCaught && position !== 'fixed' && (left < place.left - 1 || right > place.right + 1))
        found.add(
          `${name(one)} reaches ${Math.round(Math.max(place.left - left, right - place.right))} px out`,
        );
      const cuts = /hidden|clip/.test(overflowX);
      // What somebody types scrolls by itself.
      const isField = /^(?:input|select|textarea)$/.test(one.localName);
      if (isSeen && cuts && !isField && textOverflow !== 'ellipsis' && one.scrollWidth > one.clientWidth + 1)
        found.add(`${name(one)} cuts off ${one.scrollWidth - one.clientWidth} px`);
      const caught = isCaught || /auto|scroll/.test(overflowX) || cuts;
      look(one, caught);
      if (one.shadowRoot) look(one.shadowRoot, caught);
    }
  };
  look(widget.shadowRoot!, false);
  return [...found];
}
