// The sentences around the reason of a change. English.
import { table } from './table.ts';

/** The texts by what they say. */
export const noteStrings = table('noteStrings', {
  note: 'Reason',
  noteHelp: 'Optional. It stands in the audit trail.',
} as const);
