// Every `--ua-*` property that <user-admin> promises changes what it says it changes.
import { expect } from '@open-wc/testing';
import { aStage, deep, listOf, settled } from '../testing/stage.ts';
import type { Stage } from '../testing/stage.ts';
import { declaredSurface } from '../testing/surface.ts';
import { waitUntil } from '../testing/wait-until.ts';

interface Case {
  /** What the page sets. */
  readonly value: string;
  /** What is looked at. */
  readonly where: string;
  readonly property: string;
  /** What is seen then; `value` where it is the same. */
  readonly seen?: string;
}

const COLOUR = 'rgb(1, 2, 3)';
const colour = (where: string, property: string): Case => ({ value: COLOUR, where, property });

/** A property that is promised and not here fails. `--_…` is looked at where a state shows it that no test can be in at rest. */
const CASES: Readonly<Record<string, Case>> = {
  '--ua-accent': colour('ua-member-list', '--_accent'),
  '--ua-on-accent': colour('ua-member-list', '--_on-accent'),
  '--ua-danger': colour('ua-member-list', '--_danger'),
  '--ua-surface': colour('ua-member-list .card', 'background-color'),
  '--ua-subtle': colour('ua-member-list', '--_subtle'),
  '--ua-hover': colour('ua-member-list', '--_hover'),
  '--ua-line': colour('ua-member-list .card', 'border-top-color'),
  '--ua-line-strong': colour('ua-member-toolbar .select.sort', 'border-top-color'),
  '--ua-text': colour('ua-member-list h2', 'color'),
  '--ua-muted': colour('ua-member-list .muted', 'color'),
  '--ua-focus': { value: COLOUR, where: 'focused', property: 'outline-color' },
  '--ua-focus-width': { value: '5px', where: 'focused', property: 'outline-width' },
  '--ua-font': { value: 'monospace', where: 'ua-member-list .muted', property: 'font-family' },
  '--ua-heading-font': { value: 'monospace', where: 'ua-member-list h2', property: 'font-family' },
  '--ua-font-size': { value: '20px', where: 'ua-member-toolbar .select.sort', property: 'font-size' },
  '--ua-radius': {
    value: '3px',
    where: 'ua-member-toolbar .select.sort',
    property: 'border-top-left-radius',
  },
  '--ua-space': { value: '30px', where: 'ua-member-list', property: '--_space' },
  '--ua-control-height': {
    value: '50px',
    where: 'ua-member-toolbar .select.sort',
    property: 'min-block-size',
  },
  '--ua-row-height': { value: '70px', where: '.body .row', property: 'block-size' },
  '--ua-list-height': { value: '200px', where: 'ua-member-grid .scroller', property: 'max-block-size' },
  '--ua-motion': {
    value: '7s',
    where: 'ua-member-list',
    property: '--_quick',
    seen: '7s cubic-bezier(0.2, 0, 0, 1)',
  },
};

/** What `where` names: an element and what is inside of its shadow root. */
function at({ element }: Stage, where: string): Element {
  if (where === 'focused') {
    const search = deep(element.renderRoot, '.button')!;
    search.focus({ focusVisible: true } as FocusOptions);
    return search;
  }
  const [host, inner] = where.startsWith('ua-') ? where.split(/ (.*)/s) : [where];
  const found = deep(element.renderRoot, host!)!;
  return inner === undefined || inner === '' ? found : found.shadowRoot!.querySelector(inner)!;
}

describe('the style properties of <user-admin>', () => {
  it('are all here, each with its default', async () => {
    const { cssProperties } = await declaredSurface();
    expect(cssProperties.map(({ name }) => name).toSorted()).to.deep.equal(Object.keys(CASES).toSorted());
    expect(cssProperties.filter(({ initial }) => initial === '')).to.deep.equal([]);
  });

  for (const [name, { value, where, property, seen = value }] of Object.entries(CASES)) {
    it(`${name} is what the page says, at ${where}`, async () => {
      const stage = await aStage();
      await listOf(stage);
      const read = () => getComputedStyle(at(stage, where)).getPropertyValue(property);
      expect(read()).to.not.equal(seen);
      stage.element.style.setProperty(name, value);
      await settled(stage.element);
      // What rests on a measurement follows in its own time.
      await waitUntil(() => read() === seen, `it is ${seen}`);
    });
  }
});
