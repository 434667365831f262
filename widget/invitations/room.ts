// The room of invitations: its elements and the answers to their intents. Loaded when somebody may invite.
import { html } from 'lit';
import type { Room } from '../room.ts';
import { ConfirmElement } from '../ui/confirm.ts';
import { DialogElement } from '../ui/dialog.ts';
import { AddressBoxElement } from '../ui/address-box.ts';
import { INVITATION_ANSWERS } from './answers.ts';
import { CollaboratorsViewElement } from './collaborators-view.ts';
import { InvitationListElement } from './invitation-list.ts';
import { InviteCardElement } from './invite-card.ts';
import { InvitePlacesElement } from './invite-places.ts';
import { InviteResultsElement } from './invite-results.ts';

/** Inviting people and looking after their invitations. */
export const INVITATION_ROOM: Room = {
  elements: {
    'ua-dialog': DialogElement,
    'ua-confirm': ConfirmElement,
    'ua-address-box': AddressBoxElement,
    'ua-invite-results': InviteResultsElement,
    'ua-invite-places': InvitePlacesElement,
    'ua-invite-card': InviteCardElement,
    'ua-invitation-list': InvitationListElement,
    'ua-collaborators-view': CollaboratorsViewElement,
  },
  answers: INVITATION_ANSWERS,
  views: {
    collaborators: ({ rights, query, person, revisions: { members, invitations } }) =>
      html`<ua-collaborators-view .rights=${rights} .query=${query} .person=${person} .revision=${members + invitations}><slot name="empty" slot="empty"></slot></ua-collaborators-view>`,
  },
};
