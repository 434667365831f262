// The languages that `<user-admin>` speaks beside English, each in files of its own. Loaded when one is asked for.
import { addedLanguage } from './added-languages.ts';
import type { LanguageParts } from './speaker.ts';
import { speakerOf } from './speaker.ts';

const LANGUAGES: Readonly<Record<string, LanguageParts>> = {};

/** Speaks them, and those that the page has brought. */
export const speaker = speakerOf((code) => addedLanguage(code) ?? LANGUAGES[code]);
