// A real OpenID provider for tests: whoever comes is signed in as the person that the test set.
import { generateKeyPairSync } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ClientMetadata, Configuration, KoaContextWithOIDC } from 'oidc-provider';
import Provider from 'oidc-provider';
import type { Listening } from './listen.ts';
import { listen } from './listen.ts';

/** What the provider says of a person, beside who it is. */
export type Claims = Readonly<Record<string, unknown>> & { readonly sub: string };

/** An OpenID provider that runs. */
export interface OpenIdProvider extends Listening {
  /** Whom the next ones who come are. */
  person: Claims;
  /** How often each path was asked for. */
  readonly asked: Map<string, number>;
  /** Lets a client in, once its callback is known. */
  admit(client: { id: string; secret?: string; callbackUrl: string }): void;
  /** Does what a browser does with the address: signs in, and gives the address that it is sent back to. */
  visit(address: string): Promise<string>;
  /** What is changed in answers before they go out. */
  tamper: ((path: string, body: string) => string) | undefined;
}

/** Starts a provider. */
export async function startOpenId(more: Configuration = {}): Promise<OpenIdProvider> {
  const clients: ClientMetadata[] = [];
  let provider: Provider | undefined;
  const own = { person: { sub: 'nobody' } as Claims, tamper: undefined as OpenIdProvider['tamper'] };
  const asked = new Map<string, number>();
  const listening = await listen((request, response) => {
    const path = request.url!.split('?', 1)[0]!;
    asked.set(path, (asked.get(path) ?? 0) + 1);
    provider ??= make(listening.url, clients, () => self.person, more);
    if (path.startsWith('/interaction/'))
      return void interact(provider, () => self.person, request, response);
    if (self.tamper !== undefined) change(response, (body) => self.tamper!(path, body));
    void provider.callback()(request, response);
  });
  const self: OpenIdProvider = Object.assign(own, listening, {
    asked,
    admit: ({ id, secret, callbackUrl }: { id: string; secret?: string; callbackUrl: string }) => {
      clients.push({
        client_id: id,
        redirect_uris: [callbackUrl],
        ...(secret === undefined ? { token_endpoint_auth_method: 'none' } : { client_secret: secret }),
      });
      provider = undefined;
    },
    visit: (address: string) => visit(address, listening.url),
  });
  return self;
}

/** The key that the provider signs with. */
export const KEY = {
  ...generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' }),
  kid: 'the key of the tests',
  alg: 'RS256',
  use: 'sig',
};

function make(url: string, clients: ClientMetadata[], person: () => Claims, more: Configuration): Provider {
  return new Provider(url, {
    clients,
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'], groups: ['groups'] },
    scopes: ['openid', 'email', 'profile', 'groups'],
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    cookies: { keys: ['for tests only'] },
    jwks: { keys: [KEY] },
    ttl: { Session: 600, Interaction: 600, Grant: 600, IdToken: 300, AccessToken: 300 },
    interactions: { url: (_ctx, { uid }) => `/interaction/${uid}` },
    findAccount: (_ctx, id) => {
      const claims = person();
      return { accountId: id, claims: () => ({ ...claims, sub: id }) };
    },
    loadExistingGrant: async ({ oidc }: KoaContextWithOIDC) => {
      const grant = new oidc.provider.Grant({
        clientId: oidc.client!.clientId,
        accountId: oidc.session!.accountId!,
      });
      grant.addOIDCScope('openid email profile groups');
      await grant.save();
      return grant;
    },
    ...more,
  });
}

async function interact(
  provider: Provider,
  person: () => Claims,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  await provider.interactionFinished(
    request,
    response,
    { login: { accountId: person().sub } },
    { mergeWithLastSubmission: false },
  );
}

/** Changes a body before it is sent. */
function change(response: ServerResponse, by: (body: string) => string): void {
  const end = response.end.bind(response) as (body?: unknown) => ServerResponse;
  response.end = ((body?: unknown) => {
    if (body === undefined || typeof body === 'function') return end(body);
    const changed = by(String(body as string));
    response.setHeader('Content-Length', Buffer.byteLength(changed));
    return end(changed);
  }) as ServerResponse['end'];
}

/** Follows the provider's own redirects, with its cookies, until it sends the browser elsewhere. */
async function visit(address: string, origin: string): Promise<string> {
  const cookies = new Map<string, string>();
  let next = address;
  for (let step = 0; step < 10; step += 1) {
    if (!next.startsWith(origin)) return next;
    const response = await fetch(next, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [pair = ''] = cookie.split(';', 1);
      cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    }
    const to = response.headers.get('location');
    if (to === null)
      throw new Error(`The provider stopped with ${response.status}: ${await response.text()}`);
    next = new URL(to, next).href;
  }
  throw new Error('The provider leads around in circles');
}
