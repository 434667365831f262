// Sends an invitation again, with new links and a new life.
import type { OnInvitation } from '../../shared/contract/invitations.ts';
import { fail } from '../../shared/errors.ts';
import type { Invitation } from '../../shared/invitations/invitation.ts';
import { isGuard } from '../../shared/policy/compile.ts';
import type { UseCaseContext, WriteTransaction } from '../context.ts';
import { spend } from '../limits/limits.ts';
import { queueInvitationMail } from '../mail/store.ts';
import { changedInvitation, invitationToChange } from './change.ts';
import { linkToCopy, mayCopyLinks } from './copy-link.ts';
import type { StoredInvitation } from './store.ts';
import { renewInvitation } from './store.ts';
import type { IssueTerms } from './terms.ts';
import { issueTerms, spendInvitations } from './terms.ts';

/**
 * Issues a pending or expired invitation again: its earlier links are dead, and whoever resends answers for it from now on.
 *
 * Without a mail server the reply carries the link to hand over, for who may copy it.
 * @throws {AppError} the reason of the denial; `invitation_not_pending`; `fresh_sign_in_required` for a role that must never be vacant; `rate_limited`; `changed_meanwhile` with the fresh invitation.
 */
export async function resendInvitation(
  ctx: UseCaseContext,
  input: OnInvitation,
): Promise<{ invitation: Invitation; link?: string }> {
  const { idempotencyKey, ...wish } = input;
  const renewed = await ctx.write(
    { action: 'invitation.resend', input: wish, idempotencyKey },
    async (tx) => {
      const invitation = await invitationToChange(ctx, tx, input);
      const terms = await issueTerms(ctx, tx);
      await assertMayResend(ctx, tx, invitation);
      await spendInvitations(tx, terms, [invitation.emailKey]);
      await resend(ctx, tx, invitation, terms);
      return changedInvitation(tx, invitation);
    },
  );
  if (renewed.invitation.delivery === 'queued') {
    ctx.mailWaiting();
    return { invitation: renewed.invitation };
  }
  const { invitation, generation } = renewed;
  return (await mayCopyLinks(ctx, { workspaceId: ctx.workspaceId!, roles: invitation.roles }))
    ? { invitation, link: await linkToCopy(ctx, { id: invitation.id, generation }) }
    : { invitation };
}

/** @throws {AppError} the reason of the denial; `invitation_not_pending`; `fresh_sign_in_required`. */
export async function assertMayResend(
  ctx: UseCaseContext,
  tx: WriteTransaction,
  { state, workspaceId, roles }: StoredInvitation,
): Promise<void> {
  await tx.assertCan('invitation.resend', { invitation: { workspace: workspaceId, roles } });
  if (state !== 'pending') fail('invitation_not_pending');
  if (isGuard(ctx.policy, roles)) tx.assertFresh();
}

/** Issuing again one invitation that may be, by terms that are counted already; changes of many share it. @throws {AppError} `rate_limited`; `invitation_not_pending`. */
export async function resend(
  ctx: UseCaseContext,
  tx: WriteTransaction,
  invitation: StoredInvitation,
  terms: IssueTerms,
): Promise<void> {
  const { id, email, name } = invitation;
  await spend(tx, 'resentInvitations', invitation.emailKey);
  if (!(await renewInvitation(tx.sql, invitation, terms))) fail('invitation_not_pending');
  if (terms.delivery === 'queued')
    await queueInvitationMail(tx.sql, [[id, invitation.generation + 1]], {
      now: tx.now,
      language: ctx.visit.language,
    });
  await tx.audit({
    action: 'invitation.resend',
    target: { kind: 'invitation', id },
    before: { expiresAt: invitation.expiresAt },
    after: { expiresAt: terms.expiresAt },
    personal: { email, name },
  });
}
