// The workspaces that the caller may enter.
import type { ListPlaces } from '../../shared/contract/places.ts';
import { fail } from '../../shared/errors.ts';
import type { OwnPlaces, PlaceRole } from '../../shared/workspaces/place.ts';
import type { CompiledPolicy } from '../../shared/policy/compile.ts';
import type { Caller, UseCaseContext } from '../context.ts';
import { decodeNameCursor, encodeNameCursor } from '../resources/cursor.ts';
import { rolesEverywhere } from '../sessions/acting-member.ts';
import { mustChangePassword } from '../sign-in/store.ts';
import type { PlaceOwner, PlaceRow } from './places-store.ts';
import { countPlaces, placesOf } from './places-store.ts';

/**
 * A page of the workspaces that the caller may enter, by name: those where they are an active member, and all where they have a role
 * that counts everywhere. Under a host's token those of its key.
 * @throws {AppError} `not_signed_in`; `not_granted` for what is no person; `password_change_required`.
 */
export async function myWorkspaces(ctx: UseCaseContext, input: ListPlaces): Promise<OwnPlaces> {
  const { owner, everywhere } = await ownerOf(ctx);
  const query = { search: input.search?.trim() ?? '', isEverywhere: everywhere.length > 0 };
  const limit = input.limit ?? 50;
  const after = decodeNameCursor(input.after);
  const rows = await placesOf(ctx.read, owner, { ...query, after, limit: limit + 1 });
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  return {
    rows: await Promise.all(
      page.map(async (row) => ({
        id: row.id,
        name: row.name,
        isHome: row.home === 1,
        isArchived: row.archivedAt !== null,
        roles: named(await ctx.policyIn(ctx.read, row.id), [...new Set([...everywhere, ...row.roles])]),
      })),
    ),
    next: last === undefined ? null : encodeNameCursor(last),
    total: await countPlaces(ctx.read, owner, query),
  };
}

/** Whose workspaces the caller asks for, and what they are in all of them. @throws {AppError} as `myWorkspaces`. */
export async function ownerOf(
  ctx: UseCaseContext,
): Promise<{ readonly owner: PlaceOwner; readonly everywhere: readonly string[] }> {
  const { caller } = ctx;
  if (caller.kind === 'anonymous') fail('not_signed_in');
  if (caller.kind !== 'account' && caller.kind !== 'subject') fail('not_granted');
  if (caller.kind === 'account' && (await mustChangePassword(ctx.read, caller.accountId)))
    fail('password_change_required');
  return { owner: placeOwner(caller), everywhere: await rolesEverywhere(ctx.read, caller, ctx.policy) };
}

function placeOwner(caller: Caller & { readonly kind: 'account' | 'subject' }): PlaceOwner {
  if (caller.kind === 'subject') {
    const { hostKeyId, subject, issuedAt } = caller;
    return { kind: 'subject', hostKeyId, subject, began: issuedAt + 999 };
  }
  const { accountId, session } = caller;
  const { startedBy, createdAt: began, workspaceId: only } = session;
  return { kind: 'account', accountId, startedBy, began, only };
}

/** The names of roles, as they are called in a workspace, highest first; keys that it no longer knows stay keys. */
export function named(policy: CompiledPolicy, roles: PlaceRow['roles']): PlaceRole[] {
  return roles
    .map((key) => ({ key, role: policy.roles.get(key) }))
    .sort((a, b) => (b.role?.rank ?? -1) - (a.role?.rank ?? -1))
    .map(({ key, role }) => ({ key, name: role?.name ?? key }));
}
