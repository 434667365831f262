// `npm run check`: everything that needs no database and no browser, side by side, in seconds.
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { styleText } from 'node:util';

const ROOT = join(import.meta.dirname, '..');
const BIN = join(ROOT, 'node_modules/.bin');

const CHECKS: Record<string, [command: string, ...args: string[]]> = {
  types: ['tsc', '--noEmit'],
  // What the oldest Node and the oldest browsers know, and nothing of what came after them.
  'old Node': ['tsc', '--noEmit', '-p', 'tsconfig.server.json'],
  'old browsers': ['tsc', '--noEmit', '-p', 'tsconfig.widget.json'],
  lint: ['oxlint', '--type-aware', '--deny-warnings', '--report-unused-disable-directives'],
  walls: ['node', 'scripts/check-walls.ts'],
  'dead code': ['knip', '--no-progress', '--no-config-hints'],
  format: ['prettier', '--check', '.', '--cache', '--log-level=warn'],
  documents: ['node', 'scripts/check-doc-refs.ts'],
  rows: ['node', 'scripts/rows.ts', '--missing'],
  surface: ['node', 'scripts/surface.ts', '--check'],
};

const outcomes = await Promise.all(Object.entries(CHECKS).map(([name, check]) => run(name, check)));
if (outcomes.includes(false)) process.exitCode = 1;

/** Runs one check, says how it went, and shows what it printed where it failed. */
function run(name: string, [command, ...args]: [string, ...string[]]): Promise<boolean> {
  const began = performance.now();
  return new Promise((resolve) => {
    execFile(join(BIN, command), args, { cwd: ROOT, maxBuffer: 64e6 }, (error, stdout, stderr) => {
      const seconds = ((performance.now() - began) / 1000).toFixed(1);
      const mark = error === null ? styleText('green', '  ok') : styleText('red', 'FAIL');
      console.log(`${mark}  ${name.padEnd(10)} ${seconds} s`);
      if (error !== null) console.log([stdout, stderr].join('\n').trim() || error.message);
      resolve(error === null);
    });
  });
}
