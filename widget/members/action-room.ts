// The room of members once somebody acts on them: menus and questions. Loaded behind the first rows.
import { PeopleFilesElement } from '../files/people-files.ts';
import type { Room } from '../room.ts';
import { ConfirmElement } from '../ui/confirm.ts';
import { DialogElement } from '../ui/dialog.ts';
import { MenuElement } from '../ui/menu.ts';
import { CHANGE_ANSWERS } from './answers.ts';
import { AddPersonElement } from './add-person.ts';
import { BulkBarElement } from './bulk-bar.ts';
import { BulkDialogElement } from './bulk-dialog.ts';
import { LeaveWorkspaceElement } from './leave-workspace.ts';
import { MemberActionsElement } from './member-actions.ts';
import { MemberCardElement } from './member-card.ts';

/** Changing the people who are here. */
export const ACTION_ROOM: Room = {
  elements: {
    'ua-dialog': DialogElement,
    'ua-confirm': ConfirmElement,
    'ua-menu': MenuElement,
    'ua-add-person': AddPersonElement,
    'ua-people-files': PeopleFilesElement,
    'ua-bulk-bar': BulkBarElement,
    'ua-bulk-dialog': BulkDialogElement,
    'ua-leave-workspace': LeaveWorkspaceElement,
    'ua-member-card': MemberCardElement,
    'ua-member-actions': MemberActionsElement,
  },
  answers: CHANGE_ANSWERS,
};
