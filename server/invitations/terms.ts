// How long an invitation lives, who answers for it, how it gets there and how many there may be: decided where it is issued, the first time and again.
import { fail } from '../../shared/errors.ts';
import type { MemberId, WorkspaceId } from '../../shared/ids.ts';
import type { UseCaseContext, WriteTransaction } from '../context.ts';
import { assertLeft, spend } from '../limits/limits.ts';
import { hasMail } from '../settings/mail-setup.ts';
import { workspaceById } from '../workspaces/store.ts';

const HOUR = 60 * 60 * 1000;

/** The terms of an invitation that is issued in this write. */
export interface IssueTerms {
  readonly workspaceId: WorkspaceId;
  readonly delivery: 'queued' | 'none';
  /** Who answers for it: their right is asked again when it is accepted (SEC_B13). */
  readonly inviterId: MemberId | null;
  readonly now: number;
  readonly expiresAt: number;
}

/** The terms of what the caller issues now in the workspace of the call. @throws {AppError} `workspace_not_found`. */
export async function issueTerms(ctx: UseCaseContext, tx: WriteTransaction): Promise<IssueTerms> {
  const workspace = ctx.workspaceId === null ? undefined : await workspaceById(tx.sql, ctx.workspaceId);
  if (workspace === undefined) fail('workspace_not_found');
  return {
    workspaceId: workspace.id,
    delivery: (await hasMail(ctx, tx.sql)) ? 'queued' : 'none',
    inviterId: tx.actor.id ?? null,
    now: tx.now,
    expiresAt: tx.now + workspace.invitationHours * HOUR,
  };
}

/** Counts one request that issues invitations of these addresses. @throws {AppError} `rate_limited`. */
export async function spendInvitations(
  tx: WriteTransaction,
  { workspaceId, inviterId }: IssueTerms,
  emailKeys: readonly string[],
): Promise<void> {
  await spend(tx, 'invitationRequests', inviterId ?? tx.actor.kind);
  await spend(tx, 'invitedAddresses', workspaceId, emailKeys.length);
  await assertLeft(
    tx,
    'revokedInvitations',
    emailKeys.map((key) => mailboxHere(workspaceId, key)),
  );
}

/** Counts one more address of a request that was counted already. @throws {AppError} `rate_limited`. */
export async function spendAddress(
  tx: WriteTransaction,
  { workspaceId }: IssueTerms,
  emailKey: string,
): Promise<void> {
  await assertLeft(tx, 'revokedInvitations', [mailboxHere(workspaceId, emailKey)]);
  await spend(tx, 'invitedAddresses', workspaceId);
}

/** A mailbox as one workspace invites it, which is no other workspace's matter. */
export function mailboxHere(workspaceId: WorkspaceId, emailKey: string): string {
  return `${workspaceId}\n${emailKey}`;
}
