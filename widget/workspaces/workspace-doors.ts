import { LitElement, css, html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { FocusKeeper } from '../controllers/focus-keeper.ts';
import type { OwnPlace, OwnPlaces } from '../../shared/workspaces/place.ts';
import type { Viewer } from '../../shared/workspaces/workspace.ts';
import { QueryController } from '../controllers/query.ts';
import { placeStrings as strings } from '../i18n/place-strings.ts';
import { failureStrings } from '../i18n/failure-strings.ts';
import { strings as general } from '../i18n/strings.ts';
import { ask } from '../intents.ts';
import { inWords } from '../role-words.ts';
import { base, buttons } from '../styles/base.ts';
import { WorkspaceChangedEvent } from './events.ts';
import { ListPlacesIntent } from './intents.ts';

/** How many are shown at once. */
const SHOWN = 10;

/**
 * The other workspaces of somebody who may see nothing in this one. Nothing is shown to whoever has no other.
 *
 * @tag ua-workspace-doors
 * @fires {WorkspaceChangedEvent} ua-workspace-changed - When the viewer has chosen another workspace.
 */
export class WorkspaceDoorsElement extends LitElement {
  static override styles = [
    base,
    buttons,
    css`
      :host {
        display: grid;
        gap: 10px;
        justify-items: center;
        inline-size: min(100%, 360px);
      }
      :host([hidden]) {
        display: none;
      }
      ul {
        display: grid;
        gap: 8px;
        inline-size: 100%;
        margin: 0;
        padding: 0;
        list-style: none;
      }
      .door {
        display: grid;
        gap: 0;
        inline-size: 100%;
        block-size: auto;
        padding: 8px 14px;
        justify-content: start;
        text-align: start;
        white-space: normal;
      }
      .door bdi {
        overflow-wrap: anywhere;
      }
      .door small {
        color: var(--_muted);
        font-size: var(--_small);
        font-weight: 400;
      }
    `,
  ];
  static override properties = { viewer: { attribute: false } };

  /** Who is looking, and in which workspace. */
  declare viewer: Viewer;
  readonly #places = new QueryController<OwnPlaces>(this);

  constructor() {
    super();
    void new FocusKeeper(this);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('viewer') || changed.get('viewer')?.workspace.id === this.viewer.workspace.id) return;
    this.#load();
  }

  protected override render() {
    const { data, failure } = this.#places;
    if (failure !== undefined)
      return html`<p role="alert">
        ${strings.failed}. <button type="button" part="link" class="link" @click=${() => this.#load(data)}>${failureStrings.retry}</button>
      </p>`;
    const others = data?.rows.filter(({ id }) => id !== this.viewer.workspace.id) ?? [];
    if (others.length === 0) return nothing;
    const rest = data!.total - data!.rows.length;
    return html`<p id="others">${strings.elsewhere}</p>
      <ul aria-labelledby="others">
        ${others.map((place) => this.#renderDoor(place))}
      </ul>
      ${data!.next === null ? nothing : html`<button type="button" part="link" class="link" @click=${() => this.#load(data)}>${strings.more(rest)}</button>`}`;
  }

  #renderDoor({ id, name, roles, isArchived }: OwnPlace): TemplateResult {
    const called = inWords(roles, this.viewer).map((role) => role.name);
    const facts = [...called, ...(isArchived ? [strings.archived] : [])].join(general.comma);
    return html`<li>
      <button
        type="button"
        part="button" class="button door"
        data-id=${id}
        @click=${() => this.dispatchEvent(new WorkspaceChangedEvent(id))}
      >
        <bdi>${name}</bdi><small>${facts}</small>
      </button>
    </li>`;
  }

  /** Loads the first of them, or those after `before`. */
  #load(before?: OwnPlaces): void {
    const after = before?.next ?? undefined;
    void this.#places.run(async (signal) => {
      // One more than is shown, because this workspace is among them.
      const input = { limit: SHOWN + 1, ...(after !== undefined && { after }) };
      const page = await ask(this, new ListPlacesIntent(input, signal));
      return after === undefined ? page : { ...page, rows: [...before!.rows, ...page.rows] };
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ua-workspace-doors': WorkspaceDoorsElement;
  }
}
