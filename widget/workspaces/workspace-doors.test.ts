// Somebody who may see nothing in the workspace they came to: where else they are led, and who is offered nothing.
import { expect } from '@open-wc/testing';
import { tables } from '../../shared/presets/tables.ts';
import { workspaces } from '../../shared/presets/workspaces.ts';
import type { OwnPlace } from '../../shared/workspaces/place.ts';
import { Failure } from '../failure.ts';
import { WORKSPACE, aViewer } from '../testing/builders.ts';
import { aPlace } from '../testing/memory-places.ts';
import type { Setting } from '../testing/stage.ts';
import { aStage, deep, found, listOf } from '../testing/stage.ts';
import { waitUntil } from '../testing/wait-until.ts';
import type { WorkspaceDoorsElement } from './workspace-doors.ts';

const FORBIDDEN = 'ua-empty-state[heading="You do not have access to this"]';
const named = (names: readonly string[]): readonly OwnPlace[] => [
  aPlace('Northwind', WORKSPACE),
  ...names.map((name) => aPlace(name)),
];

/** Somebody who may open nothing in Northwind and belongs to these as well. */
async function aVisit(names: readonly string[], setting: Setting = {}) {
  const stage = await aStage({
    policy: workspaces,
    role: 'viewer',
    attributes: { workspace: WORKSPACE },
    prepare: (api) => (api.places.mine = named(names)),
    ...setting,
  });
  await found(stage, FORBIDDEN);
  return stage;
}

const doorsOf = (root: WorkspaceDoorsElement) => [
  ...root.shadowRoot!.querySelectorAll<HTMLButtonElement>('.door'),
];

describe('<ua-workspace-doors>', () => {
  it('W11 W2 leads whoever may see nothing here to the other workspaces of theirs, with what they are there', async () => {
    const stage = await aVisit(['Retail', 'Service']);
    const element = await found<WorkspaceDoorsElement>(stage, 'ua-workspace-doors');
    await waitUntil(() => doorsOf(element).length > 0, 'the workspaces came');
    expect(doorsOf(element).map((door) => door.querySelector('bdi')!.textContent)).to.deep.equal([
      'Retail',
      'Service',
    ]);
    expect(doorsOf(element)[0]!.querySelector('small')!.textContent).to.equal('Workspace admin');
    await expect(stage.element).to.be.accessible();
    const told: string[] = [];
    stage.element.addEventListener('ua-workspace-changed', ({ workspace }) => told.push(workspace));
    const { workspace } = stage.api.viewerNow;
    const retail = { ...workspace, id: aPlace('Retail').id, name: 'Retail' };
    const there = aViewer(workspaces, ['admin'], { workspace: retail });
    stage.api.viewerNow = { ...there, actor: { ...there.actor, workspace: retail.id } };
    doorsOf(element)[0]!.click();
    expect(told).to.deep.equal([aPlace('Retail').id]);
    expect(stage.element.workspace).to.equal(aPlace('Retail').id);
    await listOf(stage);
    expect(deep(stage.element.renderRoot, 'ua-workspace-doors')).to.equal(null);
  });

  it('shows the way above as well, which can be searched', async () => {
    const stage = await aVisit(['Retail']);
    const above = await found(stage, 'ua-workspace-switch');
    await waitUntil(() => above.shadowRoot!.querySelector('.current') !== null, 'the switch is there');
  });

  it('shows ten at first and the others on demand, this workspace never', async () => {
    const stage = await aVisit(Array.from({ length: 24 }, (_, number) => `Branch ${number + 1}`));
    const element = await found<WorkspaceDoorsElement>(stage, 'ua-workspace-doors');
    await waitUntil(() => doorsOf(element).length === 10, 'the first ten came');
    const more = () => element.shadowRoot!.querySelector<HTMLButtonElement>('.link');
    expect(more()!.textContent).to.equal('Show 14 more');
    more()!.click();
    await waitUntil(() => doorsOf(element).length === 21, 'the next came');
    more()!.focus();
    more()!.click();
    await waitUntil(() => doorsOf(element).length === 24, 'the last came');
    await waitUntil(() => element.shadowRoot!.activeElement !== null, 'the focus stays among them');
    expect(more()).to.equal(null);
    expect(element.shadowRoot!.textContent).not.to.contain('Northwind');
  });

  it('offers nothing to whoever has no other workspace, and asks for nothing where people belong to one', async () => {
    const alone = await aVisit([]);
    const element = await found<WorkspaceDoorsElement>(alone, 'ua-workspace-doors');
    await waitUntil(() => alone.api.count('workspaces.mine') > 0, 'it was asked');
    await element.updateComplete;
    expect(element.shadowRoot!.querySelector('button, p')).to.equal(null);
    const one = await aVisit(['Retail'], { policy: tables, role: 'staff' });
    await customElements.whenDefined('ua-notices');
    expect(deep(one.element.renderRoot, 'ua-workspace-doors')).to.equal(null);
    expect(one.api.count('workspaces.mine')).to.equal(0);
  });

  it('tries again where the workspaces could not be loaded', async () => {
    let isDown = true;
    const stage = await aVisit(['Retail'], {
      before: ({ name }) => {
        if (name === 'workspaces.mine' && isDown) throw new Failure('offline');
      },
    });
    const element = await found<WorkspaceDoorsElement>(stage, 'ua-workspace-doors');
    await waitUntil(() => element.shadowRoot!.querySelector('[role=alert]') !== null, 'it says so');
    isDown = false;
    element.shadowRoot!.querySelector<HTMLButtonElement>('.link')!.click();
    await waitUntil(() => doorsOf(element).length === 1, 'they came');
  });

  for (const scheme of ['light', 'dark'] as const)
    for (const width of [340, 1200])
      it(`has no finding in ${scheme} at ${width} px`, async () => {
        const stage = await aVisit(['Retail', 'A workspace with quite a long name of its own'], {
          scheme,
          width,
        });
        const element = await found<WorkspaceDoorsElement>(stage, 'ua-workspace-doors');
        await waitUntil(() => doorsOf(element).length === 2, 'the workspaces came');
        await expect(stage.element).to.be.accessible();
        expect(element.scrollWidth).to.be.at.most(width);
      });
});
