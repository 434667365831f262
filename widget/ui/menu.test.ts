// The menu in a real browser: where it opens, how keys move through it, and what is off in it.
import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { register } from '../register.ts';
import { waitUntil } from '../testing/wait-until.ts';
import type { MenuItem } from './menu.ts';
import { MenuElement } from './menu.ts';

register({ 'ua-menu': MenuElement });

/** A page with a button whose menu is open, as its user would have opened it. */
async function anOpenMenu(items: readonly MenuItem[], style = '') {
  const page = await fixture(
    html`<div><button type="button" aria-haspopup="menu">Actions</button><ua-menu></ua-menu></div>`,
  );
  const opener = page.querySelector('button')!;
  const menu = page.querySelector<MenuElement>('ua-menu')!;
  opener.style.cssText = style;
  opener.focus();
  await menu.openAt(
    opener,
    () => 'Actions for Adam',
    () => items,
  );
  return { page, opener, menu, popover: menu.shadowRoot!.querySelector<HTMLElement>('[role=menu]')! };
}

const focused = (menu: MenuElement) => menu.shadowRoot!.activeElement?.textContent!.trim();
const isOpen = (popover: HTMLElement) => popover.matches(':popover-open');

/** Three things to choose, of which the second is off, and what was chosen. */
function threeItems() {
  const chosen: string[] = [];
  const items: MenuItem[] = [
    { label: 'Edit', run: () => chosen.push('Edit') },
    { label: 'Transfer', reason: 'Only the owner can do this.', run: () => chosen.push('Transfer') },
    { label: 'Remove', icon: 'trash', isDangerous: true, run: () => chosen.push('Remove') },
  ];
  return { chosen, items };
}

describe('<ua-menu>', () => {
  it('opens with its name, with the focus on the first item, and says so on its button', async () => {
    const { page, opener, menu, popover } = await anOpenMenu(threeItems().items);
    expect(isOpen(popover)).to.equal(true);
    expect(popover.ariaLabel).to.equal('Actions for Adam');
    expect(focused(menu)).to.equal('Edit');
    expect(opener.ariaExpanded).to.equal('true');
    await expect(page).to.be.accessible();
  });

  it('moves by the arrows, around both ends, and to the first and the last', async () => {
    const { menu } = await anOpenMenu(threeItems().items);
    const walk = async (...keys: string[]) => {
      for (const key of keys) await sendKeys({ press: key });
      return focused(menu);
    };
    expect(await walk('ArrowDown')).to.equal('Transfer');
    expect(await walk('ArrowDown', 'ArrowDown')).to.equal('Edit');
    expect(await walk('ArrowUp')).to.equal('Remove');
    expect(await walk('Home')).to.equal('Edit');
    expect(await walk('End')).to.equal('Remove');
  });

  it('does what is chosen once, and gives the focus back first', async () => {
    const given: unknown[] = [];
    const { opener, popover } = await anOpenMenu([
      { label: 'Edit', run: () => given.push(document.activeElement) },
    ]);
    await sendKeys({ press: 'Enter' });
    expect(given).to.deep.equal([opener]);
    expect(isOpen(popover)).to.equal(false);
    expect(opener.ariaExpanded).to.equal('false');
  });

  for (const key of ['Escape', 'Tab'])
    it(`closes at ${key}, with nothing chosen and the focus where it came from`, async () => {
      const { chosen, items } = threeItems();
      const { opener, popover } = await anOpenMenu(items);
      await sendKeys({ press: key });
      expect([isOpen(popover), document.activeElement, chosen]).to.deep.equal([false, opener, []]);
    });

  it('leaves an item that is off within reach, says why, and does nothing when it is chosen', async () => {
    const { chosen, items } = threeItems();
    const { menu, popover } = await anOpenMenu(items);
    await sendKeys({ press: 'ArrowDown' });
    const bubble = () => menu.shadowRoot!.querySelector<HTMLElement>('.hint-bubble:popover-open');
    await waitUntil(() => bubble() !== null, 'the reason is shown');
    expect(bubble()!.textContent).to.equal('Only the owner can do this.');
    // What is read out already need not be read twice.
    expect(bubble()!.ariaHidden).to.equal('true');
    await sendKeys({ press: 'Enter' });
    expect([isOpen(popover), chosen]).to.deep.equal([true, []]);
  });

  it('stays on the page at every corner of it', async () => {
    for (const corner of [
      'top: 0; left: 0',
      'top: 0; right: 0',
      'bottom: 0; left: 0',
      'bottom: 0; right: 0',
    ]) {
      const { popover } = await anOpenMenu(threeItems().items, `position: fixed; ${corner}`);
      const { top, left, bottom, right } = popover.getBoundingClientRect();
      expect(top, corner).to.be.at.least(0);
      expect(left, corner).to.be.at.least(0);
      expect(bottom, corner).to.be.at.most(innerHeight);
      expect(right, corner).to.be.at.most(innerWidth);
    }
  });

  it('is within reach from end to end where the window is too low for it, wherever its button is', async () => {
    const items = Array.from({ length: 60 }, (_, number) => ({ label: `Thing ${number}`, run: () => {} }));
    for (const place of ['top: 0', 'top: 45vh', 'bottom: 0']) {
      const { menu, popover } = await anOpenMenu(items, `position: fixed; ${place}`);
      await sendKeys({ press: 'End' });
      expect(focused(menu)).to.equal('Thing 59');
      const { top, bottom } = menu.shadowRoot!.activeElement!.getBoundingClientRect();
      expect(top, place).to.be.at.least(popover.getBoundingClientRect().top);
      expect(bottom, place).to.be.at.most(innerHeight);
    }
  });

  it('closes once the list that its button is in is laid out anew', async () => {
    const { opener, popover } = await anOpenMenu(threeItems().items);
    opener.remove();
    dispatchEvent(new Event('resize'));
    expect(isOpen(popover)).to.equal(false);
  });
});
