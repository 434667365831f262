// What shows nothing: blank space, zero-width and direction marks. Pure: no I/O, no clock, no DOM.

const BLANK = /[\s\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f]/;

/** Whatever breaks a line, steers or hides: controls (NUL, tab), format and direction marks, half surrogates, line separators, fillers. */
export const HIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{DI}\u2800]/u;

/**
 * Whether the UTF-16 unit shows nothing and may be dropped at the edge of a text: white space, soft hyphen, zero-width space,
 * direction mark, byte order mark. Not NUL or another control character, and not a joiner, which ends some Malayalam names.
 */
export const isBlank = (unit: number): boolean =>
  unit < 127 ? unit === 32 || (unit > 8 && unit < 14) : BLANK.test(String.fromCharCode(unit));

/** The text without blanks, and without the units in `also`, at both ends; linear in what it drops. */
export function trimBlank(text: string, also = ''): string {
  let start = 0;
  let end = text.length;
  while (start < end && drops(text.charCodeAt(start), also)) start++;
  while (end > start && drops(text.charCodeAt(end - 1), also)) end--;
  return text.slice(start, end);
}

const drops = (unit: number, also: string): boolean =>
  isBlank(unit) || (also !== '' && also.includes(String.fromCharCode(unit)));
