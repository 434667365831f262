import { LitElement, css, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { actionStrings } from '../i18n/action-strings.ts';
import { base, buttons } from '../styles/base.ts';
import type { Notice } from '../intents.ts';
import { anyIcon } from './more-icons.ts';

const STAYS = 6000;
const STAYS_WITH_ACTION = 12_000;

/** Each stays in its own place on the page: what moved into that of another would be read out once more. */
const byItself = (notice: Notice): Notice => notice;

/**
 * The one place where passing notices appear and are announced, politely. In the top layer, so that dialogs do not cover it.
 *
 * @tag ua-notices
 * @csspart notice - One notice.
 */
export class NoticesElement extends LitElement {
  static override styles = [
    base,
    buttons,
    css`
      .stack {
        position: fixed;
        inset: auto auto 20px 50%;
        translate: -50% 0;
        display: grid;
        gap: 8px;
        justify-items: center;
        inline-size: max-content;
        max-inline-size: calc(100vw - 32px);
        margin: 0;
        padding: 4px;
        border: 0;
        background: none;
        color: inherit;
        overflow: visible;
      }
      .stack:not(:popover-open) {
        display: none;
      }
      /* At the foot of a narrow page stand the buttons that a notice is often about. */
      @media (max-width: 640px) {
        .stack {
          inset-block: 12px auto;
        }
      }
      .notice {
        display: flex;
        align-items: center;
        gap: 10px;
        padding: 8px 8px 8px 14px;
        border-radius: var(--_radius);
        background: light-dark(#24252b, #ececf0);
        box-shadow: var(--_shadow);
        /* Seen where the system forces its colours, in which no shadow is drawn. */
        outline: 1px solid transparent;
        color: light-dark(#f6f6f8, #1a1b1f);
        animation: arrive var(--_quick);
      }
      .success > svg {
        color: light-dark(#6fdba5, #13734a);
      }
      .danger > svg {
        color: light-dark(#ff9a97, #b42318);
      }
      .text {
        overflow-wrap: anywhere;
      }
      .notice .link {
        padding-inline: 6px;
        color: light-dark(#b3c1ff, #2a43bd);
      }
      .notice .icon,
      .notice .icon:hover {
        background: none;
        color: inherit;
      }
      .notice :focus-visible {
        outline-color: currentColor;
      }
      @keyframes arrive {
        from {
          transform: translateY(8px);
        }
      }
    `,
  ];

  static override properties = { _shown: { state: true } };

  /** @internal */
  declare _shown: readonly Notice[];
  /** What had the focus before it came here. */
  #before: HTMLElement | undefined;
  #around: Node | undefined;
  readonly #timers = new Map<Notice, ReturnType<typeof setTimeout>>();

  constructor() {
    super();
    this._shown = [];
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#around = this.getRootNode();
    this.#around.addEventListener('focusout', this.#noteBefore);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#around?.removeEventListener('focusout', this.#noteBefore);
    this.clear();
  }

  /** Shows `notice` for a while; it waits while it is pointed at or focused. */
  notify(notice: Notice): void {
    this._shown = [...this._shown.slice(-2), notice];
    this.#leaveLater(notice);
  }

  /** Takes every notice away. */
  clear(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
    this._shown = [];
  }

  protected override updated(): void {
    const stack = this.renderRoot.querySelector<HTMLElement>('.stack');
    if (stack === null || !this.isConnected) return;
    // Shown anew each time, so that it stands above a dialog opened since.
    if (stack.matches(':popover-open')) stack.hidePopover();
    if (stack.childElementCount > 0) stack.showPopover();
  }

  protected override render() {
    return html`
      <div class="visually-hidden" role="status" aria-live="polite" aria-atomic="false">${repeat(
        this._shown,
        byItself,
        (notice) => html`<p>${notice.text}</p>`,
      )}</div>
      <div class="stack" popover="manual">${repeat(
        this._shown.filter(({ tone }) => tone !== 'spoken'),
        byItself,
        (notice) => this.#renderNotice(notice),
      )}</div>
    `;
  }

  #renderNotice(notice: Notice) {
    const { text, tone = 'plain', action } = notice;
    return html`<div
      class="notice ${tone}"
      part="notice"
      @pointerenter=${() => this.#stay(notice)}
      @pointerleave=${() => this.#leaveLater(notice)}
      @focusin=${() => this.#stay(notice)}
      @focusout=${() => this.#leaveLater(notice)}
    >
      ${tone === 'success' ? anyIcon('check') : tone === 'danger' ? anyIcon('alert') : nothing}
      <span class="text">${text}</span>
      ${action === undefined ? nothing : html`<button type="button" part="link" class="link" title=${action.hint ?? nothing} aria-description=${action.hint ?? nothing} @click=${() => this.#act(notice)}>${action.label}</button>`}
      <button type="button" part="button button-quiet" class="button quiet icon" aria-label=${actionStrings.dismiss} @click=${() => this.#close(notice)}>${anyIcon('close')}</button>
    </div>`;
  }

  #act(notice: Notice): void {
    this.#close(notice);
    notice.action?.run();
  }

  /** Takes a notice away by hand; the focus goes back to where it came from. */
  #close(notice: Notice): void {
    const hasFocus = this.shadowRoot!.activeElement !== null;
    this.#dismiss(notice);
    if (hasFocus && this.#before?.checkVisibility() === true) this.#before.focus();
  }

  readonly #noteBefore = (event: Event): void => {
    const [from] = event.composedPath();
    const { relatedTarget } = event as FocusEvent;
    if (relatedTarget === this && from instanceof HTMLElement && !this.renderRoot.contains(from))
      this.#before = from;
  };

  #stay(notice: Notice): void {
    clearTimeout(this.#timers.get(notice));
    this.#timers.delete(notice);
  }

  #leaveLater(notice: Notice): void {
    this.#stay(notice);
    const stays = notice.action === undefined ? STAYS : STAYS_WITH_ACTION;
    this.#timers.set(
      notice,
      setTimeout(() => this.#dismiss(notice), stays),
    );
  }

  #dismiss(notice: Notice): void {
    this.#stay(notice);
    this._shown = this._shown.filter((shown) => shown !== notice);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ua-notices': NoticesElement;
  }
}
