// Pages that hold still for a picture: no motion, fonts there, nothing on its way. Only what a browser can be asked.
import type { Browser, Page } from 'playwright-core';

/** How long anything on a page may take, in milliseconds. */
const PATIENCE = 30_000;

/** How a page is looked at. */
export interface Sight {
  readonly width: number;
  readonly height?: number;
  /** How many pixels of the picture make one of the page. */
  readonly scale?: number;
  /** Whether the viewer prefers dark. */
  readonly isDark?: boolean;
  /** The moment that the page believes it is, in milliseconds since the epoch; the real one by default. */
  readonly now?: number;
}

/** Opens `url` with a browser of its own and waits until it is at rest; what goes wrong on it is told to `complain`. */
export async function openStill(
  browser: Browser,
  url: string,
  { width, height = 900, scale = 1, isDark = false, now }: Sight,
  complain: (what: string) => void,
): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width, height },
    deviceScaleFactor: scale,
    colorScheme: isDark ? 'dark' : 'light',
    reducedMotion: 'reduce',
    locale: 'en-GB',
    timezoneId: 'UTC',
  });
  context.setDefaultTimeout(PATIENCE);
  const page = await context.newPage();
  page.on('pageerror', (error) => complain(`${url}: ${error.message}`));
  page.on('console', (message) => message.type() === 'error' && complain(`${url}: ${message.text()}`));
  if (now !== undefined) await page.clock.setFixedTime(now);
  await page.goto(url);
  // A picture shows better than a message what was in the way.
  await page
    .locator('user-admin:visible, #home:visible, #list:visible')
    .first()
    .waitFor()
    .then(() => settle(page))
    .catch(() => complain(`${url} did not come to rest`));
  return page;
}

/** Waits until everything on the page has its code, its data and its fonts, and nothing moves. */
export async function settle(page: Page): Promise<void> {
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
