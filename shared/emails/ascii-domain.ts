// An international domain in the form DNS knows. Pure: no I/O; `URL` is part of the language's platform on both sides.

/** Letters, digits, marks, dots, hyphens: nothing that could end the host part of a URL or vanish from it. */
const HOST = /^(?:(?!\p{DI})[\p{L}\p{N}\p{M}.-])+$/u;

/**
 * The domain in lower case and ASCII, international labels as `xn--`, or an empty string where that is impossible.
 *
 * Labels already written as `xn--` are compared as they are and never decoded. Says nothing about the form: see `checkAddress`.
 */
export function asciiDomain(domain: string): string {
  if (!/[^\0-\x7f]/.test(domain)) return domain.toLowerCase();
  // Engines disagree on capital ẞ (ß in newer ones, ss in older ones); on ß they agree.
  const url = `http://${domain.replaceAll('ẞ', 'ß')}`;
  return HOST.test(domain) && URL.canParse(url) ? new URL(url).hostname : '';
}
