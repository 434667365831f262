// Where one pasted address ends and the next begins. Pure: no I/O, no clock, no DOM; no opinion on what is a valid address.

import { isBlank, trimWhere } from '../text/blank.ts';

const [AT, QUOTE, BACKSLASH, GREATER] = [64, 34, 92, 62] as const;

const isLineBreak = (code: number): boolean => (code > 9 && code < 14) || code === 0x2028 || code === 0x2029;

/** Comma and semicolon (also Arabic, Chinese and Japanese ones), tab, line breaks. */
const isSeparator = (code: number): boolean =>
  code === 44 || code === 59 || code === 9 || isLineBreak(code) || (code > 127 && '，；、،؛'.includes(String.fromCharCode(code)));

/** Which ASCII characters the scanner has to look at; all others are just part of a piece. */
const MATTERS = Uint8Array.from({ length: 128 }, (_, code) => (isSeparator(code) || isBlank(code) || [AT, QUOTE, GREATER].includes(code as 64) ? 1 : 0));

/**
 * Calls `visit` with each piece of a pasted list, in order, without the blanks around it; empty pieces are no pieces.
 *
 * Separators within a quoted name (`"Doe, Jane" <…>`) do not separate. Blank space does where a complete address stands before it
 * and another `@` follows in the same piece. Every visible character that is not a separator is part of exactly one piece.
 * Linear: a quote that turns out to open no name is read a second time, never a third.
 */
export function eachPiece(text: string, visit: (piece: string) => void): void {
  let start = 0;
  let at = -1; // the last @ of this piece
  let cut = -1; // behind the complete address that it belongs to
  const end = text.length;
  for (let i = 0; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code < 128 && MATTERS[code] === 0) continue;
    if (isSeparator(code)) {
      emit(text, start, i, visit);
      start = i + 1;
      at = cut = -1;
    } else if (code === AT) {
      if (cut >= 0 && !opensBracket(text, cut)) {
        emit(text, start, cut, visit);
        start = cut;
      }
      at = i;
      cut = -1;
    } else if (code === QUOTE) i = endOfQuotedName(text, i);
    else if (at >= 0 && cut < 0 && at < i - 1 && (code === GREATER || isBlank(code))) cut = i + 1;
  }
  emit(text, start, end, visit);
}

function emit(text: string, start: number, end: number, visit: (piece: string) => void): void {
  const piece = trimWhere(text.slice(start, end), isBlank);
  if (piece !== '') visit(piece);
}

/** Whether what follows `cut` is the bracket of `address <address>`, so that both belong together. */
function opensBracket(text: string, cut: number): boolean {
  if (text.charCodeAt(cut - 1) === GREATER) return false;
  let i = cut;
  while (isBlank(text.charCodeAt(i))) i++;
  return text[i] === '<';
}

/** The index of the closing quote where a quoted name begins at `open`, otherwise `open`: then the quote is a character like any other. */
function endOfQuotedName(text: string, open: number): number {
  const before = text.charCodeAt(open - 1);
  if (open > 0 && before !== GREATER && !isSeparator(before) && !isBlank(before)) return open;
  for (let i = open + 1; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (isLineBreak(code)) return open;
    if (code === BACKSLASH) i++;
    else if (code === QUOTE) {
      let next = i + 1;
      while (isBlank(text.charCodeAt(next)) && !isSeparator(text.charCodeAt(next))) next++;
      return text[next] === '<' ? i : open;
    }
  }
  return open;
}
