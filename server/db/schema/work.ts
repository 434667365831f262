// Invitations, their mail, and what is granted. Migrations are generated from here; triggers and the search index stand in their own.
import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type {
  AccountId,
  InvitationId,
  LinkId,
  MemberId,
  ResourceId,
  ReviewId,
  WorkspaceId,
} from '../../../shared/ids.ts';
import type { DeliveryState, StoredInvitationState } from '../../../shared/invitations/invitation.ts';
import type { ReviewDecision } from '../../../shared/reviews/review.ts';
import { workspaces } from './people.ts';

/** An invitation of an address into a workspace. Its link is derived from id and generation, so none is stored. */
export const invitations = sqliteTable(
  'invitations',
  {
    seq: integer().primaryKey({ autoIncrement: true }),
    id: text().$type<InvitationId>().notNull().unique(),
    workspaceId: text('workspace_id')
      .$type<WorkspaceId>()
      .notNull()
      .references(() => workspaces.id),
    email: text().notNull(),
    emailKey: text('email_key').notNull(),
    name: text().notNull(),
    message: text().notNull(),
    state: text().$type<StoredInvitationState>().notNull(),
    delivery: text().$type<DeliveryState>().notNull(),
    deliveryError: text('delivery_error'),
    generation: integer().notNull().default(1),
    /** The invitation whose letter and link this one came with, where somebody was invited into several workspaces at once. */
    leadId: text('lead_id').$type<InvitationId>(),
    /** The inviting member; null where the system or the host invited. */
    invitedBy: text('invited_by').$type<MemberId>(),
    createdAt: integer('created_at').notNull(),
    expiresAt: integer('expires_at').notNull(),
    version: integer().notNull().default(1),
  },
  (table) => [
    uniqueIndex('invitations_pending')
      .on(table.workspaceId, table.emailKey)
      .where(sql`state = 'pending'`),
    index('invitations_by_state').on(table.workspaceId, table.state, table.seq),
    index('invitations_by_lead')
      .on(table.leadId)
      .where(sql`lead_id IS NOT NULL`),
  ],
);

/** The roles that an invitation gives. */
export const invitationRoles = sqliteTable(
  'invitation_roles',
  { invitationSeq: integer('invitation_seq').notNull(), role: text().notNull() },
  (table) => [primaryKey({ columns: [table.invitationSeq, table.role] })],
);

/** Mail that has to go out, written in the transaction that caused it. The body is made when it is sent, so no link is stored. */
export const outbox = sqliteTable(
  'outbox',
  {
    seq: integer().primaryKey({ autoIncrement: true }),
    kind: text().notNull(),
    invitationId: text('invitation_id').$type<InvitationId>(),
    /** The generation of the link to send; an older one is not sent any more. */
    generation: integer().notNull().default(0),
    /** The account it is about; a mail about an account that is gone is not sent. */
    accountId: text('account_id').$type<AccountId>(),
    /** The link that it brings. */
    linkId: text('link_id').$type<LinkId>(),
    /** What else the letter says, as JSON: what was changed, and the address it goes to where that is not the account's any more. */
    data: text(),
    attempts: integer().notNull().default(0),
    nextAt: integer('next_at').notNull(),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [index('outbox_by_time').on(table.nextAt), index('outbox_by_account').on(table.accountId)],
);

/** That it is known what became of mail: one row for each workspace whose invitations it was about, numbered anew each time, so that open pages are told. */
export const deliveries = sqliteTable('deliveries', {
  seq: integer().primaryKey({ autoIncrement: true }),
  workspaceId: text('workspace_id')
    .$type<WorkspaceId>()
    .notNull()
    .unique()
    .references(() => workspaces.id),
  at: integer().notNull(),
});

/** A thing that can be granted. */
export const resources = sqliteTable(
  'resources',
  {
    seq: integer().primaryKey({ autoIncrement: true }),
    id: text().$type<ResourceId>().notNull().unique(),
    workspaceId: text('workspace_id')
      .$type<WorkspaceId>()
      .notNull()
      .references(() => workspaces.id),
    kind: text().notNull(),
    key: text().notNull(),
    name: text().notNull(),
    /** The name as a search compares it. */
    nameKey: text('name_key').notNull(),
    /** The member who made it and whom it belongs to, where the host said so. */
    ownerId: text('owner_id').$type<MemberId>(),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [
    uniqueIndex('resources_by_key').on(table.workspaceId, table.kind, table.key),
    index('resources_by_owner').on(table.ownerId),
    index('resources_by_name').on(table.workspaceId, table.kind, table.name, table.seq),
  ],
);

/** One row of the grid: its version. The actions stand in `grant_actions`. */
export const grants = sqliteTable(
  'grants',
  {
    resourceSeq: integer('resource_seq').notNull(),
    role: text().notNull(),
    version: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.resourceSeq, table.role] })],
);

/** The actions that one row of the grid grants. */
export const grantActions = sqliteTable(
  'grant_actions',
  { resourceSeq: integer('resource_seq').notNull(), role: text().notNull(), action: text().notNull() },
  (table) => [primaryKey({ columns: [table.resourceSeq, table.role, table.action] })],
);

/** What one person was granted on one resource. */
export const memberGrants = sqliteTable(
  'member_grants',
  {
    memberSeq: integer('member_seq').notNull(),
    resourceSeq: integer('resource_seq').notNull(),
    action: text().notNull(),
    grantedAt: integer('granted_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.memberSeq, table.resourceSeq, table.action] }),
    index('member_grants_by_resource').on(table.resourceSeq, table.memberSeq),
  ],
);

/** A review of who has access: its scope is fixed when it starts. */
export const reviews = sqliteTable(
  'reviews',
  {
    seq: integer().primaryKey({ autoIncrement: true }),
    id: text().$type<ReviewId>().notNull().unique(),
    workspaceId: text('workspace_id')
      .$type<WorkspaceId>()
      .notNull()
      .references(() => workspaces.id),
    name: text().notNull(),
    /** The filter that chose its people, as JSON. */
    scope: text().notNull(),
    /** The member who decides; null for whoever may. */
    reviewerId: text('reviewer_id').$type<MemberId>(),
    dueAt: integer('due_at').notNull(),
    startedBy: text('started_by').$type<MemberId>(),
    createdAt: integer('created_at').notNull(),
    closedAt: integer('closed_at'),
    version: integer().notNull().default(1),
  },
  (table) => [index('reviews_by_workspace').on(table.workspaceId, table.seq)],
);

/** One person of a review: what they had when it began, and what was decided. */
export const reviewItems = sqliteTable(
  'review_items',
  {
    reviewSeq: integer('review_seq').notNull(),
    memberId: text('member_id').$type<MemberId>().notNull(),
    /** Name, address, roles, status, last sign-in and grants as they were, as JSON; personal, so erasure blanks it. */
    snapshot: text().notNull(),
    decision: text().$type<ReviewDecision>(),
    note: text().notNull().default(''),
    decidedBy: text('decided_by').$type<MemberId>(),
    decidedAt: integer('decided_at'),
  },
  (table) => [
    primaryKey({ columns: [table.reviewSeq, table.memberId] }),
    index('review_items_by_member').on(table.memberId),
    index('review_items_by_decision').on(table.reviewSeq, table.decision),
  ],
);
