// The languages that a page has brought itself.
import type { LanguageParts } from './speaker.ts';
import type { Sentences } from './table.ts';

const added = new Map<string, LanguageParts>();

/**
 * Lets every `<user-admin>` of the page speak another language too, or one of ours in other words.
 *
 * @param code - The language, such as `it`.
 * @param load - Fetches what it says, by the names of our tables, as the modules under `user-admin/locales/` do; what it lacks stays English.
 */
export function addLanguage(code: string, load: () => Promise<Sentences>): void {
  added.set(code, { first: load, rest: load });
}

/** A language that the page has brought. */
export function addedLanguage(code: string): LanguageParts | undefined {
  return added.get(code);
}
