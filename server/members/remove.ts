// Ends memberships: by somebody else, or by the member's own leaving.
import type { LeaveWorkspace, OnMember } from '../../shared/contract/members.ts';
import { fail } from '../../shared/errors.ts';
import type { MemberId } from '../../shared/ids.ts';
import type { UseCaseContext, WriteTransaction } from '../context.ts';
import { memberToChange } from './change.ts';
import { noteDeparture } from './departures.ts';
import type { StoredMember } from './store.ts';
import { deleteMember, endSessionsWithoutMembership, memberById, publicMember } from './store.ts';

/** Ends the membership; the account goes with its last one. @throws {AppError} the reason of the denial; `changed_meanwhile`. */
export function removeMember(ctx: UseCaseContext, input: OnMember): Promise<{ id: MemberId }> {
  const { idempotencyKey, ...wish } = input;
  return ctx.write({ action: 'member.remove', input: wish, idempotencyKey, note: input.note }, async (tx) =>
    remove(ctx, tx, await memberToChange(ctx, tx, input)),
  );
}

/** Removing one member read in this transaction; bulk changes share it. */
export async function remove(
  ctx: UseCaseContext,
  tx: WriteTransaction,
  member: StoredMember,
): Promise<{ id: MemberId }> {
  await tx.assertCan('member.remove', { member });
  return end(ctx, tx, member, 'member.remove');
}

/** Ends the caller's own membership. @throws {AppError} `last_in_charge` where nobody else is in charge; `changed_meanwhile`. */
export function leaveWorkspace(ctx: UseCaseContext, input: LeaveWorkspace): Promise<{ id: MemberId }> {
  const { idempotencyKey, ...wish } = input;
  return ctx.write({ action: 'member.leave', input: wish, idempotencyKey }, async (tx) => {
    const own =
      tx.actor.id === undefined || ctx.workspaceId === null
        ? undefined
        : await memberById(tx.sql, ctx.workspaceId, tx.actor.id);
    if (own === undefined) fail(tx.actor.kind === 'anonymous' ? 'not_signed_in' : 'not_a_member');
    if (own.version !== input.version) fail('changed_meanwhile', publicMember(own));
    await tx.assertCan('member.leave', { member: own });
    return end(ctx, tx, own, 'member.leave');
  });
}

async function end(
  ctx: UseCaseContext,
  tx: WriteTransaction,
  member: StoredMember,
  action: 'member.remove' | 'member.leave',
): Promise<{ id: MemberId }> {
  // Before the account goes, and with it what the person is known by.
  await noteDeparture(tx.sql, member, { isRemoved: action === 'member.remove', now: tx.now });
  if (!(await deleteMember(tx.sql, ctx.policy, member))) fail('last_in_charge');
  await endSessionsWithoutMembership(tx.sql, member.accountId);
  await tx.audit({
    action,
    target: { kind: 'member', id: member.id },
    before: { roles: member.roles, status: member.status },
    personal: { name: member.name, email: member.email },
  });
  return { id: member.id };
}
