// `npm run test:browsers`: the widget's tests in the browsers that `npm test` leaves out, and one closing line. `firefox` or `webkit` as an argument
// takes that one alone, parts of paths narrow the tests. A browser that is not here is named as skipped.
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { findFirefox } from './find-firefox.ts';
import { findWebKit } from './find-webkit.ts';
import type { Engine } from './testing/launchers.ts';
import type { FileRecord } from './testing/record.ts';
import { lookAgain } from './testing/second-look.ts';
import { runSuite, widgetSuite } from './testing/suite.ts';
import { closingLine, describeFile, tally, unsteadyLine } from './testing/tally.ts';
import { keepTempTogether } from './testing/temp-folder.ts';

interface Browser {
  name: string;
  engine: Engine;
  find: () => unknown;
  /** How to come by it. */
  advice: string;
}

const BROWSERS: readonly Browser[] = [
  {
    name: 'Firefox',
    engine: 'firefox',
    find: findFirefox,
    advice: 'install it, or name it: FIREFOX_PATH=/path/to/firefox',
  },
  {
    name: 'WebKit',
    engine: 'webkit',
    find: findWebKit,
    advice: 'on Debian and Ubuntu: apt-get install webkit2gtk-driver xvfb',
  },
];

process.chdir(join(import.meta.dirname, '..'));
keepTempTogether();
// Leaving in order ends the browser too.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

const named = BROWSERS.filter(({ engine }) => process.argv.includes(engine));
const filters = process.argv
  .slice(2)
  .filter((argument) => !named.some(({ engine }) => engine === argument))
  .map((filter) => filter.replace(/^\.\//, ''));
const files = globSync('widget/**/*.test.ts')
  .map((file) => file.replaceAll('\\', '/'))
  .filter((path) => filters.length === 0 || filters.some((filter) => path.includes(filter)))
  .sort();
const records: FileRecord[] = [];
const asked: string[] = [];

if (files.length === 0) console.log(`No test file matches ${filters.join(' ')}.`);
else for (const browser of named.length > 0 ? named : BROWSERS) await run(browser);

const sum = tally(records, asked);
for (const { file, name } of sum.skipped) console.log(`skipped: ${file} › ${name}`);
for (const { file, name } of sum.failed) console.log(`failed: ${file} › ${name}`);
process.exitCode = sum.failed.length > 0 || files.length === 0 ? 1 : 0;
console.log(closingLine(sum));

/** Runs the files in `browser`; one that is not here counts as one test that was skipped, and the reason is said. */
async function run({ name, engine, find, advice }: Browser): Promise<void> {
  if (find() === undefined) {
    const reason = `there is none here; ${advice}`;
    records.push({ file: name, tests: [{ name: reason, status: 'skipped' }], ms: 0, output: '' });
    return;
  }
  const inIt = (file: string): string => `${name}: ${file}`;
  const told = (record: FileRecord): FileRecord => ({ ...record, file: inIt(record.file) });
  const suite = widgetSuite(`widget in ${name}`, files, engine);
  const tellThis = (record: FileRecord): void => tell(told(record));
  asked.push(...files.map(inIt));
  const { records: last, unsteady } = await lookAgain([suite], await runSuite(suite, tellThis), tellThis);
  records.push(...last.map(told));
  for (const test of unsteady) console.log(unsteadyLine({ ...test, file: inIt(test.file) }));
}

function tell(record: FileRecord): void {
  if (record.tests.length > 0) console.log(describeFile(record));
}
