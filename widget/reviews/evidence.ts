// A review as a file: every person with what was decided, by whom and when. Rows only; the file is made elsewhere.
import { MAX_PAGE } from '../../shared/members/member.ts';
import type { Review, ReviewItem } from '../../shared/reviews/review.ts';
import type { ExportRow, ExportTask } from '../files/export-dialog.ts';
import { fileName } from '../files/save-file.ts';
import { reviewStrings as strings } from '../i18n/review-strings.ts';
import { statusText } from '../i18n/strings.ts';
import type { Rights } from '../rights.ts';
import { readItems } from './review-items.ts';

/** What is to be in the file of `review`, asked for through `host`. */
export function evidenceOf(host: HTMLElement, review: Review, rights: Rights): ExportTask {
  const { id: reviewId, name, counts } = review;
  return {
    get heading() {
      return strings.export;
    },
    get text() {
      return strings.exportText;
    },
    name: fileName(name, Date.now()),
    get columns() {
      return strings.columns;
    },
    total: counts.keep + counts.revoke + counts.open,
    async *batches(signal) {
      let after: string | undefined;
      do {
        const page = await readItems(host, { reviewId, about: 'all' }, { limit: MAX_PAGE, after }, signal);
        yield page.rows.map((item) => rowOf(item, review, rights));
        after = page.next ?? undefined;
      } while (after !== undefined);
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
      statusText(item.status, rights.policy),
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
