// The one way into a session: whatever proved who it is, the person comes in through here.
import type { AccountId, ProviderId, WorkspaceId } from '../../shared/ids.ts';
import type { SessionStart } from '../../shared/sessions/session.ts';
import { recordSignIn } from '../activity/record.ts';
import type { UseCaseContext, WriteTransaction } from '../context.ts';
import { first, run } from '../db/database.ts';

/** Who comes in, and what proved it. */
export interface Entry {
  readonly accountId: AccountId;
  readonly startedBy: SessionStart;
  readonly providerId?: ProviderId;
  /** The one workspace that the session opens: a workspace's own provider speaks for that workspace only. */
  readonly workspaceId?: WorkspaceId;
  /** The value of the session's cookie, where a repeated wish must lead to the same one. */
  readonly token?: string;
}

/** Whether the person has a membership that is switched on; without one nobody signs in. */
export async function mayEnter(
  tx: Pick<WriteTransaction, 'sql'>,
  accountId: AccountId,
  workspaceId?: WorkspaceId,
): Promise<boolean> {
  const row = await first(
    tx.sql,
    "SELECT 1 FROM members WHERE account_id = ?1 AND status = 'active' AND (?2 IS NULL OR workspace_id = ?2)",
    [accountId, workspaceId ?? null],
  );
  return row !== undefined;
}

/**
 * Opens a new session for somebody who proved who they are, ends the one that their browser had (SEC_D02), and notes both.
 * Whether the person may come in is asked before, by `mayEnter`. The cookie goes into the reply.
 */
export async function enter(ctx: UseCaseContext, tx: WriteTransaction, entry: Entry): Promise<void> {
  if (ctx.caller.kind === 'account')
    await run(tx.sql, 'DELETE FROM sessions WHERE handle = ?', [ctx.caller.session.id]);
  const { device, network } = ctx.visit;
  const token = await ctx.sessions.openIn(tx.sql, { ...entry, device, network });
  await recordSignIn(ctx, tx, { accountId: entry.accountId, by: entry.startedBy, isOk: true });
  ctx.replyCookies.push(ctx.sessions.cookie(token));
}
