// The wire of access reviews. Only zod; only the server imports it as a value.
import { z } from 'zod';
import type { MemberId, ReviewId } from '../ids.ts';
import { CursorInput, Limit, Moment, Note, Search, Version, id, mutation, text } from './base.ts';
import { MemberFilterInput } from './members.ts';

/** Which people a review is about: everybody, or by role, status and last sign-in. */
const Scope = MemberFilterInput.pick({ roles: true, statuses: true, dormantSince: true });

export const ListReviews = z.strictObject({ limit: Limit, after: CursorInput.optional() });

export const PreviewReview = z.strictObject({ scope: Scope });
export const OfReview = z.strictObject({ reviewId: id<ReviewId>() });

/** A page of the people of a review; `about` leaves those of one kind. */
export const ListReviewItems = z.strictObject({
  reviewId: id<ReviewId>(),
  about: z.enum(['all', 'open', 'keep', 'revoke']).default('all'),
  search: Search,
  limit: Limit,
  after: CursorInput.optional(),
});
export type ListReviewItems = z.infer<typeof ListReviewItems>;

/** Starts a review of everybody who is in its scope now. */
export const StartReview = mutation({
  name: text().max(2000),
  scope: Scope,
  /** Who decides; whoever may run reviews where it is left out. */
  reviewerId: id<MemberId>().optional(),
  dueAt: Moment,
});
export type StartReview = z.infer<typeof StartReview>;

/** Keeps or revokes the access of up to 200 people of a review. */
export const DecideReview = mutation({
  reviewId: id<ReviewId>(),
  memberIds: z.array(id<MemberId>()).min(1).max(200),
  decision: z.enum(['keep', 'revoke']),
  note: Note,
});
export type DecideReview = z.infer<typeof DecideReview>;

export const CloseReview = mutation({ reviewId: id<ReviewId>(), version: Version, note: Note });
export type CloseReview = z.infer<typeof CloseReview>;
