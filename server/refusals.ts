// What was refused, for the operator's log: who asked for what, and why not. Never what they sent.
import { AppError } from '../shared/errors.ts';
import type { ErrorCode } from '../shared/errors.ts';
import type { UseCaseContext } from './context.ts';

/** A call that was refused for who asked or how often, without anything that was sent. */
export interface Refusal {
  /** The procedures of the request, such as `members.list`, or the page that it was for, such as `/sign-in`. */
  readonly path: string;
  readonly reason: ErrorCode;
  /** What kind of caller it was, and their id; null where the door or a page refused. */
  readonly caller: { readonly kind: string; readonly id: string | null } | null;
  readonly workspaceId: string | null;
  readonly requestId: string | null;
  /** The network it came from, shortened. */
  readonly network: string;
}

/** The kinds of refusal that could be somebody trying doors; what is wrong with an input is no matter of a log. */
const TELLING: ReadonlySet<string> = new Set(['unauthenticated', 'forbidden', 'limit']);

/** What to note of `error`; undefined where it is no refusal that tells anything. */
export function refusalToNote(
  error: unknown,
  asked: Pick<Refusal, 'path' | 'network'>,
  ctx: Pick<UseCaseContext, 'caller' | 'workspaceId' | 'requestId'> | undefined,
): Refusal | undefined {
  if (!(error instanceof AppError) || !TELLING.has(error.kind)) return undefined;
  return {
    ...asked,
    reason: error.code,
    caller: ctx === undefined ? null : callerIn(ctx.caller),
    workspaceId: ctx?.workspaceId ?? null,
    requestId: ctx?.requestId ?? null,
  };
}

function callerIn(caller: UseCaseContext['caller']): Refusal['caller'] {
  switch (caller.kind) {
    case 'account':
      return { kind: caller.kind, id: caller.accountId };
    case 'subject':
    case 'host':
      return { kind: caller.kind, id: caller.hostKeyId };
    default:
      return { kind: caller.kind, id: null };
  }
}
