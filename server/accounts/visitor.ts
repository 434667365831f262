// What a served page knows of whoever is signed in. Changes nothing.
import type { Language } from '../../shared/accounts/account.ts';
import { LANGUAGES } from '../../shared/accounts/account.ts';
import type { UseCaseContext } from '../context.ts';
import { ownById } from './own-store.ts';

/** Whoever is signed in, as far as a page needs to know them. */
export interface Visitor {
  readonly email: string;
  /** Null where the browser's is to be used. */
  readonly language: Language | null;
  readonly hasPassword: boolean;
  /** Whether a new password has to be chosen before anything else. */
  readonly mustChangePassword: boolean;
  /** Whether a provider says who the person is, so that they have no password here. */
  readonly isOfProvider: boolean;
}

/** The person behind the session of the call; null where nobody is signed in. */
export async function readVisitor(ctx: Pick<UseCaseContext, 'caller' | 'read'>): Promise<Visitor | null> {
  if (ctx.caller.kind !== 'account') return null;
  const own = await ownById(ctx.read, ctx.caller.accountId);
  if (own === undefined) return null;
  const { email, language, passwordHash, mustChangePassword, source } = own;
  return {
    email,
    language: languageFrom(language),
    hasPassword: passwordHash !== null,
    mustChangePassword,
    isOfProvider: source === 'provider',
  };
}

/** A stored language where pages are written in it. */
export function languageFrom(stored: string | null): Language | null {
  return LANGUAGES.find((language) => language === stored) ?? null;
}
