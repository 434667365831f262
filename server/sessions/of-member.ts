// The sessions of a member, for whoever manages them: what opens this workspace, and nothing of elsewhere.
import type { EndMemberSessions, ReadMember } from '../../shared/contract/account.ts';
import { fail } from '../../shared/errors.ts';
import type { MemberId } from '../../shared/ids.ts';
import type { Session } from '../../shared/sessions/session.ts';
import { belongsElsewhere } from '../accounts/own-store.ts';
import type { UseCaseContext, WriteTransaction } from '../context.ts';
import type { StoredMember } from '../members/store.ts';
import { memberById } from '../members/store.ts';
import { memberToRead } from '../members/target.ts';
import { readSessionLimits } from '../settings/session-limits.ts';
import { endSession, endSessionsBut, sessionsOfMember, setMemberValidFrom, startOfSession } from './store.ts';

/**
 * The sessions that open this workspace to the member, the last used first, up to a hundred. Of somebody who belongs elsewhere too, one that opens all of their
 * workspaces is told by its first visit here: when, from where, and the latest it can end.
 * @throws {AppError} `member_not_found`; the reason of the denial.
 */
export async function listMemberSessions(ctx: UseCaseContext, input: ReadMember): Promise<Session[]> {
  const member = await memberToRead(ctx, 'member.end-sessions', input.memberId);
  const { id, accountId, workspace } = member;
  const rows = await sessionsOfMember(ctx.read, id, {
    isShared: await belongsElsewhere(ctx.read, accountId, workspace),
    now: ctx.now(),
    limits: await readSessionLimits(ctx.read),
  });
  return rows.map(({ isScoped: _isScoped, ...row }) => ({ ...row, isCurrent: false }));
}

/**
 * Ends one session of a member, or everything through which they are in, what a host signed for them too.
 *
 * Somebody who belongs elsewhere too stays signed in there: their session stops opening this workspace. Where one such
 * session is named, those that they began before it stop with it.
 * @throws {AppError} `member_not_found`; `session_not_found`; the reason of the denial.
 */
export function endMemberSessions(ctx: UseCaseContext, input: EndMemberSessions): Promise<{ id: MemberId }> {
  const { idempotencyKey, ...wish } = input;
  return ctx.write({ action: 'member.end-sessions', input: wish, idempotencyKey }, async (tx) => {
    const workspaceId = ctx.workspaceId ?? fail('workspace_not_found');
    await tx.assertCan('members.list', { workspace: workspaceId });
    const member = (await memberById(tx.sql, workspaceId, input.memberId)) ?? fail('member_not_found');
    await endSessionsOf(tx, member, input.sessionId);
    return { id: member.id };
  });
}

/** Ending one session, or everything, of a member read in this transaction; bulk changes share it. @throws {AppError} the reason of the denial; `session_not_found`. */
export async function endSessionsOf(
  tx: WriteTransaction,
  member: StoredMember,
  sessionId?: EndMemberSessions['sessionId'],
): Promise<void> {
  await tx.assertCan('member.end-sessions', { member });
  if (sessionId === undefined) await endEverySession(tx, member);
  else await endOne(tx, member, sessionId);
  await tx.audit({
    action: 'member.end-sessions',
    target: { kind: 'member', id: member.id },
    after: { sessions: sessionId === undefined ? 'all' : 'one' },
    personal: { name: member.name, email: member.email },
  });
}

async function endEverySession(tx: WriteTransaction, member: StoredMember): Promise<void> {
  const { id, accountId, workspace } = member;
  const isShared = await belongsElsewhere(tx.sql, accountId, workspace);
  await endSessionsBut(tx.sql, { accountId, only: isShared ? workspace : null }, null);
  await setMemberValidFrom(tx.sql, id, tx.now);
}

async function endOne(
  tx: WriteTransaction,
  { id, accountId, workspace }: StoredMember,
  sessionId: NonNullable<EndMemberSessions['sessionId']>,
): Promise<void> {
  const isShared = await belongsElsewhere(tx.sql, accountId, workspace);
  const limits = await readSessionLimits(tx.sql);
  const only = { isShared, now: tx.now, limits, named: sessionId };
  const [named = fail('session_not_found')] = await sessionsOfMember(tx.sql, id, only);
  if (named.isScoped === 1 || !isShared) {
    await endSession(tx.sql, { accountId, only: isShared ? workspace : null }, sessionId);
    return;
  }
  const start = (await startOfSession(tx.sql, sessionId)) ?? fail('session_not_found');
  await setMemberValidFrom(tx.sql, id, start + 1);
}
