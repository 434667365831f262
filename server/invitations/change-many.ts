// Resends or revokes several invitations: each has a result of its own.
import type { ChangeManyInvitations } from '../../shared/contract/invitations.ts';
import { AppError, fail } from '../../shared/errors.ts';
import type { InvitationId } from '../../shared/ids.ts';
import type { InvitationChanged } from '../../shared/invitations/invitation.ts';
import type { UseCaseContext, WriteTransaction } from '../context.ts';
import { breathe } from '../db/breathe.ts';
import { changedInvitation } from './change.ts';
import { assertMayResend, resend } from './resend.ts';
import { revoke } from './revoke.ts';
import type { StoredInvitation } from './store.ts';
import { invitationById } from './store.ts';
import { issueTerms, spendAddress, spendInvitations } from './terms.ts';

/** How many are changed before others get a turn. */
const TURN = 25;

/**
 * Changes up to 200 invitations in one transaction; which may not be changed is refused by itself, the others are changed.
 * @throws {AppError} the reason of the denial where the caller may not see invitations; `rate_limited`;
 * `fresh_sign_in_required` where one resent gives a role that must never be vacant: none is changed then.
 */
export async function changeManyInvitations(
  ctx: UseCaseContext,
  input: ChangeManyInvitations,
): Promise<{ readonly results: readonly InvitationChanged[] }> {
  const { idempotencyKey, ...wish } = input;
  const results = await ctx.write(
    { action: `invitation.${input.action}.many`, input: wish, idempotencyKey, note: input.note },
    async (tx) => {
      const workspaceId = ctx.workspaceId ?? fail('workspace_not_found');
      await tx.assertCan('invitation.list', { workspace: workspaceId });
      const change = await changeOf(ctx, tx, input.action);
      const done: InvitationChanged[] = [];
      for (const id of new Set(input.invitationIds)) {
        done.push(await changeOne(tx, id, await invitationById(tx.sql, id, workspaceId), change));
        if (done.length % TURN === 0) await breathe();
      }
      return done;
    },
  );
  if (results.some(({ invitation }) => invitation?.delivery === 'queued')) ctx.mailWaiting();
  return { results };
}

type Change = (invitation: StoredInvitation) => Promise<void>;

async function changeOf(
  ctx: UseCaseContext,
  tx: WriteTransaction,
  action: ChangeManyInvitations['action'],
): Promise<Change> {
  if (action === 'revoke') return (invitation) => revoke(tx, invitation);
  const terms = await issueTerms(ctx, tx);
  // One request, however many it is about.
  await spendInvitations(tx, terms, []);
  return async (invitation) => {
    await assertMayResend(ctx, tx, invitation);
    await spendAddress(tx, terms, invitation.emailKey);
    await resend(ctx, tx, invitation, terms);
  };
}

async function changeOne(
  tx: WriteTransaction,
  invitationId: InvitationId,
  invitation: StoredInvitation | undefined,
  change: Change,
): Promise<InvitationChanged> {
  if (invitation === undefined) return { invitationId, email: '', refused: 'invitation_not_found' };
  const { email } = invitation;
  try {
    await change(invitation);
    return { invitationId, email, invitation: (await changedInvitation(tx, invitation)).invitation };
  } catch (error) {
    // A refusal is this one's result and came before anything but its count was written; anything else ends the whole step.
    if (!(error instanceof AppError)) throw error;
    // This one is the caller's to put right, not an invitation's result.
    if (error.code === 'fresh_sign_in_required') throw error;
    return { invitationId, email, refused: error.code };
  }
}
