// <user-admin> on pages that do things to it: inherited looks, another direction of reading, little room.
import { expect } from '@open-wc/testing';
import { waitUntil } from '../testing/wait-until.ts';
import { setViewport } from '@web/test-runner-commands';
import { collaborators } from '../../shared/presets/collaborators.ts';
import { tables } from '../../shared/presets/tables.ts';
import { NOW, aMember } from '../testing/builders.ts';
import type { Stage } from '../testing/stage.ts';
import { aStage, controlOf, deep, found, gridOf, settled } from '../testing/stage.ts';

/** What a page may set on anything, and what of it would be inherited. */
const LOUD: Readonly<Record<string, string>> = {
  'text-indent': '20px',
  'text-shadow': '1px 1px red',
  'text-transform': 'uppercase',
  'text-align': 'center',
  'letter-spacing': '3px',
  'word-spacing': '9px',
  'word-break': 'break-all',
  'white-space': 'pre',
  'font-style': 'italic',
  'line-height': '40px',
  'font-size': '30px',
  cursor: 'crosshair',
  '-webkit-text-fill-color': 'red',
  'border-spacing': '12px',
  'list-style-type': 'square',
  'text-underline-offset': '9px',
};

/** Every element below `root`, through all shadow roots. */
function everything(root: ParentNode): Element[] {
  return [...root.querySelectorAll('*')].flatMap((element) => [
    element,
    ...(element.shadowRoot === null ? [] : everything(element.shadowRoot)),
  ]);
}

/** Which looks of the page have reached an element inside, and where. */
function leaks({ element }: Stage): string[] {
  return everything(element.renderRoot).flatMap((inner) => {
    if (['STYLE', 'SLOT'].includes(inner.tagName)) return [];
    const style = getComputedStyle(inner);
    return Object.entries(LOUD)
      .filter(([name]) => style.getPropertyValue(name) === getComputedStyle(element).getPropertyValue(name))
      .filter(
        ([name]) => !['text-align', 'white-space'].includes(name) || inner.matches('.frame, ua-notices'),
      )
      .map(([name]) => `${inner.localName}.${inner.className.toString()} has the page's ${name}`);
  });
}

/** Puts the page's looks on the element itself, where they win over its own. */
async function aLoudStage(setting: Parameters<typeof aStage>[0]): Promise<Stage> {
  const stage = await aStage(setting);
  for (const [name, value] of Object.entries(LOUD)) stage.element.style.setProperty(name, value);
  return stage;
}

/** Whether the words of `element` run from left to right. */
function runsForward(element: Element): boolean {
  const text = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const parts: DOMRect[] = [];
  for (let node = text.nextNode(); node !== null; node = text.nextNode()) {
    for (let at = 0; at < node.textContent!.length; at++) {
      if (node.textContent![at]!.trim() === '') continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      parts.push(range.getBoundingClientRect());
    }
  }
  return parts.length > 1 && parts.at(-1)!.left > parts[0]!.left;
}

describe('<user-admin> in its surroundings', () => {
  before(() => setViewport({ width: 1200, height: 900 }));

  for (const [policy, view] of [
    [tables, 'users'],
    [collaborators, 'collaborators'],
    [tables, 'permissions'],
    [collaborators, 'permissions'],
  ] as const) {
    it(`inherits no looks from the page in ${view} of ${policy.key}`, async () => {
      const stage = await aLoudStage({ policy, attributes: { view } });
      await found(stage, view === 'permissions' ? 'table' : '.row [data-control]');
      await settled(stage.element);
      expect(leaks(stage)).to.deep.equal([]);
    });
  }

  it('inherits no looks from the page in menus, dialogs and notices', async () => {
    const stage = await aLoudStage({
      policy: tables,
      members: [aMember(0, { roles: ['owner'] }), aMember(1, { roles: ['staff'], status: 'active' })],
    });
    await gridOf(stage);
    controlOf(stage, aMember(1).name, 'menu').click();
    await found(stage, '.item');
    deep(stage.element.renderRoot, '.item.danger:last-of-type')!.click();
    await found(stage, 'dialog[open]');
    await stage.element.updateComplete;
    expect(leaks(stage)).to.deep.equal([]);
  });

  for (const layout of [
    'display: flex',
    'display: flex; flex-direction: column; align-items: center',
    'display: grid; place-items: center',
  ])
    it(`takes the width of the page where that says ${layout}`, async () => {
      const stage = await aStage();
      stage.element.parentElement!.style.cssText += layout;
      await gridOf(stage);
      expect(stage.element.offsetWidth).to.equal(1200);
    });

  it('is hidden and out of reach where the page hides it or takes it out of reach', async () => {
    const stage = await aStage();
    await gridOf(stage);
    stage.element.style.visibility = 'hidden';
    stage.element.style.pointerEvents = 'none';
    const button = controlOf(stage, aMember(1).name, 'menu');
    expect([getComputedStyle(button).visibility, getComputedStyle(button).pointerEvents]).to.deep.equal([
      'hidden',
      'none',
    ]);
  });

  it('keeps the words of a sentence in order on a page that reads from right to left', async () => {
    const members = [aMember(0, { roles: ['owner'] }), aMember(1, { lastSignInAt: NOW - 12 * 3_600_000 })];
    const stage = await aStage({
      policy: tables,
      members,
      attributes: { dir: 'rtl', filter: 'role=owner,member' },
    });
    await gridOf(stage);
    const spoken = ['h2 + .muted', 'time', '.foot > span'].map((selector) =>
      deep(stage.element.renderRoot, selector)!,
    );
    await waitUntil(() => deep(stage.element.renderRoot, '.foot > span') !== null);
    for (const element of spoken) expect(runsForward(element), element.textContent!).to.equal(true);
    const head = deep(stage.element.renderRoot, 'ua-member-list')!.shadowRoot!.querySelector('.title')!;
    expect(head.firstElementChild!.getBoundingClientRect().left).to.be.above(
      head.lastElementChild!.getBoundingClientRect().left,
    );
  });

  it('shows the last sign-in at the same place of every card, however long it is', async () => {
    const members = [null, NOW - 60_000, NOW - 70 * 86_400_000].map((lastSignInAt, number) =>
      aMember(number, { lastSignInAt, roles: ['owner'] }),
    );
    const stage = await aStage({ policy: tables, members, width: 336 });
    const grid = await gridOf(stage);
    const places = [...grid.renderRoot.querySelectorAll('.body .row')].map((row) => {
      const [cell, text] = [row, row.querySelector('.lastSignIn > *')!].map((part) =>
        part.getBoundingClientRect(),
      );
      expect(text!.bottom, 'inside its card').to.be.below(cell!.bottom);
      return [text!.left - cell!.left, text!.top - cell!.top];
    });
    expect(places).to.have.length(3);
    for (const axis of [0, 1]) {
      const along = places.map((place) => place[axis]!);
      expect(Math.max(...along) - Math.min(...along), along.join()).to.be.at.most(1);
    }
  });
});
