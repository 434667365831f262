// An access review as both sides know one: its people as they were when it began, and what was decided. Pure: no clock; the time comes in.
import type { ErrorCode } from '../errors.ts';
import type { MemberId, ReviewId } from '../ids.ts';
import type { MemberStatus } from '../policy/can.ts';
import type { RoleKey } from '../policy/policy.ts';

/** What was decided about somebody's access. */
export type ReviewDecision = 'keep' | 'revoke';

/** Which people a review is about. */
export interface ReviewScope {
  readonly roles?: readonly RoleKey[];
  readonly statuses?: readonly MemberStatus[];
  /** Not signed in since this moment; milliseconds since the epoch. */
  readonly dormantSince?: number;
}

/** A review of who has access. It cannot be closed while somebody is undecided. */
export interface Review {
  readonly id: ReviewId;
  readonly name: string;
  /** Which people it is about; the people themselves were fixed when it started. */
  readonly scope: ReviewScope;
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

/** A page of reviews, newest first. */
export interface ReviewPage {
  readonly rows: readonly Review[];
  readonly next: string | null;
  /** When the last one that is closed was closed; null where none is. */
  readonly lastClosedAt: number | null;
}

/** One person of a review, as they were when it began. */
export interface ReviewItem {
  readonly memberId: MemberId;
  /** Empty, as everything that describes the person, where it was erased. */
  readonly name: string;
  readonly email: string;
  readonly roles: readonly RoleKey[];
  readonly status: MemberStatus;
  readonly lastSignInAt: number | null;
  /** The names of the resources that they were granted, the first of them where there are many. */
  readonly resources: readonly string[];
  /** Whether they are still here, with access or without. */
  readonly isHere: boolean;
  readonly decision: ReviewDecision | null;
  readonly note: string;
  /** Who decided; null where nobody did yet, or who did was erased. */
  readonly decidedBy: string | null;
  readonly decidedAt: number | null;
}

/** A page of them by name. */
export interface ReviewItemPage {
  readonly rows: readonly ReviewItem[];
  readonly next: string | null;
}

/** How deciding about one person went. */
export interface ReviewOutcome {
  readonly memberId: MemberId;
  /** Absent where it was decided. */
  readonly refused?: ErrorCode;
  readonly item?: ReviewItem;
}

/** The most people of one review. */
export const MAX_REVIEWED = 10_000;

/** How often all access should be reviewed, in months. */
const PERIOD_MONTHS = 3;

/** Whether it is open after its day. */
export function isOverdue({ closedAt, dueAt }: Pick<Review, 'closedAt' | 'dueAt'>, now: number): boolean {
  return closedAt === null && now > dueAt;
}

/** The moment a quarter after `at`: the same day three months later, or the last of that month. */
export function quarterAfter(at: number): number {
  const day = new Date(at);
  const month = day.getUTCMonth() + PERIOD_MONTHS;
  const lastDay = new Date(Date.UTC(day.getUTCFullYear(), month + 1, 0)).getUTCDate();
  const next = new Date(at);
  next.setUTCFullYear(day.getUTCFullYear(), month, Math.min(day.getUTCDate(), lastDay));
  return next.getTime();
}

/** Whether it is time for another review: the last one was closed more than a quarter ago. */
export function isReviewDue(lastClosedAt: number | null, now: number): boolean {
  return lastClosedAt !== null && now > quarterAfter(lastClosedAt);
}
