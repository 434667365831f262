// Plain OAuth 2.0: where the browser is sent, and who the user-info endpoint says it was.
import { createHash } from 'node:crypto';
import type { OAuthConfig } from '../../shared/providers/provider.ts';
import type { Journey } from './oidc.ts';
import type { OutgoingFetch } from './outgoing.ts';
import type { Person } from './person.ts';
import { claimOf, groupsOf, subjectOf, textOf } from './person.ts';
import { ProviderProblem } from './problem.ts';

/** A provider with the way to it. */
export interface OAuthProvider {
  readonly config: OAuthConfig;
  readonly secret: string | undefined;
  readonly fetch: OutgoingFetch;
}

/** Where the browser goes to sign in. */
export function oauthAddress({ config }: OAuthProvider, journey: Journey): string {
  const address = new URL(config.authorizeUrl);
  const parameters = {
    response_type: 'code',
    client_id: config.clientId,
    redirect_uri: journey.callbackUrl,
    state: journey.state,
    code_challenge: createHash('sha256').update(journey.verifier).digest('base64url'),
    code_challenge_method: 'S256',
    ...(config.scopes.length === 0 ? {} : { scope: config.scopes.join(' ') }),
  };
  for (const [name, value] of Object.entries(parameters)) address.searchParams.set(name, value);
  return address.href;
}

/** Whom the answer in `query` stands for; its state was checked before. @throws {OutgoingError}; {ProviderProblem}. */
export async function oauthPerson(provider: OAuthProvider, journey: Journey, query: string): Promise<Person> {
  const { config } = provider;
  const info = await userInfo(provider, await accessToken(provider, journey, query));
  const subject = subjectOf(claimOf(info, config.idField));
  if (subject === undefined)
    throw new ProviderProblem(`The provider’s answer has no field “${config.idField}” that says who it is.`);
  return {
    issuer: issuerOf(config),
    subject,
    email: textOf(claimOf(info, config.emailField)),
    isEmailVerified: isVerified(info, config),
    name: textOf(claimOf(info, config.nameField)),
    groups: groupsOf(claimOf(info, config.groupsClaim)),
    authenticatedAt: null,
  };
}

/** Whether the provider says that the address is verified. It says that of `email` alone, and of no other field that the address was read from. */
function isVerified(info: unknown, { emailField }: OAuthConfig): boolean {
  if (!/(?:^|\.)email$/.test(emailField)) return false;
  return claimOf(info, `${emailField}_verified`) === true;
}

/** There is no issuer in plain OAuth: a subject counts for the server that named it, and for the field that it was read from. */
function issuerOf({ userInfoUrl, idField }: OAuthConfig): string {
  return `${new URL(userInfoUrl).origin}#${idField}`;
}

async function accessToken(
  { config, secret, fetch }: OAuthProvider,
  { callbackUrl, verifier }: Journey,
  query: string,
): Promise<string> {
  const answer = new URLSearchParams(query);
  const error = answer.get('error');
  if (error !== null) throw refusal(error);
  const code = answer.getAll('code');
  if (code.length !== 1 || code[0] === '')
    throw new ProviderProblem('The provider’s answer brought no code.');
  const body = new URLSearchParams({
    grant_type: 'authorization_code',
    code: code[0]!,
    redirect_uri: callbackUrl,
    client_id: config.clientId,
    code_verifier: verifier,
    ...(secret === undefined ? {} : { client_secret: secret }),
  });
  const response = await fetch(config.tokenUrl, {
    method: 'POST',
    headers: { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' },
    body: body.toString(),
  });
  const tokens = await jsonOf(response, 'token');
  const refused = claimOf(tokens, 'error');
  if (typeof refused === 'string') throw refusal(refused);
  const token = textOf(claimOf(tokens, 'access_token'));
  const type = textOf(claimOf(tokens, 'token_type')).toLowerCase();
  // A token that could end the header would write headers of its own.
  if (!response.ok || !/^[\w.~+/=:-]+$/.test(token) || (type !== '' && type !== 'bearer'))
    throw new ProviderProblem('The provider’s token endpoint gave no access token.');
  return token;
}

async function userInfo({ config, fetch }: OAuthProvider, token: string): Promise<unknown> {
  const response = await fetch(config.userInfoUrl, {
    headers: { accept: 'application/json', authorization: `Bearer ${token}`, 'user-agent': 'user-admin' },
  });
  if (!response.ok)
    throw new ProviderProblem(`The user-info endpoint answered with status ${response.status}.`);
  return jsonOf(response, 'user-info');
}

async function jsonOf(response: Response, endpoint: string): Promise<unknown> {
  try {
    return JSON.parse(await response.text());
  } catch {
    throw new ProviderProblem(`The ${endpoint} endpoint did not answer with JSON.`);
  }
}

/** An answer that refuses, in the shape that the sentences are looked up by. */
function refusal(error: string): Error {
  return Object.assign(new Error('The provider refused'), { error });
}
