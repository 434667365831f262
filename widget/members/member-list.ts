import { LitElement, css, html, nothing } from 'lit';
import type { PropertyValues } from 'lit';
import type { Member } from '../../shared/members/member.ts';
import type { MemberColumn } from '../../shared/policy/policy.ts';
import { RowPages } from '../controllers/row-pages.ts';
import { failureOf } from '../failure.ts';
import type { FailureCode } from '../failure.ts';
import { NotifyIntent, ask } from '../intents.ts';
import { failureStrings, reasonText } from '../i18n/failure-strings.ts';
import { strings } from '../i18n/strings.ts';
import type { Rights } from '../rights.ts';
import { base, buttons, cards } from '../styles/base.ts';
import type { BulkWantedEvent } from './bulk-bar.ts';
import type { ActedEvent, MemberActionsElement } from './member-actions.ts';
import { FilterMembersIntent, ListMembersIntent, NeedActionsIntent, ShowPersonIntent } from './intents.ts';
import { mayManage } from './member-decisions.ts';
import { nextOrder } from './grid-head.ts';
import type { MemberGridElement } from './member-grid.ts';
import { EVERYBODY, formatMemberQuery, isNarrowed, listInput } from './member-query.ts';
import type { MemberQuery } from './member-query.ts';
import type { MemberToolbarElement, QueryWantedEvent } from './member-toolbar.ts';
import type { RowDeed, RowDeedEvent } from './row-deed.ts';
import { NOBODY, countSelected, withMembers } from './selection.ts';
import type { Selection } from './selection.ts';

/**
 * The people of a workspace: search, filters, order, role, status, actions, and changes of many at once.
 *
 * @tag ua-member-list
 * @csspart list - The card around everything.
 */
export class MemberListElement extends LitElement {
  static override styles = [
    base,
    buttons,
    cards,
    css`
      :host {
        display: block;
      }
      .card {
        overflow: clip;
      }
      header {
        display: grid;
        gap: 12px;
        padding: var(--_space);
        border-block-end: 1px solid var(--_line);
      }
      .title,
      .title > div {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 10px;
      }
      .title > div { flex: 1 1 0; min-inline-size: min-content; row-gap: 0; word-break: keep-all; }
      .title .muted { font-size: var(--_small); white-space: nowrap; }
      /* Their code comes behind the rows, which are to stay where they are. */
      .title :not(:defined) {
        block-size: var(--_control);
        inline-size: 156px;
      }
      ua-add-person:not(:defined) {
        inline-size: 115px;
      }
      @container (min-width: 600px) {
        .title ua-add-person {
          order: 1;
        }
      }
      .failure {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 4px 12px;
        padding: 10px var(--_space);
        border-block-end: 1px solid var(--_line);
        background: var(--_danger-soft);
        color: var(--_danger-text);
      }
    `,
  ];

  static override properties = {
    rights: { attribute: false },
    query: { attribute: false },
    columns: { attribute: false },
    person: {},
    revision: { type: Number },
    _selection: { state: true },
    _drawn: { state: true },
    _pending: { state: true },
    _now: { state: true },
    _undone: { state: true },
  };

  /** What the viewer may do. */
  declare rights: Rights;
  /** How the list is narrowed and sorted; changed by the viewer too, which `ua-filter-members` tells. */
  declare query: MemberQuery;
  /** The id of the member that is looked at; empty for nobody. */
  declare person: string;
  /** The columns; those of the policy where undefined. */
  declare columns: readonly MemberColumn[] | undefined;
  /** Raised to load what is shown again, in place. */
  declare revision: number;
  /** @internal */
  declare _selection: Selection;
  /** @internal Raised whenever the pages have something new to draw. */
  declare _drawn: number;
  /** @internal The ids of the members that are being changed. */
  declare _pending: ReadonlySet<string>;
  /** @internal */
  declare _now: number;
  /** @internal What could not be done because its code did not come, and the way to do it after all. */
  declare _undone: { readonly code: FailureCode; readonly retry: () => void } | undefined;

  readonly #pages = new RowPages<Member>(
    (from, limit, signal) => ask(this, new ListMembersIntent(listInput(this.query, limit, from), signal)),
    () => this.#noteRows(),
  );
  #personShown = '';
  #isAnnounced = true;
  /** What was wanted last of all that takes the focus; only that still opens when its code has come. */
  #opening: object | undefined;

  constructor() {
    super();
    this.query = EVERYBODY;
    this.person = '';
    this.columns = undefined;
    this.revision = 0;
    this._selection = NOBODY;
    this._drawn = 0;
    this._pending = new Set();
    this._now = Date.now();
    this._undone = undefined;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.#pages.refresh();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#pages.stop();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('query');
    if (before !== undefined && formatMemberQuery(before) !== formatMemberQuery(this.query))
      this.#startOver();
    else if (changed.has('revision') && this.hasUpdated) this.refresh();
  }

  protected override updated(): void {
    if (this.person !== this.#personShown) this.#showPerson();
  }

  protected override render() {
    const { count, isExact, isReady, failure } = this.#pages;
    const canManage = mayManage(this.rights).allowed;
    return html`<section class="card" part="card list" aria-label=${strings.membersHeading}>
      <header>
        <div class="title">
          <div>
            <h2 part="heading">${strings.membersHeading}</h2>
            ${isReady ? html`<span class="muted">${this.#countText(count, isExact)}</span>` : nothing}
          </div>
          ${this.rights.policy.creation === null ? nothing : html`<ua-add-person .rights=${this.rights}></ua-add-person>`}
          <ua-people-files .rights=${this.rights} .query=${this.query} .total=${count} .isExact=${isExact}></ua-people-files>
        </div>
        <ua-member-toolbar .rights=${this.rights} .query=${this.query} @ua-query-wanted=${this.#narrow}></ua-member-toolbar>
      </header>
      ${canManage && countSelected(this._selection, count) > 0 ? this.#renderBulkBar() : nothing}
      ${failure !== undefined && isReady ? this.#renderFailure(failure.code, () => this.refresh()) : nothing}
      ${this._undone === undefined ? nothing : this.#renderFailure(this._undone.code, this._undone.retry)}
      <ua-member-actions .rights=${this.rights} .rows=${this.#pages} .query=${this.query} .revision=${this.revision} @ua-acted=${this.#follow}></ua-member-actions>
      ${this.#renderRows(canManage)}
    </section>`;
  }

  /** Loads what is shown again; place, selection and focus stay. */
  refresh(): void {
    this._now = Date.now();
    this._undone = undefined;
    this.#pages.refresh();
  }

  /** Puts the focus on the first control. */
  override focus(): void {
    this.renderRoot
      .querySelector<MemberToolbarElement>('ua-member-toolbar')
      ?.renderRoot.querySelector('input')
      ?.focus();
  }

  get #grid(): MemberGridElement | null {
    return this.renderRoot.querySelector('ua-member-grid');
  }

  #countText(count: number, isExact: boolean): string {
    return isNarrowed(this.query)
      ? strings.filteredCount(count, isExact)
      : strings.membersCount(count, isExact);
  }

  #renderFailure(code: FailureCode, onRetry: () => void) {
    return html`<div class="failure" role="alert">
      <span>${reasonText(code)}</span><button type="button" part="link" class="link" @click=${onRetry}>${failureStrings.retry}</button>
    </div>`;
  }

  #renderBulkBar() {
    const { count, isExact, rows } = this.#pages;
    return html`<ua-bulk-bar .rights=${this.rights} .selection=${this._selection} .total=${count} .isExact=${isExact} .loaded=${rows.length} @ua-bulk-wanted=${this.#changeMany}></ua-bulk-bar>`;
  }

  #renderRows(canManage: boolean) {
    const { count, isReady, failure } = this.#pages;
    if (!isReady && failure !== undefined) {
      return html`<ua-empty-state part="empty" icon=${failure.code === 'offline' ? 'offline' : 'alert'} heading=${strings.membersFailed}>
        ${reasonText(failure.code)}
        <button slot="actions" type="button" part="button" class="button" @click=${this.refresh}>${failureStrings.retry}</button>
      </ua-empty-state>`;
    }
    if (isReady && count === 0) return this.#renderNobody();
    return html`<ua-member-grid
      .pages=${this.#pages}
      .rights=${this.rights}
      .columns=${this.columns ?? this.rights.policy.members.columns}
      .query=${this.query}
      .selection=${canManage ? this._selection : undefined}
      .pending=${this._pending}
      .deeds=${this.#actions?.deeds}
      .revision=${this._drawn}
      .now=${this._now}
      @ua-row-deed=${this.#act}
    ></ua-member-grid>`;
  }

  #renderNobody() {
    if (!isNarrowed(this.query))
      return html`<ua-empty-state part="empty" icon="people" heading=${strings.noMembers}>
        ${strings.noMembersText}<ua-add-person slot="actions" .rights=${this.rights}></ua-add-person><slot name="empty" slot="actions"></slot>
      </ua-empty-state>`;
    return html`<ua-empty-state part="empty" icon="search" heading=${strings.noMatch}>
      ${strings.noMatchText}
      <button slot="actions" type="button" part="button" class="button" @click=${this.#clear}>${strings.clearFilters}</button>
    </ua-empty-state>`;
  }

  #noteRows(): void {
    this._drawn += 1;
    if (this.#isAnnounced || !this.#pages.isReady) return;
    this.#isAnnounced = true;
    this.dispatchEvent(
      new NotifyIntent({ text: this.#countText(this.#pages.count, this.#pages.isExact), tone: 'spoken' }),
    );
  }

  #startOver(): void {
    this._selection = NOBODY;
    this._now = Date.now();
    this.#isAnnounced = false;
    this.#pages.reset();
    this.#grid?.startOver();
    this.#pages.want(0, 1);
  }

  readonly #narrow = (event: QueryWantedEvent): void => this.#show(event.query);

  readonly #clear = (): void =>
    this.renderRoot.querySelector<MemberToolbarElement>('ua-member-toolbar')?.clear();

  #look(person: string): void {
    this.person = person;
    this.dispatchEvent(new ShowPersonIntent(person));
  }

  /** Shows the person, who may be among rows that come later; then this is tried again with them. */
  #showPerson(): void {
    const { person } = this;
    const member = this.#pages.rows.find(({ id }) => id === person);
    const isUnknown = member === undefined && person !== '';
    if (isUnknown && !this.#pages.isReady) return;
    this.#personShown = person;
    void this.#open((actions) =>
      isUnknown ? actions.findPerson(person, () => this.person === person) : actions.showPerson(member),
    );
  }

  #show(query: MemberQuery): void {
    if (formatMemberQuery(query) === formatMemberQuery(this.query)) return;
    this.query = query;
    this.dispatchEvent(new FilterMembersIntent(query));
  }

  readonly #act = ({ deed }: RowDeedEvent): void => {
    if (deed.kind === 'sort') this.#show(nextOrder(this.query, deed.sort));
    else if (deed.kind === 'select') {
      const ids = deed.members.map(({ id }) => id);
      this._selection = withMembers(this._selection, ids, deed.isIn);
    } else if (deed.kind === 'person') this.#look(deed.member.id);
    else if (deed.kind === 'menu')
      void this.#open((actions) => this.#grid?.isAt(deed.anchor, deed.member) === true && actions.act(deed));
    else if (deed.kind === 'deed' && (deed.deed === 'edit' || deed.deed === 'password'))
      void this.#open((actions) => actions.act(deed));
    else void this.#change(deed);
  };

  readonly #changeMany = ({ wanted }: BulkWantedEvent): void => {
    if ('selection' in wanted) this._selection = wanted.selection;
    else {
      const { count: total, isExact } = this.#pages;
      const task = { change: wanted.change, selection: this._selection, query: this.query, total, isExact };
      void this.#open((actions) => actions.changeMany(task));
    }
  };

  readonly #follow = (event: ActedEvent): void => {
    if (event.what === 'ready') this.requestUpdate();
    else if (event.what === 'pending') this._pending = (event.target as MemberActionsElement).pending;
    // The row may be gone, and with it what the dialog would give the focus back to.
    else if (event.what === 'closed') this.#look('');
    else if (event.what === 'done') this.#grid?.focusRow(this.#grid.activePosition);
    else {
      this._selection = NOBODY;
      this.refresh();
    }
  };

  /** Opens something that takes the focus, unless something else was wanted in the meantime. */
  #open(open: (actions: MemberActionsElement) => unknown): Promise<void> {
    const opening = (this.#opening = { open });
    return this.#withActions(
      (actions) => this.#opening === opening && open(actions),
      () => this.#open(open),
    );
  }

  /** Changes a member, who is marked as being changed from the click on. */
  async #change(deed: Extract<RowDeed, { kind: 'role' | 'deed' }>): Promise<void> {
    const { id } = deed.member;
    if (this._pending.has(id)) return;
    this._pending = new Set([...this._pending, id]);
    await this.#withActions(
      (actions) => actions.act(deed),
      () => this.#change(deed),
    );
    // Where the code did not come the row is as before; else the change itself says what is pending.
    const { pending } = this.#actions ?? {};
    if (pending?.has(id) !== true)
      this._pending = new Set([...this._pending].filter((other) => other !== id));
  }

  /** Runs `act` once the code of actions is there; what could not be fetched is said, with the way to try again. */
  async #withActions(act: (actions: MemberActionsElement) => unknown, again: () => unknown): Promise<void> {
    this._undone = undefined;
    try {
      await ask(this, new NeedActionsIntent());
    } catch (error) {
      const { code } = failureOf(error);
      // Nobody waits for it any more.
      if (code === 'aborted') return;
      this._undone = { code, retry: () => this.#retry(again) };
      return;
    }
    const actions = this.#actions;
    await actions?.updateComplete;
    if (actions !== null) act(actions);
  }

  #retry(again: () => unknown): void {
    // The button that was pressed goes, and the focus belongs where it came from.
    this.#grid?.focusRow(this.#grid.activePosition);
    again();
  }

  get #actions(): MemberActionsElement | null {
    return this.renderRoot.querySelector('ua-member-actions');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ua-member-list': MemberListElement;
  }
}
