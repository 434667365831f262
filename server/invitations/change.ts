// What every change of one invitation has in common: read it fresh, notice that it changed, answer with it.
import { fail } from '../../shared/errors.ts';
import type { InvitationId } from '../../shared/ids.ts';
import type { Invitation } from '../../shared/invitations/invitation.ts';
import type { UseCaseContext, WriteTransaction } from '../context.ts';
import type { StoredInvitation } from './store.ts';
import { invitationById, publicInvitation } from './store.ts';

/**
 * The invitation that the caller saw, as the transaction finds it.
 * @throws {AppError} `invitation_not_found`; `changed_meanwhile` with the fresh invitation where the caller saw an older one.
 */
export async function invitationToChange(
  ctx: UseCaseContext,
  tx: WriteTransaction,
  seen: { invitationId: InvitationId; version?: number },
): Promise<StoredInvitation> {
  // A caller without rights here learns nothing of who is invited.
  const workspaceId = ctx.workspaceId ?? fail('workspace_not_found');
  await tx.assertCan('invitation.list', { workspace: workspaceId });
  const invitation =
    (await invitationById(tx.sql, seen.invitationId, workspaceId)) ?? fail('invitation_not_found');
  if (seen.version !== undefined && invitation.version !== seen.version)
    fail('changed_meanwhile', publicInvitation(invitation, tx.now));
  return invitation;
}

/** The invitation as the change left it. */
export async function changedInvitation(
  tx: WriteTransaction,
  { id }: StoredInvitation,
): Promise<{ invitation: Invitation; generation: number }> {
  const stored = (await invitationById(tx.sql, id)) ?? fail('invitation_not_found');
  return { invitation: publicInvitation(stored, tx.now), generation: stored.generation };
}
