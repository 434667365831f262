// Starts an access review: its people are fixed as they are at this moment.
import type { StartReview } from '../../shared/contract/reviews.ts';
import { fail } from '../../shared/errors.ts';
import type { MemberId, ReviewId, WorkspaceId } from '../../shared/ids.ts';
import type { MemberFilter } from '../../shared/members/member.ts';
import { holds } from '../../shared/policy/compile.ts';
import type { Review, ReviewScope } from '../../shared/reviews/review.ts';
import { MAX_REVIEWED } from '../../shared/reviews/review.ts';
import { cleanName } from '../../shared/text/name.ts';
import type { UseCaseContext, WriteTransaction } from '../context.ts';
import { spend } from '../limits/limits.ts';
import { memberById } from '../members/store.ts';
import { copyPeople, countInScope, idsInScope } from './item-store.ts';
import { insertReview, publicReview, reviewById } from './store.ts';

/**
 * Starts a review of everybody in the scope.
 * @throws {AppError} the reason of the denial; `name_invalid`; `input_invalid` for a day that has passed or a reviewer who may not run reviews or would be in this one;
 * `member_not_found`; `review_empty`; `review_too_large`; `rate_limited`.
 */
export function startReview(ctx: UseCaseContext, input: StartReview): Promise<Review> {
  const { idempotencyKey, ...wish } = input;
  return ctx.write({ action: 'review.start', input: wish, idempotencyKey }, async (tx) => {
    const workspaceId = ctx.workspaceId ?? fail('workspace_not_found');
    await tx.assertCan('review.run', { workspace: workspaceId });
    await spend(tx, 'startedReviews', workspaceId);
    if (input.dueAt <= tx.now) fail('input_invalid', { field: 'dueAt' });
    const reviewerId = await reviewerOf(ctx, tx, workspaceId, input);
    const people = await countInScope(tx.sql, ctx.policy, workspaceId, input.scope, MAX_REVIEWED + 1);
    if (people === 0) fail('review_empty');
    if (people > MAX_REVIEWED) fail('review_too_large');
    const review = {
      id: ctx.newId() as ReviewId,
      workspaceId,
      name: nameOf(input.name),
      scope: scopeOf(input.scope),
      reviewerId,
      dueAt: input.dueAt,
      startedBy: tx.actor.id ?? null,
      createdAt: tx.now,
    };
    const seq = await insertReview(tx.sql, review);
    await copyPeople(tx.sql, ctx.policy, { seq, workspaceId }, input.scope);
    const { name, scope, dueAt } = review;
    await tx.audit({
      action: 'review.start',
      target: { kind: 'review', id: review.id },
      after: {
        name,
        people,
        dueAt,
        ...(Object.keys(scope).length > 0 && { scope }),
        ...(reviewerId !== null && { reviewerId }),
      },
    });
    return publicReview((await reviewById(tx.sql, workspaceId, review.id)) ?? fail('review_not_found'));
  });
}

/** Whoever is asked to decide has to be able to, and decides alone; so not about themselves. */
async function reviewerOf(
  ctx: UseCaseContext,
  tx: WriteTransaction,
  workspaceId: WorkspaceId,
  { reviewerId: id, scope }: StartReview,
): Promise<MemberId | null> {
  if (id === undefined) return null;
  const reviewer = (await memberById(tx.sql, workspaceId, id)) ?? fail('member_not_found');
  const isAble = reviewer.status === 'active' && holds(ctx.policy, reviewer.roles, 'reviews.run');
  const isIn = (await idsInScope(tx.sql, ctx.policy, workspaceId, scope, [id])).length > 0;
  return isAble && !isIn ? id : fail('input_invalid', { field: 'reviewerId' });
}

function nameOf(text: string): string {
  const cleaned = cleanName(text);
  return cleaned.ok ? cleaned.name : fail('name_invalid', { field: 'name', reason: cleaned.reason });
}

/** Only the parts that narrow anything. */
function scopeOf({ roles, statuses, dormantSince }: MemberFilter): ReviewScope {
  return {
    ...(roles !== undefined && { roles }),
    ...(statuses !== undefined && { statuses }),
    ...(dormantSince !== undefined && { dormantSince }),
  };
}
