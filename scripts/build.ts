// `npm run build`: everything that is published, into `dist/`. Names of builds as arguments narrow it: `npm run build -- cdn`.
import { execFile } from 'node:child_process';
import { globSync } from 'node:fs';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'vite';
import { writeIntegrity } from './bundle/integrity.ts';
import { finishTypes } from './bundle/finish-types.ts';
import { customElements, vscodeData, webTypes } from './surface/data.ts';
import type { About } from './surface/data.ts';
import { readElements } from './surface/elements.ts';
import { elementTypes, frameworkTypes } from './surface/typings.ts';

const ROOT = join(import.meta.dirname, '..');

const BUILDS: Record<string, () => Promise<void>> = {
  types,
  cdn: async () => {
    await bundle('cdn');
    await bundle('sign-in');
    await writeIntegrity(join(ROOT, 'dist/cdn'));
  },
  widget: () => bundle('widget'),
  server,
  surface,
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => BUILDS[name] === undefined);
if (unknown.length > 0)
  throw new Error(`No build is called ${unknown.join(' ')}; there are ${Object.keys(BUILDS).join(', ')}.`);

await Promise.all(
  Object.entries(BUILDS).map(async ([name, make]) => {
    if (asked.length > 0 && !asked.includes(name)) return;
    const began = performance.now();
    await make();
    console.log(`built ${name.padEnd(7)} ${Math.round(performance.now() - began)} ms`);
  }),
);

async function bundle(mode: string): Promise<void> {
  await build({ configFile: join(ROOT, 'vite.config.ts'), mode });
}

async function server(): Promise<void> {
  await bundle('server');
  // Found beside the bundle at run time, as beside the source.
  await cp(join(ROOT, 'server/db/migrations'), join(ROOT, 'dist/server/migrations'), { recursive: true });
}

async function types(): Promise<void> {
  await rm(join(ROOT, 'dist/types'), { recursive: true, force: true });
  try {
    await promisify(execFile)(join(ROOT, 'node_modules/.bin/tsc'), ['-p', 'tsconfig.types.json'], {
      cwd: ROOT,
    });
  } catch (error) {
    throw new Error(`The types cannot be written:\n${(error as { stdout: string }).stdout}`);
  }
  await finishTypes(join(ROOT, 'dist/types'), [
    ...['index', 'define', 'define-sign-in', 'react/react'].map((door) => `widget/${door}.d.ts`),
    ...globSync('widget/locales/**/*.d.ts', { cwd: join(ROOT, 'dist/types') }),
    'server/index.d.ts',
  ]);
}

/** What editors and the templates of frameworks know of the elements. */
async function surface(): Promise<void> {
  const elements = readElements();
  const about = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8')) as About;
  const json = (data: unknown): string => `${JSON.stringify(data, null, 2)}\n`;
  const files: Record<string, string> = {
    'custom-elements.json': json(customElements(elements)),
    'web-types.json': json(webTypes(elements, about)),
    'vscode.html-custom-data.json': json(vscodeData(elements)),
    'frameworks/elements.d.ts': elementTypes(elements),
    ...Object.fromEntries(
      Object.entries(frameworkTypes(elements)).map(([name, text]) => [`frameworks/${name}`, text]),
    ),
  };
  await mkdir(join(ROOT, 'dist/frameworks'), { recursive: true });
  for (const [name, text] of Object.entries(files)) await writeFile(join(ROOT, 'dist', name), text);
}
