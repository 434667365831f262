// The wire of what reaches beyond one workspace. Only zod; only the server imports it as a value.
import { z } from 'zod';
import type { MemberId, WorkspaceId } from '../ids.ts';
import { MAX_PLACES } from '../invitations/invitation.ts';
import { CursorInput, Limit, RoleKeys, Search, id } from './base.ts';

/** Other workspaces that the same people are to be in as well, with the roles there. */
export const OtherPlaces = z
  .array(z.strictObject({ workspaceId: id<WorkspaceId>(), roles: RoleKeys }))
  .max(MAX_PLACES)
  .optional();

/** A page of the viewer's workspaces, by name. */
export const ListPlaces = z.strictObject({
  search: Search,
  limit: Limit,
  after: CursorInput.optional(),
});
export type ListPlaces = z.input<typeof ListPlaces>;

/** The memberships of one person. */
export const OfMember = z.strictObject({ memberId: id<MemberId>() });
