// The checklist of resources by itself: what somebody has and why, what they are to have, and what whoever decides is told.
import { expect, nextFrame } from '@open-wc/testing';
import { html } from 'lit';
import { packages } from '../../shared/presets/packages.ts';
import { tables } from '../../shared/presets/tables.ts';
import { Failure } from '../failure.ts';
import { aMember } from '../testing/builders.ts';
import { PEOPLE, aResourceStage, choiceOn, rowsOf, tick } from '../testing/resource-stage.ts';
import { waitUntil } from '../testing/wait-until.ts';
import type { ResourcesChosenEvent } from './choice-event.ts';

const [ada, uma, otto, bo] = PEOPLE as [
  (typeof PEOPLE)[0],
  (typeof PEOPLE)[0],
  (typeof PEOPLE)[0],
  (typeof PEOPLE)[0],
];
const [kind] = packages.resources;
const told: ResourcesChosenEvent[] = [];
const note = (event: ResourcesChosenEvent) => void told.push(event);
const about = (member: typeof uma | undefined, setting: Parameters<typeof aResourceStage>[1] = {}) =>
  aResourceStage(
    (rights) =>
      html`<ua-resource-choice .kind=${kind} .rights=${rights} .member=${member} @ua-resources-chosen=${note}></ua-resource-choice>`,
    setting,
  );
const text = (root: ShadowRoot) => root.textContent!.replace(/\s+/g, ' ');
const button = (root: ShadowRoot, name: string) =>
  [...root.querySelectorAll('button')].find((one) => one.textContent!.trim() === name)!;

describe('<ua-resource-choice>', () => {
  beforeEach(() => void (told.length = 0));

  it('P47 P49 P50 says of each package of a user why it is open to them or not', async () => {
    const stage = await about(uma, {
      prepare: (resources) => {
        resources.resources = [
          { name: 'Catalogue' },
          { name: 'Manuals', ownerId: uma.id },
          { name: 'Price lists' },
          { name: 'Spare parts', isNew: true },
        ];
        resources.assigned.set(uma.id, ['Catalogue']);
      },
    });
    const choice = await choiceOn(stage);
    expect(rowsOf(choice)).to.deep.equal([
      '[x] Catalogue: Assigned',
      '[ ] Manuals: Made by this person',
      '[ ] Price lists: Not assigned',
      '[ ] Spare parts: Added later, not included',
    ]);
    expect(text(choice)).to.contain('Those added later are not included until you assign them.');
    await expect(choice.host).to.be.accessible();
  });

  it('P16 P30 P48 says of an admin that every package is theirs and an assignment is information', async () => {
    const stage = await about(bo, {
      prepare: (resources) => void resources.assigned.set(bo.id, ['Catalogue']),
    });
    const choice = await choiceOn(stage);
    expect(rowsOf(choice)[0]).to.equal('[x] Catalogue: Through the role Admin');
    expect(rowsOf(choice)[1]).to.equal('[ ] Marketing kit: Through the role Admin');
    expect(text(choice)).to.contain('The role Admin has all packages, whatever is assigned here.');
    button(choice, 'Select all').click();
    await waitUntil(() => told.at(-1)!.changes === 7);
    await nextFrame();
    expect(choice.querySelector('.warning')).to.equal(null);
  });

  it('P38 counts what is ticked and warns before everything is given', async () => {
    const stage = await about(uma, {
      prepare: (resources) => {
        resources.assigned.set(uma.id, ['Catalogue', 'Spare parts']);
        resources.page = 3;
      },
    });
    const choice = await choiceOn(stage);
    expect(choice.querySelector('.count')!.textContent).to.equal('2 of 8');
    tick(choice, 'Marketing kit');
    await nextFrame();
    expect(choice.querySelector('.count')!.textContent).to.equal('3 of 8');
    expect(rowsOf(choice)[1]).to.equal('[x] Marketing kit: Will be assigned');
    expect(choice.querySelector('.warning')).to.equal(null);
    button(choice, 'Select all').click();
    await waitUntil(() => choice.querySelector('.warning') !== null);
    expect(choice.querySelector('.warning')!.textContent).to.contain('This assigns all 8 packages.');
    expect(told.at(-1)!.resourceIds).to.have.length(8);
    expect(rowsOf(choice)).to.have.length(8);
    await expect(choice.host).to.be.accessible();
    button(choice, 'Select none').click();
    await nextFrame();
    expect(choice.querySelector('.count')!.textContent).to.equal('0 of 8');
    expect(rowsOf(choice)[0]).to.equal('[ ] Catalogue: Will be taken away');
    expect(told.at(-1)!.changes).to.equal(2);
  });

  it('P19 says of what is held in part how it is made whole, and only then', async () => {
    const several = {
      ...kind!,
      actions: [
        { key: 'use', name: 'Use' },
        { key: 'change', name: 'Change' },
      ],
    };
    const policy = { ...packages, resources: [several] };
    const stageOf = (parts: readonly string[]) =>
      aResourceStage(
        (rights) =>
          html`<ua-resource-choice .kind=${several} .rights=${rights} .member=${uma}></ua-resource-choice>`,
        {
          policy,
          prepare: (resources) => {
            resources.assigned.set(uma.id, ['Catalogue']);
            resources.parts.set('Catalogue', parts);
          },
        },
      );
    const choice = await choiceOn(await stageOf(['use']));
    expect(rowsOf(choice)[0]).to.equal('[x] Catalogue: Use · Assigned');
    expect(text(choice)).to.contain('A tick assigns everything: Use and Change.');
    expect(text(choice)).to.contain('take the tick away, save, and tick it again');
    await expect(choice.host).to.be.accessible();
    expect(text(await choiceOn(await stageOf(['use', 'change'])))).not.to.contain(
      'A tick assigns everything',
    );
  });

  it('keeps ticks while one searches and loads more, and says where nothing fits', async () => {
    const stage = await about(uma, { prepare: (resources) => void (resources.page = 3) });
    const choice = await choiceOn(stage);
    tick(choice, 'Catalogue');
    button(choice, 'Show more').click();
    await waitUntil(() => rowsOf(choice).length === 6);
    const search = choice.querySelector('input')!;
    const searchFor = (words: string) => {
      search.value = words;
      search.dispatchEvent(new InputEvent('input'));
    };
    searchFor('SPARE');
    await waitUntil(() => rowsOf(choice).length === 1);
    tick(choice, 'Spare parts');
    searchFor('nothing like it');
    await waitUntil(() => text(choice).includes('No packages fit this search.'));
    searchFor('');
    await waitUntil(() => rowsOf(choice).length === 3);
    expect(rowsOf(choice)[0]).to.equal('[x] Catalogue: Will be assigned');
    expect(choice.querySelector('.count')!.textContent).to.equal('2 of 8');
  });

  it('shows oneself without anything to tick, with the reason', async () => {
    const stage = await about(ada);
    const choice = await choiceOn(stage);
    expect(rowsOf(choice)[0]).to.equal('Catalogue: Through the role Admin');
    expect(choice.querySelector('input[type=checkbox]')).to.equal(null);
    expect(text(choice)).to.contain('You cannot do this to yourself.');
    await expect(choice.host).to.be.accessible();
  });

  it('says of somebody who is switched off that nothing is open to them', async () => {
    const stage = await about(otto);
    expect(text(await choiceOn(stage))).to.contain('Nothing of this is open to Otto Off');
  });

  it('P14 offers what there is for somebody new, and says what their role has anyway', async () => {
    const stage = await aResourceStage(
      (rights) =>
        html`<ua-resource-choice .kind=${kind} .rights=${rights} .roles=${['user']} @ua-resources-chosen=${note}></ua-resource-choice>`,
    );
    const choice = await choiceOn(stage);
    expect(rowsOf(choice)[0]).to.equal('[ ] Catalogue');
    tick(choice, 'Catalogue');
    expect(told.at(-1)!.resourceIds).to.deep.equal(['resource-catalogue']);
    (choice.host as HTMLElement & { roles: string[] }).roles = ['admin'];
    await nextFrame();
    expect(text(choice)).to.contain('The role Admin has all packages');
  });

  it('says where there is nothing yet, and what could not be read', async () => {
    const none = await about(uma, { prepare: (resources) => void (resources.resources = []) });
    expect(text(await choiceOn(none))).to.contain('There are no packages yet.');
    const offline = await aResourceStage(
      (rights) =>
        html`<ua-resource-choice .kind=${kind} .rights=${rights} .member=${uma}></ua-resource-choice>`,
      {
        before: () => {
          throw new Failure('offline');
        },
      },
    );
    const root = offline.host.element.querySelector('ua-resource-choice')!.shadowRoot!;
    await waitUntil(() => root.querySelector('[role=alert]') !== null);
    offline.api.before = () => {};
    button(root, 'Try again').click();
    await waitUntil(() => rowsOf(root).length === 8);
  });

  it('tells through which role a table is open, action by action', async () => {
    const [table] = tables.resources;
    const staff = aMember(1, { roles: ['staff'] });
    const stage = await aResourceStage(
      (rights) =>
        html`<ua-resource-choice .kind=${table} .rights=${rights} .member=${staff}></ua-resource-choice>`,
      {
        policy: tables,
        role: 'owner',
        members: [aMember(0, { roles: ['owner'] }), staff],
        prepare: (resources) => {
          resources.resources = [{ name: 'Invoices' }, { name: 'Orders' }];
          resources.granted.set('staff', ['Orders']);
        },
      },
    );
    const choice = await choiceOn(stage);
    expect(rowsOf(choice)).to.deep.equal([
      'Invoices: No access',
      'Orders: Read, Write, Delete · Through the role Staff',
    ]);
    expect(choice.querySelector('.count, .tools')).to.equal(null);
    await expect(choice.host).to.be.accessible();
  });
});
