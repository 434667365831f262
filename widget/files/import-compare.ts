import { LitElement, css, html, nothing } from 'lit';
import { FocusKeeper } from '../controllers/focus-keeper.ts';
import type { MemberId } from '../../shared/ids.ts';
import type { Member, MemberOutcome } from '../../shared/members/member.ts';
import { MAX_PAGE } from '../../shared/members/member.ts';
import { WriteIntent } from '../calls.ts';
import { failureOf } from '../failure.ts';
import type { FailureCode } from '../failure.ts';
import { fileStrings as strings } from '../i18n/file-strings.ts';
import { reasonText } from '../i18n/failure-strings.ts';
import { nameOf } from '../i18n/strings.ts';
import { ask } from '../intents.ts';
import { ListMembersIntent } from '../members/intents.ts';
import { may } from '../may.ts';
import type { Rights } from '../rights.ts';
import { breakable } from '../ui/breakable.ts';
import { base } from '../styles/base.ts';
import { fields, loudButtons } from '../styles/forms.ts';
import type { Judged } from './import-run.ts';

/**
 * Who is active here and not in a list, to be deactivated: access that nobody needs any more.
 *
 * @tag ua-import-compare
 */
export class ImportCompareElement extends LitElement {
  static override styles = [
    base,
    loudButtons,
    fields,
    css`
      :host {
        display: grid;
        gap: 12px;
      }
      ul {
        max-block-size: 300px;
        border: 1px solid var(--_line);
        border-radius: var(--_radius);
        overflow: auto;
      }
      li,
      .all {
        padding: 8px var(--_snug);
        border-block-end: 1px solid var(--_line);
      }
      li:last-child {
        border: 0;
      }
      .all {
        padding-inline: 13px;
        border: 0;
      }
      label {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        align-items: center;
        gap: 2px 10px;
        overflow-wrap: anywhere;
      }
      label .muted {
        grid-column: 2;
        font-size: var(--_small);
      }
    `,
  ];
  static override properties = {
    rights: { attribute: false },
    judged: { attribute: false },
    _compared: { state: true },
    _missing: { state: true },
    _chosen: { state: true },
    _told: { state: true },
    _failure: { state: true },
    _isRunning: { state: true },
  };

  /** The viewer and what they may do. */
  declare rights: Rights;
  /** The rows of the list. */
  declare judged: readonly Judged[];
  /** @internal How many people were compared. */
  declare _compared: number;
  /** @internal Undefined until everybody was compared. */
  declare _missing: readonly Member[] | undefined;
  /** @internal */
  declare _chosen: ReadonlySet<MemberId>;
  /** @internal What became of it. */
  declare _told: readonly MemberOutcome[] | undefined;
  /** @internal */
  declare _failure: FailureCode | '';
  /** @internal */
  declare _isRunning: boolean;
  readonly #stopping = new AbortController();

  constructor() {
    super();
    void new FocusKeeper(this);
    this.judged = [];
    this._compared = 0;
    this._missing = undefined;
    this._chosen = new Set();
    this._told = undefined;
    this._failure = '';
    this._isRunning = false;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stopping.abort();
  }

  protected override firstUpdated(): void {
    void this.#compare();
  }

  protected override render() {
    const { _missing: missing } = this;
    const failure =
      this._failure === ''
        ? nothing
        : html`<p part="error" class="error" role="alert">${reasonText(this._failure)}</p>`;
    if (missing === undefined)
      return html`${failure}${this._failure === '' ? html`<p role="status">${strings.comparing(this._compared)}</p>` : nothing}`;
    const told = this.#told().map((text) => html`<p role="status">${text}</p>`);
    if (missing.length === 0)
      return html`${failure}${told.length > 0 ? told : html`<p>${strings.nobodyMissing}</p>`}`;
    return html`${failure}${told}
      <h3>${strings.missing(missing.length)}</h3>
      <p class="muted">${strings.missingText}</p>
      <label class="all">
        <input
          type="checkbox"
          .checked=${this._chosen.size === this.#possible.length && this._chosen.size > 0}
          @change=${({ target }: Event) =>
            (this._chosen = new Set(
              (target as HTMLInputElement).checked ? this.#possible.map(({ id }) => id) : [],
            ))}
        />
        ${strings.chooseAll}
      </label>
      <ul tabindex="0" aria-label=${strings.missing(missing.length)}>
        ${missing.map((member) => this.#renderPerson(member))}
      </ul>
      <div>
        <button
          type="button"
          part="button button-danger" class="button danger"
          aria-disabled=${String(this._chosen.size === 0 || this._isRunning)}
          @click=${this.#deactivate}
        >
          ${strings.deactivate(this._chosen.size)}
        </button>
      </div>`;
  }

  #renderPerson(member: Member) {
    const decision = may(this.rights, 'member.deactivate', { member: this.rights.target(member) });
    return html`<li>
      <label>
        <input
          type="checkbox"
          ?disabled=${!decision.allowed}
          .checked=${this._chosen.has(member.id)}
          @change=${() => this.#toggle(member.id)}
        />
        <bdi>${breakable(nameOf(member))}</bdi>
        <span class="muted">${decision.allowed ? breakable(member.email) : reasonText(decision.reason)}</span>
      </label>
    </li>`;
  }

  get #possible(): readonly Member[] {
    return (this._missing ?? []).filter(
      (member) => may(this.rights, 'member.deactivate', { member: this.rights.target(member) }).allowed,
    );
  }

  #toggle(id: MemberId): void {
    const chosen = new Set(this._chosen);
    if (!chosen.delete(id)) chosen.add(id);
    this._chosen = chosen;
  }

  async #compare(): Promise<void> {
    const listed = new Set(
      this.judged.flatMap(({ row, result }) => [row.email?.toLowerCase() ?? '', result.memberId ?? '']),
    );
    const missing: Member[] = [];
    let from: { after: string } | undefined;
    try {
      do {
        const input = { filter: { statuses: ['active' as const] }, limit: MAX_PAGE, ...(from && { from }) };
        const page = await ask(this, new ListMembersIntent(input, this.#stopping.signal));
        missing.push(
          ...page.rows.filter(({ id, email }) => !listed.has(id) && !listed.has(email.toLowerCase())),
        );
        this._compared += page.rows.length;
        from = page.next === null ? undefined : { after: page.next };
      } while (from !== undefined);
      this._missing = missing;
    } catch (error) {
      this._failure = failureOf(error).code;
    }
  }

  readonly #deactivate = async (): Promise<void> => {
    const ids = [...this._chosen];
    if (ids.length === 0 || this._isRunning) return;
    this._isRunning = true;
    this._failure = '';
    const outcomes: MemberOutcome[] = [];
    try {
      for (let start = 0; start < ids.length; start += MAX_PAGE) {
        const selection = { ids: ids.slice(start, start + MAX_PAGE) };
        const given = { selection, change: { action: 'member.deactivate' as const } };
        const { results } = await ask(
          this,
          new WriteIntent('members.changeMany', given, { touch: ['members'] }, start === 0 ? ids.length : 0),
        );
        outcomes.push(...(results as readonly MemberOutcome[]));
      }
    } catch (error) {
      this._failure = failureOf(error).code;
    }
    this._isRunning = false;
    this.#settle(outcomes);
  };

  /** What became of those who were to be switched off. */
  #told(): readonly string[] {
    if (this._told === undefined) return [];
    const refused = this._told.flatMap(({ name, refused: code }) =>
      code === undefined ? [] : [strings.refused(name, reasonText(code))],
    );
    return [strings.deactivated(this._told.length - refused.length), ...refused];
  }

  #settle(outcomes: readonly MemberOutcome[]): void {
    const done = new Set(
      outcomes.filter(({ refused }) => refused === undefined).map(({ memberId }) => memberId),
    );
    this._told = outcomes;
    this._missing = this._missing?.filter(({ id }) => !done.has(id));
    this._chosen = new Set();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ua-import-compare': ImportCompareElement;
  }
}
