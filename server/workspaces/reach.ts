// Which workspaces the operator and a host's backend reach. The rights of members are the policy's matter, not this file's.
import { fail } from '../../shared/errors.ts';
import type { HostKeyId, WorkspaceId } from '../../shared/ids.ts';
import type { Caller } from '../context.ts';
import type { Sql } from '../db/database.ts';
import { activeHostKey } from './host-key-store.ts';
import type { StoredWorkspace } from './store.ts';
import { workspaceById } from './store.ts';

/** A caller that works for no member: the operator's own process, or a host's backend. */
type Operator = Caller & { readonly kind: 'system' | 'host' };

/** Whether the caller is the operator or a host's backend. */
export function isOperator(caller: Caller): caller is Operator {
  return caller.kind === 'system' || caller.kind === 'host';
}

/**
 * The workspace `id`, for the operator and the host whose key covers it.
 * @throws {AppError} `not_signed_in` and `not_granted` for everybody else; `workspace_not_found`, also for another host's; `token_invalid` for a key that was revoked.
 */
export async function reachWorkspace(
  sql: Sql,
  caller: Caller,
  id: WorkspaceId | null,
): Promise<StoredWorkspace> {
  const hostKeyId = await operatingKey(sql, caller);
  const workspace = id === null ? undefined : await workspaceById(sql, id);
  if (workspace === undefined || (hostKeyId !== null && workspace.hostKeyId !== hostKeyId))
    fail('workspace_not_found');
  return workspace;
}

/**
 * The key that the caller's host works with, still valid; null for the operator.
 * @throws {AppError} `not_signed_in` and `not_granted` for everybody else; `token_invalid` for a key that was revoked.
 */
export async function operatingKey(sql: Sql, caller: Caller): Promise<HostKeyId | null> {
  if (caller.kind === 'anonymous') fail('not_signed_in');
  if (!isOperator(caller)) fail('not_granted');
  if (caller.kind === 'system') return null;
  return (await activeHostKey(sql, caller.hostKeyId)) === undefined
    ? fail('token_invalid')
    : caller.hostKeyId;
}
