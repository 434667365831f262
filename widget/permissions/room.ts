// The room of permissions: its elements; all they ask for are calls by path. Loaded when the view is shown.
import { html } from 'lit';
import { askBeforeLeaving } from '../frame/leave.ts';
import type { Room } from '../room.ts';
import { DialogElement } from '../ui/dialog.ts';
import { ConfirmElement } from '../ui/confirm.ts';
import { CapabilityMatrixElement } from './capability-matrix.ts';
import { DatabaseDriftElement } from './database-drift.ts';
import { GrantEditorElement } from './grant-editor.ts';
import { RolePreviewElement } from './role-preview.ts';
import { PermissionsViewElement } from './permissions-view.ts';

/** What the lower roles may do, and what each role can do at all. */
export const PERMISSION_ROOM: Room = {
  elements: {
    'ua-dialog': DialogElement,
    'ua-confirm': ConfirmElement,
    'ua-database-drift': DatabaseDriftElement,
    'ua-grant-editor': GrantEditorElement,
    'ua-capability-matrix': CapabilityMatrixElement,
    'ua-role-preview': RolePreviewElement,
    'ua-permissions-view': PermissionsViewElement,
  },
  answers: {},
  begin: askBeforeLeaving,
  views: {
    permissions: ({ rights, revisions }) =>
      html`<ua-permissions-view .rights=${rights} .revision=${revisions.permissions}></ua-permissions-view>`,
  },
};
