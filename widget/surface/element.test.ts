// Every property and method that <user-admin> promises does what it says, and the before-events of real work by hand.
import { expect } from '@open-wc/testing';
import { collaborators } from '../../shared/presets/collaborators.ts';
import { tables } from '../../shared/presets/tables.ts';
import { aMember, aViewer } from '../testing/builders.ts';
import { aList, confirm, deedsOf, dialogOf } from '../testing/list-stage.ts';
import { MemoryUserAdminElement } from '../testing/memory-element.ts';
import {
  aStage,
  anApi,
  announced,
  choose,
  controlOf,
  deep,
  focused,
  found,
  listOf,
  rowOf,
  settled,
} from '../testing/stage.ts';
import type { Stage } from '../testing/stage.ts';
import { declaredSurface, everyDeep } from '../testing/surface.ts';
import { waitUntil } from '../testing/wait-until.ts';
import type { InviteCardElement } from '../invitations/invite-card.ts';

type Check = () => Promise<void>;

const selected = ({ element }: Stage) =>
  element.renderRoot.querySelector('[role=tab][aria-selected=true]')?.textContent?.trim();

/** What stands in the attribute of that name once the property has been set. */
async function reflects(
  name: 'view' | 'filter' | 'person' | 'theme' | 'density',
  value: string,
): Promise<void> {
  const stage = await aStage();
  await listOf(stage);
  stage.element[name] = value;
  await stage.element.updateComplete;
  expect(stage.element.getAttribute(name)).to.equal(value);
}

/** A property that is promised and not here fails. */
const PROPERTIES: Readonly<Record<string, Check>> = {
  endpoint: async () => {
    const stage = await aStage({ attributes: { endpoint: '/people' } });
    await listOf(stage);
    const asked = stage.api.count('viewer');
    stage.element.endpoint = '/other';
    await waitUntil(() => stage.api.count('viewer') > asked, 'it begins anew');
  },
  workspace: async () => {
    const stage = await aStage({ attributes: { workspace: 'one' } });
    await listOf(stage);
    const asked = stage.api.count('viewer');
    stage.element.setAttribute('workspace', 'two');
    await waitUntil(() => stage.api.count('viewer') > asked, 'it begins anew');
  },
  view: () => reflects('view', 'permissions'),
  filter: () => reflects('filter', 'role=staff'),
  person: () => reflects('person', 'm1'),
  theme: async () => {
    await reflects('theme', 'dark');
    const stage = await aStage({ attributes: { theme: 'dark' } });
    expect(getComputedStyle(stage.element).colorScheme).to.equal('dark');
  },
  density: async () => {
    await reflects('density', 'compact');
    const high = await aStage();
    await listOf(high);
    const low = await aStage({ attributes: { density: 'compact' } });
    await listOf(low);
    const height = (stage: Stage) => deep(stage.element.renderRoot, '.body .row')!.offsetHeight;
    await waitUntil(() => height(low) < height(high), 'rows are lower');
  },
  token: async () => {
    const stage = await aStage();
    await listOf(stage);
    const asked = stage.api.count('viewer');
    stage.element.token = () => Promise.resolve('a token');
    await waitUntil(() => stage.api.count('viewer') > asked, 'it begins anew');
    expect(stage.element.outerHTML).to.not.include('a token');
  },
  links: async () => {
    const stage = await aStage();
    await listOf(stage);
    stage.element.links = { support: 'https://help.example/', api: 'javascript:alert(1)' };
    await stage.element.updateComplete;
    const links = [...stage.element.renderRoot.querySelectorAll<HTMLAnchorElement>('.links a')];
    expect(links.map(({ href }) => href)).to.deep.equal(['https://help.example/']);
  },
  words: async () => {
    const stage = await aStage();
    stage.element.words = { Staff: 'Team' };
    await listOf(stage);
    await waitUntil(() =>
      everyDeep(stage.element.renderRoot, '[data-control=role]').some(({ textContent }) =>
        textContent!.includes('Team'),
      ),
    );
  },
};

/** A method that is promised and not here fails. */
const METHODS: Readonly<Record<string, Check>> = {
  refresh: async () => {
    const stage = await aStage();
    await listOf(stage);
    const asked = stage.api.count('members.list');
    expect(stage.element.refresh()).to.equal(undefined);
    await waitUntil(() => stage.api.count('members.list') > asked);
  },
  selectView: async () => {
    expect(new MemoryUserAdminElement().selectView('permissions')).to.equal(false);
    const stage = await aStage();
    await listOf(stage);
    expect(stage.element.selectView('nonsense')).to.equal(false);
    expect(stage.element.selectView('permissions')).to.equal(true);
    await stage.element.updateComplete;
    expect(selected(stage)).to.equal('Permissions');
  },
  openMember: async () => {
    expect(new MemoryUserAdminElement().openMember('m1')).to.equal(false);
    const stage = await aStage();
    await listOf(stage);
    const told: string[] = [];
    stage.element.addEventListener('ua-view-changed', ({ view, person }) => told.push(view, person));
    const { id } = stage.api.people[2]!;
    expect(stage.element.openMember(id)).to.equal(true);
    await found(stage, 'ua-member-page');
    await waitUntil(() => told.length > 0);
    expect(told).to.deep.equal(['member', id]);
    const stranger = await aStage({ policy: collaborators, role: 'editor' });
    await found(stranger, '.panel');
    expect(stranger.element.openMember('m1')).to.equal(false);
  },
  openInvite: async () => {
    expect(await new MemoryUserAdminElement().openInvite()).to.equal(false);
    const stage = await aStage({ attributes: { view: 'permissions' } });
    await found(stage, '[role=tab]');
    const prefill = { addresses: ['ann@example.com', 'Ben <ben@example.com>'], roles: ['staff', 'nonsense'] };
    expect(await stage.element.openInvite(prefill)).to.equal(true);
    expect(selected(stage)).to.equal('Users');
    const card = await found<InviteCardElement>(stage, 'ua-invite-card');
    expect(card.box!.value).to.include('ann@example.com').and.to.include('ben@example.com');
    expect(card.roles).to.deep.equal(['staff']);
    await waitUntil(() => focused()?.closest('.box') !== null);
  },
  focus: async () => {
    const stage = await aStage();
    await listOf(stage);
    stage.element.focus();
    await waitUntil(() => stage.element.matches(':focus-within'));
  },
};

describe('<user-admin> keeps its promises', () => {
  it('has a check for each property and each method', async () => {
    const { properties, methods } = await declaredSurface();
    expect(properties.map(({ name }) => name).toSorted()).to.deep.equal(Object.keys(PROPERTIES).toSorted());
    expect(methods.map(({ name }) => name).toSorted()).to.deep.equal(Object.keys(METHODS).toSorted());
  });
  for (const [name, check] of Object.entries(PROPERTIES)) it(`property ${name}`, check);
  for (const [name, check] of Object.entries(METHODS)) it(`method ${name}()`, check);

  it('takes every property that was set before it was there', async () => {
    const early = { view: 'permissions', filter: 'role=staff', theme: 'dark', density: 'compact' };
    const element = Object.assign(document.createElement('late-user-admin'), early, { api: anApi() });
    document.body.append(element);
    class LateUserAdminElement extends MemoryUserAdminElement {}
    customElements.define('late-user-admin', LateUserAdminElement);
    const late = element as unknown as LateUserAdminElement;
    await late.updateComplete;
    for (const [name, value] of Object.entries(early)) expect(late.getAttribute(name)).to.equal(value);
    late.remove();
  });
});

describe('what a page may prevent, by hand', () => {
  it('T19 W51 keeps a question open with its reason while the page does not let it happen, and does it once the page does', async () => {
    const stage = await aList();
    let gate = Promise.withResolvers<void>();
    let isAsked = 0;
    stage.element.addEventListener('ua-before-member-deactivate', (event) => {
      isAsked += 1;
      event.waitUntil(gate.promise);
    });
    const errors: string[] = [];
    stage.element.addEventListener('ua-error', ({ code }) => errors.push(code));
    (await deedsOf(stage, 'Cleo Staff'))[0]!.click();
    await dialogOf(stage);
    const field = await found<HTMLInputElement>(stage, '#note');
    field.value = 'Left the team';
    field.dispatchEvent(new Event('input', { bubbles: true }));
    await confirm(stage);
    await waitUntil(() => isAsked === 1);
    expect(stage.api.count('members.deactivate')).to.equal(0);
    gate.reject(new Error('Not today'));
    await found(stage, '.error[role=alert]');
    expect((await found<HTMLInputElement>(stage, '#note')).value).to.equal('Left the team');
    gate = Promise.withResolvers<void>();
    await settled(stage.element);
    await confirm(stage);
    await waitUntil(() => isAsked === 2);
    gate.resolve();
    await waitUntil(() => rowOf(stage, 'Cleo Staff').dataset['status'] === 'deactivated');
    expect(stage.api.count('members.deactivate')).to.equal(1);
    expect(errors).to.deep.equal([]);
  });

  it('puts the old role back and says so where the page prevents another one', async () => {
    const stage = await aList();
    stage.element.addEventListener('ua-before-member-role-change', (event) => event.preventDefault());
    choose(controlOf(stage, 'Cleo Staff', 'role'), 'admin');
    await waitUntil(() => announced(stage).includes('This page did not let it happen.'));
    await settled(stage.element);
    expect(controlOf<HTMLSelectElement>(stage, 'Cleo Staff', 'role').value).to.equal('staff');
    expect(stage.api.count('members.changeRole')).to.equal(0);
  });

  it('asks once about everybody of a change of many, and goes back to the question where the page prevents it', async () => {
    const members = Array.from({ length: 450 }, (_, at) =>
      aMember(at, { name: `Person ${at}`, roles: [at === 0 ? 'owner' : 'member'] }),
    );
    const stage = await aStage({ policy: tables, members, viewer: aViewer(tables, ['owner']) });
    await listOf(stage);
    const counts: number[] = [];
    stage.element.addEventListener('ua-before-member-role-change', (event) => {
      counts.push(event.count);
      if (counts.length === 1) event.preventDefault();
    });
    (await found<HTMLInputElement>(stage, '.head input')).click();
    await settled(stage.element);
    (await found(stage, 'ua-bulk-bar')).shadowRoot!.querySelector<HTMLElement>('.link')!.click();
    await settled(stage.element);
    choose(deep(stage.element.renderRoot, 'ua-bulk-bar')!.shadowRoot!.querySelector('select')!, 'staff');
    await confirm(stage);
    const bulk = (await found(stage, 'ua-bulk-dialog')).shadowRoot!;
    await waitUntil(() => bulk.querySelector('[role=alert]')?.textContent?.includes('did not let') === true);
    expect(stage.api.count('members.changeMany')).to.equal(0);
    await confirm(stage);
    await waitUntil(() => stage.api.count('members.changeMany') === 3, 'all three steps are done');
    expect(counts).to.deep.equal([450, 450]);
  });
});
