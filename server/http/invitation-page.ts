// The pages behind an invitation's link. Looking consumes nothing; an answer is a form that only this page can send.
import type { Context } from 'hono';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { AppError } from '../../shared/errors.ts';
import { acceptInvitation } from '../invitations/accept.ts';
import { declineInvitation } from '../invitations/decline.ts';
import { peekInvitation } from '../invitations/peek.ts';
import { listed } from '../mail/words.ts';
import { enter } from '../sign-in/enter.ts';
import { signOut } from '../sign-in/sign-out.ts';
import { acceptedView, declinedView, invitationView } from './invitation-views.ts';
import { LinkDoor } from './page-doors.ts';
import { formOf, goTo, MAX_FORM, minutesToWait, show, statusOf } from './page-reply.ts';
import type { Look, Site } from './page-site.ts';
import { lookOf, pathTo } from './page-site.ts';
import { refusedView } from './refused-view.ts';
import { refusalOf } from './words/refusals.ts';
import { wordsIn } from './words/words.ts';

const ANSWERS = '/invitation/:place/:answer{accept|decline|sign-out}';

/**
 * The pages of invitations. A link's secret leaves the address bar at once: it moves into a short-lived cookie that is
 * sent to the page of this one invitation only, so that neither history, referrer nor a screenshot shows it.
 */
export function invitationPages(site: Site): Hono {
  const door = new LinkDoor(site.baseUrl, site.secret, 'invitation');
  const pages = new Hono();

  pages.get('/invitation/:place', async (c) => {
    const place = c.req.param('place');
    const look = await lookOf(site, c);
    if (place.includes('.')) {
      const opened = look.ctx.links.open(place);
      if (opened === undefined) return refused(c, look, new AppError('link_invalid'));
      door.keep(c, opened.invitationId, place);
      c.header('Referrer-Policy', 'no-referrer');
      return c.redirect(door.path(opened.invitationId), 303);
    }
    const token = door.token(c);
    return token === undefined ? lost(c, look) : showInvitation(site, door, c, look, token);
  });

  pages.post(
    ANSWERS,
    bodyLimit({ maxSize: MAX_FORM, onError: async (c) => lost(c, await lookOf(site, c)) }),
    (c) => answer(site, door, c),
  );

  // Where a reload or the address bar leads after an answer.
  pages.get(ANSWERS, (c) => c.redirect(door.path(c.req.param('place')), 303));

  pages.onError(async (error, c) => {
    if (!(error instanceof AppError)) throw error;
    const path = door.path(c.req.param('place')!);
    if (c.req.method === 'POST') {
      // What the page itself explains better than a sentence: who is signed in, and who should be.
      if (error.code === 'signed_in_as_other' || error.code === 'sign_in_as_invitee') return goTo(c, path);
      if (error.code === 'password_change_required')
        return goTo(c, pathTo(site, '/account/password', { to: path }));
    }
    return refused(c, await lookOf(site, c), error);
  });
  return pages;
}

interface Answer {
  readonly token: string;
  readonly idempotencyKey: string;
}

async function answer(site: Site, door: LinkDoor, c: Context): Promise<Response> {
  const wish = await wishOf(c, site.origin, door);
  const look = await lookOf(site, c);
  if (wish === undefined) return lost(c, look);
  switch (c.req.param('answer')) {
    case 'sign-out':
      // Makes room for the person who is invited: whoever is signed in here asked to leave.
      await signOut(look.ctx, { everywhere: false });
      return goTo(c, door.path(c.req.param('place')!), look.ctx);
    case 'decline': {
      const { workspace } = await declineInvitation(look.ctx, wish);
      return show(c, declinedView(look.language, workspace.name), 200, look.ctx);
    }
    default:
      return accept(site, door, c, look, wish);
  }
}

async function accept(site: Site, door: LinkDoor, c: Context, { ctx, language }: Look, wish: Answer) {
  const session = door.seals.session(wish.token, wish.idempotencyKey);
  const { isNewAccount, workspace, others } = await acceptInvitation(ctx, wish, (tx, accountId) =>
    enter(ctx, tx, { accountId, startedBy: 'invitation', token: session }),
  );
  // Of two clicks, the second comes in by the session that the first opened.
  if (isNewAccount && ctx.replyCookies.length === 0) ctx.replyCookies.push(ctx.sessions.cookie(session));
  const { passwords, ways } = ctx.policy.policy.identity;
  const hasPasswords = passwords !== null && ways.includes('password');
  const { appUrl } = ctx.settings;
  const passwordPath = isNewAccount && hasPasswords ? pathTo(site, '/account/password') : null;
  const names = listed(
    [workspace, ...others].map(({ name }) => name),
    language,
  );
  return show(c, acceptedView(language, names, { appUrl, passwordPath }), 200, ctx);
}

async function showInvitation(
  site: Site,
  door: LinkDoor,
  c: Context,
  { ctx, language }: Look,
  token: string,
) {
  const peek = await peekInvitation(ctx, { token });
  const path = door.path(c.req.param('place')!);
  const form = { path, fields: door.seals.fields(token) };
  const signInPath = pathTo(site, '/sign-in', { workspace: peek.workspace.id, to: path });
  const { appUrl } = ctx.settings;
  return show(c, invitationView(peek, { language, form, signInPath, appUrl }), 200, ctx);
}

/** What a form asks for, where it is one of our own and sent from its page. */
async function wishOf(c: Context, origin: string, door: LinkDoor): Promise<Answer | undefined> {
  const token = door.token(c);
  const fields = token && (await formOf(c, origin));
  const idempotencyKey = token && fields && door.seals.keyOf(token, fields);
  return token && idempotencyKey ? { token, idempotencyKey } : undefined;
}

function refused(c: Context, { language, ctx }: Look, error: AppError) {
  const words = wordsIn(language);
  const { title = words.refusedTitle, text } = refusalOf(words.refusals, error.code);
  const minutes = minutesToWait(c, error);
  const said = { title, text: minutes === null ? text : words.common.limited(minutes) };
  const { appUrl } = ctx.settings;
  const way = appUrl === null ? null : { label: words.common.continue, href: appUrl };
  return show(c, refusedView(language, said, way), statusOf(error.code));
}

function lost(c: Context, { language }: Look) {
  return show(c, refusedView(language, wordsIn(language).invitation.lost, null), 403);
}
