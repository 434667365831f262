import { LitElement, css, html, nothing } from 'lit';
import { diagnosisStrings as strings } from '../i18n/diagnosis-strings.ts';
import { actionStrings } from '../i18n/action-strings.ts';
import { ShowPersonIntent } from '../members/intents.ts';
import type { Rights } from '../rights.ts';
import { base } from '../styles/base.ts';
import { fields, loudButtons } from '../styles/forms.ts';
import type { FixWantedEvent } from './diagnosis.ts';

/**
 * Checks an address that has no row of a person: of a pending invitation, or as it is typed here.
 *
 * @tag ua-diagnosis-dialog
 * @fires {Event} close - When it has closed; does not bubble.
 */
export class DiagnosisDialogElement extends LitElement {
  static override styles = [
    base,
    loudButtons,
    fields,
    css`
      form {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        align-items: end;
        gap: 8px;
      }
      .help {
        grid-column: 1 / -1;
      }
    `,
  ];
  static override properties = {
    rights: { attribute: false },
    _isOpen: { state: true },
    _asked: { state: true },
    _email: { state: true },
  };

  /** The viewer and what they may do. */
  declare rights: Rights;
  /** @internal */
  declare _isOpen: boolean;
  /** @internal The address that it was opened about; '' where one is to be typed. */
  declare _asked: string;
  /** @internal The address that is checked. */
  declare _email: string;

  constructor() {
    super();
    this._isOpen = false;
    this._asked = this._email = '';
  }

  /** Opens it about `email`; without one it asks for one. */
  show(email = ''): void {
    this._asked = this._email = email;
    this._isOpen = true;
  }

  protected override render() {
    return html`<ua-dialog wide heading=${strings.dialogHeading(this._asked)} .open=${this._isOpen} @close=${this.#close}>
      ${this._isOpen ? this.#renderContent() : nothing}
      <button slot="actions" type="button" part="button" class="button" ?autofocus=${this._asked !== ''} @click=${this.#close}>${actionStrings.close}</button>
    </ua-dialog>`;
  }

  #renderContent() {
    return html`${
      this._asked === ''
        ? html`<form novalidate @submit=${this.#check}>
            <label class="field">
              <span class="label">${strings.address}</span>
              <input autofocus part="field" class="input" name="email" type="email" maxlength="400" autocomplete="off" autocapitalize="off" spellcheck="false" />
            </label>
            <button part="button button-primary" class="button primary">${strings.check}</button>
            <p class="help">${strings.addressHint}</p>
          </form>`
        : nothing
    }
    ${
      this._email === ''
        ? nothing
        : html`<ua-diagnosis level="3" email=${this._email} .rights=${this.rights} @ua-fix-wanted=${this.#openPage}></ua-diagnosis>`
    }`;
  }

  readonly #check = (event: Event): void => {
    event.preventDefault();
    const field = this.renderRoot.querySelector('input');
    this._email = field?.value.trim() ?? '';
    if (this._email === '') field?.focus();
  };

  /** What is chosen there is chosen on the page of the person. */
  readonly #openPage = ({ about }: FixWantedEvent): void => {
    if (about.member === null) return;
    this.#close();
    this.dispatchEvent(new ShowPersonIntent(about.member.id, 'member'));
  };

  readonly #close = (): void => {
    if (!this._isOpen) return;
    this._isOpen = false;
    this.dispatchEvent(new Event('close'));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'ua-diagnosis-dialog': DiagnosisDialogElement;
  }
}
