// A page of the workspace's resources of one kind, in the order of their names.
import type { ResourcePage } from '../../shared/resources/resource.ts';
import { authorizeRead } from '../authorize.ts';
import type { UseCaseContext } from '../context.ts';
import { isOperator, reachWorkspace } from '../workspaces/reach.ts';
import { decodeNameCursor, encodeNameCursor } from './cursor.ts';
import { kindOf } from './kind.ts';
import { publicResource, resourcesByName } from './store.ts';

/** A page wanted: the wire's input with its defaults filled in. */
export interface ResourceQuery {
  readonly kind: string;
  readonly search?: string | undefined;
  readonly limit: number;
  readonly after?: string | undefined;
}

/** The resources of a kind, for who may see permissions and for the host that registered them. @throws {AppError} the reason of the denial; `not_in_policy` for an unknown kind. */
export async function listResources(ctx: UseCaseContext, query: ResourceQuery): Promise<ResourcePage> {
  const workspaceId = isOperator(ctx.caller)
    ? (await reachWorkspace(ctx.read, ctx.caller, ctx.workspaceId)).id
    : (await authorizeRead(ctx, 'permissions.view')).workspaceId;
  kindOf(ctx.policy, query.kind);
  const rows = await resourcesByName(
    ctx.read,
    workspaceId,
    query,
    decodeNameCursor(query.after),
    query.limit + 1,
  );
  const page = rows.slice(0, query.limit);
  const last = rows.length > query.limit ? page.at(-1) : undefined;
  return { rows: page.map(publicResource), next: last === undefined ? null : encodeNameCursor(last) };
}
