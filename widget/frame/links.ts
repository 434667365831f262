// Links that the page supplies: only to https or to itself, so that no other scheme is ever followed. Pure but for the page's own address.

/** Where the page wants to send people for more. */
export interface Links {
  /** What each role can do. */
  readonly roles?: string;
  /** How the same is done by another program. */
  readonly api?: string;
  /** Where to get help. */
  readonly support?: string;
}

/** The address where it is safe to link to; undefined where it is not. */
export function safeLink(address: string | undefined): string | undefined {
  if (address === undefined || address === '') return undefined;
  const url = URL.parse(address, document.baseURI);
  if (url === null) return undefined;
  const isOwn = url.origin === location.origin && /^https?:$/.test(url.protocol);
  return url.protocol === 'https:' || isOwn ? url.href : undefined;
}
