// What is left of the widget once a page has taken it away: nothing, however often, whatever it showed.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { CDPSession, Page } from 'playwright-core';
import type { UserAdminElement } from '../widget/index.ts';
import type { TestStage } from './testing/stage.ts';
import { createStage, sees } from './testing/stage.ts';

const VIEWS = ['users', 'permissions', 'settings', 'reviews'];
const ROUNDS = 10;

/** What a page holds after all that can be collected has been. */
interface Held {
  /** How many elements of the widget there are, shown or not. */
  readonly widgets: number;
  readonly nodes: number;
  readonly listeners: number;
  /** In bytes. */
  readonly heap: number;
}

describe('a widget that a page takes away', () => {
  let stage: TestStage;
  before(async () => {
    stage = await createStage(['tables']);
  });
  after(() => stage.close());

  /** A page with the widget of the host and everything loaded, and what it holds then. */
  const openWarm = async () => {
    const page = await stage.open('/app/tables/users');
    await sees(page.locator('user-admin').getByRole('heading', { level: 2 }));
    const devtools = await page.context().newCDPSession(page);
    const rounds: Held[] = [];
    for (let round = 0; round < 4; round += 1) {
      await showAll(page);
      // A moment later, when what was under way has ended.
      await held(devtools);
      rounds.push(await held(devtools));
    }
    // The first round loads what stays.
    const start = rounds.slice(1).reduce((least, now) => (now.listeners < least.listeners ? now : least));
    return { page, devtools, start };
  };

  it('leaves nothing behind after ten times with each view shown: no element, no listener, no heap', async () => {
    const { page, devtools, start } = await openWarm();
    for (let round = 0; round < ROUNDS; round += 1) await showAll(page);
    const end = await heldOnce(devtools, ({ widgets, listeners, nodes }) => {
      return widgets === 1 && listeners <= start.listeners && nodes <= start.nodes;
    });
    console.log(
      `after ${ROUNDS} rounds of ${VIEWS.length} views: ${describeHeld(start)} → ${describeHeld(end)}`,
    );
    assert.equal(end.widgets, 1, 'the one of the host');
    assert.ok(end.listeners <= start.listeners, `${end.listeners - start.listeners} listeners more`);
    assert.ok(end.nodes <= start.nodes, `${end.nodes - start.nodes} nodes more`);
    assert.ok(end.heap - start.heap < 1_000_000, `${end.heap - start.heap} bytes more`);
  });

  it('would be found by its listener alone, so that finding nothing means nothing is there', async () => {
    const { page, devtools, start } = await openWarm();
    await showAll(page, true);
    const end = await held(devtools);
    assert.equal(end.widgets - start.widgets, VIEWS.length);
    assert.ok(end.listeners > start.listeners);
    assert.ok(end.nodes > start.nodes);
  });
});

/** Puts a widget beside that of the host for each view, waits until it shows it, and takes it away; a leaking one stays known to the page. */
async function showAll(page: Page, isLeaking = false): Promise<void> {
  for (const view of VIEWS) {
    await page.evaluate(mount, { view, isLeaking });
    const widget = page.locator('#second');
    await sees(widget.getByRole('heading', { level: 2 }));
    assert.equal(await widget.evaluate((element: UserAdminElement) => element.view), view);
    await widget.evaluate((element) => element.remove());
  }
}

/** Runs in the page. */
function mount({ view, isLeaking }: { view: string; isLeaking: boolean }): void {
  const known = document.querySelector('user-admin')!;
  const { endpoint, workspace, token } = known;
  const second = document.createElement('user-admin');
  Object.assign(second, { id: 'second', view, endpoint, workspace, token });
  if (isLeaking) addEventListener('resize', () => second.requestUpdate());
  known.after(second);
}

/** What is held once `isBack`, or after ten seconds: what was under way when a widget went holds on to it until it has ended. */
async function heldOnce(devtools: CDPSession, isBack: (now: Held) => boolean): Promise<Held> {
  const end = performance.now() + 10_000;
  let now = await held(devtools);
  while (!isBack(now) && performance.now() < end) now = await held(devtools);
  return now;
}

async function held(devtools: CDPSession): Promise<Held> {
  // What was just taken away is let go of step by step: each collection frees what the one before made unreachable.
  for (let times = 0; times < 3; times += 1) await devtools.send('HeapProfiler.collectGarbage');
  const { nodes, jsEventListeners } = await devtools.send('Memory.getDOMCounters');
  const { usedSize } = await devtools.send('Runtime.getHeapUsage');
  return { widgets: await countWidgets(devtools), nodes, listeners: jsEventListeners, heap: usedSize };
}

async function countWidgets(devtools: CDPSession): Promise<number> {
  const objectGroup = 'leaks';
  const expression = `customElements.get('user-admin').prototype`;
  const { result } = await devtools.send('Runtime.evaluate', { expression, objectGroup });
  const { objects } = await devtools.send('Runtime.queryObjects', {
    prototypeObjectId: result.objectId!,
    objectGroup,
  });
  const { result: length } = await devtools.send('Runtime.callFunctionOn', {
    objectId: objects.objectId!,
    functionDeclaration: 'function () { return this.length; }',
  });
  await devtools.send('Runtime.releaseObjectGroup', { objectGroup });
  return length.value as number;
}

const describeHeld = ({ widgets, nodes, listeners, heap }: Held): string =>
  `${widgets} widget, ${nodes} nodes, ${listeners} listeners, ${(heap / 1024).toFixed(0)} kB`;
