// Gives a member other roles.
import type { ChangeMemberRole } from '../../shared/contract/members.ts';
import type { Member } from '../../shared/members/member.ts';
import type { UseCaseContext, WriteTransaction } from '../context.ts';
import { changed, memberToChange } from './change.ts';
import type { StoredMember } from './store.ts';
import { setRoles } from './store.ts';

/**
 * Gives the member the roles, in place of those they have.
 * @throws {AppError} the reason of the denial; `changed_meanwhile` with the fresh member.
 */
export function changeMemberRole(ctx: UseCaseContext, input: ChangeMemberRole): Promise<Member> {
  const { idempotencyKey, ...wish } = input;
  return ctx.write({ action: 'member.change-role', input: wish, idempotencyKey }, async (tx) => {
    const member = await memberToChange(ctx, tx, input);
    return changeRoleOf(ctx, tx, member, input.roles);
  });
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
  return changed(tx, member, await setRoles(tx.sql, ctx.policy, member, unique), {
    action: 'member.change-role',
    before: { roles: member.roles },
    after: { roles: unique },
  });
}
