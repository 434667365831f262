import { LitElement, css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { MemberId } from '../../shared/ids.ts';
import type { Review } from '../../shared/reviews/review.ts';
import { MAX_REVIEWED } from '../../shared/reviews/review.ts';
import { ReadIntent, WriteIntent } from '../calls.ts';
import { QueryController } from '../controllers/query.ts';
import { Saving } from '../controllers/saving.ts';
import { reviewStrings as strings } from '../i18n/review-strings.ts';
import { reasonText } from '../i18n/failure-strings.ts';
import { statusText, strings as shared } from '../i18n/strings.ts';
import { ask } from '../intents.ts';
import { inputDate, midnightOf } from '../i18n/input-days.ts';
import type { Rights } from '../rights.ts';
import { renderOptions } from '../settings/field.ts';
import { base } from '../styles/base.ts';
import { fields, loudButtons } from '../styles/forms.ts';
import type { Draft } from './review-draft.ts';
import { draftAfter, emptyDraft, scopeOf } from './review-draft.ts';
import type { Reviewer, Reviewers } from './reviewer-field.ts';
import { reviewerField, reviewerTrouble } from './reviewer-field.ts';

/** The fields that something can be wrong with. */
type Checked = 'name' | 'due' | 'reviewerId';
/** The fields by what the server calls them. */
const FIELDS: Readonly<Record<string, Checked>> = { name: 'name', dueAt: 'due', reviewerId: 'reviewerId' };

/** How long without a sign-in, in days. */
const AWAY = [30, 90, 180];

/** Tells the view that a review was started. Stays inside the view. */
export class ReviewStartedEvent extends Event {
  static readonly type = 'ua-review-started';
  readonly review: Review;

  constructor(review: Review) {
    super(ReviewStartedEvent.type);
    this.review = review;
  }
}

/**
 * The dialog that starts a review: what it is called, whom it is about, who decides, until when; with how many people that is.
 *
 * @tag ua-review-form
 * @fires {ReviewStartedEvent} ua-review-started - When it has begun; does not bubble.
 */
export class ReviewFormElement extends LitElement {
  static override styles = [
    base,
    loudButtons,
    fields,
    css`
      form {
        display: grid;
        gap: 14px;
      }
      fieldset.field {
        gap: 6px;
      }
      legend {
        margin-block-end: 6px;
        padding: 0;
      }
      .choices {
        display: flex;
        flex-wrap: wrap;
        gap: 6px 16px;
      }
      .choice {
        display: flex;
        align-items: center;
        gap: 8px;
      }
      .pair {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(180px, 1fr));
        align-items: start;
        gap: 14px;
      }
      .count {
        min-block-size: 20px;
        font-weight: 500;
      }
    `,
  ];
  static override properties = {
    rights: { attribute: false },
    _isOpen: { state: true },
    _draft: { state: true },
    _wrong: { state: true },
  };

  /** The viewer and what they may do. */
  declare rights: Rights;
  /** @internal */
  declare _isOpen: boolean;
  /** @internal */
  declare _draft: Draft;
  /** @internal The field that cannot be taken as it is, and why; undefined where all can. */
  declare _wrong: { readonly field: Checked; readonly text: string } | undefined;
  readonly #count = new QueryController<{ readonly count: number; readonly reviewed: readonly MemberId[] }>(
    this,
  );
  readonly #reviewers = new QueryController<readonly Reviewer[]>(this);
  readonly #saving = new Saving(this);
  /** The scope that was counted last, as text. */
  #asked = '';

  constructor() {
    super();
    this._isOpen = false;
    this._wrong = undefined;
    this._draft = emptyDraft(Date.now());
  }

  /** Opens it: empty, or for the next review after `previous`, with the same people a quarter later. */
  show(previous: Review | undefined): void {
    const now = Date.now();
    this._draft = previous === undefined ? emptyDraft(now) : draftAfter(previous, now);
    this._wrong = undefined;
    this.#saving.reset();
    this.#count.reset();
    this.#asked = '';
    this._isOpen = true;
    void this.#reviewers.run((signal) => ask(this, new ReadIntent('reviews.reviewers', undefined, signal)));
  }

  protected override willUpdate(): void {
    const asked = JSON.stringify(scopeOf(this._draft, 0));
    if (!this._isOpen || asked === this.#asked) return;
    this.#asked = asked;
    const scope = scopeOf(this._draft, Date.now());
    void this.#count.run((signal) => ask(this, new ReadIntent('reviews.preview', { scope }, signal)));
  }

  protected override render() {
    const { isRunning } = this.#saving;
    return html`<ua-dialog wide heading=${strings.startHeading} .open=${this._isOpen} @close=${this.#close}>
      ${this._isOpen ? this.#renderForm() : nothing}
      <button slot="actions" type="button" part="button" class="button" @click=${this.#close}>${shared.cancel}</button>
      <button slot="actions" type="submit" form="form" part="button button-primary" class="button primary" aria-disabled=${String(isRunning)}>${strings.start}</button>
    </ua-dialog>`;
  }

  #renderForm(): TemplateResult {
    const { _draft: draft } = this;
    return html`<form id="form" novalidate @submit=${this.#submit} @input=${this.#note}>
      ${this.#renderText('name', strings.name, 'text', draft.name)}
      ${this.#renderScope(draft)}
      <p class="count ${this.#isCountWrong ? 'error' : 'muted'}" role="status">${this.#counted()}</p>
      <div class="pair">
        ${reviewerField(draft, this.#known, this.#reviewerWrong)}
        ${this.#renderText('due', strings.dueDate, 'date', draft.due)}
      </div>
      ${this._wrong === undefined ? this.#saving.renderError() : nothing}
    </form>`;
  }

  #renderScope(draft: Draft): TemplateResult {
    const { members } = this.rights.policy;
    return html`<fieldset class="field">
        <legend class="label">${strings.roles}</legend>
        <div class="choices">
          ${this.rights.personRoles.map(
            ({ key, name }) => html`<label class="choice">
              <input type="checkbox" name="roles" value=${key} .checked=${draft.roles.includes(key)} />${name}
            </label>`,
          )}
        </div>
        <span class="help">${strings.rolesHelp}</span>
      </fieldset>
      <div class="pair">
        ${
          members.deactivation === 'none'
            ? nothing
            : html`<div class="field">
                <label class="label" for="status">${strings.status}</label>
                <select part="field" class="select" id="status" name="status">
                  ${renderOptions(
                    [
                      ['', strings.anyStatus],
                      ['active', statusText('active', this.rights.policy)],
                      ['deactivated', statusText('deactivated', this.rights.policy)],
                    ],
                    draft.status,
                  )}
                </select>
              </div>`
        }
        <div class="field">
          <label class="label" for="away">${strings.away}</label>
          <select part="field" class="select" id="away" name="away">
            ${renderOptions(
              [
                ['0', strings.anySignIn] as const,
                ...(AWAY.includes(draft.away) || draft.away === 0 ? AWAY : [...AWAY, draft.away]).map(
                  (days) => [String(days), strings.awayFor(days)] as const,
                ),
              ],
              String(draft.away),
            )}
          </select>
        </div>
      </div>`;
  }

  #renderText(name: 'name' | 'due', label: string, type: 'text' | 'date', value: string): TemplateResult {
    const wrong = this.#wrongAt(name);
    const isWrong = wrong !== '';
    return html`<div class="field">
      <label class="label" for=${name}>${label}</label>
      <input
        part="field" class="input"
        id=${name}
        name=${name}
        type=${type}
        autocomplete="off"
        min=${type === 'date' ? inputDate(Date.now()) : nothing}
        aria-invalid=${isWrong ? 'true' : nothing}
        aria-describedby=${isWrong ? `${name}-error` : nothing}
        .value=${value}
      />
      ${isWrong ? html`<span part="error" class="error" id="${name}-error" role="alert">${wrong}</span>` : nothing}
    </div>`;
  }

  get #known(): Reviewers {
    return { all: this.#reviewers.data, reviewed: this.#count.data?.reviewed };
  }

  get #reviewerWrong(): string {
    return reviewerTrouble(this._draft, this.#known) || this.#wrongAt('reviewerId');
  }

  #wrongAt(field: Checked): string {
    return this._wrong?.field === field ? this._wrong.text : '';
  }

  get #isCountWrong(): boolean {
    const count = this.#count.data?.count;
    return this.#count.failure !== undefined || count === 0 || (count ?? 1) > MAX_REVIEWED;
  }

  #counted(): string {
    const { data, failure } = this.#count;
    if (failure !== undefined) return reasonText(failure.code);
    if (data === undefined) return strings.previewing;
    if (data.count === 0) return strings.previewNobody;
    return data.count > MAX_REVIEWED ? strings.previewTooMany(MAX_REVIEWED) : strings.preview(data.count);
  }

  readonly #note = ({ target }: Event): void => {
    const { name, value } = target as HTMLInputElement;
    const { roles } = this._draft;
    if (name === 'roles')
      this._draft = {
        ...this._draft,
        roles: roles.includes(value) ? roles.filter((role) => role !== value) : [...roles, value],
      };
    else if (name === 'away') this._draft = { ...this._draft, away: Number(value) };
    else this._draft = { ...this._draft, [name]: value };
    if (name === this._wrong?.field) this._wrong = undefined;
  };

  readonly #submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { name, due, reviewerId } = this._draft;
    // The last moment of the day.
    const dueAt = midnightOf(due, 1) - 1;
    this.#saving.reset();
    this._wrong = this.#wrongOf(dueAt);
    if (this._wrong !== undefined) return this.#focusWrong();
    const wish = new WriteIntent('reviews.start', {
      name,
      scope: scopeOf(this._draft, Date.now()),
      dueAt,
      ...(reviewerId !== '' && { reviewerId: reviewerId as MemberId }),
    });
    let started: Review | undefined;
    await this.#saving.run(wish, strings.started(name.trim()), (review) => (started = review));
    if (started === undefined) {
      this._wrong = this.#refusedAt();
      return this.#focusWrong();
    }
    this.#close();
    // Shown once the dialog is gone, in front of which nothing else can have the focus.
    await this.updateComplete;
    await this.renderRoot.querySelector('ua-dialog')?.updateComplete;
    this.dispatchEvent(new ReviewStartedEvent(started));
  };

  /** What can be told before anything is sent. */
  #wrongOf(dueAt: number): typeof this._wrong {
    const trouble = reviewerTrouble(this._draft, this.#known);
    if (this._draft.name.trim() === '') return { field: 'name', text: strings.nameNeeded };
    if (trouble !== '') return { field: 'reviewerId', text: trouble };
    return dueAt > Date.now() ? undefined : { field: 'due', text: strings.dueDateNeeded };
  }

  /** The field that the server did not take. */
  #refusedAt(): typeof this._wrong {
    const { failure, details } = this.#saving;
    const field = FIELDS[(details as { readonly field?: string } | undefined)?.field ?? ''];
    if (failure === undefined || field === undefined) return undefined;
    if (failure === 'name_invalid') return { field, text: reasonText(failure) };
    if (failure !== 'input_invalid') return undefined;
    return { field, text: field === 'due' ? strings.dueDateNeeded : strings.reviewerRefused };
  }

  async #focusWrong(): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('[aria-invalid]')?.focus();
  }

  readonly #close = (): void => {
    this._isOpen = false;
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'ua-review-form': ReviewFormElement;
  }
}
