// Deletes a role of the workspace's own, once it was said what becomes of those who have it.
import type { DeleteRole } from '../../shared/contract/roles.ts';
import { fail } from '../../shared/errors.ts';
import type { WorkspaceId } from '../../shared/ids.ts';
import { isAssignable, mayGive } from '../../shared/policy/compile.ts';
import type { CompiledPolicy } from '../../shared/policy/compile.ts';
import type { RoleKey } from '../../shared/policy/policy.ts';
import type { RoleDeleted } from '../../shared/roles/role-list.ts';
import type { UseCaseContext, WriteTransaction } from '../context.ts';
import { providersOf } from '../providers/store.ts';
import { roleToChange } from './change.ts';
import { assertInCharge, policyWith, traceOf } from './content.ts';
import { holdersOf, invitationsTo, isHeldBeside } from './holders-store.ts';
import { deleteRoleRow } from './store.ts';
import type { Taking } from './take-away.ts';
import { namesRole, takeFromInvitations, takeFromMembers, takeFromProviders } from './take-away.ts';

/**
 * Deletes the role. Members, pending invitations and what identity providers give have `replacement` in its place; with null they go
 * without, and an invitation to nothing else is taken back.
 * @throws {AppError} the reason of the denial, also for the replacement; `outranked` where somebody who has it is not the caller's to
 * manage; `role_in_use` where somebody has it and nothing was said; `last_in_charge`; `changed_meanwhile` with the fresh role; `fresh_sign_in_required`.
 */
export async function deleteRole(ctx: UseCaseContext, input: DeleteRole): Promise<RoleDeleted> {
  const { idempotencyKey, ...wish } = input;
  const { isPutInCharge, ...deleted } = await ctx.write(
    { action: 'role.delete', input: wish, idempotencyKey, note: input.note },
    async (tx) => {
      const workspaceId = ctx.workspaceId ?? fail('workspace_not_found');
      const { key, replacement = null } = input;
      await tx.assertCan('role.delete', { workspace: workspaceId, role: key, replacement });
      const { role, roles } = await roleToChange(tx, workspaceId, input);
      if (input.replacement === undefined && (await isInUse(tx, workspaceId, key))) fail('role_in_use');
      await assertYoursToManage(ctx, tx, workspaceId, key);
      const facts = await tx.facts();
      const after = await policyWith(
        ctx,
        tx,
        roles.filter((each) => each.key !== key),
      );
      const isPutInCharge = replacement !== null && after.guard.has(replacement);
      if (isPutInCharge) tx.assertFresh();
      if (!(await deleteRoleRow(tx.sql, workspaceId, role))) fail('changed_meanwhile', role);
      const counts = await takeAway(ctx, tx, {
        workspaceId,
        from: key,
        to: replacement,
        after,
        isPutInCharge,
      });
      await assertInCharge(tx, workspaceId, facts, after);
      await tx.audit({
        action: 'role.delete',
        target: { kind: 'role', id: key },
        before: traceOf(role),
        after: { replacement, ...counts },
      });
      return { key, ...counts, isPutInCharge };
    },
  );
  if (isPutInCharge) ctx.mailWaiting();
  return deleted;
}

async function takeAway(ctx: UseCaseContext, tx: WriteTransaction, taking: Taking) {
  const members = await takeFromMembers(ctx, tx, taking);
  const invited = await takeFromInvitations(tx, taking);
  await takeFromProviders(tx, taking);
  return { members, ...invited };
}

async function isInUse(tx: WriteTransaction, workspaceId: WorkspaceId, key: RoleKey): Promise<boolean> {
  if ((await holdersOf(tx.sql, workspaceId, key, 1)).length > 0) return true;
  if ((await invitationsTo(tx.sql, workspaceId, key, 1)).length > 0) return true;
  return (await providersOf(tx.sql, workspaceId)).some(({ admission }) => namesRole(admission, key));
}

/** Who may not give a role may not take another away from whoever has it. */
async function assertYoursToManage(
  { policy }: { readonly policy: CompiledPolicy },
  { actor, sql }: WriteTransaction,
  workspaceId: WorkspaceId,
  key: RoleKey,
): Promise<void> {
  if (actor.kind !== 'member') return;
  const above = [...policy.roles.keys()].filter(
    (role) => isAssignable(policy, role) && !mayGive(policy, actor.roles, role),
  );
  if (await isHeldBeside(sql, workspaceId, key, above)) fail('outranked');
}
