// The letter that invites somebody: who invites whom to what, what the role means, what to do, until when. Pure.
import type { Language } from '../../shared/accounts/account.ts';
import type { Letter } from './letter.ts';
import { layOut } from './letter.ts';
import { short, unlinked } from './plain.ts';
import { moment, wordsOf } from './words.ts';

/** What the mail of an invitation says. */
export interface InvitationFacts {
  readonly workspace: string;
  /** Null where the operator invited. */
  readonly inviter: string | null;
  /** The name of the invited person; empty where none is known. */
  readonly name: string;
  readonly email: string;
  readonly roles: readonly { readonly name: string; readonly description: string }[];
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
  return layOut({
    language,
    subject: words.invitation.subject(short(workspace), inviter === null ? null : short(inviter)),
    lead: words.invitation.lead(workspace, inviter),
    greeting: words.greeting(unlinked(facts.name)),
    paragraphs: facts.roles.map(({ name, description }) => ({
      before: words.role,
      strong: name,
      after: `. ${description}`,
    })),
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
