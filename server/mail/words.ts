// What letters say, in the languages there are. Words only; what people typed comes in neutralised. Pure.
import type { Language } from '../../shared/accounts/account.ts';
import { LANGUAGES } from '../../shared/accounts/account.ts';
import type { AccountMailKind } from './store.ts';
import { ARABIC } from './words-ar.ts';
import { GERMAN } from './words-de.ts';
import { ENGLISH } from './words-en.ts';
import { SPANISH } from './words-es.ts';
import { FRENCH } from './words-fr.ts';
import { directionOf, isolated } from './words-forms.ts';
import { JAPANESE } from './words-ja.ts';

/** What a letter about an account can say of it. */
export interface AccountFacts {
  /** The workspace, or the name of the server where there are several. */
  readonly place: string;
  /** How many more workspaces there are, and all of them in words. */
  readonly others: number;
  readonly all: string;
  readonly email: string;
  /** Until when the link works, in words; '' where there is none. */
  readonly until: string;
  /** The guarded role, where the letter is about one. */
  readonly role: string;
  /** Whether an administrator did it, and not the person. */
  readonly isByOthers: boolean;
  /** Whether somebody chose the first password of a new account. */
  readonly hasPassword: boolean;
}

/** What a letter about an account says. */
export interface AccountWords {
  readonly subject: string;
  readonly lead: string;
  readonly paragraphs?: readonly string[];
  /** The words of the button and beneath it, where the letter brings a link. */
  readonly button?: string;
  readonly steps?: string;
  readonly calm: string;
}

/** The words of one language. */
export interface Words {
  /** How a reader is greeted; the name may be ''. */
  greeting(name: string): string;
  /** The language and place by which moments are written. */
  readonly locale: string;
  /** A heading as a sentence with its full stop. */
  sentence(text: string): string;
  readonly fallback: string;
  /** What stands before the name of a role; where the letter is about several workspaces, with the one it is in. */
  readonly role: string;
  roleAt(workspace: string): string;
  /** What stands after the name of a role: what it means. */
  means(description: string): string;
  writes(from: string): string;
  readonly invitation: {
    /** `inviter` is null where the operator invited; `others` is how many more workspaces it invites into. */
    lead(workspace: string, inviter: string | null, others: number): string;
    subject(workspace: string, inviter: string | null, others: number): string;
    readonly button: string;
    steps(email: string, until: string): string;
    readonly calm: string;
  };
  readonly account: Readonly<Record<AccountMailKind | 'test', (facts: AccountFacts) => AccountWords>>;
}

const WORDS: Readonly<Record<Language, Words>> = {
  ar: ARABIC,
  de: GERMAN,
  en: ENGLISH,
  es: SPANISH,
  fr: FRENCH,
  ja: JAPANESE,
};

/** The words of `language`. */
export function wordsOf(language: Language): Words {
  return WORDS[language];
}

/** The first of `wishes` (tags such as `de-CH`) that there are words for; English where there is none. */
export function languageOf(...wishes: readonly (string | null | undefined)[]): Language {
  for (const wish of wishes) {
    const tag = wish?.toLowerCase().split('-', 1)[0];
    const known = LANGUAGES.find((language) => language === tag);
    if (known !== undefined) return known;
  }
  return 'en';
}

/** Names as a sentence has them, each in the direction it is written in. */
export function listed(names: readonly string[], language: Language): string {
  const list = new Intl.ListFormat(wordsOf(language).locale);
  if (names.length === 1 || directionOf(language) === 'ltr') return list.format(names);
  // The mark says which way the list runs, whichever way its first name does.
  return `\u200f${list.format(names.map(isolated))}`;
}

/** A moment for somebody whose place in the world is unknown. */
export function moment(at: number, { locale }: Words): string {
  return `${new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' }).format(at)} UTC`;
}
