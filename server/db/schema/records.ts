// What is kept about what happened: the trail, answers for retries, counters. Migrations are generated from here; triggers and the search index stand in their own.
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { WorkspaceId } from '../../../shared/ids.ts';

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
  (table) => [
    // Newest first whatever the filter: each stands in the order of time, so that a page stops where it is full or has looked far enough.
    index('audit_by_time').on(table.workspaceId, table.at, table.seq),
    index('audit_by_target').on(table.workspaceId, table.targetId, table.at, table.seq),
    index('audit_by_actor').on(table.workspaceId, table.actorId, table.at, table.seq),
    index('audit_by_action').on(table.workspaceId, table.action, table.at, table.seq),
  ],
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
