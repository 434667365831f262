// What describes a person beside their address, as both sides know it. Pure: types and how a name is made of its parts.
import type { InvitationResult } from '../invitations/invitation.ts';
import type { MemberSource } from '../policy/can.ts';
import type { Member } from './member.ts';

/** What describes a member beside name and address; '' where nobody said. */
export interface MemberProfile {
  readonly firstName: string;
  readonly lastName: string;
  readonly department: string;
}

/** A member with everything that the form about them shows. */
export interface MemberDetails {
  readonly member: Member;
  readonly profile: MemberProfile;
  /** Whose word counts for who they are (name, address, username, department), and for what they may do. */
  readonly sources: { readonly person: MemberSource; readonly roles: MemberSource };
}

/** The name that first and last name make. */
export function joinName(firstName: string, lastName: string): string {
  return [firstName, lastName].filter((part) => part !== '').join(' ');
}

/**
 * First and last name of somebody who is called `name`: what was stored where that still makes the name, for it may have been changed
 * as a whole since; else the last word is taken for the last name.
 */
export function nameParts(
  name: string,
  stored: Pick<MemberProfile, 'firstName' | 'lastName'>,
): Pick<MemberProfile, 'firstName' | 'lastName'> {
  const { firstName, lastName } = stored;
  if (joinName(firstName, lastName) === name) return { firstName, lastName };
  const at = name.lastIndexOf(' ');
  return { firstName: at === -1 ? name : name.slice(0, at), lastName: at === -1 ? '' : name.slice(at + 1) };
}

/** What came of making an account. Somebody who has one elsewhere keeps it as it is and is invited instead. */
export type MemberMade =
  | { readonly made: 'account'; readonly member: Member }
  | { readonly made: 'invitation'; readonly invitation: InvitationResult };
