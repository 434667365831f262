// A review as a file: every person with what was decided, by whom and when. Rows only; the file is made elsewhere.
import type { Review, ReviewItem, ReviewItemPage } from '../../shared/reviews/review.ts';
import type { ExportRow, ExportTask } from '../files/export-dialog.ts';
import { fileName } from '../files/save-file.ts';
import { reviewStrings as strings } from '../i18n/review-strings.ts';
import type { Rights } from '../rights.ts';

/** How many people are read at a time. */
const PAGE = 200;

/** Reads a page of the people of a review. */
export type ReadItems = (
  after: string | undefined,
  signal: AbortSignal,
  limit: number,
) => Promise<ReviewItemPage>;

/** What is to be in the file of `review`. */
export function evidenceOf(review: Review, rights: Rights, read: ReadItems): ExportTask {
  const { name, counts } = review;
  return {
    heading: strings.export,
    text: strings.exportText,
    name: fileName(name, Date.now()),
    columns: strings.columns,
    total: counts.keep + counts.revoke + counts.open,
    batches: async function* (signal) {
      let after: string | null | undefined;
      while (after !== null) {
        const page: ReviewItemPage = await read(after, signal, PAGE);
        yield page.rows.map((item) => rowOf(item, review, rights));
        after = page.next;
      }
    },
  };
}

function rowOf(item: ReviewItem, { id, name }: Review, rights: Rights): ExportRow {
  const { isHere: _isHere, ...rest } = item;
  return {
    cells: [
      name,
      item.name,
      item.email,
      item.roles.map((role) => rights.roleName(role)).join(', '),
      item.status === 'active' ? strings.active : strings.deactivated,
      timeOf(item.lastSignInAt),
      item.resources.join(', '),
      item.decision === null ? '' : strings.decisions[item.decision],
      item.decidedBy,
      timeOf(item.decidedAt),
      item.note,
    ],
    json: {
      reviewId: id,
      review: name,
      ...rest,
      lastSignInAt: timeOf(item.lastSignInAt),
      decidedAt: timeOf(item.decidedAt),
    },
  };
}

function timeOf(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}
