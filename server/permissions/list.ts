// The grid of one role: what it may do with every resource of a kind, whether or not anything was ever saved.
import { fail } from '../../shared/errors.ts';
import type { GrantRow } from '../../shared/permissions/permissions.ts';
import type { ResourceKind, RoleKey } from '../../shared/policy/policy.ts';
import { authorizeRead } from '../authorize.ts';
import type { UseCaseContext } from '../context.ts';
import { decodeNameCursor, encodeNameCursor } from '../resources/cursor.ts';
import { kindOf } from '../resources/kind.ts';
import type { StoredGrant } from './store.ts';
import { grantsByName } from './store.ts';

/** A page wanted: the wire's input with its defaults filled in. */
export interface GrantQuery {
  readonly kind: string;
  readonly role: RoleKey;
  readonly limit: number;
  readonly after?: string | undefined;
}

/** A page of the grid in the order of the resources' names. */
export interface GrantPage {
  readonly rows: readonly GrantRow[];
  readonly next: string | null;
}

/**
 * A page of the grid of `role`.
 * @throws {AppError} the reason of the denial; `not_in_policy` for an unknown kind and for a role that holds everything anyway; `role_unknown`.
 */
export async function listGrants(ctx: UseCaseContext, query: GrantQuery): Promise<GrantPage> {
  const { workspaceId } = await authorizeRead(ctx, 'permissions.view');
  const kind = kindOf(ctx.policy, query.kind);
  if (!ctx.policy.roles.has(query.role)) fail('role_unknown', { field: 'role' });
  if (!kind.editableRoles.includes(query.role)) fail('not_in_policy', { field: 'role' });
  const rows = await grantsByName(ctx.read, workspaceId, {
    kind: kind.key,
    role: query.role,
    after: decodeNameCursor(query.after),
    limit: query.limit + 1,
  });
  const page = rows.slice(0, query.limit);
  const last = rows.length > query.limit ? page.at(-1) : undefined;
  return {
    rows: page.map((row) => publicGrant(row, kind)),
    next: last === undefined ? null : encodeNameCursor({ name: last.resource, seq: last.seq }),
  };
}

/** A row as the wire carries it: the actions that the policy knows, in its order. */
export function publicGrant(
  { resourceId, resource, role, actions, version }: StoredGrant,
  kind: ResourceKind,
): GrantRow {
  return {
    resourceId,
    resource,
    role,
    version,
    actions: kind.actions.flatMap(({ key }) => (actions.includes(key) ? [key] : [])),
  };
}
