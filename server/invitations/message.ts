// The personal message of an invitation. Pure.
import { fail } from '../../shared/errors.ts';
import { visibleLines } from '../../shared/text/lines.ts';

/** The most characters of a personal message. */
const MESSAGE_LIMIT = 2000;

/**
 * A personal message as it is stored: line breaks kept, at most one empty line between two,
 * and nothing that hides or steers what a reader sees.
 * @throws {AppError} `input_invalid` where it is too long.
 */
export function cleanMessage(text: string): string {
  const message = visibleLines(text);
  return message.length > MESSAGE_LIMIT ? fail('input_invalid', { field: 'message' }) : message;
}
