// Runs the tests of the widget in WebKit. By WebDriver and by hand: the launcher that the runner has for WebDriver can neither set the size of a
// window nor hold a key down, which the tests need, and it brings 440 packages.
import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import type { BrowserLauncher } from '@web/test-runner';
import type { WebKit } from '../find-webkit.ts';
import { freePort } from './free-port.ts';
import { startBrowser } from './webdriver.ts';
import type { WebKitPage } from './webkit-page.ts';
import { webKitPage } from './webkit-page.ts';

/** What runs while there are tests. */
interface Running {
  page: WebKitPage;
  end(): Promise<void>;
}

const SCREEN = { width: 4000, height: 3000 };

/**
 * Where the window stands. Where nothing manages windows, the one under the pointer has the focus, and the pointer of a new screen is in
 * its middle: just inside the window's corner, outside of the page.
 */
const CORNER = { x: SCREEN.width / 2 - 2, y: SCREEN.height / 2 - 2 };

/** What the toolkit of the browser is told: that nothing moves, and that no button keeps a window wide. */
const GTK = {
  'settings.ini': '[Settings]\ngtk-enable-animations=0\n',
  'gtk.css': '* { min-width: 0; min-height: 0; margin: 0; padding: 0; border: 0; font-size: 1px; }\n',
};

/** Runs one page at a time, since only one has the focus. `env` is what the browser finds in its environment beside ours. */
export function webKitLauncher(webkit: WebKit, env: Readonly<Record<string, string>>): BrowserLauncher {
  let running: Promise<Running> | undefined;
  let current: { id: string; page: WebKitPage } | undefined;
  const pageOf = (id: string): WebKitPage => {
    if (current?.id !== id) throw new Error(`The session ${id} has no page.`);
    return current.page;
  };
  const launcher = {
    name: 'WebKit',
    // The commands of the runner ask a page of this kind for nothing that ours cannot do.
    type: 'puppeteer',
    concurrency: 1,
    async startSession(id: string, url: string) {
      const { page } = await (running ??= start(webkit, env));
      current = { id, page };
      await page.setViewport({ width: 800, height: 600 });
      await page.goto(url);
    },
    isActive: (id: string) => current?.id === id,
    getBrowserUrl: (id: string) => pageOf(id).url(),
    getPage: pageOf,
    async stopSession(id: string) {
      await pageOf(id).goto('about:blank');
      current = undefined;
      return {};
    },
    startDebugSession: () => Promise.reject(new Error('WebKit runs where nobody sees it.')),
    stop: async () => (await running)?.end(),
  };
  return launcher;
}

async function start(webkit: WebKit, env: Readonly<Record<string, string>>): Promise<Running> {
  const folder = await mkdtemp(join(tmpdir(), 'webkit-'));
  process.once('exit', () => rmSync(folder, { recursive: true }));
  await mkdir(join(folder, 'gtk-3.0'));
  for (const [name, text] of Object.entries(GTK)) await writeFile(join(folder, 'gtk-3.0', name), text);

  const size = `${SCREEN.width}x${SCREEN.height}x24`;
  const screen = spawn(webkit.screen, ['-displayfd', '3', '-screen', '0', size, '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  endWithUs(screen);
  const [display] = (await once(screen.stdio[3] as Readable, 'data')) as [Buffer];
  const port = await freePort();
  const DISPLAY = `:${display.toString().trim()}`;
  const driver = spawn(webkit.driver, [`--port=${port}`], {
    env: {
      ...process.env,
      ...env,
      DISPLAY,
      GDK_BACKEND: 'x11',
      XDG_CONFIG_HOME: folder,
      // Without a graphics card a page that scrolls is drawn four times as fast this way.
      WEBKIT_DISABLE_DMABUF_RENDERER: '1',
    },
    stdio: 'ignore',
  });
  endWithUs(driver);
  const browser = await startBrowser(await answering(`http://127.0.0.1:${port}`));
  return {
    page: webKitPage(browser, CORNER),
    async end() {
      await browser.end();
      driver.kill();
      screen.kill();
    },
  };
}

function endWithUs(child: ChildProcess): void {
  process.once('exit', () => child.kill());
}

/** Waits until the driver at `address` listens. */
async function answering(address: string): Promise<string> {
  for (let tries = 0; tries < 100; tries += 1) {
    const response = await fetch(`${address}/status`).catch(() => undefined);
    if (response?.ok) return address;
    await wait(100);
  }
  throw new Error('The driver of WebKit does not answer.');
}
