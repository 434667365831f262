// `npm test`: every test there is, and one closing line. Parts of paths as arguments narrow it: `npm test -- server/members`.
import { execFile } from 'node:child_process';
import { globSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { FileRecord } from './testing/record.ts';
import type { Suite } from './testing/suite.ts';
import { lookAgain } from './testing/second-look.ts';
import { crash, nodeSuite, runSuite, widgetSuite } from './testing/suite.ts';
import { closingLine, describeFile, tally, unsteadyLine } from './testing/tally.ts';
import { keepTempTogether } from './testing/temp-folder.ts';

const ROOT = join(import.meta.dirname, '..');
process.chdir(ROOT);
// Every process loads the same hundreds of files; what was made of them is kept for the next.
process.env['NODE_COMPILE_CACHE'] ??= join(ROOT, 'node_modules/.cache/node');
keepTempTogether();
// Leaving in order ends the suites too.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

const filters = process.argv.slice(2).map((filter) => filter.replace(/^\.\//, ''));
const records: FileRecord[] = [];

const suites = {
  rules: nodeSuite('rules and server', testsIn('{shared,server,scripts}'), 2),
  widget: widgetSuite('widget', testsIn('widget')),
  demo: nodeSuite('end to end', testsIn('demo'), 2),
};

// The end-to-end tests take longest and wait most, for pages and processes: they begin as soon as there is something to look at. Of the
// others that which has one page at a time comes first, so that none is left to run by itself at the end.
await Promise.all([
  run(suites.widget).then(() => run(suites.rules)),
  isAsked(suites.demo) ? prepare().then(() => run(suites.demo)) : run(suites.demo),
]);
const { records: last, unsteady } = await lookAgain(Object.values(suites), records, tell);
conclude();

/** Runs `suite`; one without a single file is a failure, unless the filters left it out. */
async function run(suite: Suite): Promise<void> {
  if (isAsked(suite)) records.push(...(await runSuite(suite, tell)));
  else if (filters.length === 0) fail(crash(suite.name, 'has no test file', []));
}

/** The end-to-end tests look at what is published, and begin with the same past. */
async function prepare(): Promise<void> {
  const past = join(tmpdir(), 'past');
  await Promise.all([
    step('build', () => promisify(execFile)(process.execPath, ['scripts/build.ts'])),
    step('the past of the demo', async () => (await import('../demo/testing/past.ts')).keepPast(past)),
  ]);
  process.env['DEMO_PAST'] = past;
}

async function step(name: string, work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const { message, stdout = '', stderr = '' } = error as Error & { stdout?: string; stderr?: string };
    fail(crash(name, message, [stdout, stderr]));
  }
}

function conclude(): void {
  const asked = Object.values(suites).flatMap(({ files }) => files);
  const sum = tally(last, asked);
  if (asked.length === 0 && filters.length > 0) console.log(`No test file matches ${filters.join(' ')}.`);
  for (const { file, name } of sum.skipped) console.log(`skipped: ${file} › ${name}`);
  for (const test of unsteady) console.log(unsteadyLine(test));
  for (const { file, name, error } of sum.failed)
    console.log(`failed: ${file} › ${name}${error === 'ran no test' ? `: ${error}` : ''}`);
  process.exitCode = sum.failed.length > 0 || sum.passed === 0 ? 1 : 0;
  console.log(closingLine(sum));
}

function testsIn(folder: string): string[] {
  const files = globSync(`${folder}/**/*.test.ts`, { exclude: (name) => name === 'node_modules' });
  const paths = files.map((file) => file.replaceAll('\\', '/')).sort();
  return filters.length === 0
    ? paths
    : paths.filter((path) => filters.some((filter) => path.includes(filter)));
}

function isAsked(suite: Suite): boolean {
  return suite.files.length > 0;
}

function fail(record: FileRecord): void {
  records.push(record);
  tell(record);
}

function tell(record: FileRecord): void {
  if (record.tests.length > 0) console.log(describeFile(record));
}
