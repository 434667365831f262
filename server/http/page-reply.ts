// How a page goes out and how a form comes in. Decides nothing about either.
import type { Context } from 'hono';
import type { AppError, ErrorCode, ErrorKind } from '../../shared/errors.ts';
import { ERRORS } from '../../shared/errors.ts';
import type { UseCaseContext } from '../context.ts';
import { isSameOrigin } from './guard.ts';
import type { Piece } from './page-frame.ts';
import { PAGE_POLICY } from './page-frame.ts';

/** The largest form, in bytes. */
export const MAX_FORM = 4096;
/** The largest form with passwords in it, in bytes: two of the longest that any rules allow, each character written as twelve. */
export const MAX_PASSWORD_FORM = 32 * 1024;

/** The status of a page. */
export type PageStatus = 200 | 400 | 401 | 403 | 404 | 409 | 410 | 429 | 500 | 503;

const STATUS: Readonly<Record<ErrorKind, PageStatus>> = {
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  precondition: 410,
  invalid: 400,
  limit: 429,
  unavailable: 503,
};

/** The status of a page that tells of a refusal. */
export function statusOf(code: ErrorCode): PageStatus {
  return STATUS[ERRORS[code].kind];
}

/** Sends a page. @param ctx - Whose cookies go along, where the page comes of a call. */
export function show(c: Context, view: Piece, status: PageStatus = 200, ctx?: UseCaseContext) {
  appendCookies(c, ctx);
  c.header('Content-Security-Policy', PAGE_POLICY);
  c.header('Cache-Control', 'no-store');
  // Nothing goes to other sites. Without any referrer a browser would send its form with the origin "null".
  c.header('Referrer-Policy', 'same-origin');
  return c.html(view, status);
}

/** Sends the browser on by a plain GET. */
export function goTo(c: Context, path: string, ctx?: UseCaseContext): Response {
  appendCookies(c, ctx);
  return c.redirect(path, 303);
}

function appendCookies(c: Context, ctx: UseCaseContext | undefined): void {
  for (const cookie of ctx?.replyCookies ?? []) c.header('Set-Cookie', cookie, { append: true });
}

/** The fields of a form that a page of our own origin sent; undefined for anything else. */
export async function formOf(c: Context, origin: string): Promise<URLSearchParams | undefined> {
  const type = c.req.header('Content-Type')?.split(';', 1)[0]?.trim().toLowerCase();
  return isSameOrigin(c.req.raw, origin) && type === 'application/x-www-form-urlencoded'
    ? new URLSearchParams(await c.req.text())
    : undefined;
}

/** How long somebody has to wait, in minutes rounded up; null where the refusal is none of too much. Says it in a header too. */
export function minutesToWait(c: Context, error: AppError): number | null {
  if (error.code !== 'rate_limited') return null;
  const { retryAfter } = error.details as { readonly retryAfter: number };
  c.header('Retry-After', String(retryAfter));
  return Math.max(1, Math.ceil(retryAfter / 60));
}
