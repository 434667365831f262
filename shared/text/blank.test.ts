// What may be dropped at the edge of a text, and what must never be.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { HIDDEN, isBlank, trimBlank } from './blank.ts';

const code = (unit: string): string => `U+${unit.codePointAt(0)?.toString(16).padStart(4, '0')}`;

const BLANKS = [
  ' ',
  '\t',
  '\n',
  '\r',
  '\v',
  '\f',
  '\u00a0', // no-break space
  '\u00ad', // soft hyphen
  '\u061c', // Arabic letter mark
  '\u180e', // Mongolian vowel separator
  '\u1680', // Ogham space
  '\u2003', // em space
  '\u200b', // zero-width space
  '\u200e', // left-to-right mark
  '\u200f', // right-to-left mark
  '\u2028', // line separator
  '\u2029', // paragraph separator
  '\u202a', // left-to-right embedding, which contact lists put in front of what is copied
  '\u202c', // pop directional formatting
  '\u202e', // right-to-left override
  '\u202f', // narrow no-break space
  '\u2060', // word joiner
  '\u2066', // left-to-right isolate
  '\u2069', // pop directional isolate
  '\u3000', // ideographic space
  '\ufeff', // byte order mark
];

const KEPT = [
  '\0',
  '\u0001',
  '\u001b',
  '\u007f',
  '\u0085',
  '\u200c',
  '\u200d',
  'a',
  'Z',
  '0',
  '.',
  '<',
  '"',
  'é',
  '中',
  '\ud83d',
];

describe('trimBlank', () => {
  for (const blank of BLANKS) {
    it(`drops ${code(blank)} at both ends and keeps it inside`, () => {
      assert.equal(trimBlank(`${blank}${blank}a${blank}b${blank}`), `a${blank}b`);
      assert.ok(isBlank(blank.charCodeAt(0)));
    });
  }

  for (const kept of KEPT) {
    it(`keeps ${code(kept)}`, () => {
      assert.equal(trimBlank(` ${kept} `), kept);
    });
  }

  it('drops what else is named, at both ends and mixed with blanks', () => {
    assert.equal(trimBlank(' << "a<b" >', '<>"'), 'a<b');
    assert.equal(trimBlank('{a}', '{}'), 'a');
    assert.equal(trimBlank('AxA0', 'A0'), 'x');
    assert.equal(trimBlank('“„a‘', '“„‘'), 'a');
  });

  it('leaves nothing of a text of blanks', () => {
    assert.equal(trimBlank(BLANKS.join('')), '');
    assert.equal(trimBlank(''), '');
    assert.equal(trimBlank('<><>', '<>'), '');
  });

  it('drops blanks only, and all of them at once', () => {
    const noise = fc.string({ unit: fc.constantFrom(...BLANKS, ...KEPT) });
    fc.assert(
      fc.property(noise, (text) => {
        const trimmed = trimBlank(text);
        const start = text.indexOf(trimmed);
        assert.equal(trimBlank(trimmed), trimmed);
        for (const unit of text.slice(0, start) + text.slice(start + trimmed.length)) {
          if (trimmed !== '') assert.ok(isBlank(unit.charCodeAt(0)), code(unit));
        }
      }),
    );
  });
});

describe('HIDDEN', () => {
  const hidden = [
    '\0',
    '\t',
    '\n',
    '\u001b',
    '\u007f',
    '\u0085',
    '\u00ad',
    '\u034f',
    '\u115f',
    '\u200b',
    '\u200d',
    '\u202e',
    '\u2028',
  ];
  const more = [
    '\u2060',
    '\u2066',
    '\u2800',
    '\u3164',
    '\ufe0f',
    '\ufeff',
    '\uffa0',
    '\ufff9',
    '\ud800',
    '\udc00',
    '\u{e0041}',
    '\u{e0100}',
  ];
  for (const unit of [...hidden, ...more]) {
    it(`finds ${code(unit)} (SEC_F04)`, () => {
      assert.ok(HIDDEN.test(`Ja${unit}ne`));
    });
  }

  it('finds nothing in text that shows', () => {
    assert.ok(!HIDDEN.test("Zoë O'Brien-Müller, Łukasz 山田 太郎 محمد क्षत्रिय 🎉 <b>"));
  });
});
