import { LitElement, html, nothing } from 'lit';
import type { Account } from '../../shared/accounts/account.ts';
import type { ErrorCode } from '../../shared/errors.ts';
import { WriteIntent } from '../calls.ts';
import { accountStrings as strings } from '../i18n/account-strings.ts';
import { reasonText } from '../i18n/failure-strings.ts';
import { strings as shared } from '../i18n/strings.ts';
import { base, cards } from '../styles/base.ts';
import { fields, labels, loudButtons } from '../styles/forms.ts';
import { anyIcon } from '../ui/more-icons.ts';
import { Saving } from '../controllers/saving.ts';
import { Unsaved } from '../controllers/unsaved.ts';
import { section, sections } from '../ui/section.ts';

/**
 * The viewer's address: whether it is confirmed, and asking for another one, which counts once it is.
 *
 * @tag ua-email-form
 */
export class EmailFormElement extends LitElement {
  static override styles = [base, loudButtons, fields, labels, cards, sections];
  static override properties = {
    account: { attribute: false },
    locked: { attribute: false },
    _isOpen: { state: true },
  };

  /** The account as the server knows it. */
  declare account: Account;
  /** Why the address cannot be changed here; undefined where it can. */
  declare locked: ErrorCode | undefined;
  /** @internal */
  declare _isOpen: boolean;
  readonly #saving = new Saving(this);

  constructor() {
    super();
    this.locked = undefined;
    this._isOpen = false;
    void new Unsaved(this, () => Boolean(this.#input?.value));
  }

  protected override render() {
    const { account, locked } = this;
    return section(
      strings.emailHeading,
      strings.emailHint,
      html`<div class="line">
          <span class="actions">
            <bdi>${account.email}</bdi>
            <span part="badge" class="badge ${account.isEmailVerified ? 'success' : 'warning'}">
              ${anyIcon(account.isEmailVerified ? 'check' : 'alert')}${account.isEmailVerified ? strings.verified : strings.unverified}
            </span>
          </span>
          ${
            this._isOpen || locked !== undefined
              ? nothing
              : html`<button type="button" part="button" class="button" @click=${this.#open}>${strings.change}</button>`
          }
        </div>
        ${locked === undefined ? nothing : this.#renderLocked(locked)}
        ${account.pendingEmail === null ? nothing : this.#renderPending(account.pendingEmail)}
        ${this._isOpen ? this.#renderForm() : nothing}`,
    );
  }

  #renderLocked(reason: ErrorCode) {
    const text =
      this.account.source === 'provider'
        ? `${strings.fromProvider}. ${strings.fromProviderText}`
        : reasonText(reason);
    return html`<p class="locked">${anyIcon('lock')}<span>${text}</span></p>`;
  }

  #renderPending(email: string) {
    return html`<div class="line pending" role="status">
      <div>
        <span part="badge" class="badge">${anyIcon('clock')}${strings.pendingEmail(email)}</span>
        <p>${strings.pendingText(this.account.email)}</p>
      </div>
    </div>`;
  }

  #renderForm() {
    return html`<form novalidate @submit=${this.#save}>
      <label class="field">
        <span class="label">${strings.newEmail}</span>
        <input
          part="field" class="input"
          name="email"
          type="email"
          maxlength="400"
          autocomplete="email"
          autocapitalize="off"
          spellcheck="false"
          aria-invalid=${this.#saving.failure === 'email_invalid' ? 'true' : nothing}
          aria-describedby="email-help"
        />
        <span class="help" id="email-help">${strings.newEmailHint}</span>
      </label>
      ${this.#saving.renderError()}
      <div class="actions">
        <button type="submit" part="button button-primary" class="button primary" aria-disabled=${String(this.#saving.isRunning)}>${strings.sendConfirmation}</button>
        <button type="button" part="button" class="button" @click=${this.#close}>${shared.cancel}</button>
      </div>
    </form>`;
  }

  get #input(): HTMLInputElement | null {
    return this.renderRoot.querySelector('input');
  }

  readonly #open = async (): Promise<void> => {
    this._isOpen = true;
    await this.updateComplete;
    this.#input?.focus();
  };

  readonly #close = async (): Promise<void> => {
    this._isOpen = false;
    this.#saving.reset();
    await this.updateComplete;
    this.renderRoot.querySelector('button')?.focus();
  };

  readonly #save = async (event: Event): Promise<void> => {
    event.preventDefault();
    const email = this.#input?.value.trim() ?? '';
    if (email === '') return this.#input?.focus();
    const wish = new WriteIntent('account.changeEmail', { email });
    if (await this.#saving.run(wish, strings.confirmationSent(email))) await this.#close();
    else this.#input?.focus();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'ua-email-form': EmailFormElement;
  }
}
