// The base of every procedure: one translation of refusals, and no internal message past this point.
import { TRPCError, initTRPC } from '@trpc/server';
import type { TRPC_ERROR_CODE_KEY } from '@trpc/server';
import type { ErrorCode, ErrorKind } from '../../shared/errors.ts';
import { AppError, ERRORS, fail } from '../../shared/errors.ts';
import type { UseCaseContext } from '../context.ts';
import { messageOf } from '../../shared/error-messages.ts';

/** The status of the transport for each kind of refusal. */
const TRPC_CODE = {
  unauthenticated: 'UNAUTHORIZED',
  forbidden: 'FORBIDDEN',
  precondition: 'PRECONDITION_FAILED',
  not_found: 'NOT_FOUND',
  conflict: 'CONFLICT',
  invalid: 'BAD_REQUEST',
  limit: 'TOO_MANY_REQUESTS',
  unavailable: 'SERVICE_UNAVAILABLE',
} as const satisfies Record<ErrorKind, TRPC_ERROR_CODE_KEY>;

/** How often an open stream says that it is alive, in milliseconds; what stands in between would otherwise end it. */
const PING_EVERY = 10_000;

const t = initTRPC.context<UseCaseContext>().create({
  isDev: false,
  sse: { ping: { enabled: true, intervalMs: PING_EVERY } },
  errorFormatter: ({ shape, error }) => {
    const refusal = refusalOf(error);
    // Neither a use-case nor a schema refused it: it is the request itself that is wrong.
    const isRequest = !(error.cause instanceof AppError) && refusal.details === undefined;
    return {
      code: shape.code,
      message: isRequest ? messageOf(refusal.code, shape.data.httpStatus) : ERRORS[refusal.code].text,
      data: {
        code: shape.data.code,
        httpStatus: shape.data.httpStatus,
        reason: refusal.code,
        details: refusal.details ?? null,
      },
    };
  },
});

/** What a client may know of an error: ours by its code, a failed validation by its places, anything else as `internal`. */
function refusalOf(error: TRPCError): { code: ErrorCode; details?: unknown } {
  if (error.cause instanceof AppError) return { code: error.cause.code, details: error.cause.details };
  if (error.code === 'INTERNAL_SERVER_ERROR') return { code: 'internal' };
  const issues = (error.cause as { issues?: { path: PropertyKey[]; message: string }[] } | undefined)?.issues;
  return {
    code: 'input_invalid',
    details: issues?.map(({ path, message }) => ({ path: path.join('.'), message })),
  };
}

/** A refusal as the error of the transport, with its status. */
export function transportError(refused: AppError): TRPCError {
  return new TRPCError({ code: TRPC_CODE[refused.kind], cause: refused });
}

/** What a link's secret opens, also to nobody in particular: a use-case's refusal becomes the transport's error. */
export const linkProcedure = t.procedure.use(async ({ next }) => {
  const result = await next();
  if (!result.ok && result.error.cause instanceof AppError) throw transportError(result.error.cause);
  return result;
});

/** Every other procedure starts here: who is nobody is refused before the input is read and before a write is queued. */
export const procedure = linkProcedure.use(({ ctx, next }) =>
  ctx.caller.kind === 'anonymous' ? fail('not_signed_in') : next(),
);

export const { router, createCallerFactory } = t;
