// The backend of the host application: it knows its people and says who is asking, by a short token signed with its key.
import { randomUUID } from 'node:crypto';
import { SignJWT } from 'jose';

/** How long a token lives, in seconds. Short, so that the widget's renewal is part of what the demo shows. */
const LIFE = 5 * 60;

/** What a host is configured with: its key, where the user administration is, and which workspace is meant. */
export interface HostSettings {
  readonly keyId: string;
  readonly secret: string;
  readonly audience: string;
  readonly workspaceId: string;
  /** The other workspaces of the same people, for acts that name several; none by default. */
  readonly also?: readonly string[];
}

/**
 * Signs a token that names a person and a workspace, and nothing about rights: `now`, and when the person last signed in to the host,
 * in milliseconds. Without the latter the most sensitive acts stay shut.
 */
export function signHostToken(
  host: HostSettings,
  email: string,
  now: number,
  signedInAt = now,
): Promise<string> {
  const issuedAt = Math.floor(now / 1000);
  return new SignJWT({
    workspace: host.workspaceId,
    ...(host.also !== undefined && host.also.length > 0 && { workspaces: host.also }),
    email,
    auth_time: Math.floor(signedInAt / 1000),
  })
    .setProtectedHeader({ alg: 'HS256', kid: host.keyId })
    .setIssuer(host.keyId)
    .setAudience(host.audience)
    .setSubject(subjectOf(email))
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + LIFE)
    .setJti(randomUUID())
    .sign(new TextEncoder().encode(host.secret));
}

/** The host's own stable id of a person; this host's people are known by the first part of their address. */
function subjectOf(email: string): string {
  return `person-${email.replace('@', '-at-')}`;
}
