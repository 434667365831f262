// Display names as people have them and as attackers write them, and the key they are found by.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { cleanName, nameKey, NAME_LIMIT } from './name.ts';

const FAMILY = '\u{1f468}\u200d\u{1f469}\u200d\u{1f467}\u200d\u{1f466}';

function nameOf(text: string): string {
  const cleaned = cleanName(text);
  assert.ok(cleaned.ok, `refused: ${JSON.stringify(text)}`);
  return cleaned.name;
}

function reasonOf(text: string): string {
  const cleaned = cleanName(text);
  assert.ok(!cleaned.ok, `accepted: ${JSON.stringify(text)}`);
  return cleaned.reason;
}

describe('cleanName', () => {
  const kept: [what: string, name: string][] = [
    ['a plain name', 'Jane Doe'],
    ['one letter', 'J'],
    ['an apostrophe and a hyphen', "Anne-Marie O'Brien"],
    ['a comma and quotes', 'Doe, Jane "JJ"'],
    ['Latin letters with accents', 'Łukasz Müller-Żółć'],
    ['Cyrillic', 'Анна Каренина'],
    ['Greek', 'Νίκος Καζαντζάκης'],
    ['Chinese', '王小明'],
    ['Japanese', '山田 太郎'],
    ['Korean', '김민준'],
    ['Arabic', 'محمد علي'],
    ['Hebrew', 'דוד בן־גוריון'],
    ['Hindi', 'श्रीकान्त'],
    ['Thai', 'สมชาย'],
    ['Persian with a zero-width non-joiner', 'علی\u200cرضا'],
    ['Hindi with a zero-width joiner', 'क्\u200dष'],
    ['Malayalam ending in a joiner', 'അവന്\u200d'],
    ['Sinhala with a joiner', 'ශ්\u200dරී'],
    ['an ideograph with its variant', '葛\u{e0100}城'],
    ['a heart as a picture', 'Jane \u2764\ufe0f'],
    ['a family of four', FAMILY],
    ['a flag', '\u{1f1e9}\u{1f1ea}'],
    ['a skin tone and a profession', '\u{1f469}\u{1f3fd}\u200d\u{1f4bb}'],
    ['a keycap', '1\ufe0f\u20e3'],
    ['markup, which is text here', '<b onclick="x()">Jane</b>'],
    ['a formula start, which CSV escapes', '=HYPERLINK("x")'],
    ['a prototype key', '__proto__'],
    ['an address', 'Evil <evil@x.test>, Bob'],
  ];
  for (const [what, name] of kept) {
    it(`keeps ${what} as it is (SEC_F03, SEC_F04)`, () => {
      assert.equal(nameOf(name), name.normalize('NFC'));
    });
  }

  const changed: [what: string, text: string, name: string][] = [
    ['blanks at both ends', '  Jane Doe\n', 'Jane Doe'],
    ['a byte order mark and zero-width spaces at the ends', '\ufeffJane Doe\u200b', 'Jane Doe'],
    ['the direction marks that contact lists copy along', '\u202aJane Doe\u202c', 'Jane Doe'],
    ['runs of spaces', 'Jane   Doe', 'Jane Doe'],
    ['a no-break space', 'Jane\u00a0Doe', 'Jane Doe'],
    ['an ideographic space', '山田\u3000太郎', '山田 太郎'],
    ['a decomposed accent', 'Mu\u0308ller', 'Müller'],
    ['decomposed Hangul', '\u1100\u1175\u11b7', '김'],
  ];
  for (const [what, text, name] of changed) {
    it(`tidies ${what} (SEC_F03)`, () => {
      assert.equal(nameOf(text), name);
    });
  }

  const refused: [what: string, text: string, reason: string][] = [
    ['nothing', '', 'name_empty'],
    ['blanks only', ' \t\u00a0\u200b\ufeff ', 'name_empty'],
    ['NUL', 'Jane\0Doe', 'name_character'],
    ['NUL at the end', 'Jane\0', 'name_character'],
    ['a line break, which would start a header', 'Jane\r\nBcc: evil@x.test', 'name_character'],
    ['a lone carriage return', 'Jane\rDoe', 'name_character'],
    ['a tab', 'Jane\tDoe', 'name_character'],
    ['an escape sequence', 'Jane\u001b[31m', 'name_character'],
    ['a C1 control', 'Jane\u0085Doe', 'name_character'],
    ['DEL', 'Jane\u007fDoe', 'name_character'],
    ['a right-to-left override', 'Jane \u202egnp.exe', 'name_character'],
    ['a right-to-left mark inside', 'Jane\u200fDoe', 'name_character'],
    ['an isolate', 'Jane \u2067x\u2069 Doe', 'name_character'],
    ['a zero-width space', 'Ja\u200bne', 'name_character'],
    ['a word joiner', 'Ja\u2060ne', 'name_character'],
    ['a byte order mark inside', 'Ja\ufeffne', 'name_character'],
    ['a soft hyphen', 'Ja\u00adne', 'name_character'],
    ['a joiner between Latin letters', 'Ja\u200dne', 'name_character'],
    ['a non-joiner between Latin letters', 'Ja\u200cne', 'name_character'],
    ['a joiner in front', '\u200dJane', 'name_character'],
    ['a joiner behind one picture', '\u{1f468}\u200d Jane', 'name_character'],
    ['a joiner between ideographs', '王\u200d明', 'name_character'],
    ['a picture selector behind a letter', 'Ja\ufe0fne', 'name_character'],
    ['a variant selector behind a letter', 'Ja\u{e0100}ne', 'name_character'],
    ['tag characters, a text nobody sees', 'Jane\u{e0068}\u{e0069}', 'name_character'],
    ['the grapheme joiner', 'Ja\u034fne', 'name_character'],
    ['a Hangul filler', '\u3164', 'name_character'],
    ['a blank Braille pattern', '\u2800', 'name_character'],
    ['a line separator', 'Jane\u2028Doe', 'name_character'],
    ['half a surrogate pair', 'Jane \ud83d', 'name_character'],
    ['the other half', 'Jane \udc68 Doe', 'name_character'],
    ['101 letters', 'a'.repeat(101), 'name_too_long'],
    ['101 families', FAMILY.repeat(101), 'name_too_long'],
    ['a pile of marks on one letter', `a${'\u0301'.repeat(3_000)}`, 'name_too_long'],
    ['a megabyte', 'x'.repeat(1_000_000), 'name_too_long'],
    ['a megabyte of blanks', ' '.repeat(1_000_000), 'name_too_long'],
  ];
  for (const [what, text, reason] of refused) {
    it(`refuses ${what} as ${reason} (SEC_F03, SEC_F04)`, () => {
      assert.equal(reasonOf(text), reason);
    });
  }

  it('counts characters as a reader does, up to 100 (SEC_F03)', () => {
    for (const grapheme of ['a', 'ü', '王', '\u{1f389}', FAMILY, 'क्षि', '\u{1f1e9}\u{1f1ea}']) {
      assert.equal(nameOf(grapheme.repeat(NAME_LIMIT)), grapheme.repeat(NAME_LIMIT));
      assert.equal(reasonOf(grapheme.repeat(NAME_LIMIT + 1)), 'name_too_long');
    }
  });

  it('never throws, and what it gives back it accepts unchanged', () => {
    const units = fc.constantFrom(
      'a',
      ' ',
      '\u00a0',
      '\u200b',
      '\u200d',
      '\ufe0f',
      '\u202e',
      '\0',
      '\u0308',
      'क',
      '्',
      '\u{1f468}',
      '\ud83d',
    );
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: units }),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const first = cleanName(text);
        if (first.ok) assert.deepEqual(cleanName(first.name), first);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('nameKey', () => {
  const same: [string, string][] = [
    ['Müller', 'muller'],
    ['Mu\u0308ller', 'MÜLLER'],
    ['Łukasz', 'lukasz'],
    ['Søren', 'SOREN'],
    ['Straße', 'STRASSE'],
    ['Æsir', 'aesir'],
    ['Þór', 'thor'],
    ['İpek', 'ipek'],
    ['Işık', 'isik'],
    ['ΝΙΚΟΣ', 'Νίκος'],
    ['Ёлкин', 'елкин'],
    ['ﬁona', 'Fiona'],
    ['Ｊａｎｅ', 'Jane'],
    ['محمَّد', 'محمد'],
    ['דָּוִד', 'דוד'],
    ['علی\u200cرضا', 'علیرضا'],
    ['김', '\u1100\u1175\u11b7'],
    ['ｶﾞ', 'ガ'],
    ['K\u212a', 'kk'],
  ];
  for (const [one, other] of same) {
    it(`is the same for ${one} and ${other}`, () => {
      assert.equal(nameKey(one), nameKey(other));
    });
  }

  const different: [string, string][] = [
    ['Jane', 'Jana'],
    ['कि', 'का'],
    ['ガ', 'カ'],
    ['김', '검'],
    ['анна', 'anna'],
  ];
  for (const [one, other] of different) {
    it(`differs for ${one} and ${other}`, () => {
      assert.notEqual(nameKey(one), nameKey(other));
    });
  }

  it('sorts accented names among the plain ones', () => {
    const names = ['Zoe', 'Ömer', 'Oskar', 'Łukasz', 'Lena', 'Ádám', 'Adele'];
    const sorted = names.toSorted((a, b) => (nameKey(a) < nameKey(b) ? -1 : 1));
    assert.deepEqual(sorted, ['Ádám', 'Adele', 'Lena', 'Łukasz', 'Ömer', 'Oskar', 'Zoe']);
  });

  it('keeps a beginning a beginning, so that a search finds it', () => {
    for (const name of ['Łukasz', 'Straße', 'ΝΙΚΟΣ', 'Søren']) {
      for (let end = 1; end <= name.length; end++)
        assert.ok(nameKey(name).startsWith(nameKey(name.slice(0, end))), name.slice(0, end));
    }
  });

  it('is its own key, and the same for the composed and the decomposed spelling', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        const key = nameKey(name);
        assert.equal(nameKey(key), key);
        assert.equal(nameKey(name.normalize('NFD')), key);
        assert.equal(nameKey(name.normalize('NFC')), key);
      }),
      { numRuns: 2_000 },
    );
  });

  it('is its own key for every single character there is', () => {
    const wrong: string[] = [];
    for (let point = 0; point < 0x110000; point++) {
      const key = nameKey(String.fromCodePoint(point));
      if (nameKey(key) !== key) wrong.push(point.toString(16));
    }
    assert.deepEqual(wrong, []);
  });
});
