// Installs the frameworks, puts the packed package among them, and builds and type-checks each page; nothing that has not changed is done twice.
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { globSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import type { Folder } from './list.ts';

const HOSTS = join(import.meta.dirname, '../../hosts');
const ROOT = join(HOSTS, '../..');
const PACKAGE = join(HOSTS, 'node_modules/user-admin');
/** What a step was made from stands in what it made, so that both are thrown away together. */
const MADE_FROM = '.made-from';

type Command = readonly [tool: string, ...args: string[]];

const vite = (folder: Folder): Command => ['vite', 'build', folder, '--emptyOutDir', '--logLevel', 'warn'];

/** What makes each folder's page, one after the other. Angular and Next.js look at the types as they build. */
const COMMANDS: Readonly<Record<Exclude<Folder, 'plain'>, readonly Command[]>> = {
  react: [['tsc', '-p', 'react'], vite('react')],
  vue: [['vue-tsc', '-p', 'vue'], vite('vue')],
  svelte: [
    ['svelte-check', '--workspace', 'svelte', '--tsconfig', './tsconfig.json', '--fail-on-warnings'],
    vite('svelte'),
  ],
  angular: [vite('angular')],
  next: [['next', 'build', 'next']],
};

/** What became of one step. */
export interface Step {
  readonly name: string;
  /** How long it took, in milliseconds. */
  readonly ms: number;
  /** Whether what is there was made from the same, so that nothing was done. */
  readonly isKept: boolean;
  /** What it said where it failed. */
  readonly error?: string;
}

/** Installs what the lockfile names. */
export function install(): Promise<Step> {
  const inputs = ['package.json', 'package-lock.json', '.npmrc'];
  return take('install', join(HOSTS, 'node_modules'), digestOf(inputs), () => run(['npm', 'ci']));
}

/** Builds what is published into the root's `dist/`. */
export function buildPackage(): Promise<Step> {
  return attempt('dist', async () => {
    await run(['node', join(ROOT, 'scripts/build.ts')]);
    return false;
  });
}

/** Puts the package, packed out of the root's `dist/`, where an install would. What it depends on is found in the root. */
export async function placePackage(): Promise<Step> {
  const folder = await mkdtemp(join(tmpdir(), 'user-admin-hosts-'));
  try {
    const packed = (async () => {
      await run(['node', join(ROOT, 'scripts/pack.ts'), folder]);
      return join(folder, (await readdir(folder))[0]!);
    })();
    const digest = packed.then(async (file) => digest256([await readFile(file)]));
    return await take('package', PACKAGE, digest, async () => {
      await rm(PACKAGE, { recursive: true, force: true });
      await mkdir(PACKAGE, { recursive: true });
      await run(['tar', '-xzf', await packed, '-C', PACKAGE, '--strip-components=1']);
    });
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Builds the page of `folder` into its own `dist/`. */
export function buildHost(folder: Folder): Promise<Step> {
  const out = join(HOSTS, folder, 'dist');
  const inputs = ['*.{json,css,ts}', `node_modules/user-admin/${MADE_FROM}`, ...sourcesOf(folder)];
  return take(folder, out, digestOf(inputs), async () => {
    await rm(out, { recursive: true, force: true });
    if (folder === 'plain') await copyPlain(out);
    else for (const command of COMMANDS[folder]) await run(command);
  });
}

async function copyPlain(out: string): Promise<void> {
  for (const file of [...sourcesOf('plain'), 'page.css'])
    await cp(join(HOSTS, file), join(out, file.replace('plain/', '')));
  await cp(join(PACKAGE, 'dist/cdn'), join(out, 'cdn'), { recursive: true });
}

function sourcesOf(folder: Folder): string[] {
  return globSync(`${folder}/**/*.*`, {
    cwd: HOSTS,
    exclude: [`${folder}/{dist,.next}/**`, `${folder}/next-env.d.ts`],
  });
}

/** Does `work` unless `place` was made from the same before. */
function take(
  name: string,
  place: string,
  digest: Promise<string>,
  work: () => Promise<void>,
): Promise<Step> {
  return attempt(name, async () => {
    const [from, before] = [await digest, await textOf(join(place, MADE_FROM))];
    if (from === before) return true;
    await work();
    await writeFile(join(place, MADE_FROM), from);
    return false;
  });
}

/** Does `work`, which says whether all was there already. A failure is an answer: the other steps go on. */
async function attempt(name: string, work: () => Promise<boolean>): Promise<Step> {
  const began = performance.now();
  try {
    const isKept = await work();
    return { name, ms: performance.now() - began, isKept };
  } catch (error) {
    const { message, stdout = '', stderr = '' } = error as Error & { stdout?: string; stderr?: string };
    const said = [message, stdout, stderr].join('\n').trim();
    return { name, ms: performance.now() - began, isKept: false, error: said };
  }
}

async function digestOf(patterns: readonly string[]): Promise<string> {
  const files = patterns.flatMap((pattern) => globSync(pattern, { cwd: HOSTS })).sort();
  const texts = files.map(async (file) => [file, await readFile(join(HOSTS, file))]);
  return digest256((await Promise.all(texts)).flat());
}

function digest256(parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest('hex');
}

async function textOf(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    // Nothing was made yet; anything else is worth knowing.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

async function run([tool, ...args]: Command): Promise<void> {
  const bins = [join(HOSTS, 'node_modules/.bin'), join(ROOT, 'node_modules/.bin'), process.env['PATH']];
  await promisify(execFile)(tool, args, {
    cwd: HOSTS,
    env: { ...process.env, PATH: bins.join(delimiter), NEXT_TELEMETRY_DISABLED: '1', NO_COLOR: '1' },
    maxBuffer: 16e6,
  });
}
