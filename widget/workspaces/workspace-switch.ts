import { LitElement, css, html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { FocusKeeper } from '../controllers/focus-keeper.ts';
import type { OwnPlace, OwnPlaces } from '../../shared/workspaces/place.ts';
import { QueryController } from '../controllers/query.ts';
import { TypingRest } from '../controllers/typing-rest.ts';
import { mayLeave } from '../frame/leave.ts';
import { placeStrings as strings } from '../i18n/place-strings.ts';
import { failureStrings } from '../i18n/failure-strings.ts';
import { strings as general } from '../i18n/strings.ts';
import { ask } from '../intents.ts';
import { inWords } from '../role-words.ts';
import { base, buttons, controls } from '../styles/base.ts';
import { anyIcon } from '../ui/more-icons.ts';
import type { Viewer } from '../../shared/workspaces/workspace.ts';
import { WorkspaceChangedEvent } from './events.ts';
import { ListPlacesIntent } from './intents.ts';

/** How many workspaces there are before a search is offered. */
const FEW = 10;

/**
 * The workspaces that the viewer may enter, behind the name of the one they are in. Nothing is shown to whoever has one only.
 *
 * @tag ua-workspace-switch
 * @fires {WorkspaceChangedEvent} ua-workspace-changed - When the viewer has chosen another workspace.
 */
export class WorkspaceSwitchElement extends LitElement {
  static override styles = [
    base,
    buttons,
    controls,
    css`
      :host {
        display: block;
        min-inline-size: 0;
      }
      .current {
        max-inline-size: 240px;
        padding-inline: 10px 8px;
        font-weight: 600;
      }
      .current span {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      @container (max-width: 560px) {
        .current {
          padding-inline-start: 2px;
        }
      }
      .list {
        position: fixed;
        inset: auto;
        inline-size: min(320px, calc(100vw - 16px));
        max-block-size: min(420px, 80vh);
        margin: 0;
        padding: 4px;
        border: 1px solid var(--_line);
        border-radius: var(--_radius);
        background: var(--_surface);
        box-shadow: var(--_shadow);
        color: var(--_text);
        overflow: auto;
      }
      .search {
        inline-size: 100%;
        margin-block-end: 4px;
      }
      .place {
        display: grid;
        grid-template-columns: 16px minmax(0, 1fr);
        gap: 0 10px;
        align-items: center;
        padding: 7px 10px;
        border-radius: var(--_radius-small);
        cursor: pointer;
      }
      .place:hover,
      .place:focus-visible {
        background: var(--_hover);
      }
      .place:focus-visible {
        outline-offset: -2px;
      }
      .place bdi {
        font-weight: 500;
        overflow-wrap: anywhere;
      }
      .place small {
        grid-column: 2;
        color: var(--_muted);
        font-size: var(--_small);
      }
      .list p {
        padding: 8px 10px;
        color: var(--_muted);
        font-size: var(--_small);
      }
    `,
  ];
  static override properties = {
    viewer: { attribute: false },
    _search: { state: true },
    _total: { state: true },
    _isOpen: { state: true },
  };

  /** Who is looking, and in which workspace. */
  declare viewer: Viewer;
  /** @internal What is searched for. */
  declare _search: string;
  /** @internal How many workspaces there are, whatever is searched for. */
  declare _total: number;
  /** @internal Whether they are shown. */
  declare _isOpen: boolean;
  readonly #places = new QueryController<OwnPlaces>(this);
  readonly #typing = new TypingRest(this, () => this.#load());
  /** Whether who is looking was read again, and with that perhaps where they may go. */
  #isDue = false;

  constructor() {
    super();
    void new FocusKeeper(this);
    this._search = '';
    this._total = 0;
    this._isOpen = false;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.#isDue ||= changed.has('viewer');
    // What is open stays as it is until it is closed.
    if (this.#isDue && !this._isOpen) this.#load();
  }

  protected override updated(): void {
    this.hidden = this._total < 2;
  }

  protected override render() {
    const { name } = this.viewer.workspace;
    if (this._total < 2) return nothing;
    return html`<button
        type="button"
        part="button button-quiet" class="button quiet current"
        aria-label=${strings.switchFrom(name)}
        aria-haspopup="listbox"
        aria-expanded=${String(this._isOpen)}
        @click=${this.#open}
        @keydown=${this.#openByKey}
      >
        <span>${name}</span>${anyIcon('chevron')}
      </button>
      <div class="list" popover="auto" @keydown=${this.#navigate} @toggle=${this.#noteToggle}>
        ${this.#renderSearch()} ${this.#renderPlaces()}
      </div>`;
  }

  #renderSearch(): TemplateResult | typeof nothing {
    return this._total <= FEW
      ? nothing
      : html`<input
          part="field" class="input search"
          type="search"
          aria-label=${strings.search}
          placeholder=${strings.search}
          .value=${this._search}
          @input=${this.#type}
        />`;
  }

  #renderPlaces(): TemplateResult {
    const { data, failure } = this.#places;
    if (failure !== undefined)
      return html`<p role="alert">
        ${strings.failed}. <button type="button" part="link" class="link" @click=${() => this.#load()}>${failureStrings.retry}</button>
      </p>`;
    const rows = data?.rows ?? [];
    if (rows.length === 0)
      return html`<p role="status">${data === undefined ? failureStrings.loading : strings.noneFound}</p>`;
    const rest = data!.total - rows.length;
    return html`<div role="listbox" aria-label=${strings.yours}>${rows.map((place) => this.#renderPlace(place))}</div>
      ${data!.next === null ? nothing : html`<p><button type="button" part="link" class="link" @click=${this.#loadMore}>${strings.more(rest)}</button></p>`}`;
  }

  #renderPlace(place: OwnPlace): TemplateResult {
    const isHere = place.id === this.viewer.workspace.id;
    const facts = [
      ...inWords(place.roles, this.viewer).map(({ name }) => name),
      ...(place.isArchived ? [strings.archived] : []),
    ].join(general.comma);
    return html`<div
      class="place"
      role="option"
      tabindex="-1"
      aria-selected=${String(isHere)}
      data-id=${place.id}
      @click=${() => this.#choose(place)}
    >
      ${isHere ? anyIcon('check') : html`<span></span>`}<bdi>${place.name}</bdi><small>${facts}</small>
    </div>`;
  }

  #load(): void {
    this.#isDue = false;
    const search = this._search;
    void this.#places.run(async (signal) => {
      const page = await this.#ask({ search }, signal);
      if (search === '') this._total = page.total;
      return page;
    });
  }

  readonly #loadMore = (): void => {
    const before = this.#places.data!;
    void this.#places.run(async (signal) => {
      const page = await this.#ask({ search: this._search, after: before.next! }, signal);
      return { ...page, rows: [...before.rows, ...page.rows] };
    });
  };

  #ask(wanted: { search: string; after?: string }, signal: AbortSignal): Promise<OwnPlaces> {
    const { search, ...rest } = wanted;
    const input = { ...rest, ...(search !== '' && { search }) };
    return ask(this, new ListPlacesIntent(input, signal));
  }

  get #list(): HTMLElement {
    return this.renderRoot.querySelector<HTMLElement>('.list')!;
  }

  get #button(): HTMLElement {
    return this.renderRoot.querySelector<HTMLElement>('.current')!;
  }

  get #options(): readonly HTMLElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLElement>('.place')];
  }

  readonly #open = (): void => {
    const list = this.#list;
    list.showPopover();
    const at = this.#button.getBoundingClientRect();
    const { width } = list.getBoundingClientRect();
    // It ends where the button does; where there is no room for that, it begins there.
    const ends = getComputedStyle(this).direction === 'rtl' ? at.left : at.right - width;
    const left = ends < 8 ? at.left : ends + width > innerWidth - 8 ? at.right - width : ends;
    list.style.top = `${at.bottom + 4}px`;
    list.style.left = `${Math.max(8, Math.min(left, innerWidth - width - 8))}px`;
    const here = this.#options.find((option) => option.ariaSelected === 'true');
    (this.renderRoot.querySelector<HTMLElement>('.search') ?? here ?? this.#options[0])?.focus();
  };

  readonly #openByKey = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    this.#open();
  };

  readonly #noteToggle = (event: ToggleEvent): void => {
    this._isOpen = event.newState === 'open';
    if (this._isOpen || this._search === '') return;
    // Opened again, all of them are there; and only of all is it known whether there are several.
    this.#typing.cancel();
    this._search = '';
    this.#isDue = true;
  };

  readonly #type = (event: Event): void => {
    this._search = (event.target as HTMLInputElement).value.trim();
    this.#typing.note();
  };

  readonly #navigate = (event: KeyboardEvent): void => {
    const options = this.#options;
    const active = this.shadowRoot!.activeElement as HTMLElement;
    const at = options.indexOf(active);
    if (event.key === 'Tab' || event.key === 'Escape') {
      // The list is left as a whole; what comes next is next to its button. And Escape is about the list alone.
      if (event.key === 'Escape') {
        event.preventDefault();
        event.stopPropagation();
      }
      this.#list.hidePopover();
      this.#button.focus();
      return;
    }
    if ((event.key === 'Enter' || event.key === ' ') && at >= 0) {
      event.preventDefault();
      active.click();
      return;
    }
    const isTyping = active.localName === 'input' && (event.key === 'Home' || event.key === 'End');
    const moves: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 };
    const to = moves[event.key];
    if (to === undefined || isTyping || options.length === 0) return;
    event.preventDefault();
    options.at(to % options.length)?.focus();
  };

  async #choose({ id }: OwnPlace): Promise<void> {
    this.#list.hidePopover();
    this.#button.focus();
    if (id === this.viewer.workspace.id) return;
    if (await mayLeave(this.getRootNode() as ShadowRoot)) this.dispatchEvent(new WorkspaceChangedEvent(id));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ua-workspace-switch': WorkspaceSwitchElement;
  }
}
