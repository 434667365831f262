// A member as both sides know one. Pure: types only.
import type { MemberId } from '../ids.ts';
import type { MemberSource, MemberStatus } from '../policy/can.ts';
import type { RoleKey } from '../policy/policy.ts';

/** An account in a workspace: who, with which roles, switched on or off. */
export interface Member {
  readonly id: MemberId;
  readonly name: string;
  readonly email: string;
  /** The login name, where people have one and this person does. */
  readonly username?: string | null;
  readonly roles: readonly RoleKey[];
  readonly status: MemberStatus;
  /** How many resources the person was granted themselves, where grants go to people. */
  readonly resources?: number;
  /** Where name, address and (where the workspace says so) roles come from. */
  readonly source: MemberSource;
  /** Milliseconds since the epoch; null where the person has never signed in. */
  readonly lastSignInAt: number | null;
  readonly createdAt: number;
  /** Raised by every change; a write that names an older one is a conflict. */
  readonly version: number;
}

/** What the list of members can be sorted by. */
export const MEMBER_SORTS = ['name', 'email', 'roles', 'status', 'lastSignIn'] as const;
export type MemberSort = (typeof MEMBER_SORTS)[number];

/** Which members a list holds; absent parts do not narrow it. */
export interface MemberFilter {
  /** These people and nobody else. */
  readonly ids?: readonly MemberId[] | undefined;
  /** Part of a name or an address. */
  readonly search?: string | undefined;
  readonly roles?: readonly RoleKey[] | undefined;
  readonly statuses?: readonly MemberStatus[] | undefined;
  /** Not signed in since this moment, those who never were among them; milliseconds since the epoch. */
  readonly dormantSince?: number | undefined;
}

/** How many match: exactly, or at least this many ("1,000+"). */
export interface Total {
  readonly count: number;
  readonly isExact: boolean;
}

/** A page of members in the order asked for. */
export interface MemberPage {
  readonly rows: readonly Member[];
  /** The cursors of the rows around this page; null at the ends. */
  readonly previous: string | null;
  readonly next: string | null;
  /** The position of the first row in the whole list; approximate after a jump while others write; null while searching. */
  readonly offset: number | null;
  readonly total: Total;
}

/** The most rows that one page of any list holds. */
export const MAX_PAGE = 200;

/** The outcome for one person of a bulk change. */
export interface MemberOutcome {
  readonly memberId: MemberId;
  readonly name: string;
  /** Absent where the change was made. */
  readonly refused?: import('../errors.ts').ErrorCode;
  readonly member?: Member;
  /** The roles before, where others were given: what undoing it gives back. */
  readonly previousRoles?: readonly RoleKey[];
}
