// Going from one workspace to another: who sees the way, by pointer and by keys, and what the page is told.
import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { WorkspaceId } from '../../shared/ids.ts';
import { tables } from '../../shared/presets/tables.ts';
import { workspaces } from '../../shared/presets/workspaces.ts';
import { WORKSPACE } from '../testing/builders.ts';
import { MemoryPlaces, aPlace } from '../testing/memory-places.ts';
import type { Setting, Stage } from '../testing/stage.ts';
import { aStage, deep, focused, found, listOf, settled } from '../testing/stage.ts';
import { waitUntil } from '../testing/wait-until.ts';
import type { WorkspaceSwitchElement } from './workspace-switch.ts';

const SERVICE = 'workspace-service' as WorkspaceId;

async function aSwitch(names: readonly string[], setting: Setting = {}) {
  let places: MemoryPlaces | undefined;
  const stage = await aStage({
    policy: workspaces,
    role: 'admin',
    attributes: { workspace: WORKSPACE },
    ...setting,
    prepare: (api) => {
      places = new MemoryPlaces(api);
      places.mine = [
        aPlace('Northwind', WORKSPACE),
        ...names.map((name) => aPlace(name, name === 'Service' ? SERVICE : undefined)),
      ];
    },
  });
  await listOf(stage);
  const element = await found<WorkspaceSwitchElement>(stage, 'ua-workspace-switch');
  return { stage, element, root: element.shadowRoot!, places: places! };
}

type Switch = Awaited<ReturnType<typeof aSwitch>>;
const button = async ({ root }: Switch): Promise<HTMLButtonElement> => {
  await waitUntil(() => root.querySelector('.current') !== null, 'the switch is there');
  return root.querySelector<HTMLButtonElement>('.current')!;
};
const names = ({ root }: Switch) => [...root.querySelectorAll('.place bdi')].map((name) => name.textContent);

describe('<ua-workspace-switch>', () => {
  it('W11 is there for whoever belongs to several workspaces, with what they are in each', async () => {
    const it = await aSwitch(['Retail', 'Service']);
    const current = await button(it);
    expect(current.innerText.trim()).to.equal('Northwind');
    current.click();
    await it.element.updateComplete;
    expect(names(it)).to.deep.equal(['Northwind', 'Retail', 'Service']);
    expect(it.root.querySelector('[aria-selected=true] bdi')!.textContent).to.equal('Northwind');
    expect(it.root.querySelector('.place small')!.textContent).to.equal('Workspace admin');
    expect(it.root.querySelector('input')).to.equal(null);
    await expect(it.element).to.be.accessible();
  });

  it('shows nothing to whoever belongs to one, and asks for nothing where people belong to one', async () => {
    const alone = await aSwitch([]);
    await waitUntil(() => alone.stage.api.count('workspaces.mine') > 0, 'it was asked');
    await alone.element.updateComplete;
    expect(alone.root.querySelector('button')).to.equal(null);
    const stage = await aStage({ policy: tables });
    await listOf(stage);
    expect(deep(stage.element.renderRoot, 'ua-workspace-switch')).to.equal(null);
    expect(stage.api.count('workspaces.mine')).to.equal(0);
  });

  it('W11 W35 appears, changes and goes as others change where the viewer belongs', async () => {
    const it = await aSwitch([]);
    await waitUntil(() => it.stage.api.listeners.size === 1, 'the page listens');
    expect(it.root.querySelector('button')).to.equal(null);
    const [here] = it.places.mine;
    const become = (...others: string[]): void => {
      it.places.mine = [here!, ...others.map((name) => aPlace(name))];
      it.stage.api.tell('viewer');
    };
    become('Retail');
    (await button(it)).focus();
    become('Depot', 'Retail');
    await waitUntil(() => names(it).length === 3, 'there is one more');
    expect(focused(), 'the focus stays').to.equal(await button(it));
    become();
    await waitUntil(() => it.root.querySelector('button') === null, 'there is one alone');
  });

  it('W35 stays as it is while it is open, and follows once it is closed', async () => {
    const it = await aSwitch(['Retail', 'Service']);
    await waitUntil(() => it.stage.api.listeners.size === 1, 'the page listens');
    (await button(it)).click();
    await sendKeys({ press: 'ArrowDown' });
    const [asked, viewers] = [it.stage.api.count('workspaces.mine'), it.stage.api.count('viewer')];
    it.places.mine = it.places.mine.slice(0, 2);
    // The page asks, for it knows of nothing that is open.
    it.stage.element.refresh();
    await waitUntil(() => it.stage.api.count('viewer') > viewers, 'who is looking was read');
    await settled(it.stage.element);
    expect(it.stage.api.count('workspaces.mine')).to.equal(asked);
    expect((focused() as HTMLElement).querySelector('bdi')!.textContent).to.equal('Retail');
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => names(it).length === 2, 'it follows');
    expect(focused()?.className).to.contain('current');
  });

  it('leaves the page of a person, who is of the workspace before', async () => {
    const it = await aSwitch(['Service'], { attributes: { workspace: WORKSPACE } });
    it.stage.element.openMember('member-1');
    await found(it.stage, 'ua-member-page');
    (await button(it)).click();
    await it.element.updateComplete;
    it.root.querySelector<HTMLElement>(`[data-id=${SERVICE}]`)!.click();
    await waitUntil(() => it.stage.element.workspace === SERVICE, 'it went there');
    await listOf(it.stage);
    expect([it.stage.element.view, it.stage.element.person]).to.deep.equal(['', '']);
  });

  it('W11 goes to the other workspace by keys, tells the page, and leaves the search behind', async () => {
    const it = await aSwitch(['Retail', 'Service'], {
      attributes: { workspace: WORKSPACE, filter: 'search=a' },
    });
    const told: string[] = [];
    it.stage.element.addEventListener('ua-workspace-changed', ({ workspace }) => told.push(workspace));
    (await button(it)).focus();
    await sendKeys({ press: 'ArrowDown' });
    expect((focused() as HTMLElement).dataset['id']).to.equal(WORKSPACE);
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'ArrowDown' });
    const before = it.stage.api.count('viewer');
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => it.stage.element.workspace === SERVICE, 'it went there');
    expect(told).to.deep.equal([SERVICE]);
    expect(it.stage.element.filter).to.equal('');
    await waitUntil(() => it.stage.api.count('viewer') > before, 'a new session began');
  });

  it('stays where it is by Escape, and by choosing the same', async () => {
    const it = await aSwitch(['Retail']);
    (await button(it)).click();
    await sendKeys({ press: 'Escape' });
    expect(focused()?.className).to.contain('current');
    (await button(it)).click();
    it.root.querySelector<HTMLElement>('[aria-selected=true]')!.click();
    expect(it.stage.element.workspace).to.equal(WORKSPACE);
  });

  it('leaves the change to the page where the token is fixed, for it is no other workspace’s', async () => {
    const it = await aSwitch(['Service']);
    await button(it);
    const before = it.stage.api.count('workspaces.mine');
    it.stage.element.token = 'fixed';
    await waitUntil(() => it.stage.api.count('workspaces.mine') > before, 'another session asks');
    const told: string[] = [];
    it.stage.element.addEventListener('ua-workspace-changed', ({ workspace }) => told.push(workspace));
    const element = await found<WorkspaceSwitchElement>(it.stage, 'ua-workspace-switch');
    await waitUntil(() => element.shadowRoot!.querySelectorAll('.place').length === 2, 'the switch is there');
    element.shadowRoot!.querySelectorAll<HTMLElement>('.place')[1]!.click();
    await waitUntil(() => told.length > 0, 'the page was told');
    expect(it.stage.element.workspace).to.equal(WORKSPACE);
  });

  it('is searched where there are more than ten, and shows more on demand', async () => {
    const it = await aSwitch(Array.from({ length: 70 }, (_, number) => `Branch ${number + 1}`));
    (await button(it)).click();
    await it.element.updateComplete;
    expect(focused()?.localName).to.equal('input');
    expect(names(it)).to.have.length(50);
    it.root.querySelector<HTMLButtonElement>('.link')!.focus();
    it.root.querySelector<HTMLButtonElement>('.link')!.click();
    await waitUntil(() => names(it).length === 71, 'the rest came');
    await waitUntil(() => focused()?.localName === 'input', 'the focus stays in the list');
    await sendKeys({ type: 'branch 7' });
    await waitUntil(() => names(it).length === 2, 'it was searched');
    expect(names(it)).to.deep.equal(['Branch 7', 'Branch 70']);
    await sendKeys({ press: 'ArrowDown' });
    expect((focused() as HTMLElement).querySelector('bdi')!.textContent).to.equal('Branch 7');
    await sendKeys({ press: 'Escape' });
    (await button(it)).click();
    await waitUntil(() => names(it).length === 50, 'all are there again');
    expect((focused() as HTMLInputElement).value).to.equal('');
  });

  it('W62 keeps the way to support that the page gives beside it', async () => {
    const it: Switch & { stage: Stage } = await aSwitch(['Retail']);
    it.stage.element.links = { support: 'https://help.example.org/' };
    await it.stage.element.updateComplete;
    const link = it.stage.element.renderRoot.querySelector<HTMLAnchorElement>('.links a')!;
    expect([link.href, link.textContent]).to.deep.equal(['https://help.example.org/', 'Help']);
  });
});
