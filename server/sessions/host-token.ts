// Host tokens: a short JWT by which a host's backend says who is asking. It names a person, never a right.
import type { JWTPayload } from 'jose';
import { checkAddress } from '../../shared/emails/address.ts';
import type { MemberId, WorkspaceId } from '../../shared/ids.ts';
import { fail } from '../../shared/errors.ts';
import { cleanName } from '../../shared/text/name.ts';
import type { Caller } from '../context.ts';
import type { Sql } from '../db/database.ts';
import { first } from '../db/database.ts';
import type { HostTokenOptions } from './host-signature.ts';
import { verifySignature } from './host-signature.ts';

/** What a verified token says. */
export interface HostToken {
  readonly caller: Caller & { kind: 'subject' | 'host' };
  readonly workspaceId: WorkspaceId | null;
  /** The membership to link the subject to, where the token's address is a member's who has no subject yet. */
  readonly link: MemberId | null;
  /** Who it is, where nobody here is known by the subject or the address yet. */
  readonly newcomer: Newcomer | null;
}

/** A person as the host names them. */
export interface Newcomer {
  readonly email: string;
  readonly emailKey: string;
  /** '' where the host gives none, or none that can be stored. */
  readonly name: string;
}

/**
 * Verifies a host token: fixed algorithm, issuer and key id, audience, expiry, at most 15 minutes of life.
 *
 * With `sub` it stands for a person in the workspace it names; with `scope: "workspaces"` for the host itself.
 * @throws {AppError} `token_invalid` for anything else, without saying what.
 */
export async function verifyHostToken(token: string, options: HostTokenOptions): Promise<HostToken> {
  const { keyId, payload, isCovered } = await verifySignature(token, options);
  const workspaceId = workspaceNamed(payload['workspace']);
  if (workspaceId !== null && !isCovered) fail('token_invalid');
  // Claims have whatever type the host gave them.
  const subject: unknown = payload.sub;
  if (payload['scope'] === 'workspaces' && subject === undefined) {
    return { caller: { kind: 'host', hostKeyId: keyId }, workspaceId, link: null, newcomer: null };
  }
  if (!isSubject(subject) || workspaceId === null) fail('token_invalid');
  const caller = {
    kind: 'subject',
    hostKeyId: keyId,
    subject,
    issuedAt: payload.iat! * 1000,
    authenticatedAt: authenticationTime(payload['auth_time']),
    ...(payload['workspaces'] !== undefined && { also: workspacesNamed(payload['workspaces']) }),
  } as const;
  return { caller, workspaceId, ...(await acquaint(options.sql, caller, workspaceId, payload)) };
}

/** The workspace in a token; null where it has none. One in any other shape is refused: taken for none, it would widen what the token is for. */
function workspaceNamed(claim: unknown): WorkspaceId | null {
  if (claim === undefined) return null;
  return typeof claim === 'string' && claim.isWellFormed() ? (claim as WorkspaceId) : fail('token_invalid');
}

/** The most workspaces that one token opens beside its own. */
const MOST_WORKSPACES = 200;

/** The workspaces that a token opens beside the one it is for. What it opens is looked up when it is used. */
function workspacesNamed(claim: unknown): readonly WorkspaceId[] {
  if (!Array.isArray(claim) || claim.length > MOST_WORKSPACES) fail('token_invalid');
  return claim.map((each: unknown) => workspaceNamed(each) ?? fail('token_invalid'));
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

/** What to do about a subject that is unknown here: link it to the member with the token's address, or take it for somebody new. */
async function acquaint(
  sql: Sql,
  { hostKeyId, subject, issuedAt }: Caller & { kind: 'subject' },
  workspaceId: WorkspaceId,
  claims: JWTPayload,
): Promise<Pick<HostToken, 'link' | 'newcomer'>> {
  const nobody = { link: null, newcomer: null };
  const address = typeof claims['email'] === 'string' ? checkAddress(claims['email']) : undefined;
  if (address?.ok !== true) return nobody;
  const known = await first(
    sql,
    'SELECT 1 FROM subjects WHERE host_key_id = ? AND workspace_id = ? AND subject = ?',
    [hostKeyId, workspaceId, subject],
  );
  if (known !== undefined) return nobody;
  const member = await first<{ id: MemberId; isTaken: number; createdAt: number }>(
    sql,
    `SELECT m.id, m.created_at AS createdAt, EXISTS (SELECT 1 FROM subjects WHERE member_id = m.id AND host_key_id = ?3) AS isTaken
     FROM members m WHERE m.workspace_id = ?1 AND m.email_key = ?2`,
    [workspaceId, address.key, hostKeyId],
  );
  if (member === undefined) {
    const name = typeof claims['name'] === 'string' ? cleanName(claims['name']) : undefined;
    const newcomer = {
      email: address.email,
      emailKey: address.key,
      name: name?.ok === true ? name.name : '',
    };
    return { link: null, newcomer };
  }
  // A token from before the membership knew of another one, if any (SEC_D07).
  const isOlder = issuedAt + 999 < member.createdAt;
  return { link: member.isTaken === 1 || isOlder ? null : member.id, newcomer: null };
}
