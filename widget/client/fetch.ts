// Puts the proof of who is asking on each request, and renews it once. Bearer and cookie never travel together.
import type { TokenSource } from './token.ts';

/** How long one try may take, in milliseconds; a reply that never comes is a lost one. */
const PATIENCE = 60_000;

/** The fetch of a session: adds the bearer, or relies on the same-origin cookie; asks for a newer token on 401, once. A try ends after `patience` milliseconds. */
export function authorizedFetch(tokens: TokenSource, patience = PATIENCE): typeof fetch {
  return async (input, init) => {
    const send = (token: string | undefined): Promise<Response> => {
      const headers = new Headers(init?.headers);
      if (token !== undefined) headers.set('authorization', `Bearer ${token}`);
      const late = AbortSignal.timeout(patience);
      return fetch(input, {
        ...init,
        headers,
        signal: init?.signal ? AbortSignal.any([init.signal, late]) : late,
        credentials: token === undefined ? 'same-origin' : 'omit',
        cache: 'no-store',
      });
    };
    const known = tokens.current();
    // Without a wait where there is none, so that the first question is asked before anything is drawn.
    // A page may have put another Promise in the place of the browser's, so that none of ours is one.
    const token = typeof known === 'object' ? await known : known;
    const response = await send(token);
    if (response.status !== 401 || token === undefined) return response;
    const renewed = await tokens.renew(token);
    return renewed === undefined ? response : send(renewed);
  };
}
