// A person's own sessions: seen and ended by themselves, through a session of theirs and never through a host's token.
import type { EndOtherSessions, EndSession } from '../../shared/contract/account.ts';
import { fail } from '../../shared/errors.ts';
import type { SessionId } from '../../shared/ids.ts';
import type { Session } from '../../shared/sessions/session.ts';
import { belongsElsewhere } from '../accounts/own-store.ts';
import type { Caller, UseCaseContext } from '../context.ts';
import type { Sql } from '../db/database.ts';
import { mustChangePassword } from '../sign-in/store.ts';
import type { SessionScope } from './store.ts';
import { endSession, endSessionsBut, sessionsIn } from './store.ts';

/**
 * The caller's sessions, up to a hundred: the one that asks, then the last used. One that only a workspace's provider vouched for knows those of that workspace only,
 * where the person belongs elsewhere too.
 * @throws {AppError} `not_signed_in`; `account_action_by_host` under a host's token; `not_granted` for what is no person.
 */
export async function listOwnSessions(ctx: UseCaseContext): Promise<Session[]> {
  const { session } = ownCaller(ctx.caller);
  const rows = await sessionsIn(ctx.read, await ownScope(ctx.read, ctx.caller), {
    current: session.id,
    now: ctx.now(),
  });
  return rows.map((row) => ({ ...row, isCurrent: row.id === session.id }));
}

/** Ends one of the caller's sessions, the one that asks too. @throws {AppError} `session_not_found`; as `listOwnSessions`. */
export async function endOwnSession(ctx: UseCaseContext, input: EndSession): Promise<{ id: SessionId }> {
  const { idempotencyKey, sessionId: id } = input;
  const { accountId, session } = ownCaller(ctx.caller);
  const ended = await ctx.write(
    { action: 'account.end-session', input: { id }, idempotencyKey },
    async (tx) => {
      if (!(await endSession(tx.sql, await ownScope(tx.sql, ctx.caller), id))) fail('session_not_found');
      await tx.audit({
        action: 'account.end-session',
        target: { kind: 'account', id: accountId },
        after: { ended: 1 },
      });
      return { id };
    },
  );
  // Only then: a browser without its cookie could not end a session that goes on.
  if (id === session.id) ctx.replyCookies.push(ctx.sessions.blankCookie());
  return ended;
}

/** Ends all of the caller's sessions but the one that asks. @throws {AppError} as `listOwnSessions`. */
export function endOtherSessions(ctx: UseCaseContext, input: EndOtherSessions): Promise<{ ended: number }> {
  const { accountId, session } = ownCaller(ctx.caller);
  const { idempotencyKey } = input;
  return ctx.write({ action: 'account.end-session.others', input: {}, idempotencyKey }, async (tx) => {
    const ended = await endSessionsBut(tx.sql, await ownScope(tx.sql, ctx.caller), session.id);
    if (ended > 0)
      await tx.audit({
        action: 'account.end-session',
        target: { kind: 'account', id: accountId },
        after: { ended },
      });
    return { ended };
  });
}

/**
 * What of their account the caller reaches: all, or, where a workspace's own provider let them in and they belong elsewhere too, that workspace.
 * @throws {AppError} `password_change_required`; as `listOwnSessions`.
 */
export async function ownScope(sql: Sql, caller: Caller): Promise<SessionScope> {
  const { accountId, session } = ownCaller(caller);
  if (await mustChangePassword(sql, accountId)) fail('password_change_required');
  const only = session.workspaceId;
  const isNarrow = only !== null && (await belongsElsewhere(sql, accountId, only));
  return { accountId, only: isNarrow ? only : null };
}

function ownCaller(caller: Caller): Caller & { kind: 'account' } {
  if (caller.kind === 'account') return caller;
  if (caller.kind === 'subject') fail('account_action_by_host');
  return fail(caller.kind === 'anonymous' ? 'not_signed_in' : 'not_granted');
}
