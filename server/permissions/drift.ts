// What of the host's database differs from the grid.
import type { ReadDrift } from '../../shared/contract/permissions.ts';
import type { DatabaseDrift } from '../../shared/permissions/database.ts';
import { MAX_DRIFTED } from '../../shared/permissions/database.ts';
import { authorizeRead } from '../authorize.ts';
import type { UseCaseContext } from '../context.ts';
import { kindOf } from '../resources/kind.ts';
import { accessSource, followerOf } from './follow.ts';

/**
 * Looks at the tables of a kind, each by itself, and at what they stand on; null where no database follows this kind.
 * @throws {AppError} the reason of the denial; `not_in_policy` for an unknown kind; `database_unavailable`; `busy`.
 */
export async function readDrift(ctx: UseCaseContext, input: ReadDrift): Promise<DatabaseDrift | null> {
  const { workspaceId } = await authorizeRead(ctx, 'permissions.view');
  const { key } = kindOf(ctx.policy, input.kind);
  const follower = followerOf(ctx, workspaceId, key);
  if (follower === undefined) return null;
  const { tables, parts } = await follower.look(workspaceId, key, accessSource(ctx, workspaceId));
  return { checkedAt: ctx.now(), tables, differing: parts.length, parts: parts.slice(0, MAX_DRIFTED) };
}
