import { html, nothing } from 'lit';
import type { Member } from '../../shared/members/member.ts';
import { WriteIntent } from '../calls.ts';
import { accountStrings as strings } from '../i18n/account-strings.ts';
import { nameOf } from '../i18n/strings.ts';
import { MemberDialogElement } from './member-dialog.ts';

/**
 * Asks for another address of somebody, which counts once it is confirmed there.
 *
 * @tag ua-member-email
 * @fires {Event} close - When it has closed; does not bubble.
 */
export class MemberEmailElement extends MemberDialogElement {
  protected override words(member: Member) {
    return { heading: strings.changeEmailHeading(nameOf(member)), action: strings.sendConfirmation };
  }

  protected override draw(member: Member) {
    return html`<p class="muted">${strings.changeEmailText(member.email)}</p>
      <form id="form" novalidate @submit=${this.#ask}>
        <label class="field">
          <span class="label">${strings.newEmail}</span>
          <input
            autofocus
            part="field" class="input"
            name="email"
            type="email"
            maxlength="400"
            autocomplete="off"
            autocapitalize="off"
            spellcheck="false"
            aria-invalid=${this.saving.failure === 'email_invalid' ? 'true' : nothing}
          />
        </label>
      </form>
      ${this.saving.renderError()}`;
  }

  readonly #ask = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { member } = this;
    const input = this.renderRoot.querySelector('input');
    const email = input?.value.trim() ?? '';
    if (member === undefined || email === '') return input?.focus();
    const wish = new WriteIntent('members.changeEmail', { memberId: member.id, email });
    if (!(await this.saving.run(wish, strings.emailAsked(email)))) input?.focus();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'ua-member-email': MemberEmailElement;
  }
}
