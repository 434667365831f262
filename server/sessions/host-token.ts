// Host tokens: a short JWT by which a host's backend says who is asking. It names a person, never a right.
import type { JWTPayload } from 'jose';
import { decodeProtectedHeader, errors, jwtVerify } from 'jose';
import { checkAddress } from '../../shared/emails/address.ts';
import type { HostKeyId, MemberId, WorkspaceId } from '../../shared/ids.ts';
import { fail } from '../../shared/errors.ts';
import type { Caller } from '../context.ts';
import type { Sql } from '../db/database.ts';
import { first } from '../db/database.ts';
import { hostKeySecret } from './host-keys.ts';

/** The longest life of a host token, in seconds. */
const MAX_LIFE = 15 * 60;
/** How far the host's clock may be off, in seconds. */
const CLOCK_TOLERANCE = 60;

/** What a verified token says. */
export interface HostToken {
  readonly caller: Caller & { kind: 'subject' | 'host' };
  readonly workspaceId: WorkspaceId | null;
  /** The membership to link the subject to, where the token's address is a member's who has no subject yet. */
  readonly link: MemberId | null;
}

/** How tokens are checked. */
export interface HostTokenOptions {
  readonly sql: Sql;
  readonly secret: string;
  /** What a token must name as its audience: the deployment's base URL. */
  readonly audience: string;
  readonly now: () => number;
}

/**
 * Verifies a host token: fixed algorithm, issuer and key id, audience, expiry, at most 15 minutes of life.
 *
 * With `sub` it stands for a person in the workspace it names; with `scope: "workspaces"` for the host itself.
 * @throws {AppError} `token_invalid` for anything else, without saying what.
 */
export async function verifyHostToken(token: string, options: HostTokenOptions): Promise<HostToken> {
  const { keyId, payload } = await verify(token, options);
  const workspaceId = workspaceNamed(payload['workspace']);
  if (workspaceId !== null && !(await isCovered(options.sql, keyId, workspaceId))) fail('token_invalid');
  // Claims have whatever type the host gave them.
  const subject: unknown = payload.sub;
  if (payload['scope'] === 'workspaces' && subject === undefined) {
    return { caller: { kind: 'host', hostKeyId: keyId }, workspaceId, link: null };
  }
  if (!isSubject(subject) || workspaceId === null) fail('token_invalid');
  const caller = {
    kind: 'subject',
    hostKeyId: keyId,
    subject,
    issuedAt: payload.iat! * 1000,
    authenticatedAt: authenticationTime(payload['auth_time']),
  } as const;
  return {
    caller,
    workspaceId,
    link: await memberToLink(options.sql, keyId, workspaceId, subject, payload['email']),
  };
}

async function verify(
  token: string,
  options: HostTokenOptions,
): Promise<{ keyId: HostKeyId; payload: JWTPayload }> {
  try {
    const { kid } = decodeProtectedHeader(token);
    if (typeof kid !== 'string' || !/^[A-Za-z0-9-]{8,64}$/.test(kid)) fail('token_invalid');
    const keyId = kid as HostKeyId;
    const key = await first<{ generation: number }>(
      options.sql,
      'SELECT generation FROM host_keys WHERE id = ? AND revoked_at IS NULL',
      [keyId],
    );
    if (key === undefined) fail('token_invalid');
    const secret = new TextEncoder().encode(hostKeySecret(options.secret, keyId, key.generation));
    const { payload } = await jwtVerify(token, secret, {
      algorithms: ['HS256'],
      issuer: keyId,
      audience: options.audience,
      requiredClaims: ['exp', 'iat', 'jti'],
      clockTolerance: CLOCK_TOLERANCE,
      currentDate: new Date(options.now()),
    });
    const { exp, iat } = payload as { exp: number; iat: number };
    if (!Number.isInteger(exp) || exp - iat > MAX_LIFE || iat > options.now() / 1000 + CLOCK_TOLERANCE)
      fail('token_invalid');
    return { keyId, payload };
  } catch (error) {
    if (error instanceof errors.JOSEError || error instanceof TypeError || error instanceof SyntaxError)
      fail('token_invalid');
    throw error;
  }
}

/** The workspace in a token; null where it has none. One in any other shape is refused: taken for none, it would widen what the token is for. */
function workspaceNamed(claim: unknown): WorkspaceId | null {
  if (claim === undefined) return null;
  return typeof claim === 'string' && claim.isWellFormed() ? (claim as WorkspaceId) : fail('token_invalid');
}

/** When the host saw the person prove who they are; null where it does not say. */
function authenticationTime(claim: unknown): number | null {
  if (claim === undefined) return null;
  return Number.isSafeInteger(claim) && (claim as number) > 0
    ? (claim as number) * 1000
    : fail('token_invalid');
}

function isSubject(claim: unknown): claim is string {
  return typeof claim === 'string' && claim !== '' && claim.length <= 255 && claim.isWellFormed();
}

async function isCovered(sql: Sql, keyId: HostKeyId, workspaceId: WorkspaceId): Promise<boolean> {
  return (
    (await first(sql, 'SELECT 1 FROM workspaces WHERE id = ? AND host_key_id = ?', [workspaceId, keyId])) !==
    undefined
  );
}

/** The member who has the token's address and no subject of this key yet, where the subject itself is still unknown. */
async function memberToLink(
  sql: Sql,
  keyId: HostKeyId,
  workspaceId: WorkspaceId,
  subject: string,
  email: unknown,
): Promise<MemberId | null> {
  if (typeof email !== 'string') return null;
  const address = checkAddress(email);
  if (!address.ok) return null;
  const row = await first<{ id: MemberId }>(
    sql,
    `SELECT m.id FROM members m WHERE m.workspace_id = ?1 AND m.email_key = ?2
       AND NOT EXISTS (SELECT 1 FROM subjects WHERE member_id = m.id AND host_key_id = ?3)
       AND NOT EXISTS (SELECT 1 FROM subjects WHERE host_key_id = ?3 AND workspace_id = ?1 AND subject = ?4)`,
    [workspaceId, address.key, keyId, subject],
  );
  return row?.id ?? null;
}
