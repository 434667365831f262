// Whom a provider vouched for, in the same words whichever protocol said so. Pure.

/** A person as their provider describes them. Claims, and nothing yet that gives a right. */
export interface Person {
  readonly issuer: string;
  /** What the provider calls the person, and nobody else ever; unique for the issuer. */
  readonly subject: string;
  /** As the provider wrote it; '' where it named none. */
  readonly email: string;
  /** Whether the provider says, in the same document as the address, that it is theirs: the boolean and nothing else (SEC_S02). */
  readonly isEmailVerified: boolean;
  readonly name: string;
  readonly groups: readonly string[];
  /** When the person proved to the provider who they are, in milliseconds; null where it does not say: then nobody counts it as a moment ago. */
  readonly authenticatedAt: number | null;
}

/** The longest subject or issuer that is taken. */
const MAX_SUBJECT = 400;
/** The most groups that are looked at. */
const MAX_GROUPS = 500;

/** A claim that is text; '' for anything else. */
export function textOf(value: unknown): string {
  return typeof value === 'string' && value.length <= 2000 && value.isWellFormed() ? value : '';
}

/** The groups in a claim: a list of texts, or one text. */
export function groupsOf(value: unknown): readonly string[] {
  const list = Array.isArray(value) ? value.slice(0, MAX_GROUPS) : [value];
  return list.map(textOf).filter((group) => group !== '');
}

/** The claim `name`, where a dot leads into an object: `user.id`. Only what the document itself holds. */
export function claimOf(claims: unknown, name: string): unknown {
  if (name === '' || typeof claims !== 'object' || claims === null) return undefined;
  if (Object.hasOwn(claims, name)) return (claims as Record<string, unknown>)[name];
  const dot = name.indexOf('.');
  if (dot < 1 || !Object.hasOwn(claims, name.slice(0, dot))) return undefined;
  return claimOf((claims as Record<string, unknown>)[name.slice(0, dot)], name.slice(dot + 1));
}

/** A subject that can stand for a person; undefined for what is no text or number, empty or endless. */
export function subjectOf(value: unknown): string | undefined {
  const text = Number.isSafeInteger(value) ? String(value as number) : value;
  return typeof text === 'string' && text !== '' && text.length <= MAX_SUBJECT && text.isWellFormed()
    ? text
    : undefined;
}
