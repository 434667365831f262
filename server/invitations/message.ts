// The personal message of an invitation. Pure.
import { fail } from '../../shared/errors.ts';
import { HIDDEN } from '../../shared/text/blank.ts';

/** The most characters of a personal message. */
const MESSAGE_LIMIT = 2000;

/**
 * A personal message as it is stored: line breaks kept, at most one empty line between two,
 * and nothing that hides or steers what a reader sees.
 * @throws {AppError} `input_invalid` where it is too long.
 */
export function cleanMessage(text: string): string {
  const lines = text
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(/\t/g, ' ')
    .normalize('NFC')
    .split('\n')
    .map((line) => [...line].filter(isVisible).join('').trimEnd());
  const message = lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  return message.length > MESSAGE_LIMIT ? fail('input_invalid', { field: 'message' }) : message;
}

/** Joiners and selectors of emoji and scripts have a job in a text; everything else that hides has none. */
function isVisible(character: string): boolean {
  return !HIDDEN.test(character) || /[\u200c\u200d\ufe0e\ufe0f]/.test(character);
}
