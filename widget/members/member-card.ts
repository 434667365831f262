import { LitElement, css, html, nothing } from 'lit';
import type { PropertyValues } from 'lit';
import type { Member } from '../../shared/members/member.ts';
import { actionStrings } from '../i18n/action-strings.ts';
import { formatMoment } from '../i18n/format.ts';
import { failureStrings, reasonText } from '../i18n/failure-strings.ts';
import { nameOf, statusText, strings } from '../i18n/strings.ts';
import { failureOf } from '../failure.ts';
import type { FailureCode } from '../failure.ts';
import { ask } from '../intents.ts';
import type { Rights } from '../rights.ts';
import { base, buttons, badges } from '../styles/base.ts';
import { avatar, avatars } from '../ui/avatar.ts';
import { HintController } from '../ui/hint.ts';
import { icon } from '../ui/icon.ts';
import { skeleton, skeletons } from '../ui/skeleton.ts';
import type { DialogElement } from '../ui/dialog.ts';
import type { MenuItem } from '../ui/menu.ts';
import { NeedPersonIntent } from './change-intents.ts';
import type { MemberResourcesChangedEvent } from '../resources/events.ts';
import type { MemberRoleChangedEvent } from './events.ts';
import { ShowPersonIntent } from './intents.ts';

/**
 * Everything that is known of one person, and what can be done with them, in a dialog.
 *
 * @tag ua-member-card
 * @fires {Event} close - When it has closed; does not bubble.
 */
export class MemberCardElement extends LitElement {
  static override styles = [
    base,
    buttons,
    badges,
    avatars,
    skeletons,
    css`
      .who {
        display: flex;
        align-items: center;
        gap: 12px;
        overflow-wrap: anywhere;
      }
      .avatar {
        inline-size: 44px;
        block-size: 44px;
        font-size: var(--_title);
      }
      dl {
        display: grid;
        grid-template-columns: minmax(96px, auto) 1fr;
        gap: 10px 16px;
      }
      dt {
        color: var(--_muted);
      }
      dd {
        overflow-wrap: anywhere;
      }
      dd p {
        color: var(--_muted);
        font-size: var(--_small);
      }
      .deed.dangerous:not([aria-disabled]) {
        color: var(--_danger-text);
      }
    `,
  ];

  static override properties = {
    member: { attribute: false },
    rights: { attribute: false },
    deeds: { attribute: false },
    revision: { type: Number },
    _panel: { state: true },
  };

  /** The person; undefined closes the dialog. */
  declare member: Member | undefined;
  /** What the viewer may do. */
  declare rights: Rights;
  /** What can be done with a person as they are, or why it cannot. */
  declare deeds: (member: Member) => readonly MenuItem[];
  /** Raised to load what is shown again, in place. */
  declare revision: number;
  /** @internal Whether the code of how a person signs in is there, or why it is not. */
  declare _panel: 'loading' | 'ready' | { readonly failure: FailureCode };

  constructor() {
    super();
    new HintController(this);
    this.deeds = () => [];
    this.revision = 0;
    this._panel = 'loading';
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('member') && this.member !== undefined && this._panel !== 'ready') void this.#needPanel();
  }

  protected override render() {
    const { member } = this;
    return html`<ua-dialog wide heading=${member === undefined ? '' : nameOf(member)} .open=${member !== undefined} @close=${this.#tellClosed}>
      ${member === undefined ? nothing : this.#renderFacts(member)}
      ${member === undefined ? nothing : this.deeds(member).map((deed) => this.#renderDeed(deed))}
      ${member === undefined ? nothing : html`<button slot="actions" type="button" part="button" class="button" @click=${() => this.#openPage(member)}>${actionStrings.openPage}</button>`}
      <button slot="actions" type="button" part="button" class="button" autofocus @click=${this.#tellClosed}>${actionStrings.close}</button>
    </ua-dialog>`;
  }

  #renderFacts(member: Member) {
    const roles = member.roles.map(
      (key) =>
        this.rights.personRoles.find((role) => role.key === key) ?? { key, name: key, description: '' },
    );
    return html`<div class="who">
        ${avatar(nameOf(member), member.id)}
        <div>
          <bdi>${member.email}</bdi>
          <p>
            <span part="badge" class="badge ${member.status === 'active' ? 'success' : ''}">${icon(member.status === 'active' ? 'check' : 'close')}${statusText(member.status, this.rights.policy)}</span>
            ${this.rights.isSelf(member) ? html`<span part="badge" class="badge accent">${strings.you}</span>` : nothing}
          </p>
        </div>
      </div>
      <dl>
        ${
          // Where there can be several, they stand below with the workspace that each counts in.
          this.rights.policy.rolesPerMember === 'many'
            ? nothing
            : html`<dt>${strings.columns.roles}</dt>
                <dd>${roles.map(({ name, description }) => html`${name}<p>${description}</p>`)}</dd>`
        }
        <dt>${strings.columns.lastSignIn}</dt>
        <dd>${member.lastSignInAt === null ? strings.neverSignedIn : formatMoment(member.lastSignInAt)}</dd>
        <dt>${actionStrings.joined}</dt>
        <dd>${formatMoment(member.createdAt)}</dd>
      </dl>
      ${this.#renderPanel(member)}`;
  }

  #renderPanel(member: Member) {
    if (this._panel === 'loading') return html`<div aria-busy="true">${skeleton(3)}</div>`;
    if (this._panel !== 'ready')
      return html`<p class="muted" role="alert">
        ${reasonText(this._panel.failure)} <button type="button" part="link" class="link" @click=${this.#needPanel}>${failureStrings.retry}</button>
      </p>`;
    return html`<ua-person-panel .member=${member} .rights=${this.rights} .revision=${this.revision} @ua-member-role-changed=${this.#noteChange} @ua-member-resources-changed=${this.#noteChange}></ua-person-panel>`;
  }

  readonly #noteChange = ({ member }: MemberRoleChangedEvent | MemberResourcesChangedEvent): void => {
    this.member &&= { ...this.member, ...member };
  };

  readonly #needPanel = async (): Promise<void> => {
    try {
      await ask(this, new NeedPersonIntent());
      this._panel = 'ready';
    } catch (error) {
      // What is known already is shown all the same.
      this._panel = { failure: failureOf(error).code };
    }
  };

  #renderDeed(deed: MenuItem) {
    const { label, isDangerous, reason } = deed;
    return html`<button
      slot="actions"
      type="button"
      part="button" class="button deed ${isDangerous === true ? 'dangerous' : ''}"
      aria-disabled=${reason === undefined ? nothing : 'true'}
      aria-description=${reason ?? nothing}
      @click=${() => reason === undefined && void this.#do(deed)}
    >
      ${label}
    </button>`;
  }

  async #do({ run }: MenuItem): Promise<void> {
    this.#tellClosed();
    await this.updateComplete;
    // Closed first, because closing gives the focus back and a question wants it.
    await this.renderRoot.querySelector<DialogElement>('ua-dialog')!.updateComplete;
    run();
  }

  /** Goes to the page of the person, who is looked at all along. */
  #openPage({ id }: Member): void {
    this.member = undefined;
    this.dispatchEvent(new ShowPersonIntent(id, 'member'));
  }

  readonly #tellClosed = (): void => {
    if (this.member === undefined) return;
    this.member = undefined;
    this.dispatchEvent(new Event('close'));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'ua-member-card': MemberCardElement;
  }
}
