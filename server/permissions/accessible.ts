// Everything of a kind with which somebody may do something, so that a host's own query shows only that.
import type { MemberId, ResourceId } from '../../shared/ids.ts';
import { effectiveActions } from '../../shared/permissions/effective.ts';
import type { UseCaseContext } from '../context.ts';
import { decodeNameCursor, encodeNameCursor } from '../resources/cursor.ts';
import { accessByName } from './access-store.ts';
import { askedAbout, assertAction } from './check.ts';

/** A page wanted: the wire's input with its defaults filled in. */
export interface AccessibleQuery {
  readonly who: Parameters<typeof askedAbout>[1];
  readonly kind: string;
  readonly action: string;
  readonly limit: number;
  readonly after?: string | undefined;
}

/** A page of the host's own keys. A page may be short or empty while there are more. */
export interface AccessiblePage {
  readonly rows: readonly { readonly id: ResourceId; readonly key: string }[];
  readonly next: string | null;
}

/** Nobody in particular: visitors and the holders of a role have nothing themselves. */
const NOBODY = { id: '' as MemberId, seq: -1 };

/**
 * The resources with which they may do it, a page of those looked at: exactly those to which `checkAccess` says yes. Somebody who is
 * not here, or switched off, has none.
 * @throws {AppError} as `checkAccess` does.
 */
export async function listAccessible(ctx: UseCaseContext, query: AccessibleQuery): Promise<AccessiblePage> {
  await ctx.policyIn(ctx.read, ctx.workspaceId);
  const { who, kind, action, limit } = query;
  assertAction(ctx.policy, kind, action);
  const { workspaceId, standing, member } = await askedAbout(ctx, who, {});
  if (!('roles' in standing)) return { rows: [], next: null };
  const after = decodeNameCursor(query.after);
  const person = { ...(member ?? NOBODY), workspace: workspaceId, roles: standing.roles };
  const looked = await accessByName(ctx.read, person, { kind, onlyTheirs: false, after, limit: limit + 1 });
  const page = looked.slice(0, limit);
  const last = looked.length > limit ? page.at(-1) : undefined;
  return {
    rows: page
      .filter((row) =>
        effectiveActions(ctx.policy, kind, standing.roles, row.roleGrants, row).includes(action),
      )
      .map((row) => ({ id: row.id, key: row.key })),
    next: last === undefined ? null : encodeNameCursor(last),
  };
}
