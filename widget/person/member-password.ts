import { html, nothing } from 'lit';
import type { PropertyValues } from 'lit';
import type { Member } from '../../shared/members/member.ts';
import { MemberPasswordResetEvent } from '../account/events.ts';
import { aboutNew } from '../account/new-password.ts';
import type { NewPasswordElement } from '../account/new-password.ts';
import { WriteIntent } from '../calls.ts';
import { accountStrings as strings } from '../i18n/account-strings.ts';
import { nameOf } from '../i18n/strings.ts';
import { MemberDialogElement } from './member-dialog.ts';

/**
 * Gives somebody a password, which they have to change at their next sign-in.
 *
 * @tag ua-member-password
 * @fires {Event} close - When it has closed; does not bubble.
 * @fires {SavedEvent} ua-saved - When the password was reset; does not bubble.
 */
export class MemberPasswordElement extends MemberDialogElement {
  protected override words(member: Member) {
    return { heading: strings.resetHeading(nameOf(member)), action: strings.confirmReset };
  }

  protected override draw(member: Member) {
    const rules = this.rights.policy.identity.passwords;
    const ofNew = aboutNew(this.saving.failure);
    return html`<p class="muted">${strings.resetText}</p>
      ${
        rules === null
          ? nothing
          : html`<form id="form" novalidate @submit=${this.#reset}>
              <input part="field" type="text" name="username" autocomplete="off" .value=${member.email} hidden readonly />
              <ua-new-password
                .rules=${rules}
                .known=${[member.name, member.email]}
                .failure=${ofNew}
              ></ua-new-password>
            </form>`
      }
      ${ofNew === undefined ? this.saving.renderError() : nothing}`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('member') && this.member !== undefined) void this.#focusField();
  }

  /** Puts the focus into the first field, once dialog and field are drawn. */
  async #focusField(): Promise<void> {
    const field = this.renderRoot.querySelector('ua-new-password');
    await this.renderRoot.querySelector('ua-dialog')?.updateComplete;
    await field?.updateComplete;
    field?.focus();
  }

  readonly #reset = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { member } = this;
    const chosen = this.renderRoot.querySelector<NewPasswordElement>('ua-new-password')?.choose();
    if (member === undefined || chosen === undefined) return;
    const wish = new WriteIntent(
      'members.resetPassword',
      { memberId: member.id, ...chosen },
      { tell: new MemberPasswordResetEvent(member.id), touch: ['members'] },
    );
    await this.saving.run(wish, strings.wasReset(nameOf(member)));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'ua-member-password': MemberPasswordElement;
  }
}
