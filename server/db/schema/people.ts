// Workspaces, accounts, and who is where with which roles. Migrations are generated from here; triggers and the search index stand in their own.
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { AccountId, HostKeyId, MemberId, WorkspaceId } from '../../../shared/ids.ts';
import type { MemberSource, MemberStatus } from '../../../shared/policy/can.ts';

/** A boundary of membership. `seq` keys its rows in the search index. */
export const workspaces = sqliteTable('workspaces', {
  seq: integer().primaryKey({ autoIncrement: true }),
  id: text().$type<WorkspaceId>().notNull().unique(),
  name: text().notNull(),
  archivedAt: integer('archived_at'),
  /** When it was deleted, where what is in it still has to go: nobody finds it any more. */
  deletedAt: integer('deleted_at'),
  invitationHours: integer('invitation_hours').notNull(),
  /** The host key under which it is registered, where a host made it. */
  hostKeyId: text('host_key_id').$type<HostKeyId>(),
  /** 1 for the one workspace from which the deployment is run; null for all others, so that there is at most one. */
  home: integer().unique(),
  /** The two switches of single sign-on, 0 or 1, and the version under which they and the providers are changed. */
  externalAuthentication: integer('external_authentication').notNull().default(0),
  externalAuthorization: integer('external_authorization').notNull().default(0),
  signOnVersion: integer('sign_on_version').notNull().default(1),
  /** Raised by every change of the roles that it made for itself; 0 while it made none. */
  rolesVersion: integer('roles_version').notNull().default(0),
  createdAt: integer('created_at').notNull(),
  version: integer().notNull().default(1),
});

/** A role that a workspace made for itself. */
export const roles = sqliteTable(
  'roles',
  {
    workspaceId: text('workspace_id')
      .$type<WorkspaceId>()
      .notNull()
      .references(() => workspaces.id),
    key: text().notNull(),
    name: text().notNull(),
    description: text().notNull(),
    /** The keys of what it may do, as a JSON list. */
    capabilities: text().notNull(),
    createdAt: integer('created_at').notNull(),
    version: integer().notNull().default(1),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.key] })],
);

/** A person who can sign in. The address key is unique everywhere (SEC_F02). */
export const accounts = sqliteTable('accounts', {
  id: text().$type<AccountId>().primaryKey(),
  email: text().notNull(),
  emailKey: text('email_key').notNull().unique(),
  emailVerifiedAt: integer('email_verified_at'),
  name: text().notNull(),
  username: text(),
  usernameKey: text('username_key').unique(),
  /** A BCP 47 tag; null for the browser's. */
  language: text(),
  /** An argon2id hash in its own notation; null where the person has no password. */
  passwordHash: text('password_hash'),
  passwordSetAt: integer('password_set_at'),
  mustChangePassword: integer('must_change_password').notNull().default(0),
  /** What began before this moment (a session, a host's token) opens nothing of the account any more. */
  validFrom: integer('valid_from').notNull().default(0),
  createdAt: integer('created_at').notNull(),
  version: integer().notNull().default(1),
});

/**
 * An account in a workspace. Name, address and username are copies of the account's, and `topRank` of its roles,
 * so that every list reads one index of one table. What else describes the person is the workspace's own record of them.
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
    username: text(),
    firstName: text('first_name').notNull().default(''),
    lastName: text('last_name').notNull().default(''),
    department: text().notNull().default(''),
    /** Who the person is in the list that they were imported from, so that importing again changes and never doubles. */
    externalId: text('external_id'),
    status: text().$type<MemberStatus>().notNull(),
    source: text().$type<MemberSource>().notNull().default('local'),
    topRank: integer('top_rank').notNull(),
    lastSignInAt: integer('last_sign_in_at').notNull().default(0),
    /** When a request came last, noted every few minutes at most: tells one visit under a host's token from the next. */
    lastSeenAt: integer('last_seen_at').notNull().default(0),
    /** What began before this moment (a session, a host's token) opens nothing of this membership: being let in again revives nothing. */
    validFrom: integer('valid_from').notNull().default(0),
    createdAt: integer('created_at').notNull(),
    version: integer().notNull().default(1),
  },
  (table) => [
    uniqueIndex('members_by_account').on(table.accountId, table.workspaceId),
    uniqueIndex('members_by_email').on(table.workspaceId, table.emailKey),
    uniqueIndex('members_by_external_id').on(table.workspaceId, table.externalId),
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

/**
 * Who left a workspace, as digests of their account, address, identities at providers, and the host's own ids of them: no session, token or
 * provider of before `at` lets them in again by itself (SEC_D07, SEC_S10).
 */
export const departures = sqliteTable(
  'departures',
  {
    workspaceId: text('workspace_id').$type<WorkspaceId>().notNull(),
    digest: text().notNull(),
    at: integer().notNull(),
    /** When nothing of before is left and the row goes; null for one that counts for good. */
    until: integer(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.digest] }),
    index('departures_by_end').on(table.until),
  ],
);

/** A host application's signing key. Its secret is derived, so none is stored. */
export const hostKeys = sqliteTable('host_keys', {
  id: text().$type<HostKeyId>().primaryKey(),
  name: text().notNull(),
  generation: integer().notNull().default(1),
  /** Until when the generation before is accepted too, so that a host can change over without a gap. */
  previousUntil: integer('previous_until').notNull().default(0),
  createdAt: integer('created_at').notNull(),
  revokedAt: integer('revoked_at'),
});
