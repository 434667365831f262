// ID tokens as an attacker, or a provider that is out of order, would make them.
import { createHmac, createPrivateKey, sign } from 'node:crypto';
import { KEY } from './openid.ts';

/** Replaces the ID token in the answer of a token endpoint. */
export function withIdToken(body: string, forge: (token: string) => string): string {
  const answer = JSON.parse(body) as { id_token: string };
  return JSON.stringify({ ...answer, id_token: forge(answer.id_token) });
}

/** What an ID token claims. */
export function claimsOf(token: string): Record<string, unknown> {
  return JSON.parse(Buffer.from(token.split('.')[1]!, 'base64url').toString()) as Record<string, unknown>;
}

/** A token with other claims, signed anew with the provider's own key, or by what `header` says. */
export function resign(
  token: string,
  claims: Record<string, unknown>,
  header: Record<string, unknown> = { alg: 'RS256', kid: KEY.kid },
): string {
  const body = [header, { ...claimsOf(token), ...claims }]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');
  if (header['alg'] === 'none') return `${body}.`;
  const seal =
    header['alg'] === 'HS256'
      ? createHmac('sha256', 'secret of a client').update(body).digest()
      : sign('sha256', Buffer.from(body), createPrivateKey({ key: KEY, format: 'jwk' }));
  return `${body}.${seal.toString('base64url')}`;
}
