// Tells the outcome of `node --test` as records, one per file. Loaded by Node through `--test-reporter`.
import { relative, sep } from 'node:path';
import type { TestEvent } from 'node:test/reporters';
import { inspect } from 'node:util';
import type { FileRecord, TestRecord } from './record.ts';
import { encodeRecord } from './record.ts';

type Finished = Extract<TestEvent, { type: 'test:pass' | 'test:fail' }>;

/**
 * Node hands events over file by file, each file closed by its summary. A file that died, or held no test,
 * appears as a test named like the file.
 */
export default async function* report(events: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  const printed = new Map<string, string>();
  const names: string[] = [];
  let tests: TestRecord[] = [];
  const close = (file: string, ms: number): string => {
    const record: FileRecord = { file, tests, ms, output: printed.get(file) ?? '' };
    tests = [];
    return encodeRecord(record);
  };
  for await (const event of events) {
    if (event.type === 'test:stdout' || event.type === 'test:stderr' || event.type === 'test:diagnostic') {
      const file = fromRoot(event.data.file);
      printed.set(file, (printed.get(file) ?? '') + event.data.message.trimEnd() + '\n');
    } else if (event.type === 'test:start') {
      names.length = event.data.nesting;
      names.push(event.data.name);
    } else if (event.type === 'test:pass' || event.type === 'test:fail') {
      const { data } = event;
      const isFile = data.nesting === 0 && fromRoot(data.file) === data.name;
      if (isFile && event.type === 'test:fail') tests.push({ name: 'the file itself', ...failure(event) });
      else if (!isFile) tests.push(...outcome(event, names));
      if (isFile) yield close(data.name, data.details.duration_ms);
    } else if (event.type === 'test:summary' && event.data.file !== undefined) {
      yield close(fromRoot(event.data.file), event.data.duration_ms);
    }
  }
}

function outcome(event: Finished, names: readonly string[]): TestRecord[] {
  const { data } = event;
  const name = [...names.slice(0, data.nesting), data.name].join(' › ');
  const isSuite = data.details.type === 'suite';
  if (data.skip !== undefined || data.todo !== undefined) return isSuite ? [] : [{ name, status: 'skipped' }];
  if (event.type === 'test:pass') return isSuite ? [] : [{ name, status: 'passed' }];
  // Its children have told already.
  if (causeOf(event).failureType === 'subtestsFailed') return [];
  return [{ name, ...failure(event) }];
}

function failure(event: Finished): Pick<TestRecord, 'status' | 'error'> {
  const error = causeOf(event);
  if (error.exitCode !== undefined || error.signal) {
    return { status: 'failed', error: `ended with ${error.signal ?? `exit code ${error.exitCode}`}` };
  }
  return {
    status: 'failed',
    error: typeof error.cause === 'string' ? error.cause : inspect(error.cause ?? error, { depth: 5 }),
  };
}

/** What Node attaches to a failure; its types leave these fields out. */
function causeOf(event: Finished): {
  failureType?: string;
  cause?: unknown;
  exitCode?: number;
  signal?: string | null;
} {
  return (event.data.details as { error?: object }).error ?? {};
}

function fromRoot(file: string | undefined): string {
  return file === undefined ? '' : relative(process.cwd(), file).split(sep).join('/');
}
