// What a password must be, as data, and whether one is. Pure: both sides ask the same function.

/** A class of characters that a password must contain one of. Which letters and digits count is a matter of Unicode. */
export type PasswordClass =
  { readonly kind: 'upper' | 'lower' | 'digit' } | { readonly kind: 'special'; readonly characters: string };

/** What a password must be. Lengths in code points. */
export interface PasswordRules {
  readonly minimum: number;
  readonly maximum: number;
  /** The length that is recommended; a shorter one is taken with a hint. */
  readonly advised: number;
  readonly classes: readonly PasswordClass[];
}

/** One rule by its name: a length, or a class of characters. */
export type PasswordRule = 'minimum' | 'maximum' | PasswordClass['kind'];

/** Whether a password fulfils one rule. */
export interface RuleResult {
  readonly rule: PasswordRule;
  readonly isMet: boolean;
}

/** The most code points that any rules may allow: more is refused before anything is computed from it. */
export const PASSWORD_LIMIT = 1024;

const LETTERS = { upper: /\p{Lu}/u, lower: /\p{Ll}/u, digit: /\p{Nd}/u } as const;

/**
 * One result for each rule, in the order of the rules: for a list that is ticked off while somebody types, and for the decision.
 * The password is taken exactly as it is: nothing trimmed, folded or composed.
 */
export function checkRules(rules: PasswordRules, password: string): RuleResult[] {
  const length = lengthOf(password);
  return [
    { rule: 'minimum', isMet: length >= rules.minimum },
    { rule: 'maximum', isMet: length <= rules.maximum },
    ...rules.classes.map((one) => ({ rule: one.kind, isMet: contains(one, password) })),
  ];
}

/**
 * Why a password that was entered twice cannot be taken; null where it can. Beside this the server refuses what is commonly tried.
 * The two fields must hold the very same characters.
 */
export function passwordProblem(
  rules: PasswordRules,
  password: string,
  confirmation: string,
): 'password_too_weak' | 'password_mismatch' | null {
  if (!checkRules(rules, password).every(({ isMet }) => isMet)) return 'password_too_weak';
  return password === confirmation ? null : 'password_mismatch';
}

/** Whether a password has the recommended length; a shorter one is taken with a hint. */
export function hasAdvisedLength(rules: PasswordRules, password: string): boolean {
  return lengthOf(password) >= rules.advised;
}

function lengthOf(password: string): number {
  let length = 0;
  for (const _ of password) length += 1;
  return length;
}

function contains(one: PasswordClass, password: string): boolean {
  if (one.kind !== 'special') return LETTERS[one.kind].test(password);
  for (const character of password) if (one.characters.includes(character)) return true;
  return false;
}
