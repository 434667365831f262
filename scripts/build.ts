// `npm run build`: everything that is published, into `dist/`. Names of builds as arguments narrow it: `npm run build -- cdn`.
import { execFile } from 'node:child_process';
import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'vite';

const ROOT = join(import.meta.dirname, '..');

const BUILDS: Record<string, () => Promise<void>> = {
  types,
  cdn: async () => {
    await bundle('cdn');
    await bundle('sign-in');
  },
  widget: () => bundle('widget'),
  server,
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
}
