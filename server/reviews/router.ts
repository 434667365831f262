// The procedures of access reviews: validate, call the use-case.
import {
  CloseReview,
  DecideReview,
  ListReviewItems,
  ListReviews,
  OfReview,
  PreviewReview,
  StartReview,
} from '../../shared/contract/reviews.ts';
import { procedure, router } from '../trpc/init.ts';
import { closeReview } from './close.ts';
import { decideReview } from './decide.ts';
import { getReview, listReviewItems, listReviewers, listReviews, previewReview } from './read.ts';
import { startReview } from './start.ts';

/** The procedures under `reviews`. */
export const reviewsRouter = router({
  list: procedure.input(ListReviews).query(({ ctx, input }) => listReviews(ctx, input)),
  get: procedure.input(OfReview).query(({ ctx, input }) => getReview(ctx, input)),
  items: procedure.input(ListReviewItems).query(({ ctx, input }) => listReviewItems(ctx, input)),
  preview: procedure.input(PreviewReview).query(({ ctx, input }) => previewReview(ctx, input)),
  reviewers: procedure.query(({ ctx }) => listReviewers(ctx)),
  start: procedure.input(StartReview).mutation(({ ctx, input }) => startReview(ctx, input)),
  decide: procedure.input(DecideReview).mutation(({ ctx, input }) => decideReview(ctx, input)),
  close: procedure.input(CloseReview).mutation(({ ctx, input }) => closeReview(ctx, input)),
});
