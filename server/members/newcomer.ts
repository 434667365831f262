// A person to make, as somebody described them: read by the rules of the policy before anything is written. No database.
import type { ParsedUsername } from '../../shared/accounts/username.ts';
import { parseUsername } from '../../shared/accounts/username.ts';
import type { CreateMember } from '../../shared/contract/people.ts';
import type { ResourcesOfKind } from '../../shared/contract/permissions.ts';
import { fail } from '../../shared/errors.ts';
import type { MemberProfile } from '../../shared/members/profile.ts';
import { joinName } from '../../shared/members/profile.ts';
import type { CreationField, Policy } from '../../shared/policy/policy.ts';
import { trimBlank } from '../../shared/text/blank.ts';
import { cleanName } from '../../shared/text/name.ts';
import type { NewAddress } from '../accounts/email-change.ts';
import { newAddress } from '../accounts/email-change.ts';

/** What an account is made of; everything but `idempotencyKey` of the request. */
export type Described = Omit<CreateMember, 'idempotencyKey'>;

/** A username in the forms to store and to look up. */
export type Username = Extract<ParsedUsername, { ok: true }>;

/** A person to make. The password is not among it: it is looked at and hashed apart. */
export interface Newcomer {
  readonly address: NewAddress;
  readonly roles: string[];
  /** Other workspaces that the person is to be in, with the roles there. */
  readonly places: NonNullable<CreateMember['places']>;
  readonly name: string;
  readonly username: Username | null;
  readonly profile: MemberProfile;
  readonly mustChangePassword: boolean;
  readonly isActive: boolean;
  readonly resources: readonly ResourcesOfKind[];
}

/**
 * The person whom `input` describes.
 * @throws {AppError} `not_in_policy` where nobody is made at once; `field_required` with the fields that are missing; `field_unknown`;
 * `email_invalid`; `name_invalid`; `username_invalid`.
 */
export function readNewcomer({ creation }: Policy, input: Described): Newcomer {
  if (creation === null) fail('not_in_policy');
  const given = fieldsOf(input);
  const missing = [
    ...(trimBlank(input.email) === '' ? ['email'] : []),
    ...creation.required.filter((field) => !given.includes(field)),
  ];
  if (missing.length > 0) fail('field_required', { field: missing[0], fields: missing });
  const unknown = given.find((field) => !creation.fields.includes(field));
  if (unknown !== undefined) fail('field_unknown', { field: unknown });
  const profile = {
    firstName: nameIn('firstName', input.firstName),
    lastName: nameIn('lastName', input.lastName),
    department: nameIn('department', input.department),
  };
  const ofParts = joinName(profile.firstName, profile.lastName);
  return {
    address: newAddress(input.email),
    roles: [...new Set(input.roles)],
    places: (input.places ?? []).map(({ workspaceId, roles }) => ({
      workspaceId,
      roles: [...new Set(roles)],
    })),
    name: nameIn('name', ofParts === '' ? input.name : ofParts),
    username: usernameIn(input.username),
    profile,
    mustChangePassword: input.mustChangePassword,
    isActive: input.isActive,
    resources: input.resources ?? [],
  };
}

/** The fields that somebody filled in: blank space is nothing, but of a password it counts. */
function fieldsOf(input: Described): CreationField[] {
  const texts = (['name', 'username', 'firstName', 'lastName', 'department'] as const).filter(
    (field) => trimBlank(input[field] ?? '') !== '',
  );
  return [
    ...texts,
    ...(input.password === undefined ? [] : (['password'] as const)),
    ...(input.isActive ? [] : (['active'] as const)),
    ...((input.resources ?? []).some(({ resourceIds }) => resourceIds.length > 0)
      ? (['resources'] as const)
      : []),
  ];
}

/** What was entered for `field` in the form to store; '' where nothing was. @throws {AppError} `name_invalid`. */
export function nameIn(field: 'name' | keyof MemberProfile, text = ''): string {
  const cleaned = cleanName(text);
  if (cleaned.ok) return cleaned.name;
  return cleaned.reason === 'name_empty' ? '' : fail('name_invalid', { field, reason: cleaned.reason });
}

/** The username that was entered; null where none was. @throws {AppError} `username_invalid`. */
export function usernameIn(text = ''): Username | null {
  const username = trimBlank(text);
  if (username === '') return null;
  const parsed = parseUsername(username);
  return parsed.ok ? parsed : fail('username_invalid', { field: 'username' });
}
