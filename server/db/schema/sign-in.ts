// How people sign in: sessions, links, identity providers, what is set about them, and when somebody came. Migrations are generated from here; triggers and the search index stand in their own.
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { AccountId, LinkId, ProviderId, SessionId, WorkspaceId } from '../../../shared/ids.ts';
import type { LinkKind } from '../../../shared/accounts/account.ts';
import type { SessionStart } from '../../../shared/sessions/session.ts';
import { workspaces, accounts, members } from './people.ts';

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
