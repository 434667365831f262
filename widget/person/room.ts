// The room of what is done about one person: how they sign in, their places and resources, the form, seeing them out. The rest it asks for are calls by path. Loaded when somebody is looked at.
import { NewPasswordElement } from '../account/new-password.ts';
import { SessionListElement } from '../account/session-list.ts';
import { InvitePlacesElement } from '../invitations/invite-places.ts';
import { AssignManyElement } from '../resources/assign-many.ts';
import { MemberResourcesElement } from '../resources/member-resources.ts';
import { ResourceChoiceElement } from '../resources/resource-choice.ts';
import type { Room } from '../room.ts';
import { PERSON_ANSWERS } from './answers.ts';
import { MemberEmailElement } from './member-email.ts';
import { MemberPlacesElement } from './member-places.ts';
import { MemberPasswordElement } from './member-password.ts';
import { OffboardDialogElement } from './offboard-dialog.ts';
import { PersonFormElement } from './person-form.ts';
import { PersonPanelElement } from './person-panel.ts';
import { PersonPickerElement } from './person-picker.ts';

/** The panel about one person, and the form and the dialogs beside it. */
export const PERSON_ROOM: Room = {
  elements: {
    'ua-new-password': NewPasswordElement,
    'ua-session-list': SessionListElement,
    'ua-member-password': MemberPasswordElement,
    'ua-member-places': MemberPlacesElement,
    'ua-member-email': MemberEmailElement,
    'ua-resource-choice': ResourceChoiceElement,
    'ua-member-resources': MemberResourcesElement,
    'ua-assign-many': AssignManyElement,
    'ua-person-panel': PersonPanelElement,
    'ua-person-form': PersonFormElement,
    'ua-invite-places': InvitePlacesElement,
    'ua-person-picker': PersonPickerElement,
    'ua-offboard-dialog': OffboardDialogElement,
  },
  answers: PERSON_ANSWERS,
};
