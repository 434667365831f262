// The wire of resources and grants. Only zod; only the server imports it as a value.
import { z } from 'zod';
import type { MemberId, ResourceId } from '../ids.ts';
import { MAX_ACCESSIBLE, MAX_GRANT_ROWS } from '../permissions/permissions.ts';
import { CursorInput, Limit, Note, RoleKeyInput, Search, Version, id, mutation, text } from './base.ts';

const Kind = text().max(50);

/** The grid of one role: a row for each resource of the kind. */
export const ListGrants = z.strictObject({
  kind: Kind,
  role: RoleKeyInput,
  limit: Limit.default(200),
  after: CursorInput.optional(),
});
export type ListGrants = z.input<typeof ListGrants>;

/** Saves rows of the grid, each by itself. */
export const SaveGrants = mutation({
  kind: Kind,
  rows: z
    .array(
      z.strictObject({
        resourceId: id<ResourceId>(),
        role: RoleKeyInput,
        actions: z.array(text().max(50)).max(50),
        version: Version,
      }),
    )
    .min(1)
    .max(MAX_GRANT_ROWS),
});
export type SaveGrants = z.infer<typeof SaveGrants>;

/** What of the database differs from the grid of a kind. */
export const ReadDrift = z.strictObject({ kind: Kind });
export type ReadDrift = z.infer<typeof ReadDrift>;

/** Brings tables in order, by the keys of their resources, and what all of them stand on. */
export const RepairDatabase = mutation({
  kind: Kind,
  tables: z.array(text().min(1).max(200)).max(MAX_GRANT_ROWS),
});
export type RepairDatabase = z.infer<typeof RepairDatabase>;

/** Who is asked about: oneself, a member, a person by the host's own id, the holders of a role, or a visitor. */
const Who = z.union([
  z.literal('me'),
  z.strictObject({ memberId: id<MemberId>() }),
  z.strictObject({ subject: text().min(1).max(255) }),
  z.strictObject({ role: RoleKeyInput }),
  z.literal('visitor'),
]);

/** Whether somebody may do something with a resource, or holds a capability. */
export const CheckAccess = z.union([
  z.strictObject({
    who: Who,
    kind: Kind,
    resource: z.union([
      z.strictObject({ id: id<ResourceId>() }),
      z.strictObject({ key: text().min(1).max(200) }),
    ]),
    action: text().max(50),
  }),
  z.strictObject({ who: Who, capability: text().min(1).max(100) }),
]);
export type CheckAccess = z.infer<typeof CheckAccess>;

/** The keys of the resources of a kind with which somebody may do something, a page. */
export const ListAccessible = z.strictObject({
  who: Who,
  kind: Kind,
  action: text().max(50),
  limit: z.int().min(1).max(MAX_ACCESSIBLE).default(MAX_ACCESSIBLE),
  after: CursorInput.optional(),
});
export type ListAccessible = z.input<typeof ListAccessible>;

/** The most resources that one person is given in one request. */
const MAX_ASSIGNED = 2000;

/** Which resources of a kind somebody is to have, beside what their roles give. */
export const ResourcesOfKind = z.strictObject({
  kind: Kind,
  resourceIds: z.array(id<ResourceId>()).max(MAX_ASSIGNED),
});
export type ResourcesOfKind = z.infer<typeof ResourcesOfKind>;

/** Gives a member exactly these resources of a kind. */
export const AssignResources = mutation({
  memberId: id<MemberId>(),
  version: Version,
  ...ResourcesOfKind.shape,
  /** Every action of the kind by default. */
  actions: z.array(text().max(50)).min(1).max(50).optional(),
  note: Note,
});
export type AssignResources = z.infer<typeof AssignResources>;

/** A page of what a member may do with the resources of a kind, by name; one's own where no member is named. */
export const ReadAccess = z.strictObject({
  memberId: id<MemberId>().optional(),
  kind: Kind,
  search: Search,
  limit: Limit,
  after: CursorInput.optional(),
});
export type ReadAccess = z.input<typeof ReadAccess>;

/** A page of what can be granted, by name. */
export const ListResources = z.strictObject({
  kind: Kind,
  search: Search,
  limit: Limit,
  after: CursorInput.optional(),
});
export type ListResources = z.input<typeof ListResources>;

/** Registers things that can be granted; one that exists by its key gets the new name. */
export const RegisterResources = mutation({
  kind: Kind,
  resources: z
    .array(
      z.strictObject({
        key: text().min(1).max(200),
        name: text().min(1).max(200),
        /** Whose it is: a member, or a person by the host's own id. Left as it is where absent. */
        owner: z
          .union([
            z.strictObject({ memberId: id<MemberId>() }),
            z.strictObject({ subject: text().min(1).max(255) }),
          ])
          .nullish(),
      }),
    )
    .min(1)
    .max(500),
});
export type RegisterResources = z.infer<typeof RegisterResources>;

export const RemoveResource = mutation({ resourceId: id<ResourceId>() });
export type RemoveResource = z.infer<typeof RemoveResource>;
