// Where the caller may invite people, and into which roles.
import type { ListPlaces } from '../../shared/contract/places.ts';
import type { WorkspaceId } from '../../shared/ids.ts';
import { can } from '../../shared/policy/can.ts';
import type { InvitePlace, InvitePlaces } from '../../shared/workspaces/place.ts';
import { authorizeRead } from '../authorize.ts';
import type { UseCaseContext } from '../context.ts';
import { decodeNameCursor, encodeNameCursor } from '../resources/cursor.ts';
import { actingIn } from '../sessions/elsewhere.ts';
import { ownerOf } from '../workspaces/mine.ts';
import { placesOf } from '../workspaces/places-store.ts';
import { readFacts } from '../write.ts';

/**
 * A page of the caller's workspaces that they may invite people into, by name, each with the roles that are theirs to give there.
 * @throws {AppError} the reason of the denial in the workspace of the call; as `myWorkspaces`.
 */
export async function invitationPlaces(ctx: UseCaseContext, input: ListPlaces): Promise<InvitePlaces> {
  // Asked where people are invited, by who may.
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
  const places = await Promise.all(page.map(({ id, name }) => placeFor(ctx, id, name)));
  return {
    rows: places.flatMap((place) => place ?? []),
    next: last === undefined ? null : encodeNameCursor(last),
  };
}

async function placeFor(
  ctx: UseCaseContext,
  id: WorkspaceId,
  name: string,
): Promise<InvitePlace | undefined> {
  const { actor } = await actingIn(ctx.read, ctx, id);
  const facts = await readFacts(ctx.read, ctx, id);
  const roles = facts.policy.policy.roles.filter(
    ({ key }) => can(actor, 'invitation.create', { workspace: id, roles: [key] }, facts).allowed,
  );
  return roles.length === 0
    ? undefined
    : {
        id,
        name,
        roles: roles.map(({ key, name: called, description }) => ({ key, name: called, description })),
      };
}
