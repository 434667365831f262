// A person's own account as both sides know it. Pure: types only.
import type { AccountId, ProviderId } from '../ids.ts';
import type { MemberSource } from '../policy/can.ts';

/** An identity at a provider that opens this account. */
export interface Connection {
  readonly providerId: ProviderId;
  readonly provider: string;
  /** The address that the provider named last; '' where it named none. */
  readonly email: string;
  readonly connectedAt: number;
  readonly lastUsedAt: number | null;
  /** Whether it stays, because its workspace has left it to this provider who the person is. */
  readonly isFixed: boolean;
}

/** What a person sees of their own account. */
export interface Account {
  readonly id: AccountId;
  readonly email: string;
  readonly isEmailVerified: boolean;
  /** The address that waits for its confirmation; null where none does. */
  readonly pendingEmail: string | null;
  readonly name: string;
  /** Null where the person has none. */
  readonly username: string | null;
  /** The language of mails and served pages, as a BCP 47 tag; null for that of the browser. */
  readonly language: string | null;
  readonly hasPassword: boolean;
  readonly passwordSetAt: number | null;
  readonly mustChangePassword: boolean;
  /** Where name and address come from. */
  readonly source: MemberSource;
  readonly connections: readonly Connection[];
  /** The providers that could be connected still. */
  readonly connectable: readonly { readonly id: ProviderId; readonly name: string }[];
  readonly version: number;
}

/** What a sign-in page offers: the ways of the policy, and the providers of the workspace it was opened for. */
export interface SignInOffer {
  readonly workspace: string | null;
  readonly ways: readonly import('../policy/policy.ts').SignInWay[];
  readonly hasUsername: boolean;
  readonly hasMail: boolean;
  readonly providers: readonly {
    readonly id: ProviderId;
    readonly name: string;
    /** Where the browser goes to sign in through it. */
    readonly href: string;
  }[];
}

/** The languages that mails and served pages are written in, in the order of their own names. */
export const LANGUAGES = ['ar', 'de', 'en', 'es', 'fr', 'ja'] as const;
export type Language = (typeof LANGUAGES)[number];

/** What a single-use link of an account is for: one is never taken for another (SEC_B10). */
export type LinkKind = 'sign-in' | 'reset' | 'email' | 'setup';
