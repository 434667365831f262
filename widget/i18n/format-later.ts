// Formats that only what is loaded later needs: whole days, and lists.
import { language } from './format.ts';

/** The day of a moment, in the viewer's time zone. */
export function formatDay(at: number): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'full' }).format(at);
}

/** Words joined as in a sentence: "Owner and Admin", or "Owner or Admin". */
export function formatList(
  words: readonly string[],
  type: 'conjunction' | 'disjunction' = 'conjunction',
): string {
  return new Intl.ListFormat(language, { type }).format(words);
}
