// The sentences about what two people changed at once, in French.
import type * as english from '../../i18n/conflict-strings.ts';
import type { Words } from '../../i18n/table.ts';

export const conflictStrings: Words<typeof english.conflictStrings> = {
  conflict: 'Une autre personne a modifié ceci entre-temps.',
  yours: (value) => `Votre version : ${value}`,
  theirs: (value) => `L’autre version : ${value}`,
  nothing: 'rien',
  keepMine: 'Garder la mienne',
  takeTheirs: 'Prendre l’autre',
};
