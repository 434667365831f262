// The pages behind the links of an account: signing in, choosing a new password, confirming an address, setting up. Looking consumes nothing.
import type { Context } from 'hono';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { ResetPassword } from '../../shared/contract/sign-in.ts';
import type { ErrorCode } from '../../shared/errors.ts';
import { AppError, fail } from '../../shared/errors.ts';
import { confirmEmail } from '../accounts/confirm-email.ts';
import type { LinkHolder } from '../links/holder.ts';
import { linkHolder } from '../links/holder.ts';
import type { FormWish } from '../sign-in/form.ts';
import type { LinkPeek } from '../sign-in/link.ts';
import { peekLink, signInWithLink } from '../sign-in/link.ts';
import { requestLink } from '../sign-in/request-link.ts';
import { resetPassword } from '../sign-in/reset.ts';
import { safeTarget } from '../sign-in/target.ts';
import { showDeadLink } from './dead-link.ts';
import type { LinkPage } from './link-views.ts';
import { confirmedEmailView, confirmEmailView, resetView, signInLinkView, veiled } from './link-views.ts';
import { LinkDoor } from './page-doors.ts';
import type { PasswordTrouble } from './page-forms.ts';
import { formOf, goTo, MAX_PASSWORD_FORM, show, statusOf } from './page-reply.ts';
import type { Look, Site } from './page-site.ts';
import { leave, lookOf, pathTo } from './page-site.ts';
import { troubleIn } from './password-trouble.ts';
import { refusedView } from './refused-view.ts';
import { sentView } from './sign-in-views.ts';
import { finishSetUp, showSetUp } from './set-up-page.ts';
import { wordsIn } from './words/words.ts';

/** A look at the page of one link. */
export interface LinkLook extends Look {
  readonly token: string;
  /** Undefined for a link that is long gone. */
  readonly holder: LinkHolder | undefined;
  /** The address of this link's page. */
  readonly path: string;
}

/** What a form of the page brings. */
export interface LinkWish {
  readonly fields: URLSearchParams;
  readonly form: FormWish;
}

const ANSWERS = '/link/:place/:answer{sign-in|reset|email|set-up|renew}';

/**
 * The pages of links. A link's secret leaves the address bar at once: it moves into a short-lived cookie that is sent to the
 * page of this one link only, so that neither history, referrer nor a screenshot shows it.
 */
export function linkPages(site: Site): Hono {
  const door = new LinkDoor(site.baseUrl, site.secret, 'link');
  const pages = new Hono();

  pages.get('/link/:place', async (c) => {
    const place = c.req.param('place');
    if (place.includes('.')) return moveIn(site, door, c, place);
    const look = await linkLook(site, door, c);
    return look === undefined ? lost(site, c) : showLink(door, c, look);
  });

  pages.post(ANSWERS, bodyLimit({ maxSize: MAX_PASSWORD_FORM, onError: (c) => lost(site, c) }), async (c) => {
    const token = door.token(c);
    const fields = token && (await formOf(c, site.origin));
    const key = token && fields && door.seals.keyOf(token, fields);
    const look = await linkLook(site, door, c);
    if (!token || !fields || !key || look === undefined) return lost(site, c);
    const form = { idempotencyKey: key, session: door.seals.session(token, key) };
    return answer(site, door, c, look, { fields, form });
  });

  // Where a reload or the address bar leads after an answer.
  pages.get(ANSWERS, (c) => c.redirect(door.path(c.req.param('place')), 303));

  pages.onError(async (error, c) => {
    if (!(error instanceof AppError)) throw error;
    const look = await linkLook(site, door, c);
    if (look === undefined) return lost(site, c);
    // Only whoever asked for another address confirms it; the way leads back here.
    if (error.code === 'not_signed_in') return goTo(c, pathTo(site, '/sign-in', { to: look.path }));
    // Of two clicks, the second one may find the link used by the first, which let this browser in.
    if (error.code === 'link_used' && c.req.method === 'POST' && look.visitor !== null)
      return goTo(c, pathTo(site, '/sign-in', { to: look.to }));
    return showDeadLink(site, door, c, look, error);
  });
  return pages;
}

function moveIn(site: Site, door: LinkDoor, c: Context, token: string) {
  const id = token.slice(0, token.indexOf('.'));
  // Whether it was made here is found out on the page: what was not is kept for nobody but who brought it.
  if (!/^[\w-]{8,64}$/.test(id) || token.length > 200) return lost(site, c, 'link_invalid');
  door.keep(c, id, token);
  c.header('Referrer-Policy', 'no-referrer');
  return c.redirect(door.path(id), 303);
}

async function lost(site: Site, c: Context, code?: ErrorCode) {
  const { language } = await lookOf(site, c);
  const words = wordsIn(language);
  const way = { label: words.common.newLink, href: pathTo(site, '/sign-in') };
  return code === undefined
    ? show(c, refusedView(language, words.link.lost, way), 403)
    : show(c, refusedView(language, words.link.invalid, way), statusOf(code));
}

async function linkLook(site: Site, door: LinkDoor, c: Context): Promise<LinkLook | undefined> {
  const token = door.token(c);
  if (token === undefined) return undefined;
  const look = await lookOf(site, c);
  const holder = await linkHolder(look.ctx, token);
  return {
    ...look,
    token,
    holder,
    // What is written to somebody is written in their language, whoever looks at it.
    language: holder?.language ?? look.language,
    to: holder?.to === undefined ? undefined : safeTarget(holder.to, look.ctx.settings),
    path: door.path(c.req.param('place')!),
  };
}

async function showLink(
  door: LinkDoor,
  c: Context,
  look: LinkLook,
  trouble?: PasswordTrouble,
): Promise<Response> {
  const { ctx, token, language } = look;
  const peek = await peekLink(ctx, { token });
  const status = trouble === undefined ? 200 : statusOf(trouble.code);
  const form = { path: look.path, fields: door.seals.fields(token) };
  if (peek.kind === 'setup') return showSetUp(c, { language, form }, look);
  const parts = { language, form, expiresAt: peek.expiresAt, other: otherThan(peek, look) };
  return show(c, viewOf(peek, parts, look, trouble), status, ctx);
}

function viewOf(peek: LinkPeek, parts: LinkPage, look: LinkLook, trouble?: PasswordTrouble) {
  const email = peek.email ?? fail('link_invalid');
  if (peek.kind === 'email') return confirmEmailView(parts, email);
  if (peek.kind === 'sign-in') return signInLinkView(parts, email, look.to ?? look.ctx.settings.appUrl);
  const rules = look.ctx.policy.policy.identity.passwords ?? fail('link_invalid');
  return resetView(parts, { email, rules, trouble });
}

/** Whoever is signed in in this browser, where the link is for somebody else. */
function otherThan({ email }: LinkPeek, { visitor }: LinkLook): string | null {
  return visitor === null || visitor.email === email ? null : visitor.email;
}

function answer(site: Site, door: LinkDoor, c: Context, look: LinkLook, wish: LinkWish): Promise<Response> {
  switch (c.req.param('answer')) {
    case 'sign-in':
      return signIn(site, c, look, wish);
    case 'reset':
      return reset(site, door, c, look, wish);
    case 'email':
      return confirm(c, look);
    case 'set-up':
      return finishSetUp(site, c, look, wish, { path: look.path, fields: door.seals.fields(look.token) });
    default:
      return renew(site, c, look);
  }
}

async function signIn(site: Site, c: Context, { ctx, token }: LinkLook, { form }: LinkWish) {
  const { to, mustChangePassword } = await signInWithLink(ctx, { token }, form);
  return mustChangePassword
    ? goTo(c, pathTo(site, '/account/password', { to }), ctx)
    : leave(site, c, to, ctx);
}

async function reset(site: Site, door: LinkDoor, c: Context, look: LinkLook, { fields, form }: LinkWish) {
  const password = fields.get('password') ?? '';
  try {
    const confirmation = fields.get('confirmation') ?? '';
    const input = ResetPassword.safeParse({ token: look.token, password, confirmation });
    if (!input.success) fail(password === '' ? 'password_too_weak' : 'password_mismatch');
    const { to } = await resetPassword(look.ctx, input.data, form);
    return leave(site, c, to, look.ctx);
  } catch (error) {
    const code = troubleIn(error);
    if (code === undefined) throw error;
    return showLink(door, c, look, { code, password });
  }
}

async function confirm(c: Context, { ctx, token, language }: LinkLook) {
  const { email } = await confirmEmail(ctx, { token });
  return show(c, confirmedEmailView(language, email, safeTarget(undefined, ctx.settings)), 200, ctx);
}

/** Sends a new link to where the old one went. Whoever has the old one is told no more than its page did. */
async function renew(site: Site, c: Context, { ctx, holder, language, to }: LinkLook) {
  const { kind, email } = holder ?? fail('link_invalid');
  if (email === null || (kind !== 'sign-in' && kind !== 'reset')) fail('link_invalid');
  await requestLink(ctx, { kind, login: email, to });
  return show(
    c,
    sentView({ language, kind, login: veiled(email), back: pathTo(site, '/sign-in', { to }) }),
    200,
    ctx,
  );
}
