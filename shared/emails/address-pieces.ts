// Where one pasted address ends and the next begins. Pure: no I/O, no clock, no DOM; no opinion on what is a valid address.

import { isBlank, trimBlank } from '../text/blank.ts';

const [AT, QUOTE, OPEN, CLOSE, BACKSLASH] = [64, 34, 60, 62, 92] as const;

const isLineBreak = (unit: number): boolean => (unit > 9 && unit < 14) || unit === 0x2028 || unit === 0x2029;

/** Comma and semicolon (Arabic, Chinese and Japanese ones too), tab, line breaks. */
const isSeparator = (unit: number): boolean =>
  unit === 44 ||
  unit === 59 ||
  unit === 9 ||
  isLineBreak(unit) ||
  (unit > 0x600 && '，；、،؛'.includes(String.fromCharCode(unit)));

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
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit > AT && unit < 127) continue;
    if (isSeparator(unit)) {
      emit(text, start, i, visit);
      start = i + 1;
      at = cut = -1;
    } else if (unit === AT) {
      if (cut >= 0 && !opensBracket(text, cut)) {
        emit(text, start, cut, visit);
        start = cut;
      }
      at = i;
      cut = -1;
    } else if (unit === QUOTE) i = endOfQuotedName(text, i);
    else if (at >= 0 && cut < 0 && at < i - 1 && (unit === CLOSE || isBlank(unit))) cut = i + 1;
  }
  emit(text, start, text.length, visit);
}

function emit(text: string, start: number, end: number, visit: (piece: string) => void): void {
  const piece = trimBlank(text.slice(start, end));
  if (piece !== '') visit(piece);
}

/** The first unit from `i` on that separates or is not blank. */
function unitBehindBlanks(text: string, i: number): number {
  while (isBlank(text.charCodeAt(i)) && !isSeparator(text.charCodeAt(i))) i++;
  return text.charCodeAt(i);
}

/** Whether what follows `cut` is the bracket of `address <address>`, so that both belong together. */
const opensBracket = (text: string, cut: number): boolean =>
  text.charCodeAt(cut - 1) !== CLOSE && unitBehindBlanks(text, cut) === OPEN;

/** The index of the closing quote where a quoted name begins at `open`, otherwise `open`: then the quote is a character like any other. */
function endOfQuotedName(text: string, open: number): number {
  const before = text.charCodeAt(open - 1);
  if (open > 0 && before !== CLOSE && !isSeparator(before) && !isBlank(before)) return open;
  for (let i = open + 1; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (isLineBreak(unit)) return open;
    if (unit === BACKSLASH) i++;
    else if (unit === QUOTE) return unitBehindBlanks(text, i + 1) === OPEN ? i : open;
  }
  return open;
}
