// Every part that <user-admin> promises can be styled by the page, however deep it is.
import { expect } from '@open-wc/testing';
import { aMember, aViewer, someMembers } from '../testing/builders.ts';
import { tables } from '../../shared/presets/tables.ts';
import { confirm, deedsOf, dialogOf, names } from '../testing/list-stage.ts';
import { aStage, choose, controlOf, deep, found, listOf, settled } from '../testing/stage.ts';
import type { Setting, Stage } from '../testing/stage.ts';
import { declaredSurface, everyDeep } from '../testing/surface.ts';
import { waitUntil } from '../testing/wait-until.ts';
import type { AddressBoxElement } from '../ui/address-box.ts';

const MARK = 'rgb(1, 2, 3)';

/** Where the parts are seen that a list of people does not show. */
const SCENES: Readonly<Record<string, () => Promise<Stage>>> = {
  people: () => shown({ viewer: { isSignedIn: true } }),
  inviting: async () => {
    const stage = await shown();
    const box = await found<AddressBoxElement>(stage, 'ua-address-box');
    box.value = 'ann@example.com';
    await settled(stage.element);
    return stage;
  },
  menu: async () => {
    const stage = await shown();
    await deedsOf(stage, names(stage)[3]!);
    return stage;
  },
  question: async () => {
    const stage = await asked();
    await dialogOf(stage);
    return stage;
  },
  prevented: async () => {
    const stage = await asked();
    stage.element.addEventListener('ua-before-member-deactivate', (event) => event.preventDefault());
    await confirm(stage);
    await found(stage, '.error[role=alert]');
    return stage;
  },
  told: async () => {
    const stage = await shown({ members: [...someMembers(4, tables, ['owner']), OFF] });
    controlOf(stage, OFF.name, 'reactivate').click();
    await found(stage, '.notice');
    return stage;
  },
  archived: () => shown({ viewer: { workspace: { ...aViewer().workspace, isArchived: true } } }),
  nobody: async () => {
    const stage = await aStage({ members: [] });
    await found(stage, 'ua-empty-state');
    return stage;
  },
  running: async () => {
    const stage = await shown();
    stage.api.before = ({ name }) => (name === 'members.changeMany' ? new Promise(() => {}) : undefined);
    (await found<HTMLInputElement>(stage, '.head input')).click();
    await settled(stage.element);
    choose(deep(stage.element.renderRoot, 'ua-bulk-bar')!.shadowRoot!.querySelector('select')!, 'staff');
    await confirm(stage);
    await found(stage, 'progress');
    return stage;
  },
};

const OFF = aMember(20, { name: 'Dan Off', status: 'deactivated', roles: ['staff'] });

/** The scene that each part is in: one that is promised and not here fails. */
const PARTS: Readonly<Record<string, keyof typeof SCENES>> = {
  tabs: 'people',
  tab: 'people',
  'tab-selected': 'people',
  links: 'people',
  side: 'people',
  panel: 'people',
  card: 'people',
  heading: 'people',
  toolbar: 'people',
  search: 'people',
  field: 'people',
  table: 'people',
  column: 'people',
  row: 'people',
  cell: 'people',
  name: 'people',
  avatar: 'people',
  badge: 'people',
  button: 'people',
  'button-primary': 'people',
  'button-quiet': 'people',
  chip: 'inviting',
  menu: 'menu',
  'menu-item': 'menu',
  dialog: 'question',
  'button-danger': 'question',
  error: 'prevented',
  notice: 'told',
  link: 'told',
  banner: 'archived',
  empty: 'nobody',
  progress: 'running',
};

async function shown(setting: Setting = {}): Promise<Stage> {
  const stage = await aStage(setting);
  await listOf(stage);
  await found(stage, '.row [data-control="menu"]').catch(() => undefined);
  return stage;
}

async function asked(): Promise<Stage> {
  const stage = await shown();
  (await deedsOf(stage, names(stage)[3]!))[0]!.click();
  return stage;
}

describe('the parts of <user-admin>', () => {
  let sheet: HTMLStyleElement;
  before(async () => {
    const { parts } = await declaredSurface();
    expect(parts.map(({ name }) => name).toSorted()).to.deep.equal(Object.keys(PARTS).toSorted());
    // Not inherited, or a part inside of another would seem to be reached.
    for (const { name } of parts)
      CSS.registerProperty({ name: `--seen-${name}`, syntax: '*', inherits: false });
    sheet = document.createElement('style');
    sheet.textContent = parts
      .map(({ name }) => `memory-user-admin::part(${name}) { --seen-${name}: ${MARK}; }`)
      .join('\n');
    document.head.append(sheet);
  });
  after(() => sheet.remove());

  for (const [scene, play] of Object.entries(SCENES)) {
    const parts = Object.keys(PARTS).filter((name) => PARTS[name] === scene);
    it(`are styled by the page where they are seen, ${scene}: ${parts.join(', ')}`, async () => {
      const { element } = await play();
      for (const name of parts) {
        await waitUntil(
          () => everyDeep(element.renderRoot, `[part~="${name}"]`).length > 0,
          `there is a ${name}`,
        );
        for (const part of everyDeep(element.renderRoot, `[part~="${name}"]`))
          expect(getComputedStyle(part).getPropertyValue(`--seen-${name}`), name).to.equal(MARK);
      }
    });
  }
});
