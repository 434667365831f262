// A text of several lines as it is stored: what people wrote, without what hides. Pure: no I/O, no clock, no DOM.
import { HIDDEN } from './blank.ts';

/** The text with its line breaks, at most one empty line between two, and nothing that hides or steers what a reader sees. */
export function visibleLines(text: string): string {
  return text
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(/\t/g, ' ')
    .normalize('NFC')
    .split('\n')
    .map((line) => [...line].filter(isVisible).join('').trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** Joiners and selectors of emoji and scripts have a job in a text; everything else that hides has none. */
function isVisible(character: string): boolean {
  return !HIDDEN.test(character) || /[\u200c\u200d\ufe0e\ufe0f]/.test(character);
}
