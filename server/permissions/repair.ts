// Brings the host's database in order with what is granted, each table by itself.
import type { RepairDatabase } from '../../shared/contract/permissions.ts';
import { fail } from '../../shared/errors.ts';
import type { WorkspaceId } from '../../shared/ids.ts';
import type { RepairedPart } from '../../shared/permissions/database.ts';
import { holdsAll } from '../../shared/policy/decide.ts';
import type { ResourceKind } from '../../shared/policy/policy.ts';
import type { UseCaseContext } from '../context.ts';
import { kindOf } from '../resources/kind.ts';
import { accessSource, followerOf } from './follow.ts';

/** The results of all parts. */
export interface DatabaseRepaired {
  readonly parts: readonly RepairedPart[];
}

/**
 * Brings the tables of these resources in order, and what all of them stand on. A part that fails takes no other along.
 * @throws {AppError} where the caller may save nothing of this kind; `not_in_policy` for an unknown kind; `database_not_managed`; `database_unavailable`; `busy`; `idempotency_mismatch`. What stands against one part is its result.
 */
export async function repairDatabase(ctx: UseCaseContext, input: RepairDatabase): Promise<DatabaseRepaired> {
  const kind = kindOf(ctx.policy, input.kind);
  const { idempotencyKey, ...wish } = input;
  const workspaceId = await assertCanRepair(ctx, kind, wish);
  const follower = followerOf(ctx, workspaceId, kind.key) ?? fail('database_not_managed');
  const asked = new Set(input.tables);
  // Decided, then done, then noted. The host's database is another one, so no transaction holds both: done inside of the write, a
  // database that waits would make everybody's writes wait, and be undone by nothing. Doing it twice is as good as once, since it
  // only ever brings about what the grid says by then; so a retry after a crash in between does it again and notes it.
  const parts = await follower.follow(workspaceId, accessSource(ctx, workspaceId), {
    kind: kind.key,
    isMeant: ({ key }) => asked.has(key),
    isWhole: true,
  });
  return ctx.write({ action: 'permissions.repair', input: wish, idempotencyKey }, async (tx) => {
    const tables = parts.filter(({ part }) => part === 'table');
    const keys = (isWell: boolean): string[] =>
      tables.filter(({ refused }) => (refused === undefined) === isWell).map(({ key }) => key);
    const named = tables.filter(({ key, name }) => name !== key);
    await tx.audit({
      action: 'permissions.repair',
      target: { kind: 'workspace', id: workspaceId },
      after: {
        kind: kind.key,
        repaired: keys(true),
        unrepaired: keys(false),
        ...(named.length > 0 && { names: Object.fromEntries(named.map(({ key, name }) => [key, name])) }),
      },
    });
    return { parts };
  });
}

/** Whoever may save a kind's grid may have it followed; of what people are granted themselves, whoever may see it and has all of it. */
async function assertCanRepair(
  ctx: UseCaseContext,
  kind: ResourceKind,
  input: Omit<RepairDatabase, 'idempotencyKey'>,
): Promise<WorkspaceId> {
  if (ctx.caller.kind === 'anonymous') fail('not_signed_in');
  const workspace = ctx.workspaceId ?? fail('workspace_not_found');
  const [role] = kind.editableRoles;
  await ctx.write({ action: 'permissions.repair', input }, async (tx) => {
    if (role !== undefined) return tx.assertCan('permissions.save', { workspace, kind: kind.key, role });
    await tx.assertCan('permissions.view', { workspace });
    if (!holdsAll(tx.actor, kind)) fail('not_granted');
  });
  return workspace;
}
