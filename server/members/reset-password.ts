// An administrator gives somebody a password that they must replace at their next sign-in.
import type { ResetMemberPassword } from '../../shared/contract/account.ts';
import { fail } from '../../shared/errors.ts';
import type { MemberId } from '../../shared/ids.ts';
import type { Member } from '../../shared/members/member.ts';
import { can } from '../../shared/policy/can.ts';
import { isGuard } from '../../shared/policy/compile.ts';
import { replacePassword } from '../accounts/change-password.ts';
import { belongsElsewhere } from '../accounts/own-store.ts';
import { authorizeRead } from '../authorize.ts';
import type { UseCaseContext, Wish, WriteTransaction } from '../context.ts';
import { spend } from '../limits/limits.ts';
import { assertPasswordAllowed } from '../passwords/allowed.ts';
import { hashPassword, inLineOf } from '../passwords/hash.ts';
import { actorKey, readFacts } from '../write.ts';
import { isAboveAll } from './above.ts';
import type { StoredMember } from './store.ts';
import { memberById, publicMember } from './store.ts';

/**
 * Gives the member a password. Sessions, links and what a host signed for them end, they are told by mail, and the next thing
 * they do here is to choose their own (SEC_A21).
 * @throws {AppError} `account_is_shared` where they belong elsewhere too and the caller is not above all workspaces (SEC_E04); `people_from_provider`, `not_in_policy` and the other
 * reasons of the denial; `password_too_weak`, `password_mismatch`, `password_common`; `fresh_sign_in_required` for somebody in charge; `rate_limited`, `busy`.
 */
export async function resetMemberPassword(ctx: UseCaseContext, input: ResetMemberPassword): Promise<Member> {
  const { memberId, password, confirmation, idempotencyKey } = input;
  await assertWorthHashing(ctx, memberId);
  await assertPasswordAllowed(ctx.policy.policy.identity.passwords, password, confirmation);
  const hash = await inLineOf(actorKey(ctx.caller), () => hashPassword(password));
  // Nothing of the password stands in the wish: its digest is stored, and would be quicker to guess than the hash.
  const wish: Wish = { action: 'member.reset-password', input: { memberId }, idempotencyKey };
  const member = await ctx.write(wish, async (tx) => {
    const found = await accountToManage(ctx, tx, 'member.reset-password', memberId);
    await spend(tx, 'passwordResets', tx.actor.id ?? tx.actor.kind);
    await replacePassword(ctx, tx, { id: found.accountId, hash, isByOthers: true });
    await tx.audit({
      action: 'member.reset-password',
      target: { kind: 'member', id: found.id },
      personal: { name: found.name, email: found.email },
    });
    return publicMember(found);
  });
  ctx.mailWaiting();
  return member;
}

/** Turns away who may not before a hash is computed for them; the decision itself is made in the write. */
async function assertWorthHashing(ctx: UseCaseContext, id: MemberId): Promise<void> {
  const { actor, workspaceId } = await authorizeRead(ctx, 'members.list');
  const member = (await memberById(ctx.read, workspaceId, id)) ?? fail('member_not_found');
  const facts = await readFacts(ctx.read, ctx, workspaceId);
  const decision = can(actor, 'member.reset-password', { member }, facts);
  if (!decision.allowed) fail(decision.reason);
}

/**
 * The member, as the transaction finds them, for an act on how they sign in.
 * @throws {AppError} `member_not_found`; the reason of the denial; `account_is_shared`; `fresh_sign_in_required` for somebody in charge, whose place could be taken by it.
 */
export async function accountToManage(
  ctx: UseCaseContext,
  tx: WriteTransaction,
  action: 'member.reset-password' | 'member.change-email',
  id: MemberId,
): Promise<StoredMember> {
  // A caller without rights here learns nothing of who is here.
  const workspaceId = ctx.workspaceId ?? fail('workspace_not_found');
  await tx.assertCan('members.list', { workspace: workspaceId });
  const member = (await memberById(tx.sql, workspaceId, id)) ?? fail('member_not_found');
  await tx.assertCan(action, { member });
  const isShared = await belongsElsewhere(tx.sql, member.accountId, workspaceId);
  if (isShared && !isAboveAll(ctx, tx)) fail('account_is_shared');
  if (isShared || isGuard(ctx.policy, member.roles)) tx.assertFresh();
  return member;
}
