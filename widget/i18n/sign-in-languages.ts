// The languages that `<user-admin-sign-in>` speaks beside English: the same, without all that it never says.
import type { ReasonTexts, SignInTexts } from '../locales/locale.ts';
import { addedLanguage } from './added-languages.ts';
import { speakerOf } from './speaker.ts';

/** All that a language of ours says: what it lacks is an error of the compiler. */
interface CompleteParts {
  readonly first: () => Promise<SignInTexts>;
  readonly rest: () => Promise<ReasonTexts>;
}

/** Each, by its code. */
export const LANGUAGES: Readonly<Record<string, CompleteParts>> = {
  ar: {
    first: () => import('../locales/ar/sign-in.ts'),
    rest: () => import('../locales/ar/sign-in-rest.ts'),
  },
  de: {
    first: () => import('../locales/de/sign-in.ts'),
    rest: () => import('../locales/de/sign-in-rest.ts'),
  },
  es: {
    first: () => import('../locales/es/sign-in.ts'),
    rest: () => import('../locales/es/sign-in-rest.ts'),
  },
  fr: {
    first: () => import('../locales/fr/sign-in.ts'),
    rest: () => import('../locales/fr/sign-in-rest.ts'),
  },
  ja: {
    first: () => import('../locales/ja/sign-in.ts'),
    rest: () => import('../locales/ja/sign-in-rest.ts'),
  },
};

/** Speaks them, and those that the page has brought. */
export const speaker = speakerOf(
  (code) => addedLanguage(code) ?? (Object.hasOwn(LANGUAGES, code) ? LANGUAGES[code] : undefined),
);
