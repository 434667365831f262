import { LitElement, css, html, nothing } from 'lit';
import type { PropertyValues } from 'lit';
import type { Account } from '../../shared/accounts/account.ts';
import type { ErrorCode } from '../../shared/errors.ts';
import { ReadIntent } from '../calls.ts';
import { FocusKeeper } from '../controllers/focus-keeper.ts';
import { QueryController } from '../controllers/query.ts';
import { failureOf } from '../failure.ts';
import type { FailureCode } from '../failure.ts';
import { accountStrings as strings } from '../i18n/account-strings.ts';
import { failureStrings, reasonText } from '../i18n/failure-strings.ts';
import { ask } from '../intents.ts';
import type { Rights } from '../rights.ts';
import { base, buttons, cards } from '../styles/base.ts';
import { fields } from '../styles/forms.ts';
import { skeleton, skeletons } from '../ui/skeleton.ts';
import { SignOutIntent } from './intents.ts';
import { section, sections } from '../ui/section.ts';

/**
 * The viewer's own account: profile, address, password, connected sign-ins, sessions and history. Where the account belongs to the
 * page's own product, it says so; where a new password has to be chosen first, it shows nothing else.
 *
 * @tag ua-account-view
 */
export class AccountViewElement extends LitElement {
  static override styles = [
    base,
    buttons,
    fields,
    cards,
    skeletons,
    sections,
    css`
      :host {
        display: grid;
        gap: 16px;
      }
      :host > * {
        min-inline-size: 0;
      }
      .alone {
        text-align: center;
      }
    `,
  ];
  static override properties = {
    rights: { attribute: false },
    endpoint: {},
    revision: { type: Number },
    _now: { state: true },
    _isAsking: { state: true },
    _failure: { state: true },
  };

  /** The viewer and what they may do. */
  declare rights: Rights;
  /** The address that the server is mounted under. */
  declare endpoint: string;
  /** Raised to load what is shown again, in place. */
  declare revision: number;
  /** @internal */
  declare _now: number;
  /** @internal Whether it is asked about signing out everywhere. */
  declare _isAsking: boolean;
  /** @internal Why signing out did not work. */
  declare _failure: FailureCode | '';
  readonly #account = new QueryController<Account>(this);

  constructor() {
    super();
    void new FocusKeeper(this);
    this.endpoint = '';
    this.revision = 0;
    this._now = Date.now();
    this._isAsking = false;
    this._failure = '';
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('revision')) this.#load();
  }

  protected override render() {
    if (!this.rights.viewer.isSignedIn)
      return html`<div part="card" class="card">
        <ua-empty-state part="empty" level="2" icon="people" heading=${strings.hostHeading}>${strings.hostText}</ua-empty-state>
      </div>`;
    const { data, failure } = this.#account;
    if (data !== undefined) return this.#renderAccount(data);
    if (failure === undefined)
      return html`<div part="card" class="card" aria-busy="true">
        <span class="visually-hidden" role="status">${failureStrings.loading}</span>${skeleton(7)}
      </div>`;
    return html`<div part="card" class="card">
      <ua-empty-state part="empty" level="2" icon=${failure.code === 'offline' ? 'offline' : 'alert'} heading=${failureStrings.failedHeading}>
        ${reasonText(failure.code)}
        <button slot="actions" type="button" part="button" class="button" @click=${this.#load}>${failureStrings.retry}</button>
      </ua-empty-state>
    </div>`;
  }

  /** Puts the focus on the first control. */
  override focus(): void {
    const first = this.renderRoot.querySelector<LitElement>('ua-password-form, ua-profile-form');
    first?.renderRoot
      .querySelector<HTMLElement>('input:not([hidden]), select, button, ua-new-password')
      ?.focus();
  }

  #renderAccount(account: Account) {
    const { identity } = this.rights.policy;
    const { mustChangePassword, external } = this.rights.viewer;
    const password =
      identity.passwords === null || (external.authentication && account.source === 'provider')
        ? nothing
        : html`<ua-password-form
            .account=${account}
            .rules=${identity.passwords}
            .isRequired=${mustChangePassword}
            .now=${this._now}
            @ua-saved=${this.#load}
          ></ua-password-form>`;
    if (mustChangePassword)
      return html`${password}
        <div class="alone">
          <button type="button" part="link" class="link" @click=${() => this.#signOut(false)}>${strings.signOut}</button>
          ${this.#renderFailure()}
        </div>`;
    return html`
      <ua-profile-form .account=${account} .hasUsername=${identity.hasUsername} @ua-saved=${this.#load}></ua-profile-form>
      <ua-email-form .account=${account} .locked=${this.#emailLock(account)} @ua-saved=${this.#load}></ua-email-form>
      ${password}
      ${
        account.connections.length + account.connectable.length === 0
          ? nothing
          : html`<ua-connections .account=${account} .endpoint=${this.endpoint} .now=${this._now} @ua-saved=${this.#load}></ua-connections>`
      }
      <ua-own-sessions .revision=${this.revision} .now=${this._now}></ua-own-sessions>
      <ua-own-history .revision=${this.revision} .now=${this._now} .hasPassword=${account.hasPassword && identity.passwords !== null}></ua-own-history>
      ${this.#renderSignOut()}
    `;
  }

  #renderSignOut() {
    return html`${section(
      strings.signOutHeading,
      strings.signOutHint,
      html`<div class="actions">
            <button type="button" part="button" class="button" @click=${() => this.#signOut(false)}>${strings.signOut}</button>
            <button type="button" part="button" class="button" @click=${() => (this._isAsking = true)}>${strings.signOutEverywhere}</button>
          </div>
          ${this._isAsking ? nothing : this.#renderFailure()}`,
    )}
      <ua-confirm
        .open=${this._isAsking}
        heading=${strings.signOutQuestion}
        action=${strings.signOutEverywhere}
        isDangerous
        failure=${this._failure && reasonText(this._failure)}
        @confirm=${() => this.#signOut(true)}
        @close=${() => (this._isAsking = false)}
        >${strings.signOutText}</ua-confirm
      >`;
  }

  #renderFailure() {
    return this._failure === ''
      ? nothing
      : html`<p part="error" class="error" role="alert">${reasonText(this._failure)}</p>`;
  }

  /** Why the address cannot be changed; undefined where it can. */
  #emailLock({ source }: Account): ErrorCode | undefined {
    if (source === 'provider') return 'people_from_provider';
    if (this.rights.policy.identity.emailChange === 'none') return 'not_in_policy';
    return this.rights.viewer.hasMail ? undefined : 'mail_not_set_up';
  }

  readonly #load = (): void => {
    if (!this.rights.viewer.isSignedIn) return;
    this._now = Date.now();
    void this.#account.run((signal) => ask(this, new ReadIntent('account.get', undefined, signal)));
  };

  async #signOut(everywhere: boolean): Promise<void> {
    this._failure = '';
    try {
      await ask(this, new SignOutIntent(everywhere));
    } catch (error) {
      // Signed out, the whole view is gone; else the reason is shown where it was tried.
      const { code } = failureOf(error);
      if (code !== 'aborted') this._failure = code;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ua-account-view': AccountViewElement;
  }
}
