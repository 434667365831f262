// Makes the mail of an invitation at the moment it goes out, so that no link is ever stored and none goes out dead.
import type { CompiledPolicy } from '../../shared/policy/compile.ts';
import type { Sql } from '../db/database.ts';
import type { Links } from '../invitations/links.ts';
import { invitationById } from '../invitations/store.ts';
import { workspaceById } from '../workspaces/store.ts';
import type { WaitingMail } from './store.ts';
import { invitationLetter } from './templates.ts';
import type { OutgoingMail } from './transport.ts';

/** What letters are made of beside the database. */
export interface LetterParts {
  readonly links: Links;
  readonly policy: CompiledPolicy;
  /** The domain of message ids. */
  readonly domain: string;
}

/** The mail to send; `gone` where nobody waits for it any more, `expired` where the invitation ended before it could go out. */
export async function composeInvitation(
  sql: Sql,
  waiting: WaitingMail,
  now: number,
  parts: LetterParts,
): Promise<OutgoingMail | 'gone' | 'expired'> {
  const invitation = await invitationById(sql, waiting.invitationId);
  if (
    invitation === undefined ||
    invitation.state !== 'pending' ||
    invitation.generation !== waiting.generation
  )
    return 'gone';
  if (invitation.expiresAt <= now) return 'expired';
  const workspace = await workspaceById(sql, invitation.workspaceId);
  if (workspace === undefined || workspace.isArchived) return 'gone';
  const { id, generation, email, name, message, expiresAt, inviterName } = invitation;
  const letter = invitationLetter({
    workspace: workspace.name,
    inviter: inviterName,
    name,
    email,
    message,
    expiresAt,
    roles: invitation.roles.flatMap((key) => parts.policy.roles.get(key) ?? []),
    link: parts.links.invitation(id, generation, 'mail'),
  });
  return {
    ...letter,
    to: email,
    toName: name,
    messageId: `<invitation.${id}.${generation}@${parts.domain}>`,
  };
}
