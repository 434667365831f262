// Reads the people of a review page by page, for the page, for a file and for deciding about all of them. No element of its own.
import type { ListReviewItems } from '../../shared/contract/reviews.ts';
import type { ReviewId } from '../../shared/ids.ts';
import type { ReviewItemPage } from '../../shared/reviews/review.ts';
import { ReadIntent } from '../calls.ts';
import { ask } from '../intents.ts';

/** Which people of a review: by what was decided about them, and by name or address where `search` is not empty. */
export interface ItemFilter {
  readonly reviewId: ReviewId;
  readonly about: ListReviewItems['about'];
  readonly search?: string;
}

/** A page of them behind a place, asked for through `host`. */
export function readItems(
  host: HTMLElement,
  { search = '', ...filter }: ItemFilter,
  { limit, after }: { limit: number; after: string | undefined },
  signal: AbortSignal,
): Promise<ReviewItemPage> {
  const input = {
    ...filter,
    limit,
    ...(search !== '' && { search }),
    ...(after !== undefined && { after }),
  };
  return ask(host, new ReadIntent('reviews.items', input, signal));
}
