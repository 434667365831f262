// Seeing somebody out, as both sides know it. Pure: types only.
import type { MemberId } from '../ids.ts';
import type { Member } from './member.ts';

/** How somebody's access ends: kept but switched off, or gone with the membership. */
export type AccessEnd = 'deactivate' | 'remove';

/** What is there to be seen to before somebody goes. */
export interface OffboardPlan {
  /** The ways in which access can end here, the gentler first. */
  readonly ends: readonly AccessEnd[];
  /** How many sessions they have open. */
  readonly sessions: number;
  /** How many of the invitations that they sent still wait for an answer. */
  readonly invitations: number;
  /** What they own, by kind. */
  readonly owned: readonly { readonly kind: string; readonly count: number }[];
}

/** What was done. */
export interface Offboarded {
  readonly memberId: MemberId;
  /** The person as they now are; null where they were removed. */
  readonly member: Member | null;
  readonly sessions: number;
  /** How many invitations were taken back. */
  readonly invitations: number;
  /** How many things were handed over. */
  readonly handedOver: number;
}
