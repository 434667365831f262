// The wire of what open pages are told.
import { z } from 'zod';
import { MOST_MISSED } from '../live/change.ts';

/** How long ago the page last knew what there was, in milliseconds; whatever happened since is told first. */
export const FollowChanges = z.strictObject({ missed: z.int().min(0).max(MOST_MISSED).default(0) });
/** The same as a type. */
export type FollowChanges = z.infer<typeof FollowChanges>;
