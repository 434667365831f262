// The wire of members. Only zod; only the server imports it as a value.
import { z } from 'zod';
import type { MemberId, ResourceId, WorkspaceId } from '../ids.ts';
import { MEMBER_SORTS } from '../members/member.ts';
import { CursorInput, Limit, Moment, Note, RoleKeys, Search, Version, id, mutation, text } from './base.ts';

const Status = z.enum(['active', 'deactivated']);

/** Which members: the same shape narrows a list and a bulk change. */
export const MemberFilterInput = z.strictObject({
  ids: z.array(id<MemberId>()).max(200).optional(),
  search: Search,
  roles: RoleKeys.optional(),
  statuses: z.array(Status).max(2).optional(),
  dormantSince: Moment.optional(),
});

/** The order of a list of members. */
export const MemberOrder = z
  .strictObject({ by: z.enum(MEMBER_SORTS), direction: z.enum(['ascending', 'descending']) })
  .default({ by: 'name', direction: 'ascending' });

/** A page of members: by cursor, or by position for a jump. */
export const ListMembers = z.strictObject({
  filter: MemberFilterInput.default({}),
  sort: MemberOrder,
  limit: Limit,
  from: z
    .union([
      z.strictObject({ after: CursorInput }),
      z.strictObject({ before: CursorInput }),
      z.strictObject({ position: z.int().min(0).max(1e9) }),
    ])
    .optional(),
});
export type ListMembers = z.input<typeof ListMembers>;

const OneMember = { memberId: id<MemberId>(), version: Version };

export const ChangeMemberRole = mutation({
  ...OneMember,
  roles: RoleKeys,
  note: Note,
  /** The workspace of the membership, where it is another one than that of the call. */
  workspaceId: id<WorkspaceId>().optional(),
});
export type ChangeMemberRole = z.infer<typeof ChangeMemberRole>;

/** Deactivate, reactivate and remove name nothing but the member. */
export const OnMember = mutation({ ...OneMember, note: Note });
export type OnMember = z.infer<typeof OnMember>;

export const LeaveWorkspace = mutation({ version: Version });
export type LeaveWorkspace = z.infer<typeof LeaveWorkspace>;

/** Whom a bulk change is about: named people, those who are still as they were seen, or all that match but some. */
export const MemberSelection = z.union([
  z.strictObject({ ids: z.array(id<MemberId>()).min(1).max(200) }),
  z.strictObject({
    seen: z
      .array(z.strictObject({ id: id<MemberId>(), version: Version }))
      .min(1)
      .max(200),
  }),
  z.strictObject({
    filter: MemberFilterInput,
    except: z.array(id<MemberId>()).max(10_000).default([]),
    after: CursorInput.optional(),
  }),
]);
export type MemberSelection = z.input<typeof MemberSelection>;

/** A bulk change; one call does at most 200 people and says where to go on. */
export const ChangeManyMembers = mutation({
  selection: MemberSelection,
  note: Note,
  change: z.discriminatedUnion('action', [
    z.strictObject({ action: z.literal('member.change-role'), roles: RoleKeys }),
    z.strictObject({ action: z.literal('member.deactivate') }),
    z.strictObject({ action: z.literal('member.reactivate') }),
    z.strictObject({ action: z.literal('member.remove') }),
    z.strictObject({ action: z.literal('member.end-sessions') }),
    z.strictObject({
      action: z.literal('member.assign'),
      kind: text().max(50),
      /** What they get beside what they have, or lose of it. */
      add: z.array(id<ResourceId>()).max(200).default([]),
      remove: z.array(id<ResourceId>()).max(200).default([]),
    }),
  ]),
});
export type ChangeManyMembers = z.infer<typeof ChangeManyMembers>;
