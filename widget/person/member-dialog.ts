// What the dialogs about how somebody signs in have in common: the person, one form, one wish at a time. No dialog of its own.
import { LitElement, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Member } from '../../shared/members/member.ts';
import { SavedEvent, Saving } from '../controllers/saving.ts';
import { strings } from '../i18n/strings.ts';
import type { Rights } from '../rights.ts';
import { base } from '../styles/base.ts';
import { fields, loudButtons } from '../styles/forms.ts';

/** A dialog about somebody. It closes itself when what it asks for was done. */
export abstract class MemberDialogElement extends LitElement {
  static override styles = [base, loudButtons, fields];
  static override properties = { member: { attribute: false }, rights: { attribute: false } };

  /** The person; undefined closes the dialog. */
  declare member: Member | undefined;
  /** The viewer and what they may do. */
  declare rights: Rights;
  protected readonly saving: Saving = new Saving(this);

  constructor() {
    super();
    this.member = undefined;
    this.addEventListener(SavedEvent.type, () => this.#close());
  }

  /** The heading, and the word on the button that sends the form. */
  protected abstract words(member: Member): { readonly heading: string; readonly action: string };

  /** What it says and asks, with the form `id="form"`. */
  protected abstract draw(member: Member): TemplateResult;

  protected override render() {
    const { member } = this;
    const words = member && this.words(member);
    return html`<ua-dialog heading=${words?.heading ?? ''} .open=${member !== undefined} @close=${this.#close}>
      ${member === undefined ? nothing : this.draw(member)}
      <button slot="actions" type="button" part="button" class="button" @click=${this.#close}>${strings.cancel}</button>
      <button slot="actions" type="submit" form="form" part="button button-primary" class="button primary" aria-disabled=${String(this.saving.isRunning)}>
        ${words?.action}
      </button>
    </ua-dialog>`;
  }

  readonly #close = (): void => {
    if (this.member === undefined) return;
    this.member = undefined;
    this.saving.reset();
    this.dispatchEvent(new Event('close'));
  };
}
