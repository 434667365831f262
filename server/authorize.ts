// The gate of every read: who asks, as the database knows them now, and whether they may.
import { fail } from '../shared/errors.ts';
import type { WorkspaceId } from '../shared/ids.ts';
import type { Action, Facts, TargetOf } from '../shared/policy/can.ts';
import { can } from '../shared/policy/can.ts';
import type { ActingMember, UseCaseContext } from './context.ts';
import { actingMember } from './sessions/acting-member.ts';
import { isHome } from './workspaces/store.ts';

/** What reading needs to know beside the actor: nothing, for an archived workspace can be read, and reading leaves nobody without an owner. */
export const READING = {
  inCharge: 2,
  isArchived: false,
  isHome: false,
  external: { authentication: false, authorization: false },
} as const satisfies Omit<Facts, 'policy'>;

/** The actions whose target is the workspace itself. */
export type WorkspaceRead = {
  [A in Action]: TargetOf[A] extends { workspace: WorkspaceId }
    ? { workspace: WorkspaceId } extends TargetOf[A]
      ? A
      : never
    : never;
}[Action];

/**
 * Refuses unless the caller may read `action` in the workspace of the call.
 * @throws {AppError} the reason of the denial.
 */
export async function authorizeRead(
  ctx: UseCaseContext,
  action: WorkspaceRead,
): Promise<ActingMember & { workspaceId: WorkspaceId }> {
  if (ctx.caller.kind === 'anonymous') fail('not_signed_in');
  const workspaceId = ctx.workspaceId ?? fail('workspace_not_found');
  const acting = await actingMember(ctx.read, ctx.caller, workspaceId, ctx.policy);
  await ctx.policyIn(ctx.read, workspaceId);
  const decision = can(
    acting.actor,
    action,
    { workspace: workspaceId },
    {
      ...READING,
      policy: ctx.policy,
      isHome: action === 'deployment.view' && (await isHome(ctx.read, workspaceId)),
    },
  );
  if (!decision.allowed) fail(decision.reason);
  if (acting.mustChangePassword) fail('password_change_required');
  return { ...acting, workspaceId };
}
