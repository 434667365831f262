// The rules of a display name and the key it is sorted and searched by. Pure: no I/O, no clock, no DOM.

import { HIDDEN, trimBlank } from './blank.ts';

/**
 * Why a text is no display name.
 *
 * - `name_empty`: nothing that shows is left of it.
 * - `name_too_long`: more characters than it may have, as a reader counts them, or far too much data for so few.
 * - `name_character`: it holds a line break, a control, direction or zero-width character, or half a character.
 */
export type NameProblem = 'name_empty' | 'name_too_long' | 'name_character';

/** A display name in the form to store, or why the text is none. */
export type CleanName = { ok: true; name: string } | { ok: false; reason: NameProblem };

/** The most graphemes (characters as a reader counts them) in a display name. */
export const NAME_LIMIT = 100;

/** The most UTF-16 units looked at, before anything else is done: 100 of the longest emoji fit, a pile of marks does not. */
const UNIT_LIMIT = 2_000;

/**
 * Invisible characters with a job, which may stay: joiners behind a letter or mark of the scripts that spell with them
 * (U+0620 to U+0DFF: Arabic and Persian, Syriac, the Indic scripts), a joiner between two pictures, the selector behind
 * what has a text and a picture shape, the variant selector behind an ideograph.
 */
const WORKING =
  /(?<=[\u0620-\u0dff])[\u200c\u200d]|(?<=[\p{ExtPict}\p{EMod}\ufe0f])\u200d(?=\p{ExtPict})|(?<=\p{Emoji})[\ufe0e\ufe0f]|(?<=\p{sc=Han})[\u{e0100}-\u{e01ef}]/gu;

/** What needs no further look: ASCII and Latin letters in words, one space between them. */
const SIMPLE = /^[!-~À-ɏ]+(?: [!-~À-ɏ]+)*$/;

const refuse = (reason: NameProblem): CleanName => ({ ok: false, reason });

/**
 * Reads a display name: trimmed of blank and invisible characters, runs of spaces made one, composed (NFC), 1 to `limit` graphemes, 100 by default.
 *
 * Composed and not NFKC: a name keeps the letters its owner chose; `nameKey` is what forgets the difference.
 * Markup, quotes and commas are letters like any other: whoever writes a name into HTML, a header or a CSV file escapes it there.
 */
export function cleanName(text: string, limit = NAME_LIMIT): CleanName {
  if (text.length > UNIT_LIMIT) return refuse('name_too_long');
  let name = trimBlank(text);
  if (name === '') return refuse('name_empty');
  if (!SIMPLE.test(name)) {
    // Composed first: that may move a mark between a letter and its joiner.
    name = name.normalize('NFC');
    if (HIDDEN.test(name.replace(WORKING, ''))) return refuse('name_character');
    name = name.replace(/\p{Zs}+/gu, ' ');
  }
  // A grapheme is at least one unit, so most names need no segmenter.
  if (name.length > limit && graphemes(name) > limit) return refuse('name_too_long');
  return { ok: true, name };
}

const graphemes = (text: string): number =>
  [...new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(text)].length;

/** Letters that neither decomposition nor lower case leads back to the ones people search with. */
// prettier-ignore
const PLAIN: Record<string, string> = {
  ø: 'o', ł: 'l', đ: 'd', ð: 'd', ħ: 'h', ŧ: 't', ı: 'i', æ: 'ae', œ: 'oe', þ: 'th', ß: 'ss', ς: 'σ',
};

/**
 * The key a name is sorted and searched by: the same for `Łukasz Müller`, `lukasz MULLER` and their decomposed spellings.
 *
 * Independent of locale. Compatibility forms folded (NFKD), accents and the vowel points of Arabic and Hebrew dropped, case folded.
 * Marks that make another letter in their script (Indic vowel signs, kana voicing) stay. Only for comparing, never for showing.
 */
export const nameKey = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670]|\p{DI}/gu, '')
    .toLowerCase()
    .replace(/[^\0-\x7f]/g, (letter) => PLAIN[letter] ?? letter)
    .normalize('NFC');
