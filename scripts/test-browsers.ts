// `npm run test:browsers`: the widget's tests in the browsers that `npm test` leaves out, and one closing line. Parts of paths as arguments narrow it.
// Of the others, only Firefox can be driven by what the repository installs; WebKit is named as skipped.
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { findFirefox } from './find-firefox.ts';
import type { FileRecord } from './testing/record.ts';
import { runSuite, widgetSuite } from './testing/suite.ts';
import { closingLine, describeFile, tally } from './testing/tally.ts';

process.chdir(join(import.meta.dirname, '..'));
// Leaving in order ends the browser too.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

const filters = process.argv.slice(2).map((filter) => filter.replace(/^\.\//, ''));
const files = globSync('widget/**/*.test.ts')
  .map((file) => file.replaceAll('\\', '/'))
  .filter((path) => filters.length === 0 || filters.some((filter) => path.includes(filter)))
  .sort();
const records: FileRecord[] = [];
let asked: readonly string[] = [];

if (files.length === 0) console.log(`No test file matches ${filters.join(' ')}.`);
else if (findFirefox() === undefined)
  skip('Firefox', 'there is none here; install it, or name it: FIREFOX_PATH=/path/to/firefox');
else {
  asked = files;
  records.push(...(await runSuite(widgetSuite('widget in Firefox', files, 'firefox'), tell)));
}
skip('WebKit', 'nothing that is installed with the repository can drive it');

const sum = tally(records, asked);
for (const { file, name } of sum.skipped) console.log(`skipped: ${file} › ${name}`);
for (const { file, name } of sum.failed) console.log(`failed: ${file} › ${name}`);
process.exitCode = sum.failed.length > 0 || files.length === 0 ? 1 : 0;
console.log(closingLine(sum));

/** Counts a browser as one test that was skipped, and says why. */
function skip(browser: string, reason: string): void {
  records.push({ file: browser, tests: [{ name: reason, status: 'skipped' }], ms: 0, output: '' });
}

function tell(record: FileRecord): void {
  if (record.tests.length > 0) console.log(describeFile(record));
}
