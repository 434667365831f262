// How hard a password is to guess, in one word, as a hint while somebody types. Pure, and never the ground of a refusal.

/** How hard a password is to guess. */
export type PasswordStrength = 'weak' | 'fair' | 'good' | 'strong';

/** What people type along: rows of a keyboard, the alphabet, digits. */
const RUNS = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'qwertzuiop',
];
/** What is tried with any name; the server knows thousands more. */
const TRIED = ['password', 'passwort', 'welcome', 'letmein', 'admin', 'secret', 'summer', 'winter', 'login'];
/** The shortest piece of a name that counts, in code points. */
const PIECE = 3;

/**
 * The strength of `password`, judged by its length, its variety, and what is easily guessed in it: characters that repeat or follow
 * each other on a keyboard, and pieces of what is `known` of the person (name, address).
 */
export function strengthOf(password: string, known: readonly string[] = []): PasswordStrength {
  const characters = [...withoutKnown(password.toLowerCase(), known)];
  const bits = surprises(characters) * Math.log2(alphabetOf(password));
  if (bits < 32) return 'weak';
  if (bits < 48) return 'fair';
  return bits < 70 ? 'good' : 'strong';
}

/** The password with every piece that is known of the person, or of people, cut down to one character. */
function withoutKnown(password: string, known: readonly string[]): string {
  const pieces = [...known, ...TRIED]
    .flatMap((text) => text.toLowerCase().split(/[^\p{L}\p{N}]+/u))
    .filter((piece) => [...piece].length >= PIECE)
    .toSorted((a, b) => b.length - a.length);
  return pieces.reduce((rest, piece) => rest.replaceAll(piece, '\0'), password);
}

/** How many characters do not follow from the one before: what repeats, or goes on along a row, counts for a quarter. */
function surprises(characters: readonly string[]): number {
  const seen = new Map<string, number>();
  let count = 0;
  for (const [at, character] of characters.entries()) {
    const before = characters[at - 1];
    const times = seen.get(character) ?? 0;
    seen.set(character, times + 1);
    if (before !== undefined && follows(before, character)) count += 0.25;
    else count += times < 2 ? 1 : 0.5;
  }
  return count;
}

function follows(before: string, character: string): boolean {
  return (
    before === character ||
    RUNS.some((run) => run.includes(before + character) || run.includes(character + before))
  );
}

/** The number of characters to choose from, by the kinds that occur. */
function alphabetOf(password: string): number {
  const kinds: readonly (readonly [RegExp, number])[] = [
    [/[a-z]/, 26],
    [/[A-Z]/, 26],
    [/[0-9]/, 10],
    [/[^A-Za-z0-9\u0080-\u{10ffff}]/u, 32],
    [/[\u0080-\u{10ffff}]/u, 64],
  ];
  return kinds.reduce((size, [kind, adds]) => (kind.test(password) ? size + adds : size), 1);
}
