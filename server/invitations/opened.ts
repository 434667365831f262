// An invitation as its link finds it: what the seal says, whether it still lives, and whether its inviter may still invite.
import { AppError, fail } from '../../shared/errors.ts';
import type { AccountId } from '../../shared/ids.ts';
import type { Actor } from '../../shared/policy/can.ts';
import { can } from '../../shared/policy/can.ts';
import type { CompiledPolicy } from '../../shared/policy/compile.ts';
import type { Account } from '../accounts/store.ts';
import { accountByKey } from '../accounts/store.ts';
import type { UseCaseContext } from '../context.ts';
import type { Sql } from '../db/database.ts';
import { actorOfMember } from '../sessions/elsewhere.ts';
import { readFacts } from '../write.ts';
import type { LinkChannel } from './links.ts';
import type { StoredInvitation } from './store.ts';
import { companionsOf, invitationById } from './store.ts';

/** What a link opens: one pending invitation, or several that came together, and the way the link went. */
export interface OpenedLetter {
  readonly invitations: readonly [StoredInvitation, ...StoredInvitation[]];
  readonly channel: LinkChannel;
}

/**
 * The pending invitations that `token` opens at `now`: the one it was made for, and those into other workspaces that came with it.
 * What became of that one is no obstacle to the others.
 * @throws {AppError} `link_invalid` for anything that was not made here; else what became of the invitation or the link.
 */
export async function openLink(
  ctx: UseCaseContext,
  sql: Sql,
  token: string,
  now: number,
): Promise<OpenedLetter> {
  const opened = ctx.links.open(token) ?? fail('link_invalid');
  const lead = (await invitationById(sql, opened.invitationId)) ?? fail('link_invalid');
  // Never given out: a database that was put back to an earlier state.
  if (opened.generation > lead.generation) fail('link_invalid');
  const problem = problemOf(lead, opened.generation, now);
  const isCurrent = opened.generation === lead.generation;
  const companions = opened.opensAll && isCurrent ? await companionsOf(sql, lead.id, now) : [];
  const [first, ...others] = problem === undefined ? [lead, ...companions] : companions;
  if (first === undefined) fail(problem!);
  return { invitations: [first, ...others], channel: opened.channel };
}

function problemOf({ state, ...lead }: StoredInvitation, generation: number, now: number) {
  if (state === 'revoked') return 'invitation_revoked';
  if (state !== 'pending') return 'link_used';
  if (generation < lead.generation) return 'link_replaced';
  return lead.expiresAt <= now ? 'link_expired' : undefined;
}

/** Those of the opened invitations whose inviters could still invite, at least one. @throws {AppError} why the first cannot be answered, where none can. */
export async function offeredOf(
  ctx: UseCaseContext,
  sql: Sql,
  { invitations }: OpenedLetter,
): Promise<[StoredInvitation, ...StoredInvitation[]]> {
  const offered: StoredInvitation[] = [];
  let refused: AppError | undefined;
  for (const invitation of invitations) {
    try {
      await assertInviterMay(ctx, sql, invitation);
      offered.push(invitation);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      refused ??= error;
    }
  }
  const [first, ...others] = offered;
  if (first === undefined) throw refused!;
  return [first, ...others];
}

/** Refuses a token that was not made here, before a write is queued for it: anybody can send those. @throws {AppError} `link_invalid`. */
export function assertOurs(ctx: UseCaseContext, token: string): void {
  if (ctx.links.open(token) === undefined) fail('link_invalid');
}

/** Refuses where whoever answers for the invitation could not invite into these roles now (SEC_B13). @throws {AppError} `workspace_archived`, `inviter_may_not`. */
async function assertInviterMay(ctx: UseCaseContext, sql: Sql, invitation: StoredInvitation): Promise<void> {
  const { workspaceId, roles } = invitation;
  const facts = await readFacts(sql, ctx, workspaceId);
  if (facts.isArchived) fail('workspace_archived');
  const inviter = await inviterOf(sql, facts.policy, invitation);
  const target = { workspace: workspaceId, roles };
  if (inviter === undefined || !can(inviter, 'invitation.create', target, facts).allowed)
    fail('inviter_may_not');
}

async function inviterOf(
  sql: Sql,
  policy: CompiledPolicy,
  { workspaceId, inviterId }: StoredInvitation,
): Promise<Actor | undefined> {
  if (inviterId === null) return { kind: 'system', roles: [], status: 'active' };
  return actorOfMember(sql, policy, workspaceId, inviterId);
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
