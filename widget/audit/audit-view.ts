import { LitElement, html, nothing } from 'lit';
import type { PropertyValues } from 'lit';
import type { AuditEntry } from '../../shared/audit/entry.ts';
import { FocusKeeper } from '../controllers/focus-keeper.ts';
import { QueryController } from '../controllers/query.ts';
import { auditStrings as strings } from '../i18n/audit-strings.ts';
import { actionStrings } from '../i18n/action-strings.ts';
import { formatMoment } from '../i18n/format.ts';
import { reasonText } from '../i18n/failure-strings.ts';
import type { Rights } from '../rights.ts';
import { base, buttons, cards } from '../styles/base.ts';
import { avatars } from '../ui/avatar.ts';
import { loaded } from '../ui/loaded.ts';
import { skeletons } from '../ui/skeleton.ts';
import type { AuditQueryEvent } from './audit-filter.ts';
import { auditExport, readAudit } from './audit-pages.ts';
import { EVERYTHING, filterOf, isCrossed, isNarrowed } from './audit-query.ts';
import type { AuditQuery } from './audit-query.ts';
import { entryDays, entryStyles } from './entry-list.ts';

/** How many entries a page holds. */
const PAGE = 50;
/** How many pages that hold nothing are passed over before the viewer is asked. */
const PATIENCE = 10;

/** The entries that were loaded, and where to go on. */
interface Shown {
  readonly rows: readonly AuditEntry[];
  readonly next: string | null;
  /** Whether so much was looked through in vain that the viewer is asked whether to go on. */
  readonly isTiring: boolean;
}

/**
 * The trail: who did what to whom and when, newest first, narrowed, exported and checked.
 *
 * @tag ua-audit-view
 */
export class AuditViewElement extends LitElement {
  static override styles = [base, buttons, cards, avatars, skeletons, entryStyles];
  static override properties = {
    rights: { attribute: false },
    person: {},
    revision: { type: Number },
    _query: { state: true },
  };

  /** The viewer and what they may do. */
  declare rights: Rights;
  /** The id of the member whom the trail is narrowed to at first. */
  declare person: string;
  /** Raised to load what is shown again, in place. */
  declare revision: number;
  /** @internal How the trail is narrowed. */
  declare _query: AuditQuery;
  readonly #pages = new QueryController<Shown>(this);
  #now = Date.now();

  constructor() {
    super();
    void new FocusKeeper(this);
    this.person = '';
    this.revision = 0;
    this._query = EVERYTHING;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('person')) this._query = { ...this._query, person: this.person };
    if (changed.has('_query')) this.#pages.data = undefined;
    if (changed.has('_query') || changed.has('revision')) this.#load();
  }

  protected override render() {
    const { rights } = this;
    const decision = rights.mayHere('audit.list');
    if (!decision.allowed)
      return html`<ua-empty-state part="empty" level="2" icon="lock" .heading=${reasonText(decision.reason)}></ua-empty-state>`;
    return html`<section part="card" class="card" aria-labelledby="heading">
        <header class="top">
          <div class="title">
            <h2 part="heading" id="heading">${strings.heading}</h2>
            <p class="muted">${strings.hint}</p>
          </div>
          <div class="deeds">
            ${
              rights.mayHere('deployment.view').allowed
                ? html`<button type="button" part="button" class="button small" @click=${this.#check}>${strings.verify}</button>`
                : nothing
            }
            <button type="button" part="button" class="button small" @click=${this.#export}>${actionStrings.export}</button>
          </div>
          <ua-audit-filter .rights=${rights} .query=${this._query} @ua-audit-query=${this.#narrow}></ua-audit-filter>
        </header>
        <ua-trail-check></ua-trail-check>
        ${loaded(this.#pages, this.#load, (data) => this.#renderShown(data))}
      </section>
      <ua-export-dialog></ua-export-dialog>`;
  }

  /** Puts the focus on the first control. */
  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('ua-audit-filter')?.focus();
  }

  #renderShown({ rows, next, isTiring }: Shown) {
    if (rows.length === 0 && next === null) {
      const isFiltered = isNarrowed(this._query);
      return html`<ua-empty-state part="empty"
        icon=${isFiltered ? 'search' : 'people'}
        heading=${isFiltered ? strings.noMatch : strings.empty}
        >${isFiltered ? strings.noMatchText : strings.emptyText}</ua-empty-state
      >`;
    }
    return html`${entryDays(rows, this.rights, this.#now, this.#showAbout)}
      <footer class="end">
        ${next === null ? html`<p class="muted">${isNarrowed(this._query) ? strings.endOfFilter : strings.end}</p>` : this.#renderMore(next, isTiring)}
      </footer>`;
  }

  #renderMore(next: string, isTiring: boolean) {
    const at = isTiring ? momentIn(next) : undefined;
    return html`${at === undefined ? nothing : html`<p class="muted">${strings.lookedBackTo(formatMoment(at))}</p>`}
      <button
        type="button"
        part="button" class="button"
        aria-disabled=${String(this.#pages.isLoading)}
        @click=${this.#loadMore}
      >
        ${isTiring ? strings.keepLooking : strings.earlier}
      </button>`;
  }

  readonly #load = (): void => {
    this.#now = Date.now();
    if (isCrossed(this._query)) {
      this.#pages.cancel();
      this.#pages.data = { rows: [], next: null, isTiring: false };
      return;
    }
    // What had been loaded beyond the first page comes again by itself, so that nothing below the eyes moves.
    const wanted = Math.max(PAGE, this.#pages.data?.rows.length ?? 0);
    void this.#pages.run((signal) => this.#walk([], undefined, wanted, signal));
  };

  readonly #loadMore = (): void => {
    const { data, isLoading } = this.#pages;
    if (isLoading || data === undefined || data.next === null) return;
    const { rows, next } = data;
    void this.#pages.run((signal) => this.#walk(rows, next, rows.length + PAGE, signal));
  };

  /** Goes down the trail until so many entries are there, or for so long in vain. */
  async #walk(
    known: readonly AuditEntry[],
    from: string | undefined,
    wanted: number,
    signal: AbortSignal,
  ): Promise<Shown> {
    const filter = filterOf(this._query);
    let rows = known;
    let before = from;
    for (let tries = 0; tries < PATIENCE || rows.length > known.length; tries += 1) {
      const page = await readAudit(this, filter, { limit: PAGE, before }, signal);
      rows = [...rows, ...page.rows];
      if (page.next === null || rows.length >= wanted || (tries >= PATIENCE && page.rows.length === 0))
        return { rows, next: page.next, isTiring: rows.length === known.length };
      before = page.next;
    }
    return { rows, next: before ?? null, isTiring: true };
  }

  readonly #narrow = ({ query }: AuditQueryEvent): void => void (this._query = query);

  readonly #showAbout = (person: string): void => void (this._query = { ...EVERYTHING, person });

  readonly #check = (): void => void this.renderRoot.querySelector('ua-trail-check')?.run();

  readonly #export = (): void =>
    this.renderRoot
      .querySelector('ua-export-dialog')
      ?.show(auditExport(this, this.rights, filterOf(this._query)));
}

/** The moment that a cursor stands at; undefined where it says none. */
function momentIn(cursor: string): number | undefined {
  try {
    const key: unknown = JSON.parse(atob(cursor.replaceAll('-', '+').replaceAll('_', '/')));
    return Array.isArray(key) && typeof key[0] === 'number' ? key[0] : undefined;
  } catch {
    return undefined;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ua-audit-view': AuditViewElement;
  }
}
