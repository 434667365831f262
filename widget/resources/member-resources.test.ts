// What one person has of a kind, by itself: staged, saved, refused; and what only follows from roles, shown when asked for.
import { expect, nextFrame } from '@open-wc/testing';
import { html } from 'lit';
import { packages } from '../../shared/presets/packages.ts';
import { tables } from '../../shared/presets/tables.ts';
import { Failure } from '../failure.ts';
import { aMember } from '../testing/builders.ts';
import type { ResourceStage } from '../testing/resource-stage.ts';
import { PEOPLE, aResourceStage, choiceOn, rowsOf, tick } from '../testing/resource-stage.ts';
import { waitUntil } from '../testing/wait-until.ts';
import type { MemberResourcesChangedEvent } from './events.ts';
import type { MemberResourcesElement } from './member-resources.ts';

const uma = PEOPLE[1]!;
const [kind] = packages.resources;

describe('<ua-member-resources>', () => {
  const aSection = (setting: Parameters<typeof aResourceStage>[1] = {}) =>
    aResourceStage(
      (rights) =>
        html`<ua-member-resources .kind=${kind} .rights=${rights} .member=${uma}></ua-member-resources>`,
      setting,
    );
  const element = ({ host }: ResourceStage) => host.element.firstElementChild as MemberResourcesElement;
  const button = (stage: ResourceStage, name: string) =>
    [...element(stage).shadowRoot!.querySelectorAll('button')].find(
      (one) => one.textContent!.trim() === name,
    );

  it('P19 P31 saves what was ticked for one person, and tells everybody who shows them', async () => {
    const stage = await aSection({
      prepare: (resources) => void resources.assigned.set(uma.id, ['Catalogue']),
    });
    const facts: MemberResourcesChangedEvent[] = [];
    stage.host.element.addEventListener(
      'ua-member-resources-changed',
      (event) => void facts.push(event as MemberResourcesChangedEvent),
    );
    const choice = await choiceOn(stage);
    expect(button(stage, 'Save')).to.equal(undefined);
    tick(choice, 'Catalogue');
    tick(choice, 'Spare parts');
    await nextFrame();
    expect(element(stage).shadowRoot!.querySelector('.bar')!.textContent).to.contain('2 changes');
    await expect(element(stage)).to.be.accessible();
    button(stage, 'Save')!.click();
    await waitUntil(() => facts.length === 1);
    expect(stage.resources.namesOf(uma.id)).to.deep.equal(['Spare parts']);
    expect(facts[0]!.member).to.include({ id: uma.id, resources: 1 }).and.not.to.have.property('email');
    await waitUntil(() => rowsOf(choice)[5] === '[x] Spare parts: Assigned');
    expect(stage.host.notices.at(-1)!.text).to.equal('The packages of Uma User are saved.');
    expect(stage.host.touched).to.deep.equal(['members']);
    expect(button(stage, 'Save')).to.equal(undefined);
    tick(choice, 'Catalogue');
    await nextFrame();
    button(stage, 'Save')!.click();
    await waitUntil(() => stage.resources.namesOf(uma.id).length === 2);
  });

  it('takes ticks back, and saves nothing then', async () => {
    const stage = await aSection();
    const choice = await choiceOn(stage);
    tick(choice, 'Catalogue');
    await nextFrame();
    button(stage, 'Undo')!.click();
    await nextFrame();
    expect(rowsOf(choice)[0]).to.equal('[ ] Catalogue: Not assigned');
    expect(button(stage, 'Save')).to.equal(undefined);
    expect(stage.api.count('members.assign')).to.equal(0);
  });

  it('keeps the ticks where somebody else was faster, shows what they did, and saves both', async () => {
    const stage = await aSection();
    const choice = await choiceOn(stage);
    tick(choice, 'Catalogue');
    await nextFrame();
    stage.resources.give(uma, 'package', ['resource-spare-parts']);
    button(stage, 'Save')!.click();
    await waitUntil(() => rowsOf(choice)[5] === '[x] Spare parts: Assigned');
    expect(rowsOf(choice)[0]).to.equal('[x] Catalogue: Will be assigned');
    expect(element(stage).shadowRoot!.querySelector('[role=alert]')!.textContent).to.contain('changed');
    button(stage, 'Save')!.click();
    await waitUntil(() => stage.resources.namesOf(uma.id).length === 2);
  });

  it('keeps the ticks where saving fails, and says why', async () => {
    const stage = await aSection();
    const choice = await choiceOn(stage);
    tick(choice, 'Catalogue');
    await nextFrame();
    stage.api.before = ({ name }) => {
      if (name === 'members.assign') throw new Failure('offline');
    };
    button(stage, 'Save')!.click();
    await waitUntil(() => element(stage).shadowRoot!.querySelector('[role=alert]') !== null);
    stage.api.before = () => {};
    expect(rowsOf(choice)[0]).to.equal('[x] Catalogue: Will be assigned');
    button(stage, 'Save')!.click();
    await waitUntil(() => stage.resources.namesOf(uma.id).length === 1);
  });

  it('reads what follows from roles only when it is asked for', async () => {
    const member = aMember(1, { roles: ['admin'] });
    const [table] = tables.resources;
    const stage = await aResourceStage(
      (rights) =>
        html`<ua-member-resources .kind=${table} .rights=${rights} .member=${member}></ua-member-resources>`,
      { policy: tables, role: 'owner', members: [aMember(0, { roles: ['owner'] }), member] },
    );
    expect(stage.api.count('members.access')).to.equal(0);
    button(stage, 'Show access to tables')!.click();
    const choice = await choiceOn(stage);
    expect(rowsOf(choice)[0]).to.equal('Catalogue: Read, Write, Delete · Through the role Admin');
  });
});
