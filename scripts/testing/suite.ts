// Runs one suite as a process of its own, so that whatever happens to it, the run goes on and ends with its closing line.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Engine } from './launchers.ts';
import type { FileRecord, TestRecord } from './record.ts';
import { decodeRecord } from './record.ts';

/** One command and the test files it answers for. */
export interface Suite {
  name: string;
  files: readonly string[];
  /** Arguments for Node. */
  args: readonly string[];
  /** What it needs in its environment beside ours. */
  env?: Readonly<Record<string, string>>;
  /** The same for some of the files, one at a time. */
  only(files: readonly string[]): Suite;
}

const SLOWEST_FILE_MS = 240_000;

/** The suite of `files` on Node's own runner, at most `atOnce` files side by side. */
export function nodeSuite(name: string, files: readonly string[], atOnce: number): Suite {
  const reporter = import.meta.resolve('./node-reporter.ts');
  const options = [
    `--test-reporter=${reporter}`,
    `--test-concurrency=${atOnce}`,
    `--test-timeout=${SLOWEST_FILE_MS}`,
  ];
  const only = (some: readonly string[]): Suite => nodeSuite(name, some, 1);
  return { name, files, args: ['--test', ...options, ...files], only };
}

/** The suite of `files` in a browser. */
export function widgetSuite(name: string, files: readonly string[], engine: Engine = 'chromium'): Suite {
  const args = [`${import.meta.dirname}/run-widget.ts`, ...files];
  const only = (some: readonly string[]): Suite => widgetSuite(name, some, engine);
  return { name, files, args, env: { WIDGET_BROWSER: engine }, only };
}

/**
 * Runs `suite`, hands every file's record to `tell` as it comes, and answers with all of them.
 * A suite that dies without a failed test to show for it gets one.
 */
export async function runSuite(suite: Suite, tell: (record: FileRecord) => void): Promise<FileRecord[]> {
  const records: FileRecord[] = [];
  const printed: string[] = [];
  const keep = (record: FileRecord): void => {
    records.push(record);
    tell(record);
  };
  // Node's runner runs nothing where this says that it is inside of another.
  const env = { ...process.env, ...suite.env, NODE_TEST_CONTEXT: undefined };
  const child = spawn(process.execPath, suite.args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const stop = (): void => void child.kill();
  process.once('exit', stop);
  const lines = [child.stdout, child.stderr].map((stream) =>
    createInterface({ input: stream }).on('line', (line) => {
      const record = decodeRecord(line);
      if (record) keep(record);
      else printed.push(line);
    }),
  );
  const [ending] = await Promise.all([
    endOf(child),
    ...lines.map((line) => new Promise((done) => line.once('close', done))),
  ]);
  process.off('exit', stop);
  const hasFailure = records.some(({ tests }) => tests.some(({ status }) => status === 'failed'));
  if (ending !== 'exit code 0' && !hasFailure) keep(crash(suite.name, `ended with ${ending}`, printed));
  return records;
}

/** The record that stands for a suite, or a step before it, that could not do its work. */
export function crash(name: string, error: string, printed: readonly string[]): FileRecord {
  const test: TestRecord = { name: 'as a whole', status: 'failed', error };
  return { file: name, tests: [test], ms: 0, output: printed.join('\n') };
}

function endOf(child: ReturnType<typeof spawn>): Promise<string> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve(signal ?? `exit code ${code}`));
  });
}
