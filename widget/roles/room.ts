// The room of roles that a workspace makes for itself: its elements. Loaded with the permissions, where the policy lets it make some.
import type { Room } from '../room.ts';
import { ConfirmElement } from '../ui/confirm.ts';
import { DialogElement } from '../ui/dialog.ts';
import { MenuElement } from '../ui/menu.ts';
import { RoleDeskElement } from './role-desk.ts';
import { RoleEditorElement } from './role-editor.ts';
import { RoleRemovalElement } from './role-removal.ts';

/** The matrix as it is edited, and the dialogs of its roles. */
export const ROLE_ROOM: Room = {
  elements: {
    'ua-dialog': DialogElement,
    'ua-confirm': ConfirmElement,
    'ua-menu': MenuElement,
    'ua-role-desk': RoleDeskElement,
    'ua-role-editor': RoleEditorElement,
    'ua-role-removal': RoleRemovalElement,
  },
  answers: {},
};
