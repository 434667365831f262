// A page that stays open follows what others change, when it is looked at again and while it is; and lets nobody's typing go.
import { expect } from '@open-wc/testing';
import { aMember } from '../testing/builders.ts';
import { aStage, deep, gridOf, listOf } from '../testing/stage.ts';
import { waitUntil } from '../testing/wait-until.ts';
import { follow } from './follow.ts';

/** The clock as `follow` reads it, and the timers that it sets. */
function heldTime() {
  const { now } = Date;
  const { setInterval: set, clearInterval: clear } = window;
  const ticks = new Map<number, () => void>();
  let ahead = 0;
  Date.now = () => now() + ahead;
  window.setInterval = ((tick: (...args: unknown[]) => void, _ms: number, ...args: unknown[]) => {
    ticks.set(ticks.size + 1, () => tick(...args));
    return ticks.size;
  }) as never;
  window.clearInterval = (id) => void ticks.set(Number(id), () => undefined);
  return {
    /** Lets half a minute pass. */
    tick: () => {
      ahead += 30_000;
      for (const tick of ticks.values()) tick();
    },
    comeBack: () => {
      ahead += 5_000;
      dispatchEvent(new Event('focus'));
    },
    giveBack: () => {
      Date.now = now;
      Object.assign(window, { setInterval: set, clearInterval: clear });
    },
  };
}

/** Something that counts how often it is asked to load again. */
function aCounter(): HTMLElement & { refresh(): void; times: number } {
  const element = Object.assign(document.createElement('div'), {
    times: 0,
    refresh() {
      this.times += 1;
    },
  });
  document.body.append(element);
  return element;
}

describe('following', () => {
  let time: ReturnType<typeof heldTime>;
  beforeEach(() => {
    time = heldTime();
  });
  afterEach(() => time.giveBack());

  it('shows what somebody else changed, in place, with nothing done by the viewer (W35, W9)', async () => {
    const stage = await aStage({ members: [aMember(0, { name: 'Ann Lee', roles: ['owner'] })] });
    const list = await listOf(stage);
    const grid = await gridOf(stage);
    const names = () => grid.renderRoot.querySelector('.body')!.textContent!;
    await waitUntil(() => names().includes('Ann Lee'));
    stage.api.people = stage.api.people.map((member) => ({ ...member, name: 'Ann Norberg' }));
    // The code that follows comes after the first rows.
    await waitUntil(() => {
      time.tick();
      return names().includes('Ann Norberg');
    });
    expect(deep(stage.element.renderRoot, 'ua-member-list'), 'in place').to.equal(list);
  });

  it('loads again as somebody comes back, but not over and over', () => {
    const counter = aCounter();
    follow(counter);
    follow(counter);
    time.comeBack();
    expect(counter.times).to.equal(1);
    dispatchEvent(new Event('focus'));
    expect(counter.times, 'a moment later').to.equal(1);
    time.tick();
    expect(counter.times).to.equal(2);
    counter.remove();
  });

  it('waits while somebody types or is asked something', () => {
    const counter = aCounter();
    follow(counter);
    const field = document.createElement('textarea');
    const dialog = document.createElement('dialog');
    const button = document.createElement('button');
    dialog.append(button);
    document.body.append(field, dialog);
    field.focus();
    time.tick();
    expect(counter.times, 'in a field').to.equal(0);
    field.blur();
    dialog.showModal();
    time.tick();
    expect(counter.times, 'in a dialog').to.equal(0);
    dialog.close();
    (document.activeElement as HTMLElement).blur();
    time.tick();
    expect(counter.times).to.equal(1);
    for (const element of [counter, field, dialog]) element.remove();
  });

  it('ends with the element', () => {
    const counter = aCounter();
    follow(counter);
    counter.remove();
    time.tick();
    document.body.append(counter);
    time.tick();
    expect(counter.times).to.equal(0);
    counter.remove();
  });
});
