// Hands that are quicker than the code they need: nothing is lost, nothing counts twice, and what cannot be fetched is said.
import { expect, fixture } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { rightsOf } from '../rights.ts';
import type { Room } from '../room.ts';
import { people } from '../testing/list-stage.ts';
import { RoomHost } from '../testing/room-host.ts';
import { aGate, anApi, choose, deep, focused, settled } from '../testing/stage.ts';
import type { Gate } from '../testing/stage.ts';
import { waitUntil } from '../testing/wait-until.ts';
import { MemberListElement } from './member-list.ts';
import { loadActions, memberRoom } from './room.ts';

/** A list whose code of actions comes when the test says so, or does not come. */
async function aQuickHand() {
  const api = anApi({ members: people() });
  const gates: Gate[] = [];
  let isReachable = true;
  const load = async (): Promise<Room> => {
    const gate = aGate();
    gates.push(gate);
    await gate.opened;
    if (!isReachable) throw new TypeError('Failed to fetch dynamically imported module');
    return loadActions();
  };
  const host = new RoomHost(api, [memberRoom(load)]);
  const list = new MemberListElement();
  list.rights = rightsOf(api.viewerNow);
  host.element.append(list);
  await fixture(host.element);
  await waitUntil(() => deep(list.renderRoot, '.row [data-control]') !== null, 'the rows are there');
  const row = (name: string): HTMLElement =>
    [
      ...deep(list.renderRoot, 'ua-member-grid')!.shadowRoot!.querySelectorAll<HTMLElement>('.body .row'),
    ].find((candidate) => candidate.querySelector('.full-name')!.textContent === name)!;
  return {
    api,
    host,
    list,
    row,
    control: <Control extends HTMLElement = HTMLElement>(name: string, control: string): Control =>
      row(name).querySelector<Control>(`[data-control="${control}"]`)!,
    alert: () => list.renderRoot.querySelector('[role=alert]'),
    menu: () => deep(list.renderRoot, '.menu:popover-open'),
    /** Lets the code come, or lets it fail. */
    async answer(comes: boolean): Promise<void> {
      isReachable = comes;
      for (const gate of gates.splice(0)) gate.open();
      await settled(list);
    },
  };
}

describe('a hand that is quicker than the code', () => {
  it('SEC_W11 changes a role once, when the code is there, and shows until then that it is under way', async () => {
    const { api, host, list, row, control, answer } = await aQuickHand();
    choose(control('Cleo Staff', 'role'), 'admin');
    await settled(list);
    expect(control<HTMLSelectElement>('Cleo Staff', 'role').disabled).to.equal(true);
    expect(row('Cleo Staff').querySelector('.spinner')).not.to.equal(null);
    // What a stale script of the page could still do.
    choose(control('Cleo Staff', 'role'), 'member');
    expect(api.count('members.changeRole')).to.equal(0);
    await answer(true);
    await waitUntil(() => host.facts.length > 0);
    await settled(list);
    expect(api.calls.filter(({ name }) => name === 'members.changeRole')).to.have.length(1);
    expect(control<HTMLSelectElement>('Cleo Staff', 'role').value).to.equal('admin');
    expect(control<HTMLSelectElement>('Cleo Staff', 'role').disabled).to.equal(false);
    expect(host.facts.map(({ type }) => type)).to.deep.equal(['ua-member-role-changed']);
  });

  it('changes two people at once, each once', async () => {
    const { api, host, list, control, answer } = await aQuickHand();
    choose(control('Ben Admin', 'role'), 'staff');
    choose(control('Cleo Staff', 'role'), 'member');
    await answer(true);
    await waitUntil(() => host.facts.length === 2);
    await settled(list);
    expect(api.count('members.changeRole')).to.equal(2);
    expect(list._pending.size).to.equal(0);
  });

  it('puts the old role back and says why when the code cannot be fetched; trying again has the one effect', async () => {
    const { api, list, control, alert, answer } = await aQuickHand();
    choose(control('Cleo Staff', 'role'), 'admin');
    await answer(false);
    await waitUntil(() => alert() !== null);
    await settled(list);
    expect(alert()!.textContent).to.contain('could not be reached');
    const select = control<HTMLSelectElement>('Cleo Staff', 'role');
    expect([select.value, select.disabled]).to.deep.equal(['staff', false]);
    expect(api.count('members.changeRole')).to.equal(0);
    alert()!.querySelector('button')!.click();
    await answer(true);
    await waitUntil(() => control<HTMLSelectElement>('Cleo Staff', 'role').value === 'admin');
    expect(api.count('members.changeRole')).to.equal(1);
    expect(alert()).to.equal(null);
  });

  it('opens the menu by key as soon as the code is there, and deactivates from it once', async () => {
    const { api, host, control, menu, answer } = await aQuickHand();
    const button = control('Cleo Staff', 'menu');
    button.focus();
    await sendKeys({ press: 'Enter' });
    expect(menu()).to.equal(null);
    await answer(true);
    await waitUntil(() => menu() !== null);
    await waitUntil(() => focused()?.role === 'menuitem');
    await sendKeys({ press: 'Escape' });
    expect(focused()).to.equal(button);
    await sendKeys({ press: 'Enter' });
    await answer(true);
    await waitUntil(() => focused()?.role === 'menuitem');
    const items = [...menu()!.querySelectorAll<HTMLElement>('.item')];
    items.find((item) => item.textContent!.trim() === 'Deactivate')!.focus();
    await sendKeys({ press: 'Enter' });
    const confirm = () => deep(host.element, 'dialog[open]');
    await waitUntil(() => confirm() !== null);
    const dialog = (confirm()!.getRootNode() as ShadowRoot).host;
    [...dialog.querySelectorAll<HTMLElement>('[slot=actions]')].at(-1)!.click();
    await waitUntil(() => host.facts.length > 0);
    expect(api.count('members.deactivate')).to.equal(1);
    expect(host.facts.map(({ type }) => type)).to.deep.equal(['ua-member-deactivated']);
  });

  it('opens the menu that was wanted last, by hand, and no other', async () => {
    const { control, menu, answer } = await aQuickHand();
    control('Cleo Staff', 'menu').click();
    control('Ben Admin', 'menu').click();
    await answer(true);
    await waitUntil(() => menu() !== null);
    expect(menu()!.ariaLabel).to.equal('Actions for Ben Admin');
    expect(control('Cleo Staff', 'menu').ariaExpanded).not.to.equal('true');
  });

  it('says that the menu cannot be opened, gives the focus back to the row, and opens it on the next try', async () => {
    const { control, alert, menu, answer } = await aQuickHand();
    control('Cleo Staff', 'menu').focus();
    await sendKeys({ press: 'Enter' });
    await answer(false);
    await waitUntil(() => alert() !== null);
    expect(menu()).to.equal(null);
    alert()!.querySelector('button')!.focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => (focused() as HTMLElement).closest('.row') !== null);
    await answer(true);
    await waitUntil(() => menu() !== null);
    expect(menu()!.ariaLabel).to.equal('Actions for Cleo Staff');
    expect(alert()).to.equal(null);
  });
});
