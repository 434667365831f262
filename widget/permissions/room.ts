// The room of permissions: its elements and the answers to their intents. Loaded when the view is shown.
import type { Room } from '../room.ts';
import { DialogElement } from '../ui/dialog.ts';
import { ConfirmElement } from '../ui/confirm.ts';
import { PERMISSION_ANSWERS } from './answers.ts';
import { CapabilityMatrixElement } from './capability-matrix.ts';
import { GrantEditorElement } from './grant-editor.ts';
import { PermissionsViewElement } from './permissions-view.ts';

/** What the lower roles may do, and what each role can do at all. */
export const PERMISSION_ROOM: Room = {
  elements: {
    'ua-dialog': DialogElement,
    'ua-confirm': ConfirmElement,
    'ua-grant-editor': GrantEditorElement,
    'ua-capability-matrix': CapabilityMatrixElement,
    'ua-permissions-view': PermissionsViewElement,
  },
  answers: PERMISSION_ANSWERS,
};
