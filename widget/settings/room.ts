// The room of settings: its elements; all they ask for are calls by path. Loaded when the view is shown.
import { html } from 'lit';
import { askBeforeLeaving } from '../frame/leave.ts';
import type { Room } from '../room.ts';
import { ConfirmElement } from '../ui/confirm.ts';
import { DialogElement } from '../ui/dialog.ts';
import { DomainsElement } from './domains.ts';
import { ExternalElement } from './external.ts';
import { SigningKeysElement } from './keys.ts';
import { MailSettingsElement } from './mail.ts';
import { ProviderFormElement } from './provider-form.ts';
import { ProviderTestElement } from './provider-test.ts';
import { ProvidersElement } from './providers.ts';
import { SessionLimitsElement } from './session-limits.ts';
import { SettingsViewElement } from './settings-view.ts';
import { SignOnElement } from './sign-on.ts';

/** How people sign in, and what holds for the whole deployment. */
export const SETTINGS_ROOM: Room = {
  elements: {
    'ua-dialog': DialogElement,
    'ua-confirm': ConfirmElement,
    'ua-provider-form': ProviderFormElement,
    'ua-provider-test': ProviderTestElement,
    'ua-providers': ProvidersElement,
    'ua-domains': DomainsElement,
    'ua-external': ExternalElement,
    'ua-sign-on': SignOnElement,
    'ua-mail-settings': MailSettingsElement,
    'ua-session-limits': SessionLimitsElement,
    'ua-signing-keys': SigningKeysElement,
    'ua-settings-view': SettingsViewElement,
  },
  answers: {},
  begin: askBeforeLeaving,
  views: {
    settings: ({ rights, endpoint, revisions }) =>
      html`<ua-settings-view .rights=${rights} .endpoint=${endpoint} .revision=${revisions.viewer}></ua-settings-view>`,
  },
};
