// The room of accounts: its elements and the answers to their intents; the rest they ask for are calls by path. Loaded when the view is shown.
import { html } from 'lit';
import type { Room } from '../room.ts';
import { ConfirmElement } from '../ui/confirm.ts';
import { DialogElement } from '../ui/dialog.ts';
import { AccountViewElement } from './account-view.ts';
import { ACCOUNT_ANSWERS } from './answers.ts';
import { ConnectionsElement } from './connections.ts';
import { EmailFormElement } from './email-form.ts';
import { NewPasswordElement } from './new-password.ts';
import { OwnHistoryElement } from './own-history.ts';
import { OwnSessionsElement } from './own-sessions.ts';
import { PasswordFormElement } from './password-form.ts';
import { ProfileFormElement } from './profile-form.ts';
import { SessionListElement } from './session-list.ts';
import { StepUpElement } from './step-up.ts';

/** The viewer's own account. */
export const ACCOUNT_ROOM: Room = {
  elements: {
    'ua-dialog': DialogElement,
    'ua-confirm': ConfirmElement,
    'ua-new-password': NewPasswordElement,
    'ua-session-list': SessionListElement,
    'ua-profile-form': ProfileFormElement,
    'ua-email-form': EmailFormElement,
    'ua-password-form': PasswordFormElement,
    'ua-connections': ConnectionsElement,
    'ua-own-sessions': OwnSessionsElement,
    'ua-own-history': OwnHistoryElement,
    'ua-step-up': StepUpElement,
    'ua-account-view': AccountViewElement,
  },
  answers: ACCOUNT_ANSWERS,
  views: {
    account: ({ rights, endpoint, revisions }) =>
      html`<ua-account-view .rights=${rights} .endpoint=${endpoint} .revision=${revisions.viewer}></ua-account-view>`,
  },
};
