// The letter that invites somebody: who invites whom to what, what the role means, what to do, until when. Pure.
import type { Language } from '../../shared/accounts/account.ts';
import type { Letter, Paragraph } from './letter.ts';
import { layOut } from './letter.ts';
import type { RoleInMail } from './plain.ts';
import { roleWords, short, unlinked } from './plain.ts';
import type { Words } from './words.ts';
import { moment, wordsOf } from './words.ts';

/** A workspace that somebody is invited into, and what they will be there. */
export interface InvitedTo {
  readonly workspace: string;
  readonly roles: readonly RoleInMail[];
}

/** What the mail of an invitation says. */
export interface InvitationFacts extends InvitedTo {
  /** The other workspaces that it invites into. */
  readonly others: readonly InvitedTo[];
  /** Null where the operator invited. */
  readonly inviter: string | null;
  /** The name of the invited person; empty where none is known. */
  readonly name: string;
  readonly email: string;
  /** The personal message; empty where there is none. */
  readonly message: string;
  readonly link: string;
  readonly expiresAt: number;
}

/** The letter of an invitation. */
export function invitationLetter(facts: InvitationFacts, language: Language): Letter {
  const words = wordsOf(language);
  const workspace = unlinked(facts.workspace);
  const inviter = facts.inviter === null ? null : unlinked(facts.inviter);
  const lead = words.invitation.lead(workspace, inviter, facts.others.length);
  return layOut({
    language,
    subject: words.invitation.subject(
      short(workspace),
      inviter === null ? null : short(inviter),
      facts.others.length,
    ),
    lead,
    opening: words.sentence(lead),
    greeting: words.greeting(unlinked(facts.name)),
    paragraphs:
      facts.others.length === 0
        ? ownRoles(facts, words)
        : [facts, ...facts.others].flatMap((place) => rolesThere(place, words)),
    quote:
      facts.message === ''
        ? null
        : { intro: words.writes(inviter ?? workspace), lines: unlinked(facts.message).split('\n') },
    action: {
      link: facts.link,
      button: words.invitation.button,
      steps: words.invitation.steps(facts.email, moment(facts.expiresAt, words)),
      fallback: words.fallback,
    },
    calm: words.invitation.calm,
  });
}

function ownRoles({ roles }: InvitedTo, words: Words): Paragraph[] {
  return roles.map(roleWords).map(({ name, description }) => ({
    before: words.role,
    strong: name,
    after: words.means(description),
  }));
}

/** The roles of one workspace of several, each with the workspace before it. */
function rolesThere({ workspace, roles }: InvitedTo, words: Words): Paragraph[] {
  const place = unlinked(workspace);
  if (roles.length === 0) return [{ before: '', strong: place, after: '' }];
  return roles.map(roleWords).map(({ name, description }) => ({
    before: words.roleAt(place),
    strong: name,
    after: words.means(description),
  }));
}
