import { LitElement, html, nothing } from 'lit';
import type { Member } from '../../shared/members/member.ts';
import { SavedEvent, Saving } from '../controllers/saving.ts';
import { WriteIntent } from '../calls.ts';
import { accountStrings as strings } from '../i18n/account-strings.ts';
import { nameOf, strings as shared } from '../i18n/strings.ts';
import type { Rights } from '../rights.ts';
import { base } from '../styles/base.ts';
import { fields, loudButtons } from '../styles/forms.ts';

/**
 * Asks for another address of somebody, which counts once it is confirmed there.
 *
 * @tag ua-member-email
 * @fires {Event} close - When it has closed; does not bubble.
 */
export class MemberEmailElement extends LitElement {
  static override styles = [base, loudButtons, fields];
  static override properties = { member: { attribute: false }, rights: { attribute: false } };

  /** The person; undefined closes the dialog. */
  declare member: Member | undefined;
  /** The viewer and what they may do. */
  declare rights: Rights;
  readonly #saving = new Saving(this);

  constructor() {
    super();
    this.member = undefined;
    this.addEventListener(SavedEvent.type, () => this.#close());
  }

  protected override render() {
    const { member } = this;
    return html`<ua-dialog heading=${member === undefined ? '' : strings.changeEmailHeading(nameOf(member))} .open=${member !== undefined} @close=${this.#close}>
      ${member === undefined ? nothing : this.#renderForm(member)}
      <button slot="actions" type="button" class="button" @click=${this.#close}>${shared.cancel}</button>
      <button slot="actions" type="submit" form="email" class="button primary" aria-disabled=${String(this.#saving.isRunning)}>
        ${strings.sendConfirmation}
      </button>
    </ua-dialog>`;
  }

  #renderForm(member: Member) {
    return html`<p class="muted">${strings.changeEmailText(member.email)}</p>
      <form id="email" novalidate @submit=${this.#ask}>
        <label class="field">
          <span class="label">${strings.newEmail}</span>
          <input
            autofocus
            class="input"
            name="email"
            type="email"
            maxlength="400"
            autocomplete="off"
            autocapitalize="off"
            spellcheck="false"
            aria-invalid=${this.#saving.failure === 'email_invalid' ? 'true' : nothing}
          />
        </label>
      </form>
      ${this.#saving.renderError()}`;
  }

  readonly #ask = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { member } = this;
    const input = this.renderRoot.querySelector('input');
    const email = input?.value.trim() ?? '';
    if (member === undefined || email === '') return input?.focus();
    const wish = new WriteIntent('members.changeEmail', { memberId: member.id, email });
    if (!(await this.#saving.run(wish, strings.emailAsked(email)))) input?.focus();
  };

  readonly #close = (): void => {
    if (this.member === undefined) return;
    this.member = undefined;
    this.#saving.reset();
    this.dispatchEvent(new Event('close'));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'ua-member-email': MemberEmailElement;
  }
}
