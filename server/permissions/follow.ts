// The host's database that follows the grid, as seen from a call: what differs, and bringing tables in order.
import type { ErrorCode } from '../../shared/errors.ts';
import { AppError } from '../../shared/errors.ts';
import type { ResourceId, WorkspaceId } from '../../shared/ids.ts';
import type { RepairedPart } from '../../shared/permissions/database.ts';
import type { UseCaseContext } from '../context.ts';
import type { AccessSource, Follower } from '../row-security/follower.ts';
import { snapshotOf } from './snapshot.ts';
import { lastEntry } from './snapshot-store.ts';

/** Who has what, read when it is the caller's turn. Whether they may bring that about is decided before. */
export function accessSource(ctx: UseCaseContext, workspaceId: WorkspaceId): AccessSource {
  return {
    snapshot: () => snapshotOf(ctx, workspaceId),
    isOld: async ({ entry }) => (await lastEntry(ctx.read, workspaceId)) !== entry,
  };
}

/** The follower of the deployment where resources of this kind are tables in the workspace; undefined where none is looked after. @throws {AppError} `database_unavailable`. */
export function followerOf(
  { follower }: UseCaseContext,
  workspaceId: WorkspaceId,
  kind: string,
): Follower | undefined {
  return follower?.follows(workspaceId, kind) === true ? follower : undefined;
}

/** Brings the tables of these resources in order and says which do not follow, and why. Refuses nothing: it comes after the change. */
export async function followTables(
  ctx: UseCaseContext,
  workspaceId: WorkspaceId,
  kind: string,
  resourceIds: readonly ResourceId[],
): Promise<readonly Pick<RepairedPart, 'resourceId' | 'refused'>[]> {
  const ids = new Set<ResourceId>(resourceIds);
  try {
    const follower = followerOf(ctx, workspaceId, kind);
    if (follower === undefined) return [];
    return await follower.follow(workspaceId, accessSource(ctx, workspaceId), {
      kind,
      isMeant: ({ resourceId }) => resourceId !== null && ids.has(resourceId),
      isWhole: false,
    });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const refused: ErrorCode = error.code;
    return [...ids].map((resourceId) => ({ resourceId, refused }));
  }
}
