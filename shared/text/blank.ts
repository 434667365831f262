// What shows nothing: blank space, zero-width and direction marks. Pure: no I/O, no clock, no DOM.

const BLANK = /[\s\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f]/;

/** Whatever breaks a line, steers or hides: controls (NUL, tab), format and direction marks, half surrogates, line separators, fillers. */
export const HIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{DI}\u2800]/u;

/**
 * Whether the UTF-16 code unit shows nothing and may be dropped at the edge of a text: white space, soft hyphen, zero-width or
 * direction mark, byte order mark. NUL and other control characters may not.
 */
export const isBlank = (code: number): boolean =>
  code < 127 ? code === 32 || (code > 8 && code < 14) : BLANK.test(String.fromCharCode(code));

/** The text without the code units at both ends for which `drop` says yes; linear in what it drops. */
export function trimWhere(text: string, drop: (code: number) => boolean): string {
  let start = 0;
  let end = text.length;
  while (start < end && drop(text.charCodeAt(start))) start++;
  while (end > start && drop(text.charCodeAt(end - 1))) end--;
  return text.slice(start, end);
}
