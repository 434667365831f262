// The one way into a session: whatever proved who it is, the person comes in through here.
import type { AccountId, ProviderId, WorkspaceId } from '../../shared/ids.ts';
import type { SessionStart } from '../../shared/sessions/session.ts';
import { recordSignIn } from '../activity/record.ts';
import type { UseCaseContext, WriteTransaction } from '../context.ts';
import { first } from '../db/database.ts';
import { endSession } from './store.ts';

/** Who comes in, and what proved it. */
export interface Entry {
  readonly accountId: AccountId;
  readonly startedBy: SessionStart;
  readonly providerId?: ProviderId;
  /** The one workspace that the session opens: a workspace's own provider speaks for that workspace only. */
  readonly workspaceId?: WorkspaceId;
  /** When the person proved who they are, in milliseconds; now by default. */
  readonly authenticatedAt?: number;
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
 * Opens a new session for somebody who proved who they are, ends the one that their browser had (SEC_D02), and notes it in their history and the trail.
 * Whether the person may come in is asked before, by `mayEnter`. The cookies go into the reply.
 */
export async function enter(ctx: UseCaseContext, tx: WriteTransaction, entry: Entry): Promise<void> {
  if (ctx.caller.kind === 'account') await endSession(tx.sql, ctx.caller.session.id);
  const { device, network } = ctx.visit;
  const token = await ctx.sessions.openIn(tx.sql, { ...entry, device, network });
  await recordSignIn(ctx, tx, { accountId: entry.accountId, by: entry.startedBy, isOk: true });
  await tx.audit({
    action: 'account.sign-in',
    target: { kind: 'account', id: entry.accountId },
    after: { by: entry.startedBy, providerId: entry.providerId, workspaceId: entry.workspaceId },
  });
  ctx.replyCookies.push(ctx.sessions.cookie(token));
  // A workspace's own provider may say that anybody is anybody there; what it lets in is no browser of the account's.
  if (entry.workspaceId === undefined) await rememberDevice(ctx, tx, entry.accountId);
}

async function rememberDevice(ctx: UseCaseContext, tx: WriteTransaction, id: AccountId): Promise<void> {
  const row = await first<{ validFrom: number }>(
    tx.sql,
    'SELECT valid_from AS validFrom FROM accounts WHERE id = ?',
    [id],
  );
  if (row !== undefined)
    ctx.replyCookies.push(ctx.devices.cookie(ctx.visit.deviceMark, { id, validFrom: row.validFrom }));
}
