// What stands above the people of a review: its name, how far it is, and what can be done with all of it. Templates only.
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Review } from '../../shared/reviews/review.ts';
import { isOverdue } from '../../shared/reviews/review.ts';
import { formatMoment, formatRelative } from '../i18n/format.ts';
import { reviewStrings as strings } from '../i18n/review-strings.ts';
import { reasonText } from '../i18n/failure-strings.ts';
import { deedButton } from '../ui/deed-button.ts';
import { anyIcon } from '../ui/more-icons.ts';
import { reviewProgress } from './review-look.ts';

/** What the head is drawn with, and whom it tells. */
export interface HeadTools {
  readonly now: number;
  /** Why nothing can be decided; empty where it can. */
  readonly obstacle: string;
  readonly isBusy: boolean;
  readonly onBack: () => void;
  readonly onExport: () => void;
  readonly onKeepRest: () => void;
  readonly onClose: () => void;
}

/** The head of the page of `review`. */
export function reviewHead(review: Review, tools: HeadTools): TemplateResult {
  const { name, closedAt, counts, reviewer } = review;
  const isOpen = closedAt === null;
  return html`<header>
    <button type="button" part="link" class="link back" @click=${tools.onBack}>${strings.back}</button>
    <div class="title">
      <h2 part="heading" id="heading" tabindex="-1"><bdi>${name}</bdi></h2>
      ${renderState(review, tools.now)}
      <span class="muted small">${reviewer === null ? (isOpen ? strings.anyReviewer : nothing) : strings.decidedBy(reviewer.name)}</span>
    </div>
    <div class="state">
      ${reviewProgress(review)}
      <div class="actions">
        ${headButton(strings.export, tools.onExport, tools, '')}
        ${isOpen && counts.open > 0 ? headButton(strings.keepRest(counts.open), tools.onKeepRest, tools) : nothing}
        ${
          isOpen
            ? headButton(
                strings.close,
                tools.onClose,
                tools,
                tools.obstacle || (counts.open > 0 ? reasonText('review_open_items') : ''),
                'primary',
              )
            : nothing
        }
      </div>
    </div>
  </header>`;
}

function renderState(review: Review, now: number): TemplateResult {
  const { closedAt, dueAt } = review;
  const isLate = isOverdue(review, now);
  const look = isLate
    ? (['danger', 'alert'] as const)
    : closedAt === null
      ? (['accent', 'clock'] as const)
      : (['', 'lock'] as const);
  const when =
    closedAt === null
      ? strings.due(formatRelative(dueAt, now))
      : strings.closedAt(formatRelative(closedAt, now));
  return html`<span part="badge" class="badge ${look[0]}" title=${formatMoment(closedAt ?? dueAt)}>
    ${anyIcon(look[1])}${isLate ? `${strings.overdue}: ` : ''}${when}
  </span>`;
}

/** A button that is off, and says why, while it cannot be used. */
export function headButton(
  label: string,
  run: () => void,
  { obstacle, isBusy }: Pick<HeadTools, 'obstacle' | 'isBusy'>,
  off = obstacle,
  look = '',
): TemplateResult {
  return deedButton(label, run, off, { look: `small ${look}`, isBusy });
}
