// The same person in another workspace than the one of the call. A right there is never taken from here: it is looked up anew.
import { AppError } from '../../shared/errors.ts';
import type { MemberId, WorkspaceId } from '../../shared/ids.ts';
import type { Actor } from '../../shared/policy/can.ts';
import type { CompiledPolicy } from '../../shared/policy/compile.ts';
import type { ActingMember, UseCaseContext, WriteTransaction } from '../context.ts';
import type { Sql } from '../db/database.ts';
import { first } from '../db/database.ts';
import { memberById } from '../members/store.ts';
import { STRANGER, actingMember } from './acting-member.ts';

/** Who asks, and in which workspace the call was made. */
type Asking = Pick<UseCaseContext, 'caller' | 'workspaceId' | 'policy'>;

/**
 * The caller in `workspaceId`, wherever the call was made; a stranger where they have nothing there, or what they ask through opens nothing there.
 *
 * A host's token opens the workspace that it names, and others only where it names them too and its key covers them (SEC_D12).
 * @throws {AppError} as `actingMember`, for the workspace of the call.
 */
export async function actingIn(sql: Sql, ctx: Asking, workspaceId: WorkspaceId): Promise<ActingMember> {
  const { caller, policy } = ctx;
  if (workspaceId === ctx.workspaceId) return actingMember(sql, caller, workspaceId, policy);
  // A host's key speaks for one workspace at a time.
  if (caller.kind === 'host') return STRANGER;
  if (caller.kind === 'subject') {
    const isNamed = caller.also?.includes(workspaceId) === true;
    if (!isNamed || !(await isOfKey(sql, workspaceId, caller.hostKeyId))) return STRANGER;
  }
  try {
    return await actingMember(sql, caller, workspaceId, policy);
  } catch (error) {
    // What opens nothing there any more is good here all the same.
    if (error instanceof AppError) return STRANGER;
    throw error;
  }
}

/** The call as it would be in `workspaceId`: its context, and its part of the write `tx`. */
export async function elsewhere(
  ctx: UseCaseContext,
  tx: WriteTransaction,
  workspaceId: WorkspaceId | null,
): Promise<{ readonly ctx: UseCaseContext; readonly tx: WriteTransaction }> {
  if (workspaceId === null || workspaceId === ctx.workspaceId) return { ctx, tx };
  const there = await tx.in(workspaceId);
  return { ctx: { ...ctx, workspaceId, policy: (await there.facts()).policy }, tx: there };
}

/** What the member `id` may do in `workspaceId` when they are not the one who asks; undefined where they are gone, or never were there. */
export async function actorOfMember(
  sql: Sql,
  policy: CompiledPolicy,
  workspaceId: WorkspaceId,
  id: MemberId,
): Promise<Actor | undefined> {
  const own = await memberById(sql, workspaceId, id);
  const lent = policy.everywhere.size === 0 ? [] : await lentRoles(sql, policy, workspaceId, id);
  if (own === undefined && lent.length === 0) return undefined;
  const isActive = own?.status === 'active';
  return {
    kind: 'member',
    id,
    workspace: workspaceId,
    roles: lent.length === 0 ? (own?.roles ?? []) : [...new Set([...(isActive ? own.roles : []), ...lent])],
    status: isActive || lent.length > 0 ? 'active' : 'deactivated',
  };
}

/** The roles that count everywhere of the person who is the member `id`, of `workspaceId` or of the home workspace. */
async function lentRoles(
  sql: Sql,
  policy: CompiledPolicy,
  workspaceId: WorkspaceId,
  id: MemberId,
): Promise<readonly string[]> {
  const row = await first<{ roles: string }>(
    sql,
    `SELECT (SELECT json_group_array(role) FROM member_roles WHERE member_seq = h.seq) AS roles
     FROM members m JOIN workspaces w ON w.home = 1 JOIN members h ON h.workspace_id = w.id AND h.account_id = m.account_id
     WHERE m.id = ? AND m.workspace_id IN (?, w.id) AND h.status = 'active'`,
    [id, workspaceId],
  );
  const roles = row === undefined ? [] : (JSON.parse(row.roles) as string[]);
  return roles.filter((role) => policy.everywhere.has(role));
}

async function isOfKey(sql: Sql, workspaceId: WorkspaceId, hostKeyId: string): Promise<boolean> {
  const row = await first(sql, 'SELECT 1 FROM workspaces WHERE id = ? AND host_key_id = ?', [
    workspaceId,
    hostKeyId,
  ]);
  return row !== undefined;
}
