// How the invite card is drawn. Templates only: what happens is the element's matter.
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { WorkspaceId } from '../../shared/ids.ts';
import type { Decision } from '../../shared/policy/decision.ts';
import type { RoleKey } from '../../shared/policy/policy.ts';
import { actionStrings } from '../i18n/action-strings.ts';
import { invitePlaceStrings as placeStrings } from '../i18n/invite-place-strings.ts';
import { invitationStrings as strings } from '../i18n/invitation-strings.ts';
import { reasonText } from '../i18n/failure-strings.ts';
import { strings as general } from '../i18n/strings.ts';
import { may } from '../may.ts';
import type { Rights } from '../rights.ts';
import type { AddressesChangedEvent } from '../ui/address-box-changed.ts';
import { anyIcon } from '../ui/more-icons.ts';
import type { InviteCardElement } from './invite-card.ts';
import type { InvitePlacesElement } from './invite-places.ts';
import { renderReview } from './invite-review.ts';
import { roleBoxes } from './role-boxes.ts';

const valueOf = (event: Event): string => (event.target as HTMLInputElement).value;

/** The whole card, or the reason why the viewer cannot use it. */
export function renderInviteCard(
  card: InviteCardElement,
  rights: Rights,
  decision: Decision,
): TemplateResult {
  const reason = decision.allowed ? '' : reasonText(decision.reason);
  const isMany = rights.policy.rolesPerMember === 'many';
  return html`<section class="card" part="card" aria-labelledby="heading">
    <div class="card-head"><h2 part="heading" id="heading">${card.heading || strings.inviteHeading}</h2>${rights.policy.invitations.startsFolded === true ? renderFold(card) : nothing}</div>
    ${card.isReviewing ? renderReview(card, rights, card.form) : nothing}
    <form
      novalidate
      class=${isMany ? 'many' : nothing}
      id="form"
      ?hidden=${card.isReviewing || card.isFolded}
      @submit=${(event: Event) => (event.preventDefault(), void card.submit())}
    >
      ${reason === '' ? nothing : html`<p class="note">${anyIcon('lock')}<span>${reason}</span></p>`}
      <ua-address-box
        label=${strings.addressLabel}
        ?disabled=${card.sending > 0 || reason !== ''}
        @ua-addresses-changed=${(event: AddressesChangedEvent) => (card.count = event.count)}
      ></ua-address-box>
      ${reason === '' && isMany ? renderExtras(card, rights) : nothing}
      ${isMany ? renderRoles(card, rights) : renderRole(card, reason !== '')}
      ${reason === '' && rights.policy.workspaces === 'many' ? renderPlaces(card, rights) : nothing}
      ${reason === '' && !isMany ? renderExtras(card, rights) : nothing} ${renderButton(card, rights, reason)} ${renderState(card)} ${reason === '' ? renderNote(rights, card.roles) : nothing}
    </form>
    ${
      card.results.length === 0
        ? nothing
        : html`<ua-invite-results 
            .results=${card.results}
            .placeName=${(id: WorkspaceId) => card.placeName(id)}
            .isByHand=${!rights.viewer.hasMail} @close=${() => card.closeResults()}></ua-invite-results>`
    }
  </section>`;
}

/** The button that inviting begins with, and that puts it away again. */
function renderFold(card: InviteCardElement): TemplateResult {
  const { isFolded } = card;
  return html`<button
    type="button"
    id="fold"
    part="button" class="button ${isFolded ? 'primary' : 'quiet small'}"
    aria-expanded=${String(!isFolded)}
    aria-controls="form"
    ?hidden=${card.isReviewing || card.sending > 0}
    @click=${() => card.fold(!isFolded)}
  >
    ${isFolded ? html`${anyIcon('plus')}${strings.inviteOpen}` : actionStrings.close}
  </button>`;
}

function renderRole(card: InviteCardElement, isOff: boolean): TemplateResult {
  const chosen = card.roles[0] ?? card.choices.at(-1)?.role.key;
  return html`<div class="field role">
    <label class="label" for="role">${strings.inviteRole}</label>
    <select id="role" part="field" class="select" aria-describedby="role-description" ?disabled=${card.sending > 0 || isOff} @change=${(event: Event) => (card.roles = [valueOf(event)])}>
      ${card.choices.map(
        ({
          role,
          decision,
        }) => html`<option value=${role.key} .selected=${role.key === chosen} ?disabled=${!decision.allowed}>
          ${decision.allowed || isOff ? role.name : general.roleOption(role.name, reasonText(decision.reason))}
        </option>`,
      )}
    </select>
    <span id="role-description" class="help">${card.choices.find(({ role }) => role.key === chosen)?.role.description}</span>
  </div>`;
}

/** Several roles for one person: a box for each. */
function renderRoles(card: InviteCardElement, rights: Rights): TemplateResult {
  const { guidance, workspaces } = rights.policy;
  const isPlaced = workspaces === 'many';
  return html`<fieldset class="field roles">
    <legend class="label">${isPlaced ? placeStrings.rolesIn(rights.viewer.workspace.name) : strings.inviteRoles}</legend>
    ${guidance.includes('role-by-job') ? html`<p class="help">${placeStrings.adviseJob}</p>` : nothing}
    ${roleBoxes(
      card.choices.map(({ role, decision }) => ({
        ...role,
        reason: decision.allowed ? '' : reasonText(decision.reason),
      })),
      {
        chosen: card.roles,
        name: 'role',
        isMany: true,
        isOff: card.sending > 0,
        onChoose: (roles) => (card.roles = roles),
      },
    )}
  </fieldset>`;
}

/** The other workspaces. */
function renderPlaces(card: InviteCardElement, rights: Rights): TemplateResult {
  const isAdvised = card.places.length > 0 && rights.policy.guidance.includes('workspace-context');
  return html`<div class="field roles">
    <ua-invite-places
      .rights=${rights}
      .value=${card.places}
      .isOff=${card.sending > 0}
      @change=${(event: Event) => (card.places = (event.target as InvitePlacesElement).value)}
    ></ua-invite-places>
    ${isAdvised ? html`<p class="help">${placeStrings.advisePlace}</p>` : nothing}
  </div>`;
}

function renderButton(card: InviteCardElement, rights: Rights, reason: string): TemplateResult {
  const why = reason || card.obstacle;
  return html`<div class="submit">
    <button
      class="button primary"
      part="button button-primary submit"
      aria-disabled=${why !== '' || card.sending > 0 ? 'true' : nothing}
      aria-description=${why === '' ? nothing : why}
    >
      ${rights.policy.invitations.hasReview === true ? placeStrings.review(card.count.ready) : html`${anyIcon('send')}${strings.invite(card.count.ready)}`}
    </button>
  </div>`;
}

function renderExtras(card: InviteCardElement, rights: Rights): TemplateResult | typeof nothing {
  const { fields, isNameRequired: isRequired = false } = rights.policy.invitations;
  const hasMessage = fields.includes('message');
  const problem = card.nameProblem;
  if (!card.hasName && !hasMessage) return nothing;
  return html`<div class="extras">
    ${
      !card.hasName
        ? nothing
        : html`<div class="field">
          <label class="label" for="name">${isRequired ? placeStrings.name : strings.inviteName}${isRequired ? html` <span class="muted" aria-hidden="true">${placeStrings.required}</span>` : nothing}</label>
          <input id="name" part="field" class="input" autocomplete="off" aria-describedby=${problem === '' ? 'name-help' : 'name-error name-help'} aria-invalid=${problem === '' ? nothing : 'true'} ?required=${isRequired} .value=${card.name} ?disabled=${card.sending > 0} @input=${(event: Event) => (card.name = valueOf(event))} />
          ${problem === '' ? nothing : html`<p part="error" class="error" id="name-error" role="alert">${problem}</p>`}
          <span id="name-help" class="help">${isRequired ? placeStrings.nameHint : strings.inviteNameHint}</span>
        </div>`
    }
    ${!hasMessage ? nothing : renderMessage(card)}
  </div>`;
}

function renderMessage(card: InviteCardElement): TemplateResult {
  if (!card.isMessageOpen) {
    return html`<button type="button" part="link" class="link add" @click=${() => void card.openMessage()}>${anyIcon('plus')}${strings.addMessage}</button>`;
  }
  return html`<div class="field wide">
    <label class="label" for="message">${strings.inviteMessage}</label>
    <textarea id="message" part="field" class="input" rows="3" maxlength="2000" aria-describedby="message-help" .value=${card.message} ?disabled=${card.sending > 0} @input=${(event: Event) => (card.message = valueOf(event))}></textarea>
    <span id="message-help" class="help">${strings.inviteMessageHint}</span>
  </div>`;
}

/** What is going on, and what went wrong. */
function renderState(card: InviteCardElement): TemplateResult {
  // What is read out stands in a place of its own that is always there: one that appears with its text is often not read.
  const invited = card.results.filter(({ outcome }) => outcome === 'invited').length;
  const announced =
    card.sending > 0
      ? strings.inviting(card.sending)
      : card.results.length > 0
        ? strings.resultsOf(invited, card.results.length - invited)
        : '';
  return html`<p class="visually-hidden" role="status">${announced}</p>
  <div class="state">
    <div class="progress">
      ${card.sending === 0 ? nothing : renderProgress(card)}
      ${
        card.sending === 0 && card.count.ready > 0 && card.count.attention > 0
          ? html`<span class="muted">${strings.inviteKeeps(card.count.attention)}</span>`
          : nothing
      }
    </div>
    ${card.sending === 0 ? nothing : html`<button type="button" part="button" class="button small" @click=${() => card.stopSending()}>${general.cancel}</button>`}
    <p part="error" class="error" role="alert">${card.notice?.()}</p>
  </div>`;
}

/** How the invitation reaches people, which without a mail server is by hand. */
function renderNote(rights: Rights, roles: readonly RoleKey[]): TemplateResult {
  const { hasMail, invitationHours, workspace } = rights.viewer;
  const hours = strings.hours(invitationHours);
  if (hasMail)
    return html`<p class="note quiet">${anyIcon('mail')}<span>${strings.withMail(hours)}</span></p>`;
  const mayCopy = may(rights, 'invitation.link', { invitation: { workspace: workspace.id, roles } }).allowed;
  return html`<p class="note">${anyIcon('link')}<span>${mayCopy ? strings.withoutMail(hours) : strings.withoutMailOrLinks}</span></p>`;
}

/** How far a long list is; of a short one only that it is on its way. */
function renderProgress({ sending, sent }: InviteCardElement): TemplateResult {
  const text = sent === 0 ? strings.inviting(sending) : strings.invitingRest(sent, sending);
  return html`<progress part="progress" max=${sending} value=${sent === 0 ? nothing : sent} aria-label=${text}></progress><span>${text}</span>`;
}
