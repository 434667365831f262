// The languages that `<user-admin>` speaks beside English, each in files of its own. Loaded when one is asked for.
import type { FirstTexts, RestTexts } from '../locales/locale.ts';
import { addedLanguage } from './added-languages.ts';
import { speakerOf } from './speaker.ts';

/** All that a language of ours says: what it lacks is an error of the compiler. */
interface CompleteParts {
  readonly first: () => Promise<FirstTexts>;
  readonly rest: () => Promise<RestTexts>;
}

/** Each, by its code. */
export const LANGUAGES: Readonly<Record<string, CompleteParts>> = {
  ar: { first: () => import('../locales/ar/first.ts'), rest: () => import('../locales/ar/rest.ts') },
  de: { first: () => import('../locales/de/first.ts'), rest: () => import('../locales/de/rest.ts') },
  es: { first: () => import('../locales/es/first.ts'), rest: () => import('../locales/es/rest.ts') },
  fr: { first: () => import('../locales/fr/first.ts'), rest: () => import('../locales/fr/rest.ts') },
  ja: { first: () => import('../locales/ja/first.ts'), rest: () => import('../locales/ja/rest.ts') },
};

/** Speaks them, and those that the page has brought. */
export const speaker = speakerOf(
  (code) => addedLanguage(code) ?? (Object.hasOwn(LANGUAGES, code) ? LANGUAGES[code] : undefined),
);
