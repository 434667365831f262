// A word of the policy inside an English sentence. Pure.

/** The word as it stands inside a sentence: "Packages" becomes "packages", "API keys" stays. */
export function inside(word: string): string {
  return /^\p{Lu}\p{Ll}/u.test(word) ? word.charAt(0).toLowerCase() + word.slice(1) : word;
}
