import { LitElement, css, html, nothing } from 'lit';
import type { RoleKey } from '../../shared/policy/policy.ts';
import type { FailureCode } from '../failure.ts';
import { failureOf } from '../failure.ts';
import { reasonText } from '../i18n/failure-strings.ts';
import { ask } from '../intents.ts';
import type { PersonFormElement } from '../person/person-form.ts';
import { may } from '../may.ts';
import type { Rights } from '../rights.ts';
import { base } from '../styles/base.ts';
import { loudButtons } from '../styles/forms.ts';
import { anyIcon } from '../ui/more-icons.ts';
import { NeedPersonIntent } from './change-intents.ts';

/**
 * The button that opens the form for somebody new, where the policy makes accounts at once and the viewer may.
 *
 * @tag ua-add-person
 */
export class AddPersonElement extends LitElement {
  static override styles = [
    base,
    loudButtons,
    css`
      :host {
        display: block;
      }
      .error {
        color: var(--_danger-text);
        font-size: var(--_small);
      }
    `,
  ];
  static override properties = { rights: { attribute: false }, _failure: { state: true } };

  /** The viewer and what they may do. */
  declare rights: Rights;
  /** @internal Why the form could not be opened. */
  declare _failure: FailureCode | undefined;

  constructor() {
    super();
    this._failure = undefined;
  }

  protected override willUpdate(): void {
    // Where there is nothing to press it takes no room either.
    this.hidden = !mayAdd(this.rights);
  }

  protected override render() {
    const { creation } = this.rights.policy;
    if (creation === null || this.hidden) return nothing;
    return html`<button type="button" part="button button-primary" class="button primary" @click=${() => this.prefill()}>
        ${anyIcon('plus')}${creation.label}
      </button>
      ${this._failure === undefined ? nothing : html`<p part="error" class="error" role="alert">${reasonText(this._failure)}</p>`}
      <ua-person-form .rights=${this.rights}></ua-person-form>`;
  }

  /** Opens the form, with an address and roles filled in where they are known. */
  async prefill(email = '', roles: readonly RoleKey[] = []): Promise<void> {
    this._failure = undefined;
    try {
      await ask(this, new NeedPersonIntent());
      await this.updateComplete;
      this.renderRoot.querySelector<PersonFormElement>('ua-person-form')?.add(email, roles);
    } catch (error) {
      this._failure = failureOf(error).code;
    }
  }

  /** Puts the focus on the button. */
  override focus(): void {
    this.renderRoot.querySelector('button')?.focus();
  }
}

/** Whether the viewer may make an account with any role. */
function mayAdd(rights: Rights): boolean {
  const workspace = rights.viewer.workspace.id;
  return rights.personRoles.some(
    ({ key }) => may(rights, 'member.create', { workspace, roles: [key] }).allowed,
  );
}

declare global {
  interface HTMLElementTagNameMap {
    'ua-add-person': AddPersonElement;
  }
}
