// What a person pasted into the address box, piece by piece. Pure: no I/O, no clock, no DOM; what becomes of an address is decided elsewhere.

import { eachPiece } from './address-pieces.ts';
import { parseAddress, type AddressProblem } from './address.ts';

/**
 * One piece of a pasted list: `text` as it stood there, and either the address or the `problem`.
 *
 * A duplicate has both: the address is fine, it only stands further up already.
 */
export type AddressEntry = {
  text: string;
  email?: string;
  key?: string;
  name?: string;
  problem?: AddressProblem;
};

/** The pieces in the order they were pasted; with `tooMany` (how many there were) none of them. */
export type AddressList = { entries: AddressEntry[]; tooMany?: number };

/** The most addresses in one request. */
export const LIST_LIMIT = 10_000;

/**
 * Reads a pasted list of addresses; every piece gets an entry, nothing is dropped silently.
 *
 * Comma, semicolon, line break and tab separate; so does blank space between two complete addresses.
 * More than `limit` pieces are refused whole: the answer is their number and no entry.
 */
export function parseAddressList(text: string, { limit = LIST_LIMIT }: { limit?: number } = {}): AddressList {
  const entries: AddressEntry[] = [];
  const seen = new Set<string>();
  let count = 0;
  eachPiece(text, (piece) => {
    if (++count <= limit) entries.push(readPiece(piece, seen));
  });
  return count > limit ? { entries: [], tooMany: count } : { entries };
}

/** One piece of a list as an entry; `seen` holds the keys of those before it, and then its own. For who reads a long list bit by bit. */
export function readPiece(text: string, seen: Set<string>): AddressEntry {
  const parsed = parseAddress(text);
  if (!parsed.ok) return { text, problem: parsed.reason };
  const { email, key, name } = parsed;
  const entry: AddressEntry = name === undefined ? { text, email, key } : { text, email, key, name };
  const known = seen.size;
  if (seen.add(key).size === known) entry.problem = 'duplicate';
  return entry;
}
