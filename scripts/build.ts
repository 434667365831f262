// `npm run build`: everything that is published, into `dist/`. Names of builds as arguments narrow it.
import { execFile } from 'node:child_process';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build as bundle } from 'vite';

const ROOT = join(import.meta.dirname, '..');
const run = promisify(execFile);
const vite = (mode: string) => bundle({ configFile: join(ROOT, 'vite.config.ts'), mode });

const BUILDS: Record<string, () => Promise<unknown>> = {
  cdn: () => vite('cdn'),
  widget: () => vite('widget'),
  server: async () => {
    await vite('server');
    // Found beside the bundle at run time, as beside the source.
    await cp(join(ROOT, 'server/db/migrations'), join(ROOT, 'dist/server/migrations'), { recursive: true });
  },
  types: () => run(join(ROOT, 'node_modules/.bin/tsc'), ['-p', join(ROOT, 'tsconfig.types.json')]),
};

/** Makes the builds named; all where none is. */
export async function build(names: readonly string[] = Object.keys(BUILDS)): Promise<void> {
  for (const name of names) {
    const make = BUILDS[name];
    if (make === undefined) throw new Error(`There is no build "${name}"; there are ${Object.keys(BUILDS).join(', ')}`);
    const began = performance.now();
    await make();
    console.log(`built ${name.padEnd(7)} ${Math.round(performance.now() - began)} ms`);
  }
}

if (import.meta.main) await build(process.argv.length > 2 ? process.argv.slice(2) : undefined);
