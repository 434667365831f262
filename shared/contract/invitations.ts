// The wire of invitations. Only zod; only the server imports it as a value.
import { z } from 'zod';
import type { InvitationId } from '../ids.ts';
import { CursorInput, Limit, Note, RoleKeys, Version, id, mutation, text } from './base.ts';
import { OtherPlaces } from './places.ts';

/** Invites everybody on a pasted list; one result for each piece of it. */
export const CreateInvitations = mutation({
  addresses: z.string().max(1_000_000),
  roles: RoleKeys,
  /** The display name, where one address is invited. */
  name: z.string().max(2000).optional(),
  /** A personal message for the mail. */
  message: text().max(2000).optional(),
  /** Invited into by the same letter. */
  places: OtherPlaces,
});
export type CreateInvitations = z.infer<typeof CreateInvitations>;

export const ListInvitations = z.strictObject({
  states: z
    .array(z.enum(['pending', 'expired', 'accepted', 'revoked', 'declined']))
    .max(5)
    .default(['pending', 'expired']),
  limit: Limit,
  after: CursorInput.optional(),
});
export type ListInvitations = z.input<typeof ListInvitations>;

/** Resend and revoke name nothing but the invitation. */
export const OnInvitation = mutation({ invitationId: id<InvitationId>(), version: Version });
export type OnInvitation = z.infer<typeof OnInvitation>;

/** Resends or revokes several invitations, each by itself. */
export const ChangeManyInvitations = mutation({
  invitationIds: z.array(id<InvitationId>()).min(1).max(200),
  action: z.enum(['resend', 'revoke']),
  note: Note,
});
export type ChangeManyInvitations = z.infer<typeof ChangeManyInvitations>;

/** Asking for the link again is audited, so it is a mutation. */
export const CopyInvitationLink = mutation({ invitationId: id<InvitationId>() });
export type CopyInvitationLink = z.infer<typeof CopyInvitationLink>;

/** The secret of a link as it stands in its address. Wide enough for what people and programs take for one: that is a link that does not work. */
export const LinkToken = z.string().min(1).max(4000);
export const PeekInvitation = z.strictObject({ token: LinkToken });
export const AnswerInvitation = mutation({ token: LinkToken });
export type AnswerInvitation = z.infer<typeof AnswerInvitation>;
