// What failed in a long run on a busy machine, run once more when all else has ended. What passes then is told by name: it is a test to be mended.
import type { FileRecord } from './record.ts';
import type { Suite } from './suite.ts';
import { runSuite } from './suite.ts';
import type { NamedTest } from './tally.ts';
import { tally } from './tally.ts';

/** The most files that are looked at again; where more fail, it is the product that is broken. */
const MOST_FILES = 3;

/** What a run came to after the second look. */
export interface SecondLook {
  /** With the second report in place of the first, for each file that was run again. */
  records: FileRecord[];
  /** What failed at first and passed by itself. */
  unsteady: NamedTest[];
}

/**
 * Runs the files of `suites` again of which `records` have a failure, a few at most, one at a time. Only where nobody sits before it, who
 * would look again themselves.
 */
export async function lookAgain(
  suites: readonly Suite[],
  records: readonly FileRecord[],
  tell: (record: FileRecord) => void,
  isUnattended = process.env['CI'] !== undefined,
): Promise<SecondLook> {
  const asked = suites.flatMap(({ files }) => files);
  const { failed } = tally(records, asked);
  const files = new Set(failed.map(({ file }) => file).filter((file) => asked.includes(file)));
  if (!isUnattended || files.size === 0 || files.size > MOST_FILES)
    return { records: [...records], unsteady: [] };
  const second: FileRecord[] = [];
  for (const suite of suites) {
    const again = suite.files.filter((file) => files.has(file));
    if (again.length > 0) second.push(...(await runSuite(suite.only(again), tell)));
  }
  const stillFailed = new Set(tally(second, [...files]).failed.map(({ file, name }) => `${file} ${name}`));
  return {
    records: [...records.filter(({ file }) => !files.has(file)), ...second],
    unsteady: failed.filter(({ file, name }) => files.has(file) && !stillFailed.has(`${file} ${name}`)),
  };
}
