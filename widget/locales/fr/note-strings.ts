// The sentences around the reason of a change, in French.
import type * as english from '../../i18n/note-strings.ts';
import type { Words } from '../../i18n/table.ts';

export const noteStrings: Words<typeof english.noteStrings> = {
  note: 'Motif',
  noteHelp: 'Facultatif. Il figure dans le journal d’audit.',
};
