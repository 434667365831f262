// Hints about an address that is valid and yet perhaps not meant. Pure: no I/O; hints only, nothing may be refused for them.

/** What fingers make of well-known domains, and what was meant. No entry is a domain or an ending that exists. */
const TYPOS: readonly [RegExp, string][] = [
  [/@g(?:mial|amil|mai|mal|mil|maill|nail|mali|mall|maik|meil)\./, '@gmail.'],
  [/@ho(?:tmial|tmal|tmil|tmai|tmaill|mtail|tnail|tamil)\./, '@hotmail.'],
  [/@ou(?:tlok|tloook|took|tloo|ltook|tlookk)\./, '@outlook.'],
  [/@y(?:aho|ahooo|hoo|aoo|ahho|ahou)\./, '@yahoo.'],
  [/@ic(?:lod|oud|luod|lould)\./, '@icloud.'],
  [/\.(?:con|cmo|ocm|comm|vom|xom|coom)$/, '.com'],
  [/\.(?:ner|nte|nett)$/, '.net'],
  [/@(gmail|hotmail|outlook|icloud)\.(?:c?[mo]|om)$/, '@$1.com'],
];

/** The address that was probably meant, where the domain has an obvious typing error; `email` as `checkAddress` gives it. */
export function suggestAddress(email: string): string | undefined {
  const meant = TYPOS.reduce((address, [typo, right]) => address.replace(typo, right), email);
  return meant === email ? undefined : meant;
}

const PERSONAL =
  /@(?:(?:g(?:oogle)?mail|icloud|m(?:e|ac|sn|ail)|aol|proton(?:mail)?|qq|163)\.com|(?:outlook|hotmail|live|yahoo|gmx|yandex)\.(?:com?\.)?[a-z]{2,3}|proton\.me|web\.de|t-online\.de|(?:orange|free)\.fr|laposte\.net|mail\.ru|libero\.it)$/;

/** Whether the address (as `checkAddress` gives it) is with a provider of personal mailboxes; a company's own are easier to manage. */
export const isPersonalAddress = (email: string): boolean => PERSONAL.test(email);
