// What is about to be sent, once more: who, into which workspaces, as what. Template and look only.
import { css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { parseAddressList } from '../../shared/emails/address-list.ts';
import { invitePlaceStrings as strings } from '../i18n/invite-place-strings.ts';
import { strings as general } from '../i18n/strings.ts';
import type { Rights } from '../rights.ts';
import { inWords } from '../role-words.ts';
import { anyIcon } from '../ui/more-icons.ts';
import type { InviteCardElement } from './invite-card.ts';
import type { InvitationForm } from './intents.ts';

/** How many people are listed by name. */
const SHOWN = 50;

/** The look before sending. Nothing has been sent while it is shown. */
export function renderReview(card: InviteCardElement, rights: Rights, form: InvitationForm): TemplateResult {
  const people = parseAddressList(form.addresses).entries;
  const isBusy = card.sending > 0;
  return html`<section class="review" aria-labelledby="review">
    <h3 id="review" tabindex="-1">${strings.reviewHeading}</h3>
    <p>${strings.reviewWho(people.length)}</p>
    <ul class="review-who">
      ${people
        .slice(0, SHOWN)
        .map(
          ({ email, text, name = form.name ?? '' }) =>
            html`<li>${name === '' ? nothing : html`<strong>${name}</strong>`} <bdi>${email ?? text}</bdi></li>`,
        )}
      ${people.length > SHOWN ? html`<li>${strings.reviewMore(people.length - SHOWN)}</li>` : nothing}
    </ul>
    <h4>${strings.reviewRoles}</h4>
    <ul class="review-where">
      ${placesOf(card, rights).map(([place, roles]) => html`<li><span><bdi>${place}</bdi>: </span>${roles.join(general.comma)}</li>`)}
    </ul>
    ${form.message === undefined ? nothing : html`<h4>${strings.reviewMessage}</h4><blockquote dir="auto">${form.message}</blockquote>`}
    <div class="actions">
      <button type="button" part="button" class="button" ?disabled=${isBusy} @click=${() => void card.leaveReview()}>${strings.back}</button>
      <button type="button" class="button primary" part="button button-primary submit" aria-disabled=${isBusy ? 'true' : nothing} @click=${() => void card.sendInvitations()}>
        ${anyIcon('send')}${strings.send(people.length)}
      </button>
      ${isBusy ? html`<button type="button" part="button" class="button" @click=${() => card.stopSending()}>${general.cancel}</button>` : nothing}
    </div>
  </section>`;
}

function placesOf(card: InviteCardElement, rights: Rights): (readonly [string, readonly string[]])[] {
  const named = card.places.map(({ place, roles }) => {
    const chosen = place.roles.filter(({ key }) => roles.includes(key));
    return [place.name, inWords(chosen, rights.viewer).map(({ name }) => name)] as const;
  });
  return [[rights.viewer.workspace.name, card.roles.map((key) => rights.roleName(key))], ...named];
}

/** The look of it. */
export const reviewStyles = css`
  .review {
    display: grid;
    gap: 8px;
    padding: var(--_snug) var(--_space) var(--_space);
  }
  .review h3,
  .review h4 {
    font-size: var(--_font-size);
  }
  .review h4 {
    margin: 6px 0 0;
    font-size: var(--_small);
    color: var(--_muted);
  }
  .review h3:focus-visible {
    outline: none;
  }
  .review-who,
  .review-where {
    display: grid;
    gap: 4px;
    max-block-size: 220px;
    overflow: auto;
    overflow-wrap: anywhere;
  }
  .review-who li,
  .review-where span {
    unicode-bidi: isolate;
  }
  .review-who bdi,
  .review-where span {
    color: var(--_muted);
  }
  blockquote {
    margin: 0;
    padding-inline-start: var(--_snug);
    border-inline-start: 3px solid var(--_line);
    white-space: pre-line;
    overflow-wrap: anywhere;
  }
  .review .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    padding-block-start: 8px;
  }
`;
