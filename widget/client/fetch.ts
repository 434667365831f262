// Puts the proof of who is asking on each request, and renews it once. Bearer and cookie never travel together.
import type { TokenSource } from './token.ts';

/** How long one try may take, in milliseconds; a reply that never comes is a lost one. */
const PATIENCE = 60_000;

/** The fetch of a session: adds the bearer, or relies on the same-origin cookie; asks for a newer token on 401, once. */
export function authorizedFetch(tokens: TokenSource): typeof fetch {
  return async (input, init) => {
    const token = await tokens.current();
    const response = await send(input, init, token);
    if (response.status !== 401 || token === undefined) return response;
    const renewed = await tokens.renew(token);
    return renewed === undefined ? response : send(input, init, renewed);
  };
}

function send(
  input: RequestInfo | URL,
  init: RequestInit | undefined,
  token: string | undefined,
): Promise<Response> {
  const headers = new Headers(init?.headers);
  if (token !== undefined) headers.set('authorization', `Bearer ${token}`);
  const patience = AbortSignal.timeout(PATIENCE);
  const signal = init?.signal ? AbortSignal.any([init.signal, patience]) : patience;
  return fetch(input, {
    ...init,
    headers,
    signal,
    credentials: token === undefined ? 'same-origin' : 'omit',
    cache: 'no-store',
  });
}
