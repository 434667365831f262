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
});
