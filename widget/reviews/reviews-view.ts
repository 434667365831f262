import { LitElement, css, html } from 'lit';
import type { PropertyValues } from 'lit';
import type { Review } from '../../shared/reviews/review.ts';
import { reasonText } from '../i18n/failure-strings.ts';
import type { Rights } from '../rights.ts';
import { base } from '../styles/base.ts';
import type { ReviewFormElement, ReviewStartedEvent } from './review-form.ts';
import type { ReviewListElement, ReviewWantedEvent } from './review-list.ts';
import type { ReviewPageElement } from './review-page.ts';

/**
 * The Reviews view: all access reviews, or one of them, and the dialog that starts another.
 *
 * @tag ua-reviews-view
 */
export class ReviewsViewElement extends LitElement {
  static override styles = [
    base,
    css`
      :host > * {
        min-inline-size: 0;
      }
    `,
  ];
  static override properties = {
    rights: { attribute: false },
    revision: { type: Number },
    _open: { state: true },
  };

  /** The viewer and what they may do. */
  declare rights: Rights;
  /** Raised to load what is shown again, in place. */
  declare revision: number;
  /** @internal The review that is shown; undefined for the list. */
  declare _open: Review | undefined;

  constructor() {
    super();
    this.revision = 0;
    this._open = undefined;
  }

  protected override render() {
    const { rights, _open: open } = this;
    const decision = rights.mayHere('review.view');
    if (!decision.allowed)
      return html`<ua-empty-state part="empty" level="2" icon="lock" .heading=${reasonText(decision.reason)}></ua-empty-state>`;
    return html`${
      open === undefined
        ? html`<ua-review-list .rights=${rights} .revision=${this.revision} @ua-review-wanted=${this.#follow}></ua-review-list>`
        : html`<ua-review-page .rights=${rights} .review=${open} .revision=${this.revision} @ua-review-changed=${this.#keep} @ua-back=${() => (this._open = undefined)}></ua-review-page>`
    }
      <ua-review-form .rights=${rights} @ua-review-started=${({ review }: ReviewStartedEvent) => (this._open = review)}></ua-review-form>`;
  }

  /** What takes the place of what was there gets the focus, or it would be lost. */
  protected override updated(changed: PropertyValues): void {
    if (!changed.has('_open') || !this.hasUpdated) return;
    const before = changed.get('_open') as Review | undefined;
    if (before?.id === this._open?.id) return;
    const shown = this.renderRoot.querySelector<ReviewListElement | ReviewPageElement>(
      'ua-review-list, ua-review-page',
    );
    void shown?.updateComplete.then(() => shown.focus());
  }

  readonly #keep = ({ target }: Event): void => {
    this._open = (target as ReviewPageElement).review;
  };

  readonly #follow = ({ wanted }: ReviewWantedEvent): void => {
    if ('open' in wanted) this._open = wanted.open;
    else this.renderRoot.querySelector<ReviewFormElement>('ua-review-form')?.show(wanted.after);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'ua-reviews-view': ReviewsViewElement;
  }
}
