// What became of the invitation of an address, and of the letter that should have brought it.
import { suggestAddress } from '../../shared/emails/suggestion.ts';
import type { Invitation } from '../../shared/invitations/invitation.ts';
import { needsFollowUp } from '../../shared/invitations/invitation.ts';
import type { Finding } from '../../shared/members/diagnosis.ts';

/** What is found about the invitation of `email`; without one, that there is none. */
export function diagnoseInvitation(
  email: string,
  invitation: Invitation | null,
  { now, hasMail }: { readonly now: number; readonly hasMail: boolean },
): readonly Finding[] {
  const suggestion = suggestAddress(email);
  const mistyped: Finding[] =
    suggestion === undefined ? [] : [{ code: 'address_mistyped', facts: { email, suggestion } }];
  if (invitation === null) return [{ code: 'not_here', facts: {} }, ...mistyped];
  return [...mistyped, ...stateOf(invitation, now), ...letterOf(invitation, hasMail)];
}

function stateOf(invitation: Invitation, now: number): Finding[] {
  const { state, createdAt, expiresAt, invitedBy } = invitation;
  const facts = { createdAt, expiresAt, by: invitedBy?.name ?? null };
  switch (state) {
    case 'pending':
      return [{ code: needsFollowUp(invitation, now) ? 'invitation_waits' : 'invitation_pending', facts }];
    case 'expired':
      return [{ code: 'invitation_expired', facts: { expiresAt } }];
    case 'revoked':
      return [{ code: 'invitation_revoked', facts: {} }];
    case 'declined':
      return [{ code: 'invitation_declined', facts: {} }];
    default:
      // It was accepted by somebody who is no longer here.
      return [{ code: 'not_here', facts: {} }];
  }
}

/** What became of the letter, as long as it could still be answered. */
function letterOf({ state, delivery, deliveryError }: Invitation, hasMail: boolean): Finding[] {
  if (state !== 'pending' && state !== 'expired') return [];
  const advice: Finding[] = [
    { code: 'look_in_spam', facts: {} },
    { code: 'may_be_delayed', facts: {} },
  ];
  switch (delivery) {
    case 'none':
      return hasMail ? [] : [{ code: 'mail_missing', facts: {} }];
    case 'queued':
      return hasMail ? [{ code: 'mail_queued', facts: {} }] : [{ code: 'mail_missing', facts: {} }];
    case 'failed':
      return [{ code: 'mail_failed', facts: { answer: deliveryError ?? '' } }];
    default:
      return [{ code: 'mail_sent', facts: {} }, ...advice];
  }
}
