// Reading one address and its canonical key. Pure: no I/O, no clock, no DOM, the same in browser and server.

import { HIDDEN, trimBlank } from '../text/blank.ts';
import { cleanName } from '../text/name.ts';
import { asciiDomain } from './ascii-domain.ts';

/**
 * Why a piece of text is not one usable address.
 *
 * - `invalid_empty`: nothing but quotes or brackets.
 * - `invalid_no_at`: no `@`, so not an address at all (a name, a word).
 * - `invalid_many_at`: more than one `@`; two addresses run together.
 * - `invalid_local`: before the `@`: missing, a dot at the edge or doubled, a space, comma, quote, bracket, or a letter outside ASCII.
 * - `invalid_domain`: behind the `@`: missing, no dot, an empty label, a hyphen at a label's edge, an IP address, a character no host name has.
 * - `invalid_length`: more than 64 octets before the `@`, 63 in a label, or 254 in all.
 * - `invalid_lookalike`: a character that software takes for another one (full-width letters, the Kelvin sign, dotted capital İ).
 * - `invalid_invisible`: a control, zero-width or direction character in the middle of it.
 * - `invalid_name`: the address is fine, the name in front of it is refused by `cleanName` or shows another address.
 * - `duplicate`: a usable address that stands further up in the same list; only lists say this.
 */
export type AddressProblem =
  | 'invalid_empty'
  | 'invalid_no_at'
  | 'invalid_many_at'
  | 'invalid_local'
  | 'invalid_domain'
  | 'invalid_length'
  | 'invalid_lookalike'
  | 'invalid_invisible'
  | 'invalid_name'
  | 'duplicate';

/**
 * One address as read, or why there is none.
 *
 * `email` is what to store, show and send to: the part before the `@` as typed, the domain in lower case and ASCII (`xn--`),
 * so that a look-alike domain shows itself. `key` is what to compare by.
 */
export type ParsedAddress =
  | { ok: true; email: string; key: string; name?: string }
  | { ok: false; reason: Exclude<AddressProblem, 'duplicate'> };

type Refusal = Extract<ParsedAddress, { ok: false }>['reason'];

/** The most octets in an address (RFC 5321 with erratum 1690). */
export const ADDRESS_LIMIT = 254;

/** What stands between the dots before the `@` (RFC 5322 atext). */
const ATOM = "[\\w!#$%&'*+/=?^`{|}~-]+";
const LOCAL = new RegExp(`^${ATOM}(?:\\.${ATOM})*@`);
/** No two ways through it match the same text, so it runs in one pass. The last label is a word or international. */
const ADDRESS = new RegExp(
  `${LOCAL.source}(?:[a-z\\d]+(?:-+[a-z\\d]+)*\\.)+(?:[a-z]{2,}|xn-(?:-+[a-z\\d]+)+)$`,
);

const refuse = (reason: Refusal): ParsedAddress => ({ ok: false, reason });

/**
 * Whether any character outside ASCII is one that software maps to another: its compatibility form differs, it folds into ASCII,
 * or it is one of ten historic letters that domain names replace. Judged one by one and before any folding, because afterwards
 * the difference is gone.
 */
const hasLookalike = (text: string): boolean =>
  [...text].some((character) => {
    if (character < '\x80') return false;
    const folded = character.toLowerCase().normalize('NFC');
    return /[\0-\x7f\u0345\u1c80-\u1c88]/.test(folded) || folded !== folded.normalize('NFKC');
  });

/**
 * Reads one bare address with nothing around it but blank space: for requests, claims and sign-in, where a name has no business.
 *
 * Look-alikes are refused and not mapped (so neither NFKC nor a locale's case rule can turn one person's address into another's);
 * composed and decomposed spellings of a domain (NFC) are one. No quoted local parts, no IP addresses, no provider's own rules about dots or plus.
 */
export function checkAddress(text: string): ParsedAddress {
  const bare = trimBlank(text);
  const at = bare.indexOf('@');
  if (bare.length > ADDRESS_LIMIT) return refuse(at < 0 ? 'invalid_no_at' : 'invalid_length');
  let email = bare;
  if (!ADDRESS.test(bare)) {
    const obstacle = obstacleIn(bare, at);
    if (obstacle) return refuse(obstacle);
    email = bare.slice(0, at + 1) + asciiDomain(bare.slice(at + 1));
    if (!ADDRESS.test(email)) return refuse('invalid_domain');
  }
  if (
    email.length > 64 &&
    (at > 64 || email.length > ADDRESS_LIMIT || /[^.]{64}/.test(email.slice(at + 1)))
  ) {
    return refuse('invalid_length');
  }
  return { ok: true, email, key: /[A-Z]/.test(email) ? email.toLowerCase() : email };
}

/** What stands in the way before the domain is looked at; the order decides which of several reasons is told. */
function obstacleIn(bare: string, at: number): Refusal | undefined {
  if (bare === '') return 'invalid_empty';
  if (HIDDEN.test(bare)) return 'invalid_invisible';
  if (hasLookalike(bare)) return 'invalid_lookalike';
  if (at < 0) return 'invalid_no_at';
  if (bare.includes('@', at + 1)) return 'invalid_many_at';
  return LOCAL.test(bare) ? undefined : 'invalid_local';
}

/**
 * The one canonical key of an address: whoever compares, indexes or looks up addresses uses it and nothing else.
 *
 * @throws RangeError when `email` is no bare address; text from outside goes through `checkAddress` or `parseAddress`, which answer with a reason.
 */
export function addressKey(email: string): string {
  const checked = checkAddress(email);
  if (!checked.ok) throw new RangeError(`Not an e-mail address: ${checked.reason}`);
  return checked.key;
}

/** What people and programs put around an address; unpaired too, for a list in brackets is cut between them. */
const WRAPPERS = '<>()[]"“”„«»‘’\u200c\u200d';

/** Reads an address with brackets, quotes or `mailto:` around it. */
function readWrapped(text: string): ParsedAddress {
  const inner = trimBlank(text, WRAPPERS);
  const address = checkAddress(inner);
  if (address.ok) return address;
  // In a link ? begins the headers and % an escape, of which only the plus sign is common.
  const link = /^mailto:([^?]*)/i.exec(inner)?.[1];
  if (link !== undefined) return checkAddress(link.replace(/%2b/gi, '+').replace('%', ' '));
  return /^'.*'$/.test(inner) ? checkAddress(inner.slice(1, -1)) : address;
}

/** The name in front of the brackets without the quotes around it and their escapes. */
function unquote(text: string): string {
  const name = trimBlank(text);
  return /^["'“„«‘].*["'”“»’]$/.test(name) ? name.slice(1, -1).replace(/\\(.)/g, '$1') : name;
}

/**
 * Reads one piece as people paste it: a bare address, `Name <address>`, `mailto:address`, with quotes, brackets and invisible characters around it.
 *
 * A name that repeats the address is left out; one that shows another address is refused, for nobody could tell which is meant.
 */
export function parseAddress(text: string): ParsedAddress {
  const bracket = text.lastIndexOf('<');
  const address = readWrapped(text.slice(bracket + 1));
  if (!address.ok || bracket < 1) return address;
  const shown = unquote(text.slice(0, bracket));
  if (trimBlank(shown, WRAPPERS) === '') return address;
  if (shown.includes('@')) {
    const repeated = readWrapped(shown);
    return repeated.ok && repeated.key === address.key ? address : refuse('invalid_name');
  }
  const cleaned = cleanName(shown);
  return cleaned.ok
    ? { ok: true, email: address.email, key: address.key, name: cleaned.name }
    : refuse('invalid_name');
}
