import { LitElement, css, html, nothing } from 'lit';
import type { PropertyValues } from 'lit';
import { LANGUAGES } from '../../shared/accounts/account.ts';
import type { Account, Language } from '../../shared/accounts/account.ts';
import { WriteIntent } from '../calls.ts';
import { actionStrings } from '../i18n/action-strings.ts';
import { LANGUAGE_NAMES, accountStrings as strings } from '../i18n/account-strings.ts';
import { reasonText } from '../i18n/failure-strings.ts';
import { base, cards } from '../styles/base.ts';
import { fields, loudButtons } from '../styles/forms.ts';
import { icon } from '../ui/icon.ts';
import { ProfileChangedEvent } from './events.ts';
import { Saving } from '../controllers/saving.ts';
import { Unsaved } from '../controllers/unsaved.ts';
import { section, sections } from '../ui/section.ts';

/**
 * Name, username and language of the viewer. What the identity provider says is shown and locked.
 *
 * @tag ua-profile-form
 */
export class ProfileFormElement extends LitElement {
  static override styles = [
    base,
    loudButtons,
    fields,
    cards,
    sections,
    css`
      .value {
        padding-block: 7px;
        overflow-wrap: anywhere;
      }
    `,
  ];
  static override properties = {
    account: { attribute: false },
    hasUsername: { type: Boolean },
    _draft: { state: true },
  };

  /** The account as the server knows it. */
  declare account: Account;
  /** Whether the policy gives people a username. */
  declare hasUsername: boolean;
  /** @internal What was changed and is not saved. */
  declare _draft: Partial<Record<'name' | 'username' | 'language', string>>;
  readonly #saving = new Saving(this);
  #isSaved = false;

  constructor() {
    super();
    this.hasUsername = false;
    this._draft = {};
    void new Unsaved(this, () => this.#isDirty);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    // Only what was saved gives way to what the server made of it; what somebody else changed does not.
    if (changed.has('account') && this.#isSaved) this._draft = {};
    if (changed.has('account')) this.#isSaved = false;
  }

  protected override updated(changed: PropertyValues<this>): void {
    const select = this.renderRoot.querySelector('select');
    // Set here, because the options are there only now.
    if (select !== null && (changed.has('account') || changed.has('_draft')))
      select.value = this._draft.language ?? this.account.language ?? '';
  }

  protected override render() {
    return section(
      strings.profileHeading,
      strings.profileHint,
      html`<form novalidate @submit=${this.#save}>
        ${this.account.source === 'provider' ? this.#renderLocked() : this.#renderText('name', strings.name)}
        ${this.hasUsername ? this.#renderUsername() : nothing}
        <label class="field">
          <span class="label">${strings.language}</span>
          <select part="field" class="select" name="language" aria-describedby="language-help" @change=${this.#note}>
            <option value="">${strings.languageAuto}</option>
            ${LANGUAGES.map((language) => html`<option value=${language} lang=${language}>${LANGUAGE_NAMES[language]}</option>`)}
          </select>
          <span class="help" id="language-help">${strings.languageHint}</span>
        </label>
        ${this.#wrong === undefined ? this.#saving.renderError() : nothing}
        <div class="actions">
          <button type="submit" part="button button-primary" class="button primary" aria-disabled=${String(!this.#isDirty || this.#saving.isRunning)}>
            ${actionStrings.save}
          </button>
        </div>
      </form>`,
    );
  }

  #renderLocked() {
    return html`<div class="field">
      <span class="label">${strings.name}</span>
      <span class="value">${this.account.name}</span>
      <p class="locked">${icon('lock')}<span>${strings.fromProvider}. ${strings.fromProviderText}</span></p>
    </div>`;
  }

  #renderUsername() {
    const { username, source } = this.account;
    // Who signs in through a provider alone has no use for one, and the server takes none.
    if (username === null && source === 'provider') return nothing;
    if (username === null) return this.#renderText('username', strings.username, strings.usernameHint);
    return html`<div class="field">
      <span class="label">${strings.username}</span>
      <span class="value">${username}</span>
      <p class="locked">${icon('lock')}<span>${strings.usernameSet}</span></p>
    </div>`;
  }

  #renderText(name: 'name' | 'username', label: string, help = '') {
    const isWrong = this.#wrong === name;
    const isTaken = this.#saving.failure === 'already_exists';
    const about = [...(help === '' ? [] : [`${name}-help`]), ...(isWrong ? [`${name}-error`] : [])];
    return html`<label class="field">
      <span class="label">${label}</span>
      <input
        part="field" class="input"
        name=${name}
        maxlength=${name === 'name' ? 200 : 50}
        autocomplete=${name}
        autocapitalize=${name === 'username' ? 'off' : nothing}
        spellcheck="false"
        aria-invalid=${isWrong ? 'true' : nothing}
        aria-describedby=${about.join(' ') || nothing}
        .value=${this._draft[name] ?? this.account[name] ?? ''}
        @input=${this.#note}
      />
      ${help === '' ? nothing : html`<span class="help" id="${name}-help">${help}</span>`}
      ${
        isWrong
          ? html`<span part="error" class="error" role="alert" id="${name}-error">
              ${isTaken ? strings.usernameTaken : reasonText(this.#saving.failure!)}
            </span>`
          : nothing
      }
    </label>`;
  }

  readonly #note = ({ target }: Event): void => {
    const { name, value } = target as HTMLInputElement;
    this._draft = { ...this._draft, [name]: value };
  };

  /** What of the draft differs from the account. */
  #changes(): { name?: string; username?: string; language?: Language | null } {
    const { name, username, language } = this._draft;
    const { account } = this;
    const wanted = LANGUAGES.find((one) => one === language) ?? null;
    return {
      ...(name !== undefined && name.trim() !== account.name && { name }),
      ...(username !== undefined && username.trim() !== '' && username !== account.username && { username }),
      ...(language !== undefined && wanted !== account.language && { language: wanted }),
    };
  }

  get #isDirty(): boolean {
    return Object.keys(this.#changes()).length > 0;
  }

  /** The field that the last refusal is about. */
  get #wrong(): 'name' | 'username' | undefined {
    const { failure } = this.#saving;
    if (failure === 'name_invalid') return 'name';
    return failure === 'username_invalid' || failure === 'already_exists' ? 'username' : undefined;
  }

  readonly #save = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (!this.#isDirty) return;
    const wish = new WriteIntent(
      'account.changeProfile',
      { ...this.#changes(), version: this.account.version },
      { tell: new ProfileChangedEvent(), touch: ['viewer'] },
    );
    await this.#saving.run(wish, strings.profileSaved, () => (this.#isSaved = true));
    await this.updateComplete;
    if (this.#wrong !== undefined)
      this.renderRoot.querySelector<HTMLElement>(`[name=${this.#wrong}]`)?.focus();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'ua-profile-form': ProfileFormElement;
  }
}
