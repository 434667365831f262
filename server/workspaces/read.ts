// Reads a workspace, and who is looking at it.
import { fail } from '../../shared/errors.ts';
import type { WorkspaceId } from '../../shared/ids.ts';
import type { Viewer, Workspace } from '../../shared/workspaces/workspace.ts';
import type { ActingMember, UseCaseContext } from '../context.ts';
import { actingMember } from '../sessions/acting-member.ts';
import { hasMail } from '../settings/mail-setup.ts';
import { readFacts } from '../write.ts';
import { isOperator, reachWorkspace } from './reach.ts';
import type { StoredWorkspace } from './store.ts';
import { publicWorkspace, workspaceById } from './store.ts';

/** A workspace, for its active members, the operator and the host whose key covers it. @throws {AppError} `password_change_required`; as `getViewer`. */
export async function readWorkspace(
  ctx: UseCaseContext,
  input: { workspaceId: WorkspaceId },
): Promise<Workspace> {
  const { acting, workspace } = await lookInto(ctx, input.workspaceId);
  if (acting.mustChangePassword) fail('password_change_required');
  return publicWorkspace(workspace);
}

/**
 * Everything that a widget needs to know before it draws.
 * @throws {AppError} `not_signed_in`; `not_a_member`, whether or not there is such a workspace; `actor_deactivated`; `workspace_not_found` where none is named.
 */
export async function getViewer(ctx: UseCaseContext): Promise<Viewer> {
  const { acting, workspace } = await lookInto(ctx, ctx.workspaceId);
  const { inCharge, isHome, external } = await readFacts(ctx.read, ctx, workspace.id);
  const { actor, accountId, name, email, version, mustChangePassword } = acting;
  // Who acts here from the home workspace has nothing here that could be left.
  const memberId = acting.isFromHome === true ? null : acting.memberId;
  return {
    actor,
    memberId,
    accountId,
    memberVersion: memberId === null ? null : version,
    name,
    email,
    inCharge,
    workspace: publicWorkspace(workspace),
    policy: ctx.policy.policy,
    hasMail: await hasMail(ctx, ctx.read),
    invitationHours: workspace.invitationHours,
    isHome,
    external,
    isSignedIn: ctx.caller.kind === 'account',
    mustChangePassword,
  };
}

async function lookInto(
  ctx: UseCaseContext,
  id: WorkspaceId | null,
): Promise<{ acting: ActingMember; workspace: StoredWorkspace }> {
  if (ctx.caller.kind === 'anonymous') fail('not_signed_in');
  // A token that names a workspace opens no other, though the same host may cover it and the same person be a member there (SEC_D12).
  const isBound = ctx.caller.kind === 'subject' || (ctx.caller.kind === 'host' && ctx.workspaceId !== null);
  if (isBound && id !== ctx.workspaceId)
    fail(isOperator(ctx.caller) ? 'workspace_not_found' : 'not_a_member');
  const acting = await actingMember(ctx.read, ctx.caller, id, ctx.policy);
  if (isOperator(ctx.caller)) return { acting, workspace: await reachWorkspace(ctx.read, ctx.caller, id) };
  if (id === null) fail('workspace_not_found');
  // A stranger gets the same answer for a workspace that is not theirs and for none at all.
  if (acting.memberId === null) fail('not_a_member');
  if (acting.actor.status !== 'active') fail('actor_deactivated');
  return { acting, workspace: (await workspaceById(ctx.read, id)) ?? fail('not_a_member') };
}
