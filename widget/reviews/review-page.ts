import { LitElement, html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import type { MemberId } from '../../shared/ids.ts';
import type { Review, ReviewItem, ReviewItemPage, ReviewOutcome } from '../../shared/reviews/review.ts';
import { ReadIntent, WriteIntent } from '../calls.ts';
import { FocusKeeper } from '../controllers/focus-keeper.ts';
import { QueryController } from '../controllers/query.ts';
import { Saving } from '../controllers/saving.ts';
import { TypingRest } from '../controllers/typing-rest.ts';
import { actionStrings } from '../i18n/action-strings.ts';
import { reviewStrings as strings } from '../i18n/review-strings.ts';
import { reasonText } from '../i18n/failure-strings.ts';
import { NotifyIntent, ask } from '../intents.ts';
import type { FailureCode } from '../failure.ts';
import { may } from '../may.ts';
import type { Rights } from '../rights.ts';
import { base, cards } from '../styles/base.ts';
import { fields, labels, loudButtons } from '../styles/forms.ts';
import { tables } from '../styles/table.ts';
import { avatars } from '../ui/avatar.ts';
import { HintController } from '../ui/hint.ts';
import { loaded } from '../ui/loaded.ts';
import { noteField, noteOf } from '../ui/note-field.ts';
import { progressLine } from '../ui/progress.ts';
import { sections } from '../ui/section.ts';
import { skeletons } from '../ui/skeleton.ts';
import { ReviewDecisions } from './review-decisions.ts';
import { evidenceOf } from './evidence.ts';
import { pageLook } from './review-page-look.ts';
import { headButton, reviewHead } from './review-head.ts';
import type { ItemFilter } from './review-items.ts';
import { readItems, readItemsAgain } from './review-items.ts';
import { reviewLook } from './review-look.ts';
import type { Question } from './review-question.ts';
import { wordsOf } from './review-question.ts';
import { reviewRows, rowLook } from './review-rows.ts';

/** How many people are shown at first, and how many more each time. */
const PAGE = 50;

/**
 * One review: its people, page by page, to be kept or revoked alone or several at once; closing it, and its evidence as a file.
 *
 * @tag ua-review-page
 * @fires {Event} ua-back - When the viewer wants back to the list; does not bubble.
 * @fires {Event} ua-review-changed - When `review` is a newer one; does not bubble.
 */
export class ReviewPageElement extends LitElement {
  static override styles = [
    base,
    loudButtons,
    fields,
    labels,
    cards,
    tables,
    avatars,
    skeletons,
    sections,
    reviewLook,
    rowLook,
    pageLook,
  ];
  static override properties = {
    rights: { attribute: false },
    review: { attribute: false },
    revision: { type: Number },
    _about: { state: true },
    _search: { state: true },
    _selected: { state: true },
    _question: { state: true },
    _note: { state: true },
    _failure: { state: true },
  };

  /** The viewer and what they may do. */
  declare rights: Rights;
  /** The review. */
  declare review: Review;
  /** Raised to load what is shown again, in place. */
  declare revision: number;
  /** @internal Whom of it is shown. */
  declare _about: ItemFilter['about'];
  /** @internal */
  declare _search: string;
  /** @internal Who is selected. */
  declare _selected: ReadonlySet<MemberId>;
  /** @internal What is asked. */
  declare _question: Question | undefined;
  /** @internal The note of the decision that is asked about. */
  declare _note: string;
  /** @internal Why what was asked could not be done. */
  declare _failure: FailureCode | '';
  readonly #items = new QueryController<ReviewItemPage>(this);
  readonly #decisions = new ReviewDecisions(this);
  readonly #saving = new Saving(this);
  readonly #typing = new TypingRest(this, () => this.#load());

  constructor() {
    super();
    void new HintController(this);
    void new FocusKeeper(this);
    this._about = 'open';
    this._search = this._note = this._failure = '';
    this._selected = new Set();
    this._question = undefined;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('review');
    if (!changed.has('review') || before?.id === this.review.id)
      return changed.has('revision') ? this.#loadAgain() : undefined;
    this._about = this.review.counts.open > 0 ? 'open' : 'all';
    this._search = '';
    this._selected = new Set();
    this.#items.reset();
    this.#load();
  }

  /** Puts the focus on the heading, where somebody comes from the list. */
  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('#heading')?.focus();
  }

  /** Takes what became of some people: their rows show it, where they stand. */
  take(results: readonly ReviewOutcome[], review: Review): void {
    const fresh = new Map(results.flatMap(({ item }) => (item === undefined ? [] : [[item.memberId, item]])));
    const { data } = this.#items;
    if (data !== undefined)
      this.#items.data = { ...data, rows: data.rows.map((item) => fresh.get(item.memberId) ?? item) };
    this._selected = new Set([...this._selected].filter((id) => !fresh.has(id)));
    // Of several, the question makes room for how far they are.
    if (this.#decisions.progress !== undefined) this._question = undefined;
    this.#become(review);
  }

  /** The view around holds the review too, and would bring the one from before back. */
  #become(review: Review): void {
    this.review = review;
    this.dispatchEvent(new Event('ua-review-changed'));
  }

  protected override render() {
    return html`<section part="card" class="card" aria-labelledby="heading">
        ${this.#renderHead()} ${this.#renderTools()}
        ${this._selected.size === 0 && this.#decisions.progress === undefined ? nothing : this.#renderSelection()}
        <div class="people">${loaded(this.#items, this.#load, (page) => this.#renderPeople(page))}</div>
      </section>
      ${this.#renderQuestion()}
      <ua-export-dialog></ua-export-dialog>`;
  }

  /** Why nothing can be decided here; empty where it can. */
  get #obstacle(): string {
    const { rights, review } = this;
    if (review.closedAt !== null) return reasonText('review_closed');
    const decision = may(rights, 'review.run', { workspace: rights.viewer.workspace.id });
    return decision.allowed ? '' : reasonText(decision.reason);
  }

  #renderHead(): TemplateResult {
    return reviewHead(this.review, {
      now: Date.now(),
      obstacle: this.#obstacle,
      isBusy: this.#decisions.isRunning,
      onBack: () => this.dispatchEvent(new Event('ua-back')),
      onExport: () => this.#export(),
      onKeepRest: () => this.#ask({ kind: 'rest' }),
      onClose: () => this.#ask({ kind: 'close' }),
    });
  }

  #renderTools(): TemplateResult {
    const { counts } = this.review;
    const total = { ...counts, all: counts.keep + counts.revoke + counts.open };
    return html`<div class="tools">
      <div class="choices" role="group" aria-label=${strings.about}>
        ${(['open', 'keep', 'revoke', 'all'] as const).map(
          (
            about,
          ) => html`<button type="button" class="choice" aria-pressed=${String(about === this._about)} @click=${() => this.#show(about)}>
            ${strings.abouts[about]} <span class="count">${total[about]}</span>
          </button>`,
        )}
      </div>
      <input
        part="field" class="input search"
        type="search"
        autocomplete="off"
        aria-label=${strings.search}
        placeholder=${strings.search}
        .value=${this._search}
        @input=${this.#searchLater}
      />
    </div>`;
  }

  #renderSelection(): TemplateResult {
    const tools = { obstacle: this.#obstacle, isBusy: this.#decisions.isRunning };
    const chosen = (this.#items.data?.rows ?? []).filter(({ memberId }) => this._selected.has(memberId));
    const { progress } = this.#decisions;
    return html`<div class="chosen" role="group" aria-label=${strings.selected(chosen.length)}>
      ${
        chosen.length === 0
          ? nothing
          : html`<strong>${strings.selected(chosen.length)}</strong>
              ${headButton(strings.keep, () => void this.#keep(chosen), tools)}
              ${headButton(strings.revoke, () => this.#ask({ kind: 'revoke', items: chosen }), tools)}`
      }
      ${
        progress === undefined
          ? html`<button type="button" part="button button-quiet" class="button small quiet" @click=${() => (this._selected = new Set())}>${strings.clear}</button>`
          : progressLine(strings.progress(...progress), progress, this.#decisions.stop)
      }
    </div>`;
  }

  #renderPeople({ rows, next }: ReviewItemPage): TemplateResult {
    const { _about: about } = this;
    if (rows.length === 0)
      return html`<ua-empty-state part="empty" icon=${this._search === '' ? 'check' : 'search'} .heading=${this._search === '' ? strings.nobody[about] : strings.nobody.all}>
        ${about === 'open' && this._search === '' && this.review.closedAt === null ? strings.nobodyOpenText : ''}
      </ua-empty-state>`;
    const undecided = rows.filter(({ decision }) => decision === null);
    const isOpen = this.#obstacle === '';
    return html`${
      isOpen && undecided.length > 1
        ? html`<div class="all"><label class="choice-all">
            <input
              type="checkbox"
              .checked=${undecided.every(({ memberId }) => this._selected.has(memberId))}
              @change=${({ target }: Event) => this.#select(undecided, (target as HTMLInputElement).checked)}
            />${strings.selectShown}
          </label></div>`
        : nothing
    }
    ${reviewRows(rows, strings.list(this.review.name), {
      rights: this.rights,
      now: Date.now(),
      obstacle: this.#obstacle,
      isBusy: this.#decisions.isRunning,
      selected: this._selected,
      onSelect: (item, isIn) => this.#select([item], isIn),
      onKeep: (item) => void this.#keep([item]),
      onRevoke: (item) => this.#ask({ kind: 'revoke', items: [item] }),
      onNote: (item) => this.#ask({ kind: 'note', items: [item] }),
    })}
    ${
      next === null
        ? nothing
        : html`<div class="foot"><button type="button" part="button" class="button small" aria-disabled=${String(this.#items.isLoading)} @click=${this.#showMore}>${actionStrings.showMore}</button></div>`
    }`;
  }

  #renderQuestion(): TemplateResult {
    const { _question: question } = this;
    const asked = question === undefined ? undefined : wordsOf(question, this.review, this.#isRemoving);
    const failure = this._failure || this.#saving.failure;
    return html`<ua-confirm
      .open=${question !== undefined}
      heading=${asked?.heading ?? ''}
      action=${asked?.action ?? ''}
      .isDangerous=${question?.kind === 'revoke'}
      .isPending=${this.#decisions.isRunning || this.#saving.isRunning}
      failure=${failure ? reasonText(failure) : ''}
      @confirm=${this.#confirm}
      @close=${() => (this._question = undefined)}
    >
      ${asked === undefined || asked.text === '' ? nothing : html`<p>${asked.text}</p>`}
      ${question === undefined || question.kind === 'rest' ? nothing : html`<div class="reason">${noteField(this._note, (note) => (this._note = note))}</div>`}
    </ua-confirm>`;
  }

  /** Whether revoking removes people, because nobody is switched off here. */
  get #isRemoving(): boolean {
    return this.rights.policy.members.deactivation === 'none';
  }

  #ask(question: Question): void {
    this._note = question.kind === 'note' ? question.items[0].note : '';
    this._failure = '';
    this.#saving.reset();
    this._question = question;
  }

  readonly #confirm = async (): Promise<void> => {
    const { _question: question, _note: note } = this;
    if (question === undefined) return;
    if (question.kind === 'close') {
      await this.#close(note);
      return;
    }
    const failure = await this.#carryOut(question, note);
    // Once some are decided the question is gone, and the rest is told in passing.
    if (failure !== undefined && this._question !== question) this.#tellFailure(failure);
    else this._failure = failure ?? '';
    if (failure === undefined) this._question = undefined;
    if (question.kind === 'rest') this.#load();
  };

  #carryOut(question: Exclude<Question, { kind: 'close' }>, note: string): Promise<FailureCode | undefined> {
    const { review } = this;
    if (question.kind === 'rest') return this.#decisions.keepRest(review);
    const decision = question.kind === 'revoke' ? 'revoke' : (question.items[0].decision ?? 'keep');
    const canRestore = question.kind === 'revoke' && !this.#isRemoving;
    return this.#decisions.decide(review, decision, question.items, { note, canRestore });
  }

  async #keep(items: readonly ReviewItem[]): Promise<void> {
    const failure = await this.#decisions.decide(this.review, 'keep', items);
    if (failure === undefined) return;
    this.#tellFailure(failure);
    this.#load();
  }

  #tellFailure(failure: FailureCode): void {
    this.dispatchEvent(new NotifyIntent({ text: reasonText(failure), tone: 'danger' }));
  }

  async #close(note: string): Promise<void> {
    const { id: reviewId, version, name } = this.review;
    const given = { reviewId, version, ...noteOf(note) };
    const wish = new WriteIntent('reviews.close', given);
    const isClosed = await this.#saving.run(wish, strings.nowClosed(name), (review) => this.#become(review));
    if (isClosed) this._question = undefined;
  }

  #export(): void {
    this.renderRoot.querySelector('ua-export-dialog')?.show(evidenceOf(this, this.review, this.rights));
  }

  #show(about: ItemFilter['about']): void {
    this._about = about;
    this._selected = new Set();
    this.#load();
  }

  readonly #searchLater = ({ target }: Event): void => {
    this._search = (target as HTMLInputElement).value;
    this.#typing.note();
  };

  #select(items: readonly ReviewItem[], isIn: boolean): void {
    const ids = new Set(items.map(({ memberId }) => memberId));
    this._selected = isIn ? this._selected.union(ids) : this._selected.difference(ids);
  }

  get #filter(): ItemFilter {
    return { reviewId: this.review.id, about: this._about, search: this._search.trim() };
  }

  #read(signal: AbortSignal, after?: string): Promise<ReviewItemPage> {
    return readItems(this, this.#filter, { limit: PAGE, after }, signal);
  }

  #loadAgain(): void {
    const { review } = this;
    const rows = this.#items.data?.rows ?? [];
    void this.#items.run(async (signal) => {
      const page = await readItemsAgain(this, this.#filter, rows, PAGE, signal);
      const fresh = await ask(this, new ReadIntent('reviews.get', { reviewId: review.id }, signal));
      // What was decided here meanwhile is newer.
      if (this.review !== review) return this.#items.data ?? page;
      this.#become(fresh);
      return page;
    });
  }

  readonly #load = (): void => {
    void this.#items.run((signal) => this.#read(signal));
  };

  readonly #showMore = (): void => {
    const { data, isLoading } = this.#items;
    if (data?.next == null || isLoading) return;
    const { rows, next } = data;
    void this.#items.run(async (signal) => {
      const more = await this.#read(signal, next);
      return { ...more, rows: [...rows, ...more.rows] };
    });
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'ua-review-page': ReviewPageElement;
  }
}
