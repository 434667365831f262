import { LitElement, css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { RoleKey } from '../../shared/policy/policy.ts';
import type { InvitePlace, InvitePlaces } from '../../shared/workspaces/place.ts';
import { leastRole } from '../../shared/roles/least-role.ts';
import { ReadIntent } from '../calls.ts';
import { QueryController } from '../controllers/query.ts';
import { TypingRest } from '../controllers/typing-rest.ts';
import { invitePlaceStrings as strings } from '../i18n/invite-place-strings.ts';
import { failureStrings, reasonText } from '../i18n/failure-strings.ts';
import { strings as general } from '../i18n/strings.ts';
import { ask } from '../intents.ts';
import type { Rights } from '../rights.ts';
import { inWords } from '../role-words.ts';
import { base, buttons, controls } from '../styles/base.ts';
import { fields } from '../styles/forms.ts';
import { anyIcon } from '../ui/more-icons.ts';
import { roleBoxStyles, roleBoxes } from './role-boxes.ts';

/** Another workspace to invite into, with the roles there. */
export interface ChosenPlace {
  readonly place: InvitePlace;
  readonly roles: readonly RoleKey[];
}

/**
 * The other workspaces that people are invited into by the same letter, or that an account is made in, each with its roles.
 *
 * @tag ua-invite-places
 * @fires {Event} change - When the places or their roles are others; does not bubble.
 */
export class InvitePlacesElement extends LitElement {
  static override styles = [
    base,
    buttons,
    controls,
    fields,
    roleBoxStyles,
    css`
      :host {
        display: grid;
        gap: 10px;
      }
      fieldset {
        padding-block-start: 10px;
        border-block-start: 1px solid var(--_line);
      }
      .head {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: 8px;
      }
      .pick {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
        align-items: end;
      }
      .pick .field {
        flex: 1 1 200px;
      }
      .link {
        display: inline-flex;
        align-items: center;
        gap: 6px;
        justify-self: start;
        font-size: var(--_small);
      }
      .link svg {
        inline-size: 13px;
        block-size: 13px;
      }
    `,
  ];
  static override properties = {
    rights: { attribute: false },
    isMaking: { attribute: false },
    isOff: { attribute: false },
    value: { attribute: false },
    _isPicking: { state: true },
    _search: { state: true },
  };

  /** The viewer and what they may do here. */
  declare rights: Rights;
  /** Whether accounts are made there; else people are invited. */
  declare isMaking: boolean;
  /** Whether nothing can be changed now. */
  declare isOff: boolean;
  /** The places that were chosen. */
  declare value: readonly ChosenPlace[];
  /** @internal Whether a workspace is being looked for. */
  declare _isPicking: boolean;
  /** @internal */
  declare _search: string;
  readonly #places = new QueryController<InvitePlaces>(this);
  readonly #typing = new TypingRest(this, () => void this.#load());

  constructor() {
    super();
    this.isMaking = this.isOff = this._isPicking = false;
    this.value = [];
    this._search = '';
  }

  protected override render() {
    return html`${this.value.map((chosen) => this.#renderChosen(chosen))}
      ${this._isPicking ? this.#renderPicker() : this.#renderAdd()}`;
  }

  #renderChosen({ place, roles }: ChosenPlace): TemplateResult {
    return html`<fieldset aria-labelledby="place-${place.id}">
      <div class="head">
        <span class="label" id="place-${place.id}">${strings.rolesIn(place.name)}</span>
        <button
          type="button"
          part="button button-quiet" class="button quiet icon"
          aria-label=${this.#words.removePlace(place.name)}
          title=${this.#words.removePlace(place.name)}
          ?disabled=${this.isOff}
          @click=${() => this.#drop(place)}
        >
          ${anyIcon('close')}
        </button>
      </div>
      ${roleBoxes(
        inWords(place.roles, this.rights.viewer).map((role) => ({ ...role, reason: '' })),
        {
          chosen: roles,
          name: place.id,
          isMany: this.rights.policy.rolesPerMember === 'many',
          isOff: this.isOff,
          onChoose: (next) =>
            this.#set(this.value.map((each) => (each.place.id === place.id ? { place, roles: next } : each))),
        },
      )}
      ${roles.length === 0 ? html`<p part="error" class="error">${strings.roleNeeded}</p>` : nothing}
    </fieldset>`;
  }

  get #words(): (typeof strings)['inviting' | 'making'] {
    return this.isMaking ? strings.making : strings.inviting;
  }

  #renderAdd(): TemplateResult {
    return html`<button type="button" part="link" class="link" ?disabled=${this.isOff} @click=${this.#pick}>
      ${anyIcon('plus')}${strings.addPlace}
    </button>`;
  }

  #renderPicker(): TemplateResult {
    const { data, failure } = this.#places;
    if (failure !== undefined)
      return html`<p part="error" class="error" role="alert">
        ${reasonText(failure.code)} <button type="button" part="link" class="link" @click=${this.#load}>${failureStrings.retry}</button>
      </p>`;
    if (data === undefined) return html`<p class="help" role="status">${failureStrings.loading}</p>`;
    const taken = new Set([this.rights.viewer.workspace.id, ...this.value.map(({ place }) => place.id)]);
    const open = data.rows.filter(({ id }) => !taken.has(id));
    const hasSearch = data.next !== null || this._search !== '';
    if (open.length === 0 && !hasSearch)
      return html`<p class="help" role="status">${this.value.length === 0 ? this.#words.noPlace : this.#words.noMorePlaces}</p>`;
    return html`<div class="pick">
      ${
        hasSearch
          ? html`<div class="field">
              <label class="label" for="search">${strings.searchPlaces}</label>
              <input id="search" part="field" class="input" type="search" .value=${this._search} @input=${this.#type} />
            </div>`
          : nothing
      }
      <div class="field">
        <label class="label" for="place">${strings.place}</label>
        <select id="place" part="field" class="select" @change=${(event: Event) => this.#add((event.target as HTMLSelectElement).value)}>
          <option value="">${open.length === 0 ? strings.noneFound : strings.choosePlace}</option>
          ${open.map(({ id, name }) => html`<option value=${id}>${name}</option>`)}
        </select>
      </div>
      <button type="button" part="button" class="button" @click=${() => void this.#leavePicker()}>${general.cancel}</button>
    </div>`;
  }

  readonly #pick = async (): Promise<void> => {
    this._isPicking = true;
    this._search = '';
    await this.#load();
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('#search, #place')?.focus();
  };

  readonly #load = (): Promise<void> => {
    const input = this._search === '' ? {} : { search: this._search };
    const path = this.isMaking ? 'members.creationPlaces' : 'invitations.places';
    return this.#places.run((signal) => ask(this, new ReadIntent(path, input, signal)));
  };

  readonly #type = (event: Event): void => {
    this._search = (event.target as HTMLInputElement).value.trim();
    this.#typing.note();
  };

  #add(id: string): void {
    const place = this.#places.data?.rows.find((row) => row.id === id);
    if (place === undefined) return;
    // The least to begin with, as for the workspace of the page.
    const least = leastRole(place.roles);
    this.#set([...this.value, { place, roles: least === undefined ? [] : [least.key] }]);
    this._isPicking = false;
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<HTMLElement>('fieldset:last-of-type input:checked')?.focus(),
    );
  }

  #drop(place: InvitePlace): void {
    this.#set(this.value.filter((each) => each.place.id !== place.id));
    void this.#leavePicker();
  }

  async #leavePicker(): Promise<void> {
    this._isPicking = false;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('.link')?.focus();
  }

  #set(value: readonly ChosenPlace[]): void {
    this.value = value;
    this.dispatchEvent(new Event('change'));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ua-invite-places': InvitePlacesElement;
  }
}
