// How French writes a name or a word of the policy inside a sentence. Pure.

/** The name behind its “de”: “de Nadia”, “d’Alice”. */
export function de(name: string): string {
  return /^(?:[aeiouhàâäéèêëîïôöûüœæ]|y[^aeiou])/i.test(name) ? `d’${name}` : `de ${name}`;
}

/** The word as it stands inside a sentence: “Tables” becomes “tables”, “API” stays. */
export function inside(word: string): string {
  return /^\p{Lu}\p{Ll}/u.test(word) ? word.charAt(0).toLowerCase() + word.slice(1) : word;
}
