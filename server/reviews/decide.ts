// Decides about people of a review: keep, or revoke, which takes effect at once.
import type { DecideReview } from '../../shared/contract/reviews.ts';
import { cleanNote } from '../../shared/audit/note.ts';
import { AppError, fail } from '../../shared/errors.ts';
import type { MemberId, ReviewId, WorkspaceId } from '../../shared/ids.ts';
import { holds } from '../../shared/policy/compile.ts';
import type { Review, ReviewItem, ReviewOutcome } from '../../shared/reviews/review.ts';
import type { UseCaseContext, WriteTransaction } from '../context.ts';
import { breathe } from '../db/breathe.ts';
import { remove } from '../members/remove.ts';
import { memberById } from '../members/store.ts';
import { deactivate } from '../members/switch.ts';
import { decideItem, itemOf, nameOfMember } from './item-store.ts';
import type { StoredReview } from './store.ts';
import { publicReview, reviewById } from './store.ts';

/** What became of each person, and the review as it now stands. */
export interface Decisions {
  readonly results: readonly ReviewOutcome[];
  readonly review: Review;
}

/**
 * Keeps or revokes the access of some people of an open review, each by themselves: who may not be decided about is refused alone.
 *
 * Revoking switches the person off, or removes them where the policy does not switch off, with the caller's own rights.
 * @throws {AppError} the reason of the denial; `review_not_found`; `review_closed`; `review_not_yours` where somebody else was asked.
 */
export function decideReview(ctx: UseCaseContext, input: DecideReview): Promise<Decisions> {
  const { idempotencyKey, ...wish } = input;
  return ctx.write({ action: 'review.decide', input: wish, idempotencyKey, note: input.note }, async (tx) => {
    const workspaceId = ctx.workspaceId ?? fail('workspace_not_found');
    await tx.assertCan('review.run', { workspace: workspaceId });
    const review = await openReview(tx, workspaceId, input.reviewId);
    await assertAsked(ctx, tx, workspaceId, review);
    const by = await decider(tx);
    const results: ReviewOutcome[] = [];
    for (const [index, memberId] of [...new Set(input.memberIds)].entries()) {
      results.push(await decideOne(ctx, tx, { ...input, workspaceId, review, memberId, by }));
      if (index % 50 === 49) await breathe();
    }
    const now = (await reviewById(tx.sql, workspaceId, input.reviewId)) ?? fail('review_not_found');
    return { results, review: publicReview(now) };
  });
}

/** A review that is still open. @throws {AppError} `review_not_found`; `review_closed`. */
export async function openReview(
  tx: WriteTransaction,
  workspaceId: WorkspaceId,
  id: ReviewId,
): Promise<StoredReview> {
  const review = (await reviewById(tx.sql, workspaceId, id)) ?? fail('review_not_found');
  return review.closedAt === null ? review : fail('review_closed');
}

/** Where somebody was asked to decide, nobody else does, as long as they can. */
async function assertAsked(
  ctx: UseCaseContext,
  tx: WriteTransaction,
  workspaceId: WorkspaceId,
  { reviewer }: Review,
): Promise<void> {
  if (reviewer === null || tx.actor.kind !== 'member' || tx.actor.id === reviewer.id) return;
  const asked = await memberById(tx.sql, workspaceId, reviewer.id);
  if (asked?.status === 'active' && holds(ctx.policy, asked.roles, 'reviews.run')) fail('review_not_yours');
}

interface Decider {
  readonly id: MemberId | null;
  readonly name: string;
}

async function decider({ sql, actor: { id, kind } }: WriteTransaction): Promise<Decider> {
  return id === undefined ? { id: null, name: kind } : { id, name: await nameOfMember(sql, id) };
}

interface One extends Pick<DecideReview, 'decision' | 'note'> {
  readonly workspaceId: WorkspaceId;
  readonly review: StoredReview;
  readonly memberId: MemberId;
  readonly by: Decider;
}

async function decideOne(ctx: UseCaseContext, tx: WriteTransaction, one: One): Promise<ReviewOutcome> {
  const { review, memberId, decision, by } = one;
  try {
    const item = (await itemOf(tx.sql, review.seq, memberId)) ?? fail('member_not_found');
    const note = cleanNote(one.note) ?? '';
    if (item.decision === decision && item.note === note) return { memberId, item };
    await (decision === 'keep' ? keep(tx, one, item) : revoke(ctx, tx, one, item));
    await decideItem(tx.sql, review.seq, memberId, {
      decision,
      note,
      by: by.id,
      byName: by.name,
      at: tx.now,
    });
    await tx.audit({
      action: 'review.decide',
      target: { kind: 'member', id: memberId },
      before: { decision: item.decision },
      after: { decision, review: review.name, reviewId: review.id },
      personal: { name: item.name, email: item.email },
    });
    return { memberId, item: (await itemOf(tx.sql, review.seq, memberId))! };
  } catch (error) {
    // A refusal is this person's result and came before any statement took effect for them; anything else ends the whole step.
    if (!(error instanceof AppError)) throw error;
    return { memberId, refused: error.code };
  }
}

/** Whoever is gone, or was switched off by this review, cannot be kept. */
async function keep(tx: WriteTransaction, { workspaceId, memberId }: One, item: ReviewItem): Promise<void> {
  const member = (await memberById(tx.sql, workspaceId, memberId)) ?? fail('member_not_found');
  if (item.decision === 'revoke' && member.status === 'deactivated') fail('review_item_revoked');
}

/** Whoever has no access any more has nothing to be revoked. */
async function revoke(
  ctx: UseCaseContext,
  tx: WriteTransaction,
  { workspaceId, memberId }: One,
  item: ReviewItem,
): Promise<void> {
  const member = await memberById(tx.sql, workspaceId, memberId);
  if (member === undefined || (item.decision === 'revoke' && member.status === 'deactivated')) return;
  if (ctx.policy.policy.members.deactivation === 'none') await remove(ctx, tx, member);
  else if (member.status === 'active') await deactivate(ctx, tx, member);
}
