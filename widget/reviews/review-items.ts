// Reads the people of a review page by page, for the page, for a file and for deciding about all of them. No element of its own.
import type { ListReviewItems } from '../../shared/contract/reviews.ts';
import { MAX_PAGE } from '../../shared/members/member.ts';
import type { ReviewId } from '../../shared/ids.ts';
import type { ReviewItem, ReviewItemPage } from '../../shared/reviews/review.ts';
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

/** What is shown, as it is now; whoever was decided about on the page stands where they stood, also where `filter` leaves them out by now. */
export async function readItemsAgain(
  host: HTMLElement,
  filter: ItemFilter,
  shown: readonly ReviewItem[],
  least: number,
  signal: AbortSignal,
): Promise<ReviewItemPage> {
  const limit = Math.min(Math.max(least, shown.length), MAX_PAGE);
  const page = await readItems(host, filter, { limit, after: undefined }, signal);
  const now = new Map(page.rows.map((item) => [item.memberId, item]));
  const kept = shown.flatMap((item) => now.get(item.memberId) ?? (isIn(filter, item) ? [] : [item]));
  for (const { memberId } of kept) now.delete(memberId);
  return { ...page, rows: [...kept, ...now.values()] };
}

function isIn({ about }: ItemFilter, { decision }: ReviewItem): boolean {
  return about === 'all' || decision === (about === 'open' ? null : about);
}
