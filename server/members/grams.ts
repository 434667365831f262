// How members are found by a part of their name, address or username: n-grams, each prefixed by its workspace. Pure.
import { nameKey } from '../../shared/text/name.ts';

/** The characters of a gram inside a word; shorter searches look at the beginnings of words. */
const SIZE = 3;
/** More grams than this narrow a search no further, and each costs a list. */
const MAX_QUERY_GRAMS = 12;

/** The words of a search, as names and addresses are keyed. */
export function searchWords(search: string): string[] {
  return nameKey(search)
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, 8);
}

/** The document that stands for a member in the index: every 3-gram of every word, and the 1- and 2-character beginnings. */
export function gramsOf(workspaceSeq: number, texts: readonly string[]): string {
  const grams = new Set<string>();
  for (const word of texts.flatMap((text) => text.split(/\s+/)).filter((part) => part !== '')) {
    const characters = [...word];
    for (const length of [1, 2]) {
      if (characters.length >= length) grams.add(token(workspaceSeq, 'b', characters.slice(0, length)));
    }
    for (let at = 0; at + SIZE <= characters.length; at += 1)
      grams.add(token(workspaceSeq, 'g', characters.slice(at, at + SIZE)));
  }
  return [...grams].join(' ');
}

/** The full-text query that every member containing all `words` answers; some others may, so the words are checked again. */
export function gramQuery(workspaceSeq: number, words: readonly string[]): string {
  const grams = new Set<string>();
  for (const word of words) {
    const characters = [...word];
    if (characters.length < SIZE) grams.add(token(workspaceSeq, 'b', characters));
    for (let at = 0; at + SIZE <= characters.length; at += 1)
      grams.add(token(workspaceSeq, 'g', characters.slice(at, at + SIZE)));
  }
  return [...grams].slice(0, MAX_QUERY_GRAMS).join(' ');
}

/**
 * One gram as a bare word of the index: no character in it means anything to the query language.
 * The workspace stands in decimal digits, which end at the letter of the kind, so that no two workspaces share a gram.
 */
function token(workspaceSeq: number, kind: 'b' | 'g', characters: readonly string[]): string {
  return `${workspaceSeq}${kind}${Buffer.from(characters.join('')).toString('hex')}`;
}
