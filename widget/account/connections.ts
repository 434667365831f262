import { LitElement, html } from 'lit';
import type { PropertyValues } from 'lit';
import type { Account, Connection } from '../../shared/accounts/account.ts';
import { WriteIntent } from '../calls.ts';
import { accountStrings as strings } from '../i18n/account-strings.ts';
import { formatRelative } from '../i18n/format.ts';
import { reasonText } from '../i18n/strings.ts';
import { base, buttons, cards } from '../styles/base.ts';
import { providerHref } from './provider-href.ts';
import { Saving } from '../controllers/saving.ts';
import { section, sections } from '../ui/section.ts';

/**
 * The identity providers that open the viewer's account, and those that could.
 *
 * @tag ua-connections
 */
export class ConnectionsElement extends LitElement {
  static override styles = [base, buttons, cards, sections];
  static override properties = {
    account: { attribute: false },
    endpoint: {},
    now: { type: Number },
    _leaving: { state: true },
  };

  /** The account as the server knows it. */
  declare account: Account;
  /** The address that the server is mounted under. */
  declare endpoint: string;
  /** The moment that times are told from. */
  declare now: number;
  /** @internal The connection that is asked about. */
  declare _leaving: Connection | undefined;
  readonly #saving = new Saving(this);
  /** What was pressed to disconnect, once that was done: it goes with its row. */
  #pressed: Element | null = null;
  #asker: Element | null = null;

  constructor() {
    super();
    this.endpoint = '';
    this.now = Date.now();
    this._leaving = undefined;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('account')) this.#keepFocus();
  }

  #keepFocus(): void {
    const { activeElement: at } = this.shadowRoot!;
    // Until the next frame the focus can still be in the question that has closed.
    const isLost = at === null ? document.activeElement === document.body : at.localName === 'ua-confirm';
    if (this.#pressed?.isConnected !== false || !isLost || this._leaving !== undefined) return;
    this.renderRoot.querySelector<HTMLElement>('.rows a, .rows button')?.focus();
    // Nothing takes it while the question is still in front.
    if (this.shadowRoot!.activeElement !== at) this.#pressed = null;
  }

  protected override render() {
    const { connections, connectable } = this.account;
    const leaving = this._leaving?.provider ?? '';
    const { failure } = this.#saving;
    return html`${section(
      strings.connectionsHeading,
      strings.connectionsHint,
      html`<ul class="rows">
          ${connections.map((connection) => this.#renderConnection(connection))}
          ${connectable.map(
            ({ id, name }) => html`<li class="line">
              <span>${name}</span>
              <a class="button small" href=${providerHref(this.endpoint, id, 'connect')} aria-label=${strings.connectTo(name)}>${strings.connect}</a>
            </li>`,
          )}
        </ul>`,
    )}
      <ua-confirm
        .open=${this._leaving !== undefined}
        heading=${strings.disconnectQuestion(leaving)}
        action=${strings.disconnect}
        isDangerous
        .isPending=${this.#saving.isRunning}
        failure=${failure === undefined ? '' : reasonText(failure)}
        @confirm=${this.#disconnect}
        @close=${this.#close}
        >${strings.disconnectText}</ua-confirm
      >`;
  }

  #renderConnection(connection: Connection) {
    const { provider, email, connectedAt, lastUsedAt } = connection;
    const used = lastUsedAt === null ? [] : [strings.used(formatRelative(lastUsedAt, this.now))];
    return html`<li class="line">
      <div>
        ${provider}
        <p>${[strings.connectedAs(email, formatRelative(connectedAt, this.now)), ...used].join(', ')}</p>
      </div>
      <button
        type="button"
        class="button small"
        aria-label=${strings.disconnectFrom(provider)}
        @click=${() => this.#askAbout(connection)}
      >
        ${strings.disconnect}
      </button>
    </li>`;
  }

  #askAbout(connection: Connection): void {
    this.#saving.reset();
    this.#pressed = null;
    this.#asker = this.shadowRoot!.activeElement;
    this._leaving = connection;
  }

  readonly #close = (): void => {
    this._leaving = undefined;
    this.#keepFocus();
  };

  readonly #disconnect = async (): Promise<void> => {
    const leaving = this._leaving;
    if (leaving === undefined) return;
    const wish = new WriteIntent('providers.disconnect', { providerId: leaving.providerId });
    if (await this.#saving.run(wish, strings.disconnected(leaving.provider))) {
      this.#pressed = this.#asker;
      this._leaving = undefined;
    }
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'ua-connections': ConnectionsElement;
  }
}
