// Saves rows of the grid: each commits by itself and answers by itself, so that one that fails takes no other along.
import { createHash } from 'node:crypto';
import type { SaveGrants } from '../../shared/contract/permissions.ts';
import type { ErrorCode } from '../../shared/errors.ts';
import { AppError, fail } from '../../shared/errors.ts';
import type { WorkspaceId } from '../../shared/ids.ts';
import type { GrantChange, GrantOutcome } from '../../shared/permissions/permissions.ts';
import { sameActions } from '../../shared/permissions/permissions.ts';
import { can } from '../../shared/policy/can.ts';
import type { ResourceKind } from '../../shared/policy/policy.ts';
import { breathe } from '../db/breathe.ts';
import type { UseCaseContext, WriteTransaction } from '../context.ts';
import { kindOf } from '../resources/kind.ts';
import { actingMember } from '../sessions/acting-member.ts';
import { readFacts } from '../write.ts';
import { followTables } from './follow.ts';
import { publicGrant } from './list.ts';
import { grantOn, setActions } from './store.ts';

/** The results of all rows, in their order. */
export interface GrantsSaved {
  readonly results: readonly GrantOutcome[];
}

/**
 * Saves up to 500 rows, each in a transaction of its own.
 *
 * Every row has a key of its own under the key of the wish, and its outcome is recorded with it: a retry, also after
 * a crash in the middle, replays what was answered and does the rest.
 * @throws {AppError} where the caller may save no row at all; `not_in_policy` for an unknown kind; `idempotency_mismatch`. What stands against one row is its outcome.
 */
export async function saveGrants(ctx: UseCaseContext, input: SaveGrants): Promise<GrantsSaved> {
  const kind = kindOf(ctx.policy, input.kind);
  const workspaceId = await assertCanSaveSome(ctx, kind);
  // Each row is bound to the whole wish, so that the key cannot serve for another list that begins the same.
  const wish = createHash('sha256')
    .update(JSON.stringify([input.kind, input.rows]))
    .digest('base64url');
  const results: GrantOutcome[] = [];
  for (const [n, row] of input.rows.entries()) {
    await assertStillIn(ctx);
    results.push(
      await saveRow(ctx, workspaceId, kind, row, { wish, n, key: `${input.idempotencyKey}:${n}` }),
    );
    // Each row syncs the disk, so each is long enough for others to get their turn.
    await breathe();
  }
  return { results: await followed(ctx, workspaceId, kind, results) };
}

/**
 * Makes the host's database follow the rows that were saved, after their commit: it is another database, so nothing can hold both
 * together, and a row that is saved stays saved whatever that one says.
 */
async function followed(
  ctx: UseCaseContext,
  workspaceId: WorkspaceId,
  { key }: ResourceKind,
  results: readonly GrantOutcome[],
): Promise<readonly GrantOutcome[]> {
  const saved = results.flatMap(({ row, refused }) => (row && refused === undefined ? [row.resourceId] : []));
  const refusals = saved.length === 0 ? [] : await followTables(ctx, workspaceId, key, saved);
  return results.map((result) => {
    const unfollowed = refusals.find(({ resourceId }) => resourceId === result.resourceId)?.refused;
    return unfollowed === undefined || result.refused !== undefined ? result : { ...result, unfollowed };
  });
}

async function saveRow(
  ctx: UseCaseContext,
  workspaceId: WorkspaceId,
  kind: ResourceKind,
  change: GrantChange,
  { wish, n, key }: { wish: string; n: number; key: string },
): Promise<GrantOutcome> {
  const { resourceId, role } = change;
  try {
    return await ctx.write(
      { action: 'permissions.save', input: { wish, n }, idempotencyKey: key },
      async (tx) => {
        try {
          return await saveInTransaction(tx, workspaceId, kind, change);
        } catch (error) {
          // A refusal came before any statement took effect; recorded, it is the answer to a retry as well.
          if (!(error instanceof AppError)) throw error;
          return {
            resourceId,
            role,
            refused: error.code,
            ...(error.code === 'changed_meanwhile' && {
              row: error.details as NonNullable<GrantOutcome['row']>,
            }),
          };
        }
      },
    );
  } catch (error) {
    if (!(error instanceof AppError) || !OF_ONE_ROW.has(error.code)) throw error;
    return { resourceId, role, refused: error.code };
  }
}

/** What may keep one row from being tried at all while the next has its chance. */
const OF_ONE_ROW: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['busy']);

async function saveInTransaction(
  tx: WriteTransaction,
  workspaceId: WorkspaceId,
  kind: ResourceKind,
  change: GrantChange,
): Promise<GrantOutcome> {
  const { resourceId, role, version } = change;
  await tx.assertCan('permissions.save', { workspace: workspaceId, kind: kind.key, role });
  const actions = kind.actions.flatMap(({ key }) => (change.actions.includes(key) ? [key] : []));
  if (change.actions.some((action) => !actions.includes(action))) fail('input_invalid');
  const grant =
    (await grantOn(tx.sql, workspaceId, kind.key, resourceId, role)) ?? fail('resource_not_found');
  const current = publicGrant(grant, kind);
  if (grant.version !== version) fail('changed_meanwhile', current);
  if (sameActions(grant.actions, actions)) return { resourceId, role, row: current };
  if (!(await setActions(tx.sql, grant, actions))) fail('changed_meanwhile', current);
  await tx.audit({
    action: 'permissions.save',
    target: { kind: 'resource', id: resourceId },
    before: { role, actions: grant.actions },
    after: { role, actions },
  });
  return { resourceId, role, row: { ...current, actions, version: version + 1 } };
}

/** Ends a long save with the session that it was asked through. @throws {AppError} `not_signed_in`. */
async function assertStillIn(ctx: UseCaseContext): Promise<void> {
  if (ctx.caller.kind === 'account' && (await ctx.again()).caller.kind === 'anonymous') fail('not_signed_in');
}

/**
 * Refuses the whole wish of who may save nothing of this kind, so that they get one answer and not one for each row.
 * Only a first look: every row is decided again in its own transaction.
 */
async function assertCanSaveSome(ctx: UseCaseContext, kind: ResourceKind): Promise<WorkspaceId> {
  if (ctx.caller.kind === 'anonymous') fail('not_signed_in');
  const workspaceId = ctx.workspaceId ?? fail('workspace_not_found');
  const { actor } = await actingMember(ctx.read, ctx.caller, workspaceId, ctx.policy);
  const facts = await readFacts(ctx.read, ctx, workspaceId);
  const role = kind.editableRoles[0] ?? fail('not_in_policy', { field: 'kind' });
  const decision = can(actor, 'permissions.save', { workspace: workspaceId, kind: kind.key, role }, facts);
  return decision.allowed ? workspaceId : fail(decision.reason);
}
