// What a diagnosis reads: an account and how it was used, an address, and what came after somebody was given resources. Knows no rule.
import type { AccountId, InvitationId, MemberId, WorkspaceId } from '../../shared/ids.ts';
import type { Sql } from '../db/database.ts';
import { all, first } from '../db/database.ts';
import type { StoredInvitation } from '../invitations/store.ts';
import { invitationById } from '../invitations/store.ts';
import type { StoredMember } from './store.ts';
import { memberById } from './store.ts';

/** How an account can be entered, and how that went. */
export interface AccountState {
  readonly hasPassword: boolean;
  readonly mustChangePassword: boolean;
  /** The attempts that failed since the last that worked, none before the moment asked for. */
  readonly failures: number;
  readonly lastFailureAt: number | null;
}

/** The state of an account; failures count from `since` on. */
export async function accountState(sql: Sql, id: AccountId, since: number): Promise<AccountState> {
  const row = await first<{ has: number; must: number; failures: number; lastFailureAt: number | null }>(
    sql,
    `WITH failed AS (SELECT at FROM sign_ins WHERE account_id = ?1 AND is_ok = 0 AND at >= ?2
       AND seq > coalesce((SELECT max(seq) FROM sign_ins WHERE account_id = ?1 AND is_ok = 1), 0))
     SELECT password_hash IS NOT NULL AS has, must_change_password AS must,
       (SELECT count(*) FROM failed) AS failures, (SELECT max(at) FROM failed) AS lastFailureAt FROM accounts WHERE id = ?1`,
    [id, since],
  );
  return {
    hasPassword: row?.has === 1,
    mustChangePassword: row?.must === 1,
    failures: row?.failures ?? 0,
    lastFailureAt: row?.lastFailureAt ?? null,
  };
}

/** The names of the workspace's providers that are in use, and of those that the account is connected to. */
export async function providerNames(
  sql: Sql,
  workspaceId: WorkspaceId,
  accountId: AccountId,
): Promise<{ readonly inUse: string[]; readonly connected: string[] }> {
  const rows = await all<{ name: string; isConnected: number }>(
    sql,
    `SELECT p.name, EXISTS (SELECT 1 FROM identities WHERE provider_id = p.id AND account_id = ?2) AS isConnected
     FROM providers p WHERE p.workspace_id = ?1 AND p.is_enabled = 1 ORDER BY p.created_at, p.id`,
    [workspaceId, accountId],
  );
  return {
    inUse: rows.map(({ name }) => name),
    connected: rows.filter(({ isConnected }) => isConnected === 1).map(({ name }) => name),
  };
}

/** Whether a host's application introduces the member. */
export async function isOfHost(sql: Sql, id: MemberId): Promise<boolean> {
  return (await first(sql, 'SELECT 1 FROM subjects WHERE member_id = ?', [id])) !== undefined;
}

/** The member with this address, or undefined. */
export async function memberByAddress(
  sql: Sql,
  workspaceId: WorkspaceId,
  emailKey: string,
): Promise<StoredMember | undefined> {
  const row = await first<{ id: MemberId }>(
    sql,
    'SELECT id FROM members WHERE workspace_id = ? AND email_key = ?',
    [workspaceId, emailKey],
  );
  return row && memberById(sql, workspaceId, row.id);
}

/** The pending invitation of this address, else the newest other one; undefined where there never was any. */
export async function newestInvitation(
  sql: Sql,
  workspaceId: WorkspaceId,
  emailKey: string,
): Promise<StoredInvitation | undefined> {
  const row = await first<{ id: InvitationId }>(
    sql,
    `SELECT id FROM invitations WHERE workspace_id = ?1 AND email_key = ?2 AND (state = 'pending'
       OR NOT EXISTS (SELECT 1 FROM invitations WHERE workspace_id = ?1 AND email_key = ?2 AND state = 'pending')) ORDER BY seq DESC LIMIT 1`,
    [workspaceId, emailKey],
  );
  return row && invitationById(sql, row.id, workspaceId);
}

/** How many resources of a kind that the member does not have were made after they were last given some; 0 where they never were. */
export async function countMadeAfter(
  sql: Sql,
  { seq, id, workspace }: StoredMember,
  kind: string,
): Promise<number> {
  const row = await first<{ count: number }>(
    sql,
    `SELECT count(*) AS count FROM resources r WHERE r.workspace_id = ?1 AND r.kind = ?2 AND r.owner_id IS NOT ?3
       AND r.created_at > (SELECT max(g.granted_at) FROM member_grants g JOIN resources o ON o.seq = g.resource_seq WHERE g.member_seq = ?4 AND o.kind = ?2)
       AND NOT EXISTS (SELECT 1 FROM member_grants WHERE member_seq = ?4 AND resource_seq = r.seq)`,
    [workspace, kind, id, seq],
  );
  return row!.count;
}
