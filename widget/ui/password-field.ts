// A field for a password: typed as dots, shown on request, with a word where caps lock is on. What is typed stays in the field alone.
import { css, html, nothing, svg } from 'lit';
import type { ReactiveController, ReactiveControllerHost, TemplateResult } from 'lit';
import { accountStrings as strings } from '../i18n/account-strings.ts';
import { drawIcon } from './icon.ts';

const EYE = svg`<path d="M1.6 8S3.8 3.8 8 3.8 14.4 8 14.4 8 12.2 12.2 8 12.2 1.6 8 1.6 8z"/><circle cx="8" cy="8" r="1.9"/>`;
const SHUT = svg`<path d="M1.6 8S3.8 3.8 8 3.8 14.4 8 14.4 8 12.2 12.2 8 12.2 1.6 8 1.6 8z"/><path d="M2.6 13.4L13.4 2.6"/>`;

/** One field of a form. */
export interface PasswordField {
  readonly name: string;
  readonly label: string;
  /** What stands beside the label, such as that it is required. */
  readonly note?: string;
  readonly autocomplete: 'current-password' | 'new-password';
  /** The id of what else describes it. */
  readonly describedBy?: string;
  /** Why it cannot be taken; empty where it can. */
  readonly error?: string;
}

/** The look of the fields; needs the sheets `buttons` and `fields`. */
export const passwordFields = css`
  .secret {
    position: relative;
  }
  .secret .input {
    padding-inline-end: 40px;
  }
  /* The browser's own way to show a password would stand beside ours. */
  .secret .input::-ms-reveal {
    display: none;
  }
  .secret .button.icon {
    position: absolute;
    inset-block: 0;
    inset-inline-end: 3px;
    margin-block: auto;
    min-block-size: 30px;
    inline-size: 30px;
    color: var(--_muted);
  }
`;

/** The password fields of one element, which are shown and hidden together. */
export class PasswordFields implements ReactiveController {
  readonly #host: ReactiveControllerHost & { readonly renderRoot: ParentNode };
  #areShown = false;
  #isCapsOn = false;

  constructor(host: ReactiveControllerHost & { readonly renderRoot: ParentNode }) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#areShown = this.#isCapsOn = false;
  }

  /** What is typed in the field of this name. */
  value(name: string): string {
    return this.#input(name)?.value ?? '';
  }

  /** Puts the focus into the field of this name. */
  focus(name: string): void {
    this.#input(name)?.focus();
  }

  /** Empties every field, and hides what is typed next. */
  clear(): void {
    this.#areShown = false;
    for (const input of this.#host.renderRoot.querySelectorAll<HTMLInputElement>('.secret input'))
      input.value = '';
    this.#host.requestUpdate();
  }

  /** Draws a field. */
  render({ name, label, note, autocomplete, describedBy, error = '' }: PasswordField): TemplateResult {
    const described = [
      describedBy,
      error === '' ? undefined : `${name}-error`,
      this.#isCapsOn ? 'caps' : undefined,
    ];
    return html`<div class="field">
      <label class="label" for=${name}>${label}${note === undefined ? nothing : html`&ensp;<small class="help">${note}</small>`}</label>
      <div class="secret">
        <input
          part="field" class="input"
          id=${name}
          name=${name}
          type=${this.#areShown ? 'text' : 'password'}
          maxlength="1024"
          autocomplete=${autocomplete}
          autocapitalize="off"
          autocorrect="off"
          spellcheck="false"
          aria-invalid=${error === '' ? nothing : 'true'}
          aria-describedby=${described.filter(Boolean).join(' ') || nothing}
          @input=${() => this.#host.requestUpdate()}
          @keydown=${this.#noteCaps}
          @keyup=${this.#noteCaps}
        />
        <button
          type="button"
          part="button button-quiet" class="button quiet icon"
          aria-label=${strings.showPasswords}
          aria-pressed=${String(this.#areShown)}
          @click=${this.#toggle}
        >
          ${drawIcon(this.#areShown ? SHUT : EYE)}
        </button>
      </div>
      ${error === '' ? nothing : html`<p part="error" class="error" id="${name}-error">${error}</p>`}
    </div>`;
  }

  /** Says that caps lock is on, once for all fields. */
  renderCaps(): TemplateResult {
    return html`<p class="help" id="caps" role="status" ?hidden=${!this.#isCapsOn}>${this.#isCapsOn ? strings.capsLock : nothing}</p>`;
  }

  #input(name: string): HTMLInputElement | null {
    return this.#host.renderRoot.querySelector<HTMLInputElement>(`.secret input[name='${name}']`);
  }

  readonly #toggle = (): void => {
    this.#areShown = !this.#areShown;
    this.#host.requestUpdate();
  };

  readonly #noteCaps = (event: KeyboardEvent): void => {
    const isOn = event.getModifierState?.('CapsLock') ?? false;
    if (isOn === this.#isCapsOn) return;
    this.#isCapsOn = isOn;
    this.#host.requestUpdate();
  };
}
