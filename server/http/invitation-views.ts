// What the pages of an invitation say. Words and markup; decides nothing.
import { html } from 'hono/html';
import type { Language } from '../../shared/accounts/account.ts';
import type { InvitationPeek, InvitedPlace } from '../invitations/peek.ts';
import { listed } from '../mail/words.ts';
import type { SealedForm } from './page-forms.ts';
import { hidden } from './page-forms.ts';
import type { Piece } from './page-frame.ts';
import { address, initial, moment, page, sentences } from './page-frame.ts';
import { wordsIn } from './words/words.ts';

/** A look at an invitation: in which language, with which form, and where one can go from it. */
export interface InvitationLook {
  readonly language: Language;
  readonly form: SealedForm;
  /** The page to sign in, which leads back here. */
  readonly signInPath: string;
  readonly appUrl: string | null;
}

/** The pending invitation, with what this visitor can do about it. */
export function invitationView(peek: InvitationPeek, look: InvitationLook): Piece {
  const { workspace, others, invitedBy, email, roles, expiresAt, message } = peek;
  const { language } = look;
  const words = wordsIn(language).invitation;
  const isOpen = peek.visitor.is === 'invitee' || (peek.visitor.is === 'nobody' && !peek.hasAccount);
  const inviter = invitedBy && html`<bdi>${invitedBy.name}</bdi>`;
  const names = listed([workspace.name, ...others.map((other) => other.workspace.name)], language);
  return page({
    language,
    title: words.invited(invitedBy && invitedBy.name, names),
    mark: initial(workspace.name),
    content: html`<h1>${words.invited(inviter, html`<bdi>${names}</bdi>`)}</h1>
<p class="quiet">${words.nothingYet}</p>
${message === '' ? '' : html`<blockquote dir="auto">${message}</blockquote>`}
<dl>
<div><dt>${words.for}</dt><dd>${address(email)}</dd></div>
${others.length === 0 ? rolesOf(roles, words.role) : [peek, ...others].map((place) => rolesOf(place.roles, html`<bdi>${place.workspace.name}</bdi>`))}
<div><dt>${words.until}</dt><dd>${moment(expiresAt, language)}</dd></div>
</dl>
${isOpen ? '' : notice(peek, language)}
${isOpen ? actions(look, true) : closedActions(peek, look)}`,
  });
}

/** What somebody will be, under what names the place. */
function rolesOf(roles: InvitedPlace['roles'], label: Piece | string) {
  return roles.map(
    ({ name, description }) =>
      html`<div><dt>${label}</dt><dd><strong><bdi>${name}</bdi></strong><span><bdi>${description}</bdi></span></dd></div>`,
  );
}

function notice({ visitor, email }: InvitationPeek, language: Language): Piece {
  const words = wordsIn(language).invitation;
  const signedIn = visitor.email === null ? words.somebody : address(visitor.email);
  return html`<p class="notice">${visitor.is === 'other' ? words.signedInAs(signedIn, address(email)) : words.hasAccount(address(email))}</p>`;
}

function closedActions({ visitor }: InvitationPeek, look: InvitationLook): Piece {
  const { form, language, signInPath, appUrl } = look;
  const words = wordsIn(language).invitation;
  if (visitor.is !== 'other')
    return html`<p class="actions"><a class="button" href="${signInPath}">${words.signInToAccept}</a></p>
${actions(look, false)}`;
  return html`<form class="actions" method="post" action="${form.path}/sign-out">
${hidden(form.fields)}
<button class="button" type="submit">${words.signOutAndGoOn}</button>
</form>
${appUrl === null ? '' : html`<p class="actions"><a class="button plain" href="${appUrl}">${words.stay}</a></p>`}`;
}

function actions({ form: { path, fields }, language }: InvitationLook, canAccept: boolean): Piece {
  const words = wordsIn(language).invitation;
  return html`<form class="actions" method="post" action="${path}/accept">
${hidden(fields)}
${canAccept ? html`<button class="button" type="submit">${words.accept}</button>` : ''}
<button class="button plain" type="submit" formaction="${path}/decline">${words.decline}</button>
</form>`;
}

/** Who accepted is in. @param passwordPath - Where a first password can be set; null where there is none to set. */
export function acceptedView(
  language: Language,
  workspace: string,
  { appUrl, passwordPath }: { readonly appUrl: string | null; readonly passwordPath: string | null },
): Piece {
  const { invitation, common } = wordsIn(language);
  return page({
    language,
    title: invitation.welcome(workspace),
    mark: '✓',
    content: html`<h1>${invitation.welcome(html`<bdi>${workspace}</bdi>`)}</h1>
<p class="quiet">${sentences(language, invitation.joined, passwordPath === null ? '' : invitation.setPasswordHint)}</p>
${appUrl === null && passwordPath === null ? html`<p>${common.canClose}</p>` : ''}
<p class="actions">${appUrl === null ? '' : html`<a class="button" href="${appUrl}">${common.continue}</a>`}
${passwordPath === null ? '' : html`<a class="button plain" href="${passwordPath}">${invitation.setPassword}</a>`}</p>`,
  });
}

/** Who declined is left alone. */
export function declinedView(language: Language, workspace: string): Piece {
  const { invitation } = wordsIn(language);
  return page({
    language,
    title: invitation.declinedTitle,
    mark: '–',
    content: html`<h1>${invitation.declinedTitle}</h1>
<p class="quiet">${invitation.declined(html`<bdi>${workspace}</bdi>`)}</p>`,
  });
}
