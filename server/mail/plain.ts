// Text that people typed, as it may stand in a mail: never markup, never a header, never something to click. Pure.
import type { Role } from '../../shared/policy/policy.ts';

/** The most characters of a name in a subject. */
const SUBJECT_NAME = 60;

/**
 * Text that people typed, so that no mail program makes a link of it: a space goes where a host name, a scheme
 * or a number of four parts would hold together. Whoever may name a workspace could otherwise send links to anybody (SEC_B22).
 */
export function unlinked(text: string): string {
  return text
    .replace(/(?<=[\p{L}\p{N}\p{M}_-])[.\u2024\u3002\uff0e\uff61](?=[\p{L}\p{N}_-])/gu, (dot, at: number) =>
      isDecimalPoint(text, at) ? dot : `${dot} `,
    )
    .replace(/(?<=[\p{L}\p{N}+.-]):(?=[^\s\d])/gu, ': ')
    .replace(/(?<=\S)@(?=\S)/g, ' @ ');
}

/** A role as it may stand in a mail: one that a workspace made for itself was typed by people, the others are the policy's. */
export function roleWords({ name, description, isCustom }: RoleInMail): {
  readonly name: string;
  readonly description: string;
} {
  return isCustom === true
    ? { name: unlinked(name), description: unlinked(description) }
    : { name, description };
}

/** What mails say of a role. */
export type RoleInMail = Pick<Role, 'name' | 'description' | 'isCustom'>;

/** Whether the dot at `at` stands in a number of two parts, as in `1.5`. */
function isDecimalPoint(text: string, at: number): boolean {
  return (
    /(?<![\d.])\d+$/.test(text.slice(Math.max(0, at - 20), at)) &&
    /^\.\d+(?![\d.\p{L}])/u.test(text.slice(at, at + 20))
  );
}

/** The text as HTML that says the same. */
export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** A name that leaves room for others in a subject. */
export function short(name: string): string {
  const characters = [...name];
  return characters.length > SUBJECT_NAME ? `${characters.slice(0, SUBJECT_NAME - 1).join('')}…` : name;
}

/** The text as one line, which a header is. */
export function asHeader(text: string): string {
  return text.replace(/[\p{Cc}\s]+/gu, ' ').trim();
}
