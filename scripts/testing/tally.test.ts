// How a run is added up and told.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { FileRecord, TestRecord } from './record.ts';
import { decodeRecord, encodeRecord } from './record.ts';
import { closingLine, describeFile, tally } from './tally.ts';

const passed: TestRecord = { name: 'a › passes', status: 'passed' };
const failed: TestRecord = { name: 'a › fails', status: 'failed', error: 'Error: no\n  at here' };
const skipped: TestRecord = { name: 'a › waits', status: 'skipped' };

function aFile(file: string, tests: TestRecord[], output = ''): FileRecord {
  return { file, tests, ms: 1234, output };
}

describe('tally', () => {
  it('adds up the reports of all files and names what failed and what was skipped', () => {
    const sum = tally(
      [aFile('a.test.ts', [passed, failed]), aFile('a.test.ts', [passed]), aFile('b.test.ts', [skipped])],
      ['a.test.ts', 'b.test.ts'],
    );
    assert.deepEqual(sum, {
      passed: 2,
      failed: [{ file: 'a.test.ts', ...failed }],
      skipped: [{ file: 'b.test.ts', ...skipped }],
    });
  });

  it('counts a file that told of no test as a failure', () => {
    const sum = tally([aFile('a.test.ts', [])], ['a.test.ts', 'b.test.ts']);
    assert.deepEqual(
      sum.failed.map(({ file, error }) => `${file} ${error}`),
      ['a.test.ts ran no test', 'b.test.ts ran no test'],
    );
  });
});

describe('closingLine', () => {
  it('names the skipped only where there are any', () => {
    assert.equal(closingLine(tally([aFile('a', [passed])], [])), '1 passed, 0 failed');
    assert.equal(
      closingLine(tally([aFile('a', [passed, failed, skipped])], [])),
      '1 passed, 1 failed, 1 skipped',
    );
  });
});

describe('describeFile', () => {
  it('says a good file in one line', () => {
    assert.equal(describeFile(aFile('a.test.ts', [passed], 'chatter')), '  ok  a.test.ts  1 test  1.2 s');
  });

  it('shows a failure in full, with what the file printed', () => {
    const text = describeFile(aFile('a.test.ts', [passed, failed], 'chatter'));
    for (const part of ['FAIL  a.test.ts  2 tests', '✗ a › fails', 'Error: no', 'at here', 'chatter'])
      assert.ok(text.includes(part), part);
  });
});

describe('encodeRecord', () => {
  it('keeps a record on one line, whatever its names hold', () => {
    const record = aFile('a.test.ts', [{ name: 'a \n b \u2028 c \u2029 d \r e', status: 'passed' }]);
    const line = encodeRecord(record);
    assert.equal(line.trimEnd().split(/\r|\n|\u2028|\u2029/).length, 1);
    assert.deepEqual(decodeRecord(line.trimEnd()), record);
  });

  it('is told from other lines', () => {
    assert.equal(decodeRecord('{"file":"a"}'), undefined);
  });
});
