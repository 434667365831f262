// A demo of its own for a test, and browsers to look at it with. Only what a person can see and do.
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import { browserLaunch } from '../../scripts/find-browser.ts';
import { isWidgetBuilt } from '../files.ts';
import type { PolicyKey } from '../policies.ts';
import type { Demo, DemoOptions } from '../start.ts';
import { startDemo } from '../start.ts';
import { seedFrom } from './past.ts';

/** How long anything on a page may take, in milliseconds: on a busy machine many times what it takes on a quiet one. */
export const PATIENCE = 30_000;

/** A demo and a browser for one file of tests. */
export interface TestStage {
  readonly url: string;
  /** Where its data is. */
  readonly folder: string;
  /**
   * Opens `path` as somebody with a browser of their own, or `inside` one that is there.
   * Unless `isWatched` is false, nothing may go wrong on the page.
   */
  open(path: string, how?: { readonly inside?: BrowserContext; readonly isWatched?: boolean }): Promise<Page>;
  /** Ends the demo and starts it again on the same data. */
  restart(options?: { readonly isFresh: boolean }): Promise<void>;
  /** Ends everything. @throws Where a page broke, or asked anybody but the demo. */
  close(): Promise<void>;
}

/**
 * Starts a demo with new data in a folder of its own; only the parts that the test looks at, because each takes a second to fill, and
 * `beside` it other pages of the host, if any.
 */
export async function createStage(
  parts: readonly PolicyKey[] = ['tables', 'collaborators'],
  beside: Pick<DemoOptions, 'beside'> = {},
): Promise<TestStage> {
  assert.ok(await isWidgetBuilt(), 'The widget is not built. Run: npm run build');
  const folder = await mkdtemp(join(tmpdir(), 'user-admin-demo-'));
  // A file that is run by itself finds none.
  const past = process.env['DEMO_PAST'];
  const how = { folder, port: 0, parts, ...beside, ...(past !== undefined && { seed: seedFrom(past) }) };
  let demo: Demo = await startDemo(how);
  const browser: Browser = await chromium.launch(await browserLaunch());
  const mishaps: string[] = [];
  return {
    get url() {
      return demo.url;
    },
    folder,
    open: async (path, { inside, isWatched = true } = {}) => {
      const context = inside ?? (await browser.newContext({ locale: 'en-GB', reducedMotion: 'reduce' }));
      context.setDefaultTimeout(PATIENCE);
      if (inside === undefined && isWatched) watch(context, demo.url, mishaps);
      const page = await context.newPage();
      await page.goto(new URL(path, demo.url).href);
      return page;
    },
    restart: async (options) => {
      await demo.close();
      demo = await startDemo({ ...how, ...options });
    },
    close: async () => {
      await browser.close();
      await demo.close();
      await rm(folder, { recursive: true, force: true });
      assert.deepEqual(mishaps, []);
    },
  };
}

function watch(context: BrowserContext, url: string, mishaps: string[]): void {
  context.on('weberror', (error) =>
    mishaps.push(`a page broke: ${error.error().stack ?? error.error().message}`),
  );
  context.on('console', (message) => {
    if (/Content Security Policy|Trusted/i.test(message.text()))
      mishaps.push(`a page was stopped: ${message.text()}`);
  });
  context.on('request', (request) => {
    if (/^(?:https?|wss?):/.test(request.url()) && new URL(request.url()).origin !== url)
      mishaps.push(`a page asked ${request.url()}`);
  });
}

/** The row that shows `text`, wherever rows are: in a table or in a grid. */
export function rowOf(page: Page, text: string | RegExp): Locator {
  return page.getByRole('row').filter({ hasText: text }).first();
}

/** Waits until `locator` is there to be seen. */
export async function sees(locator: Locator): Promise<void> {
  await locator.first().waitFor({ state: 'visible' });
}

/** Waits until nothing of `locator` can be seen any more. */
export async function seesNoMore(locator: Locator): Promise<void> {
  await locator.first().waitFor({ state: 'hidden' });
}
