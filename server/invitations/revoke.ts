// Takes invitations back.
import type { OnInvitation } from '../../shared/contract/invitations.ts';
import { fail } from '../../shared/errors.ts';
import type { Invitation } from '../../shared/invitations/invitation.ts';
import type { UseCaseContext, WriteTransaction } from '../context.ts';
import { note } from '../limits/limits.ts';
import { changedInvitation, invitationToChange } from './change.ts';
import type { StoredInvitation } from './store.ts';
import { revokePending } from './store.ts';
import { mailboxHere } from './terms.ts';

/**
 * Takes a pending or expired invitation back: its links are dead at once, and mail that still waits is not sent, because the outbox looks again.
 * @throws {AppError} the reason of the denial; `invitation_not_pending`; `changed_meanwhile` with the fresh invitation.
 */
export function revokeInvitation(ctx: UseCaseContext, input: OnInvitation): Promise<Invitation> {
  const { idempotencyKey, ...wish } = input;
  return ctx.write({ action: 'invitation.revoke', input: wish, idempotencyKey }, async (tx) => {
    const invitation = await invitationToChange(ctx, tx, input);
    await revoke(tx, invitation);
    return (await changedInvitation(tx, invitation)).invitation;
  });
}

/** Taking back one invitation read in this transaction. @throws {AppError} the reason of the denial; `invitation_not_pending`. */
export async function revoke(tx: WriteTransaction, invitation: StoredInvitation): Promise<void> {
  const { id, workspaceId, roles, email, name } = invitation;
  await tx.assertCan('invitation.revoke', { invitation: { workspace: workspaceId, roles } });
  if (invitation.state !== 'pending' || !(await revokePending(tx.sql, invitation)))
    fail('invitation_not_pending');
  await note(tx, 'revokedInvitations', mailboxHere(workspaceId, invitation.emailKey));
  await tx.audit({
    action: 'invitation.revoke',
    target: { kind: 'invitation', id },
    before: { roles },
    personal: { email, name },
  });
}
