// Makes a mail at the moment it goes out, so that no link is ever stored and none goes out dead.
import type { Sql } from '../db/database.ts';
import type { Links } from '../invitations/links.ts';
import type { StoredInvitation } from '../invitations/store.ts';
import { companionsOf, invitationById } from '../invitations/store.ts';
import type { PolicyIn } from '../roles/policy-book.ts';
import { workspaceById } from '../workspaces/store.ts';
import { composeNotice } from './compose-notice.ts';
import type { InvitedTo } from './invitation-letter.ts';
import { invitationLetter } from './invitation-letter.ts';
import { addresseeByEmail } from './addressee.ts';
import type { WaitingInvitation, WaitingMail } from './store.ts';
import type { OutgoingMail } from './transport.ts';
import { languageOf } from './words.ts';

/** What letters are made of beside the database. */
export interface LetterSources {
  readonly links: Links;
  readonly policyIn: PolicyIn;
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
  const lead = await invitationById(sql, waiting.invitationId);
  if (lead === undefined || lead.generation !== waiting.generation) return 'gone';
  // What came with it goes out although it was itself taken back or answered meanwhile.
  const companions = await companionsOf(sql, lead.id, now);
  const isOpen = lead.state === 'pending' && lead.expiresAt > now;
  if (!isOpen && companions.length === 0) return lead.state === 'pending' ? 'expired' : 'gone';
  const [first, ...others] = await placesOf(sql, [...(isOpen ? [lead] : []), ...companions], sources);
  if (first === undefined) return 'gone';
  const { id, generation, email, emailKey, name, message, expiresAt, inviterName } = lead;
  const known = await addresseeByEmail(sql, emailKey);
  const letter = invitationLetter(
    {
      ...first,
      others,
      inviter: inviterName,
      name,
      email,
      message,
      expiresAt,
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

/** Where the letter invites to: the workspaces that are there and not archived. */
async function placesOf(
  sql: Sql,
  invitations: readonly StoredInvitation[],
  sources: LetterSources,
): Promise<InvitedTo[]> {
  const places: InvitedTo[] = [];
  for (const { workspaceId, roles } of invitations) {
    const workspace = await workspaceById(sql, workspaceId);
    if (workspace === undefined || workspace.isArchived) continue;
    const policy = await sources.policyIn(sql, workspaceId);
    places.push({ workspace: workspace.name, roles: roles.flatMap((key) => policy.roles.get(key) ?? []) });
  }
  return places;
}
