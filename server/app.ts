// Assembles the HTTP side: headers, origins, sizes, then the procedures and the pages that the server itself serves.
import type { TRPCError } from '@trpc/server';
import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import { getHTTPStatusCodeFromError } from '@trpc/server/http';
import type { MiddlewareHandler } from 'hono';
import { Hono } from 'hono';
import { AppError } from '../shared/errors.ts';
import type { UseCaseContext } from './context.ts';
import type { Identified } from './http/authenticate.ts';
import { failedPage, missingPage, wantsPage } from './http/failed-page.ts';
import { boundedBody, cors, inTurns, onlyJson, refusal, secured, securityHeaders } from './http/guard.ts';
import type { Refusal } from './refusals.ts';
import { refusalToNote } from './refusals.ts';
import { transportError } from './trpc/init.ts';
import { appRouter } from './trpc/router.ts';

/** The most procedures in one request. */
const MAX_BATCH = 10;

/** What the HTTP side is assembled from. */
export interface AppParts {
  /** The path this server is mounted under, without a slash at the end; '' for the root. */
  readonly path: string;
  readonly isSecure: boolean;
  readonly origins: readonly string[];
  /** Whether the database answers. */
  isHealthy(): Promise<boolean>;
  /** The network that the request comes from which is answered now; '' where unknown. */
  network(): string;
  identify(request: Request): Promise<Identified>;
  /** The context of one call by whoever was identified. */
  contextFor(identified: Identified, request: Request): Promise<UseCaseContext>;
  /** The page of an invitation and what is posted to it. */
  readonly pages: Hono;
  /** Told of every failure that is not a refusal. */
  onInternalError(error: unknown): void;
  /** Told of every refusal that could be somebody trying doors. */
  onRefusal(refusal: Refusal): void;
}

/** The HTTP application under `parts.path`. */
export function createApp(parts: AppParts): Hono {
  const app = new Hono({ strict: true }).basePath(parts.path === '' ? '/' : parts.path) as Hono;
  app.use(securityHeaders(parts.isSecure), inTurns());
  app.get('/health', async (c) =>
    (await parts.isHealthy()) ? c.json({ status: 'ok' }) : c.json({ status: 'unavailable' }, 503),
  );
  app.use('/trpc/*', cors(parts.origins), onlyJson, boundedBody);
  app.all('/trpc/*', (c) => callProcedures(c.req.raw, parts));
  app.use(noteRefusals(parts));
  app.route('/', parts.pages);
  // Outside of the path nothing else secures the reply.
  app.notFound(async (c) =>
    secured(wantsPage(c) ? await missingPage(c, parts.path) : refusal('input_invalid', 404), parts.isSecure),
  );
  app.onError(async (error, c) => {
    parts.onInternalError(error);
    return secured(wantsPage(c) ? await failedPage(c) : refusal('internal', 500), parts.isSecure);
  });
  return app;
}

/** Tells of what the pages refuse: by the kind of page alone, for an address may hold a secret. */
function noteRefusals({ path, network, onRefusal }: AppParts): MiddlewareHandler {
  return async function noteRefusals(c, next) {
    await next();
    const [page = ''] = new URL(c.req.url).pathname.slice(path.length + 1).split('/', 1);
    const refused = refusalToNote(c.error, { path: `/${page}`, network: network() }, undefined);
    if (refused !== undefined) onRefusal(refused);
  };
}

async function callProcedures(request: Request, parts: AppParts): Promise<Response> {
  const failures: TRPCError[] = [];
  const response = await fetchRequestHandler({
    endpoint: `${parts.path}/trpc`,
    req: request,
    router: appRouter,
    maxBatchSize: MAX_BATCH,
    createContext: async () => {
      try {
        return await parts.contextFor(await parts.identify(request), request);
      } catch (error) {
        // The door refuses before any procedure runs; tRPC would call that an internal error.
        throw error instanceof AppError ? transportError(error) : error;
      }
    },
    responseMeta: ({ ctx, errors }) => {
      const headers = new Headers(retryAfter(errors));
      for (const cookie of ctx?.replyCookies ?? []) headers.append('Set-Cookie', cookie);
      return { headers };
    },
    onError: ({ error, path, ctx }) => {
      failures.push(error);
      const refused = refusalToNote(error.cause, { path: path ?? '', network: parts.network() }, ctx);
      if (refused !== undefined) parts.onRefusal(refused);
      const isRefusal = error.cause instanceof AppError && error.cause.code !== 'storage_full';
      if (!isRefusal && (error.code === 'INTERNAL_SERVER_ERROR' || error.code === 'SERVICE_UNAVAILABLE'))
        parts.onInternalError(error.cause ?? error);
    },
  });
  // A stream that was refused before it began is a refusal like every other, with its status.
  const [failure] = failures;
  if (failure !== undefined && response.headers.get('Content-Type') === 'text/event-stream')
    return refusedStream(failure);
  // What it refuses before any procedure runs is JSON too, but does not say so.
  if (response.headers.get('Content-Type')?.startsWith('text/plain') === true)
    response.headers.set('Content-Type', 'application/json');
  return response;
}

function refusedStream(error: TRPCError): Response {
  const { cause } = error;
  const other = error.code === 'INTERNAL_SERVER_ERROR' ? 'internal' : 'input_invalid';
  const response = refusal(cause instanceof AppError ? cause.code : other, getHTTPStatusCodeFromError(error));
  for (const [name, value] of Object.entries(retryAfter([error]))) response.headers.set(name, value);
  return response;
}

/** When to come back, for a client that reads headers only: after the longest wait of the calls that were too many. */
function retryAfter(errors: readonly TRPCError[]): Record<string, string> {
  const waits = errors.flatMap(({ cause }) =>
    cause instanceof AppError && cause.code === 'rate_limited'
      ? [(cause.details as { retryAfter: number }).retryAfter]
      : [],
  );
  return waits.length === 0 ? {} : { 'Retry-After': String(Math.max(...waits)) };
}
