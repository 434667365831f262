// Where the bearer token comes from: fixed, or from the page's own function. Kept in memory only, never shown to anything else.

import { Failure } from '../failure.ts';

/**
 * A token, or how to get one. A function is told for which workspace ('' where none is named); it is asked again when the server no
 * longer takes the last, and for every other workspace.
 */
export type Token = string | ((wanted: { readonly workspace: string }) => Promise<string>);

/** Gives the token of one session, and a newer one once the server refused it. */
export interface TokenSource {
  /** The token to send, at once where nobody has to be asked; undefined where the page's cookie is the proof. */
  current(): string | undefined | Promise<string>;
  /** A token other than `refused`; undefined where there is no way to get one. */
  renew(refused: string): Promise<string | undefined>;
  /** Has the page asked again for the next call, because it has a newer one. */
  forget(): void;
}

/** Where the page's cookie is the proof. */
export const NO_TOKEN: TokenSource = {
  current: () => undefined,
  renew: async () => undefined,
  forget: () => {},
};

/** How long the page's function may take, in milliseconds: as long as an answer. */
const PATIENCE = 60_000;

/** The source for what the page has set. Requests that wait at the same time share one call of its function, which takes `patience` milliseconds at most. */
export function tokenSource(
  token: Token | undefined,
  workspace = '',
  patience: number = PATIENCE,
): TokenSource {
  if (typeof token !== 'function') return { ...NO_TOKEN, current: () => token };
  let fetched: Promise<string> | undefined;
  const fetchNew = async (): Promise<string> => {
    try {
      const late = new Promise<never>((_, giveUp) => setTimeout(giveUp, patience));
      return await Promise.race([token({ workspace }), late]);
    } catch {
      // What the page throws may be anything, and is nothing to show.
      throw new Failure('offline');
    }
  };
  const fetchOnce = (): Promise<string> => {
    const fetching = (fetched ??= fetchNew());
    // A function that failed is asked again by the next request.
    fetching.catch(() => {
      if (fetched === fetching) fetched = undefined;
    });
    return fetching;
  };
  return {
    current: fetchOnce,
    forget: () => (fetched = undefined),
    async renew(refused) {
      const known = fetched;
      // Whoever comes second finds the newer one on its way already.
      if ((await known) === refused && fetched === known) fetched = undefined;
      const renewed = await fetchOnce();
      return renewed === refused ? undefined : renewed;
    },
  };
}
