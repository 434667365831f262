import { LitElement, css, html, nothing } from 'lit';
import type { Account } from '../../shared/accounts/account.ts';
import { ReadIntent, SendIntent } from '../calls.ts';
import { QueryController } from '../controllers/query.ts';
import { accountStrings as strings } from '../i18n/account-strings.ts';
import { reasonText } from '../i18n/failure-strings.ts';
import { strings as shared } from '../i18n/strings.ts';
import { ask } from '../intents.ts';
import type { Rights } from '../rights.ts';
import { base } from '../styles/base.ts';
import { fields, loudButtons } from '../styles/forms.ts';
import { PasswordFields, passwordFields } from '../ui/password-field.ts';
import { skeletons } from '../ui/skeleton.ts';
import { loaded } from '../ui/loaded.ts';
import { providerHref } from './provider-href.ts';
import { Saving } from '../controllers/saving.ts';
import { sections } from '../ui/section.ts';

/**
 * Asks the viewer to prove who they are before something sensitive is done: by their password, or by signing in again in another
 * tab, so that nothing typed here is lost.
 *
 * @tag ua-step-up
 */
export class StepUpElement extends LitElement {
  static override styles = [
    base,
    loudButtons,
    fields,
    passwordFields,
    skeletons,
    sections,
    css`
      :host {
        display: contents;
      }
      ua-dialog,
      .others {
        display: grid;
        gap: 14px;
      }
    `,
  ];
  static override properties = {
    rights: { attribute: false },
    endpoint: {},
    _isOpen: { state: true },
    _isElsewhere: { state: true },
    _sentTo: { state: true },
  };

  /** The viewer and what they may do. */
  declare rights: Rights;
  /** The address that the server is mounted under. */
  declare endpoint: string;
  /** @internal */
  declare _isOpen: boolean;
  /** @internal Whether the viewer has gone to sign in again in another tab. */
  declare _isElsewhere: boolean;
  /** @internal The address that a link was sent to. */
  declare _sentTo: string;
  readonly #account = new QueryController<Account>(this);
  readonly #saving = new Saving(this);
  readonly #fields = new PasswordFields(this);
  #settle: ((isProved: boolean) => void) | undefined;

  constructor() {
    super();
    this.endpoint = this._sentTo = '';
    this._isOpen = this._isElsewhere = false;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#finish(false);
  }

  /** Asks, and resolves with whether the viewer has proved who they are. */
  prove(): Promise<boolean> {
    this.#finish(false);
    this.#saving.reset();
    this._sentTo = '';
    this._isElsewhere = false;
    this._isOpen = true;
    void this.#load();
    return new Promise((resolve) => (this.#settle = resolve));
  }

  /** Resolves once the question is off the screen. */
  async closed(): Promise<void> {
    await this.updateComplete;
    await this.renderRoot.querySelector('ua-dialog')?.updateComplete;
  }

  protected override render() {
    const { data } = this.#account;
    const canPassword = data?.hasPassword === true;
    return html`<ua-dialog heading=${strings.proveHeading} .open=${this._isOpen} @close=${() => this.#finish(false)}>
      <p class="muted">${strings.proveText}</p>
      ${this._isOpen ? loaded(this.#account, this.#load, (account) => this.#renderWays(account)) : nothing}
      <button slot="actions" type="button" part="button" class="button" @click=${() => this.#finish(false)}>${shared.cancel}</button>
      ${
        this._isElsewhere
          ? html`<button slot="actions" type="button" part="button button-primary" class="button primary" @click=${() => this.#finish(true)}>${strings.signedInAgain}</button>`
          : canPassword
            ? html`<button slot="actions" type="submit" form="prove" part="button button-primary" class="button primary" aria-disabled=${String(this.#saving.isRunning)}>${strings.confirm}</button>`
            : nothing
      }
    </ua-dialog>`;
  }

  #renderWays({ hasPassword, connections }: Account) {
    const { viewer, policy } = this.rights;
    const hasLink = viewer.hasMail && policy.identity.ways.includes('link');
    const { failure } = this.#saving;
    return html`${hasPassword ? this.#renderPassword() : nothing}
      ${hasPassword || failure === undefined ? nothing : this.#saving.renderError()}
      ${
        hasLink || connections.length > 0
          ? html`<div class="others">
              <p class="help">${hasPassword ? strings.orElse : strings.signInAgain}</p>
              <div class="actions">
                ${hasLink ? html`<button type="button" part="button" class="button small" @click=${this.#sendLink}>${strings.sendLink}</button>` : nothing}
                ${connections.map(
                  ({ providerId, provider }) => html`<a
                    part="button" class="button small"
                    target="_blank"
                    rel="noopener"
                    href=${providerHref(this.endpoint, providerId, 'sign-in')}
                    @click=${() => (this._isElsewhere = true)}
                    >${strings.throughProvider(provider)}</a
                  >`,
                )}
              </div>
            </div>`
          : hasPassword
            ? nothing
            : html`<p>${strings.noProof}</p>`
      }
      ${this._sentTo === '' ? nothing : html`<p role="status">${strings.linkSent(this._sentTo)}</p>`}`;
  }

  #renderPassword() {
    const { failure } = this.#saving;
    return html`<form id="prove" novalidate @submit=${this.#confirm}>
      <input part="field" type="text" name="username" autocomplete="username" .value=${this.rights.viewer.email} hidden readonly />
      ${this.#fields.render({
        name: 'password',
        label: strings.yourPassword,
        autocomplete: 'current-password',
        error: failure === undefined ? '' : reasonText(failure),
      })}
      ${this.#fields.renderCaps()}
    </form>`;
  }

  readonly #load = async (): Promise<void> => {
    await this.#account.run((signal) => ask(this, new ReadIntent('account.get', undefined, signal)));
    await this.updateComplete;
    if (this._isOpen) this.#fields.focus('password');
  };

  readonly #confirm = async (event: Event): Promise<void> => {
    event.preventDefault();
    const password = this.#fields.value('password');
    if (
      password !== '' &&
      (await this.#saving.run(new SendIntent('account.confirmIdentity', { password }), ''))
    )
      this.#finish(true);
    else this.#fields.focus('password');
  };

  readonly #sendLink = async (): Promise<void> => {
    const { email } = this.rights.viewer;
    const wish = new SendIntent('signIn.requestLink', { kind: 'sign-in', login: email, to: location.href });
    if (!(await this.#saving.run(wish, ''))) return;
    this._sentTo = email;
    this._isElsewhere = true;
  };

  #finish(isProved: boolean): void {
    const settle = this.#settle;
    this.#settle = undefined;
    this.#account.reset();
    this.#fields.clear();
    this._isOpen = false;
    settle?.(isProved);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ua-step-up': StepUpElement;
  }
}
