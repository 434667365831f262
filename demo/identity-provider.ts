// A real OpenID provider, so that signing in through one can be tried: it asks who one wants to be, and nothing else.
import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { exportJWK, generateKeyPair } from 'jose';
import type { Configuration, KoaContextWithOIDC } from 'oidc-provider';
import Provider from 'oidc-provider';
import { ACCOUNTS } from './identity-accounts.ts';
import { chooserPage } from './identity-page.ts';

/** Where the provider stands under the demo's address. */
export const PROVIDER_PATH = '/identity';

/** A client of the provider: one user administration of the demo. */
export interface ProviderClient {
  readonly id: string;
  readonly secret: string;
  readonly callbackUrls: readonly string[];
}

/** The provider, as a part of the demo's server. */
export interface IdentityProvider {
  /** Answers a request under `PROVIDER_PATH`. @returns Whether it was one. */
  handle(request: IncomingMessage, response: ServerResponse): boolean;
}

/** Makes the provider that is reached under `url`; its keys are new at each start. */
export async function createIdentityProvider(
  url: string,
  clients: readonly ProviderClient[],
): Promise<IdentityProvider> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const provider = new Provider(`${url}${PROVIDER_PATH}`, {
    ...BEHAVIOUR,
    clients: clients.map(({ id, secret, callbackUrls }) => ({
      client_id: id,
      client_secret: secret,
      redirect_uris: [...callbackUrls],
    })),
    cookies: { keys: [randomBytes(32).toString('base64url')] },
    jwks: { keys: [{ ...(await exportJWK(privateKey)), alg: 'RS256', use: 'sig' }] },
    interactions: { url: (_ctx, { uid }) => `${PROVIDER_PATH}/choose/${uid}` },
  });
  const answer = provider.callback();
  return {
    handle: (request, response) => {
      const path = request.url ?? '';
      if (!path.startsWith(`${PROVIDER_PATH}/`)) return false;
      if (path.startsWith(`${PROVIDER_PATH}/choose/`)) void choose(provider, request, response);
      else void answer(...mounted(request), response);
      return true;
    },
  };
}

const BEHAVIOUR: Configuration = {
  claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'], groups: ['groups'] },
  scopes: ['openid', 'email', 'profile', 'groups'],
  conformIdTokenClaims: false,
  pkce: { required: () => true },
  features: { devInteractions: { enabled: false } },
  ttl: { Session: 600, Interaction: 600, Grant: 600, IdToken: 300, AccessToken: 300 },
  findAccount: (_ctx, id) => {
    const account = ACCOUNTS.find(({ sub }) => sub === id);
    return account && { accountId: id, claims: () => ({ ...account }) };
  },
  // Nobody is asked whether they agree: both sides of the demo belong to the same company.
  loadExistingGrant: async ({ oidc }: KoaContextWithOIDC) => {
    const grant = new oidc.provider.Grant({
      clientId: oidc.client!.clientId,
      accountId: oidc.session!.accountId!,
    });
    grant.addOIDCScope('openid email profile groups');
    await grant.save();
    return grant;
  },
};

/** The request as the provider wants it where it does not stand at the root. */
function mounted(request: IncomingMessage): [IncomingMessage] {
  const whole = request.url!;
  return [
    Object.assign(request, {
      originalUrl: whole,
      url: whole.slice(PROVIDER_PATH.length),
      baseUrl: PROVIDER_PATH,
    }),
  ];
}

/** Shows who one can be, and goes back as whoever was chosen. */
async function choose(provider: Provider, request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    const { params } = await provider.interactionDetails(request, response);
    const account = new URL(request.url!, 'http://localhost').searchParams.get('as');
    if (account === null) {
      response.setHeader('Content-Type', 'text/html; charset=utf-8');
      response.setHeader('Cache-Control', 'no-store');
      response.end(
        chooserPage(ACCOUNTS, typeof params['login_hint'] === 'string' ? params['login_hint'] : ''),
      );
      return;
    }
    await provider.interactionFinished(request, response, { login: { accountId: account } });
  } catch {
    // The journey is over or was never begun here: there is nothing to go back to.
    response.statusCode = 410;
    response.end('This sign-in has ended. Go back and begin again.');
  }
}
