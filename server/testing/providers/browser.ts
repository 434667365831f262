// A browser as far as single sign-on needs one: cookies, and going where it is sent.
import type { Answer, Deployment } from '../deployment.ts';
import { BASE_URL } from '../deployment.ts';

/** A browser of one person. */
export interface Browser {
  readonly cookies: Map<string, string>;
  /** Goes to an address of the deployment by GET, as a person or another site leads there. */
  open(address: string, headers?: Record<string, string>): Promise<Answer & { readonly to: string | null }>;
  /** Posts a form from `origin`, the deployment's own by default. */
  post(
    address: string,
    fields: Record<string, string>,
    origin?: string,
  ): Promise<Answer & { readonly to: string | null }>;
}

const ORIGIN = new URL(BASE_URL).origin;

/** Opens a browser without any cookie. */
export function openBrowser(site: Deployment): Browser {
  const cookies = new Map<string, string>();
  const send = async (
    address: string,
    init: RequestInit,
  ): Promise<Answer & { readonly to: string | null }> => {
    const url = new URL(address, BASE_URL);
    if (url.origin !== ORIGIN) throw new Error(`Not a page of the deployment: ${address}`);
    const answer = await site.request(`${url.pathname}${url.search}`, init);
    for (const cookie of answer.headers.getSetCookie()) keep(cookies, cookie);
    return { ...answer, to: answer.headers.get('Location') };
  };
  const cookie = (): string => [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  return {
    cookies,
    open: (address, headers = {}) => send(address, { headers: { Cookie: cookie(), ...headers } }),
    post: (address, fields, origin = ORIGIN) =>
      send(address, {
        method: 'POST',
        headers: {
          Origin: origin,
          'Content-Type': 'application/x-www-form-urlencoded',
          // What comes from another site comes without cookies.
          ...(origin === ORIGIN ? { Cookie: cookie() } : {}),
        },
        body: new URLSearchParams(fields).toString(),
      }),
  };
}

function keep(cookies: Map<string, string>, cookie: string): void {
  const [pair = '', ...attributes] = cookie.split(';').map((part) => part.trim());
  const name = pair.slice(0, pair.indexOf('='));
  const value = pair.slice(pair.indexOf('=') + 1);
  if (value === '' || attributes.some((attribute) => /^max-age=0$/i.test(attribute))) cookies.delete(name);
  else cookies.set(name, value);
}
