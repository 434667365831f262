// What all served pages share: where they are, what binds their forms, who looks at them and in which language.
import type { Context } from 'hono';
import type { Language } from '../../shared/accounts/account.ts';
import type { AppError } from '../../shared/errors.ts';
import type { Visitor } from '../accounts/visitor.ts';
import { readVisitor } from '../accounts/visitor.ts';
import type { UseCaseContext } from '../context.ts';
import type { FormWish } from '../sign-in/form.ts';
import { safeTarget } from '../sign-in/target.ts';
import { FormDoor } from './page-doors.ts';
import type { SealedForm } from './page-forms.ts';
import { formOf, goTo, minutesToWait, show, statusOf } from './page-reply.ts';
import { refusedView } from './refused-view.ts';
import { refusalOf } from './words/refusals.ts';
import { wordsIn } from './words/words.ts';

/** What the pages need of the server that shows them. */
export interface SiteParts {
  /** The context of one call by whoever sent the request. */
  contextFor(request: Request): Promise<UseCaseContext>;
  readonly baseUrl: string;
  readonly secret: string;
}

/** Where the pages are, and what they are made with. */
export interface Site extends SiteParts {
  readonly origin: string;
  /** The path of the base URL, without a slash at its end. */
  readonly path: string;
  readonly door: FormDoor;
}

/** One look at a page, or one form of it. */
export interface Look {
  readonly ctx: UseCaseContext;
  /** Null where nobody is signed in. */
  readonly visitor: Visitor | null;
  readonly language: Language;
  /** Where it leads afterwards, made safe; undefined where the address says nothing. */
  readonly to: string | undefined;
}

/** The pages' site. */
export function createSite(parts: SiteParts): Site {
  const { origin, pathname } = new URL(parts.baseUrl);
  return {
    ...parts,
    contextFor: (request) => parts.contextFor(withoutBearer(request)),
    origin,
    path: pathname.replace(/\/+$/, ''),
    door: new FormDoor(parts.baseUrl, parts.secret),
  };
}

/** A page is for whoever has a session in this browser; the token of a host says nothing on it. The body stays with the one that came. */
function withoutBearer({ url, method, headers: given }: Request): Request {
  const headers = new Headers(given);
  headers.delete('Authorization');
  return new Request(url, { method, headers });
}

/** Who looks, in which language, and where they want to go. */
export async function lookOf(site: Site, c: Context): Promise<Look> {
  const ctx = await site.contextFor(c.req.raw);
  const visitor = await readVisitor(ctx);
  const to = c.req.query('to');
  return {
    ctx,
    visitor,
    language: visitor?.language ?? ctx.visit.language,
    to: to === undefined ? undefined : safeTarget(to, ctx.settings),
  };
}

/** An address of a page with what it has to remember. */
export function pathTo(site: Site, page: string, query: Readonly<Record<string, string | undefined>> = {}) {
  const known = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const text = new URLSearchParams(known).toString();
  return `${site.path}${page}${text === '' ? '' : `?${text}`}`;
}

/** A form of this page. */
export function formTo(site: Site, c: Context, path: string): SealedForm {
  return { path, fields: site.door.fields(c) };
}

/** A form that came in: its fields, and the key of the wish and the session it opens where the form was made for this browser. */
export interface ArrivedForm {
  readonly fields: URLSearchParams;
  readonly wish: FormWish | undefined;
}

/** The form that was posted; undefined where no page of ours sent it. */
export async function arrivedForm(site: Site, c: Context): Promise<ArrivedForm | undefined> {
  const fields = await formOf(c, site.origin);
  if (fields === undefined) return undefined;
  const kept = site.door.kept(c);
  const key = kept && site.door.seals.keyOf(kept, fields);
  return {
    fields,
    wish: key ? { idempotencyKey: key, session: site.door.seals.session(kept, key) } : undefined,
  };
}

/**
 * Lets the browser go on after a form. Pages of our own are reached at once; everything else through a page of ours that leads on,
 * because a form whose answer leads to another site is stopped by our own security policy.
 */
export function leave(site: Site, c: Context, to: string, ctx: UseCaseContext): Response {
  const isOwnPage = to === site.baseUrl || to.startsWith(`${site.baseUrl}/`);
  return goTo(c, isOwnPage ? to : pathTo(site, '/sign-in/continue', { to }), ctx);
}

/** The page of a refusal. */
export function refuse(site: Site, c: Context, error: AppError, language: Language) {
  const words = wordsIn(language);
  const minutes = minutesToWait(c, error);
  const { title = words.refusedTitle, text } = refusalOf(words.refusals, error.code);
  const way = { label: words.sent.back, href: pathTo(site, '/sign-in') };
  const said = minutes === null ? text : words.common.limited(minutes);
  return show(c, refusedView(language, { title, text: said }, way), statusOf(error.code));
}
