// What went wrong on the way to a provider and back: for people signing in one of two refusals, for an administrator who tests it a sentence.
import type { ErrorCode } from '../../shared/errors.ts';
import { AppError } from '../../shared/errors.ts';
import { isDatabaseError } from '../db/database.ts';
import { SealError } from '../settings/seal.ts';
import { OutgoingError } from './outgoing.ts';
import type { OutgoingProblem } from './outgoing.ts';

/** Something at the provider that is not as it must be; the sentence is for whoever set it up. */
export class ProviderProblem extends Error {
  override readonly name = 'ProviderProblem';
}

const OUTGOING: Record<OutgoingProblem, string> = {
  address: 'The address leads to a private network, which is not asked. Enter a public https address.',
  unreachable: 'The provider could not be reached. Check the address.',
  certificate:
    'The certificate of the provider’s server is not valid for its address, or not signed by an authority that is trusted.',
  slow: 'The provider did not answer in time.',
  large: 'The answer of the provider was too large.',
};

/** What providers answer by the codes of OAuth 2.0 and OpenID Connect. */
const ANSWERS: Readonly<Record<string, string>> = {
  invalid_client: 'The provider does not accept the client ID with this secret. Check both.',
  incorrect_client_credentials: 'The provider does not accept the client ID with this secret. Check both.',
  unauthorized_client: 'The provider does not let this client sign people in. Check what is allowed there.',
  redirect_uri_mismatch: 'The provider knows another callback address. Enter the one shown here there.',
  invalid_grant:
    'The provider did not accept its own code. Check that the callback address is entered there as shown here.',
  invalid_scope: 'The provider does not know one of the scopes.',
  access_denied: 'The provider said that access was denied.',
};

/** The sentence for an administrator. Names codes, never values that a provider sent. */
export function problemOf(error: unknown): string {
  for (const cause of causesOf(error)) {
    if (cause instanceof ProviderProblem) return cause.message;
    if (cause instanceof OutgoingError) return OUTGOING[cause.problem];
    const answer = answerIn(cause);
    if (typeof answer === 'string' && /^[\w.-]{1,60}$/.test(answer))
      return Object.hasOwn(ANSWERS, answer) ? ANSWERS[answer]! : `The provider answered with “${answer}”.`;
    const { code } = cause as { code?: unknown };
    if (typeof code === 'string' && Object.hasOwn(CODES, code)) return CODES[code]!;
  }
  return 'The answer of the provider could not be read.';
}

/** The code of an answer: in its body, or where its status is 401 in a header. */
function answerIn(cause: object): unknown {
  const { error, parameters } = cause as { error?: unknown; parameters?: { error?: unknown } };
  return error ?? parameters?.error;
}

/** What OpenID Connect's checks are called. */
const CODES: Readonly<Record<string, string>> = {
  OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED:
    'The provider calls itself by another name than the issuer that is entered here. Enter it exactly as its documentation says.',
  OAUTH_JWT_CLAIM_COMPARISON_FAILED:
    'The provider’s answer was made for somebody else: issuer, client ID or nonce do not match.',
  OAUTH_JWT_TIMESTAMP_CHECK_FAILED: 'The provider’s answer is too old or from the future. Check the clocks.',
  OAUTH_WWW_AUTHENTICATE_CHALLENGE:
    'The provider does not accept the client ID with this secret. Check both.',
  OAUTH_KEY_SELECTION_FAILED: 'The provider signed with a key that it does not publish.',
  OAUTH_INVALID_RESPONSE: 'The provider’s answer is not what OpenID Connect demands.',
  OAUTH_RESPONSE_IS_NOT_CONFORM:
    'Nothing that speaks this protocol answers at the address. Check the issuer.',
  OAUTH_RESPONSE_IS_NOT_JSON: 'Nothing that speaks this protocol answers at the address. Check the issuer.',
};

/** The refusal for the person who wanted to sign in, which tells nothing of the set-up. */
export function refusalOf(error: unknown): ErrorCode {
  for (const cause of causesOf(error)) {
    if (cause instanceof AppError) return cause.code;
    if (cause instanceof OutgoingError) return 'provider_unreachable';
  }
  return 'provider_refused';
}

/** Whether an error is a fault of ours, which has to be reported and not be taken for the provider's: the database's, a secret that does not open, or code that is wrong. */
export function isOwnFault(error: unknown): boolean {
  if (error instanceof SealError || isDatabaseError(error)) return true;
  const isCode = error instanceof TypeError || error instanceof ReferenceError || error instanceof RangeError;
  // What libraries throw about what they were given carries a code.
  return !(error instanceof Error) || (isCode && !('code' in error));
}

function causesOf(error: unknown): object[] {
  const causes: object[] = [];
  let cause = error;
  while (typeof cause === 'object' && cause !== null && causes.length < 5) {
    const list: unknown[] = Array.isArray(cause) ? cause : [cause];
    causes.push(...list.filter((one): one is object => typeof one === 'object' && one !== null));
    ({ cause } = cause as { cause?: unknown });
  }
  return causes;
}
