// The link of an invitation, to hand over by other means than mail: a right of its own, and every time recorded.
import type { CopyInvitationLink } from '../../shared/contract/invitations.ts';
import { fail } from '../../shared/errors.ts';
import type { InvitationId } from '../../shared/ids.ts';
import type { Decision } from '../../shared/policy/decision.ts';
import { can } from '../../shared/policy/can.ts';
import { isGuard } from '../../shared/policy/compile.ts';
import type { RoleKey } from '../../shared/policy/policy.ts';
import type { UseCaseContext } from '../context.ts';
import { actingMember } from '../sessions/acting-member.ts';
import { readFacts } from '../write.ts';
import { invitationToChange } from './change.ts';

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
  const decision = await decideCopy(ctx, recorded.roles);
  if (!decision.allowed) fail(decision.reason);
  return { link: linkToCopy(ctx, recorded) };
}

/** Whether the caller may copy links of invitations into `roles` now. A recorded reply is no right: this is asked at every reply. */
export async function mayCopyLinks(ctx: UseCaseContext, roles: readonly RoleKey[]): Promise<boolean> {
  return (await decideCopy(ctx, roles)).allowed;
}

/** The link to hand over; only for who may copy it. */
export function linkToCopy(
  ctx: UseCaseContext,
  { id, generation }: { id: InvitationId; generation: number },
): string {
  return ctx.links.invitation(id, generation, 'copy');
}

async function decideCopy(ctx: UseCaseContext, roles: readonly RoleKey[]): Promise<Decision> {
  const workspace = ctx.workspaceId ?? fail('workspace_not_found');
  const { actor } = await actingMember(ctx.read, ctx.caller, workspace);
  return can(
    actor,
    'invitation.link',
    { invitation: { workspace, roles } },
    await readFacts(ctx.read, ctx.policy, workspace),
  );
}
