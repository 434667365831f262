// How Spanish writes a word of the policy inside a sentence. Pure.

/** The word as it stands inside a sentence: «Paquetes» becomes «paquetes», «API» stays. */
export function inside(word: string): string {
  return /^\p{Lu}\p{Ll}/u.test(word) ? word.charAt(0).toLowerCase() + word.slice(1) : word;
}
