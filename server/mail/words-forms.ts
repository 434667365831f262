// How a language counts and which way it is written, for the words of letters and of served pages. Pure.
import type { Language } from '../../shared/accounts/account.ts';

/** A sentence for each way in which a language counts; those that are left out are `other`. */
type CountForms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>;

/** Picks the form with which the language `tag` counts. */
export function countingIn(tag: string): (count: number, forms: CountForms) => string {
  const rules = new Intl.PluralRules(tag);
  return (count, forms) => forms[rules.select(count)] ?? forms.other;
}

/** A name or an address inside a sentence: it keeps the direction it is written in, and the sentence keeps its own. */
export function isolated(text: string): string {
  return `\u2068${text}\u2069`;
}

/** The way in which a language is written. */
export function directionOf(language: Language): 'ltr' | 'rtl' {
  return language === 'ar' ? 'rtl' : 'ltr';
}
