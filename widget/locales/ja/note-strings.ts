// The sentences around the reason of a change, in Japanese.
import type * as english from '../../i18n/note-strings.ts';
import type { Words } from '../../i18n/table.ts';

export const noteStrings: Words<typeof english.noteStrings> = {
  note: '理由',
  noteHelp: '任意です。監査ログに残ります。',
};
