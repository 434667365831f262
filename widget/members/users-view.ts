import { LitElement, css, html, nothing } from 'lit';
import { base } from '../styles/base.ts';
import type { Rights } from '../rights.ts';
import { mayInvite } from '../rights.ts';
import { EVERYBODY } from './member-query.ts';
import type { MemberQuery } from './member-query.ts';

/**
 * The Users view: who is here, and at its top who is invited, where the policy invites people here.
 *
 * @tag ua-users-view
 */
export class UsersViewElement extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: grid;
        gap: var(--_wide);
      }
      :host > * {
        min-inline-size: 0;
      }
      /* Their code comes behind the first rows; what they will take up is kept free, so that the rows stay where they are. */
      ua-invite-card:not(:defined),
      ua-invitation-list:not(:defined) {
        display: block;
        block-size: 50px;
        border: 1px solid var(--_line);
        border-radius: var(--_radius-large);
        background: var(--_surface);
      }
      ua-invite-card:not(:defined, [folds]) {
        block-size: 216px;
      }
      ua-invite-card[folds]:not(:defined) {
        block-size: 66px;
      }
      @container (max-width: 720px) {
        ua-invite-card:not(:defined, [folds]) {
          block-size: 239px;
        }
      }
      @container (max-width: 600px) {
        ua-invite-card:not(:defined, [folds]) {
          block-size: 358px;
        }
      }
      @container (max-width: 420px) {
        ua-invite-card:not(:defined, [folds]) {
          block-size: 399px;
        }
      }
    `,
  ];

  static override properties = {
    rights: { attribute: false },
    query: { attribute: false },
    person: {},
    revision: { type: Number },
  };

  /** What the viewer may do. */
  declare rights: Rights;
  /** How the list is narrowed and sorted. */
  declare query: MemberQuery;
  /** The id of the member that is looked at. */
  declare person: string;
  /** Raised to load what is shown again, in place. */
  declare revision: number;

  constructor() {
    super();
    this.query = EVERYBODY;
    this.person = '';
    this.revision = 0;
  }

  protected override render() {
    const isHere = this.rights.policy.invitations.view === 'users' && mayInvite(this.rights);
    return html`
      ${
        isHere
          ? html`<ua-invite-card ?folds=${this.rights.policy.invitations.startsFolded} .rights=${this.rights}></ua-invite-card>
            <ua-invitation-list folds .rights=${this.rights} .revision=${this.revision}></ua-invitation-list>`
          : nothing
      }
      <ua-member-list .rights=${this.rights} .query=${this.query} .person=${this.person} .revision=${this.revision}><slot name="empty" slot="empty"></slot></ua-member-list>
    `;
  }

  /** Puts the focus on the first control. */
  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('ua-invite-card, ua-member-list')?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ua-users-view': UsersViewElement;
  }
}
