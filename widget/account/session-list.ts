import { LitElement, css, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Session } from '../../shared/sessions/session.ts';
import { FocusKeeper } from '../controllers/focus-keeper.ts';
import { WAYS, accountStrings as strings } from '../i18n/account-strings.ts';
import { formatMoment, formatRelative } from '../i18n/format.ts';
import { strings as general } from '../i18n/strings.ts';
import { base, buttons } from '../styles/base.ts';
import { labels } from '../styles/forms.ts';
import { sections } from '../ui/section.ts';
import { deviceName } from './device-name.ts';

/** Somebody wants a session to end; the element around asks first. Does not bubble. */
export class EndWantedEvent extends Event {
  static readonly type = 'ua-end-wanted';
  readonly session: Session;
  constructor(session: Session) {
    super(EndWantedEvent.type);
    this.session = session;
  }
}

/**
 * Sessions, the one that asks first.
 *
 * @tag ua-session-list
 * @fires {EndWantedEvent} ua-end-wanted - When one is to end; does not bubble.
 */
export class SessionListElement extends LitElement {
  static override styles = [
    base,
    buttons,
    labels,
    sections,
    css`
      p {
        unicode-bidi: isolate;
        color: var(--_muted);
        font-size: var(--_small);
      }
      .line {
        flex-wrap: nowrap;
      }
      .device {
        display: flex;
        flex-wrap: wrap;
        gap: 2px 8px;
        font-weight: 500;
      }
    `,
  ];
  static override properties = {
    sessions: { attribute: false },
    now: { type: Number },
  };

  /** The sessions to list. */
  declare sessions: readonly Session[];
  /** The moment that times are told from. */
  declare now: number;

  constructor() {
    super();
    void new FocusKeeper(this);
    this.sessions = [];
    this.now = Date.now();
  }

  protected override render() {
    const rows = this.sessions.toSorted(
      (a, b) => Number(b.isCurrent) - Number(a.isCurrent) || b.lastUsedAt - a.lastUsedAt,
    );
    return html`<ul class="rows">
      ${repeat(
        rows,
        ({ id }) => id,
        (session) => this.#renderRow(session),
      )}
    </ul>`;
  }

  #renderRow(session: Session) {
    const { startedBy, createdAt, lastUsedAt, expiresAt, device, network, isCurrent } = session;
    return html`<li class="line">
      <div>
        <div class="device">
          ${deviceName(device) || strings.unknownDevice}
          ${isCurrent ? html`<span part="badge" class="badge accent">${strings.thisBrowser}</span>` : nothing}
        </div>
        <p>${this.#renderTime(strings.started(WAYS[startedBy], formatRelative(createdAt, this.now)), createdAt)}</p>
        <p>
          ${this.#renderTime(strings.lastUsed(formatRelative(lastUsedAt, this.now)), lastUsedAt)}${
            network === '' ? nothing : html`${general.comma}<bdi>${network}</bdi>`
          }
        </p>
        <p>${this.#renderTime(strings.endsItself(formatRelative(expiresAt, this.now)), expiresAt)}</p>
      </div>
      ${
        isCurrent
          ? nothing
          : html`<button
              type="button"
              part="button" class="button small"
              aria-label=${strings.endSessionOf(deviceName(device))}
              @click=${() => this.dispatchEvent(new EndWantedEvent(session))}
            >
              ${strings.endSession}
            </button>`
      }
    </li>`;
  }

  #renderTime(text: string, at: number) {
    return html`<time datetime=${new Date(at).toISOString()} title=${formatMoment(at)}>${text}</time>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ua-session-list': SessionListElement;
  }
}
