// Who is asking: a bearer token of a host, or a cookie session of our own pages. Establishes a caller, never a right.
import { fail } from '../../shared/errors.ts';
import type { MemberId, WorkspaceId } from '../../shared/ids.ts';
import type { AuditEntry } from '../../shared/audit/entry.ts';
import type { Caller } from '../context.ts';
import type { HostTokenOptions } from '../sessions/host-signature.ts';
import type { Newcomer } from '../sessions/host-token.ts';
import { verifyHostToken } from '../sessions/host-token.ts';
import type { Sessions } from '../sessions/sessions.ts';
import { isSameOrigin } from './guard.ts';

/** What the door established about a request. */
export interface Identified {
  readonly caller: Caller;
  readonly via: AuditEntry['via'];
  readonly workspaceId: WorkspaceId | null;
  /** The membership that the caller's subject should be linked to. */
  readonly link: MemberId | null;
  /** Who a host's token names, where nobody here knows them yet. */
  readonly newcomer: Newcomer | null;
}

/** The doors of a deployment. */
export interface Doors extends HostTokenOptions {
  readonly sessions: Sessions;
  readonly origin: string;
}

/**
 * Establishes the caller of `request`. A bearer token wins and the cookie is not looked at then;
 * a cookie that comes from elsewhere counts for nothing where something could change.
 * @throws {AppError} `token_invalid` for a bearer that is none; `workspace_not_found` where token and header name different workspaces.
 */
export async function identify(request: Request, doors: Doors): Promise<Identified> {
  const named = workspaceHeader(request);
  const authorization = request.headers.get('Authorization');
  if (authorization !== null) {
    const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/.exec(authorization)?.[1] ?? fail('token_invalid');
    const { caller, workspaceId, ...person } = await verifyHostToken(token, doors);
    if (named !== null && workspaceId !== null && named !== workspaceId) fail('workspace_not_found');
    return { caller, via: caller.kind === 'host' ? 'host-key' : 'host-token', workspaceId, ...person };
  }
  const found = await sessionOfCookie(request, doors);
  // Whoever is nobody can do nothing but answer a link.
  const nobody = { link: null, newcomer: null };
  if (found === null) return { caller: { kind: 'anonymous' }, via: 'link', workspaceId: named, ...nobody };
  const { accountId, handle: id, ...session } = found;
  const caller = { kind: 'account', accountId, session: { id, ...session } } as const;
  return { caller, via: 'session', workspaceId: named, ...nobody };
}

async function sessionOfCookie(request: Request, doors: Doors) {
  const header = request.headers.get('Cookie');
  const token = header === null ? null : doors.sessions.read(header);
  if (token === null) return null;
  const changesNothing = request.method === 'GET' || request.method === 'HEAD';
  if (!changesNothing && !isSameOrigin(request, doors.origin)) return null;
  return doors.sessions.find(token);
}

function workspaceHeader(request: Request): WorkspaceId | null {
  const value = request.headers.get('ua-workspace');
  return value !== null && /^[A-Za-z0-9_-]{1,64}$/.test(value) ? (value as WorkspaceId) : null;
}
