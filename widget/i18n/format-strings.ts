// What Intl has no words for. Apart from the other sentences, which need the formats themselves. English.
import { table } from './table.ts';

/** The texts by what they say. */
export const formatStrings = table('formatStrings', {
  justNow: 'just now',
} as const);
