// SAML 2.0: where the browser is sent, and whom a posted response vouches for.
import type { SAML } from '@node-saml/node-saml';
import type { SamlConfig } from '../../shared/providers/provider.ts';
import { assertPlain, requestIdOf } from './saml-text.ts';
import { readAssertion } from './saml-assertion.ts';
import type { Person } from './person.ts';
import { ProviderProblem } from './problem.ts';

/** A provider with what it knows of us. */
export interface SamlProvider {
  readonly config: SamlConfig;
  /** Where its responses are posted to. */
  readonly callbackUrl: string;
  /** What it calls this server. */
  readonly audience: string;
}

/** How far clocks may be apart, in milliseconds. */
const TOLERANCE = 60_000;

/** Where the browser goes to sign in; the response has to name `attempt`. */
export async function samlAddress(
  provider: SamlProvider,
  attempt: string,
  isAgain: boolean,
): Promise<string> {
  return (await serviceOf(provider, attempt, isAgain)).getAuthorizeUrlAsync('', undefined, {});
}

/** The attempt that a posted response says it answers; undefined where it names none. Nothing else of it is believed. @throws {ProviderProblem} for what is no response at all. */
export function attemptOf(response: string): string | undefined {
  const id = requestIdOf(assertPlain(response));
  return id?.startsWith('_') === true ? id.slice(1) : undefined;
}

/**
 * Whom the response vouches for: one assertion, signed by the provider, made for us, for this very journey and for now.
 * @throws {ProviderProblem}.
 */
export async function samlPerson(
  provider: SamlProvider,
  attempt: string,
  response: string,
  now: number,
): Promise<Person> {
  assertPlain(response);
  const assertion = await verifiedAssertion(await serviceOf(provider, attempt), response);
  if (assertion === undefined) throw new ProviderProblem('The provider’s response holds no assertion.');
  // Only what the signature covers is read from here on.
  return readAssertion(assertion, { ...provider, requestId: `_${attempt}`, now, tolerance: TOLERANCE });
}

async function verifiedAssertion(service: SAML, response: string): Promise<unknown> {
  try {
    const { profile } = await service.validatePostResponseAsync({ SAMLResponse: response });
    return profile?.getAssertion?.();
  } catch (error) {
    const text = error instanceof Error ? error.message : '';
    throw new ProviderProblem(SENTENCES.find(([pattern]) => pattern.test(text))?.[1] ?? UNCLEAR, {
      cause: error,
    });
  }
}

/** What the library finds wrong, in words for whoever set the provider up. */
const SENTENCES: readonly (readonly [RegExp, string])[] = [
  [/audience/i, 'The assertion was made for another audience. Enter the one shown here there.'],
  [
    /expired|not yet valid|subject confirmation/i,
    'The assertion is too old or from the future. Check the clocks.',
  ],
  [
    /InResponseTo/,
    'The response does not answer this request. People have to begin here, and not at the provider.',
  ],
  [/signature/i, 'The signature does not match the certificates that are entered here.'],
];
const UNCLEAR = 'The provider’s response could not be verified.';

/** What the provider has to know of us. */
export async function samlMetadata(provider: SamlProvider): Promise<string> {
  return (await serviceOf(provider, 'metadata')).generateServiceProviderMetadata(null, null);
}

async function serviceOf(
  { config, callbackUrl, audience }: SamlProvider,
  attempt: string,
  isAgain = false,
): Promise<SAML> {
  // Loaded where it is needed: it takes as long as all the rest of a start, and most deployments have no such provider.
  const { SAML: Service, ValidateInResponseTo } = await import('@node-saml/node-saml');
  const requestId = `_${attempt}`;
  return new Service({
    callbackUrl,
    issuer: audience,
    audience,
    idpCert: [...config.certificates],
    idpIssuer: config.entityId,
    entryPoint: config.signOnUrl,
    wantAssertionsSigned: true,
    wantAuthnResponseSigned: false,
    identifierFormat: null,
    disableRequestedAuthnContext: true,
    forceAuthn: isAgain,
    signatureAlgorithm: 'sha256',
    acceptedClockSkewMs: TOLERANCE,
    generateUniqueId: () => requestId,
    // The one journey that this response may answer; what it was used for is known to the database.
    validateInResponseTo: ValidateInResponseTo.always,
    cacheProvider: {
      saveAsync: async (_key, value) => ({ value, createdAt: Date.now() }),
      getAsync: async (key) => (key === requestId ? new Date().toISOString() : null),
      removeAsync: async (key) => key,
    },
  });
}
