// Everything that the rights on a workspace's resources rest on, for whoever has to carry them elsewhere.
import type { Policy } from '../../shared/policy/policy.ts';
import type { UseCaseContext } from '../context.ts';
import { reachWorkspace } from '../workspaces/reach.ts';
import type { SnapshotPerson, SnapshotResource } from './snapshot-store.ts';
import { activePeople, grantedResources } from './snapshot-store.ts';

/** Who has what in one workspace at one moment. */
export interface AccessSnapshot {
  /** The policy as it is in the workspace, with the roles made there. */
  readonly policy: Policy;
  /** Everybody who is switched on; nobody else has any right. */
  readonly people: readonly SnapshotPerson[];
  readonly resources: readonly SnapshotResource[];
}

/** Reads who has what in the workspace of the call. @throws {AppError} `workspace_not_found`; `not_granted` for members. */
export async function readSnapshot(ctx: UseCaseContext): Promise<AccessSnapshot> {
  const { id } = await reachWorkspace(ctx.read, ctx.caller, ctx.workspaceId);
  const { policy } = await ctx.policyIn(ctx.read, id);
  return {
    policy,
    people: await activePeople(ctx.read, id),
    resources: await grantedResources(ctx.read, id),
  };
}
