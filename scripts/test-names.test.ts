// How the names of tests are found, and what counts as the id of a row in one.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { rowsIn, testNames } from './test-names.ts';

const names = (source: string) => testNames(source).map(({ name }) => name);

describe('the names of tests', () => {
  it('are found in every quote, across lines, for tests and groups, with their line', () => {
    const quote = '`';
    const source = [
      `describe('one', () => {`,
      `  it("it's two", () => {});`,
      `  it(${quote}three \${x} (T1)${quote}, () => {});`,
      `  it.skip(`,
      `    'four',`,
      `  );`,
    ].join('\n');
    assert.deepEqual(testNames(source), [
      { name: 'one', line: 1 },
      { name: "it's two", line: 2 },
      { name: 'three ${x} (T1)', line: 3 },
      { name: 'four', line: 4 },
    ]);
  });

  it('are not what merely stands in a test, such as a comment, an expectation or a word', () => {
    assert.deepEqual(names(`// T1\nassert.equal(text, 'see T1 here'); split('a');`), []);
  });

  it('are also the ids that stand alone in a text, for names put together at run time', () => {
    assert.deepEqual(names(`const PROVES = { a: ['T4, SEC_A01', 'C12'], b: 'see T4' };`), [
      'T4, SEC_A01',
      'C12',
    ]);
  });
});

describe('the rows in a name', () => {
  it('are bare ids alone or in a list', () => {
    assert.deepEqual(rowsIn('D34 refuses a password that is too long (P52, P24)'), ['D34', 'P52', 'P24']);
  });

  it('are all of a range', () => {
    assert.deepEqual(rowsIn('shows the schema section (C21–C23, T1-T2, P4–5)'), [
      'C21',
      'C22',
      'C23',
      'T1',
      'T2',
      'P4',
      'P5',
    ]);
  });

  it('are not requirements, races or parts of other words', () => {
    assert.deepEqual(rowsIn('SEC_D01 SEC_C10 M7 UTC0 T-shirt AC3 T1a XT1'), []);
  });
});
