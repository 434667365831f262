// The link of an invitation, to hand over by other means than mail: a right of its own, and every time recorded.
import type { CopyInvitationLink } from '../../shared/contract/invitations.ts';
import { fail } from '../../shared/errors.ts';
import type { InvitationId, WorkspaceId } from '../../shared/ids.ts';
import type { Decision } from '../../shared/policy/decision.ts';
import { can } from '../../shared/policy/can.ts';
import { isGuard } from '../../shared/policy/compile.ts';
import type { RoleKey } from '../../shared/policy/policy.ts';
import type { UseCaseContext } from '../context.ts';
import { actingIn } from '../sessions/elsewhere.ts';
import { isFresh, readFacts } from '../write.ts';
import { invitationToChange } from './change.ts';
import { companionsOf } from './store.ts';

/**
 * The link of a pending invitation. It proves nothing about the mailbox: whoever accepts with it has an unverified address (SEC_B25).
 * @throws {AppError} the reason of the denial; `invitation_not_found`; `invitation_not_pending`; `link_expired`; `fresh_sign_in_required` for a role that must never be vacant.
 */
export async function copyInvitationLink(
  ctx: UseCaseContext,
  input: CopyInvitationLink,
): Promise<{ link: string }> {
  const { idempotencyKey, ...wish } = input;
  const recorded = await ctx.write({ action: 'invitation.link', input: wish, idempotencyKey }, async (tx) => {
    const invitation = await invitationToChange(ctx, tx, input);
    const { id, generation, roles, workspaceId, email, name } = invitation;
    await tx.assertCan('invitation.link', { invitation: { workspace: workspaceId, roles } });
    // Whoever holds the link takes the role: it is given as by inviting (SEC_D17).
    if (isGuard(ctx.policy, roles)) tx.assertFresh();
    if (invitation.state !== 'pending') fail('invitation_not_pending');
    if (invitation.expiresAt <= tx.now) fail('link_expired');
    await tx.audit({
      action: 'invitation.link',
      target: { kind: 'invitation', id },
      personal: { email, name },
    });
    return { id, generation, roles };
  });
  const decision = await decideCopy(ctx, { workspaceId: ctx.workspaceId!, roles: recorded.roles });
  if (!decision.allowed) fail(decision.reason);
  return { link: await linkToCopy(ctx, recorded) };
}

/** A workspace, and what somebody is invited to be there. */
export interface InvitedInto {
  readonly workspaceId: WorkspaceId;
  readonly roles: readonly RoleKey[];
}

/** Whether the caller may copy links of such invitations now. A recorded reply is no right: this is asked at every reply. */
export async function mayCopyLinks(ctx: UseCaseContext, into: InvitedInto): Promise<boolean> {
  return (await decideCopy(ctx, into)).allowed;
}

/**
 * The link to hand over; only for who may copy it. It opens what came with the invitation too, where that is the caller's to hand over as
 * well: a role that must never be vacant, only where they proved who they are a short time ago (SEC_D17).
 */
export async function linkToCopy(
  ctx: UseCaseContext,
  { id, generation }: { id: InvitationId; generation: number },
): Promise<string> {
  const companions = await companionsOf(ctx.read, id, ctx.now());
  const may = await Promise.all(companions.map((each) => mayHandOver(ctx, each)));
  const opensAll = companions.length > 0 && may.every(Boolean);
  return ctx.links.invitation(id, generation, opensAll ? 'copy-all' : 'copy');
}

async function mayHandOver(ctx: UseCaseContext, { workspaceId, roles }: InvitedInto): Promise<boolean> {
  if (!(await mayCopyLinks(ctx, { workspaceId, roles }))) return false;
  return !isGuard(await ctx.policyIn(ctx.read, workspaceId), roles) || isFresh(ctx.caller, ctx.now());
}

async function decideCopy(ctx: UseCaseContext, { workspaceId, roles }: InvitedInto): Promise<Decision> {
  const { actor } = await actingIn(ctx.read, ctx, workspaceId);
  return can(
    actor,
    'invitation.link',
    { invitation: { workspace: workspaceId, roles } },
    await readFacts(ctx.read, ctx, workspaceId),
  );
}
