// An invitation as its link finds it: what the seal says, whether it still lives, and whether its inviter may still invite.
import { fail } from '../../shared/errors.ts';
import type { AccountId } from '../../shared/ids.ts';
import type { Actor } from '../../shared/policy/can.ts';
import { can } from '../../shared/policy/can.ts';
import type { Account } from '../accounts/store.ts';
import { accountByKey } from '../accounts/store.ts';
import type { UseCaseContext } from '../context.ts';
import type { Sql } from '../db/database.ts';
import { memberById } from '../members/store.ts';
import { readFacts } from '../write.ts';
import type { LinkChannel } from './links.ts';
import type { StoredInvitation } from './store.ts';
import { invitationById } from './store.ts';

/** A pending invitation and the way its link went. */
export interface OpenedInvitation {
  readonly invitation: StoredInvitation;
  readonly channel: LinkChannel;
}

/**
 * The pending invitation that `token` opens at `now`.
 * @throws {AppError} `link_invalid` for anything that was not made here; else what became of the invitation or the link.
 */
export async function openLink(
  ctx: UseCaseContext,
  sql: Sql,
  token: string,
  now: number,
): Promise<OpenedInvitation> {
  const opened = ctx.links.open(token) ?? fail('link_invalid');
  const invitation = (await invitationById(sql, opened.invitationId)) ?? fail('link_invalid');
  // Never given out: a database that was put back to an earlier state.
  if (opened.generation > invitation.generation) fail('link_invalid');
  if (invitation.state === 'revoked') fail('invitation_revoked');
  if (invitation.state !== 'pending') fail('link_used');
  if (opened.generation < invitation.generation) fail('link_replaced');
  if (invitation.expiresAt <= now) fail('link_expired');
  return { invitation, channel: opened.channel };
}

/** Refuses a token that was not made here, before a write is queued for it: anybody can send those. @throws {AppError} `link_invalid`. */
export function assertOurs(ctx: UseCaseContext, token: string): void {
  if (ctx.links.open(token) === undefined) fail('link_invalid');
}

/** Refuses where whoever answers for the invitation could not invite into these roles now (SEC_B13). @throws {AppError} `workspace_archived`, `inviter_may_not`. */
export async function assertInviterMay(
  ctx: UseCaseContext,
  sql: Sql,
  invitation: StoredInvitation,
): Promise<void> {
  const { workspaceId, roles } = invitation;
  const facts = await readFacts(sql, ctx.policy, workspaceId);
  if (facts.isArchived) fail('workspace_archived');
  const inviter = await inviterOf(sql, invitation);
  const target = { workspace: workspaceId, roles };
  if (inviter === undefined || !can(inviter, 'invitation.create', target, facts).allowed)
    fail('inviter_may_not');
}

async function inviterOf(sql: Sql, { workspaceId, inviterId }: StoredInvitation): Promise<Actor | undefined> {
  if (inviterId === null) return { kind: 'system', roles: [], status: 'active' };
  const member = await memberById(sql, workspaceId, inviterId);
  return (
    member && {
      kind: 'member',
      id: member.id,
      workspace: workspaceId,
      roles: member.roles,
      status: member.status,
    }
  );
}

/** Who stands before the invitation: nobody signed in, the invited person, or somebody else. */
export interface Visitor {
  readonly is: 'nobody' | 'invitee' | 'other';
  /** The account of the invited address, where there is one. */
  readonly account: Account | undefined;
}

/** Who the caller is to the invitation. @throws {AppError} `not_granted` for a host's key or token, which never acts for an account. */
export async function visitorOf(
  ctx: UseCaseContext,
  sql: Sql,
  invitation: StoredInvitation,
): Promise<Visitor> {
  const account = await accountByKey(sql, invitation.emailKey);
  const accountId = callerAccount(ctx);
  if (accountId === null) return { is: 'nobody', account };
  return { is: account?.id === accountId ? 'invitee' : 'other', account };
}

function callerAccount({ caller }: UseCaseContext): AccountId | null {
  if (caller.kind === 'account') return caller.accountId;
  return caller.kind === 'anonymous' || caller.kind === 'system' ? null : fail('not_granted');
}
