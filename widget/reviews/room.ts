// The room of access reviews: its elements; all they ask for are calls by path. Loaded when the view is shown.
import { html } from 'lit';
import { ExportDialogElement } from '../files/export-dialog.ts';
import type { Room } from '../room.ts';
import { ConfirmElement } from '../ui/confirm.ts';
import { DialogElement } from '../ui/dialog.ts';
import { ReviewFormElement } from './review-form.ts';
import { ReviewListElement } from './review-list.ts';
import { ReviewPageElement } from './review-page.ts';
import { ReviewsViewElement } from './reviews-view.ts';

/** Going through who has access. */
export const REVIEW_ROOM: Room = {
  elements: {
    'ua-dialog': DialogElement,
    'ua-confirm': ConfirmElement,
    'ua-export-dialog': ExportDialogElement,
    'ua-review-form': ReviewFormElement,
    'ua-review-list': ReviewListElement,
    'ua-review-page': ReviewPageElement,
    'ua-reviews-view': ReviewsViewElement,
  },
  answers: {},
  views: {
    reviews: ({ rights, revisions }) =>
      html`<ua-reviews-view .rights=${rights} .revision=${revisions.viewer}></ua-reviews-view>`,
  },
};
