// The workspaces that the caller may bring people into, each with the roles that are theirs to give there.
import type { ListPlaces } from '../../shared/contract/places.ts';
import type { WorkspaceId } from '../../shared/ids.ts';
import { can } from '../../shared/policy/can.ts';
import type { InvitePlace, InvitePlaces } from '../../shared/workspaces/place.ts';
import { authorizeRead } from '../authorize.ts';
import type { UseCaseContext } from '../context.ts';
import { decodeNameCursor, encodeNameCursor } from '../resources/cursor.ts';
import { actingIn } from '../sessions/elsewhere.ts';
import { readFacts } from '../write.ts';
import { ownerOf } from './mine.ts';
import { placesOf } from './places-store.ts';

/** How people are brought in: by a letter that they answer, or by an account that is made for them. */
export type BringingIn = 'invitation.create' | 'member.create';

/**
 * A page of the caller's workspaces in which `action` is theirs to do with at least one role, by name.
 * @throws {AppError} the reason of the denial in the workspace of the call; as `myWorkspaces`.
 */
export async function offeredPlaces(
  ctx: UseCaseContext,
  action: BringingIn,
  input: ListPlaces,
): Promise<InvitePlaces> {
  // Asked where people are brought in, by who may.
  await authorizeRead(ctx, 'invitation.list');
  const { owner, everywhere } = await ownerOf(ctx);
  const limit = input.limit ?? 50;
  const rows = await placesOf(ctx.read, owner, {
    search: input.search?.trim() ?? '',
    isEverywhere: everywhere.length > 0,
    after: decodeNameCursor(input.after),
    limit: limit + 1,
  });
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  const places = await Promise.all(page.map((row) => placeFor(ctx, action, row)));
  return {
    rows: places.flatMap((place) => place ?? []),
    next: last === undefined ? null : encodeNameCursor(last),
  };
}

async function placeFor(
  ctx: UseCaseContext,
  action: BringingIn,
  { id, name }: { readonly id: WorkspaceId; readonly name: string },
): Promise<InvitePlace | undefined> {
  const { actor } = await actingIn(ctx.read, ctx, id);
  const facts = await readFacts(ctx.read, ctx, id);
  const roles = facts.policy.policy.roles.filter(
    ({ key }) => can(actor, action, { workspace: id, roles: [key] }, facts).allowed,
  );
  return roles.length === 0
    ? undefined
    : {
        id,
        name,
        roles: roles.map(({ key, name: called, description, isCustom }) => ({
          key,
          name: called,
          description,
          ...(isCustom === true && { isCustom }),
        })),
      };
}
