// Makes a mail at the moment it goes out, so that no link is ever stored and none goes out dead.
import type { CompiledPolicy } from '../../shared/policy/compile.ts';
import type { Sql } from '../db/database.ts';
import type { Links } from '../invitations/links.ts';
import { invitationById } from '../invitations/store.ts';
import { workspaceById } from '../workspaces/store.ts';
import { composeNotice } from './compose-notice.ts';
import { invitationLetter } from './invitation-letter.ts';
import { addresseeByEmail } from './addressee.ts';
import type { WaitingInvitation, WaitingMail } from './store.ts';
import type { OutgoingMail } from './transport.ts';
import { languageOf } from './words.ts';

/** What letters are made of beside the database. */
export interface LetterSources {
  readonly links: Links;
  readonly policy: CompiledPolicy;
  /** The name under which the deployment is reached. */
  readonly host: string;
}

/** The mail to send; `gone` where nobody waits for it any more, `expired` where the invitation ended before it could go out. */
export function composeMail(
  sql: Sql,
  waiting: WaitingMail,
  now: number,
  sources: LetterSources,
): Promise<OutgoingMail | 'gone' | 'expired'> {
  return waiting.kind === 'invitation'
    ? composeInvitation(sql, waiting, now, sources)
    : composeNotice(sql, waiting, now, sources);
}

async function composeInvitation(
  sql: Sql,
  waiting: WaitingInvitation,
  now: number,
  sources: LetterSources,
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
  const { id, generation, email, emailKey, name, message, expiresAt, inviterName } = invitation;
  const known = await addresseeByEmail(sql, emailKey);
  const letter = invitationLetter(
    {
      workspace: workspace.name,
      inviter: inviterName,
      name,
      email,
      message,
      expiresAt,
      roles: invitation.roles.flatMap((key) => sources.policy.roles.get(key) ?? []),
      link: sources.links.invitation(id, generation, 'mail'),
    },
    languageOf(known?.language, waiting.data['language']),
  );
  return {
    ...letter,
    to: email,
    toName: name,
    messageId: `<invitation.${id}.${generation}@${sources.host}>`,
  };
}
