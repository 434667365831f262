// The sentences about what two people changed at once. English.
import { table } from './table.ts';

/** The texts by what they say. */
export const conflictStrings = table('conflictStrings', {
  conflict: 'Somebody else changed this in the meantime.',
  yours: (value: string) => `Yours: ${value}`,
  theirs: (value: string) => `Theirs: ${value}`,
  nothing: 'nothing',
  keepMine: 'Keep mine',
  takeTheirs: 'Take theirs',
} as const);
