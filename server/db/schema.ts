// The tables as drizzle sees them; migrations are generated from here. Triggers and the search index stand in their own migration.
import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type {
  AccountId,
  HostKeyId,
  InvitationId,
  LinkId,
  MemberId,
  ProviderId,
  ResourceId,
  SessionId,
  WorkspaceId,
} from '../../shared/ids.ts';
import type { DeliveryState, StoredInvitationState } from '../../shared/invitations/invitation.ts';
import type { MemberSource, MemberStatus } from '../../shared/policy/can.ts';
import type { SessionStart } from '../../shared/sessions/session.ts';

/** What a link of an account is for: one is never taken for another (SEC_B10). */
export type LinkKind = 'sign-in' | 'reset' | 'email' | 'setup';

/** A boundary of membership. `seq` keys its rows in the search index. */
export const workspaces = sqliteTable('workspaces', {
  seq: integer().primaryKey({ autoIncrement: true }),
  id: text().$type<WorkspaceId>().notNull().unique(),
  name: text().notNull(),
  archivedAt: integer('archived_at'),
  invitationHours: integer('invitation_hours').notNull(),
  /** The host key under which it is registered, where a host made it. */
  hostKeyId: text('host_key_id').$type<HostKeyId>(),
  /** 1 for the one workspace from which the deployment is run; null for all others, so that there is at most one. */
  home: integer().unique(),
  /** The two switches of single sign-on, 0 or 1, and the version under which they and the providers are changed. */
  externalAuthentication: integer('external_authentication').notNull().default(0),
  externalAuthorization: integer('external_authorization').notNull().default(0),
  signOnVersion: integer('sign_on_version').notNull().default(1),
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
  /** Until when the generation before is accepted too, so that a host can change over without a gap. */
  previousUntil: integer('previous_until').notNull().default(0),
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
    /** Names the session where it is shown, and opens nothing. */
    handle: text().$type<SessionId>().notNull().unique(),
    expiresAt: integer('expires_at').notNull(),
    createdAt: integer('created_at').notNull(),
    /** When the person last proved who they are. */
    authenticatedAt: integer('authenticated_at').notNull(),
    lastUsedAt: integer('last_used_at').notNull(),
    startedBy: text('started_by').$type<SessionStart>().notNull(),
    /** The provider that vouched for the person, where one did. */
    providerId: text('provider_id').$type<ProviderId>(),
    /** The one workspace that it opens; null for all of the account's. A workspace's own provider speaks for that workspace only. */
    workspaceId: text('workspace_id').$type<WorkspaceId>(),
    device: text().notNull().default(''),
    network: text().notNull().default(''),
  },
  (table) => [
    index('sessions_by_account').on(table.accountId),
    index('sessions_by_expiry').on(table.expiresAt),
  ],
);

/** A single-use link of an account, or of the set-up. Its token is derived from id and kind, so none is stored. */
export const links = sqliteTable(
  'links',
  {
    id: text().$type<LinkId>().primaryKey(),
    kind: text().$type<LinkKind>().notNull(),
    accountId: text('account_id').$type<AccountId>(),
    /** Where to go afterwards, or the address to confirm; as JSON. */
    data: text(),
    createdAt: integer('created_at').notNull(),
    expiresAt: integer('expires_at').notNull(),
    usedAt: integer('used_at'),
  },
  (table) => [
    index('links_by_account').on(table.accountId, table.kind),
    index('links_by_expiry').on(table.expiresAt),
  ],
);

/** What deployments set in the product: one row a subject. What must be used again is sealed. */
export const settings = sqliteTable('settings', {
  key: text().primaryKey(),
  value: text().notNull(),
  /** AES-256-GCM under a key derived from the deployment's secret. */
  sealed: text(),
  version: integer().notNull().default(1),
});

/** An identity provider of a workspace. */
export const providers = sqliteTable(
  'providers',
  {
    id: text().$type<ProviderId>().primaryKey(),
    workspaceId: text('workspace_id')
      .$type<WorkspaceId>()
      .notNull()
      .references(() => workspaces.id),
    name: text().notNull(),
    isEnabled: integer('is_enabled').notNull().default(1),
    config: text().notNull(),
    admission: text().notNull(),
    /** The client secret, sealed like a setting's. */
    sealed: text(),
    /** How many people came in through it without an invitation. */
    admitted: integer().notNull().default(0),
    createdAt: integer('created_at').notNull(),
    version: integer().notNull().default(1),
  },
  (table) => [index('providers_by_workspace').on(table.workspaceId)],
);

/** Who a person is at a provider: issuer and subject, never the address alone (SEC_S01). */
export const identities = sqliteTable(
  'identities',
  {
    providerId: text('provider_id')
      .$type<ProviderId>()
      .notNull()
      .references(() => providers.id, { onDelete: 'cascade' }),
    issuer: text().notNull(),
    subject: text().notNull(),
    accountId: text('account_id')
      .$type<AccountId>()
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    email: text().notNull().default(''),
    createdAt: integer('created_at').notNull(),
    lastUsedAt: integer('last_used_at'),
  },
  (table) => [
    primaryKey({ columns: [table.providerId, table.issuer, table.subject] }),
    index('identities_by_account').on(table.accountId),
  ],
);

/** A journey to a provider and back: what must match on return, once, in the browser that began it. */
export const signOnAttempts = sqliteTable(
  'sign_on_attempts',
  {
    id: text().primaryKey(),
    providerId: text('provider_id')
      .$type<ProviderId>()
      .notNull()
      .references(() => providers.id, { onDelete: 'cascade' }),
    /** What it is for, where it leads, and what it brought back; sealed where it holds a secret. */
    data: text().notNull(),
    /** The digest of the cookie that binds it to a browser. */
    browserHash: text('browser_hash').notNull(),
    expiresAt: integer('expires_at').notNull(),
    usedAt: integer('used_at'),
  },
  (table) => [index('sign_on_attempts_by_expiry').on(table.expiresAt)],
);

/** A domain that a workspace wants to vouch for, and since when a DNS record proves it. */
export const domains = sqliteTable(
  'domains',
  {
    workspaceId: text('workspace_id')
      .$type<WorkspaceId>()
      .notNull()
      .references(() => workspaces.id),
    domain: text().notNull(),
    provedAt: integer('proved_at'),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.domain] })],
);

/** Attempts to sign in to an account, for the person's own history and for what is unusual. */
export const signIns = sqliteTable(
  'sign_ins',
  {
    seq: integer().primaryKey({ autoIncrement: true }),
    accountId: text('account_id')
      .$type<AccountId>()
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    at: integer().notNull(),
    by: text().notNull(),
    isOk: integer('is_ok').notNull(),
    device: text().notNull().default(''),
    network: text().notNull().default(''),
    flags: text().notNull().default('[]'),
  },
  (table) => [
    index('sign_ins_by_account').on(table.accountId, table.at),
    index('sign_ins_by_time').on(table.at),
  ],
);

/** When a member came to a workspace: once for each session, and under a host's token once for each visit. */
export const visits = sqliteTable(
  'visits',
  {
    memberSeq: integer('member_seq')
      .notNull()
      .references(() => members.seq, { onDelete: 'cascade' }),
    at: integer().notNull(),
    /** The session it belongs to; null under a host's token. */
    session: text().$type<SessionId>(),
    by: text().notNull(),
    device: text().notNull().default(''),
    network: text().notNull().default(''),
    flags: text().notNull().default('[]'),
  },
  (table) => [
    index('visits_by_member').on(table.memberSeq, table.at),
    uniqueIndex('visits_by_session').on(table.memberSeq, table.session),
    index('visits_by_time').on(table.at),
  ],
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
