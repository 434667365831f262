// The three kinds of providers behind one pair of questions: where the browser goes, and whom the answer vouches for.
import { fail } from '../../shared/errors.ts';
import type { UseCaseContext } from '../context.ts';
import type { Attempt } from './attempts.ts';
import type { OAuthProvider } from './oauth.ts';
import { oauthAddress, oauthPerson } from './oauth.ts';
import type { Journey, OidcProvider } from './oidc.ts';
import { oidcAddress, oidcPerson } from './oidc.ts';
import type { Person } from './person.ts';
import type { SamlProvider } from './saml.ts';
import { samlAddress } from './saml.ts';
import { secretPurpose } from './set-up.ts';
import { audienceOf, callbackUrl } from './sign-on.ts';
import type { StoredProvider } from './store.ts';

type ReachContext = Pick<UseCaseContext, 'signOn' | 'sealer' | 'settings'>;

/**
 * Where the browser goes to sign in. Asks the provider first where it has to be found out.
 * @param isAgain - Whether the person is to prove anew who they are, as far as the protocol has a word for it.
 * @throws what asking throws.
 */
export async function addressOf(
  ctx: ReachContext,
  provider: StoredProvider,
  attempt: Pick<Attempt, 'id' | 'nonce' | 'verifier'>,
  isAgain = false,
): Promise<string> {
  const journey = { ...journeyOf(ctx, provider, attempt), isAgain };
  if (provider.config.kind === 'oidc') return oidcAddress(oidcOf(ctx, provider), journey);
  if (provider.config.kind === 'oauth2') return oauthAddress(oauthOf(ctx, provider), journey);
  return samlAddress(samlOf(ctx, provider), attempt.id, isAgain);
}

/** Whom the answer in a callback's query vouches for. @throws what asking and checking throw; {AppError} `provider_refused` for a provider that answers in another way. */
export async function personOf(
  ctx: ReachContext,
  provider: StoredProvider,
  attempt: Pick<Attempt, 'id' | 'nonce' | 'verifier'>,
  query: string,
): Promise<Person> {
  const journey = journeyOf(ctx, provider, attempt);
  if (provider.config.kind === 'oidc') return oidcPerson(oidcOf(ctx, provider), journey, query);
  if (provider.config.kind === 'oauth2') return oauthPerson(oauthOf(ctx, provider), journey, query);
  return fail('provider_refused');
}

/** A SAML provider with what it knows of us. @throws {AppError} `provider_not_found` for one of another kind. */
export function samlOf(
  { settings }: Pick<UseCaseContext, 'settings'>,
  provider: StoredProvider,
): SamlProvider {
  const { config, id } = provider;
  if (config.kind !== 'saml') return fail('provider_not_found');
  const { baseUrl } = settings;
  return { config, callbackUrl: callbackUrl(baseUrl, id, 'saml'), audience: audienceOf(baseUrl, id) };
}

function journeyOf(
  { settings }: ReachContext,
  { id: providerId, config }: StoredProvider,
  { id, nonce, verifier }: Pick<Attempt, 'id' | 'nonce' | 'verifier'>,
): Journey {
  return { state: id, nonce, verifier, callbackUrl: callbackUrl(settings.baseUrl, providerId, config.kind) };
}

function oidcOf(ctx: ReachContext, provider: StoredProvider): OidcProvider {
  const { id, version, config } = provider;
  if (config.kind !== 'oidc') return fail('provider_not_found');
  return { key: `${id}:${version}`, config, secret: secretOf(ctx, provider), oidc: ctx.signOn.oidc };
}

function oauthOf(ctx: ReachContext, provider: StoredProvider): OAuthProvider {
  const { config } = provider;
  if (config.kind !== 'oauth2') return fail('provider_not_found');
  return { config, secret: secretOf(ctx, provider), fetch: ctx.signOn.fetch };
}

function secretOf({ sealer }: ReachContext, { id, sealed }: StoredProvider): string | undefined {
  return sealed === null ? undefined : sealer.unseal(secretPurpose(id), sealed);
}
