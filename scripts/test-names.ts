// Finds the names of the tests in a test file, and the ids of rows in a name. Pure: no files.

/** The start of a test or of a group of tests, up to the quote that opens its name. */
const OPENING = /\b(?:it|test|describe)(?:\.\w+)?\(\s*(['"`])/g;
/** A text that holds nothing but ids, from which names are put together at run time. */
const IDS_ONLY = /(['"`])((?:SEC_)?[A-Z]\d{1,3}(?:, (?:SEC_)?[A-Z]\d{1,3})*)\1/g;
/** The id of a row, or of the first and last of several; a requirement (`SEC_A01`) is none. */
const ROW = /(?<![\w-])([TPWCD])(\d{1,2})(?:[–-]\1?(\d{1,2}))?(?![\w-])/g;

/** A name in a test file. */
export interface TestName {
  readonly name: string;
  /** The line it stands in, counted from 1. */
  readonly line: number;
}

/** Every name of a test or group in `source`, and every text of ids alone, which goes into names that are put together. */
export function testNames(source: string): TestName[] {
  const literal = [...source.matchAll(OPENING)].map((match) => ({
    at: match.index,
    name: textFrom(source, match.index + match[0].length, match[1]!),
  }));
  const ids = [...source.matchAll(IDS_ONLY)].map((match) => ({ at: match.index, name: match[2]! }));
  return [...literal, ...ids].map(({ at, name }) => ({ name, line: source.slice(0, at).split('\n').length }));
}

/** The rows that a name claims to prove; `C21–C26` names six. */
export function rowsIn(name: string): string[] {
  return [...name.matchAll(ROW)].flatMap(([, letter, first, last]) => {
    const [from, to] = [Number(first), Number(last ?? first)];
    return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => `${letter}${from + index}`);
  });
}

function textFrom(source: string, start: number, quote: string): string {
  let end = start;
  while (end < source.length && source[end] !== quote) end += source[end] === '\\' ? 2 : 1;
  return source.slice(start, end);
}
