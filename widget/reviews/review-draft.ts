// A review as it is being put together in the form, before it begins. Pure but for the words and days of the viewer.
import type { MemberStatus } from '../../shared/policy/can.ts';
import type { RoleKey } from '../../shared/policy/policy.ts';
import type { Review, ReviewScope } from '../../shared/reviews/review.ts';
import { quarterAfter } from '../../shared/reviews/review.ts';
import { inputDate } from '../i18n/input-days.ts';
import { reviewStrings as strings } from '../i18n/review-strings.ts';

const DAY = 86_400_000;
/** How long there is to decide, in days, where nothing else was chosen. */
const USUAL_DAYS = 14;

/** What the form holds. */
export interface Draft {
  readonly name: string;
  readonly roles: readonly RoleKey[];
  readonly status: MemberStatus | '';
  /** In days; 0 for whenever. */
  readonly away: number;
  readonly reviewerId: string;
  /** The name of a reviewer who came from the review before. */
  readonly reviewerName: string;
  /** As a date input has it. */
  readonly due: string;
}

/** A review of everybody. */
export function emptyDraft(now: number): Draft {
  const day = new Date(now);
  const quarter = Math.floor(day.getMonth() / 3) + 1;
  return {
    name: strings.usualName(quarter, day.getFullYear()),
    roles: [],
    status: '',
    away: 0,
    reviewerId: '',
    reviewerName: '',
    due: inputDate(now + USUAL_DAYS * DAY),
  };
}

/** The same people and who decides, a quarter later; at the earliest tomorrow. */
export function draftAfter({ scope, reviewer, dueAt, createdAt }: Review, now: number): Draft {
  const empty = emptyDraft(now);
  return {
    ...empty,
    roles: scope.roles ?? [],
    status: scope.statuses?.length === 1 ? scope.statuses[0]! : '',
    away: scope.dormantSince === undefined ? 0 : Math.round((createdAt - scope.dormantSince) / DAY),
    reviewerId: reviewer?.id ?? '',
    reviewerName: reviewer?.name ?? '',
    due: inputDate(Math.max(quarterAfter(dueAt), now + DAY)),
  };
}

/** Whom the review would be about. */
export function scopeOf(
  { roles, status, away }: Draft,
  now: number,
): ReviewScope & { roles?: RoleKey[]; statuses?: MemberStatus[] } {
  return {
    ...(roles.length > 0 && { roles: [...roles] }),
    ...(status !== '' && { statuses: [status] }),
    ...(away > 0 && { dormantSince: Math.max(0, now - away * DAY) }),
  };
}
