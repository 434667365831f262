// One change for many members: each person has a result of their own.
import type { ChangeManyMembers } from '../../shared/contract/members.ts';
import { AppError, fail } from '../../shared/errors.ts';
import type { MemberOutcome } from '../../shared/members/member.ts';
import { isGuard } from '../../shared/policy/compile.ts';
import type { UseCaseContext, WriteTransaction } from '../context.ts';
import { breathe } from '../db/breathe.ts';
import { assignTo } from '../permissions/assign.ts';
import { kindOf } from '../resources/kind.ts';
import { changeRoleOf } from './change-role.ts';
import { endSessionsOf } from '../sessions/of-member.ts';
import { remove } from './remove.ts';
import { selectMembers } from './select.ts';
import type { StoredMember } from './store.ts';
import { publicMember } from './store.ts';
import { deactivate, reactivate } from './switch.ts';

/** The results of one step, and where the next begins. */
export interface ManyChanged {
  readonly results: readonly MemberOutcome[];
  readonly next: string | null;
}

/** How many are changed before others get a turn. */
const TURN = 25;

/**
 * Changes up to 200 members in one transaction, and says where to go on.
 *
 * Who may not be changed is refused by themselves; the others are changed. A filter is evaluated here, when it acts,
 * in an order that the change itself does not disturb.
 * @throws {AppError} `fresh_sign_in_required` where somebody is to be given a role that must never be vacant, or is switched on again with one; nobody is changed then.
 */
export async function changeManyMembers(ctx: UseCaseContext, input: ChangeManyMembers): Promise<ManyChanged> {
  const { idempotencyKey, ...wish } = input;
  const done = await ctx.write(
    { action: `${input.change.action}.many`, input: wish, idempotencyKey, note: input.note },
    async (tx) => {
      const workspaceId = ctx.workspaceId ?? fail('workspace_not_found');
      await tx.assertCan('members.list', { workspace: workspaceId });
      const { members, next, refused } = await selectMembers(
        tx.sql,
        ctx.policy,
        workspaceId,
        input.selection,
      );
      const results: MemberOutcome[] = [...refused];
      for (const [index, member] of members.entries()) {
        results.push(await changeOne(ctx, tx, member, input.change));
        if (index % TURN === TURN - 1) await breathe();
      }
      return { results, next };
    },
  );
  const { change } = input;
  if (change.action === 'member.change-role' && isGuard(ctx.policy, change.roles)) ctx.mailWaiting();
  return done;
}

async function changeOne(
  ctx: UseCaseContext,
  tx: WriteTransaction,
  member: StoredMember,
  change: ChangeManyMembers['change'],
): Promise<MemberOutcome> {
  const person = { memberId: member.id, name: member.name || member.email };
  try {
    switch (change.action) {
      case 'member.change-role':
        return {
          ...person,
          member: await changeRoleOf(ctx, tx, member, change.roles),
          previousRoles: member.roles,
        };
      case 'member.deactivate':
        return { ...person, member: await deactivate(ctx, tx, member) };
      case 'member.reactivate':
        return { ...person, member: await reactivate(ctx, tx, member) };
      case 'member.end-sessions':
        await endSessionsOf(tx, member);
        return { ...person, member: publicMember(member) };
      case 'member.assign':
        return { ...person, member: await assignTo(tx, member, kindOf(ctx.policy, change.kind), change) };
      case 'member.remove':
        await remove(ctx, tx, member);
        return person;
    }
  } catch (error) {
    // A refusal is this person's result and came before any statement took effect for them; anything else ends the whole step.
    if (!(error instanceof AppError)) throw error;
    // This one is the caller's to put right, not a person's result.
    if (error.code === 'fresh_sign_in_required') throw error;
    return { ...person, refused: error.code };
  }
}
