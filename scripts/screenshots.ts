// `npm run screenshots`: the picture of the README, and every view of the real demo in light and dark at three widths.
import { mkdir, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import { POLICY_KEYS, STAGES } from '../demo/policies.ts';
import { startDemo } from '../demo/start.ts';
import { browserLaunch } from './find-browser.ts';
import { MOMENTS } from './screenshot-moments.ts';

const ROOT = join(import.meta.dirname, '..');
const SHOTS = join(ROOT, '.demo/screenshots');
const README_PICTURE = join(ROOT, 'docs/screenshot.png');
/** The largest README picture, in bytes. */
const MAX_PICTURE = 200_000;
/** How long anything on a page may take, in milliseconds. */
const PATIENCE = 5000;

/** The parts that were asked for by name, or all: `npm run screenshots -- packages`. */
const asked = POLICY_KEYS.filter((key) => process.argv.includes(key));
const PARTS = asked.length === 0 ? POLICY_KEYS : asked;
const VIEWS = PARTS.flatMap((key) =>
  [...STAGES[key].policy.views, 'settings'].map((view) => `${key}/${view}`),
);
const WIDTHS = [360, 900, 1280];
const THEMES = ['light', 'dark'] as const;

async function settle(page: Page): Promise<void> {
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await page.waitForFunction(() => {
    const deep = (root: ParentNode): Element[] =>
      [...root.querySelectorAll('*')].flatMap((one) => [
        one,
        ...(one.shadowRoot ? deep(one.shadowRoot) : []),
      ]);
    const all = deep(document);
    return (
      // An element that is not defined yet waits for its code; one without an extent waits to be asked for.
      !all.some(
        (one) =>
          one.matches('.bone, [aria-busy="true"], :not(:defined)') &&
          one.getBoundingClientRect().width * one.getBoundingClientRect().height > 0,
      ) && all.every((one) => one.getAnimations().length === 0)
    );
  });
}

async function openAt(
  browser: Browser,
  url: string,
  {
    width,
    theme,
    height = 900,
    scale = 1,
  }: { width: number; theme: 'light' | 'dark'; height?: number; scale?: number },
): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width, height },
    deviceScaleFactor: scale,
    colorScheme: theme,
    reducedMotion: 'reduce',
    locale: 'en-GB',
  });
  context.setDefaultTimeout(PATIENCE);
  const page = await context.newPage();
  page.on('pageerror', (error) => console.error(`${url}: ${error.message}`));
  page.on('console', (message) => message.type() === 'error' && console.error(`${url}: ${message.text()}`));
  await page.goto(`${url}${url.includes('?') ? '&' : '?'}theme=${theme}`);
  const shown = page.locator('user-admin:visible, #home:visible, #list:visible').first();
  // The picture shows better than a message what was in the way.
  await shown
    .waitFor()
    .then(() => settle(page))
    .catch(() => console.error(`${url} did not come to rest`));
  return page;
}

async function takeReadmePicture(browser: Browser, url: string): Promise<void> {
  const page = await openAt(browser, `${url}/app/tables/users`, {
    width: 1280,
    height: 1240,
    theme: 'light',
  });
  await page.screenshot({ path: README_PICTURE });
  await page.context().close();
  const { size } = await stat(README_PICTURE);
  console.log(`docs/screenshot.png ${Math.round(size / 1000)} kB`);
  if (size > MAX_PICTURE) throw new Error(`docs/screenshot.png is larger than ${MAX_PICTURE / 1000} kB`);
}

async function takeViews(browser: Browser, url: string): Promise<void> {
  for (const theme of THEMES) {
    for (const width of WIDTHS) {
      for (const view of VIEWS) {
        const page = await openAt(browser, `${url}/app/${view}`, { width, theme });
        await page.screenshot({
          path: join(SHOTS, `${view.replace('/', '-')}-${theme}-${width}.png`),
          fullPage: true,
        });
        await page.context().close();
      }
    }
  }
}

async function takeMoments(browser: Browser, url: string): Promise<void> {
  for (const [name, { at, make }] of Object.entries(MOMENTS)) {
    if (!PARTS.some((key) => at.startsWith(`${key}/`))) continue;
    for (const [theme, width] of [
      ['light', 1280],
      ['dark', 1280],
      ['light', 360],
    ] as const) {
      const page = await openAt(browser, `${url}/app/${at}`, { width, theme });
      try {
        await make(page);
        await settle(page);
      } catch (error) {
        // The picture shows better than the message what was in the way.
        console.error(`${name}: ${(error as Error).message.split('\n')[0]}`);
      }
      await page.screenshot({ path: join(SHOTS, `moment-${name}-${theme}-${width}.png`) });
      await page.context().close();
    }
  }
}

async function takeOthers(browser: Browser, url: string): Promise<void> {
  const page = await openAt(browser, `${url}/mailbox`, { width: 1280, theme: 'light' });
  await page.screenshot({ path: join(SHOTS, 'mailbox.png') });
  const link = page.getByRole('article').getByRole('link').first();
  const opened = page.context().waitForEvent('page');
  await link.click();
  const invitation = await opened;
  await invitation.waitForLoadState();
  await invitation.screenshot({ path: join(SHOTS, 'invitation.png') });
  await page.context().close();
}

const folder = await mkdtemp(join(tmpdir(), 'user-admin-screenshots-'));
const isWhole = PARTS.length === POLICY_KEYS.length;
const demo = await startDemo({ folder, port: 0, parts: PARTS });
const browser = await chromium.launch(await browserLaunch());
try {
  await mkdir(SHOTS, { recursive: true });
  if (isWhole) await takeReadmePicture(browser, demo.url);
  if (!process.argv.includes('--readme')) {
    await takeViews(browser, demo.url);
    await takeMoments(browser, demo.url);
    if (isWhole) await takeOthers(browser, demo.url);
    console.log(
      `.demo/screenshots: ${VIEWS.length * WIDTHS.length * THEMES.length} pictures of views, and moments`,
    );
  }
} finally {
  await browser.close();
  await demo.close();
  await rm(folder, { recursive: true, force: true });
}
