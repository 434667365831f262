// Every word that the served pages say, in each of their languages. The compiler says where one is missing. Knows no rule.
import type { Language } from '../../../shared/accounts/account.ts';
import type { PasswordClass } from '../../../shared/passwords/rules.ts';
import type { Piece } from '../page-frame.ts';
import { ar } from './ar.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { ja } from './ja.ts';
import type { Refusals } from './refusals.ts';

/** Something that stands inside a sentence: plain text, or markup around it. */
export type Part = Piece | string;

/** A title and the sentence below it. */
export interface Notice {
  readonly title: string;
  readonly text: string;
}

/** The words of all pages. What is asked with stands in the words that follow it, so every entry is a whole sentence. */
export interface Words {
  readonly common: {
    readonly continue: string;
    readonly signIn: string;
    readonly signOut: string;
    readonly newLink: string;
    readonly canClose: string;
    readonly optional: string;
    /** @param minutes - How long to wait, rounded up. */
    limited(minutes: number): string;
  };
  readonly signIn: {
    title(workspace: Part | null): Piece;
    readonly email: string;
    readonly login: string;
    readonly password: string;
    readonly sendLink: string;
    readonly usePassword: string;
    readonly forgot: string;
    readonly or: string;
    withProvider(name: Part): Piece;
    /** @param hasPassword - Whether a password is one of the other ways. */
    firstTime(hasPassword: boolean): string;
    readonly noWay: string;
    readonly emailMissing: string;
    readonly loginMissing: string;
    readonly passwordMissing: string;
    readonly failed: string;
    readonly signedOut: string;
    readonly stale: string;
  };
  readonly sent: {
    readonly title: string;
    signIn(login: Part): Piece;
    reset(login: Part): Piece;
    readonly life: string;
    readonly helpTitle: string;
    readonly help: readonly string[];
    readonly again: string;
    readonly back: string;
  };
  readonly signedIn: {
    readonly title: string;
    as(who: Part): Piece;
    leadsTo(place: Part): Piece;
    readonly goingOn: string;
  };
  readonly link: {
    readonly signInTitle: string;
    signInAs(who: Part): Piece;
    readonly once: string;
    until(time: Part): Piece;
    readonly emailTitle: string;
    emailText(address: Part): Piece;
    readonly emailConfirm: string;
    readonly emailDoneTitle: string;
    emailDone(address: Part): Piece;
    otherSignedIn(who: Part): Piece;
    renew(address: Part): Piece;
    readonly lost: Notice;
    readonly invalid: Notice;
    readonly used: Notice;
    readonly expired: Notice;
    readonly other: Notice;
    readonly taken: Notice;
    readonly setUpClosed: Notice;
    readonly setUpExpired: Notice;
  };
  readonly setUp: {
    readonly title: string;
    readonly text: string;
    readonly workspace: string;
    readonly workspaceHint: string;
    readonly name: string;
    readonly email: string;
    readonly password: string;
    readonly passwordAgain: string;
    readonly passwordHint: string;
    readonly noWayBack: string;
    readonly submit: string;
    readonly workspaceWrong: string;
  };
  readonly password: {
    readonly resetTitle: string;
    resetText(who: Part): Piece;
    readonly mustTitle: string;
    readonly mustText: string;
    readonly changeTitle: string;
    readonly setTitle: string;
    readonly others: string;
    readonly current: string;
    readonly new: string;
    readonly again: string;
    readonly save: string;
    readonly saveAndSignIn: string;
    readonly rulesTitle: string;
    readonly failed: string;
    minimum(length: number): string;
    maximum(length: number): string;
    advised(length: number): string;
    one(of: PasswordClass): string;
    readonly notCommon: string;
    /** Says that too much time passed since somebody came in. */
    readonly stale: string;
    /** The same, to whoever has no password to prove themselves by. */
    readonly late: Notice;
    readonly signInAgain: string;
    readonly savedTitle: string;
    readonly savedText: string;
  };
  readonly invitation: {
    invited(inviter: Part | null, workspace: Part): Piece;
    readonly nothingYet: string;
    readonly for: string;
    readonly role: string;
    readonly until: string;
    signedInAs(who: Part, invitee: Part): Piece;
    readonly somebody: string;
    hasAccount(address: Part): Piece;
    readonly stay: string;
    readonly signInToAccept: string;
    readonly signOutAndGoOn: string;
    readonly accept: string;
    readonly decline: string;
    welcome(workspace: Part): Piece;
    readonly joined: string;
    readonly setPassword: string;
    readonly setPasswordHint: string;
    readonly declinedTitle: string;
    declined(workspace: Part): Piece;
    readonly lost: Notice;
  };
  readonly provider: {
    connectTitle(provider: Part): Piece;
    connectText(identity: Part, account: Part): Piece;
    readonly connect: string;
    readonly cancel: string;
    readonly staleTitle: string;
    readonly stale: string;
    readonly back: string;
    readonly connectedTitle: string;
    readonly connected: string;
    readonly testedTitle: string;
    readonly testedOk: string;
    readonly testedNot: string;
    readonly testOverTitle: string;
    readonly testOver: string;
  };
  readonly notFound: Notice;
  /** Titles over refusals; whatever has none gets the plain one. */
  readonly refusedTitle: string;
  readonly refusals: Refusals;
}

const WORDS: Readonly<Record<Language, Words>> = { ar, de, en, es, fr, ja };

/** The words of a language. */
export function wordsIn(language: Language): Words {
  return WORDS[language];
}
