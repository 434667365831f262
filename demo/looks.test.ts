// Whether every view has room: from a phone to a wide screen, in both directions of writing, at twice the size, in few colours.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import type { PolicyKey } from './policies.ts';
import { STAGES } from './policies.ts';
import type { TestStage } from './testing/stage.ts';
import { PATIENCE, createStage, sees } from './testing/stage.ts';
import { MOMENTS } from '../scripts/screenshot-moments.ts';
import { settle } from './testing/stills.ts';

/** From the narrowest phone to a wide screen; 640 is what is left of 1280 at twice the size. */
const DIRECTIONS = [
  ['ltr', [320, 360, 640, 768, 1280, 1600]],
  ['rtl', [320, 768, 1280]],
] as const;
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
        for (const [direction, widths] of DIRECTIONS)
          for (const width of widths) {
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

  for (const [name, { at, make }] of Object.entries(MOMENTS).filter(([key]) => key !== 'home'))
    it(`${name} has room on a phone, and at twice the size`, async () => {
      const page = await stage.open(`/app/${at}`, { isWatched: false });
      await page.setViewportSize({ width: 320, height: 640 });
      await make(page);
      const found: string[] = [];
      for (const width of [320, 640])
        for (const direction of ['ltr', 'rtl']) {
          await page.evaluate((dir) => (document.documentElement.dir = dir), direction);
          await page.setViewportSize({ width, height: width === 640 ? 450 : 640 });
          await settle(page);
          const spills = await page.evaluate(spilt);
          found.push(...spills.map((what) => `${width} ${direction}: ${what}`));
        }
      assert.equal(found.join('\n'), '');
      await page.context().close();
    });

  it('compact makes rows and controls lower while they are shown, and what the page says itself still counts', async () => {
    const page = await open('tables');
    const widget = page.locator('user-admin');
    await sees(page.getByRole('row', { name: 'Amara Diallo' }));
    /** How far one row is from the next, how high a row is, and how high a field. */
    const sizes = async (): Promise<number[]> => {
      const tops = await Promise.all(
        ['Adam Okafor', 'Amara Diallo'].map((name) => page.getByRole('row', { name }).boundingBox()),
      );
      const field = await page.getByRole('searchbox').boundingBox();
      return [tops[1]!.y - tops[0]!.y, tops[0]!.height, field!.height].map(Math.round);
    };
    const become = async (wanted: number[]): Promise<void> => {
      const until = Date.now() + PATIENCE;
      while ((await sizes()).join() !== wanted.join() && Date.now() < until)
        await page.evaluate(() => new Promise(requestAnimationFrame));
      assert.deepEqual(await sizes(), wanted);
    };
    await become([52, 52, 36]);
    await widget.evaluate((one) => one.setAttribute('density', 'compact'));
    await become([40, 40, 30]);
    await widget.evaluate((one: HTMLElement) => one.style.setProperty('--ua-row-height', '5rem'));
    await become([80, 80, 30]);
    await page.context().close();
  });

  it('what only a colour says is said otherwise too where the viewer chooses the colours', async () => {
    const page = await open('workspaces');
    await page.emulateMedia({ forcedColors: 'active' });
    const lookOf = (name: string, role: 'tab' | 'button' | 'row'): Promise<string> =>
      page
        .getByRole(role, { name })
        .first()
        .evaluate((one) => {
          const { outlineStyle, outlineWidth, borderTopStyle, borderTopWidth } = getComputedStyle(one);
          const line = getComputedStyle(one, '::after').borderBottomWidth;
          return `${outlineStyle} ${outlineWidth} ${borderTopStyle} ${borderTopWidth} ${line}`;
        });
    // The view that is shown among the tabs, the way beside them that was taken, a button, and a row that is selected.
    assert.notEqual(await lookOf('Users', 'tab'), await lookOf('Permissions', 'tab'));
    assert.match(await lookOf('Invite user', 'button'), / solid 1px/);
    const before = await lookOf('Adam Okafor', 'row');
    await page.getByRole('checkbox', { name: 'Select Adam Okafor' }).check();
    assert.notEqual(await lookOf('Adam Okafor', 'row'), before);
    const aside = await lookOf('Settings', 'button');
    await page.getByRole('button', { name: 'Settings' }).click();
    await page.getByRole('tab', { name: 'Users' }).focus();
    assert.notEqual(await lookOf('Settings', 'button'), aside);
    await page.context().close();
  });

  it('nothing moves for who asked for calm, and something does for who did not', async () => {
    const page = await open('tables');
    // Long enough to be caught in the act.
    await page
      .locator('user-admin')
      .evaluate((widget: HTMLElement) => widget.style.setProperty('--ua-motion', '60s'));
    const moved = async (reducedMotion: 'reduce' | 'no-preference'): Promise<number> => {
      await page.emulateMedia({ reducedMotion });
      await page.getByRole('button', { name: 'Actions for Adam Okafor' }).click();
      await page.getByRole('menuitem', { name: 'Deactivate' }).click();
      const dialog = page.getByRole('dialog');
      await sees(dialog);
      const count = await dialog.evaluate((one) => one.getAnimations({ subtree: true }).length);
      await page.keyboard.press('Escape');
      return count;
    };
    assert.equal(await moved('reduce'), 0);
    assert.ok((await moved('no-preference')) > 0);
    await page.context().close();
  });
});

/** What of the widget is cut off without a way to see it, or reaches out of its place; runs in the page. */
function spilt(): string[] {
  const widget = document.querySelector('user-admin')!;
  const name = (one: Element): string =>
    `${(one.getRootNode() as ShadowRoot).host?.localName ?? ''} ${one.localName}.${one.className}`.trim();
  const found = new Set<string>();
  const root = document.documentElement;
  if (root.scrollWidth > root.clientWidth)
    found.add(`the page is ${root.scrollWidth - root.clientWidth} px wider than the window`);
  const look = (parent: ParentNode, within: DOMRect, isCaught: boolean): void => {
    for (const one of parent.children) {
      // What stands above the page has the whole window.
      const isAbove = one.matches(':modal, :popover-open');
      const place = isAbove ? new DOMRect(0, 0, root.clientWidth, root.clientHeight) : within;
      const { overflowX, textOverflow, position, clipPath } = getComputedStyle(one);
      const { left, right, width, height } = one.getBoundingClientRect();
      const isSeen = width > 1 && height > 1 && clipPath === 'none';
      if (
        isSeen &&
        (!isCaught || isAbove) &&
        (isAbove || position !== 'fixed') &&
        (left < place.left - 1 || right > place.right + 1)
      )
        found.add(
          `${name(one)} reaches ${Math.round(Math.max(place.left - left, right - place.right))} px out`,
        );
      const cuts = /hidden|clip/.test(overflowX);
      // What somebody types scrolls by itself.
      const isField = /^(?:input|select|textarea)$/.test(one.localName);
      if (isSeen && cuts && !isField && textOverflow !== 'ellipsis' && one.scrollWidth > one.clientWidth + 1)
        found.add(`${name(one)} cuts off ${one.scrollWidth - one.clientWidth} px`);
      const caught = (isCaught && !isAbove) || /auto|scroll/.test(overflowX) || cuts;
      look(one, place, caught);
      if (one.shadowRoot) look(one.shadowRoot, place, caught);
    }
  };
  look(widget.shadowRoot!, widget.getBoundingClientRect(), false);
  return [...found];
}
