// Histories of signing in: one's own, and a member's for whoever may look at it.
import type { MemberActivity, SignIn } from '../../shared/activity/activity.ts';
import type { ReadMember } from '../../shared/contract/account.ts';
import { fail } from '../../shared/errors.ts';
import type { UseCaseContext } from '../context.ts';
import { memberOfAccount } from '../members/store.ts';
import { memberToRead } from '../members/target.ts';
import { ownScope } from '../sessions/own.ts';
import { signInsOf, visitCounts, visitsOf } from './store.ts';

/** How many of the own attempts are shown. */
const OWN = 50;
/** How many of a member's visits are shown. */
const RECENT = 20;

/**
 * Attempts to sign in to the caller's account, the newest first, failed ones too; at most 50. Who was let in by a workspace's own
 * provider and belongs elsewhere too sees their visits to that workspace instead.
 * @throws {AppError} `not_signed_in`; `account_action_by_host` under a host's token.
 */
export async function listOwnSignIns(ctx: UseCaseContext): Promise<SignIn[]> {
  const { accountId, only } = await ownScope(ctx.read, ctx.caller);
  if (only === null) return signInsOf(ctx.read, accountId, OWN);
  const member = (await memberOfAccount(ctx.read, only, accountId)) ?? fail('not_a_member');
  return visitsOf(ctx.read, member.seq, OWN);
}

/** How often a member came to this workspace, and nothing of any other. @throws {AppError} `member_not_found`; the reason of the denial. */
export async function getMemberActivity(ctx: UseCaseContext, input: ReadMember): Promise<MemberActivity> {
  const { seq, lastSignInAt } = await memberToRead(ctx, 'member.view-activity', input.memberId);
  return {
    lastSignInAt,
    ...(await visitCounts(ctx.read, seq, ctx.now())),
    recent: await visitsOf(ctx.read, seq, RECENT),
  };
}
