// Switches members off and on again.
import type { OnMember } from '../../shared/contract/members.ts';
import type { Member } from '../../shared/members/member.ts';
import { isGuard } from '../../shared/policy/compile.ts';
import type { UseCaseContext, WriteTransaction } from '../context.ts';
import { changed, memberToChange } from './change.ts';
import type { StoredMember } from './store.ts';
import { endSessionsWithoutMembership, setStatus } from './store.ts';

/** Switches the member off: they lose every right at their next request. @throws {AppError} the reason of the denial; `changed_meanwhile`. */
export function deactivateMember(ctx: UseCaseContext, input: OnMember): Promise<Member> {
  const { idempotencyKey, ...wish } = input;
  return ctx.write(
    { action: 'member.deactivate', input: wish, idempotencyKey, note: input.note },
    async (tx) => deactivate(ctx, tx, await memberToChange(ctx, tx, input)),
  );
}

/** Restores the member's access; what was ended by switching off stays ended. @throws {AppError} the reason of the denial; `fresh_sign_in_required` for somebody in charge; `changed_meanwhile`. */
export function reactivateMember(ctx: UseCaseContext, input: OnMember): Promise<Member> {
  const { idempotencyKey, ...wish } = input;
  return ctx.write(
    { action: 'member.reactivate', input: wish, idempotencyKey, note: input.note },
    async (tx) => reactivate(ctx, tx, await memberToChange(ctx, tx, input)),
  );
}

/** Switching off one member read in this transaction; bulk changes share it. */
export async function deactivate(
  ctx: UseCaseContext,
  tx: WriteTransaction,
  member: StoredMember,
): Promise<Member> {
  await tx.assertCan('member.deactivate', { member });
  const isChanged = await setStatus(tx.sql, ctx.policy, member, 'deactivated', tx.now);
  const deactivated = await changed(tx, member, isChanged, {
    action: 'member.deactivate',
    before: { status: 'active' },
    after: { status: 'deactivated' },
  });
  await endSessionsWithoutMembership(tx.sql, member.accountId);
  return deactivated;
}

/** Switching on one member read in this transaction; bulk changes share it. */
export async function reactivate(
  ctx: UseCaseContext,
  tx: WriteTransaction,
  member: StoredMember,
): Promise<Member> {
  await tx.assertCan('member.reactivate', { member });
  // It gives them their role back, as making them an owner would (SEC_D17).
  if (isGuard(ctx.policy, member.roles)) tx.assertFresh();
  const isChanged = await setStatus(tx.sql, ctx.policy, member, 'active', tx.now);
  return changed(tx, member, isChanged, {
    action: 'member.reactivate',
    before: { status: 'deactivated' },
    after: { status: 'active' },
  });
}
