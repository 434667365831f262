// Everything that the rights on a workspace's resources rest on, for whoever has to carry them elsewhere.
import type { WorkspaceId } from '../../shared/ids.ts';
import type { Policy } from '../../shared/policy/policy.ts';
import type { UseCaseContext } from '../context.ts';
import { reachWorkspace } from '../workspaces/reach.ts';
import type { SnapshotPerson, SnapshotResource } from './snapshot-store.ts';
import { activePeople, grantedResources, lastEntry } from './snapshot-store.ts';

/** Who has what in one workspace at one moment. */
export interface AccessSnapshot {
  /** The number of the last change in the workspace that is surely in here. */
  readonly entry: number;
  /** The policy as it is in the workspace, with the roles made there. */
  readonly policy: Policy;
  /** Everybody who is switched on; nobody else has any right. */
  readonly people: readonly SnapshotPerson[];
  readonly resources: readonly SnapshotResource[];
}

/** Reads who has what in the workspace of the call. @throws {AppError} `workspace_not_found`; `not_granted` for members. */
export async function readSnapshot(ctx: UseCaseContext): Promise<AccessSnapshot> {
  const { id } = await reachWorkspace(ctx.read, ctx.caller, ctx.workspaceId);
  return snapshotOf(ctx, id);
}

/** The same once it is decided that the caller may bring it about. */
export async function snapshotOf(
  ctx: Pick<UseCaseContext, 'read' | 'policyIn'>,
  id: WorkspaceId,
): Promise<AccessSnapshot> {
  // Read first: what changes in the meantime is then told as news once more, and never missed.
  const entry = await lastEntry(ctx.read, id);
  const { policy } = await ctx.policyIn(ctx.read, id);
  return {
    entry,
    policy,
    people: await activePeople(ctx.read, id),
    resources: await grantedResources(ctx.read, id),
  };
}

/** Whether anything happened in the workspace of the call since a snapshot. @throws {AppError} as `readSnapshot` does. */
export async function hasNews(
  ctx: UseCaseContext,
  { entry }: Pick<AccessSnapshot, 'entry'>,
): Promise<boolean> {
  const { id } = await reachWorkspace(ctx.read, ctx.caller, ctx.workspaceId);
  return (await lastEntry(ctx.read, id)) !== entry;
}
