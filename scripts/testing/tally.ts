// Adds up the records of a test run, and says it in words. Pure: no processes, no files.
import type { FileRecord, TestRecord } from './record.ts';

/** A test with the file it stands in. */
export interface NamedTest extends TestRecord {
  file: string;
}

/** The sum of a run. */
export interface Tally {
  passed: number;
  failed: NamedTest[];
  skipped: NamedTest[];
}

/** Adds up `records`; a file among `asked` that told of no test counts as a failure. */
export function tally(records: readonly FileRecord[], asked: readonly string[]): Tally {
  const tests = records.flatMap(({ file, tests }) => tests.map((test): NamedTest => ({ file, ...test })));
  const told = new Set(tests.map(({ file }) => file));
  const silent = asked.filter((file) => !told.has(file));
  return {
    passed: tests.filter(({ status }) => status === 'passed').length,
    failed: [...tests.filter(({ status }) => status === 'failed'), ...silent.map(ranNothing)],
    skipped: tests.filter(({ status }) => status === 'skipped'),
  };
}

/** The closing line: `N passed, N failed`, and how many were skipped where any was. */
export function closingLine({ passed, failed, skipped }: Tally): string {
  const line = `${passed} passed, ${failed.length} failed`;
  return skipped.length > 0 ? `${line}, ${skipped.length} skipped` : line;
}

/** The line that names a test that failed in the run and passed by itself. */
export function unsteadyLine({ file, name }: NamedTest): string {
  return `unsteady, passed by itself: ${file} › ${name}`;
}

/** What is shown as soon as a file is through: one line, or its failures in full. */
export function describeFile({ file, tests, ms, output }: FileRecord): string {
  const failed = tests.filter(({ status }) => status === 'failed');
  const counted = `${file}  ${tests.length} ${tests.length === 1 ? 'test' : 'tests'}  ${(ms / 1000).toFixed(1)} s`;
  if (failed.length === 0) return `  ok  ${counted}`;
  const failures = failed.map(({ name, error }) => indent(`✗ ${name}\n${indent(error ?? '', 2)}`, 6));
  const printed = output.trim() === '' ? [] : [indent(`it printed:\n${indent(output.trimEnd(), 2)}`, 6)];
  return [`FAIL  ${counted}`, ...failures, ...printed].join('\n');
}

function ranNothing(file: string): NamedTest {
  return { file, name: 'the file itself', status: 'failed', error: 'ran no test' };
}

function indent(text: string, by: number): string {
  return text.replace(/^(?=.)/gm, ' '.repeat(by));
}
