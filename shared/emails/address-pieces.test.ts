// Where a pasted list is cut, and where not.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { HIDDEN } from '../text/blank.ts';
import { eachPiece } from './address-pieces.ts';

function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  eachPiece(text, (piece) => pieces.push(piece));
  return pieces;
}

/** What must come out again: everything but separators and what shows nothing. */
const visible = (text: string): string =>
  text.replace(/[\s,;，；、،؛\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f]/g, '');

describe('eachPiece', () => {
  const table: [text: string, pieces: string[]][] = [
    ['', []],
    [' \n,;\t, \u200b, ', []],
    ['a@x.test', ['a@x.test']],
    ['a@x.test,b@x.test', ['a@x.test', 'b@x.test']],
    ['a@x.test, b@x.test', ['a@x.test', 'b@x.test']],
    ['a@x.test;b@x.test', ['a@x.test', 'b@x.test']],
    ['a@x.test\nb@x.test', ['a@x.test', 'b@x.test']],
    ['a@x.test\r\nb@x.test\r\n', ['a@x.test', 'b@x.test']],
    ['a@x.test\rb@x.test', ['a@x.test', 'b@x.test']],
    ['a@x.test\tb@x.test', ['a@x.test', 'b@x.test']],
    ['a@x.test\u2028b@x.test\u2029c@x.test', ['a@x.test', 'b@x.test', 'c@x.test']],
    ['a@x.test，b@x.test；c@x.test、d@x.test', ['a@x.test', 'b@x.test', 'c@x.test', 'd@x.test']],
    ['a@x.test، b@x.test؛ c@x.test', ['a@x.test', 'b@x.test', 'c@x.test']],
    [',,;a@x.test,;,\n,b@x.test;;', ['a@x.test', 'b@x.test']],
    ['a@x.test b@x.test', ['a@x.test', 'b@x.test']],
    ['a@x.test   b@x.test c@x.test', ['a@x.test', 'b@x.test', 'c@x.test']],
    ['a@x.test\u00a0b@x.test', ['a@x.test', 'b@x.test']],
    ['a@x.test\u200bb@x.test', ['a@x.test', 'b@x.test']],
    ['Jane <a@x.test> Bob <b@x.test>', ['Jane <a@x.test>', 'Bob <b@x.test>']],
    ['Jane <a@x.test>Bob <b@x.test>', ['Jane <a@x.test>', 'Bob <b@x.test>']],
    ['<a@x.test><b@x.test>', ['<a@x.test>', '<b@x.test>']],
    ['<a@x.test> <b@x.test>', ['<a@x.test>', '<b@x.test>']],
    ['a@x.test Jane <b@x.test>', ['a@x.test', 'Jane <b@x.test>']],
    ['Jane <a@x.test> b@x.test', ['Jane <a@x.test>', 'b@x.test']],
    ['a@x.test <a@x.test>', ['a@x.test <a@x.test>']],
    ['a@x.test <a@x.test> b@x.test', ['a@x.test <a@x.test>', 'b@x.test']],
    ['a@x.test  <a@x.test>, b@x.test', ['a@x.test  <a@x.test>', 'b@x.test']],
    ['a@x.test b', ['a@x.test b']],
    ['a b@x.test', ['a b@x.test']],
    ['a b@x.test c@x.test', ['a b@x.test', 'c@x.test']],
    ['a@x.test b c@x.test', ['a@x.test', 'b c@x.test']],
    ['a @ x.test', ['a @ x.test']],
    ['a@ b@x.test', ['a@ b@x.test']],
    ['Jane Doe', ['Jane Doe']],
    ['"Doe, Jane" <a@x.test>', ['"Doe, Jane" <a@x.test>']],
    ['"Doe; Jane" <a@x.test>, b@x.test', ['"Doe; Jane" <a@x.test>', 'b@x.test']],
    ['b@x.test, "Doe, Jane"<a@x.test>', ['b@x.test', '"Doe, Jane"<a@x.test>']],
    ['b@x.test "Doe, Jane" <a@x.test>', ['b@x.test', '"Doe, Jane" <a@x.test>']],
    ['Jane <b@x.test>"Doe, Jo" <a@x.test>', ['Jane <b@x.test>', '"Doe, Jo" <a@x.test>']],
    ['"Doe, \\"JJ\\", Jane" <a@x.test>', ['"Doe, \\"JJ\\", Jane" <a@x.test>']],
    ['"evil@x.test, Bob" <b@x.test>', ['"evil@x.test, Bob" <b@x.test>']],
    [
      '"García, José" <a@x.test>; "王, 明"\u3000<b@x.test>',
      ['"García, José" <a@x.test>', '"王, 明"\u3000<b@x.test>'],
    ],
    ['Jane "a, b" Doe <a@x.test>', ['Jane "a', 'b" Doe <a@x.test>']],
    ['"a@x.test, b@x.test"', ['"a@x.test', 'b@x.test"']],
    ['"a@x.test", "b@x.test"', ['"a@x.test"', '"b@x.test"']],
    ['"a@x.test","Jane","Doe"', ['"a@x.test"', '"Jane"', '"Doe"']],
    ['"Doe, Jane <a@x.test>, b@x.test', ['"Doe', 'Jane <a@x.test>', 'b@x.test']],
    ['"Doe, Jane\nb@x.test" <a@x.test>', ['"Doe', 'Jane', 'b@x.test" <a@x.test>']],
    ['"a@x.test, b@x.test"\n<c@x.test>', ['"a@x.test', 'b@x.test"', '<c@x.test>']],
    ['"Doe, Jane"\t<a@x.test>', ['"Doe', 'Jane"', '<a@x.test>']],
    ['6" disk, a@x.test, 7" <b@x.test>', ['6" disk', 'a@x.test', '7" <b@x.test>']],
    ['(a@x.test, b@x.test)', ['(a@x.test', 'b@x.test)']],
    ['<a@x.test,b@x.test>', ['<a@x.test', 'b@x.test>']],
  ];
  for (const [text, pieces] of table) {
    it(`cuts ${JSON.stringify(text)} into ${pieces.length} (C5, SEC_B24)`, () => {
      assert.deepEqual(piecesOf(text), pieces);
    });
  }

  const units = fc.constantFrom(
    ...'ab@@@.,;<>""\\\n\t  \'()',
    '\u00a0',
    '\u200b',
    '\0',
    'é',
    '、',
    '@x.test',
    '"D, J" <',
    '\ud83d',
    '\u{1f468}',
  );
  const texts = fc.oneof(fc.string({ unit: units, maxLength: 60 }), fc.string({ unit: 'binary' }));

  it('loses and invents nothing, and keeps the order (SEC_B24)', () => {
    fc.assert(
      fc.property(texts, (text) => {
        assert.equal(visible(piecesOf(text).join(' ')), visible(text));
      }),
      { numRuns: 20_000 },
    );
  });

  it('gives every piece as it stood there, never an empty one (SEC_B24)', () => {
    fc.assert(
      fc.property(texts, (text) => {
        let from = 0;
        for (const piece of piecesOf(text)) {
          assert.notEqual(piece, '');
          const found = text.indexOf(piece, from);
          assert.ok(found >= from);
          from = found + piece.length;
        }
      }),
      { numRuns: 5_000 },
    );
  });

  it('cuts a piece no further when it meets it again', () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const piece of piecesOf(text)) {
          // A quote in the middle of a piece may begin a name once it stands at the beginning of a text.
          if (!piece.includes('"')) assert.deepEqual(piecesOf(piece), [piece]);
        }
      }),
      { numRuns: 5_000 },
    );
  });

  it('needs a moment, not minutes, for a megabyte made to be slow (SEC_B24)', () => {
    const patterns = [
      '"',
      '" ',
      ',"',
      '"\\',
      '\\"',
      '"a, ',
      '@ ',
      '@>',
      '> ',
      ' <',
      '<',
      '\u200b',
      '\u3000',
      '"" ',
      ' ',
      'a@b <',
      '"\u3000',
    ];
    const begun = performance.now();
    for (const pattern of patterns) {
      let count = 0;
      eachPiece(pattern.repeat(1_000_000 / pattern.length), () => count++);
      assert.ok(count <= 1_000_000);
    }
    // About 50 ms each; one pass per quote or blank would take an hour.
    assert.ok(performance.now() - begun < 30_000);
  });

  it('gives no piece that is blank or begins with what shows nothing', () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const piece of piecesOf(text))
          assert.ok(!/^[\s\u200b]|[\s\u200b]$/.test(piece) && (piece.length > 1 || !/\s/.test(piece)));
      }),
    );
    assert.ok(
      HIDDEN.test(piecesOf('\0')[0] ?? ''),
      'a control character is a piece: it is named, not dropped',
    );
  });
});
