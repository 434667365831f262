// Host tokens as a host's backend makes them, without any library that could look after us.
import { createHmac, randomUUID } from 'node:crypto';

/** A key of a host. */
export interface HostKey {
  readonly id: string;
  readonly secret: string;
}

/** A token by `key` with the usual claims and `claims` over them, for a person who just signed in to the host; `now` in milliseconds. */
export function hostToken(key: HostKey, now: number, claims: Record<string, unknown>): string {
  const seconds = Math.floor(now / 1000);
  const payload = {
    iss: key.id,
    iat: seconds,
    exp: seconds + 300,
    jti: randomUUID(),
    auth_time: seconds,
    ...claims,
  };
  const body = [{ alg: 'HS256', kid: key.id }, payload]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');
  return `${body}.${createHmac('sha256', key.secret).update(body).digest('base64url')}`;
}
