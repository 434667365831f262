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
    const [english, ...others] = LANGUAGES.map((language) => new Map(sentencesOf(wordsIn(language))));
    for (const words of [english!, ...others])
      for (const [place, text] of words) {
        assert.ok(text.trim() !== '' && !text.includes('undefined'), place);
        assert.ok(!text.includes('!') || /characters|Zeichen/.test(text), `${place}: ${text}`);
      }
    for (const words of others)
      for (const [place, text] of english!)
        if (words.has(place)) assert.notEqual(words.get(place), text, place);
  });

  it('have a sentence for every refusal that a page can show', () => {
    for (const language of LANGUAGES)
      for (const code of PAGE_CODES)
        assert.match(wordsIn(language).refusals[code].text, /\.$/, `${language} ${code}`);
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
  });
});
