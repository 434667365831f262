// The room of how other people sign in: its elements; what they ask for are calls by path. Loaded when somebody is looked at.
import { NewPasswordElement } from '../account/new-password.ts';
import { SessionListElement } from '../account/session-list.ts';
import type { Room } from '../room.ts';
import { MemberEmailElement } from './member-email.ts';
import { MemberPasswordElement } from './member-password.ts';
import { PersonPanelElement } from './person-panel.ts';

/** The panel about one person. */
export const PERSON_ROOM: Room = {
  elements: {
    'ua-new-password': NewPasswordElement,
    'ua-session-list': SessionListElement,
    'ua-member-password': MemberPasswordElement,
    'ua-member-email': MemberEmailElement,
    'ua-person-panel': PersonPanelElement,
  },
  answers: {},
};
