// Comma-separated values: what is written is read again as it was, whatever it holds, and no cell is a formula.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { CsvReader } from './read.ts';
import { plainCell, safeCell } from './safe-cell.ts';
import { CSV_START, csvLine } from './write.ts';

function read(text: string, pieces: readonly number[] = []): readonly (readonly string[])[] {
  const reader = new CsvReader();
  const rows = [];
  let at = 0;
  for (const length of pieces) {
    rows.push(...reader.read(text.slice(at, at + length)));
    at += length;
  }
  rows.push(...reader.read(text.slice(at)), ...reader.end());
  return rows.map(({ cells }) => cells);
}

/** Values that have broken somebody's import: quotes, breaks, formulas, marks of direction, half of nothing. */
const hostile = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 8 }),
  fc
    .array(
      fc.constantFrom(
        '"',
        ',',
        ';',
        '\t',
        '\r',
        '\n',
        '\r\n',
        '=',
        '+',
        '-',
        '@',
        '＝',
        "'",
        ' ',
        '\0',
        '\u200B',
        '\uFEFF',
        '\u202E',
        'a',
        '__proto__',
        '<b>',
      ),
      { maxLength: 6 },
    )
    .map((parts) => parts.join('')),
);

describe('a cell that is safe', () => {
  it('never begins as a formula, and gives its value back (SEC_F10)', () => {
    fc.assert(
      fc.property(hostile, (value) => {
        const safe = safeCell(value);
        assert.equal(plainCell(safe), value);
        assert.doesNotMatch(safe, /^[\s\p{Cf}\p{Cc}]*[=+\-@＝＋－＠]|^[\t\r\n\0]/u);
      }),
      { numRuns: 2000 },
    );
  });

  it('is one of the well-known ones (SEC_F10)', () => {
    for (const value of [
      '=1+1',
      '+1',
      '-1',
      '@SUM(A1)',
      '\t=1',
      '\r=1',
      '\n=1',
      '\0=1',
      '＝1',
      '＋1',
      '－1',
      '＠a',
      ' =1',
      '\u200B=1',
    ])
      assert.equal(safeCell(value), `'${value}`, JSON.stringify(value));
    for (const value of ['', 'Ana', "O'Brien", "'quoted'", 'a=b', 'ana@acme.test', '100'])
      assert.equal(safeCell(value), value);
  });
});

describe('a file', () => {
  it('is read as it was written, in pieces of any length (SEC_F10)', () => {
    const rows = fc.array(fc.array(hostile, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(rows, fc.array(fc.nat(6), { maxLength: 30 }), (lines, pieces) => {
        // The head decides which separator it is.
        const text = CSV_START + csvLine(['one', 'two']) + lines.map((line) => csvLine(line)).join('');
        const [, ...found] = read(text, pieces);
        assert.deepEqual(
          found.map((cells) => cells.map(plainCell)),
          lines.map((line) => line.map(String)),
        );
      }),
      { numRuns: 1000 },
    );
  });

  for (const [what, text] of [
    ['commas', 'E-mail,Name\nana@acme.test,"Kowalczyk, Ana"\n'],
    ['semicolons', 'E-mail;Name\r\nana@acme.test;Kowalczyk, Ana\r\n'],
    ['tabs', 'E-mail\tName\rana@acme.test\tKowalczyk, Ana'],
    [
      'a mark at its beginning and empty lines',
      '\uFEFF\r\nE-mail,Name\r\n\r\nana@acme.test,"Kowalczyk, Ana"\r\n\r\n',
    ],
  ] as const)
    it(`with ${what} has the same rows`, () => {
      assert.deepEqual(read(text), [
        ['E-mail', 'Name'],
        ['ana@acme.test', 'Kowalczyk, Ana'],
      ]);
    });

  it('knows the line that each row begins in', () => {
    const reader = new CsvReader();
    const rows = [...reader.read('a,b\r\n"1\n2",x\r\n\r\n3,y'), ...reader.end()];
    assert.deepEqual(
      rows.map(({ line, cells }) => [line, cells[0]]),
      [
        [1, 'a'],
        [2, '1\n2'],
        [5, '3'],
      ],
    );
  });

  it('whose quote is never closed says so', () => {
    const reader = new CsvReader();
    reader.read('a,b\n"x,y\n');
    assert.equal(reader.isInQuotes, true);
  });

  it('has numbers and nothing in cells as they are', () => {
    assert.equal(csvLine([-5, true, null, undefined, 'a "b"']), '-5,true,,,"a ""b"""\r\n');
  });
});
