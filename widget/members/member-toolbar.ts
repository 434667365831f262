import { LitElement, css, html, nothing } from 'lit';
import { MEMBER_SORTS } from '../../shared/members/member.ts';
import type { MemberSort } from '../../shared/members/member.ts';
import { TypingRest } from '../controllers/typing-rest.ts';
import { statusText, strings } from '../i18n/strings.ts';
import type { Rights } from '../rights.ts';
import { base, buttons, controls } from '../styles/base.ts';
import { icon } from '../ui/icon.ts';
import { DORMANT_DAYS, STATUSES, isNarrowed } from './member-query.ts';
import type { MemberQuery } from './member-query.ts';

/** Tells that the viewer wants the list narrowed or sorted in another way. Stays inside the list. */
export class QueryWantedEvent extends Event {
  static readonly type = 'ua-query-wanted';
  readonly query: MemberQuery;

  constructor(query: MemberQuery) {
    super(QueryWantedEvent.type);
    this.query = query;
  }
}

/**
 * Search, filters and, where there is no room for column heads, the order of a list of members.
 *
 * @tag ua-member-toolbar
 * @fires {QueryWantedEvent} ua-query-wanted - When the viewer narrows or sorts; does not bubble.
 * @csspart toolbar - The bar.
 * @csspart search - The search field.
 */
export class MemberToolbarElement extends LitElement {
  static override styles = [
    base,
    buttons,
    controls,
    css`
      :host {
        display: block;
        container-type: inline-size;
      }
      .bar {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
        align-items: center;
      }
      .search {
        position: relative;
        flex: 1 1 220px;
        max-inline-size: 360px;
      }
      .search svg {
        position: absolute;
        inset-block: 0;
        inset-inline-start: 11px;
        margin-block: auto;
        color: var(--_muted);
        pointer-events: none;
      }
      .search .input {
        padding-inline-start: 34px;
      }
      .select {
        flex: 0 1 auto;
        inline-size: auto;
        min-inline-size: 118px;
        max-inline-size: 200px;
      }
      .select.set {
        border-color: color-mix(in oklab, var(--_accent) 55%, transparent);
        background-color: var(--_accent-soft);
      }
      .sort {
        display: none;
      }
      @container (max-width: 667px) {
        .search {
          flex-basis: 100%;
          max-inline-size: none;
        }
        .sort {
          display: block;
        }
        .select {
          flex: 1 1 110px;
          max-inline-size: none;
          padding-inline: 7px 21px;
        }
      }
      @container (max-width: 279px) {
        .select {
          font-size: var(--_small);
        }
      }
    `,
  ];

  static override properties = { query: { attribute: false }, rights: { attribute: false } };

  /** How the list is narrowed and sorted now. */
  declare query: MemberQuery;
  /** What the viewer may do. */
  declare rights: Rights;

  readonly #typing = new TypingRest(this, () => this.#want({}));

  protected override updated(): void {
    const { search, roles, statuses, dormant, sort } = this.query;
    // Not bound in the template: the viewer has changed them since, and a search that is being typed stays.
    const field = this.#searchField;
    if (field !== null && !this.#typing.isAwaited) field.value = search;
    const values: Record<string, string> = {
      role: roles.join(),
      status: statuses.join(),
      dormant: `${dormant || ''}`,
      sort,
    };
    for (const select of this.renderRoot.querySelectorAll('select')) select.value = values[select.name] ?? '';
  }

  protected override render() {
    const { query } = this;
    const {
      members: { columns },
      identity,
    } = this.rights.policy;
    return html`<div part="toolbar" class="bar" role="search">
      <div class="search">
        ${icon('search')}
        <input
          class="input"
          part="field search"
          type="search"
          maxlength="200"
          autocomplete="off"
          spellcheck="false"
          aria-label=${strings.searchLabel(identity.hasUsername)}
          placeholder=${strings.searchPlaceholder}
          @input=${this.#typing.note}
          @keydown=${this.#searchOnEnter}
        />
      </div>
      ${this.#renderFilters()}
      <select name="sort" part="field" class="select sort" aria-label=${strings.sortLabel} @change=${this.#sort}>
        ${MEMBER_SORTS.filter((sort) => columns.includes(sort)).map(
          (sort) => html`<option value=${sort}>${strings.sortBy(strings.columns[sort])}</option>`,
        )}
      </select>
      ${
        isNarrowed(query)
          ? html`<button type="button" part="button button-quiet" class="button quiet" @click=${this.clear}>${strings.clearFilters}</button>`
          : nothing
      }
    </div>`;
  }

  /** Shows everybody again, in the same order. */
  clear(): void {
    this.#want({ search: '', roles: [], statuses: [], dormant: 0 });
    this.#searchField?.focus();
  }

  #renderFilters() {
    const { query, rights } = this;
    const { columns, deactivation } = rights.policy.members;
    return [
      this.#renderSelect(
        'role',
        strings.roleFilter,
        strings.everyRole,
        rights.personRoles.map(({ key, name }) => [key, name]),
        query.roles,
        (key) => rights.roleName(key),
      ),
      deactivation !== 'none' &&
        this.#renderSelect(
          'status',
          strings.statusFilter,
          strings.everyStatus,
          STATUSES.map((status) => [status, statusText(status, rights.policy)]),
          query.statuses,
          (status) => statusText(status, rights.policy),
        ),
      columns.includes('lastSignIn') &&
        this.#renderSelect(
          'dormant',
          strings.dormantFilter,
          strings.everySignIn,
          DORMANT_DAYS.map((days) => [`${days}`, strings.dormantFor(days)]),
          query.dormant === 0 ? [] : [`${query.dormant}`],
        ),
    ].filter(Boolean);
  }

  /** A filter; with the choice that an address can name and the list does not offer: several at once, or one that is not there. */
  #renderSelect<Key extends string>(
    name: string,
    label: string,
    every: string,
    offered: readonly (readonly [key: Key, text: string])[],
    wanted: readonly Key[],
    textOf: (key: Key) => string = String,
  ) {
    const isOffered = wanted.length === 0 || offered.some(([key]) => key === wanted.join());
    return html`<select name=${name} part="field" class="select ${wanted.length > 0 ? 'set' : ''}" aria-label=${label} @change=${this.#filter}>
      <option value="">${every}</option>
      ${offered.map(([key, text]) => html`<option value=${key}>${text}</option>`)}
      ${isOffered ? nothing : html`<option value=${wanted.join()}>${wanted.map(textOf).join(strings.comma)}</option>`}
    </select>`;
  }

  get #searchField(): HTMLInputElement | null {
    return this.renderRoot.querySelector('input');
  }

  #want(change: Partial<MemberQuery>): void {
    this.#typing.cancel();
    this.dispatchEvent(
      new QueryWantedEvent({
        ...this.query,
        search: this.#searchField?.value ?? this.query.search,
        ...change,
      }),
    );
  }

  readonly #searchOnEnter = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') this.#want({});
  };

  readonly #filter = (event: Event): void => {
    const { name, value } = event.target as HTMLSelectElement;
    if (name === 'role') this.#want({ roles: value === '' ? [] : [value] });
    else if (name === 'status') this.#want({ statuses: STATUSES.filter((status) => status === value) });
    else this.#want({ dormant: Number(value) });
  };

  readonly #sort = (event: Event): void => {
    this.#want({ sort: (event.target as HTMLSelectElement).value as MemberSort, isDescending: false });
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'ua-member-toolbar': MemberToolbarElement;
  }
}
