// A page that stays open follows what others change: as it is told, as it looks itself, and without taking anything out of the viewer's hand.
import { expect, nextFrame, oneEvent } from '@open-wc/testing';
import { LitElement } from 'lit';
import type { UserAdminApi } from '../client/api.ts';
import { Failure } from '../failure.ts';
import { aStage, controlOf, deep, focused, gridOf, listOf, rowOf } from '../testing/stage.ts';
import type { Stage } from '../testing/stage.ts';
import { aMember } from '../testing/builders.ts';
import { waitUntil } from '../testing/wait-until.ts';
import { follow } from './follow.ts';

/** The clock as `follow` reads it, and the timers that it sets to tick. */
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
class CounterElement extends LitElement {
  times = 0;
  refresh(): void {
    this.times += 1;
  }
}
customElements.define('test-counter', CounterElement);

/** Nobody is signed in, so nobody is told. */
const NOBODY = { running: undefined, rights: undefined, touch: () => undefined };

/** A page whose language nobody changes. */
const ENGLISH = { follow: () => undefined } as unknown as Parameters<typeof follow>[2];

function aCounter(): CounterElement {
  const counter = new CounterElement();
  document.body.append(counter);
  return counter;
}

describe('looking for what others changed', () => {
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
    follow(counter, NOBODY, ENGLISH);
    follow(counter, NOBODY, ENGLISH);
    time.comeBack();
    expect(counter.times).to.equal(1);
    dispatchEvent(new Event('focus'));
    expect(counter.times, 'a moment later').to.equal(1);
    time.tick();
    expect(counter.times).to.equal(2);
    counter.remove();
  });

  it('seldom looks by itself while the server tells', async () => {
    const counter = aCounter();
    const stop = new AbortController();
    const listen: UserAdminApi['listen'] = async (_missed, { onChange }, signal) => {
      onChange([]);
      await new Promise((resolve) => signal.addEventListener('abort', resolve));
    };
    follow(
      counter,
      {
        running: { api: { listen } as never, stop },
        rights: {} as never,
        touch: () => undefined,
      },
      ENGLISH,
    );
    await counter.updateComplete;
    for (let half = 0; half < 3; half += 1) time.tick();
    time.comeBack();
    expect(counter.times).to.equal(0);
    time.tick();
    expect(counter.times, 'after two minutes').to.equal(1);
    stop.abort();
    counter.remove();
  });

  it('loads settings and reviews again with who is looking, which they are shown by (W35)', async () => {
    const counter = aCounter();
    const stop = new AbortController();
    const touched: (readonly string[])[] = [];
    const listen: UserAdminApi['listen'] = async (_missed, { onChange }, signal) => {
      onChange(['settings', 'reviews', 'members']);
      await new Promise((resolve) => signal.addEventListener('abort', resolve));
    };
    follow(
      counter,
      {
        running: { api: { listen } as never, stop },
        rights: {} as never,
        touch: (...what) => touched.push(what),
      },
      ENGLISH,
    );
    await waitUntil(() => touched.length > 0);
    expect(touched).to.deep.equal([['viewer', 'members']]);
    stop.abort();
    counter.remove();
  });

  it('waits while somebody types or is asked something', () => {
    const counter = aCounter();
    follow(counter, NOBODY, ENGLISH);
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

  it('ends with the element, and goes on where it is put back', () => {
    const counter = aCounter();
    follow(counter, NOBODY, ENGLISH);
    counter.remove();
    time.tick();
    expect(counter.times).to.equal(0);
    document.body.append(counter);
    time.tick();
    expect(counter.times).to.equal(1);
    counter.remove();
  });
});

describe('being told what others changed', () => {
  /** A stage with forty people whose page listens. */
  async function aListener(setting: Parameters<typeof aStage>[0] = {}): Promise<Stage> {
    const stage = await aStage({ count: 40, ...setting });
    await listOf(stage);
    await waitUntil(() => stage.api.listeners.size === 1 && stage.api.count('invitations.list') === 1);
    stage.api.tell();
    return stage;
  }
  /** The name in the row at `position`, as it is drawn. */
  const nameAt = ({ element }: Stage, position: number): string =>
    deep(element.renderRoot, `ua-member-grid`)!.shadowRoot!.querySelectorAll('.body .row .full-name')[
      position
    ]!.textContent!;
  /** Gives the person in the row at `position` another name, at the same place of the list. */
  const rename = (stage: Stage, position: number): string => {
    const known = nameAt(stage, position);
    const name = `${known} Newer`;
    stage.api.people = stage.api.people.map((person) =>
      person.name === known ? { ...person, name, version: person.version + 1 } : person,
    );
    return name;
  };
  const shows = (stage: Stage, name: string) =>
    waitUntil(() => {
      try {
        return rowOf(stage, name) !== null;
      } catch {
        // Not drawn yet.
        return false;
      }
    }, `${name} is shown`);

  it('loads the parts that are named and shown, and those only', async () => {
    const stage = await aListener();
    const before = stage.api.calls.length;
    const newer = rename(stage, 3);
    stage.api.tell('members');
    await shows(stage, newer);
    // Who came in by an invitation is told of in both lists.
    expect(new Set(stage.api.calls.slice(before).map(({ name }) => name))).to.deep.equal(
      new Set(['members.list', 'invitations.list']),
    );
    const then = stage.api.calls.length;
    stage.api.tell('permissions');
    stage.api.tell('viewer');
    await waitUntil(() => stage.api.count('viewer') === 2);
    expect(stage.api.calls.slice(then).map(({ name }) => name)).to.deep.equal(['viewer']);
  });

  it('loads once for many changes that come together', async () => {
    const stage = await aListener();
    const before = stage.api.count('members.list');
    for (let change = 0; change < 50; change += 1) stage.api.tell('members');
    const newer = rename(stage, 2);
    stage.api.tell('members');
    await shows(stage, newer);
    expect(stage.api.count('members.list') - before).to.be.at.most(2);
  });

  it('keeps focus, selection and place', async () => {
    const stage = await aListener();
    const grid = await gridOf(stage);
    const scroller = grid.renderRoot.querySelector<HTMLElement>('.scroller')!;
    const name = nameAt(stage, 5);
    const box = controlOf<HTMLInputElement>(stage, name, 'select');
    box.click();
    scroller.scrollTop = 120;
    await oneEvent(scroller, 'scroll');
    controlOf(stage, name, 'menu').focus();
    await nextFrame();
    await nextFrame();
    const place = () => rowOf(stage, name).getBoundingClientRect().top - scroller.getBoundingClientRect().top;
    const before = place();
    const held = focused();
    stage.api.people = [aMember(5000, { name: 'Aa First', roles: ['staff'] }), ...stage.api.people];
    const newer = rename(stage, 8);
    stage.api.tell('members');
    await shows(stage, newer);
    expect(place()).to.be.closeTo(before, 2);
    expect(controlOf<HTMLInputElement>(stage, name, 'select').checked).to.equal(true);
    expect(focused()!.getAttribute('data-control')).to.equal(held!.getAttribute('data-control'));
    expect(rowOf(stage, name).contains(focused()), 'the focus is with the same person').to.equal(true);
  });

  it('does not lose the focus with a row that goes', async () => {
    const stage = await aListener();
    const name = nameAt(stage, 4);
    controlOf(stage, name, 'menu').focus();
    stage.api.people = stage.api.people.filter((person) => person.name !== name);
    const newer = rename(stage, 1);
    stage.api.tell('members');
    await shows(stage, newer);
    const grid = await gridOf(stage);
    await waitUntil(
      () => grid.renderRoot.contains(focused()) && focused() !== document.body,
      'the focus is in the grid',
    );
  });

  it('leaves a menu that is open alone, and shows what is new once it is closed', async () => {
    const stage = await aListener();
    const name = nameAt(stage, 4);
    const button = controlOf(stage, name, 'menu');
    button.focus();
    button.click();
    await waitUntil(() => deep(stage.element.renderRoot, '[role="menu"]') !== null);
    await waitUntil(() => focused()?.closest('[role="menu"]') != null);
    const before = stage.api.count('members.list');
    const newer = rename(stage, 4);
    stage.api.tell('members');
    // Two times as long as it would take.
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(stage.api.count('members.list')).to.equal(before);
    focused()!.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true }));
    await shows(stage, newer);
  });

  it('shows whoever is switched off that they are, at once', async () => {
    const stage = await aListener();
    stage.api.before = ({ name }) => {
      if (name === 'viewer') throw new Failure('actor_deactivated');
    };
    stage.api.tell('viewer');
    await waitUntil(() => deep(stage.element.renderRoot, 'ua-member-list') === null);
    expect(deep(stage.element.renderRoot, 'ua-empty-state')).to.not.equal(null);
  });

  it('listens anew for a new session, and no more for the old one', async () => {
    const stage = await aListener();
    const [first] = stage.api.listeners;
    stage.element.token = 'another';
    await waitUntil(() => stage.api.listeners.size === 1 && !stage.api.listeners.has(first!));
    stage.element.remove();
    await waitUntil(() => stage.api.listeners.size === 0);
  });
});
