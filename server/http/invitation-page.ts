// The pages behind an invitation's link. Looking consumes nothing; an answer is a form that only this page can send.
import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto';
import type { Context } from 'hono';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { getCookie, setCookie } from 'hono/cookie';
import type { ErrorCode, ErrorKind } from '../../shared/errors.ts';
import { AppError, ERRORS } from '../../shared/errors.ts';
import type { UseCaseContext } from '../context.ts';
import { acceptInvitation } from '../invitations/accept.ts';
import { declineInvitation } from '../invitations/decline.ts';
import { peekInvitation } from '../invitations/peek.ts';
import type { Sessions } from '../sessions/sessions.ts';
import { isSameOrigin } from './guard.ts';
import {
  LOST,
  acceptedView,
  declinedView,
  invitationView,
  refusalText,
  refusedView,
} from './invitation-views.ts';
import type { Piece } from './page-frame.ts';
import { PAGE_POLICY } from './page-frame.ts';

/** What the pages need of the server that shows them. */
export interface InvitationPageParts {
  /** The context of one call by whoever sent the request. */
  contextFor(request: Request): Promise<UseCaseContext>;
  readonly sessions: Pick<Sessions, 'openIn' | 'cookie' | 'read' | 'end' | 'blankCookie'>;
  /** Where people go from here; null where nobody said. */
  readonly appUrl: string | null;
  readonly baseUrl: string;
  readonly secret: string;
}

/** How long a page may stay open before it is answered, in seconds. */
const PAGE_LIFE = 60 * 60;
/** The largest form, in bytes. */
const MAX_FORM = 4096;

const STATUS: Partial<Record<ErrorKind, 401 | 403 | 404 | 410 | 503>> = {
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  precondition: 410,
  unavailable: 503,
};

/**
 * The pages of invitations. A link's secret leaves the address bar at once: it moves into a short-lived cookie that is
 * sent to the page of this one invitation only, so that neither history, referrer nor a screenshot shows it.
 */
export function invitationPage(parts: InvitationPageParts): Hono {
  const base = new URL(parts.baseUrl);
  const door = new Door(base, parts.secret);
  const pages = new Hono();
  const refused = (c: Context, code: ErrorCode) =>
    show(c, refusedView(refusalText(code), parts.appUrl), STATUS[ERRORS[code].kind] ?? 400);
  const lost = (c: Context) => show(c, refusedView(LOST, null), 403);
  const accept = async (c: Context, ctx: UseCaseContext, wish: Answer) => {
    const session = door.session(wish.token, wish.idempotencyKey);
    const { isNewAccount, workspace } = await acceptInvitation(ctx, wish, (tx, accountId) =>
      parts.sessions.openIn(tx, { accountId, startedBy: 'invitation', token: session, ...ctx.visit }),
    );
    if (isNewAccount) c.header('Set-Cookie', parts.sessions.cookie(session), { append: true });
    return show(c, acceptedView(workspace.name, parts.appUrl));
  };

  pages.get('/invitation/:place', async (c) => {
    const place = c.req.param('place');
    const ctx = await parts.contextFor(c.req.raw);
    if (place.includes('.')) {
      const opened = ctx.links.open(place);
      if (opened === undefined) return refused(c, 'link_invalid');
      door.keep(c, opened.invitationId, place);
      c.header('Referrer-Policy', 'no-referrer');
      return c.redirect(door.path(opened.invitationId), 303);
    }
    const token = door.token(c);
    if (token === undefined) return lost(c);
    const peek = await peekInvitation(ctx, { token });
    return show(
      c,
      invitationView(peek, { path: door.path(place), fields: door.fields(token) }, parts.appUrl),
    );
  });

  pages.post(
    '/invitation/:place/:answer{accept|decline|sign-out}',
    bodyLimit({ maxSize: MAX_FORM, onError: lost }),
    async (c) => {
      const wish = await wishOf(c, base.origin, door);
      if (wish === undefined) return lost(c);
      if (c.req.param('answer') === 'sign-out')
        return signOut(c, parts.sessions, door.path(c.req.param('place')));
      const ctx = await parts.contextFor(c.req.raw);
      return c.req.param('answer') === 'decline' ? decline(c, ctx, wish) : accept(c, ctx, wish);
    },
  );

  // Where a reload or the address bar leads after an answer.
  pages.get('/invitation/:place/:answer{accept|decline|sign-out}', (c) =>
    c.redirect(door.path(c.req.param('place')), 303),
  );

  pages.onError((error, c) => {
    if (!(error instanceof AppError)) throw error;
    // What the page itself explains better than a sentence: who is signed in, and who should be.
    const isAboutVisitor = error.code === 'signed_in_as_other' || error.code === 'sign_in_as_invitee';
    return isAboutVisitor && c.req.method === 'POST'
      ? c.redirect(door.path(c.req.param('place')!), 303)
      : refused(c, error.code);
  });
  return pages;
}

interface Answer {
  readonly token: string;
  readonly idempotencyKey: string;
}

/** What a form asks for, where it is one of our own and sent from its page. */
async function wishOf(c: Context, origin: string, door: Door): Promise<Answer | undefined> {
  const token = door.token(c);
  if (token === undefined || !isSameOrigin(c.req.raw, origin) || !isForm(c)) return undefined;
  const idempotencyKey = door.keyOf(token, new URLSearchParams(await c.req.text()));
  return idempotencyKey === undefined ? undefined : { token, idempotencyKey };
}

/** Makes room for the person who is invited: whoever is signed in here asked to leave. */
async function signOut(c: Context, sessions: InvitationPageParts['sessions'], path: string) {
  const session = sessions.read(c.req.header('Cookie') ?? '');
  if (session !== null) await sessions.end(session);
  c.header('Set-Cookie', sessions.blankCookie(), { append: true });
  return c.redirect(path, 303);
}

async function decline(c: Context, ctx: UseCaseContext, wish: Answer) {
  const { workspace } = await declineInvitation(ctx, wish);
  return show(c, declinedView(workspace.name));
}

function show(c: Context, view: Piece, status: 200 | 400 | 401 | 403 | 404 | 410 | 503 = 200) {
  c.header('Content-Security-Policy', PAGE_POLICY);
  c.header('Cache-Control', 'no-store');
  // Nothing goes to other sites. Without any referrer a browser would send its form with the origin "null".
  c.header('Referrer-Policy', 'same-origin');
  return c.html(view, status);
}

function isForm(c: Context): boolean {
  return (
    c.req.header('Content-Type')?.split(';', 1)[0]?.trim().toLowerCase() ===
    'application/x-www-form-urlencoded'
  );
}

/** Keeps the secret of a link between the request that brought it and the answer, and knows its own forms. */
class Door {
  readonly #base: string;
  readonly #isSecure: boolean;
  readonly #cookie: string;
  readonly #key: Buffer;
  readonly #sessionKey: Buffer;

  constructor(base: URL, secret: string) {
    this.#base = `${base.pathname.replace(/\/+$/, '')}/invitation`;
    this.#isSecure = base.protocol === 'https:';
    this.#cookie = this.#isSecure ? '__Secure-user-admin-invitation' : 'user-admin-invitation';
    this.#key = createHmac('sha256', secret).update('user-admin invitation form').digest();
    this.#sessionKey = createHmac('sha256', secret).update('user-admin invitation session').digest();
  }

  /** The address of the page of an invitation: its id is no secret. */
  path(id: string): string {
    return `${this.#base}/${encodeURIComponent(id)}`;
  }

  keep(c: Context, id: string, token: string): void {
    // Lax and not Strict: the way here begins in a mail program, which is another site.
    setCookie(c, this.#cookie, token, {
      path: this.path(id),
      maxAge: PAGE_LIFE,
      httpOnly: true,
      sameSite: 'Lax',
      secure: this.#isSecure,
    });
  }

  /** The secret that the browser keeps for this page. */
  token(c: Context): string | undefined {
    const token = getCookie(c, this.#cookie);
    return token?.startsWith(`${c.req.param('place')}.`) === true ? token : undefined;
  }

  /** The hidden fields of a form: the key of its wish, so that a second click is the same wish, and the seal of both. */
  fields(token: string): Record<string, string> {
    const key = randomUUID();
    return { key, seal: this.#seal(token, key) };
  }

  /** The key of the wish in a form that this page made for this very link. */
  keyOf(token: string, form: URLSearchParams): string | undefined {
    const key = form.get('key') ?? '';
    const given = Buffer.from(form.get('seal') ?? '');
    const expected = Buffer.from(this.#seal(token, key));
    return given.length === expected.length && timingSafeEqual(given, expected) ? key : undefined;
  }

  /**
   * The secret of the session that an answer with this form opens. Derived, so that a second click brings the same
   * session again and never another one, whatever became of it in the meantime.
   */
  session(token: string, key: string): string {
    return createHmac('sha256', this.#sessionKey).update(`${key}\n${token}`).digest('base64url');
  }

  #seal(token: string, key: string): string {
    return createHmac('sha256', this.#key).update(`${key}\n${token}`).digest('base64url');
  }
}
