// Reviews and their people, for who may run reviews.
import type { ListReviewItems } from '../../shared/contract/reviews.ts';
import { fail } from '../../shared/errors.ts';
import type { MemberId, ReviewId } from '../../shared/ids.ts';
import type { MemberFilter } from '../../shared/members/member.ts';
import { holds } from '../../shared/policy/compile.ts';
import type { Review, ReviewItemPage, ReviewPage } from '../../shared/reviews/review.ts';
import { MAX_REVIEWED } from '../../shared/reviews/review.ts';
import { authorizeRead } from '../authorize.ts';
import type { UseCaseContext } from '../context.ts';
import { decodeCursor, decodeTextCursor, encodeCursor } from '../members/list.ts';
import { countInScope, idsInScope, itemsAfter } from './item-store.ts';
import { membersHolding } from './reviewers-store.ts';
import { lastClosed, publicReview, reviewById, reviewsBefore } from './store.ts';

/** A page of the workspace's reviews, newest first. @throws {AppError} the reason of the denial; `input_invalid` for a cursor that is none of ours. */
export async function listReviews(
  ctx: UseCaseContext,
  { limit, after }: { readonly limit: number; readonly after?: string | undefined },
): Promise<ReviewPage> {
  const { workspaceId } = await authorizeRead(ctx, 'review.view');
  const before = after === undefined ? Number.MAX_SAFE_INTEGER : decodeCursor(after)[1];
  const rows = await reviewsBefore(ctx.read, workspaceId, before, limit + 1);
  const page = rows.slice(0, limit);
  return {
    rows: page.map(publicReview),
    next: rows.length > limit ? encodeCursor([0, page.at(-1)!.seq]) : null,
    lastClosedAt: await lastClosed(ctx.read, workspaceId),
  };
}

/** One review. @throws {AppError} `review_not_found`; the reason of the denial. */
export async function getReview(
  ctx: UseCaseContext,
  { reviewId }: { readonly reviewId: ReviewId },
): Promise<Review> {
  const { workspaceId } = await authorizeRead(ctx, 'review.view');
  return publicReview((await reviewById(ctx.read, workspaceId, reviewId)) ?? fail('review_not_found'));
}

/** A page of the people of a review, by name. @throws {AppError} `review_not_found`; the reason of the denial; `input_invalid` for a cursor that is none of ours. */
export async function listReviewItems(
  ctx: UseCaseContext,
  { reviewId, about, search, limit, after }: ListReviewItems,
): Promise<ReviewItemPage> {
  const { workspaceId } = await authorizeRead(ctx, 'review.view');
  const review = (await reviewById(ctx.read, workspaceId, reviewId)) ?? fail('review_not_found');
  const rows = await itemsAfter(ctx.read, review.seq, {
    about,
    search,
    limit: limit + 1,
    after: after === undefined ? null : decodeTextCursor(after),
  });
  const page = rows.slice(0, limit);
  return {
    rows: page.map(({ key: _key, ...item }) => item),
    next: rows.length > limit ? encodeCursor(page.at(-1)!.key) : null,
  };
}

/**
 * How many people a review with this scope would be about now, one more than the most there may be where it would be too many,
 * and who of those who could be asked to decide would be among them.
 * @throws {AppError} the reason of the denial.
 */
export async function previewReview(
  ctx: UseCaseContext,
  { scope }: { readonly scope: MemberFilter },
): Promise<{ readonly count: number; readonly reviewed: readonly MemberId[] }> {
  const { workspaceId } = await authorizeRead(ctx, 'review.run');
  const reviewers = (await listReviewers(ctx)).map(({ id }) => id);
  return {
    count: await countInScope(ctx.read, ctx.policy, workspaceId, scope, MAX_REVIEWED + 1),
    reviewed: await idsInScope(ctx.read, ctx.policy, workspaceId, scope, reviewers),
  };
}

/** Who could be asked to decide: the active members who may run reviews. @throws {AppError} the reason of the denial. */
export async function listReviewers(
  ctx: UseCaseContext,
): Promise<readonly { readonly id: MemberId; readonly name: string }[]> {
  const { workspaceId } = await authorizeRead(ctx, 'review.run');
  const roles = ctx.policy.policy.roles.filter(({ key }) => holds(ctx.policy, [key], 'reviews.run'));
  return membersHolding(
    ctx.read,
    workspaceId,
    roles.map(({ key }) => key),
  );
}
