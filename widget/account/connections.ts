import { LitElement, html } from 'lit';
import type { Account, Connection } from '../../shared/accounts/account.ts';
import type { ProviderId } from '../../shared/ids.ts';
import { SendIntent, WriteIntent } from '../calls.ts';
import { FocusKeeper } from '../controllers/focus-keeper.ts';
import { accountStrings as strings } from '../i18n/account-strings.ts';
import { formatRelative } from '../i18n/format.ts';
import { reasonText } from '../i18n/failure-strings.ts';
import { strings as general } from '../i18n/strings.ts';
import { base, buttons, cards } from '../styles/base.ts';
import { providerHref } from './provider-href.ts';
import { Saving } from '../controllers/saving.ts';
import { deedButton } from '../ui/deed-button.ts';
import { HintController } from '../ui/hint.ts';
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
  readonly #connecting = new Saving(this);

  constructor() {
    super();
    void new FocusKeeper(this);
    this.endpoint = '';
    this.now = Date.now();
    this._leaving = undefined;
    void new HintController(this);
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
              <a
                part="button" class="button small"
                href=${providerHref(this.endpoint, id, 'connect')}
                aria-label=${strings.connectTo(name)}
                @click=${(event: MouseEvent) => this.#connect(event, id)}
                >${strings.connect}</a
              >
            </li>`,
          )}
        </ul>
        ${this.#connecting.renderError()}`,
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
    const { provider, email, connectedAt, lastUsedAt, isFixed } = connection;
    const used = lastUsedAt === null ? [] : [strings.used(formatRelative(lastUsedAt, this.now))];
    return html`<li class="line">
      <div>
        ${provider}
        <p>${[strings.connectedAs(email, formatRelative(connectedAt, this.now)), ...used].join(general.comma)}</p>
      </div>
      ${deedButton(
        strings.disconnect,
        () => this.#askAbout(connection),
        isFixed ? reasonText('people_from_provider') : '',
        { about: strings.disconnectFrom(provider) },
      )}
    </li>`;
  }

  /** Has the viewer prove who they are on this page first, where that was long ago; the server asks again on the way. */
  async #connect(event: MouseEvent, providerId: ProviderId): Promise<void> {
    const { currentTarget, button, ctrlKey, metaKey, shiftKey } = event;
    if (button !== 0 || ctrlKey || metaKey || shiftKey) return;
    event.preventDefault();
    const { href } = currentTarget as HTMLAnchorElement;
    const wish = new SendIntent('providers.prepareConnecting', { providerId });
    await this.#connecting.run(wish, '', () => location.assign(href));
  }

  #askAbout(connection: Connection): void {
    this.#saving.reset();
    this._leaving = connection;
  }

  readonly #close = (): void => {
    this._leaving = undefined;
  };

  readonly #disconnect = async (): Promise<void> => {
    const leaving = this._leaving;
    if (leaving === undefined) return;
    const wish = new WriteIntent('providers.disconnect', { providerId: leaving.providerId });
    if (await this.#saving.run(wish, strings.disconnected(leaving.provider))) this._leaving = undefined;
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'ua-connections': ConnectionsElement;
  }
}
