// The wire of what reaches beyond one workspace. Only zod; only the server imports it as a value.
import { z } from 'zod';
import type { MemberId } from '../ids.ts';
import { CursorInput, Limit, id, text } from './base.ts';

/** A page of the viewer's workspaces, by name. */
export const ListPlaces = z.strictObject({
  search: text().max(200).optional(),
  limit: Limit,
  after: CursorInput.optional(),
});
export type ListPlaces = z.input<typeof ListPlaces>;

/** The memberships of one person. */
export const OfMember = z.strictObject({ memberId: id<MemberId>() });
