// Which fields the form about a person has, which of them are locked and why, and what was changed. Pure; only `can` decides.
import type { MemberDetails } from '../../shared/members/profile.ts';
import type { Policy, RoleKey } from '../../shared/policy/policy.ts';
import { leastRole } from '../../shared/roles/least-role.ts';
import type { FailureCode } from '../failure.ts';
import { accountStrings } from '../i18n/account-strings.ts';
import { actionStrings } from '../i18n/action-strings.ts';
import { formStrings as strings } from '../i18n/person-form-strings.ts';
import { reasonText } from '../i18n/failure-strings.ts';
import type { RoleBox } from '../invitations/role-boxes.ts';
import type { ChosenPlace } from '../invitations/invite-places.ts';
import { may } from '../may.ts';
import type { Rights } from '../rights.ts';
import type { CreatePersonIntent } from './intents.ts';
import { sameRoles } from './same-roles.ts';

/** A field for one line of text. */
export type TextField = 'email' | 'name' | 'username' | 'firstName' | 'lastName' | 'department';

/** What is in the form. */
export interface Draft extends Readonly<Record<TextField, string>> {
  readonly roles: readonly RoleKey[];
  /** The other workspaces that somebody new is to be in. */
  readonly places: readonly ChosenPlace[];
  readonly isActive: boolean;
  readonly mustChangePassword: boolean;
}

/** A text field as it is drawn. */
export interface FieldLook {
  readonly name: TextField;
  readonly isRequired: boolean;
  readonly help: string;
  /** Why it cannot be changed; '' where it can. */
  readonly locked: string;
  /** Whether a provider has the say. */
  readonly isOfProvider: boolean;
}

/** The form before anything is entered, with the least role that the viewer may give. */
export function emptyDraft(rights: Rights, email: string): Draft {
  const open = newRoles(rights).flatMap(({ key, reason }) => (reason === '' ? [key] : []));
  const first = leastRole(rights.personRoles.filter(({ key }) => open.includes(key)));
  return {
    email,
    name: '',
    username: '',
    firstName: '',
    lastName: '',
    department: '',
    roles: first === undefined ? [] : [first.key],
    places: [],
    isActive: true,
    mustChangePassword: true,
  };
}

/** The form about somebody, as they are. */
export function draftOf({ member, profile }: MemberDetails): Draft {
  const { email, name, username, roles, status } = member;
  return {
    ...profile,
    email,
    name,
    username: username ?? '',
    roles,
    places: [],
    isActive: status === 'active',
    mustChangePassword: true,
  };
}

/** The text fields of a new person, in order. */
export function newFields({ creation, guidance }: Policy): readonly FieldLook[] {
  const { fields = [], required = [] } = creation ?? {};
  const names = ORDER.filter((name) => name === 'email' || fields.includes(name));
  return names.map((name) => ({
    name,
    isRequired: name === 'email' || required.includes(name),
    help:
      name === 'email' && guidance.includes('fixed-address')
        ? `${strings.helps.email} ${strings.fixedAddress}`
        : strings.helps[name],
    locked: '',
    isOfProvider: false,
  }));
}

/** The text fields about somebody who is here, in order: what cannot be changed is shown with the reason. */
export function knownFields(rights: Rights, details: MemberDetails): readonly FieldLook[] {
  const { identity, creation } = rights.policy;
  const isOfParts = identity.profile.includes('firstName') || identity.profile.includes('lastName');
  const isOfProvider = details.sources.person === 'provider';
  const decision = may(rights, 'member.change-profile', { member: rights.target(details.member) });
  const locked = decision.allowed ? '' : reasonText(decision.reason);
  const known = draftOf(details);
  const required: readonly string[] = creation?.required ?? [];
  const lockOf = (name: TextField): string => {
    if (locked !== '') return locked;
    if (name === 'username' && (details.member.username ?? null) !== null) return accountStrings.usernameSet;
    if (name !== 'email') return '';
    return identity.emailChange === 'none' ? strings.lockedAddress : strings.confirmedAddress;
  };
  const isShown = (name: TextField): boolean => {
    if (name === 'email') return true;
    if (name === 'name') return !isOfParts;
    if (name === 'username') return identity.hasUsername;
    return identity.profile.includes(name);
  };
  return ORDER.filter(isShown).map((name) => ({
    name,
    // What nobody ever said is not asked for here; what is known cannot be emptied.
    isRequired: lockOf(name) === '' && known[name] !== '' && required.includes(name),
    help: lockOf(name) === '' ? strings.helps[name] : '',
    locked: lockOf(name),
    isOfProvider: isOfProvider && locked !== '',
  }));
}

const ORDER: readonly TextField[] = ['username', 'name', 'email', 'firstName', 'lastName', 'department'];

/** The roles of somebody new, each with the reason why it is not the viewer's to give. */
export function newRoles(rights: Rights): readonly RoleBox[] {
  const workspace = rights.viewer.workspace.id;
  return rights.personRoles.map(({ key, name, description }) => {
    const decision = may(rights, 'member.create', { workspace, roles: [key] });
    return { key, name, description, reason: decision.allowed ? '' : reasonText(decision.reason) };
  });
}

/** The roles of somebody who is here, each with the reason why it cannot be given or taken. */
export function knownRoles(rights: Rights, { member }: MemberDetails): readonly RoleBox[] {
  const target = { member: rights.target(member) };
  const isMany = rights.policy.rolesPerMember === 'many';
  return rights.personRoles.map(({ key, name, description }) => {
    const isHeld = member.roles.includes(key);
    const others = member.roles.filter((role) => role !== key);
    const next = isHeld && isMany ? others : isMany ? [...others, key] : [key];
    const decision = rights.may('member.change-role', { ...target, roles: next });
    // What is there already can stay, and another one can be given before the only one is taken.
    const isOpen = decision.allowed || ['role_unchanged', 'role_required'].includes(decision.reason);
    return { key, name, description, reason: isOpen ? '' : reasonText(decision.reason) };
  });
}

/** Why the person cannot be switched on or off; '' where they can, undefined where that is no part of the form. */
export function statusLock(rights: Rights, { member }: MemberDetails): string | undefined {
  if (rights.policy.members.deactivation === 'none') return undefined;
  const action = member.status === 'active' ? 'member.deactivate' : 'member.reactivate';
  const decision = may(rights, action, { member: rights.target(member) });
  return decision.allowed ? '' : reasonText(decision.reason);
}

/** The field that a refusal is about; undefined where it is about none of `shown`. */
export function wrongField(
  failure: FailureCode | undefined,
  details: unknown,
  shown: readonly string[],
): string | undefined {
  if (failure === undefined) return undefined;
  const { field } = (details ?? {}) as { field?: string };
  return field !== undefined && shown.includes(field) ? field : undefined;
}

/** What of the draft differs from `before`, as the wire wants it. */
export function changesOf(
  before: Draft,
  draft: Draft,
  fields: readonly FieldLook[],
): Partial<Record<Exclude<TextField, 'email'>, string>> & { roles?: RoleKey[]; isActive?: boolean } {
  const texts = fields.flatMap(({ name, locked }) =>
    locked === '' && name !== 'email' && draft[name].trim() !== before[name] ? [[name, draft[name]]] : [],
  );
  return {
    ...(Object.fromEntries(texts) as Partial<Record<Exclude<TextField, 'email'>, string>>),
    ...(sameRoles(draft.roles, before.roles) ? {} : { roles: [...draft.roles] }),
    ...(draft.isActive === before.isActive ? {} : { isActive: draft.isActive }),
  };
}

/** What the heading and the button say; a policy with words of its own for saving says by `label` what making is. */
export function labelsOf({ creation }: Policy): {
  readonly add: string;
  readonly make: string;
  readonly save: string;
} {
  const { label = '', saveLabel } = creation ?? {};
  return {
    add: label,
    make: saveLabel === undefined ? actionStrings.save : label,
    save: saveLabel ?? actionStrings.save,
  };
}

/** Somebody new as the wire wants them, but for password and resources. */
export function newcomerOf(draft: Draft, policy: Policy): CreatePersonIntent['given'] {
  const { email, roles, places, isActive } = draft;
  const texts = newFields(policy).flatMap(({ name }) =>
    draft[name].trim() === '' ? [] : [[name, draft[name]]],
  );
  return {
    email,
    ...Object.fromEntries(texts),
    roles: [...roles],
    ...(places.length > 0 && {
      places: places.map((one) => ({ workspaceId: one.place.id, roles: [...one.roles] })),
    }),
    ...(policy.creation?.fields.includes('active') && { isActive }),
  };
}
