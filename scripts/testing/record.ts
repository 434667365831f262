// What a test run reports about one file, and how it travels: one line of JSON after a mark, between whatever else is printed.

/** What became of one test. */
export interface TestRecord {
  /** The test's name after those of its suites. */
  name: string;
  status: 'passed' | 'failed' | 'skipped';
  /** Why it failed. */
  error?: string;
}

/** What became of one test file. A file may report twice; the reports add up. */
export interface FileRecord {
  /** Relative to the root, with forward slashes. */
  file: string;
  tests: TestRecord[];
  /** How long the tests took, in milliseconds. */
  ms: number;
  /** What the file printed; of use where something failed. */
  output: string;
}

const MARK = '\u001e';

/** The line that carries `record`. */
export function encodeRecord(record: FileRecord): string {
  // A reader of lines also breaks at these two, which JSON leaves as they are.
  const json = JSON.stringify(record).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');
  return `${MARK}${json}\n`;
}

/** The record that `line` carries, if it carries one. */
export function decodeRecord(line: string): FileRecord | undefined {
  return line.startsWith(MARK) ? (JSON.parse(line.slice(MARK.length)) as FileRecord) : undefined;
}
