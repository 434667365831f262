import { LitElement, html, nothing } from 'lit';
import type { PropertyValues } from 'lit';
import type { Member } from '../../shared/members/member.ts';
import { MemberPasswordResetEvent } from '../account/events.ts';
import type { NewPasswordElement } from '../account/new-password.ts';
import { SavedEvent, Saving } from '../controllers/saving.ts';
import { WriteIntent } from '../calls.ts';
import type { FailureCode } from '../failure.ts';
import { accountStrings as strings } from '../i18n/account-strings.ts';
import { nameOf, strings as shared } from '../i18n/strings.ts';
import type { Rights } from '../rights.ts';
import { base } from '../styles/base.ts';
import { fields, loudButtons } from '../styles/forms.ts';

const ABOUT_NEW: ReadonlySet<FailureCode> = new Set<FailureCode>([
  'password_too_weak',
  'password_common',
  'password_mismatch',
]);

/**
 * Gives somebody a password, which they have to change at their next sign-in.
 *
 * @tag ua-member-password
 * @fires {Event} close - When it has closed; does not bubble.
 * @fires {SavedEvent} ua-saved - When the password was reset; does not bubble.
 */
export class MemberPasswordElement extends LitElement {
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
    const rules = this.rights.policy.identity.passwords;
    const { failure } = this.#saving;
    const isAboutNew = failure !== undefined && ABOUT_NEW.has(failure);
    return html`<ua-dialog heading=${member === undefined ? '' : strings.resetHeading(nameOf(member))} .open=${member !== undefined} @close=${this.#close}>
      <p class="muted">${strings.resetText}</p>
      ${
        member === undefined || rules === null
          ? nothing
          : html`<form id="reset" novalidate @submit=${this.#reset}>
              <input type="text" name="username" autocomplete="off" .value=${member.email} hidden readonly />
              <ua-new-password
                .rules=${rules}
                .known=${[member.name, member.email]}
                .failure=${isAboutNew ? failure : undefined}
              ></ua-new-password>
            </form>`
      }
      ${isAboutNew ? nothing : this.#saving.renderError()}
      <button slot="actions" type="button" class="button" @click=${this.#close}>${shared.cancel}</button>
      <button slot="actions" type="submit" form="reset" class="button primary" aria-disabled=${String(this.#saving.isRunning)}>
        ${strings.confirmReset}
      </button>
    </ua-dialog>`;
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
    await this.#saving.run(wish, strings.wasReset(nameOf(member)));
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
    'ua-member-password': MemberPasswordElement;
  }
}
