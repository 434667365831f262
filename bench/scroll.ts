// Scrolling the table in a real browser: the built widget on 100,000 people against a bare window of rows in memory. Side by side, in one browser.
import type { Browser, CDPSession } from 'playwright-core';
import type { Ratio } from './ratio.ts';
import { median } from './ratio.ts';
import type { Probe, Scrolled } from './scroll-probe.ts';
import type { Spent } from './scroll-trace.ts';
import { CATEGORIES, spentIn } from './scroll-trace.ts';
import { openTable, probe, withTables } from './table-page.ts';

const SECONDS = 5;
/** Pixels a second: 115 rows, which is a page of 50 about every half second. */
const SPEED = 6000;
const ROUNDS = 3;
const AIM = 1.5;

/** Ours, the least code that does it, and two libraries that others would take. */
const SIDES = ['floor', 'ours', 'virtualizer', 'vaadin'] as const;
type Side = (typeof SIDES)[number];

/** One visit of one side. Times in milliseconds of the processor. */
interface Visit extends Scrolled, Spent {
  readonly task: number;
  /** What the table added to the heap, in bytes, after a collection. */
  readonly heap: number;
  readonly elements: number;
}

/** A continuous scroll, at full speed and with the processor four times slower. */
export function scrollRatios(rounds = ROUNDS): Promise<Ratio[]> {
  return withTables(async (browser, url) => {
    const ratios: Ratio[] = [];
    for (const slowdown of [1, 4]) {
      const visits: Record<Side, Visit[]> = { ours: [], floor: [], virtualizer: [], vaadin: [] };
      for (let round = 0; round < rounds; round++) {
        for (const side of SIDES) visits[side].push(await visit(browser, url, side, slowdown));
      }
      const ours = middle(visits.ours);
      ratios.push(...compare(ours, middle(visits.floor), slowdown));
      for (const peer of ['virtualizer', 'vaadin'] as const)
        ratios.push(...against(peer, ours, middle(visits[peer]), slowdown));
    }
    return ratios;
  });
}

async function visit(browser: Browser, url: string, side: Side, slowdown: number): Promise<Visit> {
  const { page, devtools } = await openTable(browser, url, side);
  const before = await metrics(devtools, true);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  await probe(page, ({ start }) => start());
  // What comes behind the first rows is no part of the scroll.
  await page.waitForFunction(isQuiet);
  const start = await metrics(devtools);
  await browser.startTracing(page, { categories: CATEGORIES });
  const scrolled = await page.evaluate(scrollOf, [SECONDS, SPEED, false] as const);
  const spent = spentIn((await browser.stopTracing()).toString());
  const end = await metrics(devtools);
  const { blank, grey } = await page.evaluate(scrollOf, [SECONDS, SPEED, true] as const);
  const elements = await probe(page, ({ count }) => count());
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  const heap = (await metrics(devtools, true)).heap - before.heap;
  await page.context().close();
  return {
    ...scrolled,
    ...spent,
    blank,
    grey,
    heap,
    elements,
    task: end.task - start.task,
  };
}

function scrollOf([seconds, speed, isLooking]: readonly [number, number, boolean]): Promise<Scrolled> {
  return (window as unknown as { probe: Probe }).probe.scroll(seconds, speed, isLooking);
}

/** Whether everything was fetched that is, for a while now: the stream of changes stays open, so the network is never idle. */
const isQuiet = `(() => {
  const [fetched, now] = [performance.getEntriesByType('resource').length, performance.now()];
  if (fetched !== window.fetched?.count) window.fetched = { count: fetched, since: now };
  return now - window.fetched.since > 500;
})()`;

/** The main thread's processor time so far in milliseconds, and the heap in bytes. */
async function metrics(devtools: CDPSession, isCollected = false): Promise<{ task: number; heap: number }> {
  if (isCollected) await devtools.send('HeapProfiler.collectGarbage');
  const answer = await devtools.send('Performance.getMetrics');
  const of = (name: string): number => answer.metrics.find((metric) => metric.name === name)!.value;
  return { task: of('ThreadTime') * 1000, heap: of('JSHeapUsedSize') };
}

/** Each figure's median over the visits; of blank rows and long tasks, the worst. */
function middle(visits: readonly Visit[]): Visit {
  const usual = (pick: (one: Visit) => number): number => median(visits.map(pick));
  const worst = (pick: (one: Visit) => number): number => Math.max(...visits.map(pick));
  return {
    script: usual(({ script }) => script),
    layout: usual(({ layout }) => layout),
    task: usual(({ task }) => task),
    heap: usual(({ heap }) => heap),
    elements: usual(({ elements }) => elements),
    frames: usual(({ frames }) => frames),
    blank: worst(({ blank }) => blank),
    grey: worst(({ grey }) => grey),
    longTasks: visits.flatMap(({ longTasks }) => longTasks),
  };
}

function compare(ours: Visit, floor: Visit, slowdown: number): Ratio[] {
  const how = slowdown === 1 ? '' : `, processor ${slowdown} × slower`;
  const both = (pick: (visit: Visit) => number, unit: string): string =>
    `${pick(ours).toFixed(0)} against ${pick(floor).toFixed(0)} ${unit}`;
  const mb = ({ heap }: Visit): string => (heap / 1024 / 1024).toFixed(1);
  const long = ({ longTasks }: Visit): string =>
    longTasks.length === 0 ? 'none' : `${longTasks.length} to ${Math.max(...longTasks)} ms`;
  return [
    {
      name: `script of a ${SECONDS} s scroll${how}`,
      ratio: ours.script / floor.script,
      aim: AIM,
      detail:
        `${both(({ script }) => script, 'ms')}; style and layout ${both(({ layout }) => layout, 'ms')}; frames ${both(({ frames }) => frames, '')}`.trimEnd(),
    },
    {
      name: `main thread of a ${SECONDS} s scroll${how}`,
      ratio: ours.task / floor.task,
      aim: AIM,
      detail:
        `${both(({ task }) => task, 'ms')}; long tasks ${long(ours)} against ${long(floor)}; frames with blank rows ${ours.blank} against ${floor.blank}, ` +
        `with rows on their way ${ours.grey}; heap ${mb(ours)} against ${mb(floor)} MB; elements ${both(({ elements }) => elements, '')}`.trimEnd(),
    },
  ];
}

/** Ours against a library, which has everybody in memory where ours asks a server. */
function against(peer: string, ours: Visit, theirs: Visit, slowdown: number): Ratio[] {
  const how = `${slowdown === 1 ? '' : `, processor ${slowdown} × slower`}, against ${peer}`;
  return (['script', 'task'] as const).map((what) => ({
    name: `${{ script: 'script of a scroll', task: 'main thread of a scroll' }[what]}${how}`,
    ratio: ours[what] / theirs[what],
    aim: 1,
    detail: `${ours[what].toFixed(0)} against ${theirs[what].toFixed(0)} ms; long tasks of theirs ${theirs.longTasks.length}; their frames with blank rows ${theirs.blank}`,
  }));
}
