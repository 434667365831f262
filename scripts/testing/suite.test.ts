// What the runner makes of suites that go wrong in every way a suite can.
import assert from 'node:assert/strict';
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { after, describe, it } from 'node:test';
import { nodeSuite, runSuite } from './suite.ts';
import type { Tally } from './tally.ts';
import { tally } from './tally.ts';

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'user-admin-suite-')));
after(() => rmSync(folder, { recursive: true }));

async function outcome(text: string): Promise<Tally> {
  const path = join(folder, 'some.test.mjs');
  writeFileSync(path, `import { test, describe, it, before } from 'node:test';\n${text}`);
  const file = relative(process.cwd(), path);
  return tally(await runSuite(nodeSuite('some', [file], 1), () => {}), [file]);
}

const namesOf = ({ failed }: Tally): string[] => failed.map(({ name }) => name);

describe('runSuite', () => {
  it('tells passed, failed and skipped tests by their full names, and counts no suite', async () => {
    const sum = await outcome(`
      describe('outer', () => {
        it('passes', () => {});
        it('fails', () => { throw new Error('for a reason'); });
        it.skip('waits', () => {});
        describe('inner', () => it('parent', async (t) => { await t.test('child', () => { throw new Error('deep'); }); }));
      });`);
    assert.equal(sum.passed, 1);
    assert.deepEqual(namesOf(sum), ['outer › fails', 'outer › inner › parent › child']);
    assert.deepEqual(
      sum.skipped.map(({ name }) => name),
      ['outer › waits'],
    );
    assert.match(sum.failed[0]!.error!, /for a reason/);
  });

  it('takes a file that dies for a failure', async () => {
    const sum = await outcome(
      `test('passes', () => {}); setTimeout(() => process.exit(3), 5); test('hangs', () => new Promise(() => {}));`,
    );
    assert.notEqual(sum.failed.length, 0);
  });

  it('takes a file with a syntax error for a failure', async () => {
    assert.deepEqual(namesOf(await outcome('const a = ;')), ['the file itself']);
  });

  it('takes a file without a test for a failure', async () => {
    assert.deepEqual(
      (await outcome('export {};')).failed.map(({ error }) => error),
      ['ran no test'],
    );
  });

  it('takes a broken hook for a failure', async () => {
    const sum = await outcome(
      `describe('hooked', () => { before(() => { throw new Error('broken'); }); it('never runs', () => {}); });`,
    );
    assert.deepEqual(namesOf(sum), ['hooked › never runs', 'hooked']);
  });

  it('takes an error after the test for a failure', async () => {
    const sum = await outcome(
      `test('ends early', () => { setImmediate(() => { throw new Error('late'); }); });`,
    );
    assert.deepEqual([sum.passed, namesOf(sum)], [1, ['the file itself']]);
  });

  it('takes a command that cannot run for a failure, and shows what it printed', async () => {
    const broken = { ...nodeSuite('broken', [], 1), args: [join(folder, 'is-not-there.mjs')] };
    const records = await runSuite(broken, () => {});
    assert.equal(records[0]!.tests[0]!.error, 'ended with exit code 1');
    assert.match(records[0]!.output, /is-not-there/);
  });
});
