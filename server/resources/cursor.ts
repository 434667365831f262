// The place of a resource in the order of names, as the opaque text that the wire carries. Pure.
import { decodeCursor, encodeCursor } from '../members/list.ts';
import { fail } from '../../shared/errors.ts';

/** The cursor of a resource. */
export function encodeNameCursor({ name, seq }: { readonly name: string; readonly seq: number }): string {
  return encodeCursor([name, seq]);
}

/** Name and number in a cursor; null for the beginning. @throws {AppError} `input_invalid` where it is none of ours. */
export function decodeNameCursor(text: string | undefined): readonly [name: string, seq: number] | null {
  if (text === undefined) return null;
  const [name, seq] = decodeCursor(text);
  return typeof name === 'string' ? [name, seq] : fail('input_invalid', { field: 'cursor' });
}
