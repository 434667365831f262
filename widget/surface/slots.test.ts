// Every slot that <user-admin> promises shows what the page puts into it.
import { expect } from '@open-wc/testing';
import { collaborators } from '../../shared/presets/collaborators.ts';
import { aStage, found, listOf } from '../testing/stage.ts';
import type { Setting, Stage } from '../testing/stage.ts';
import { declaredSurface } from '../testing/surface.ts';
import { waitUntil } from '../testing/wait-until.ts';

interface Case {
  readonly setting?: Setting;
  /** What stands there before anything of the page's does. */
  readonly ready: (stage: Stage) => Promise<unknown>;
  /** Whether it is where it belongs, beside the panel. */
  readonly isPlaced: (slotted: DOMRect, panel: DOMRect) => boolean;
}

const people = { ready: listOf };
const inside = (slotted: DOMRect, panel: DOMRect): boolean =>
  slotted.top > panel.top && slotted.bottom < panel.bottom;

/** A slot that is promised and not here fails. */
const SLOTS: Readonly<Record<string, Case>> = {
  header: { ...people, isPlaced: (slotted, panel) => slotted.bottom < panel.top },
  toolbar: { ...people, isPlaced: (slotted, panel) => slotted.bottom < panel.top },
  footer: { ...people, isPlaced: (slotted, panel) => slotted.top >= panel.bottom },
  empty: { setting: { members: [] }, ready: (stage) => found(stage, 'ua-empty-state'), isPlaced: inside },
  forbidden: {
    setting: { policy: { ...collaborators, views: [] } },
    ready: (stage) => found(stage, 'ua-empty-state'),
    isPlaced: () => true,
  },
};

/** The page's own thing, in the slot. */
function put(stage: Stage, name: string): HTMLElement {
  const own = document.createElement('button');
  own.slot = name;
  own.textContent = 'Ask for help';
  stage.element.append(own);
  return own;
}

describe('the slots of <user-admin>', () => {
  it('are all here', async () => {
    const { slots } = await declaredSurface();
    expect(slots.map(({ name }) => name).toSorted()).to.deep.equal(Object.keys(SLOTS).toSorted());
  });

  for (const [name, { setting, ready, isPlaced }] of Object.entries(SLOTS)) {
    it(`shows what the page puts into ${name}, in its place`, async () => {
      const stage = await aStage(setting);
      await ready(stage);
      const own = put(stage, name);
      await waitUntil(
        () => own.checkVisibility() && own.getBoundingClientRect().height > 0,
        `${name} is seen`,
      );
      const panel = stage.element.renderRoot.querySelector('.panel')?.getBoundingClientRect();
      expect(isPlaced(own.getBoundingClientRect(), panel ?? new DOMRect())).to.equal(true);
    });
  }

  it('take no room while there is nothing in them', async () => {
    const stage = await aStage();
    await listOf(stage);
    const height = stage.element.offsetHeight;
    put(stage, 'header').remove();
    expect(stage.element.offsetHeight).to.equal(height);
    for (const slot of stage.element.renderRoot.querySelectorAll('slot'))
      expect(slot.getBoundingClientRect().height).to.equal(0);
  });

  it('show what is not for any of them nowhere, so that a page can say something until the element is there', async () => {
    const stage = await aStage();
    const waiting = document.createElement('p');
    waiting.textContent = 'Loading people';
    stage.element.append(waiting);
    await listOf(stage);
    expect(waiting.checkVisibility()).to.equal(false);
  });
});
