// The browsers that the widget's tests run in, as the test runner wants them. One that a machine lacks is told, never stood in for.
import type { BrowserLauncher } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import puppeteer from 'puppeteer-core';
import { browserLaunch } from '../find-browser.ts';
import { findFirefox } from '../find-firefox.ts';
import { findWebKit } from '../find-webkit.ts';
import { pinnedFonts } from '../pinned-fonts.ts';
import { patient } from './firefox-page.ts';
import { webKitLauncher } from './webkit.ts';

/** A browser that the widget's tests know how to run in. */
export type Engine = 'chromium' | 'firefox' | 'webkit';

/** The launcher of `engine`. It asks for reduced motion, so that no check looks at a dialog half faded in. @throws Where it is not installed. */
export async function launcherOf(engine: Engine): Promise<BrowserLauncher> {
  return { chromium, firefox, webkit }[engine]();
}

async function chromium(): Promise<BrowserLauncher> {
  const launch = await browserLaunch();
  return chromeLauncher({
    launchOptions: { ...launch, args: [...launch.args, '--force-prefers-reduced-motion'] },
  });
}

async function firefox(): Promise<BrowserLauncher> {
  const executablePath = findFirefox();
  if (executablePath === undefined) throw new Error('There is no Firefox here.');
  // The letters of the other browser: what fits into a line must not hang on what a machine has installed.
  const { FONTCONFIG_PATH } = (await browserLaunch()).env;
  return chromeLauncher({
    puppeteer: puppeteer as never,
    // Of two pages only one has the focus, and Firefox tells a page without it of no focus at all.
    concurrency: 1,
    createPage: async ({ context }) => patient(await context.newPage()),
    launchOptions: {
      browser: 'firefox',
      executablePath,
      env: { ...process.env, ...(FONTCONFIG_PATH && { FONTCONFIG_PATH }) },
      extraPrefsFirefox: {
        'ui.prefersReducedMotion': 1,
        // An offer to keep a password takes the focus away from the page, and from those after it.
        'signon.rememberSignons': false,
      },
    },
  });
}

async function webkit(): Promise<BrowserLauncher> {
  const found = findWebKit();
  if (found === undefined) throw new Error('There is no WebKit here.');
  // Letters of our own too, though others: those of Chromium have no height in WebKit.
  return webKitLauncher(found, { FONTCONFIG_PATH: await pinnedFonts() });
}
