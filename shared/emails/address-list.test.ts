// Whole lists as people paste them: one entry per piece, in order, the good with a key and the bad with a problem.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { type AddressEntry, LIST_LIMIT, parseAddressList } from './address-list.ts';
import { addressKey, checkAddress } from './address.ts';

/** An entry in one word: its key, or its problem; both for a duplicate. */
const brief = ({ key, problem }: AddressEntry): string => [key, problem].filter(Boolean).join(' ');

const briefly = (text: string): string[] => parseAddressList(text).entries.map(brief);

const numbered = (count: number): string => Array.from({ length: count }, (_, i) => `p${i}@x.test`).join(',');

const visible = (text: string): string =>
  text.replace(/[\s,;，；、،؛\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f]/g, '');

describe('parseAddressList', () => {
  const table: [what: string, text: string, entries: string[]][] = [
    ['nothing', '', []],
    ['blanks and separators', ' , ;\n\u200b\t', []],
    ['one address', 'a@x.test', ['a@x.test']],
    ['commas', 'a@x.test,b@x.test, c@x.test', ['a@x.test', 'b@x.test', 'c@x.test']],
    ['semicolons, as from Outlook', 'a@x.test; b@x.test;', ['a@x.test', 'b@x.test']],
    ['lines', 'a@x.test\nb@x.test\n\n', ['a@x.test', 'b@x.test']],
    ['Windows lines', 'a@x.test\r\nb@x.test\r\n', ['a@x.test', 'b@x.test']],
    [
      'cells of a sheet',
      'a@x.test\tb@x.test\r\nc@x.test\td@x.test',
      ['a@x.test', 'b@x.test', 'c@x.test', 'd@x.test'],
    ],
    ['spaces', 'a@x.test b@x.test  c@x.test', ['a@x.test', 'b@x.test', 'c@x.test']],
    ['everything at once', ' a@x.test,;b@x.test \n\t c@x.test;,', ['a@x.test', 'b@x.test', 'c@x.test']],
    ['capitals', 'A@X.TEST, b@x.Test', ['a@x.test', 'b@x.test']],
    [
      'duplicates',
      'a@x.test, A@x.test, b@x.test, a@X.test',
      ['a@x.test', 'a@x.test duplicate', 'b@x.test', 'a@x.test duplicate'],
    ],
    ['a duplicate with a name', 'a@x.test, Ann <a@x.test>', ['a@x.test', 'a@x.test duplicate']],
    [
      'a duplicate in two scripts of one domain',
      'a@müller.test, a@xn--mller-kva.test',
      ['a@xn--mller-kva.test', 'a@xn--mller-kva.test duplicate'],
    ],
    [
      'a good one among bad ones',
      'jane, a@x.test, b@, @x.test',
      ['invalid_no_at', 'a@x.test', 'invalid_domain', 'invalid_local'],
    ],
    ['only bad ones', 'jane, b@, c d@x.test', ['invalid_no_at', 'invalid_domain', 'invalid_local']],
    ['the same bad one twice', 'jane, jane', ['invalid_no_at', 'invalid_no_at']],
    ['names', 'Jane <a@x.test>, "Doe, Bob" <b@x.test>', ['a@x.test', 'b@x.test']],
    ['names without separators', 'Jane Doe <a@x.test> Bob Roe <b@x.test>', ['a@x.test', 'b@x.test']],
    ['addresses as their own names', 'a@x.test <a@x.test>, b@x.test <b@x.test>', ['a@x.test', 'b@x.test']],
    ['mailto: links', 'mailto:a@x.test, <mailto:b@x.test>', ['a@x.test', 'b@x.test']],
    ['quoted cells', '"a@x.test","b@x.test"', ['a@x.test', 'b@x.test']],
    ['one quoted cell', '"a@x.test, b@x.test"', ['a@x.test', 'b@x.test']],
    ['an array of a program', "['a@x.test', 'b@x.test']", ['a@x.test', 'b@x.test']],
    ['JSON', '["a@x.test","b@x.test"]', ['a@x.test', 'b@x.test']],
    ['brackets around all', '<a@x.test, b@x.test>', ['a@x.test', 'b@x.test']],
    ['a byte order mark', '\ufeffa@x.test,b@x.test', ['a@x.test', 'b@x.test']],
    [
      'zero-width and soft characters around',
      '\u200ba@x.test\u200b,\u00adb@x.test\u2060,\u200dc@x.test',
      ['a@x.test', 'b@x.test', 'c@x.test'],
    ],
    [
      'no-break spaces between',
      'a@x.test\u00a0b@x.test,\u00a0c@x.test',
      ['a@x.test', 'b@x.test', 'c@x.test'],
    ],
    ['an invisible character inside', 'a\u200bb@x.test', ['invalid_invisible']],
    [
      'look-alikes',
      'kate@x.test, \u212aate@x.test, ｋate@x.test',
      ['kate@x.test', 'invalid_lookalike', 'invalid_lookalike'],
    ],
    ['two in one (M14)', 'b@a.test@evil.test', ['invalid_many_at']],
    ['a NUL between', 'a@x.test\0b@x.test', ['invalid_invisible']],
    ['a comma in an unquoted name', 'Doe, Jane <a@x.test>', ['invalid_no_at', 'a@x.test']],
    ['a header', 'To: a@x.test', ['invalid_local']],
    ['prose', 'Please add a@x.test and b@x.test', ['invalid_local', 'invalid_local']],
    ['Chinese punctuation', 'a@x.test，b@x.test；', ['a@x.test', 'b@x.test']],
    ['a prototype key', '__proto__@x.test, constructor@x.test', ['__proto__@x.test', 'constructor@x.test']],
    ['a name nobody may have', 'Ja\u202ene <a@x.test>, a@x.test', ['invalid_name', 'a@x.test']],
  ];
  for (const [what, text, entries] of table) {
    it(`reads ${what} (C5, SEC_B24)`, () => {
      assert.deepEqual(briefly(text), entries);
    });
  }

  it('gives text, address, key and name of each piece (C5)', () => {
    assert.deepEqual(parseAddressList('"Doe, Jane" <Jane@X.test>; jane@x.test; nobody'), {
      entries: [
        { text: '"Doe, Jane" <Jane@X.test>', email: 'Jane@x.test', key: 'jane@x.test', name: 'Doe, Jane' },
        { text: 'jane@x.test', email: 'jane@x.test', key: 'jane@x.test', problem: 'duplicate' },
        { text: 'nobody', problem: 'invalid_no_at' },
      ],
    });
  });

  it('reads 10,000 addresses and refuses 10,001 whole, with their number (SEC_B24)', () => {
    const full = parseAddressList(numbered(LIST_LIMIT));
    assert.equal(full.entries.length, 10_000);
    assert.equal(full.tooMany, undefined);
    assert.ok(full.entries.every((entry) => entry.problem === undefined));
    assert.deepEqual(parseAddressList(numbered(LIST_LIMIT + 1)), { entries: [], tooMany: 10_001 });
  });

  it('counts bad pieces and duplicates like any other (SEC_B24)', () => {
    assert.deepEqual(parseAddressList('x,'.repeat(10_001)), { entries: [], tooMany: 10_001 });
    assert.deepEqual(parseAddressList('a@x.test '.repeat(10_001)), { entries: [], tooMany: 10_001 });
    assert.equal(parseAddressList(`${',;\n '.repeat(50_000)}a@x.test`).entries.length, 1);
  });

  it('takes another limit', () => {
    assert.equal(parseAddressList(numbered(3), { limit: 3 }).entries.length, 3);
    assert.deepEqual(parseAddressList(numbered(4), { limit: 3 }), { entries: [], tooMany: 4 });
    assert.deepEqual(parseAddressList('', { limit: 0 }), { entries: [] });
  });

  it('reads 10,000 wrong addresses and names each (SEC_B24)', () => {
    const { entries } = parseAddressList('not an address\n'.repeat(10_000));
    assert.equal(entries.length, 10_000);
    assert.ok(entries.every((entry) => entry.problem === 'invalid_no_at' && entry.email === undefined));
  });

  it('is quick with a megabyte in one piece (SEC_B24)', () => {
    const begun = performance.now();
    for (const unit of [
      'a',
      '<',
      '>',
      '(',
      '"',
      "'",
      '.',
      '@',
      'é',
      '\u200d',
      '%2b',
      'mailto:',
      '\\"',
      'a.',
      '-',
      '\0',
    ]) {
      for (const [before, after] of [
        ['', ''],
        ['a@', '.test'],
        ['"', '" <a@x.test>'],
        ["'", '@'],
        ['mailto:', '?'],
      ]) {
        parseAddressList(before + unit.repeat(1_000_000 / unit.length) + after);
      }
    }
    assert.ok(performance.now() - begun < 30_000);
  });

  const local = fc.stringMatching(/^[a-z0-9]{1,12}(\.[a-z0-9]{1,5})?$/);
  const address = local.map((part) => `${part}@x.test`);
  const name = fc.constantFrom('', 'Jane', 'Jane Doe', '"Doe, Jane"', '王小明', "O'Brien", '"a; \\"b\\""');
  const piece = fc
    .tuple(name, address)
    .map(([shown, email]) => (shown === '' ? email : `${shown} <${email}>`));
  const separator = fc.constantFrom(
    ',',
    ', ',
    ';',
    '\n',
    '\r\n',
    '\t',
    ' ',
    ',,',
    ' ;\n',
    '，',
    '\u00a0',
    '\u200b,',
  );

  it('finds every address again, whatever stands between them (C5, SEC_B24)', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(piece, separator)), (parts) => {
        const { entries } = parseAddressList(parts.flat().join(''));
        assert.deepEqual(
          entries.map((entry) => entry.text),
          parts.map(([one]) => one),
        );
        const keys = entries.map((entry) => entry.key);
        entries.forEach((entry, i) =>
          assert.equal(entry.problem, keys.indexOf(entry.key) < i ? 'duplicate' : undefined),
        );
      }),
      { numRuns: 2_000 },
    );
  });

  it('never throws and drops nothing, and each entry is good, bad or a duplicate (SEC_B24)', () => {
    const units = fc.constantFrom(
      ...'aB@.,;<>"\\\n \'()',
      '\u200b',
      '\u212a',
      '\0',
      '@x.test',
      'a@x.test',
      ' <',
      '\ud83d',
    );
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: units, maxLength: 60 }), fc.string({ unit: 'binary' })),
        (text) => {
          const { entries } = parseAddressList(text);
          const seen = new Set<string>();
          assert.equal(visible(entries.map((entry) => entry.text).join(' ')), visible(text));
          for (const { email, key, problem } of entries) {
            assert.equal(
              email === undefined || key === undefined,
              problem !== undefined && problem !== 'duplicate',
            );
            if (email === undefined || key === undefined) continue;
            assert.equal(addressKey(email), key);
            assert.equal(seen.has(key), problem === 'duplicate');
            seen.add(key);
          }
        },
      ),
      { numRuns: 10_000 },
    );
  });

  it('sends to nothing but the addresses it shows (SEC_B23)', () => {
    for (const [, text] of table) {
      for (const { email, text: shown } of parseAddressList(text).entries) {
        if (email === undefined) continue;
        assert.ok(checkAddress(email).ok);
        assert.ok(
          shown
            .normalize('NFC')
            .toLowerCase()
            .includes(email.split('@')[0]?.toLowerCase() ?? '?'),
        );
        assert.doesNotMatch(email, /[\s,;<>"]/);
      }
    }
  });
});
