// One person of the list in a dialog inside <user-admin>, on a server in memory with the real decisions.
import { expect } from '@open-wc/testing';
import { waitUntil } from '../testing/wait-until.ts';
import { aMember, someMembers } from '../testing/builders.ts';
import { aStage, announced, controlOf, deep, focused, settled } from '../testing/stage.ts';
import { people, aList, confirm, dialogOf } from '../testing/list-stage.ts';
import { MemberRoleChangedEvent } from './events.ts';

describe('<ua-member-card>', () => {
  it('T3 shows one person in a dialog, reflects the id, and follows the attribute', async () => {
    const stage = await aList();
    controlOf(stage, 'Cleo Staff', 'person').focus();
    controlOf(stage, 'Cleo Staff', 'person').click();
    const dialog = await dialogOf(stage);
    expect(dialog.querySelector('h2')!.textContent).to.equal('Cleo Staff');
    expect(stage.element.getAttribute('person')).to.equal(aMember(2).id);
    await expect(stage.element).to.be.accessible();
    focused()!.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
    await waitUntil(() => stage.element.getAttribute('person') === '');
    await waitUntil(() => focused() === controlOf(stage, 'Cleo Staff', 'person'), 'the focus is back');
    stage.element.setAttribute('person', aMember(3).id);
    await waitUntil(() => deep(stage.element.renderRoot, 'dialog[open] h2')?.textContent === 'Dan Off');
  });

  it('T3 shows a person who is not among the rows on the page', async () => {
    const stage = await aList({ members: someMembers(500) });
    const last = stage.api.people.toSorted((a, b) => (a.name < b.name ? 1 : -1))[0]!;
    stage.element.setAttribute('person', last.id);
    await waitUntil(() => deep(stage.element.renderRoot, 'dialog[open] h2')?.textContent === last.name);
  });

  it('T3 offers there what can be done with the person, and asks first as the menu does', async () => {
    const stage = await aList();
    controlOf(stage, 'Cleo Staff', 'person').click();
    const card = deep(stage.element.renderRoot, 'ua-member-card')!;
    await dialogOf(stage);
    const deeds = () => [...card.shadowRoot!.querySelectorAll<HTMLElement>('.deed')];
    expect(deeds().map((deed) => deed.innerText)).to.deep.equal(['Deactivate', 'Offboard']);
    deeds()[0]!.click();
    await waitUntil(
      () => deep(stage.element.renderRoot, 'dialog[open] h2')?.textContent === 'Deactivate Cleo Staff?',
    );
    await waitUntil(() => focused()?.textContent?.trim() === 'Cancel', 'the focus is in the question');
    expect(stage.element.getAttribute('person')).to.equal('');
    expect(stage.api.count('members.deactivate')).to.equal(0);
  });

  it('T3 does it with the person as they have become in the card', async () => {
    const stage = await aList();
    controlOf(stage, 'Cleo Staff', 'person').click();
    await dialogOf(stage);
    const card = deep(stage.element.renderRoot, 'ua-member-card')!;
    await waitUntil(() => card.shadowRoot!.querySelector('ua-person-panel') !== null);
    const changed = { ...stage.api.people.find(({ name }) => name === 'Cleo Staff')!, version: 9 };
    stage.api.people = stage.api.people.map((person) => (person.id === changed.id ? changed : person));
    card.shadowRoot!.querySelector('ua-person-panel')!.dispatchEvent(new MemberRoleChangedEvent(changed));
    await settled(stage.element);
    card.shadowRoot!.querySelector<HTMLElement>('.deed')!.click();
    await waitUntil(
      () => deep(stage.element.renderRoot, 'dialog[open] h2')?.textContent === 'Deactivate Cleo Staff?',
    );
    await confirm(stage);
    await waitUntil(() => announced(stage).includes('Cleo Staff'));
    expect(stage.api.people.find(({ id }) => id === changed.id)!.status).to.equal('deactivated');
    expect(stage.api.count('members.deactivate')).to.equal(1);
  });

  it('T3 says there why something cannot be done', async () => {
    const members = [...people().slice(1), aMember(7, { name: 'Ada Owner', roles: ['owner'] })];
    const stage = await aList({ role: 'admin', members });
    controlOf(stage, 'Ada Owner', 'person').click();
    await dialogOf(stage);
    const card = deep(stage.element.renderRoot, 'ua-member-card')!;
    const off = card.shadowRoot!.querySelector<HTMLElement>('.deed[aria-disabled]')!;
    expect(off.ariaDescription).to.match(/\S/);
    off.click();
    await settled(stage.element);
    expect(deep(stage.element.renderRoot, 'dialog[open] h2')!.textContent).to.equal('Ada Owner');
  });

  it('T3 opens the person that the attribute names from the start', async () => {
    const stage = await aStage({ members: people(), attributes: { person: aMember(1).id } });
    expect((await dialogOf(stage)).querySelector('h2')!.textContent).to.equal('Ben Admin');
  });
});
