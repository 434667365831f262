// The words of the served pages: every language says everything, in its own words.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { LANGUAGES } from '../../../shared/accounts/account.ts';
import { PAGE_CODES } from './refusals.ts';
import { wordsIn } from './words.ts';

/** Every sentence below `value` by its place; sentences that hold something hold a sign in its stead. */
function sentencesOf(value: unknown, place = ''): [place: string, text: string][] {
  if (typeof value === 'string') return [[place, value]];
  if (typeof value === 'function') {
    const argument = place.endsWith('one')
      ? { kind: 'digit' }
      : /minutes|minimum|maximum|advised|limited/.test(place)
        ? 7
        : '…';
    return [[place, String((value as (...given: unknown[]) => unknown)(argument, argument))]];
  }
  return Object.entries(value as object).flatMap(([key, below]) => sentencesOf(below, `${place}.${key}`));
}

describe('the words of the served pages', () => {
  it('say everything in every language, calmly, and nothing twice the same by oversight', () => {
    const english = new Map(sentencesOf(wordsIn('en')));
    for (const language of LANGUAGES)
      for (const [place, text] of sentencesOf(wordsIn(language))) {
        assert.ok(text.trim() !== '' && !text.includes('undefined'), `${language} ${place}`);
        assert.ok(!/[!¡！]/.test(text), `${language} ${place}: ${text}`);
        if (language !== 'en') assert.notEqual(text, english.get(place), `${language} ${place}`);
      }
  });

  it('say in every language what a sentence is about', () => {
    const english = new Map(sentencesOf(wordsIn('en')));
    const held = (text = '') => [text.split('…').length, text.includes('7')];
    for (const language of LANGUAGES) {
      const words = sentencesOf(wordsIn(language));
      assert.deepEqual(
        words.filter(([place]) => !place.startsWith('.refusals')).map(([place]) => place),
        [...english.keys()].filter((place) => !place.startsWith('.refusals')),
        language,
      );
      for (const [place, text] of words)
        assert.deepEqual(held(text), held(english.get(place) ?? text), `${language} ${place}: ${text}`);
    }
  });

  it('have a sentence for every refusal that a page can show', () => {
    for (const language of LANGUAGES)
      for (const code of PAGE_CODES)
        assert.match(wordsIn(language).refusals[code].text, /[.。]$/, `${language} ${code}`);
  });

  it('say beneath a title more than the title does', () => {
    for (const language of LANGUAGES)
      for (const [code, { title, text }] of Object.entries(wordsIn(language).refusals))
        assert.notEqual(text, `${title}.`, `${language} ${code}`);
  });

  it('count one minute as one', () => {
    assert.match(wordsIn('en').common.limited(1), /in a minute\.$/);
    assert.match(wordsIn('de').common.limited(1), /in einer Minute noch einmal\.$/);
    assert.match(wordsIn('de').common.limited(3), /in 3 Minuten noch einmal\.$/);
    assert.match(wordsIn('fr').common.limited(1), /dans une minute\.$/);
    assert.match(wordsIn('fr').common.limited(3), /dans 3 minutes\.$/);
    assert.match(wordsIn('es').common.limited(1), /en un minuto\.$/);
    assert.match(wordsIn('ja').common.limited(3), /3分ほど/);
    const arabic = [1, 2, 3, 11].map((minutes) => wordsIn('ar').common.limited(minutes));
    for (const [index, end] of ['دقيقة', 'دقيقتين', '3 دقائق', '11 دقيقة'].entries())
      assert.ok(arabic[index]!.endsWith(` ${end}.`), arabic[index]);
  });
});
