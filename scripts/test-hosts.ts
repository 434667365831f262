// `npm run test:hosts`: builds a page with each framework, tells the same story on all of them, and ends with a closing line.
// With `--built` it takes `dist/` as it is; without it builds that first.
import { join } from 'node:path';
import { buildHost, buildPackage, install, placePackage } from '../demo/testing/hosts/build.ts';
import type { Step } from '../demo/testing/hosts/build.ts';
import { FOLDERS } from '../demo/testing/hosts/list.ts';
import type { FileRecord } from './testing/record.ts';
import { lookAgain } from './testing/second-look.ts';
import { crash, nodeSuite, runSuite } from './testing/suite.ts';
import { closingLine, describeFile, tally, unsteadyLine } from './testing/tally.ts';
import { keepTempTogether } from './testing/temp-folder.ts';

process.chdir(join(import.meta.dirname, '..'));
keepTempTogether();
// Leaving in order ends what was started too.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

const STORY = 'demo/testing/hosts/story.ts';
const records: FileRecord[] = [];

const isBuilt = process.argv.includes('--built') || keep(await buildPackage());
// One after the other: each of them uses all there is of a small machine.
if (isBuilt && keep(await install()) && keep(await placePackage())) {
  for (const folder of FOLDERS) keep(await buildHost(folder));
  const suite = nodeSuite('hosts', [STORY], 1);
  const { records: last, unsteady } = await lookAgain([suite], await runSuite(suite, tell), tell);
  records.push(...last);
  for (const test of unsteady) console.log(unsteadyLine(test));
}
const sum = tally(records, [STORY]);
for (const { file, name } of sum.failed) console.log(`failed: ${file} › ${name}`);
process.exitCode = sum.failed.length > 0 || sum.passed === 0 ? 1 : 0;
console.log(closingLine(sum));

/** Says how a step went, and whether there is something to go on with; one that failed counts as a test that did. */
function keep({ name, ms, isKept, error }: Step): boolean {
  if (error === undefined)
    console.log(`  ${isKept ? 'kept ' : 'built'} ${name.padEnd(8)} ${(ms / 1000).toFixed(1)} s`);
  else {
    const record = crash(`demo/hosts/${name}`, error, []);
    records.push(record);
    tell(record);
  }
  return error === undefined;
}

function tell(record: FileRecord): void {
  if (record.tests.length > 0) console.log(describeFile(record));
}
