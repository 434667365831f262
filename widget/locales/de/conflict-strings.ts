// The sentences about what two people changed at once, in German.
import type * as english from '../../i18n/conflict-strings.ts';
import type { Words } from '../../i18n/table.ts';

export const conflictStrings: Words<typeof english.conflictStrings> = {
  conflict: 'Das wurde inzwischen von anderer Seite geändert.',
  yours: (value) => `Ihr Wert: ${value}`,
  theirs: (value) => `Anderer Wert: ${value}`,
  nothing: 'nichts',
  keepMine: 'Meinen behalten',
  takeTheirs: 'Anderen übernehmen',
};
