// The room of a person's page and of what is found about people: its elements; all they ask for are calls by path. Loaded when somebody is looked at closely.
import { html } from 'lit';
import type { Room } from '../room.ts';
import { DiagnosisElement } from './diagnosis.ts';
import { DiagnosisDialogElement } from './diagnosis-dialog.ts';
import { MemberPageElement } from './member-page.ts';
import { MemberTrailElement } from './member-trail.ts';

/** The page of one person. */
export const PAGE_ROOM: Room = {
  elements: {
    'ua-diagnosis': DiagnosisElement,
    'ua-diagnosis-dialog': DiagnosisDialogElement,
    'ua-member-trail': MemberTrailElement,
    'ua-member-page': MemberPageElement,
  },
  answers: {},
  views: {
    member: ({ rights, person, revisions: { members, viewer } }) =>
      html`<ua-member-page .rights=${rights} .person=${person} .revision=${members + viewer}></ua-member-page>`,
  },
};
