// How long the table takes from the start of its script to its first rows, against the floor and two libraries that others would take.
import type { Browser } from 'playwright-core';
import type { Ratio } from './ratio.ts';
import { median } from './ratio.ts';
import type { Started } from './scroll-probe.ts';
import { openTable, probe, withTables } from './table-page.ts';

const ROUNDS = 9;
/** The least code that does it, and the libraries: what ours may take as a multiple of each. */
const AIMS = { floor: 1.5, virtualizer: 1, vaadin: 1 } as const;
const OTHERS = ['floor', 'virtualizer', 'vaadin'] as const;
/** Where the others have their people: here before the clock runs, or at the server, which their script asks as ours does. */
const SOURCES = {
  '': 'who has everybody in memory',
  '-http': 'who asks for the same page over HTTP',
} as const;

/** First rows at full speed and with the processor four times slower. The tables take turns, so that other work on the machine weighs on all of them. */
export function firstRowRatios(rounds = ROUNDS): Promise<Ratio[]> {
  return withTables(async (browser, url) => {
    const ratios: Ratio[] = [];
    for (const slowdown of [1, 4]) ratios.push(...(await ratiosAt(slowdown, rounds, browser, url)));
    return ratios;
  });
}

async function ratiosAt(slowdown: number, rounds: number, browser: Browser, url: string): Promise<Ratio[]> {
  const tables = ['ours', ...Object.keys(SOURCES).flatMap((source) => OTHERS.map((other) => other + source))];
  const visits = new Map<string, Started[]>(tables.map((table) => [table, []]));
  for (let round = 0; round < rounds; round++) {
    for (const table of tables) visits.get(table)!.push(await start(browser, url, table, slowdown));
  }
  const usual = (table: string, pick: (one: Started) => number): number =>
    median(visits.get(table)!.map(pick));
  const [ours, answers] = [usual('ours', ({ firstRows }) => firstRows), usual('ours', (one) => one.answers)];
  const how = slowdown === 1 ? '' : `, processor ${slowdown} × slower`;
  return Object.entries(SOURCES).flatMap(([source, who]) =>
    OTHERS.map((other) => {
      const theirs = usual(other + source, ({ firstRows }) => firstRows);
      return {
        name: `first rows${how}, against ${other}${source === '' ? '' : ' over HTTP'}`,
        ratio: ours / theirs,
        aim: AIMS[other],
        detail: `${ours.toFixed(0)} ms, with the answers after ${answers.toFixed(0)}, against ${theirs.toFixed(0)} ms of ${other}, ${who}`,
      };
    }),
  );
}

async function start(browser: Browser, url: string, table: string, slowdown: number): Promise<Started> {
  const { page, devtools } = await openTable(browser, url, table);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  const started = await probe(page, (inside) => inside.start());
  await page.context().close();
  return started;
}
