import { LitElement, css, html, nothing } from 'lit';
import type { MemberQuery } from '../members/member-query.ts';
import { mayHere } from '../may.ts';
import type { Rights } from '../rights.ts';
import { base } from '../styles/base.ts';

/**
 * The Collaborators view: inviting people, the invitations that are still open, and the people who are here.
 *
 * @tag ua-collaborators-view
 */
export class CollaboratorsViewElement extends LitElement {
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
    `,
  ];
  static override properties = {
    rights: { attribute: false },
    query: { attribute: false },
    person: {},
    revision: { type: Number },
  };

  /** The viewer and what they may do. */
  declare rights: Rights;
  /** How the list of people is narrowed and sorted. */
  declare query: MemberQuery;
  /** The id of the member that is looked at. */
  declare person: string;
  /** Raised to load what is shown again, in place. */
  declare revision: number;

  constructor() {
    super();
    this.person = '';
    this.revision = 0;
  }

  protected override render() {
    const { rights, query, person, revision } = this;
    return html`
      ${
        mayHere(rights, 'invitation.list').allowed
          ? html`${rights.viewer.external.authentication ? nothing : html`<ua-invite-card .rights=${rights}></ua-invite-card>`}
            <ua-invitation-list .rights=${rights} .revision=${revision}></ua-invitation-list>`
          : nothing
      }
      ${rights.mayHere('members.list').allowed ? html`<ua-member-list .rights=${rights} .query=${query} .person=${person} .revision=${revision}><slot name="empty" slot="empty"></slot></ua-member-list>` : nothing}
    `;
  }

  /** Goes to the first control. */
  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('ua-invite-card, ua-member-list')?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ua-collaborators-view': CollaboratorsViewElement;
  }
}
