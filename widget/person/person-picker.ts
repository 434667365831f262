import { LitElement, css, html, nothing } from 'lit';
import type { PropertyValues } from 'lit';
import type { Member, MemberFilter } from '../../shared/members/member.ts';
import { QueryController } from '../controllers/query.ts';
import { TypingRest } from '../controllers/typing-rest.ts';
import { nameOf, strings } from '../i18n/strings.ts';
import { ask } from '../intents.ts';
import { base } from '../styles/base.ts';
import { fields } from '../styles/forms.ts';
import { ListMembersIntent } from '../members/intents.ts';
import { isComposing } from '../ui/composing.ts';

/** The most people that are offered. */
const OFFERED = 8;

/** Somebody to choose: a member, or one of those who are always offered. */
export interface Choice {
  readonly value: string;
  readonly label: string;
  /** Said below the name. */
  readonly hint?: string;
}

/**
 * A field to find one person by name or address.
 *
 * @tag ua-person-picker
 * @fires {Event} change - When somebody was chosen, or nobody any more; `value` says who. Does not bubble.
 */
export class PersonPickerElement extends LitElement {
  static override styles = [
    base,
    fields,
    css`
      :host {
        display: block;
        position: relative;
      }
      ul {
        position: absolute;
        z-index: 5;
        inset-inline: 0;
        margin-block-start: 4px;
        max-block-size: 280px;
        padding: 4px;
        border: 1px solid var(--_line);
        border-radius: var(--_radius);
        background: var(--_surface);
        box-shadow: var(--_shadow);
        overflow: auto;
      }
      li {
        display: grid;
        padding: 6px 10px;
        border-radius: var(--_radius-small);
        overflow-wrap: anywhere;
        cursor: pointer;
      }
      li:hover,
      li[aria-selected='true'] {
        background: var(--_hover);
      }
      li.none {
        color: var(--_muted);
        cursor: default;
      }
      li span {
        color: var(--_muted);
        font-size: var(--_small);
      }
    `,
  ];

  static override properties = {
    label: {},
    placeholder: {},
    always: { attribute: false },
    filter: { attribute: false },
    value: {},
    _isOpen: { state: true },
    _at: { state: true },
  };

  /** The name of the field. */
  declare label: string;
  /** What stands in it while nobody is chosen. */
  declare placeholder: string;
  /** Who is offered whatever is typed. */
  declare always: readonly Choice[];
  /** Among whom is searched; everybody by default. */
  declare filter: Pick<MemberFilter, 'statuses'>;
  /** The id of who is chosen; empty for nobody. */
  declare value: string;
  /** @internal */
  declare _isOpen: boolean;
  /** @internal The choice that the keyboard is at. */
  declare _at: number;
  readonly #found = new QueryController<readonly Member[]>(this);
  #chosen: Choice | undefined;
  readonly #typing = new TypingRest(this, () => this.#search());

  constructor() {
    super();
    this.label = this.placeholder = this.value = '';
    this.always = [];
    this.filter = {};
    this._isOpen = false;
    this._at = -1;
    this.addEventListener('focusout', () => this.#leave());
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('value') && this.value !== (this.#chosen?.value ?? '')) void this.#look();
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!this._isOpen && (changed.has('value') || changed.has('_isOpen'))) this.#restore();
  }

  protected override render() {
    const choices = this._isOpen ? this.#choices : [];
    const isNobody = this._isOpen && choices.length === 0 && !this.#found.isLoading;
    const isListed = choices.length > 0 || isNobody;
    return html`<div class="field">
      <label class="label" for="who">${this.label}</label>
      <input
        id="who"
        part="field" class="input"
        role="combobox"
        type="text"
        maxlength="200"
        autocomplete="off"
        autocapitalize="off"
        spellcheck="false"
        aria-autocomplete="list"
        aria-expanded=${String(isListed)}
        aria-controls="choices"
        aria-activedescendant=${this._at >= 0 && this._at < choices.length ? `choice-${this._at}` : nothing}
        placeholder=${this.placeholder}
        @input=${this.#searchSoon}
        @focus=${this.#open}
        @keydown=${this.#onKey}
      />
    </div>
    ${
      isListed
        ? html`<ul id="choices" role="listbox" aria-label=${this.label} @mousedown=${(event: Event) => event.preventDefault()}>
            ${choices.map(
              (choice, at) => html`<li
                id="choice-${at}"
                role="option"
                aria-selected=${String(at === this._at)}
                @click=${() => this.#choose(choice)}
              >
                <bdi>${choice.label}</bdi>${choice.hint === undefined ? nothing : html`<span>${choice.hint}</span>`}
              </li>`,
            )}
            ${isNobody ? html`<li class="none" role="option" aria-disabled="true">${strings.noMatch}</li>` : nothing}
          </ul>`
        : nothing
    }`;
  }

  /** The name of who is chosen; empty for nobody. */
  get chosenLabel(): string {
    return this.#chosen?.label ?? '';
  }

  /** Puts the focus into the field. */
  override focus(): void {
    this.#field?.focus();
  }

  get #field(): HTMLInputElement | null {
    return this.renderRoot.querySelector('input');
  }

  get #choices(): readonly Choice[] {
    const typed = this.#typed.toLowerCase();
    const always = this.always.filter(({ label }) => label.toLowerCase().includes(typed));
    return [...always, ...(this.#found.data ?? []).map(choiceOf)];
  }

  /** What is searched; what stands there of somebody chosen is no search. */
  get #typed(): string {
    const text = this.#field?.value.trim() ?? '';
    return text === (this.#chosen?.label ?? '') ? '' : text;
  }

  readonly #open = (): void => {
    this.#field?.select();
    this._isOpen = true;
    this.#search();
  };

  readonly #searchSoon = (): void => {
    this._isOpen = true;
    this._at = -1;
    this.#typing.note();
  };

  #search(): void {
    const search = this.#typed;
    const { statuses } = this.filter;
    const filter = { ...(statuses && { statuses: [...statuses] }), ...(search !== '' && { search }) };
    void this.#found.run(async (signal) => {
      const page = await ask(this, new ListMembersIntent({ filter, limit: OFFERED }, signal));
      // Somebody else stands there now.
      this._at = -1;
      return page.rows;
    });
  }

  /** Finds who is chosen by a value that came from outside. */
  async #look(): Promise<void> {
    const { value } = this;
    this.#chosen = this.always.find((choice) => choice.value === value);
    if (value !== '' && this.#chosen === undefined) {
      this.#chosen = { value, label: value };
      const input = { filter: { ids: [value as Member['id']] }, limit: 1 };
      const page = await ask(this, new ListMembersIntent(input, new AbortController().signal)).catch(
        () => undefined,
      );
      const member = page?.rows[0];
      // Who is gone is not found, and stays the id that the trail knows.
      if (this.value !== value) return;
      if (member !== undefined) this.#chosen = choiceOf(member);
    }
    this.#restore();
  }

  #choose(choice: Choice | undefined): void {
    this.#chosen = choice;
    this._isOpen = false;
    this._at = -1;
    const value = choice?.value ?? '';
    this.#restore();
    if (value === this.value) return;
    this.value = value;
    this.dispatchEvent(new Event('change'));
  }

  #leave(): void {
    if (!this._isOpen) return;
    if ((this.#field?.value.trim() ?? '') === '') this.#choose(undefined);
    this._isOpen = false;
  }

  /** What stands in the field is who is chosen, and nothing half typed. */
  #restore(): void {
    const field = this.#field;
    if (field !== null && !this._isOpen) field.value = this.#chosen?.label ?? '';
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    if (isComposing(event)) return;
    const choices = this.#choices;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      this._isOpen = true;
      const step = event.key === 'ArrowDown' ? 1 : -1;
      this._at =
        (this._at + step + choices.length + (this._at < 0 && step < 0 ? 1 : 0)) % Math.max(1, choices.length);
    } else if (event.key === 'Enter' && this._isOpen) {
      event.preventDefault();
      if ((this.#field?.value.trim() ?? '') === '') this.#choose(undefined);
      else if (this._at >= 0) this.#choose(choices[this._at]);
      // The only one who was found, for what stands there and not for what stood there before.
      else if (choices.length === 1 && !this.#typing.isAwaited && !this.#found.isLoading)
        this.#choose(choices[0]);
    } else if (event.key === 'Escape' && this._isOpen) {
      event.preventDefault();
      event.stopPropagation();
      this._isOpen = false;
    }
  };
}

function choiceOf(member: Member): Choice {
  const { id: value, name, email } = member;
  return { value, label: nameOf(member), ...(name !== '' && { hint: email }) };
}

declare global {
  interface HTMLElementTagNameMap {
    'ua-person-picker': PersonPickerElement;
  }
}
