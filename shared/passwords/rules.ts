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
