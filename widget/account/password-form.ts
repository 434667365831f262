import { LitElement, css, html, nothing } from 'lit';
import type { Account } from '../../shared/accounts/account.ts';
import type { PasswordRules } from '../../shared/passwords/rules.ts';
import { WriteIntent } from '../calls.ts';
import { accountStrings as strings } from '../i18n/account-strings.ts';
import { formatRelative } from '../i18n/format.ts';
import { reasonText } from '../i18n/failure-strings.ts';
import { strings as shared } from '../i18n/strings.ts';
import { base, cards } from '../styles/base.ts';
import { fields, loudButtons } from '../styles/forms.ts';
import { PasswordFields, passwordFields } from '../ui/password-field.ts';
import { aboutNew } from './new-password.ts';
import type { NewPasswordElement } from './new-password.ts';
import { Saving } from '../controllers/saving.ts';
import { section, sections } from '../ui/section.ts';

/**
 * Changes the viewer's password, or sets the first one.
 *
 * @tag ua-password-form
 */
export class PasswordFormElement extends LitElement {
  static override styles = [
    base,
    loudButtons,
    fields,
    cards,
    passwordFields,
    sections,
    css`
      .alone {
        display: grid;
        gap: 16px;
        max-inline-size: 480px;
        margin: 24px auto;
        padding: 24px;
      }
      .alone h2 {
        font-size: var(--_large);
      }
    `,
  ];
  static override properties = {
    account: { attribute: false },
    rules: { attribute: false },
    isRequired: { type: Boolean },
    now: { type: Number },
    _isOpen: { state: true },
  };

  /** The account as the server knows it. */
  declare account: Account;
  /** What a password must be. */
  declare rules: PasswordRules;
  /** Whether nothing else is open before a new one is chosen. */
  declare isRequired: boolean;
  /** The moment that times are told from. */
  declare now: number;
  /** @internal */
  declare _isOpen: boolean;
  readonly #saving = new Saving(this);
  readonly #fields = new PasswordFields(this);

  constructor() {
    super();
    this.isRequired = this._isOpen = false;
    this.now = Date.now();
  }

  protected override render() {
    const { hasPassword, passwordSetAt } = this.account;
    if (this.isRequired)
      return html`<section part="card" class="card alone" aria-labelledby="heading">
        <div>
          <h2 part="heading" id="heading">${strings.mustChangeHeading}</h2>
          <p class="muted">${strings.mustChangeText}</p>
        </div>
        ${this.#renderForm()}
      </section>`;
    const set = passwordSetAt === null ? '' : strings.passwordSet(formatRelative(passwordSetAt, this.now));
    return section(
      strings.passwordHeading,
      strings.passwordHint,
      this._isOpen
        ? this.#renderForm()
        : html`<div class="line">
            <span>${hasPassword ? set : strings.noPassword}</span>
            <button type="button" part="button" class="button" @click=${this.#open}>
              ${hasPassword ? strings.changePassword : strings.setPassword}
            </button>
          </div>`,
    );
  }

  #renderForm() {
    const { hasPassword, email, name, username } = this.account;
    const { failure } = this.#saving;
    const ofNew = aboutNew(failure);
    return html`<form novalidate @submit=${this.#save}>
      <input part="field" type="text" name="username" autocomplete="username" .value=${email} hidden readonly />
      ${
        hasPassword
          ? this.#fields.render({
              name: 'current',
              label: strings.currentPassword,
              autocomplete: 'current-password',
              error: failure === 'password_wrong' ? reasonText(failure) : '',
            })
          : nothing
      }
      ${this.#fields.renderCaps()}
      <ua-new-password
        .rules=${this.rules}
        .known=${[name, email, username ?? '']}
        .failure=${ofNew}
      ></ua-new-password>
      ${ofNew !== undefined || failure === 'password_wrong' ? nothing : this.#saving.renderError()}
      <div class="actions">
        <button type="submit" part="button button-primary" class="button primary" aria-disabled=${String(this.#saving.isRunning)}>
          ${hasPassword ? strings.changePassword : strings.setPassword}
        </button>
        ${this.isRequired ? nothing : html`<button type="button" part="button" class="button" @click=${this.#close}>${shared.cancel}</button>`}
      </div>
    </form>`;
  }

  get #newPassword(): NewPasswordElement | null {
    return this.renderRoot.querySelector('ua-new-password');
  }

  readonly #open = async (): Promise<void> => {
    this._isOpen = true;
    await this.updateComplete;
    if (this.account.hasPassword) this.#fields.focus('current');
    else this.#newPassword?.focus();
  };

  readonly #close = async (): Promise<void> => {
    this.#fields.clear();
    this.#newPassword?.clear();
    this._isOpen = false;
    this.#saving.reset();
    await this.updateComplete;
    this.renderRoot.querySelector('button')?.focus();
  };

  readonly #save = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { hasPassword } = this.account;
    const current = this.#fields.value('current');
    if (hasPassword && current === '') return this.#fields.focus('current');
    const chosen = this.#newPassword?.choose();
    if (chosen === undefined) return;
    const wish = new WriteIntent(
      'account.changePassword',
      { ...chosen, ...(hasPassword && { current }) },
      { touch: ['viewer'] },
    );
    if (await this.#saving.run(wish, strings.passwordChanged)) await this.#close();
    else if (this.#saving.failure === 'password_wrong') this.#fields.focus('current');
    else if (aboutNew(this.#saving.failure) !== undefined) this.#newPassword?.focus();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'ua-password-form': PasswordFormElement;
  }
}
