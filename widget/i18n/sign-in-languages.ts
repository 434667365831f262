// The languages that `<user-admin-sign-in>` speaks beside English: the same, without all that it never says.
import { addedLanguage } from './added-languages.ts';
import type { LanguageParts } from './speaker.ts';
import { speakerOf } from './speaker.ts';

const LANGUAGES: Readonly<Record<string, LanguageParts>> = {};

/** Speaks them, and those that the page has brought. */
export const speaker = speakerOf((code) => addedLanguage(code) ?? LANGUAGES[code]);
