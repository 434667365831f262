import { LitElement, css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { MemberId } from '../../shared/ids.ts';
import type { MemberStatus } from '../../shared/policy/can.ts';
import type { RoleKey } from '../../shared/policy/policy.ts';
import type { Review, ReviewScope } from '../../shared/reviews/review.ts';
import { MAX_REVIEWED, quarterAfter } from '../../shared/reviews/review.ts';
import { ReadIntent, WriteIntent } from '../calls.ts';
import { QueryController } from '../controllers/query.ts';
import { Saving } from '../controllers/saving.ts';
import { reviewStrings as strings } from '../i18n/review-strings.ts';
import { reasonText, strings as shared } from '../i18n/strings.ts';
import { ask } from '../intents.ts';
import { inputDate, midnightOf } from '../i18n/input-days.ts';
import type { Rights } from '../rights.ts';
import { base } from '../styles/base.ts';
import { fields, loudButtons } from '../styles/forms.ts';

const DAY = 86_400_000;
/** How long without a sign-in, in days. */
const AWAY = [30, 90, 180];
/** How long there is to decide, in days, where nothing else was chosen. */
const USUAL_DAYS = 14;

interface Draft {
  readonly name: string;
  readonly roles: readonly RoleKey[];
  readonly status: MemberStatus | '';
  /** In days; 0 for whenever. */
  readonly away: number;
  readonly reviewerId: string;
  /** As a date input has it. */
  readonly due: string;
}

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
  /** @internal The field that cannot be taken as it is; empty where all can. */
  declare _wrong: '' | 'name' | 'due';
  readonly #count = new QueryController<{ readonly count: number }>(this);
  readonly #reviewers = new QueryController<readonly { readonly id: MemberId; readonly name: string }[]>(
    this,
  );
  readonly #saving = new Saving(this);
  /** The scope that was counted last, as text. */
  #asked = '';

  constructor() {
    super();
    this._isOpen = false;
    this._wrong = '';
    this._draft = emptyDraft(Date.now());
  }

  /** Opens it: empty, or for the next review after `previous`, with the same people a quarter later. */
  show(previous: Review | undefined): void {
    const now = Date.now();
    this._draft = previous === undefined ? emptyDraft(now) : draftAfter(previous, now);
    this._wrong = '';
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
      <button slot="actions" type="button" class="button" @click=${this.#close}>${shared.cancel}</button>
      <button slot="actions" type="submit" form="form" class="button primary" aria-disabled=${String(isRunning)}>${strings.start}</button>
    </ua-dialog>`;
  }

  #renderForm(): TemplateResult {
    const { _draft: draft } = this;
    return html`<form id="form" novalidate @submit=${this.#submit} @input=${this.#note}>
      ${this.#renderText('name', strings.name, 'text', draft.name, strings.nameNeeded)}
      ${this.#renderScope(draft)}
      <p class="count ${this.#isCountWrong ? 'error' : 'muted'}" role="status">${this.#counted()}</p>
      <div class="pair">
        <div class="field">
          <label class="label" for="reviewerId">${strings.reviewer}</label>
          <select class="select" id="reviewerId" name="reviewerId">
            ${options(
              [
                ['', strings.anybody] as const,
                ...(this.#reviewers.data ?? []).map(({ id, name }) => [id, name] as const),
              ],
              draft.reviewerId,
            )}
          </select>
        </div>
        ${this.#renderText('due', strings.dueDate, 'date', draft.due, strings.dueDateNeeded)}
      </div>
      ${this.#saving.renderError()}
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
                <select class="select" id="status" name="status">
                  ${options(
                    [
                      ['', strings.anyStatus],
                      ['active', strings.active],
                      ['deactivated', strings.deactivated],
                    ],
                    draft.status,
                  )}
                </select>
              </div>`
        }
        <div class="field">
          <label class="label" for="away">${strings.away}</label>
          <select class="select" id="away" name="away">
            ${options(
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

  #renderText(
    name: 'name' | 'due',
    label: string,
    type: 'text' | 'date',
    value: string,
    needed: string,
  ): TemplateResult {
    const isWrong = this._wrong === name;
    return html`<div class="field">
      <label class="label" for=${name}>${label}</label>
      <input
        class="input"
        id=${name}
        name=${name}
        type=${type}
        autocomplete="off"
        min=${type === 'date' ? inputDate(Date.now()) : nothing}
        aria-invalid=${isWrong ? 'true' : nothing}
        aria-describedby=${isWrong ? `${name}-error` : nothing}
        .value=${value}
      />
      ${isWrong ? html`<span class="error" id="${name}-error" role="alert">${needed}</span>` : nothing}
    </div>`;
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
    if (name === this._wrong) this._wrong = '';
  };

  readonly #submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { name, due, reviewerId } = this._draft;
    // The last moment of the day.
    const dueAt = midnightOf(due, 1) - 1;
    this.#saving.reset();
    this._wrong = name.trim() === '' ? 'name' : !(dueAt > Date.now()) ? 'due' : '';
    await this.updateComplete;
    if (this._wrong !== '') {
      this.renderRoot.querySelector<HTMLElement>('[aria-invalid]')?.focus();
      return;
    }
    const wish = new WriteIntent('reviews.start', {
      name,
      scope: scopeOf(this._draft, Date.now()),
      dueAt,
      ...(reviewerId !== '' && { reviewerId: reviewerId as MemberId }),
    });
    let started: Review | undefined;
    await this.#saving.run(wish, strings.started(name.trim()), (review) => (started = review));
    if (started === undefined) return;
    this.#close();
    // Shown once the dialog is gone, in front of which nothing else can have the focus.
    await this.updateComplete;
    await this.renderRoot.querySelector('ua-dialog')?.updateComplete;
    this.dispatchEvent(new ReviewStartedEvent(started));
  };

  readonly #close = (): void => {
    this._isOpen = false;
  };
}

function emptyDraft(now: number): Draft {
  const day = new Date(now);
  const quarter = Math.floor(day.getMonth() / 3) + 1;
  return {
    name: strings.usualName(quarter, day.getFullYear()),
    roles: [],
    status: '',
    away: 0,
    reviewerId: '',
    due: inputDate(now + USUAL_DAYS * DAY),
  };
}

/** The same people and who decides, a quarter later; at the earliest tomorrow. */
function draftAfter({ scope, reviewer, dueAt, createdAt }: Review, now: number): Draft {
  const empty = emptyDraft(now);
  return {
    ...empty,
    roles: scope.roles ?? [],
    status: scope.statuses?.length === 1 ? scope.statuses[0]! : '',
    away: scope.dormantSince === undefined ? 0 : Math.round((createdAt - scope.dormantSince) / DAY),
    reviewerId: reviewer?.id ?? '',
    due: inputDate(Math.max(quarterAfter(dueAt), now + DAY)),
  };
}

function scopeOf(
  { roles, status, away }: Draft,
  now: number,
): ReviewScope & { roles?: RoleKey[]; statuses?: MemberStatus[] } {
  return {
    ...(roles.length > 0 && { roles: [...roles] }),
    ...(status !== '' && { statuses: [status] }),
    ...(away > 0 && { dormantSince: Math.max(0, now - away * DAY) }),
  };
}

function options(all: readonly (readonly [string, string])[], chosen: string) {
  return all.map(
    ([value, label]) => html`<option value=${value} .selected=${value === chosen}>${label}</option>`,
  );
}

declare global {
  interface HTMLElementTagNameMap {
    'ua-review-form': ReviewFormElement;
  }
}
