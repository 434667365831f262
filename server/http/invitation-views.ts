// What the pages of an invitation say. Words and markup; decides nothing.
import { html } from 'hono/html';
import type { ErrorCode } from '../../shared/errors.ts';
import { ERRORS } from '../../shared/errors.ts';
import type { InvitationPeek } from '../invitations/peek.ts';
import type { Piece } from './page-frame.ts';
import { page } from './page-frame.ts';

/** The form of an answer: where it goes, and what proves that it comes from this page. */
export interface AnswerForm {
  readonly path: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** The pending invitation, with what this visitor can do about it. */
export function invitationView(peek: InvitationPeek, form: AnswerForm, appUrl: string | null): Piece {
  const { workspace, invitedBy, email, roles, expiresAt, message } = peek;
  const title =
    invitedBy === null
      ? `You are invited to ${workspace.name}`
      : `${invitedBy.name} invited you to ${workspace.name}`;
  const isOpen = peek.visitor.is === 'invitee' || (peek.visitor.is === 'nobody' && !peek.hasAccount);
  return page(
    title,
    initial(workspace.name),
    html`<h1>${invitedBy === null ? 'You are invited' : html`<bdi>${invitedBy.name}</bdi> invited you`} to <bdi>${workspace.name}</bdi></h1>
<p class="quiet">Nothing happens until you accept.</p>
${message === '' ? '' : html`<blockquote>${message}</blockquote>`}
<dl>
<div><dt>For</dt><dd>${address(email)}</dd></div>
${roles.map(({ name, description }) => html`<div><dt>Role</dt><dd><strong>${name}</strong><span>${description}</span></dd></div>`)}
<div><dt>Until</dt><dd>${moment(expiresAt)}</dd></div>
</dl>
${isOpen ? '' : notice(peek)}
${isOpen ? actions(form, true) : closedActions(peek, form, appUrl)}`,
  );
}

function notice({ visitor, email }: InvitationPeek): Piece {
  return visitor.is === 'other'
    ? html`<p class="notice">You are signed in as ${visitor.email === null ? 'somebody else' : address(visitor.email)}. This invitation is for ${address(email)}.</p>`
    : html`<p class="notice">${address(email)} already has an account. Sign in to it, then open the link again.</p>`;
}

function closedActions({ visitor }: InvitationPeek, form: AnswerForm, appUrl: string | null): Piece {
  const toApp =
    appUrl === null
      ? ''
      : html`<p class="actions"><a class="button ${visitor.is === 'other' ? 'plain' : ''}" href="${appUrl}">${visitor.is === 'other' ? 'Continue as you are' : 'Sign in'}</a></p>`;
  return visitor.is === 'other' ? html`${signOut(form)}${toApp}` : html`${toApp}${actions(form, false)}`;
}

function signOut({ path, fields }: AnswerForm): Piece {
  return html`<form class="actions" method="post" action="${path}/sign-out">
${hidden(fields)}
<button class="button" type="submit">Sign out and go on</button>
</form>`;
}

function hidden(fields: AnswerForm['fields']): Piece[] {
  return Object.entries(fields).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  );
}

function actions({ path, fields }: AnswerForm, canAccept: boolean): Piece {
  return html`<form class="actions" method="post" action="${path}/accept">
${hidden(fields)}
${canAccept ? html`<button class="button" type="submit">Accept invitation</button>` : ''}
<button class="button plain" type="submit" formaction="${path}/decline">Decline</button>
</form>`;
}

/** Who accepted is in. */
export function acceptedView(workspace: string, appUrl: string | null): Piece {
  return page(
    `Welcome to ${workspace}`,
    '✓',
    html`<h1>Welcome to <bdi>${workspace}</bdi></h1>
<p class="quiet">You have joined. Your access works from now on.</p>
${appUrl === null ? html`<p>You can close this page.</p>` : html`<p class="actions"><a class="button" href="${appUrl}">Continue</a></p>`}`,
  );
}

/** Who declined is left alone. */
export function declinedView(workspace: string): Piece {
  return page(
    'Invitation declined',
    '–',
    html`<h1>Invitation declined</h1>
<p class="quiet">You have not joined <bdi>${workspace}</bdi>, and this link no longer works. You can close this page.</p>`,
  );
}

/** What went wrong before anything was asked of the invitation. */
export const LOST = {
  title: 'Open the link again',
  text: 'This page was open for too long, or your browser keeps no cookies. Open the link from your invitation again.',
};

const TITLES: Partial<Record<ErrorCode, string>> = {
  link_invalid: 'This link does not work',
  link_expired: 'This invitation has expired',
  link_used: 'This invitation has been answered',
  link_replaced: 'There is a newer link',
  invitation_revoked: 'This invitation was withdrawn',
  inviter_may_not: 'This invitation is no longer valid',
  actor_deactivated: 'Your access is switched off',
  workspace_archived: 'This workspace is archived',
  busy: 'One moment, please',
};

const TEXTS: Partial<Record<ErrorCode, string>> = {
  link_invalid:
    'Perhaps a part of it is missing. Copy the whole link from your invitation, or ask for a new one.',
  link_used: 'Each link works once. If it was you who accepted, you are in already.',
  workspace_archived: 'Nobody can join it at the moment. Ask whoever invited you.',
};

/** The title and the sentence of a refusal. */
export function refusalText(code: ErrorCode): { title: string; text: string } {
  return { title: TITLES[code] ?? 'This did not work', text: TEXTS[code] ?? ERRORS[code].text };
}

/** A page that says why there is nothing to answer. */
export function refusedView({ title, text }: { title: string; text: string }, appUrl: string | null): Piece {
  return page(
    title,
    '!',
    html`<h1>${title}</h1>
<p class="quiet">${text}</p>
${appUrl === null ? '' : html`<p class="actions"><a class="button plain" href="${appUrl}">Continue</a></p>`}`,
  );
}

function initial(name: string): string {
  const [first] = new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(name);
  return first?.segment.toUpperCase() ?? '·';
}

/** An address that may break before its domain, and only where it must elsewhere. */
function address(email: string): Piece {
  const at = email.lastIndexOf('@');
  return html`<bdi>${email.slice(0, at)}<wbr>${email.slice(at)}</bdi>`;
}

/** A moment for somebody whose place in the world is unknown. */
function moment(at: number): Piece {
  const text = new Intl.DateTimeFormat('en-GB', {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'UTC',
  }).format(at);
  return html`<time datetime="${new Date(at).toISOString()}">${text} UTC</time>`;
}
