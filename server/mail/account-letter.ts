// The letters about an account: they bring a link to whoever asked for it, or tell the person what happened. Pure.
import type { Language } from '../../shared/accounts/account.ts';
import type { Letter } from './letter.ts';
import { layOut } from './letter.ts';
import type { RoleInMail } from './plain.ts';
import { roleWords, short, unlinked } from './plain.ts';
import type { AccountMailKind } from './store.ts';
import { listed, moment, wordsOf } from './words.ts';

/** What a mail about an account says. */
export interface AccountLetterFacts {
  readonly kind: AccountMailKind | 'test';
  /** The name of the reader; '' where it is nobody's business at that address. */
  readonly name: string;
  readonly email: string;
  /** What it is about: workspaces by the names that people gave them, or the server by its own. */
  readonly place:
    { readonly workspace: string; readonly others?: readonly string[] } | { readonly host: string };
  /** Where the letter leads; a page that stays has no end. */
  readonly link?: { readonly href: string; readonly expiresAt: number | null } | undefined;
  /** The guarded role that the person was given, and what it means. */
  readonly role?: RoleInMail | undefined;
  readonly isByOthers?: boolean;
  readonly hasPassword?: boolean;
}

/** The letter of these facts. */
export function accountLetter(facts: AccountLetterFacts, language: Language): Letter {
  const words = wordsOf(language);
  const { link } = facts;
  const role = facts.role && roleWords(facts.role);
  const [place, ...others] =
    'workspace' in facts.place
      ? [unlinked(facts.place.workspace), ...(facts.place.others ?? []).map(unlinked)]
      : [facts.place.host];
  const told = {
    email: facts.email,
    until: link?.expiresAt == null ? '' : moment(link.expiresAt, words),
    role: role?.name ?? '',
    isByOthers: facts.isByOthers === true,
    hasPassword: facts.hasPassword === true,
    others: others.length,
    all: listed([place, ...others], language),
  };
  const said = words.account[facts.kind]({ ...told, place });
  return layOut({
    language,
    subject: words.account[facts.kind]({ ...told, place: short(place) }).subject,
    lead: said.lead,
    opening: words.sentence(said.lead),
    greeting: words.greeting(unlinked(facts.name)),
    paragraphs: [
      ...(role === undefined
        ? []
        : [{ before: words.role, strong: role.name, after: words.means(role.description) }]),
      ...(said.paragraphs ?? []),
    ],
    action:
      link === undefined
        ? null
        : {
            link: link.href,
            button: said.button ?? '',
            steps: said.steps ?? '',
            fallback: words.fallback,
          },
    calm: said.calm,
  });
}
