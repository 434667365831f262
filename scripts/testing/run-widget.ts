// Runs the widget test files named as arguments in the browser, and tells the outcome as records.
import { relative, sep } from 'node:path';
import { inspect } from 'node:util';
import type {
  Reporter,
  TestResultError,
  TestRunnerConfig,
  TestSession,
  TestSuiteResult,
} from '@web/test-runner';
import { startTestRunner } from '@web/test-runner';
import config from '../../web-test-runner.config.ts';
import type { FileRecord, TestRecord } from './record.ts';
import { encodeRecord } from './record.ts';

const reporter: Reporter = {
  reportTestFileResults({ testFile, sessionsForTestFile }) {
    for (const session of sessionsForTestFile)
      process.stdout.write(encodeRecord(recordOf(testFile, session)));
  },
};

// Leaving in order ends the browser too.
process.once('SIGTERM', () => process.exit(1));

const forThisRun: TestRunnerConfig = {
  ...config,
  files: process.argv.slice(2),
  reporters: [reporter],
  // A forgotten `.only` would leave the rest out without a word.
  testFramework: { config: { ...config.testFramework.config, forbidOnly: true } },
};
await startTestRunner({ config: forThisRun, readCliArgs: false, readFileConfig: false });

function recordOf(testFile: string, session: TestSession): FileRecord {
  const results = session.testResults;
  const tests = results === undefined ? [] : testsOf(results, []);
  if (session.errors.length > 0) {
    tests.push({ name: 'the file itself', status: 'failed', error: session.errors.map(textOf).join('\n') });
  }
  const missing = session.request404s.map((path) => `not found: ${path}`);
  const logs = session.logs.map((args) =>
    args.map((arg) => (typeof arg === 'string' ? arg : inspect(arg))).join(' '),
  );
  return {
    file: relative(process.cwd(), testFile).split(sep).join('/'),
    tests,
    ms: results === undefined ? 0 : msOf(results),
    output: [...missing, ...logs].join('\n'),
  };
}

function testsOf(suite: TestSuiteResult, names: readonly string[]): TestRecord[] {
  const path = suite.name ? [...names, suite.name] : names;
  const own = suite.tests.map((test): TestRecord => {
    const name = [...path, test.name].join(' › ');
    if (test.skipped) return { name, status: 'skipped' };
    if (test.passed) return { name, status: 'passed' };
    return { name, status: 'failed', error: test.error ? textOf(test.error) : 'failed without an error' };
  });
  return [...own, ...suite.suites.flatMap((inner) => testsOf(inner, path))];
}

function textOf({ message, stack, expected, actual }: TestResultError): string {
  const lines = stack?.includes(message) ? [stack] : [message, stack];
  if (expected !== undefined || actual !== undefined)
    lines.push(`expected: ${expected}`, `actual:   ${actual}`);
  return lines.filter(Boolean).join('\n');
}

function msOf(suite: TestSuiteResult): number {
  const own = suite.tests.reduce((sum, { duration }) => sum + (duration ?? 0), 0);
  return suite.suites.reduce((sum, inner) => sum + msOf(inner), own);
}
