// Hints about an address that is valid and yet perhaps not meant. Pure: no I/O; hints only, nothing may be refused for them.

/** What fingers make of the big providers' names. */
const TYPOS: Record<string, string> = {
  gmail: 'gmial gamil gmai gmal gmil gmaill gnail gmali gmaul gmeil',
  hotmail: 'hotmial hotmal hotmil hotmai hotmaill homtail hotnail hitmail',
  outlook: 'outlok oulook outook outloook otlook outlool',
  yahoo: 'yaho yahooo yhoo yaoo yahho yahou',
  icloud: 'iclod icoud iclould icluod',
};

/** Endings that are no top-level domain, and what was meant. */
const ENDINGS: Record<string, string> = {
  com: 'con cmo ocm comm vom xom coom',
  net: 'ner nte nett met',
  org: 'ogr orgg rog',
};

const meant = (table: Record<string, string>, word: string): string =>
  Object.keys(table).find((right) => table[right]?.split(' ').includes(word)) ?? word;

/** The address that was probably meant where the domain has an obvious typing error; `email` as `checkAddress` gives it. */
export function suggestAddress(email: string): string | undefined {
  const [, local = '', provider = '', rest = ''] = /^(.+@)([^.]+)\.(.+)$/.exec(email.slice(0, 254)) ?? [];
  const right = meant(TYPOS, provider);
  const cut = /^(?:cm|co|om)$/.test(rest) && /^(?:gmail|hotmail|outlook|icloud)$/.test(right);
  const ending = cut ? 'com' : rest.replace(/[^.]+$/, (last) => meant(ENDINGS, last));
  return right === provider && ending === rest ? undefined : `${local}${right}.${ending}`;
}

const PERSONAL =
  /@(?:(?:gmail|googlemail|icloud|me|mac|msn|aol|ymail|rocketmail|proton|protonmail|mail|qq|163|126)\.(?:com|me)|(?:outlook|hotmail|live|yahoo|gmx|yandex|aol)\.(?:com?\.)?[a-z]{2,3}|(?:web|t-online)\.de|(?:orange|free|laposte|wanadoo)\.(?:fr|net)|(?:mail|bk)\.ru|libero\.it)$/i;

/** Whether the address is with a provider of personal mailboxes (W22: a company's own addresses are easier to manage). */
export const isPersonalAddress = (email: string): boolean => PERSONAL.test(email);
