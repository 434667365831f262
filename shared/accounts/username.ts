// The rules of a username: a login name that can never be taken for an address. Pure.

/** A username in the form to store and to look up, or that the text is none. */
export type ParsedUsername =
  { readonly ok: true; readonly username: string; readonly key: string } | { readonly ok: false };

/**
 * Reads a username: 3 to 50 letters, digits, dots, dashes and underscores of ASCII, a letter first.
 *
 * Without an `@` it is nobody's address (SEC_C18), and without other scripts no two of them look alike but for case, which does not count.
 */
export function parseUsername(text: string): ParsedUsername {
  return /^[A-Za-z][A-Za-z0-9._-]{2,49}$/.test(text)
    ? { ok: true, username: text, key: text.toLowerCase() }
    : { ok: false };
}
