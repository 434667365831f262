// The sentences around the reason of a change, in Spanish.
import type * as english from '../../i18n/note-strings.ts';
import type { Words } from '../../i18n/table.ts';

export const noteStrings: Words<typeof english.noteStrings> = {
  note: 'Motivo',
  noteHelp: 'Opcional. Queda en el registro de auditoría.',
};
