// Changing many people at once inside <user-admin>, on a server in memory with the real decisions.
import { expect } from '@open-wc/testing';
import { waitUntil } from '../testing/wait-until.ts';
import { tables } from '../../shared/presets/tables.ts';
import { someMembers } from '../testing/builders.ts';
import { aGate, choose, controlOf, deep, found, settled } from '../testing/stage.ts';
import { OWNER, aList, names, dialogOf, confirm } from '../testing/list-stage.ts';

describe('<ua-bulk-dialog>', () => {
  it('P33 P34 selects rows, then everybody who matches, and changes them with one result per person', async () => {
    const members = someMembers(520, tables, ['owner']);
    const stage = await aList({ members });
    (await found<HTMLInputElement>(stage, '.head input')).click();
    await settled(stage.element);
    (await found(stage, 'ua-bulk-bar')).shadowRoot!.querySelector<HTMLElement>('.link')!.click();
    await settled(stage.element);
    expect((await found(stage, 'ua-bulk-bar')).shadowRoot!.querySelector('.count')!.textContent).to.equal(
      '520 selected',
    );
    controlOf(stage, names(stage)[2]!, 'select').click();
    await settled(stage.element);
    const [deactivate] = (await found(stage, 'ua-bulk-bar')).shadowRoot!.querySelectorAll<HTMLElement>(
      '.button',
    );
    deactivate!.click();
    expect((await dialogOf(stage)).querySelector('h2')!.textContent).to.equal('Deactivate 519 people?');
    await confirm(stage);
    await found(stage, '.refused');
    expect(stage.api.count('members.changeMany')).to.equal(3);
    const active = stage.api.people.filter(({ status }) => status === 'active');
    expect(active.map(({ name }) => name)).to.include(OWNER);
    const refused = await found(stage, '.refused');
    expect(refused.textContent).to.contain('You cannot do this to yourself.');
    expect(refused.textContent).to.contain('This person is already deactivated.');
  });

  it('keeps who is selected where somebody thinks better of it', async () => {
    const stage = await aList();
    controlOf<HTMLInputElement>(stage, 'Cleo Staff', 'select').click();
    await settled(stage.element);
    const bar = await found(stage, 'ua-bulk-bar');
    bar.shadowRoot!.querySelector<HTMLElement>('.button')!.click();
    const dialog = await dialogOf(stage);
    const reads = stage.api.count('members.list');
    (dialog.getRootNode() as ShadowRoot).host.querySelector<HTMLElement>('[slot=actions]')!.click();
    await waitUntil(() => !dialog.open);
    await settled(stage.element);
    expect(bar.shadowRoot!.querySelector('.count')!.textContent).to.equal('1 selected');
    expect(stage.api.count('members.list')).to.equal(reads);
  });

  it('can be stopped, and says how far it came', async () => {
    const stage = await aList({ members: someMembers(520, tables, ['owner']) });
    (await found<HTMLInputElement>(stage, '.head input')).click();
    await settled(stage.element);
    (await found(stage, 'ua-bulk-bar')).shadowRoot!.querySelector<HTMLElement>('.link')!.click();
    await settled(stage.element);
    const gate = aGate();
    stage.api.before = ({ name }) =>
      name === 'members.changeMany' && stage.api.count(name) > 1 ? gate.opened : undefined;
    choose(deep(stage.element.renderRoot, 'ua-bulk-bar')!.shadowRoot!.querySelector('select')!, 'staff');
    await confirm(stage);
    await waitUntil(() => stage.api.count('members.changeMany') === 2);
    await confirm(stage);
    gate.open();
    const bulk = await found(stage, 'ua-bulk-dialog');
    await waitUntil(() => /Stopped after/.test(bulk.shadowRoot!.querySelector('.error')?.textContent ?? ''));
    expect(stage.api.count('members.changeMany')).to.equal(2);
  });

  it('D37 W45 W51 takes a change back for everybody at once, each with the role they had', async () => {
    const members = someMembers(6, tables, ['owner']);
    const stage = await aList({ members });
    const before = new Map(stage.api.people.map(({ id, roles }) => [id, roles]));
    (await found<HTMLInputElement>(stage, '.head input')).click();
    await settled(stage.element);
    choose(deep(stage.element.renderRoot, 'ua-bulk-bar')!.shadowRoot!.querySelector('select')!, 'staff');
    await dialogOf(stage);
    const bulk = (await found(stage, 'ua-bulk-dialog')).shadowRoot!;
    const note = bulk.querySelector<HTMLInputElement>('#note')!;
    note.value = 'New team';
    note.dispatchEvent(new Event('input', { bubbles: true }));
    await confirm(stage);
    const undo = () =>
      [...bulk.querySelectorAll<HTMLElement>('button')].find((one) => one.innerText === 'Undo');
    await waitUntil(() => undo() !== undefined, 'it can be taken back');
    expect(bulk.textContent).to.contain('Undo gives everybody the role that they had.');
    const given = stage.api.calls.find(({ name }) => name === 'members.changeMany')!.input;
    expect(given).to.have.nested.property('change.roles[0]', 'staff');
    expect(given).to.have.property('note', 'New team');
    const changed = stage.api.people.filter(({ id, roles }) => roles.join() !== before.get(id)?.join());
    expect(changed.length).to.be.greaterThan(1);
    // Somebody else changes one of them meanwhile: that one stays as they are.
    const other = changed[0]!;
    stage.api.people = stage.api.people.map((one) =>
      one.id === other.id ? { ...one, version: one.version + 1 } : one,
    );
    undo()!.click();
    await waitUntil(() => bulk.textContent!.includes('changed this in the meantime'), 'one is refused');
    for (const { id, roles } of stage.api.people)
      if (id !== other.id) expect(roles, id).to.deep.equal(before.get(id));
    expect(undo()).to.equal(undefined);
  });

  it('asks the page once about taking a change of many back, however many requests it takes', async () => {
    const stage = await aList({ members: someMembers(450, tables, ['owner']) });
    (await found<HTMLInputElement>(stage, '.head input')).click();
    await settled(stage.element);
    const bar = await found(stage, 'ua-bulk-bar');
    bar.shadowRoot!.querySelector<HTMLElement>('.link')!.click();
    await settled(stage.element);
    bar.shadowRoot!.querySelector<HTMLElement>('.button')!.click();
    await dialogOf(stage);
    await confirm(stage);
    const bulk = (await found(stage, 'ua-bulk-dialog')).shadowRoot!;
    const undo = () =>
      [...bulk.querySelectorAll<HTMLElement>('button')].find((one) => one.innerText === 'Undo');
    await waitUntil(() => undo() !== undefined, 'it can be taken back');
    const asked: number[] = [];
    stage.element.addEventListener('ua-before-member-reactivate', ({ count }) => asked.push(count));
    const before = stage.api.count('members.changeMany');
    const off = stage.api.people.filter(({ status }) => status === 'deactivated').length;
    undo()!.click();
    await waitUntil(() => stage.api.count('members.changeMany') >= before + 2);
    expect(asked).to.have.length(1);
    expect(asked[0]).to.be.within(201, off);
  });
});
