// The invited person says no.
import type { AnswerInvitation } from '../../shared/contract/invitations.ts';
import { fail } from '../../shared/errors.ts';
import type { UseCaseContext } from '../context.ts';
import { workspaceById } from '../workspaces/store.ts';
import { assertOurs, openLink, visitorOf } from './opened.ts';
import { answerPending } from './store.ts';

/**
 * Declines the invitation behind `token`, with those that came with it, and closes them; nothing else changes, so nobody has to sign in for it.
 * @throws {AppError} `signed_in_as_other`, or what became of the link.
 */
export async function declineInvitation(
  ctx: UseCaseContext,
  input: Pick<AnswerInvitation, 'token'> & { idempotencyKey?: string },
): Promise<{ workspace: { name: string } }> {
  const { idempotencyKey, ...wish } = input;
  assertOurs(ctx, input.token);
  return ctx.write({ action: 'invitation.decline', input: wish, idempotencyKey }, async (tx) => {
    const { invitations } = await openLink(ctx, tx.sql, input.token, tx.now);
    if ((await visitorOf(ctx, tx.sql, invitations[0])).is === 'other') fail('signed_in_as_other');
    for (const invitation of invitations) {
      const { id, workspaceId, email, name } = invitation;
      if (!(await answerPending(tx.sql, invitation, 'declined', tx.now))) fail('link_used');
      await tx.audit({
        action: 'invitation.decline',
        target: { kind: 'invitation', id },
        personal: { email, name },
        workspaceId,
      });
    }
    return { workspace: { name: (await workspaceById(tx.sql, invitations[0].workspaceId))?.name ?? '' } };
  });
}
