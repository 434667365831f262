// Reads a pasted list bit by bit, so that a long one keeps nobody waiting.
import { eachPiece } from '../../shared/emails/address-pieces.ts';
import type { AddressEntry } from '../../shared/emails/address-list.ts';
import { LIST_LIMIT, readPiece } from '../../shared/emails/address-list.ts';
import { fail } from '../../shared/errors.ts';
import { cleanName } from '../../shared/text/name.ts';
import { breathe } from '../db/breathe.ts';

/** How many pieces are read before others get a turn. */
const CHUNK = 1000;

/**
 * An entry for every piece of the list, in its order.
 * @param name - The name that was typed for the one address of a list; with several addresses nobody could say whose it is.
 * @throws {AppError} `too_many_addresses`; `no_valid_address` for an empty list; `name_invalid`.
 */
export async function readAddresses(text: string, name: string | undefined): Promise<AddressEntry[]> {
  const pieces: string[] = [];
  let count = 0;
  eachPiece(text, (piece) => {
    if (++count <= LIST_LIMIT) pieces.push(piece);
  });
  if (count > LIST_LIMIT) fail('too_many_addresses', { count });
  if (pieces.length === 0) fail('no_valid_address');
  const seen = new Set<string>();
  const entries: AddressEntry[] = [];
  for (const [index, piece] of pieces.entries()) {
    entries.push(readPiece(piece, seen));
    if (index % CHUNK === CHUNK - 1) await breathe();
  }
  if (entries.length === 1 && name !== undefined && name.trim() !== '') entries[0]!.name = nameToUse(name);
  return entries;
}

function nameToUse(text: string): string {
  const cleaned = cleanName(text);
  return cleaned.ok ? cleaned.name : fail('name_invalid', { field: 'name', reason: cleaned.reason });
}
