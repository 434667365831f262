// `npm run screenshots`: the picture of the README, and every view of the real demo in every look at every width, and moments.
import { mkdir, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { chromium } from 'playwright-core';
import { POLICY_KEYS, STAGES } from '../demo/policies.ts';
import { startDemo } from '../demo/start.ts';
import { openStill, settle } from '../demo/testing/stills.ts';
import { browserLaunch, pinnedLaunch } from './find-browser.ts';
import { MOMENTS } from './screenshot-moments.ts';

const ROOT = join(import.meta.dirname, '..');
const SHOTS = join(ROOT, '.demo/screenshots');
const README_PICTURE = join(ROOT, 'docs/screenshot.png');
/** The largest README picture, in bytes. */
const MAX_PICTURE = 200_000;

/** The parts that were asked for by name, or all: `npm run screenshots -- packages`. */
const asked = POLICY_KEYS.filter((key) => process.argv.includes(key));
const PARTS = asked.length === 0 ? POLICY_KEYS : asked;
const VIEWS = PARTS.flatMap((key) =>
  [...STAGES[key].policy.views, 'settings'].map((view) => `${key}/${view}`),
);
const WIDTHS = [320, 360, 768, 1280, 1600];
/** The looks of the demo's own picker, in light and in dark. */
const LOOKS = ['plain', 'paper', 'console'].flatMap((look) => [
  { look, theme: 'light' },
  { look, theme: 'dark' },
]);

async function takeReadmePicture(browser: Browser, url: string): Promise<void> {
  const page = await openStill(
    browser,
    `${url}/app/tables/users`,
    { width: 1240, height: 1240 },
    console.error,
  );
  // The element alone: the page around it is loud on purpose, to see that none of it comes through.
  const { x, y, width } = (await page.locator('#stage').boundingBox())!;
  const border = 4;
  const clip = { x: x + border, y: y + border, width: width - 2 * border, height: 876 };
  await page.screenshot({ path: README_PICTURE, fullPage: true, clip });
  await page.context().close();
  const { size } = await stat(README_PICTURE);
  console.log(`docs/screenshot.png ${Math.round(size / 1000)} kB`);
  if (size > MAX_PICTURE) throw new Error(`docs/screenshot.png is larger than ${MAX_PICTURE / 1000} kB`);
}

/** One page for each view and look, which is then made as wide as each width. */
async function takeViews(browser: Browser, url: string): Promise<void> {
  for (const { look, theme } of LOOKS)
    for (const view of VIEWS) {
      const page = await openStill(
        browser,
        `${url}/app/${view}?theme=${theme}&look=${look}`,
        { width: WIDTHS.at(-1)!, isDark: theme === 'dark' },
        console.error,
      );
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 900 });
        await settle(page).catch(() => console.error(`${view} at ${width} did not come to rest`));
        await page.screenshot({
          path: join(SHOTS, `${view.replace('/', '-')}-${look}-${theme}-${width}.png`),
          fullPage: true,
        });
      }
      await page.context().close();
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
      const address = `${url}/app/${at}${at.includes('?') ? '&' : '?'}theme=${theme}`;
      const page = await openStill(browser, address, { width, isDark: theme === 'dark' }, console.error);
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
  const page = await openStill(browser, `${url}/mailbox`, { width: 1280 }, console.error);
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
const browser = await chromium.launch((await pinnedLaunch()) ?? (await browserLaunch()));
try {
  await mkdir(SHOTS, { recursive: true });
  if (isWhole) await takeReadmePicture(browser, demo.url);
  if (!process.argv.includes('--readme')) {
    await takeViews(browser, demo.url);
    await takeMoments(browser, demo.url);
    if (isWhole) await takeOthers(browser, demo.url);
    console.log(
      `.demo/screenshots: ${VIEWS.length * WIDTHS.length * LOOKS.length} pictures of views, and moments`,
    );
  }
} finally {
  await browser.close();
  await demo.close();
  await rm(folder, { recursive: true, force: true });
}
