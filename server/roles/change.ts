// Changes a role of the workspace's own: its words, and what its holders may do from their next request on.
import type { ChangeRole } from '../../shared/contract/roles.ts';
import { fail } from '../../shared/errors.ts';
import type { WorkspaceId } from '../../shared/ids.ts';
import type { CustomRole } from '../../shared/policy/custom-roles.ts';
import type { RoleKey } from '../../shared/policy/policy.ts';
import { isSameSet } from '../../shared/same-set.ts';
import type { UseCaseContext, WriteTransaction } from '../context.ts';
import { assertInCharge, contentOf, policyWith, tellInCharge, traceOf } from './content.ts';
import { holdersOf, isHeldBeside } from './holders-store.ts';
import { customRoles, updateRole } from './store.ts';

/**
 * Gives the role other words and rights.
 * @throws {AppError} the reason of the denial; `outranked` for other rights where somebody who has it holds more than the caller; `role_unknown`, `role_built_in`; `changed_meanwhile` with the fresh role; `last_in_charge` where
 * nobody active would be left in charge; `role_name_invalid`, `role_name_taken`; `fresh_sign_in_required` where its holders are put in charge.
 */
export async function changeRole(ctx: UseCaseContext, input: ChangeRole): Promise<CustomRole> {
  const { idempotencyKey, ...wish } = input;
  const changed = await ctx.write(
    { action: 'role.change', input: wish, idempotencyKey, note: input.note },
    async (tx) => {
      const workspaceId = ctx.workspaceId ?? fail('workspace_not_found');
      const { key, capabilities } = input;
      await tx.assertCan('role.change', { workspace: workspaceId, role: key, capabilities });
      const { role: before, roles } = await roleToChange(tx, workspaceId, input);
      const content = contentOf(ctx.policy.policy, input, key);
      const isOtherRights = !isSameSet(content.capabilities, before.capabilities);
      if (isOtherRights) await assertNobodyAbove(ctx, tx, workspaceId, key);
      const role = { ...content, key, version: before.version };
      const facts = await tx.facts();
      const after = await policyWith(
        ctx,
        tx,
        roles.map((each) => (each.key === key ? role : each)),
      );
      const isPutInCharge = after.guard.has(key) && !ctx.policy.guard.has(key);
      if (isPutInCharge) tx.assertFresh();
      if (!(await updateRole(tx.sql, workspaceId, role))) fail('changed_meanwhile', before);
      await assertInCharge(tx, workspaceId, facts, after);
      await tx.audit({
        action: 'role.change',
        target: { kind: 'role', id: key },
        before: traceOf(before),
        after: traceOf(role),
      });
      if (isPutInCharge)
        await tellInCharge(ctx, tx, workspaceId, await holdersOf(tx.sql, workspaceId, key, -1));
      return { role: { ...role, version: before.version + 1 }, isPutInCharge };
    },
  );
  if (changed.isPutInCharge) ctx.mailWaiting();
  return changed.role;
}

/** Who holds a right that the caller does not hold is not theirs to give rights or to take them from, by a role that both know either. @throws {AppError} `outranked`. */
async function assertNobodyAbove(
  { policy }: Pick<UseCaseContext, 'policy'>,
  { actor, sql }: WriteTransaction,
  workspaceId: WorkspaceId,
  key: RoleKey,
): Promise<void> {
  if (actor.kind !== 'member') return;
  const beyond = [...policy.holders.values()].filter(
    (holders) => !actor.roles.some((role) => holders.has(role)),
  );
  const above = new Set(beyond.flatMap((holders) => [...holders]));
  if (await isHeldBeside(sql, workspaceId, key, [...above])) fail('outranked');
}

/** The role that the caller saw, as the transaction finds it among all. @throws {AppError} `role_unknown`; `changed_meanwhile` with the fresh role. */
export async function roleToChange(
  tx: WriteTransaction,
  workspaceId: WorkspaceId,
  seen: { readonly key: string; readonly version: number },
): Promise<{ readonly role: CustomRole; readonly roles: readonly CustomRole[] }> {
  const roles = await customRoles(tx.sql, workspaceId);
  const role = roles.find(({ key }) => key === seen.key) ?? fail('role_unknown');
  if (role.version !== seen.version) fail('changed_meanwhile', role);
  return { role, roles };
}
