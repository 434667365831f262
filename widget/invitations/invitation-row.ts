// How the table of invitations is drawn. Templates only: what happens is the list's matter.
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { DeliveryState, Invitation } from '../../shared/invitations/invitation.ts';
import { needsFollowUp } from '../../shared/invitations/invitation.ts';
import type { Decision } from '../../shared/policy/decision.ts';
import { formatMoment, formatRelative } from '../i18n/format.ts';
import { DELIVERY_TEXTS, invitationStrings as strings } from '../i18n/invitation-strings.ts';
import { reasonText } from '../i18n/failure-strings.ts';
import { strings as shared } from '../i18n/strings.ts';
import { may } from '../may.ts';
import type { Rights } from '../rights.ts';
import { held } from '../ui/held.ts';
import type { AnyIconName } from '../ui/more-icons.ts';
import { anyIcon } from '../ui/more-icons.ts';
import type { InvitationListElement } from './invitation-list.ts';

const DELIVERY_LOOKS: Readonly<Record<DeliveryState, { readonly icon: AnyIconName; readonly tone: string }>> =
  {
    none: { icon: 'link', tone: '' },
    queued: { icon: 'clock', tone: '' },
    sent: { icon: 'check', tone: 'success' },
    failed: { icon: 'alert', tone: 'danger' },
  };

/** The table: explicit roles, because as cards on a narrow screen its parts are no longer laid out as a table. */
export function renderInvitations(
  list: InvitationListElement,
  rows: readonly Invitation[],
  rights: Rights,
  now: number,
): TemplateResult {
  const head = [
    strings.columnAddress,
    strings.columnRole,
    strings.columnInvitedBy,
    strings.columnExpiry,
    strings.columnDelivery,
  ];
  return html`<table part="table" role="table" aria-labelledby="heading">
    <thead role="rowgroup">
      <tr role="row" class="head">
        ${head.map((text) => html`<th part="column" role="columnheader" scope="col">${text}</th>`)}
        <th part="column" role="columnheader" scope="col"><span class="visually-hidden">${strings.columnActions}</span></th>
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${repeat(
        rows,
        ({ id }) => id,
        (row) => renderRow(list, row, rights, now),
      )}
    </tbody>
  </table>`;
}

function renderRow(
  list: InvitationListElement,
  invitation: Invitation,
  rights: Rights,
  now: number,
): TemplateResult {
  const { id, email, name, roles, invitedBy } = invitation;
  const link = list.links.get(id);
  const by = strings.invitedBy(invitedBy?.name ?? strings.unknownInviter);
  return html`<tr role="row" class="row" part="row" aria-busy=${list.pending.has(id) ? 'true' : 'false'}>
    <th part="column" role="rowheader" scope="row" class="who">
      <input
        type="checkbox"
        class="pick"
        aria-label=${strings.choose(email)}
        .checked=${held(list.several.has(invitation))}
        @change=${({ target }: Event) => list.several.set(invitation, (target as HTMLInputElement).checked)}
      />
      <span class="email" title=${email}>${breakable(email)}</span>
      <span class="muted sub" title=${name === '' ? by : [name, by].join(shared.comma)}>${isOver(invitation, now) ? nothing : html`<span class="name">${name === '' ? strings.pending : strings.pendingBefore}</span>`}${name === '' ? nothing : html`<span class="name">${name}</span>`}<span class="by-line">${by}</span></span>
      ${
        link === undefined
          ? nothing
          : html`<input part="field" class="input" readonly data-link=${id} aria-label=${strings.linkOf(email)} .value=${link} @focus=${(event: Event) => (event.target as HTMLInputElement).select()} />`
      }
    </th>
    <td part="cell" role="cell" class="roles"><span part="badge" class="badge">${roles.map((role) => rights.roleName(role)).join(shared.comma)}</span></td>
    <td part="cell" role="cell" class="by muted"><span class="tag">${strings.columnInvitedBy}</span> ${invitedBy?.name ?? strings.unknownInviter}</td>
    <td part="cell" role="cell" class="expiry">${renderExpiry(invitation, now)}</td>
    <td part="cell" role="cell" class="delivery">${renderDelivery(invitation)}</td>
    <td part="cell" role="cell" class="actions">${renderActions(list, invitation, rights, now)}</td>
  </tr>`;
}

/** An address that breaks after its @ where the line is too short, and within its halves only where it has to. */
function breakable(email: string): TemplateResult {
  const at = email.lastIndexOf('@') + 1;
  return html`<span class="half">${email.slice(0, at)}</span><span class="half">${email.slice(at)}</span>`;
}

const isOver = ({ state, expiresAt }: Invitation, now: number): boolean =>
  state === 'expired' || now >= expiresAt;
const whyNot = (decision: Decision): string => (decision.allowed ? '' : reasonText(decision.reason));

function renderExpiry(invitation: Invitation, now: number): TemplateResult {
  const { expiresAt } = invitation;
  const moment = formatMoment(expiresAt);
  if (isOver(invitation, now))
    return html`<time class="badge warning" datetime=${new Date(expiresAt).toISOString()} title=${moment}>${anyIcon('clock')}${strings.expired}</time>`;
  const followUp = needsFollowUp(invitation, now)
    ? html`<span part="badge" class="badge warning" title=${strings.waitingSince(formatRelative(invitation.createdAt, now))}>${anyIcon('clock')}${strings.followUp}</span> `
    : nothing;
  return html`${followUp}<span class="tag muted">${strings.columnExpiry}</span> <time datetime=${new Date(expiresAt).toISOString()} title=${moment}>${formatRelative(expiresAt, now)}</time>`;
}

function renderDelivery({ delivery, deliveryError }: Invitation): TemplateResult {
  const look = DELIVERY_LOOKS[delivery];
  return html`<span part="badge" class="badge ${look.tone}">${anyIcon(look.icon)}${DELIVERY_TEXTS[delivery]}</span>
    ${delivery === 'failed' && deliveryError !== null ? html`<span class="reason">${deliveryError}</span>` : nothing}`;
}

function renderActions(
  list: InvitationListElement,
  invitation: Invitation,
  rights: Rights,
  now: number,
): TemplateResult {
  const { email, roles } = invitation;
  const target = { invitation: { workspace: rights.viewer.workspace.id, roles } };
  const isBusy = list.pending.has(invitation.id);
  const off = (action: 'invitation.resend' | 'invitation.link' | 'invitation.revoke') =>
    whyNot(may(rights, action, target));
  const button = (
    text: string,
    name: string,
    reason: string,
    run: () => void,
    isFirst = false,
  ) => html`<button
    type="button"
    part="button button-quiet" class="button quiet small"
    aria-label=${name}
    ?data-first=${isFirst}
    aria-disabled=${reason === '' && !isBusy ? nothing : 'true'}
    aria-description=${reason === '' ? nothing : reason}
    @click=${() => reason === '' && !isBusy && run()}
  >
    ${text}
  </button>`;
  return html`<span class="buttons">
    ${button(strings.resend, strings.resendTo(email), off('invitation.resend'), () => void list.resendInvitation(invitation), true)}
    ${button(strings.copyLink, strings.copyLinkOf(email), off('invitation.link') || (isOver(invitation, now) ? strings.linkExpired : ''), () => void list.copyLink(invitation))}
    ${button(strings.revoke, strings.revokeFor(email), off('invitation.revoke'), () => (list.revoking = invitation))}
    <button type="button" part="button button-quiet" class="button quiet small icon" aria-label=${strings.troubleWith(email)} title=${strings.trouble} @click=${() => void list.findTrouble(email)}>${anyIcon('help')}</button>
  </span>`;
}
