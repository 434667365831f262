// What every request must be before anything reads it: one content type, a known origin, a bounded size; and when it begins.
import { setImmediate as later } from 'node:timers/promises';
import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { ErrorCode } from '../../shared/errors.ts';
import { messageOf } from '../../shared/error-messages.ts';

/** The largest body of one call, in bytes. */
const MAX_BODY = 1024 * 1024;

/** When a client may come back that was turned away for want of room or time, in seconds. */
const RETRY_AFTER = '2';

/** A refusal outside the procedures, in the shape that their clients read. */
export function refusal(code: ErrorCode, status: number): Response {
  return Response.json(
    { error: { message: messageOf(code, status), code: -32600, data: { reason: code, httpStatus: status } } },
    { status },
  );
}

/** Gives a reply the headers that every one carries: nothing is cached, sniffed, framed or embedded, and no address leaks. */
export function secured(response: Response, isSecure: boolean): Response {
  const { headers } = response;
  // What is told bit by bit must arrive so, through whatever would gather or pack it.
  const isStream = headers.get('Content-Type') === 'text/event-stream';
  headers.set('Cache-Control', isStream ? 'no-store, no-transform' : 'no-store');
  headers.set('X-Content-Type-Options', 'nosniff');
  headers.set('Cross-Origin-Resource-Policy', 'same-origin');
  if (headers.get('Content-Type')?.toLowerCase() === 'application/json')
    headers.set('Content-Type', 'application/json; charset=utf-8');
  if (!headers.has('Referrer-Policy')) headers.set('Referrer-Policy', 'no-referrer');
  if (!headers.has('Content-Security-Policy'))
    headers.set('Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'");
  if (response.status === 503) headers.set('Retry-After', RETRY_AFTER);
  if (isSecure) headers.set('Strict-Transport-Security', 'max-age=31536000');
  return response;
}

/** Secures every reply under the path of this server, also where it is mounted in another one. */
export function securityHeaders(isSecure: boolean): MiddlewareHandler {
  return async function securityHeaders(c, next) {
    await next();
    secured(c.res, isSecure);
  };
}

/** Refuses what is no JSON call: forms and plain text need no preflight, so another site could send them. */
export const onlyJson: MiddlewareHandler = async function onlyJson(c, next) {
  if (c.req.method === 'GET') return next();
  if (c.req.method !== 'POST') return refusal('input_invalid', 405);
  const type = c.req.header('Content-Type')?.split(';', 1)[0]?.trim().toLowerCase();
  return type === 'application/json' ? next() : refusal('input_invalid', 415);
};

/**
 * Lets what changes something begin one after the other, each in a turn of the event loop of its own: many who come at once,
 * as in the morning to sign in, must not hold up everybody else until the last of them was looked at.
 */
export function inTurns(): MiddlewareHandler {
  let last = Promise.resolve();
  return async function inTurns(c, next) {
    if (c.req.method === 'POST') await (last = last.then(() => later()));
    return next();
  };
}

const counted = bodyLimit({ maxSize: MAX_BODY, onError: tooLarge });

/** Refuses a body that is too large: by the length that it is told to have, which HTTP holds it to, or else by counting. */
export const boundedBody: MiddlewareHandler = async function boundedBody(c, next) {
  // To count, the body is taken out, and the whole request made anew for it; a call without one would pay for that too.
  if (c.req.method === 'GET') return next();
  const length = c.req.header('Content-Length');
  if (length === undefined || c.req.header('Transfer-Encoding') !== undefined) return counted(c, next);
  return Number(length) <= MAX_BODY ? next() : tooLarge();
};

function tooLarge(): Response {
  return refusal('input_invalid', 413);
}

/** Whether a request that changes something and carries a cookie comes from our own pages. */
export function isSameOrigin(request: Request, origin: string): boolean {
  const site = request.headers.get('Sec-Fetch-Site');
  return request.headers.get('Origin') === origin && (site === null || site === 'same-origin');
}

/**
 * Answers other origins by the exact list. Their calls carry a bearer, never a cookie, so no credentials header is sent.
 * `Vary: Origin` stands on every reply, so that no cache gives one origin's answer to another.
 */
export function cors(origins: readonly string[]): MiddlewareHandler {
  const allowed = new Set(origins);
  return async function cors(c, next) {
    const origin = c.req.header('Origin');
    const isAllowed = origin !== undefined && allowed.has(origin);
    if (c.req.method === 'OPTIONS') {
      const headers = { Vary: 'Origin', ...(isAllowed ? preflight(origin) : {}) };
      return new Response(null, { status: 204, headers });
    }
    await next();
    // Hono's own way to set a header of a reply that is there copies the reply, its body as a stream.
    const { headers } = c.res;
    headers.append('Vary', 'Origin');
    if (isAllowed) headers.set('Access-Control-Allow-Origin', origin);
    return undefined;
  };
}

function preflight(origin: string): Record<string, string> {
  return {
    'Access-Control-Allow-Origin': origin,
    'Access-Control-Allow-Methods': 'GET, POST',
    'Access-Control-Allow-Headers': 'authorization, content-type, ua-workspace',
    'Access-Control-Max-Age': '600',
  };
}
