import { LitElement, css, html, nothing } from 'lit';
import type { PropertyValues } from 'lit';
import { FocusKeeper } from '../controllers/focus-keeper.ts';
import type { AuditPage } from '../../shared/audit/entry.ts';
import type { MemberId } from '../../shared/ids.ts';
import { readAudit } from '../audit/audit-pages.ts';
import { entryItem, entryStyles } from '../audit/entry-list.ts';
import { QueryController } from '../controllers/query.ts';
import { actionStrings } from '../i18n/action-strings.ts';
import { pageStrings as strings } from '../i18n/page-strings.ts';
import { ShowPersonIntent } from '../members/intents.ts';
import type { Rights } from '../rights.ts';
import { base, buttons } from '../styles/base.ts';
import { avatars } from '../ui/avatar.ts';
import { loaded } from '../ui/loaded.ts';
import { skeletons } from '../ui/skeleton.ts';

const PAGE = 6;

/**
 * What was done to one person, in words, the newest first.
 *
 * @tag ua-member-trail
 */
export class MemberTrailElement extends LitElement {
  static override styles = [
    base,
    buttons,
    avatars,
    skeletons,
    entryStyles,
    css`
      .entry {
        padding-inline: 0;
      }
      li:first-child {
        padding-block-start: 0;
      }
      li:last-child {
        border: 0;
        padding-block-end: 0;
      }
      .more {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
        margin-block-start: 14px;
      }
      .none {
        color: var(--_muted);
      }
    `,
  ];
  static override properties = {
    person: {},
    rights: { attribute: false },
    revision: { type: Number },
    _now: { state: true },
  };

  /** The id of the member. */
  declare person: string;
  /** The viewer and what they may do. */
  declare rights: Rights;
  /** Raised to load again. */
  declare revision: number;
  /** @internal */
  declare _now: number;
  readonly #page = new QueryController<AuditPage>(this);

  constructor() {
    super();
    void new FocusKeeper(this);
    this.person = '';
    this.revision = 0;
    this._now = Date.now();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('person')) this.#page.reset();
    if (changed.has('person') || changed.has('revision')) this.#load();
  }

  protected override render() {
    return loaded(this.#page, this.#load, ({ rows, next }) =>
      rows.length === 0 && next === null
        ? html`<p class="none">${strings.noTrail}</p>`
        : html`<ul>${rows.map((entry) => entryItem(entry, this.rights, this._now))}</ul>
            <p class="more">
              ${
                next === null
                  ? nothing
                  : html`<button type="button" part="button" class="button small" aria-disabled=${this.#page.isLoading ? 'true' : nothing} @click=${this.#showMore}>${actionStrings.showMore}</button>`
              }
              ${
                this.rights.policy.views.includes('audit')
                  ? html`<button type="button" part="button" class="button small" @click=${this.#openTrail}>${strings.wholeTrail}</button>`
                  : nothing
              }
            </p>`,
    );
  }

  readonly #openTrail = (): void => {
    this.dispatchEvent(new ShowPersonIntent(this.person, 'audit'));
  };

  readonly #load = (): void => {
    this._now = Date.now();
    void this.#page.run((signal) => this.#read(undefined, signal));
  };

  readonly #showMore = (): void => {
    const { data } = this.#page;
    if (data?.next == null || this.#page.isLoading) return;
    const { rows, next } = data;
    void this.#page.run(async (signal) => {
      const more = await this.#read(next, signal);
      return { ...more, rows: [...rows, ...more.rows] };
    });
  };

  #read(before: string | undefined, signal: AbortSignal): Promise<AuditPage> {
    return readAudit(this, { person: this.person as MemberId }, { limit: PAGE, before }, signal);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ua-member-trail': MemberTrailElement;
  }
}
