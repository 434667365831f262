// How the head of the list of invitations is drawn: its name, how many there are, and how to unfold it. Templates only.
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { InvitationPage } from '../../shared/invitations/invitation.ts';
import { needsFollowUp } from '../../shared/invitations/invitation.ts';
import { DELIVERY_TEXTS, invitationStrings as strings } from '../i18n/invitation-strings.ts';
import { anyIcon } from '../ui/more-icons.ts';
import type { InvitationListElement } from './invitation-list.ts';

/** The head; a button where the list folds and holds anything. */
export function renderInvitationHead(
  list: InvitationListElement,
  page: InvitationPage | undefined,
): TemplateResult {
  const { folds, isOpen } = list;
  if (!folds || page === undefined || page.total === 0) {
    const isEmpty = page?.total === 0;
    return html`<div class="card-head">
      <h2 part="heading" id="heading" tabindex="-1">${strings.pendingHeading}</h2>
      ${page === undefined || (isEmpty && !folds) ? nothing : html`<span class="muted">${isEmpty ? strings.noneOpen : strings.pendingCount(page.total)}</span>`}
    </div>`;
  }
  const hasFailed = page.rows.some(({ delivery }) => delivery === 'failed');
  const waiting = page.rows.filter((row) => needsFollowUp(row, list.now())).length;
  return html`<div class="card-head folding">
    <h2 part="heading" id="heading" tabindex="-1">
      <button type="button" class="fold" aria-expanded=${String(isOpen)} aria-controls="rows" aria-describedby="count" @click=${() => (list.isOpen = !isOpen)}>${strings.pendingHeading}</button>
    </h2>
    <span class="muted" id="count">${strings.pendingCount(page.total)}</span>
    ${hasFailed && !isOpen ? html`<span part="badge" class="badge danger">${anyIcon('alert')}${DELIVERY_TEXTS.failed}</span>` : nothing}
    ${waiting > 0 && !isOpen ? html`<span part="badge" class="badge warning">${anyIcon('clock')}${strings.toFollowUp(waiting)}</span>` : nothing}
    <span class="show" aria-hidden="true">${isOpen ? strings.hideRows : strings.showRows}${anyIcon('chevron')}</span>
  </div>`;
}
