import { css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Review, ReviewPage } from '../../shared/reviews/review.ts';
import { isOverdue, isReviewDue } from '../../shared/reviews/review.ts';
import { ReadIntent } from '../calls.ts';
import { actionStrings } from '../i18n/action-strings.ts';
import { formatMoment, formatRelative } from '../i18n/format.ts';
import { reviewStrings as strings } from '../i18n/review-strings.ts';
import { reasonText } from '../i18n/failure-strings.ts';
import { SettingsElement } from '../settings/settings-element.ts';
import { headedCards } from '../styles/headed-cards.ts';
import { anyIcon } from '../ui/more-icons.ts';
import { loaded } from '../ui/loaded.ts';
import { reviewProgress, reviewLook } from './review-look.ts';
import { may } from '../may.ts';

/** How many reviews are shown at first, and how many more each time. */
const PAGE = 20;

/** Tells the view which review to open, or which to start another one after. Stays inside the view. */
export class ReviewWantedEvent extends Event {
  static readonly type = 'ua-review-wanted';
  readonly wanted: { readonly open: Review } | { readonly after: Review | undefined };

  constructor(wanted: ReviewWantedEvent['wanted']) {
    super(ReviewWantedEvent.type);
    this.wanted = wanted;
  }
}

/**
 * The reviews of the workspace, newest first: how far each is, which are late, and whether it is time for another.
 *
 * @tag ua-review-list
 * @fires {ReviewWantedEvent} ua-review-wanted - When the viewer opens or starts one; does not bubble.
 */
export class ReviewListElement extends SettingsElement<ReviewPage> {
  static override styles = [
    ...SettingsElement.styles,
    headedCards,
    reviewLook,
    css`
      .about {
        display: grid;
        flex: 1 1 240px;
        gap: 2px;
      }
      .about .muted {
        font-size: var(--_small);
      }
      .due-note {
        display: flex;
        gap: 10px;
        margin: 0 var(--_space) var(--_snug);
        padding: var(--_snug) 14px;
        border-radius: var(--_radius);
        background: var(--_warning-soft);
        color: var(--_warning-text);
      }
      .due-note svg {
        margin-block-start: 2px;
      }
      .due-note p {
        color: var(--_text);
        font-size: var(--_small);
      }
      .card-head {
        row-gap: 10px;
      }
      .reviews {
        display: grid;
        grid-template-columns: minmax(0, 1fr) 220px auto;
        column-gap: 24px;
        border-block-start: 1px solid var(--_line);
      }
      .reviews > li {
        display: grid;
        grid-column: 1 / -1;
        grid-template-columns: subgrid;
        align-items: center;
        row-gap: 8px;
        padding: var(--_snug) var(--_space);
        border-block-end: 1px solid var(--_line);
      }
      .reviews > li:last-child {
        border: 0;
      }
      .what-it-is {
        display: grid;
        gap: 4px;
        min-inline-size: 0;
      }
      .name {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 4px 8px;
        font-weight: 600;
        overflow-wrap: anywhere;
      }
      .waiting {
        padding: var(--_space);
      }
      @container (max-width: 660px) {
        .reviews {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ];
  static override properties = { _size: { state: true } };

  /** @internal How many are asked for. */
  declare _size: number;

  constructor() {
    super();
    this._size = PAGE;
  }

  override get obstacle(): string {
    const decision = may(this.rights, 'review.run', { workspace: this.rights.viewer.workspace.id });
    return decision.allowed ? '' : reasonText(decision.reason);
  }

  protected override reading(signal: AbortSignal) {
    return new ReadIntent('reviews.list', { limit: this._size }, signal);
  }

  protected draw() {
    return html`<section part="card" class="card" aria-labelledby="heading">
      <div class="card-head">
        <div class="about">
          <h2 part="heading" id="heading">${strings.heading}</h2>
          <p class="muted">${strings.hint}</p>
        </div>
        ${this.button(strings.start, () => this.#want({ after: undefined }), { look: 'primary' })}
      </div>
      ${
        this.query.data === undefined
          ? html`<div class="waiting">${loaded(this.query, this.load, () => nothing)}</div>`
          : loaded(this.query, this.load, (page) => this.#renderPage(page))
      }
    </section>`;
  }

  #renderPage({ rows, next, lastClosedAt }: ReviewPage): TemplateResult {
    if (rows.length === 0)
      return html`<ua-empty-state part="empty" icon="people" .heading=${strings.none}>${strings.noneText}</ua-empty-state>`;
    const now = Date.now();
    const isDue = isReviewDue(lastClosedAt, now) && rows.every(({ closedAt }) => closedAt !== null);
    return html`${
      isDue
        ? html`<div class="due-note" role="status">
            ${anyIcon('clock')}
            <div><strong>${strings.dueHeading}</strong><p>${strings.dueText(formatRelative(lastClosedAt!, now))}</p></div>
          </div>`
        : nothing
    }
      <ul class="reviews">
        ${rows.map((review) => this.#renderReview(review, now))}
      </ul>
      ${
        next === null
          ? nothing
          : html`<div class="waiting"><button type="button" part="button" class="button small" @click=${this.#showMore}>${actionStrings.showMore}</button></div>`
      }`;
  }

  #renderReview(review: Review, now: number) {
    const { name, counts, closedAt, dueAt, reviewer } = review;
    const isOpen = closedAt === null;
    return html`<li>
      <div class="what-it-is">
        <p class="name"><bdi>${name}</bdi> ${this.#renderState(review, now)}</p>
        <p class="muted small">
          <span title=${formatMoment(closedAt ?? dueAt)}>${closedAt === null ? strings.due(formatRelative(dueAt, now)) : strings.closedAt(formatRelative(closedAt, now))}</span>
          · ${isOpen ? (reviewer === null ? strings.anyReviewer : strings.decidedBy(reviewer.name)) : strings.counts(counts.keep, counts.revoke)}
        </p>
      </div>
      ${reviewProgress(review)}
      <div class="actions">
        ${this.button(isOpen ? strings.continue : strings.look, () => this.#want({ open: review }), { about: name, off: '' })}
        ${isOpen ? nothing : this.button(strings.next, () => this.#want({ after: review }), { about: strings.after(name) })}
      </div>
    </li>`;
  }

  #renderState(review: Review, now: number) {
    if (review.closedAt !== null)
      return html`<span part="badge" class="badge">${anyIcon('lock')}${strings.closed}</span>`;
    return isOverdue(review, now)
      ? html`<span part="badge" class="badge danger">${anyIcon('alert')}${strings.overdue}</span>`
      : html`<span part="badge" class="badge accent">${anyIcon('clock')}${strings.open}</span>`;
  }

  readonly #showMore = (): void => {
    this._size = Math.min(200, this._size + PAGE);
    this.load();
  };

  #want(wanted: ReviewWantedEvent['wanted']): void {
    this.dispatchEvent(new ReviewWantedEvent(wanted));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ua-review-list': ReviewListElement;
  }
}
