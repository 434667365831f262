// The field that says who decides: those who cannot be asked stand there too, off, each with the reason. A template, no element.
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { MemberId } from '../../shared/ids.ts';
import { reviewStrings as strings } from '../i18n/review-strings.ts';
import type { Draft } from './review-draft.ts';

/** Somebody who may run reviews. */
export interface Reviewer {
  readonly id: MemberId;
  readonly name: string;
}

/** What is known of those who could be asked; undefined while it is being looked up. */
export interface Reviewers {
  readonly all: readonly Reviewer[] | undefined;
  /** Who would be in the review. */
  readonly reviewed: readonly MemberId[] | undefined;
}

type Chosen = Pick<Draft, 'reviewerId' | 'reviewerName'>;

/** Why whoever is chosen cannot be asked; '' where they can, or where nobody is named. */
export function reviewerTrouble(
  { reviewerId, reviewerName }: Chosen,
  { all, reviewed = [] }: Reviewers,
): string {
  if (reviewerId === '' || all === undefined) return '';
  const reviewer = all.find(({ id }) => id === reviewerId);
  if (reviewer === undefined) return strings.formerReviewerReason(reviewerName);
  return reviewed.includes(reviewer.id) ? strings.ownReviewerReason(reviewer.name) : '';
}

/** The field, with what is wrong with the choice; `trouble` is '' where nothing is. */
export function reviewerField(chosen: Chosen, reviewers: Reviewers, trouble: string): TemplateResult {
  const { all = [], reviewed = [] } = reviewers;
  const { reviewerId, reviewerName } = chosen;
  const isFormer =
    reviewerId !== '' && reviewers.all !== undefined && !all.some(({ id }) => id === reviewerId);
  const option = (value: string, label: string, isOff = false) =>
    html`<option value=${value} .selected=${value === reviewerId} ?disabled=${isOff}>${label}</option>`;
  return html`<div class="field">
    <label class="label" for="reviewerId">${strings.reviewer}</label>
    <select
      part="field" class="select"
      id="reviewerId"
      name="reviewerId"
      aria-invalid=${trouble === '' ? nothing : 'true'}
      aria-describedby=${trouble === '' ? nothing : 'reviewerId-error'}
    >
      ${option('', strings.anybody)}
      ${isFormer ? option(reviewerId, strings.formerReviewer(reviewerName), true) : nothing}
      ${all.map(({ id, name }) =>
        reviewed.includes(id) ? option(id, strings.ownReviewer(name), true) : option(id, name),
      )}
    </select>
    ${trouble === '' ? nothing : html`<span part="error" class="error" id="reviewerId-error" role="alert">${trouble}</span>`}
  </div>`;
}
