// The window over a long list: places, jumps, refreshes, focus and selection at 100,000 people.
import { aTimeout, expect, nextFrame } from '@open-wc/testing';
import { waitUntil } from '../testing/wait-until.ts';
import { sendKeys } from '@web/test-runner-commands';
import type { MemberPage } from '../../shared/members/member.ts';
import { tables } from '../../shared/presets/tables.ts';
import { aMember, someMembers } from '../testing/builders.ts';
import { aGate, aStage, controlOf, deep, focused, found, gridOf, listOf, settled } from '../testing/stage.ts';
import type { Stage } from '../testing/stage.ts';
import type { MemberGridElement } from './member-grid.ts';

const MANY = someMembers(100_000, tables, ['owner']);

async function aLongList(): Promise<
  Stage & { readonly grid: MemberGridElement; readonly scroller: HTMLElement }
> {
  const stage = await aStage({ members: MANY });
  const grid = await gridOf(stage);
  const scroller = grid.renderRoot.querySelector<HTMLElement>('.scroller')!;
  await waitUntil(() => scroller.scrollHeight > 5_000_000, 'the list is as tall as it is long');
  return { ...stage, grid, scroller };
}

const rows = (grid: MemberGridElement) => [...grid.renderRoot.querySelectorAll<HTMLElement>('.body .row')];
const known = (grid: MemberGridElement) =>
  rows(grid).filter((row) => row.querySelector('.full-name') !== null);

/** The first row that is wholly below the head. */
function firstSeen({
  grid,
  scroller,
}: {
  readonly grid: MemberGridElement;
  readonly scroller: HTMLElement;
}): HTMLElement {
  const edge = scroller.getBoundingClientRect().top + 37;
  const seen = rows(grid).filter((row) => row.getBoundingClientRect().top >= edge);
  return seen.sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top)[0]!;
}

describe('<ua-member-grid>', () => {
  it('holds a few dozen rows of 100,000, and says how many there are', async () => {
    const { grid, scroller } = await aLongList();
    expect(rows(grid).length).to.be.below(60);
    expect(scroller.getAttribute('aria-rowcount')).to.equal('100001');
    expect(rows(grid)[0]!.getAttribute('aria-rowindex')).to.equal('2');
  });

  it('jumps anywhere by position, and goes on from there by cursor', async () => {
    const stage = await aLongList();
    const { grid, scroller, api } = stage;
    scroller.scrollTop = scroller.scrollHeight / 2;
    await waitUntil(
      () => known(grid).length > 20 && Number(known(grid)[0]!.dataset['position']) > 40_000,
      'the rows of the middle are there',
    );
    // Invitations may be asked for meanwhile.
    const lists = () => api.calls.filter(({ name }) => name === 'members.list');
    const jump = lists().at(-1)!.input as { from?: object };
    expect(jump.from).to.have.property('position');
    const before = lists().length;
    const start = scroller.scrollTop;
    for (let step = 1; step <= 60; step++) {
      scroller.scrollTop = start + step * 60;
      await nextFrame();
    }
    await waitUntil(() => lists().length > before);
    expect(
      lists()
        .slice(before)
        .map(({ input }) => Object.keys((input as { from: object }).from)[0]),
    ).to.include('after');
  });

  it('drops far pages and aborts those nobody waits for', async () => {
    const { scroller, api, grid } = await aLongList();
    for (const part of [0.2, 0.4, 0.6, 0.8, 0.95]) {
      scroller.scrollTop = scroller.scrollHeight * part;
      await nextFrame();
    }
    await waitUntil(() => known(grid).length > 20 && Number(known(grid)[0]!.dataset['position']) > 90_000);
    expect(api.count('members.list')).to.be.below(8);
    expect(grid.pages.rows.length).to.be.below(600);
  });

  it('keeps its place through a refresh, also when people were added above', async () => {
    const stage = await aLongList();
    const { grid, scroller, api, element } = stage;
    scroller.scrollTop = 52 * 1000;
    await waitUntil(() => known(grid).length > 20 && Number(known(grid)[0]!.dataset['position']) > 900);
    await aTimeout(0);
    const name = firstSeen(stage).querySelector('.full-name')!.textContent;
    api.people = [
      ...Array.from({ length: 3 }, (_, at) => aMember(200_000 + at, { name: `Aaa ${at}` })),
      ...api.people,
    ];
    element.refresh();
    await waitUntil(() => grid.pages.count === 100_003);
    await waitUntil(
      () => firstSeen(stage).querySelector('.full-name')?.textContent === name,
      'the same person is first in sight',
    );
  });

  it('keeps focus and selection through a refresh', async () => {
    const stage = await aLongList();
    const { grid, api, element } = stage;
    const name = known(grid)[4]!.querySelector('.full-name')!.textContent!;
    controlOf(stage, name, 'select').click();
    controlOf(stage, name, 'menu').focus();
    api.people = [aMember(200_001, { name: 'Aaa First' }), ...api.people];
    element.refresh();
    await waitUntil(() => grid.pages.count === 100_001);
    await settled(element);
    await waitUntil(
      () => focused() === controlOf(stage, name, 'menu'),
      'the focus is still on the same person',
    );
    expect(controlOf<HTMLInputElement>(stage, name, 'select').checked).to.equal(true);
  });

  it('keeps the focused row while it is out of sight', async () => {
    const stage = await aLongList();
    const { grid, scroller } = stage;
    const name = known(grid)[2]!.querySelector('.full-name')!.textContent!;
    controlOf(stage, name, 'menu').focus();
    for (let step = 1; step <= 80; step++) {
      scroller.scrollTop = step * 50;
      await nextFrame();
    }
    expect(focused()).to.equal(controlOf(stage, name, 'menu'));
    await sendKeys({ press: 'ArrowDown' });
    await waitUntil(() => scroller.scrollTop < 500, 'the next row is brought into sight');
  });

  it('reaches the last person with End', async () => {
    const stage = await aLongList();
    controlOf(stage, known(stage.grid)[0]!.querySelector('.full-name')!.textContent!, 'menu').focus();
    await sendKeys({ press: 'End' });
    await waitUntil(() => known(stage.grid).some((row) => row.dataset['position'] === '99999'));
    await waitUntil(
      () => focused()?.closest<HTMLElement>('.row')?.dataset['position'] === '99999',
      'the last row has the focus',
    );
  });

  it('has the rows in order on the page once nothing moves, around the one that has the focus', async () => {
    const stage = await aLongList();
    const { grid, scroller } = stage;
    const control = known(grid)[6]!.querySelector<HTMLElement>('[data-control=menu]')!;
    control.focus();
    for (let step = 1; step <= 30; step++) {
      scroller.scrollTop = step * 70;
      await nextFrame();
    }
    const positions = () => rows(grid).map((row) => Number(row.dataset['position']));
    const isInOrder = () => positions().every((position, at, all) => at === 0 || all[at - 1]! < position);
    expect(isInOrder(), 'rows are reused where they are while the list moves').to.equal(false);
    await waitUntil(isInOrder, 'the rows are in order');
    expect(focused()).to.equal(control);
  });

  it('never shows a role that was picked in another row', async () => {
    const stage = await aLongList();
    const { grid, scroller } = stage;
    const select = grid.renderRoot.querySelector<HTMLSelectElement>('select[data-control=role]')!;
    select.value = [...select.options].find((option) => !option.selected && !option.disabled)!.value;
    scroller.scrollTop = 52 * 500;
    await waitUntil(() => known(grid).length > 20 && Number(known(grid)[0]!.dataset['position']) > 400);
    for (const row of known(grid)) {
      const control = row.querySelector('select');
      const member = grid.pages.at(Number(row.dataset['position']))!;
      if (control !== null) expect(control.value).to.equal(member.roles[0]);
    }
  });

  it('shows grey rows before the first page has come, and only as many people as there are after it', async () => {
    const { opened, open } = aGate();
    const stage = await aStage({
      count: 3,
      before: ({ name }) => (name === 'members.list' ? opened : undefined),
    });
    await found(stage, '.body .row .bone');
    const grid = deep<MemberGridElement>(stage.element.renderRoot, 'ua-member-grid')!;
    expect(grid.renderRoot.querySelectorAll('.body .row').length).to.be.greaterThan(3);
    await expect(stage.element).to.be.accessible();
    open();
    await waitUntil(() => rows(grid).length === 3);
    expect(grid.renderRoot.querySelector('.bone')).to.equal(null);
  });

  it('shows grey rows while a page is on its way, and no older page over a newer one', async () => {
    const stage = await aLongList();
    const { grid, scroller, api } = stage;
    const { promise, resolve } = Promise.withResolvers<void>();
    api.before = () => promise;
    scroller.scrollTop = 52 * 5000;
    await waitUntil(() => grid.renderRoot.querySelector('[aria-busy=true] .bone') !== null);
    resolve();
    await waitUntil(() => grid.renderRoot.querySelector('.row .bone') === null);
    expect(grid.pages.at(5000)).to.have.property('name');
  });

  it('shows rows that are here already as there is room for them, before anything is painted', async () => {
    const { pages, rights, columns, query } = await gridOf(await aStage({ count: 3 }));
    const box = document.createElement('div');
    box.style.inlineSize = '400px';
    document.body.append(box);
    const grid = document.createElement('ua-member-grid');
    box.append(Object.assign(grid, { pages, rights, columns, query }));
    while (!(await grid.updateComplete));
    expect(grid.renderRoot.querySelector('.scroller')).to.have.attribute('data-layout', 'narrow');
    expect(rows(grid).length).to.equal(3);
    box.remove();
  });

  it('is listed as one page of rows when there are few', async () => {
    const stage = await aStage({ count: 3 });
    await listOf(stage);
    const page: MemberPage = await stage.api.members.list({});
    expect(rows(await gridOf(stage)).length).to.equal(page.rows.length);
  });
});
