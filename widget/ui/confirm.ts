import { LitElement, html, nothing } from 'lit';
import { strings } from '../i18n/strings.ts';
import { base } from '../styles/base.ts';
import { fields, loudButtons } from '../styles/forms.ts';

/**
 * Asks before something that cannot simply be taken back. The heading names whom or what it is about; the focus starts on Cancel.
 *
 * @tag ua-confirm
 * @slot - What will happen, in one or two sentences.
 * @fires {Event} confirm - When the viewer confirms; does not bubble.
 * @fires {Event} alternative - When the viewer chooses the safer way instead; does not bubble.
 * @fires {Event} close - When it has closed, by whatever way; does not bubble.
 */
export class ConfirmElement extends LitElement {
  static override styles = [base, loudButtons, fields];

  static override properties = {
    open: { type: Boolean },
    heading: {},
    action: {},
    alternative: {},
    isDangerous: { type: Boolean },
    isPending: { type: Boolean },
    failure: {},
  };

  /** Whether it is shown. */
  declare open: boolean;
  /** The question, with the name in it. */
  declare heading: string;
  /** The word on the button that does it. */
  declare action: string;
  /** The word on the button of a safer way, which comes first; empty where there is none. */
  declare alternative: string;
  /** Whether the button is drawn as a dangerous one. */
  declare isDangerous: boolean;
  /** Whether it is being done. */
  declare isPending: boolean;
  /** Why it could not be done; empty where it could. */
  declare failure: string;

  constructor() {
    super();
    this.open = this.isDangerous = this.isPending = false;
    this.heading = this.action = this.alternative = this.failure = '';
  }

  protected override render() {
    return html`<ua-dialog heading=${this.heading} .open=${this.open} @close=${this.#tellClosed}>
      <div class="muted"><slot></slot></div>
      ${this.failure === '' ? nothing : html`<p part="error" class="error" role="alert">${this.failure}</p>`}
      <button slot="actions" type="button" part="button" class="button" autofocus @click=${this.#cancel}>${strings.cancel}</button>
      ${this.alternative === '' ? nothing : html`<button slot="actions" type="button" part="button button-primary" class="button primary" @click=${this.#alternate}>${this.alternative}</button>`}
      <button
        slot="actions"
        type="button"
        part="button button-${this.isDangerous ? 'danger' : 'primary'}" class="button ${this.isDangerous ? 'danger' : 'primary'}"
        aria-disabled=${String(this.isPending)}
        @click=${this.#confirm}
      >
        ${this.action}
      </button>
    </ua-dialog>`;
  }

  #cancel(): void {
    this.open = false;
  }

  #confirm(): void {
    if (!this.isPending) this.dispatchEvent(new Event('confirm'));
  }

  #alternate(): void {
    // The button goes with the question that it belonged to.
    this.renderRoot.querySelector<HTMLElement>('[autofocus]')?.focus();
    this.dispatchEvent(new Event('alternative'));
  }

  #tellClosed(): void {
    this.open = false;
    this.dispatchEvent(new Event('close'));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ua-confirm': ConfirmElement;
  }
}
