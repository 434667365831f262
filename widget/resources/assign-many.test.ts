// Giving several people packages, and taking them away, inside <user-admin>, on a server in memory with the real decisions.
import { expect } from '@open-wc/testing';
import { packages } from '../../shared/presets/packages.ts';
import { tables } from '../../shared/presets/tables.ts';
import { Failure } from '../failure.ts';
import { aMember } from '../testing/builders.ts';
import { MemoryResources } from '../testing/memory-resources.ts';
import { PEOPLE, rowsOf, tick } from '../testing/resource-stage.ts';
import { confirm, dialogOf } from '../testing/list-stage.ts';
import type { Setting, Stage } from '../testing/stage.ts';
import { aStage, deep, found, listOf, settled } from '../testing/stage.ts';
import { waitUntil } from '../testing/wait-until.ts';
import type { MemberResourcesChangedEvent } from './events.ts';

async function aUsersStage(setting: Setting = {}): Promise<Stage> {
  const stage = await aStage({ policy: packages, role: 'admin', members: PEOPLE, ...setting });
  await listOf(stage);
  (await found<HTMLInputElement>(stage, '.head input')).click();
  await settled(stage.element);
  return stage;
}

const buttonOf = (stage: Stage, name: string) =>
  [...deep(stage.element.renderRoot, 'ua-bulk-bar')!.shadowRoot!.querySelectorAll('button')].find(
    (one) => one.textContent!.trim() === name,
  );
const find = ({ element }: Stage) => deep(element.renderRoot, 'ua-resource-choice')?.shadowRoot ?? null;
const choiceOf = async (stage: Stage): Promise<ShadowRoot> => {
  await waitUntil(() => (find(stage)?.querySelector('.item') ?? null) !== null);
  return find(stage)!;
};
const lastButton = (stage: Stage) =>
  [...deep(stage.element.renderRoot, 'ua-bulk-dialog')!.shadowRoot!.querySelectorAll('[slot=actions]')].at(
    -1,
  )!;

describe('<ua-assign-many>', () => {
  it('P35 P38 gives several people packages at once, with a result for each, and tells the page', async () => {
    let resources: MemoryResources | undefined;
    const stage = await aUsersStage({ prepare: (api) => void (resources = new MemoryResources(api)) });
    const facts: MemberResourcesChangedEvent[] = [];
    stage.element.addEventListener(
      'ua-member-resources-changed',
      (event) => void facts.push(event as MemberResourcesChangedEvent),
    );
    resources!.assigned.set(PEOPLE[1]!.id, ['Price lists']);
    buttonOf(stage, 'Assign packages')!.click();
    const choice = await choiceOf(stage);
    const dialog = await dialogOf(stage);
    expect(dialog.querySelector('h2')!.textContent).to.equal('Packages of 4 people');
    expect(rowsOf(choice)[0]).to.equal('[ ] Catalogue');
    expect(lastButton(stage).ariaDisabled).to.equal('true');
    await confirm(stage);
    expect(stage.api.count('members.changeMany')).to.equal(0);
    tick(choice, 'Catalogue');
    tick(choice, 'Spare parts');
    await settled(stage.element);
    expect(choice.querySelector('.count')!.textContent).to.equal('2 of 8');
    await expect(stage.element).to.be.accessible();
    await confirm(stage);
    const refused = await found(stage, '.refused');
    expect(refused.textContent).to.contain('Ada Admin').and.to.contain('You cannot do this to yourself.');
    expect(resources!.namesOf(PEOPLE[1]!.id)).to.deep.equal(['Catalogue', 'Price lists', 'Spare parts']);
    expect(resources!.namesOf(PEOPLE[2]!.id)).to.deep.equal(['Catalogue', 'Spare parts']);
    expect(facts.map(({ member }) => member.id)).to.deep.equal(PEOPLE.slice(1).map(({ id }) => id));
  });

  it('P35 takes packages away from several people, and leaves the rest of what they have', async () => {
    let resources: MemoryResources | undefined;
    const stage = await aUsersStage({ prepare: (api) => void (resources = new MemoryResources(api)) });
    resources!.assigned.set(PEOPLE[1]!.id, ['Catalogue', 'Price lists']);
    buttonOf(stage, 'Assign packages')!.click();
    const choice = await choiceOf(stage);
    tick(choice, 'Catalogue');
    const ways = deep(stage.element.renderRoot, 'ua-assign-many')!.shadowRoot!;
    ways.querySelectorAll<HTMLInputElement>('[type=radio]')[1]!.click();
    await settled(stage.element);
    expect(lastButton(stage).textContent!.trim()).to.equal('Take away');
    await confirm(stage);
    await found(stage, '.refused');
    expect(resources!.namesOf(PEOPLE[1]!.id)).to.deep.equal(['Price lists']);
  });

  it('is not offered where nothing is granted to people, nor to whoever may not give it', async () => {
    const grid = await aUsersStage({
      policy: tables,
      role: 'owner',
      members: [aMember(0, { roles: ['owner'] }), aMember(1)],
    });
    expect(buttonOf(grid, 'Assign tables')).to.equal(undefined);
    const resources = packages.resources.map((kind) => ({ ...kind, fullRoles: [] }));
    const stage = await aUsersStage({ policy: { ...packages, resources } });
    expect(buttonOf(stage, 'Deactivate')).not.to.equal(undefined);
    expect(buttonOf(stage, 'Assign packages')).to.equal(undefined);
  });

  it('says where what there is could not be read, and goes on after that', async () => {
    const stage = await aUsersStage({
      before: ({ name }) => {
        if (name === 'members.access') throw new Failure('offline');
      },
    });
    buttonOf(stage, 'Assign packages')!.click();
    await waitUntil(() => (find(stage)?.querySelector('[role=alert]') ?? null) !== null);
    stage.api.before = () => {};
    find(stage)!.querySelector('button')!.click();
    await waitUntil(() => rowsOf(find(stage)!).length === 8);
  });
});
