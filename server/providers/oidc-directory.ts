// What is known of OpenID providers: discovered once, kept for a while, asked again seldom, whatever arrives (SEC_S14). No database.
import * as client from 'openid-client';
import type { OidcConfig } from '../../shared/providers/provider.ts';
import type { OutgoingFetch } from './outgoing.ts';
import { OutgoingError } from './outgoing.ts';
import { ProviderProblem } from './problem.ts';

/** A provider as far as discovery needs it. */
export interface OidcClient {
  /** Names this state of the set-up: another version is discovered anew. */
  readonly key: string;
  readonly config: OidcConfig;
  readonly secret: string | undefined;
}

/** What is known of OpenID providers. */
export interface OidcDirectory {
  /** The provider's own description, discovered where it is not known or old. @throws {OutgoingError}; {ProviderProblem}; errors of `openid-client`. */
  configurationOf(provider: OidcClient): Promise<client.Configuration>;
}

/** How long a description is kept, and how long a failure, in milliseconds. */
const KEPT = 60 * 60_000;
const FAILURE_KEPT = 5000;
/** How many descriptions are kept. */
const MOST = 500;
/** How long one request may take, in seconds; a little more than the way out allows. */
const PATIENCE = 12;
/** How far clocks may be apart, in seconds. */
const TOLERANCE = 60;

interface Entry {
  readonly configuration: Promise<client.Configuration>;
  until: number;
}

/** Makes a directory that asks through `fetch`. */
export function createOidcDirectory({
  fetch,
  isPlainAllowed,
  now,
}: {
  readonly fetch: OutgoingFetch;
  readonly isPlainAllowed: boolean;
  readonly now: () => number;
}): OidcDirectory {
  const known = new Map<string, Entry>();
  return {
    configurationOf: (provider) => {
      const entry = known.get(provider.key);
      if (entry !== undefined && entry.until > now()) return entry.configuration;
      const configuration = discover(provider, fetch, isPlainAllowed);
      const fresh: Entry = { configuration, until: now() + KEPT };
      known.delete(provider.key);
      known.set(provider.key, fresh);
      if (known.size > MOST) known.delete(known.keys().next().value!);
      // Kept a moment too: a provider that is down is not asked once for each person who comes.
      configuration.catch(() => (fresh.until = now() + FAILURE_KEPT));
      return configuration;
    },
  };
}

async function discover(
  { config, secret }: OidcClient,
  fetch: OutgoingFetch,
  isPlainAllowed: boolean,
): Promise<client.Configuration> {
  const issuer = new URL(config.issuer);
  const configuration = await client.discovery(
    issuer,
    config.clientId,
    { [client.clockTolerance]: TOLERANCE },
    (as, metadata, body, headers) => authentication(secret, as)(as, metadata, body, headers),
    {
      [client.customFetch]: once(fetch),
      timeout: PATIENCE,
      // The signature counts also where the answer came over TLS (SEC_S05).
      execute: [client.enableNonRepudiationChecks, ...(isPlainAllowed ? [client.allowInsecureRequests] : [])],
    },
  );
  const metadata = configuration.serverMetadata();
  // The library knows providers that name every tenant at once; here an issuer is one issuer.
  if (new URL(metadata.issuer).href !== issuer.href)
    throw new ProviderProblem(
      'The provider calls itself by another name than the issuer that is entered here. Enter it exactly as its documentation says.',
    );
  for (const address of [metadata.authorization_endpoint, metadata.token_endpoint, metadata.jwks_uri])
    if (address === undefined || !isWebAddress(address, isPlainAllowed))
      throw new ProviderProblem('The provider’s own description lacks an address that signing in needs.');
  return configuration;
}

function isWebAddress(address: string, isPlainAllowed: boolean): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol } = new URL(address);
  return protocol === 'https:' || (isPlainAllowed && protocol === 'http:');
}

/** How the client proves itself: as the provider says it may, in the header where it does not say. */
function authentication(secret: string | undefined, as: client.ServerMetadata): client.ClientAuth {
  if (secret === undefined) return client.None();
  const methods = as.token_endpoint_auth_methods_supported;
  const isHeaderTaken = methods === undefined || methods.includes('client_secret_basic');
  return isHeaderTaken ? client.ClientSecretBasic(secret) : client.ClientSecretPost(secret);
}

/** The way out in the library's shape; what is asked for while the same is under way gets the same answer. */
function once(fetch: OutgoingFetch): client.CustomFetch {
  const underWay = new Map<string, Promise<Response>>();
  return async (url, { method, headers, body }) => {
    const request = { method, headers, body: textOfBody(body, url) };
    if (method !== 'GET' || 'authorization' in headers) return fetch(url, request);
    let answer = underWay.get(url);
    if (answer === undefined) {
      answer = fetch(url, request).finally(() => underWay.delete(url));
      underWay.set(url, answer);
    }
    return (await answer).clone();
  };
}

function textOfBody(body: client.FetchBody, url: string): string | undefined {
  if (body === undefined || body === null) return undefined;
  if (typeof body === 'string' || body instanceof URLSearchParams) return body.toString();
  throw new OutgoingError('unreachable', new URL(url).hostname);
}
