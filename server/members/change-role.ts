// Gives a member other roles.
import type { ChangeMemberRole } from '../../shared/contract/members.ts';
import type { Member } from '../../shared/members/member.ts';
import { isGuard } from '../../shared/policy/compile.ts';
import { tellByMail } from '../accounts/tell.ts';
import type { UseCaseContext, WriteTransaction } from '../context.ts';
import { elsewhere } from '../sessions/elsewhere.ts';
import { changed, memberToChange } from './change.ts';
import type { StoredMember } from './store.ts';
import { setRoles } from './store.ts';

/**
 * Gives the member the roles, in place of those they have, in the workspace of the call or in another one by what the caller is there (W33).
 * @throws {AppError} the reason of the denial; `fresh_sign_in_required` for a role that must never be vacant; `changed_meanwhile` with the fresh member.
 */
export async function changeMemberRole(ctx: UseCaseContext, input: ChangeMemberRole): Promise<Member> {
  const { idempotencyKey, ...wish } = input;
  const member = await ctx.write(
    { action: 'member.change-role', input: wish, idempotencyKey, note: input.note },
    async (tx) => {
      const there = await elsewhere(ctx, tx, input.workspaceId ?? ctx.workspaceId);
      const seen = await memberToChange(there.ctx, there.tx, input);
      return changeRoleOf(there.ctx, there.tx, seen, input.roles);
    },
  );
  // A role of another workspace may be one in charge there; waking the outbox for nothing costs nothing.
  if (input.workspaceId !== undefined || isGuard(ctx.policy, input.roles)) ctx.mailWaiting();
  return member;
}

/** The change itself, for one member read in this transaction; bulk changes share it. */
export async function changeRoleOf(
  ctx: UseCaseContext,
  tx: WriteTransaction,
  member: StoredMember,
  roles: readonly string[],
): Promise<Member> {
  await tx.assertCan('member.change-role', { member, roles });
  const unique = [...new Set(roles)];
  const isPutInCharge = unique.some((role) => ctx.policy.guard.has(role) && !member.roles.includes(role));
  // The act that makes others as mighty as oneself is for whom the person is, not for whom their session is (SEC_D17).
  if (isPutInCharge) tx.assertFresh();
  const fresh = await changed(tx, member, await setRoles(tx.sql, ctx.policy, member, unique), {
    action: 'member.change-role',
    before: { roles: member.roles },
    after: { roles: unique },
  });
  if (isPutInCharge)
    await tellByMail(ctx, tx, {
      kind: 'in-charge',
      accountId: member.accountId,
      data: { workspaceId: member.workspace },
    });
  return fresh;
}
