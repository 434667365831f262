// Closes an access review once everybody in it is decided; from then on it can only be read.
import type { CloseReview } from '../../shared/contract/reviews.ts';
import { fail } from '../../shared/errors.ts';
import type { Review } from '../../shared/reviews/review.ts';
import type { UseCaseContext } from '../context.ts';
import { openReview } from './decide.ts';
import { closeOpenReview, publicReview, reviewById } from './store.ts';

/**
 * Closes the review.
 * @throws {AppError} the reason of the denial; `review_not_found`; `review_closed`; `review_open_items` with their number; `changed_meanwhile` with the fresh review.
 */
export function closeReview(ctx: UseCaseContext, input: CloseReview): Promise<Review> {
  const { idempotencyKey, ...wish } = input;
  return ctx.write({ action: 'review.close', input: wish, idempotencyKey, note: input.note }, async (tx) => {
    const workspaceId = ctx.workspaceId ?? fail('workspace_not_found');
    await tx.assertCan('review.run', { workspace: workspaceId });
    const review = await openReview(tx, workspaceId, input.reviewId);
    if (review.version !== input.version) fail('changed_meanwhile', publicReview(review));
    if (!(await closeOpenReview(tx.sql, review, tx.now)))
      fail('review_open_items', { open: review.counts.open });
    const { name, counts } = review;
    await tx.audit({
      action: 'review.close',
      target: { kind: 'review', id: review.id },
      after: { name, keep: counts.keep, revoke: counts.revoke },
    });
    return publicReview((await reviewById(tx.sql, workspaceId, review.id)) ?? fail('review_not_found'));
  });
}
