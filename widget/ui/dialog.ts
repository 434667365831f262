import { LitElement, css, html } from 'lit';
import type { PropertyValues } from 'lit';
import { Unsaved } from '../controllers/unsaved.ts';
import { base } from '../styles/base.ts';

/**
 * A modal dialog around the native one: names itself by its heading, gives the focus back where it came from.
 * The focus starts on the slotted `[autofocus]`, else on the dialog itself; never put it on what destroys something.
 *
 * @tag ua-dialog
 * @slot - What the dialog says.
 * @slot actions - The buttons, the safe one first.
 * @fires {Event} close - When it has closed, by whatever way; does not bubble.
 * @csspart dialog - The native dialog.
 */
export class DialogElement extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: contents;
      }
      dialog {
        inline-size: min(460px, calc(100vw - 32px));
        max-block-size: calc(100dvh - 48px);
        padding: 0;
        border: 1px solid var(--_line);
        border-radius: var(--_radius-large);
        background: var(--_surface);
        box-shadow: var(--_shadow);
        color: var(--_text);
        overflow: auto;
      }
      :host([wide]) dialog {
        inline-size: min(640px, calc(100vw - 32px));
      }
      dialog[open] {
        animation: arrive var(--_quick);
      }
      dialog::backdrop {
        background: light-dark(rgb(24 25 32 / 38%), rgb(0 0 0 / 58%));
      }
      @keyframes arrive {
        from {
          transform: translateY(6px);
        }
      }
      .body {
        display: grid;
        gap: 12px;
        padding: var(--_wide) var(--_wide) var(--_wide);
      }
      h2 {
        font-size: var(--_large);
        overflow-wrap: anywhere;
      }
      footer {
        position: sticky;
        inset-block-end: 0;
        display: flex;
        flex-wrap: wrap;
        justify-content: flex-end;
        gap: 8px;
        padding: var(--_snug) var(--_wide);
        border-block-start: 1px solid var(--_line);
        background: var(--_subtle);
      }
    `,
  ];

  static override properties = {
    open: { type: Boolean, reflect: true },
    wide: { type: Boolean, reflect: true },
    heading: {},
  };

  /** Whether the dialog is shown. */
  declare open: boolean;
  /** Whether it is wider, for lists. */
  declare wide: boolean;
  /** The heading, which is also its name. */
  declare heading: string;
  /** The field that was filled in last; gone with what it was for. */
  #filled: HTMLElement | undefined;

  constructor() {
    super();
    void new Unsaved(this, () => this.open && this.#filled?.isConnected === true);
    this.open = false;
    this.wide = false;
    this.heading = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const dialog = this.#dialog;
    // Moved on the page, the native one is open still and above nothing any more.
    if (dialog?.open !== true) return;
    dialog.open = false;
    this.#show(dialog);
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has('open')) return;
    const dialog = this.#dialog;
    if (this.open && dialog?.open === false) this.#show(dialog);
    else if (!this.open && dialog?.open === true) dialog.close();
  }

  protected override render() {
    return html`<dialog part="dialog" aria-labelledby="heading" tabindex="-1" @close=${this.#tellClosed} @input=${this.#noteInput}>
      <div class="body">
        <h2 part="heading" id="heading">${this.heading}</h2>
        <slot></slot>
      </div>
      <footer><slot name="actions"></slot></footer>
    </dialog>`;
  }

  get #dialog(): HTMLDialogElement | null {
    return this.renderRoot.querySelector('dialog');
  }

  #show(dialog: HTMLDialogElement): void {
    dialog.showModal();
    (this.querySelector<HTMLElement>('[autofocus]') ?? dialog).focus();
  }

  /** What an element inside takes in is that element's matter, and what is searched for is nobody's. */
  #noteInput({ target }: Event): void {
    const field = target as HTMLInputElement;
    if (!/^(search|radio)$/.test(field.type ?? 'search')) this.#filled = field;
  }

  #tellClosed(): void {
    this.open = false;
    this.#filled = undefined;
    this.dispatchEvent(new Event('close'));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ua-dialog': DialogElement;
  }
}
