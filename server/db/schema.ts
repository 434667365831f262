// The tables as drizzle sees them; migrations are generated from here. Triggers and the search index stand in their own migration.
import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type {
  AccountId,
  HostKeyId,
  InvitationId,
  MemberId,
  ResourceId,
  WorkspaceId,
} from '../../shared/ids.ts';
import type { DeliveryState, StoredInvitationState } from '../../shared/invitations/invitation.ts';
import type { MemberStatus } from '../../shared/policy/can.ts';

/** A boundary of membership. `seq` keys its rows in the search index. */
export const workspaces = sqliteTable('workspaces', {
  seq: integer().primaryKey({ autoIncrement: true }),
  id: text().$type<WorkspaceId>().notNull().unique(),
  name: text().notNull(),
  archivedAt: integer('archived_at'),
  invitationHours: integer('invitation_hours').notNull(),
  /** The host key under which it is registered, where a host made it. */
  hostKeyId: text('host_key_id').$type<HostKeyId>(),
  createdAt: integer('created_at').notNull(),
  version: integer().notNull().default(1),
});

/** A person who can sign in. The address key is unique everywhere (SEC_F02). */
export const accounts = sqliteTable('accounts', {
  id: text().$type<AccountId>().primaryKey(),
  email: text().notNull(),
  emailKey: text('email_key').notNull().unique(),
  emailVerifiedAt: integer('email_verified_at'),
  name: text().notNull(),
  createdAt: integer('created_at').notNull(),
  version: integer().notNull().default(1),
});

/**
 * An account in a workspace. Name and address are copies of the account's, and `topRank` of its roles,
 * so that every list reads one index of one table.
 */
export const members = sqliteTable(
  'members',
  {
    seq: integer().primaryKey({ autoIncrement: true }),
    id: text().$type<MemberId>().notNull().unique(),
    workspaceId: text('workspace_id')
      .$type<WorkspaceId>()
      .notNull()
      .references(() => workspaces.id),
    accountId: text('account_id')
      .$type<AccountId>()
      .notNull()
      .references(() => accounts.id),
    name: text().notNull(),
    nameKey: text('name_key').notNull(),
    email: text().notNull(),
    emailKey: text('email_key').notNull(),
    status: text().$type<MemberStatus>().notNull(),
    topRank: integer('top_rank').notNull(),
    lastSignInAt: integer('last_sign_in_at').notNull().default(0),
    createdAt: integer('created_at').notNull(),
    version: integer().notNull().default(1),
  },
  (table) => [
    uniqueIndex('members_by_account').on(table.accountId, table.workspaceId),
    uniqueIndex('members_by_email').on(table.workspaceId, table.emailKey),
    // The address stands in it too, so that walking it in search of a text reads nothing else.
    index('members_by_name').on(table.workspaceId, table.nameKey, table.seq, table.emailKey),
    index('members_by_rank').on(table.workspaceId, table.topRank, table.seq),
    index('members_by_status').on(table.workspaceId, table.status, table.seq),
    index('members_by_sign_in').on(table.workspaceId, table.lastSignInAt, table.seq),
  ],
);

/** The roles of a member: a set, never a joined string. */
export const memberRoles = sqliteTable(
  'member_roles',
  {
    memberSeq: integer('member_seq').notNull(),
    workspaceId: text('workspace_id').$type<WorkspaceId>().notNull(),
    role: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.memberSeq, table.role] }),
    index('member_roles_by_role').on(table.workspaceId, table.role, table.memberSeq),
  ],
);

/** How many members there are by status and role; role '' counts people. Kept by triggers, so no list ever counts. */
export const memberTotals = sqliteTable(
  'member_totals',
  {
    workspaceId: text('workspace_id').$type<WorkspaceId>().notNull(),
    status: text().$type<MemberStatus>().notNull(),
    role: text().notNull(),
    count: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.status, table.role] })],
);

/** The host's own id of a person, linked to a membership, never to the account (SEC_D12). */
export const subjects = sqliteTable(
  'subjects',
  {
    hostKeyId: text('host_key_id')
      .$type<HostKeyId>()
      .notNull()
      .references(() => hostKeys.id),
    workspaceId: text('workspace_id').$type<WorkspaceId>().notNull(),
    subject: text().notNull(),
    memberId: text('member_id')
      .$type<MemberId>()
      .notNull()
      .references(() => members.id, { onDelete: 'cascade' }),
  },
  (table) => [
    primaryKey({ columns: [table.hostKeyId, table.workspaceId, table.subject] }),
    uniqueIndex('subjects_by_member').on(table.memberId, table.hostKeyId),
  ],
);

/** A host application's signing key. Its secret is derived, so none is stored. */
export const hostKeys = sqliteTable('host_keys', {
  id: text().$type<HostKeyId>().primaryKey(),
  name: text().notNull(),
  generation: integer().notNull().default(1),
  createdAt: integer('created_at').notNull(),
  revokedAt: integer('revoked_at'),
});

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
    kind: text().$type<'invitation'>().notNull(),
    invitationId: text('invitation_id').$type<InvitationId>(),
    /** The generation of the link to send; an older one is not sent any more. */
    generation: integer().notNull(),
    attempts: integer().notNull().default(0),
    nextAt: integer('next_at').notNull(),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [index('outbox_by_time').on(table.nextAt)],
);

/** A session of a person; the id is the hash of the cookie's value (SEC_D01). */
export const sessions = sqliteTable(
  'sessions',
  {
    id: text().primaryKey(),
    accountId: text('account_id')
      .$type<AccountId>()
      .notNull()
      .references(() => accounts.id),
    expiresAt: integer('expires_at').notNull(),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [index('sessions_by_account').on(table.accountId)],
);

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
    createdAt: integer('created_at').notNull(),
  },
  (table) => [
    uniqueIndex('resources_by_key').on(table.workspaceId, table.kind, table.key),
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

/** The trail: append-only by trigger, each entry sealed by the hash of the one before. People stand in it by id. */
export const audit = sqliteTable(
  'audit',
  {
    seq: integer().primaryKey(),
    workspaceId: text('workspace_id').$type<WorkspaceId>().notNull(),
    at: integer().notNull(),
    action: text().notNull(),
    actorKind: text('actor_kind').notNull(),
    actorId: text('actor_id'),
    via: text().notNull(),
    targetKind: text('target_kind').notNull(),
    targetId: text('target_id').notNull(),
    before: text(),
    after: text(),
    requestId: text('request_id'),
    /** The salted digest of the personal values beside it; null where there are none. */
    personalDigest: text('personal_digest'),
    hash: text().notNull(),
  },
  (table) => [index('audit_by_workspace').on(table.workspaceId, table.seq)],
);

/** The personal values of an entry (names, addresses, network), which erasure may blank without breaking the chain (SEC_L10). */
export const auditPersonal = sqliteTable('audit_personal', {
  seq: integer().primaryKey(),
  salt: text().notNull(),
  data: text(),
});

/** What a wish led to, so that its retry has the same answer and no second effect. Holds no secret (SEC_B14). */
export const idempotency = sqliteTable(
  'idempotency',
  {
    key: text().notNull(),
    actor: text().notNull(),
    bodyHash: text('body_hash').notNull(),
    reply: text().notNull(),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.actor, table.key] }),
    index('idempotency_by_time').on(table.createdAt),
  ],
);

/** How much of what is limited was done in the running window, which ends at `until`. The key ends in a digest, so no address stands here. */
export const limits = sqliteTable('limits', {
  key: text().primaryKey(),
  total: integer().notNull(),
  until: integer().notNull(),
});
