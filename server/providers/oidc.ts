// OpenID Connect: where the browser is sent, and whom the provider's answer vouches for.
import * as client from 'openid-client';
import type { OidcConfig } from '../../shared/providers/provider.ts';
import type { OidcDirectory } from './oidc-directory.ts';
import type { Person } from './person.ts';
import { claimOf, groupsOf, subjectOf, textOf } from './person.ts';
import { ProviderProblem } from './problem.ts';

/** What belongs to one journey: nothing of it is said twice. */
export interface Journey {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly callbackUrl: string;
  /** Whether the person is to prove anew who they are. */
  readonly isAgain?: boolean;
}

/** A provider with the way to it. */
export interface OidcProvider {
  readonly key: string;
  readonly config: OidcConfig;
  readonly secret: string | undefined;
  readonly oidc: OidcDirectory;
}

/** Where the browser goes to sign in. @throws what `OidcDirectory` throws. */
export async function oidcAddress(provider: OidcProvider, journey: Journey): Promise<string> {
  const configuration = await provider.oidc.configurationOf(provider);
  const address = client.buildAuthorizationUrl(configuration, {
    redirect_uri: journey.callbackUrl,
    scope: provider.config.scopes.join(' '),
    state: journey.state,
    nonce: journey.nonce,
    code_challenge: await client.calculatePKCECodeChallenge(journey.verifier),
    code_challenge_method: 'S256',
    // With an age asked for, the answer has to say when it was; what the browser strips from the wish is missing there.
    ...(journey.isAgain === true ? { prompt: 'login', max_age: '0' } : {}),
  });
  return address.href;
}

/**
 * Whom the answer in `query` vouches for. Checked: state, issuer of the answer, PKCE, and of the ID token signature,
 * algorithm, issuer, audience, authorised party, times and nonce (SEC_S03, SEC_S04, SEC_S05).
 * @throws what `OidcDirectory` throws.
 */
export async function oidcPerson(provider: OidcProvider, journey: Journey, query: string): Promise<Person> {
  const configuration = await provider.oidc.configurationOf(provider);
  const tokens = await client.authorizationCodeGrant(
    configuration,
    new URL(`${journey.callbackUrl}${query}`),
    {
      expectedState: journey.state,
      expectedNonce: journey.nonce,
      pkceCodeVerifier: journey.verifier,
      idTokenExpected: true,
    },
  );
  const token = tokens.claims();
  const subject = subjectOf(token?.sub);
  if (token === undefined || subject === undefined)
    throw new ProviderProblem('The provider’s answer does not say who it is: the claim “sub” is missing.');
  const { groupsClaim } = provider.config;
  const isWhole =
    claimOf(token, 'email') !== undefined &&
    (groupsClaim === '' || claimOf(token, groupsClaim) !== undefined);
  // Some say no more in the ID token than who it is, and the rest where one asks with the access token.
  const info =
    isWhole || configuration.serverMetadata().userinfo_endpoint === undefined
      ? {}
      : await client.fetchUserInfo(configuration, tokens.access_token, subject);
  // Address and whether it is verified come from one document, never half from each (SEC_S02).
  const said = claimOf(token, 'email') === undefined ? info : token;
  return {
    issuer: token.iss,
    subject,
    email: textOf(claimOf(said, 'email')),
    isEmailVerified: claimOf(said, 'email_verified') === true,
    name: textOf(claimOf(token, 'name')) || textOf(claimOf(info, 'name')),
    groups: groupsOf(claimOf(token, groupsClaim) ?? claimOf(info, groupsClaim)),
    authenticatedAt: typeof token.auth_time === 'number' ? token.auth_time * 1000 : null,
  };
}
