// What is left of the widget once a page has taken it away: nothing, however often, whatever it showed.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { CDPSession, Locator, Page } from 'playwright-core';
import { heldByScripts } from './testing/heap.ts';
import type { TestStage } from './testing/stage.ts';
import { createStage, sees } from './testing/stage.ts';

/** Something that a page shows for a moment. */
interface Shown {
  readonly tag: 'user-admin' | 'user-admin-sign-in';
  readonly view: string;
  /** A button in it, and what that opens. */
  readonly opens?: readonly [button: string | RegExp, opened: 'dialog' | 'listbox'];
}

/** What a page shows, and takes away: a few at a time, because each holds one of the six connections that a browser has. */
type Show = readonly (readonly Shown[])[];

/** Everything of the widget that has code of its own. */
const VIEWS: Show = [
  [
    { tag: 'user-admin', view: 'users', opens: ['Import', 'dialog'] },
    { tag: 'user-admin', view: 'permissions' },
    { tag: 'user-admin', view: 'reviews' },
  ],
  [
    { tag: 'user-admin', view: 'audit', opens: [/^Workspace: /, 'listbox'] },
    { tag: 'user-admin', view: 'settings' },
    { tag: 'user-admin', view: 'account' },
  ],
  [
    { tag: 'user-admin', view: 'member' },
    { tag: 'user-admin', view: 'collaborators' },
  ],
];
const SIGN_IN: Show = [[{ tag: 'user-admin-sign-in', view: '' }]];
const ROUNDS = 10;
/** What may come and go meanwhile in bytes, such as a timer or an answer on its way; a single view that stays each time holds three times that. */
const NOISE = 20_000;

/** What a page holds after all that can be collected has been. */
interface Held {
  /** How many elements of the widget there are, shown or not. */
  readonly widgets: number;
  readonly nodes: number;
  readonly listeners: number;
}

/** A page that has shown everything a few times. */
interface Warm {
  readonly page: Page;
  readonly show: Show;
  readonly devtools: CDPSession;
  readonly start: Held;
  /** What its scripts hold, in bytes. */
  readonly heap: number;
}

describe('a widget that a page takes away', () => {
  let stage: TestStage;
  let host: Warm;
  before(async () => {
    stage = await createStage(['workspaces', 'collaborators']);
    host = await warmUp(await openHost(), VIEWS);
  });
  after(() => stage.close());

  /** A page with a widget by the token of its host, for somebody who has signed in where no host vouches for them. */
  const openHost = async (): Promise<Page> => {
    const page = await stage.open('/workspaces/sign-in');
    await signIn(page, stage.url);
    await page.goto(new URL('/app/collaborators/users', stage.url).href);
    await sees(page.locator('user-admin').getByRole('heading', { level: 2 }));
    return page;
  };

  it('leaves nothing behind after ten times with each view shown: no element, no listener, no memory', async () => {
    await assertNothingLeft(host);
  });

  it('leaves as little behind where it only signs in', async () => {
    const page = await stage.open('/api');
    await page.evaluate(async (path) => void (await import(path)), '/cdn/user-admin-sign-in.js');
    await assertNothingLeft(await warmUp(page, SIGN_IN));
  });

  it('would be found by its listener alone, so that finding nothing means nothing is there', async () => {
    const { page, devtools, start, heap, show } = host;
    await showAll(page, show, true);
    const end = await held(devtools, show);
    assert.equal(end.widgets - start.widgets, show.flat().length);
    assert.ok(end.listeners > start.listeners);
    assert.ok(end.nodes > start.nodes);
    const grown = (await heldByScripts(devtools)) - heap;
    assert.ok(grown > NOISE, `only ${grown} bytes more`);
  });
});

/** What `page` holds with everything loaded that `show` needs. */
async function warmUp(page: Page, show: Show): Promise<Warm> {
  const devtools = await page.context().newCDPSession(page);
  const own = await page.locator(show[0]![0]!.tag).count();
  // The first round loads what stays.
  for (let round = 0; round < 3; round += 1) await showAll(page, show);
  // Later, when what was under way has ended: what still holds a widget then would be taken for the page's own.
  const start = await heldOnce(devtools, show, ({ widgets }) => widgets === own);
  assert.equal(start.widgets, own, 'those of the page itself');
  return { page, show, devtools, start, heap: await heldByScripts(devtools) };
}

async function assertNothingLeft({ page, show, devtools, start, heap }: Warm): Promise<void> {
  for (let round = 0; round < ROUNDS; round += 1) await showAll(page, show);
  const end = await heldOnce(devtools, show, ({ widgets, listeners, nodes }) => {
    return widgets === start.widgets && listeners <= start.listeners && nodes <= start.nodes;
  });
  const grown = (await heldByScripts(devtools)) - heap;
  console.log(
    `after ${ROUNDS} rounds of ${show.flat().length}: ${describeHeld(start)} → ${describeHeld(end)}; ${(heap / 1024).toFixed(0)} kB and ${grown} bytes`,
  );
  assert.equal(end.widgets, start.widgets, 'those of the page itself');
  assert.ok(end.listeners <= start.listeners, `${end.listeners - start.listeners} listeners more`);
  assert.ok(end.nodes <= start.nodes, `${end.nodes - start.nodes} nodes more`);
  assert.ok(grown < NOISE, `${grown} bytes more`);
}

/** Signs somebody in at the part of the demo where every view but one is. */
async function signIn(page: Page, url: string): Promise<void> {
  await page.getByLabel('E-mail address').fill('olivia@meridian.example');
  await page.getByRole('button', { name: 'Send me a sign-in link' }).click();
  await sees(page.getByRole('heading', { name: 'Check your mail' }));
  const answer = await page.request.get(new URL('/mails', url).href);
  const { mails } = (await answer.json()) as { mails: readonly { readonly text: string }[] };
  await page.goto(/\S+\/link\/\S+/.exec(mails[0]!.text)![0]);
  await page.getByRole('button', { name: /^Sign in as / }).click();
  // Where it leads is the page of the part.
  await page.waitForURL('**/app/**');
}

/** Puts everything into the page, waits until it is shown, and takes it away; what leaks stays known to the page. */
async function showAll(page: Page, show: Show, isLeaking = false): Promise<void> {
  for (const group of show) {
    await page.evaluate(mount, { group: group.map(({ tag, view }) => ({ tag, view })), isLeaking });
    const ones = group.map((shown) => ({ ...shown, one: page.locator(`#shown-${shown.view}`) }));
    await Promise.all(ones.map(seesWhole));
    for (const { one } of ones) await one.evaluate((element) => element.remove());
  }
}

async function seesWhole({ one, tag, view, opens }: Shown & { readonly one: Locator }): Promise<void> {
  const drawn = view === '' ? tag : view === 'member' ? 'ua-member-page' : `ua-${view}-view`;
  await sees(one.page().locator(drawn).and(one).or(one.locator(drawn)).getByRole('heading'));
  if (opens === undefined) return;
  const [button, opened] = opens;
  await one.getByRole('button', { name: button, exact: true }).click();
  await sees(one.getByRole(opened));
}

/** Runs in the page. */
function mount({ group, isLeaking }: { group: readonly Omit<Shown, 'opens'>[]; isLeaking: boolean }): void {
  const known = document.querySelector('user-admin');
  // Only the page's own part has collaborators; it asks by a token, the other by the cookie of who has signed in.
  const elsewhere = { endpoint: '/workspaces', workspace: 'meridian-group', token: undefined };
  for (const { tag, view } of group) {
    const { endpoint, workspace, token } = view === 'collaborators' ? known! : elsewhere;
    const shown = document.createElement(tag);
    Object.assign(shown, { id: `shown-${view}`, view, endpoint, workspace, token });
    if (isLeaking) addEventListener('resize', () => shown.requestUpdate());
    document.body.prepend(shown);
  }
}

/** What is held once `isBack`, or after a minute: what was under way when a widget went holds on to it until it has ended. */
async function heldOnce(devtools: CDPSession, show: Show, isBack: (now: Held) => boolean): Promise<Held> {
  const end = performance.now() + 60_000;
  let now = await held(devtools, show);
  while (!isBack(now) && performance.now() < end) now = await held(devtools, show);
  return now;
}

async function held(devtools: CDPSession, show: Show): Promise<Held> {
  // What was just taken away is let go of step by step: each collection frees what the one before made unreachable.
  for (let times = 0; times < 3; times += 1) await devtools.send('HeapProfiler.collectGarbage');
  const { nodes, jsEventListeners } = await devtools.send('Memory.getDOMCounters');
  return { widgets: await countWidgets(devtools, show[0]![0]!.tag), nodes, listeners: jsEventListeners };
}

async function countWidgets(devtools: CDPSession, tag: string): Promise<number> {
  const objectGroup = 'leaks';
  const expression = `customElements.get('${tag}').prototype`;
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

const describeHeld = ({ widgets, nodes, listeners }: Held): string =>
  `${widgets} widgets, ${nodes} nodes, ${listeners} listeners`;
