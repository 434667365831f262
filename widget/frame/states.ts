// The templates of <user-admin> while there is no view to show: loading, failed, offline, forbidden, not set up.
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Viewer } from '../../shared/workspaces/workspace.ts';
import { SHUT_OUT } from '../controllers/session.ts';
import type { Failure } from '../failure.ts';
import { failureStrings, reasonText } from '../i18n/failure-strings.ts';
import { strings } from '../i18n/strings.ts';
import type { IconName } from '../ui/icon.ts';
import { icon } from '../ui/icon.ts';
import { skeleton } from '../ui/skeleton.ts';

/** Grey lines while something is on its way. */
export function loadingCard(): TemplateResult {
  return html`<div part="card" class="card" aria-busy="true">
    <span class="visually-hidden" role="status">${failureStrings.loading}</span>${skeleton(7)}
  </div>`;
}

/** That the page has not said where its users are managed. */
export function misconfiguredBanner(): TemplateResult {
  return html`<p part="banner" class="banner">${icon('alert')}${failureStrings.misconfigured}</p>`;
}

/** That the viewer may see nothing here, with the way to where else they belong once its code is there. */
export function forbiddenCard(viewer: Viewer, hasPlaces: boolean): TemplateResult {
  return card(
    'lock',
    strings.forbiddenHeading,
    html`${strings.forbiddenText}<slot name="forbidden" slot="actions"></slot>${hasPlaces ? html`<ua-workspace-doors slot="actions" .viewer=${viewer}></ua-workspace-doors>` : nothing}`,
  );
}

/** What says who is looking. */
export interface Identified {
  readonly endpoint: string;
  readonly workspace: string;
  readonly token: unknown;
}

/** Why nothing could be loaded, and the way to try again; to whoever is not signed in, the way to sign in. */
export function failedCard({ code }: Failure, onRetry: () => void, who: Identified): TemplateResult {
  const signInHref = signInAddress(who);
  if (code === 'not_signed_in' && signInHref !== undefined)
    return card(
      'lock',
      reasonText(code),
      html`<a slot="actions" part="button" class="button" href=${signInHref}>${strings.signIn}</a>`,
    );
  const retry = html`${reasonText(code)}
    <button slot="actions" type="button" part="button" class="button" @click=${onRetry}>${failureStrings.retry}</button>`;
  if (code === 'offline') return card('offline', strings.offlineHeading, retry);
  return SHUT_OUT.has(code)
    ? card('lock', strings.forbiddenHeading, retry)
    : card('alert', failureStrings.failedHeading, retry);
}

/** Where the server itself lets people sign in; undefined where the page vouches for them. */
function signInAddress({ endpoint, workspace, token }: Identified): string | undefined {
  if (token !== undefined || endpoint === '') return undefined;
  const query = new URLSearchParams({ to: location.href });
  if (workspace !== '') query.set('workspace', workspace);
  return `${endpoint.replace(/\/+$/, '')}/sign-in?${query}`;
}

function card(name: IconName, heading: string, content: TemplateResult): TemplateResult {
  return html`<div part="card" class="card"><ua-empty-state part="empty" level="2" icon=${name} heading=${heading}>${content}</ua-empty-state></div>`;
}
