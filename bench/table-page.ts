// The pages of the table's benchmarks: a server with 100,000 people, a browser, and one page for each table.
import type { Browser, CDPSession, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import { browserLaunch } from '../scripts/find-browser.ts';
import { startChild } from './measured-child.ts';
import type { Probe } from './scroll-probe.ts';
import { installProbe } from './scroll-probe.ts';
import { TOKEN, ourDatabase } from './seeds.ts';

/** How many people each table shows. */
const PEOPLE = 100_000;

/** Runs `measure` with a browser and the address of a server, and ends both. */
export async function withTables<Answer>(
  measure: (browser: Browser, url: string) => Promise<Answer>,
): Promise<Answer> {
  const server = await startChild('scroll-server.ts', [await ourDatabase(PEOPLE)]);
  const browser = await chromium.launch(await browserLaunch());
  try {
    return await measure(browser, server.url);
  } finally {
    await browser.close();
    await server.stop();
  }
}

/** The page of a table, in a context of its own, where its script has not run yet. */
export async function openTable(
  browser: Browser,
  url: string,
  table: string,
): Promise<{ readonly page: Page; readonly devtools: CDPSession }> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  await context.addCookies([{ name: 'user-admin', value: TOKEN, url }]);
  await context.addInitScript(installProbe);
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Performance.enable');
  await page.goto(`${url}/${table}`);
  await page.waitForFunction('window.start !== undefined');
  return { page, devtools };
}

/** What the probe inside of the page answers. */
export function probe<Answer>(page: Page, ask: (probe: Probe) => Answer): Promise<Awaited<Answer>> {
  return page.evaluate(`(${String(ask)})(window.probe)`);
}
