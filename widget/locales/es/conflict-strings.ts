// The sentences about what two people changed at once, in Spanish.
import type * as english from '../../i18n/conflict-strings.ts';
import type { Words } from '../../i18n/table.ts';

export const conflictStrings: Words<typeof english.conflictStrings> = {
  conflict: 'Alguien cambió esto entretanto.',
  yours: (value) => `Lo suyo: ${value}`,
  theirs: (value) => `Lo de la otra persona: ${value}`,
  nothing: 'nada',
  keepMine: 'Conservar lo mío',
  takeTheirs: 'Usar lo otro',
};
