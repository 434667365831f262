// The room of the trail: its elements; all they ask for are calls by path. Loaded when the view is shown.
import { html } from 'lit';
import { ExportDialogElement } from '../files/export-dialog.ts';
import { PersonPickerElement } from '../person/person-picker.ts';
import type { Room } from '../room.ts';
import { DialogElement } from '../ui/dialog.ts';
import { AuditFilterElement } from './audit-filter.ts';
import { AuditViewElement } from './audit-view.ts';
import { TrailCheckElement } from './trail-check.ts';

/** What happened here. */
export const AUDIT_ROOM: Room = {
  elements: {
    'ua-dialog': DialogElement,
    'ua-person-picker': PersonPickerElement,
    'ua-export-dialog': ExportDialogElement,
    'ua-trail-check': TrailCheckElement,
    'ua-audit-filter': AuditFilterElement,
    'ua-audit-view': AuditViewElement,
  },
  answers: {},
  views: {
    audit: ({ rights, person, revisions }) =>
      html`<ua-audit-view .rights=${rights} .person=${person} .revision=${revisions.members + revisions.invitations + revisions.permissions + revisions.viewer}></ua-audit-view>`,
  },
};
