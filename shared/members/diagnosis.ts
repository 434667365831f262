// What is found when somebody cannot sign in, sees too little, or waits for a letter: findings as data. Pure: types and one table.
import type { ErrorCode } from '../errors.ts';
import type { Invitation } from '../invitations/invitation.ts';
import type { RoleKey } from '../policy/policy.ts';
import type { Member } from './member.ts';

/** What a finding is about: signing in, what somebody reaches, their invitation, or giving roles to others. */
export type DiagnosisTopic = 'sign-in' | 'access' | 'invitation' | 'roles';

/** Whether something keeps the person from what they want, may explain it, or is as it should be. */
export type FindingSeverity = 'problem' | 'notice' | 'fine';

/** What each finding says beside its code. */
export interface FindingFacts {
  active: object;
  deactivated: object;
  address_mistyped: { readonly email: string; readonly suggestion: string };
  signs_in_as: { readonly email: string; readonly username: string | null };
  /** People come in through these providers alone. */
  provider_only: { readonly providers: readonly string[] };
  /** They come through the host's own application, which says who they are. */
  through_host: object;
  /** There is no password, no connected provider, and no mail that could bring a link. */
  no_way_in: object;
  no_password: { readonly hasLinks: boolean; readonly providers: readonly string[] };
  must_change_password: object;
  /** So many attempts failed since the last that worked. */
  attempts_failed: { readonly count: number; readonly lastAt: number };
  signed_in: { readonly at: number };
  never_signed_in: { readonly since: number };

  roleless: object;
  /** They have roles that there are no more. */
  role_gone: { readonly roles: readonly RoleKey[] };
  roles_held: { readonly roles: readonly RoleKey[] };
  /** Roles count in the workspace that they were given in. */
  roles_here: { readonly workspace: string };
  /** A role of theirs reaches every resource of the kind. */
  reaches_all: { readonly kind: string; readonly role: RoleKey };
  /** They reach what they were given or made, and nothing else. */
  reaches_assigned: { readonly kind: string; readonly count: number; readonly total: number };
  reaches_none: { readonly kind: string; readonly total: number };
  /** So many resources were made after they were last given any. */
  made_after: { readonly kind: string; readonly count: number };
  /** Their roles reach so many of them. */
  reaches_by_role: { readonly kind: string; readonly count: number; readonly total: number };

  address_invalid: object;
  already_member: object;
  invitation_pending: { readonly createdAt: number; readonly expiresAt: number; readonly by: string | null };
  /** It has waited for days. */
  invitation_waits: { readonly createdAt: number; readonly expiresAt: number; readonly by: string | null };
  invitation_expired: { readonly expiresAt: number };
  invitation_revoked: object;
  invitation_declined: object;
  mail_missing: object;
  mail_queued: object;
  mail_failed: { readonly answer: string };
  mail_sent: object;
  look_in_spam: object;
  may_be_delayed: object;
  not_here: object;

  may_assign: { readonly roles: readonly RoleKey[] };
  may_not_assign: { readonly needed: readonly RoleKey[] };
  /** A role that exists in other workspaces only is not offered here. */
  roles_exist_here: { readonly workspace: string };
  assigns_here: { readonly workspace: string };
  assigns_everywhere: { readonly role: RoleKey };
  ask_everywhere: { readonly roles: readonly RoleKey[] };
  /** What keeps whoever looks from giving the person another role. */
  not_yours: { readonly reason: ErrorCode };
  ask_support: object;
}

/** What a finding can be. */
export type FindingCode = keyof FindingFacts;

/** Something found. */
export type Finding = {
  [Code in FindingCode]: { readonly code: Code; readonly facts: FindingFacts[Code] };
}[FindingCode];

/** What each finding is about, and how much it matters. */
export const FINDINGS: { readonly [Code in FindingCode]: readonly [DiagnosisTopic, FindingSeverity] } = {
  active: ['sign-in', 'fine'],
  deactivated: ['sign-in', 'problem'],
  address_mistyped: ['sign-in', 'problem'],
  signs_in_as: ['sign-in', 'fine'],
  provider_only: ['sign-in', 'notice'],
  through_host: ['sign-in', 'notice'],
  no_way_in: ['sign-in', 'problem'],
  no_password: ['sign-in', 'notice'],
  must_change_password: ['sign-in', 'notice'],
  attempts_failed: ['sign-in', 'problem'],
  signed_in: ['sign-in', 'fine'],
  never_signed_in: ['sign-in', 'notice'],

  roleless: ['access', 'problem'],
  role_gone: ['access', 'problem'],
  roles_held: ['access', 'fine'],
  roles_here: ['access', 'notice'],
  reaches_all: ['access', 'fine'],
  reaches_assigned: ['access', 'fine'],
  reaches_none: ['access', 'problem'],
  made_after: ['access', 'notice'],
  reaches_by_role: ['access', 'fine'],

  address_invalid: ['invitation', 'problem'],
  already_member: ['invitation', 'fine'],
  invitation_pending: ['invitation', 'fine'],
  invitation_waits: ['invitation', 'notice'],
  invitation_expired: ['invitation', 'problem'],
  invitation_revoked: ['invitation', 'problem'],
  invitation_declined: ['invitation', 'problem'],
  mail_missing: ['invitation', 'problem'],
  mail_queued: ['invitation', 'notice'],
  mail_failed: ['invitation', 'problem'],
  mail_sent: ['invitation', 'fine'],
  look_in_spam: ['invitation', 'notice'],
  may_be_delayed: ['invitation', 'notice'],
  not_here: ['invitation', 'problem'],

  may_assign: ['roles', 'fine'],
  may_not_assign: ['roles', 'notice'],
  roles_exist_here: ['roles', 'notice'],
  assigns_here: ['roles', 'notice'],
  assigns_everywhere: ['roles', 'fine'],
  ask_everywhere: ['roles', 'notice'],
  not_yours: ['roles', 'notice'],
  ask_support: ['roles', 'notice'],
};

/** What was found about a person, or about an address that nobody here has. */
export interface Diagnosis {
  /** The address as it is known here; as it was asked for where it is none. */
  readonly email: string;
  readonly member: Member | null;
  /** The newest invitation of the address, where there is one that says something and the viewer may see it. */
  readonly invitation: Invitation | null;
  readonly findings: readonly Finding[];
}
