// The wire of seeing somebody out. Only zod; only the server imports it as a value.
import { z } from 'zod';
import type { MemberId } from '../ids.ts';
import { Note, Version, id, mutation } from './base.ts';

export const PlanOffboarding = z.strictObject({ memberId: id<MemberId>() });

/** Ends somebody's access and sees to what they leave behind, all of it or nothing. */
export const OffboardMember = mutation({
  memberId: id<MemberId>(),
  version: Version,
  end: z.enum(['deactivate', 'remove']),
  /** Whether the invitations that they sent are taken back. */
  revokeInvitations: z.boolean().default(true),
  /** Who gets what they own; it stays as it is where nobody is named. */
  handOverTo: id<MemberId>().optional(),
  note: Note,
});
export type OffboardMember = z.infer<typeof OffboardMember>;
