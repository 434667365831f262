// An access review as both sides know one. Pure: types only.
import type { MemberId, ReviewId } from '../ids.ts';
import type { MemberFilter } from '../members/member.ts';
import type { MemberStatus } from '../policy/can.ts';
import type { RoleKey } from '../policy/policy.ts';

/** What was decided about somebody's access. */
export type ReviewDecision = 'keep' | 'revoke';

/** A review of who has access. It cannot be closed while somebody is undecided. */
export interface Review {
  readonly id: ReviewId;
  readonly name: string;
  /** Which people it is about; the people themselves were fixed when it started. */
  readonly scope: MemberFilter;
  /** Who decides; null for whoever may run reviews. */
  readonly reviewer: { readonly id: MemberId; readonly name: string } | null;
  /** Milliseconds since the epoch. */
  readonly dueAt: number;
  readonly createdAt: number;
  /** Null while it is open. */
  readonly closedAt: number | null;
  /** How many people are kept, revoked, and not decided yet. */
  readonly counts: { readonly keep: number; readonly revoke: number; readonly open: number };
  readonly version: number;
}

/** One person of a review, as they were when it began. */
export interface ReviewItem {
  readonly memberId: MemberId;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly RoleKey[];
  readonly status: MemberStatus;
  readonly lastSignInAt: number | null;
  /** The names of the resources that they were granted. */
  readonly resources: readonly string[];
  readonly decision: ReviewDecision | null;
  readonly note: string;
  readonly decidedBy: string | null;
  readonly decidedAt: number | null;
}
