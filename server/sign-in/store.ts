// Who a login names, and whether they may come in without a provider. Knows no rule.
import type { AccountId, ProviderId, SessionId, WorkspaceId } from '../../shared/ids.ts';
import type { Sql } from '../db/database.ts';
import { all, first, run } from '../db/database.ts';
import { OF_PROVIDER } from '../sessions/of-provider.ts';

/** Somebody whom a login names. */
export interface Candidate {
  readonly id: AccountId;
  readonly passwordHash: string | null;
  readonly mustChangePassword: boolean;
  readonly validFrom: number;
  /** Whether they have a membership that is switched on and whose workspace leaves it to us who they are. */
  readonly mayEnter: boolean;
}

/** A login in the form to look up: an address key or a username key. */
export interface LoginKey {
  readonly column: 'email_key' | 'username_key';
  readonly key: string;
}

/** A membership `m` that lets its account in without a provider: switched on, and not the provider's to vouch for alone. */
const OPEN = `m.status = 'active' AND NOT (${OF_PROVIDER})`;

/** The person with this login, or undefined. */
export async function candidateByLogin(sql: Sql, { column, key }: LoginKey): Promise<Candidate | undefined> {
  const row = await first<
    Omit<Candidate, 'mustChangePassword' | 'mayEnter'> & { mustChangePassword: number; mayEnter: number }
  >(
    sql,
    `SELECT a.id, a.password_hash AS passwordHash, a.must_change_password AS mustChangePassword, a.valid_from AS validFrom,
            EXISTS (SELECT 1 FROM members m JOIN workspaces w ON w.id = m.workspace_id WHERE m.account_id = a.id AND ${OPEN}) AS mayEnter
     FROM accounts a WHERE a.${column} = ?`,
    [key],
  );
  return row && { ...row, mustChangePassword: row.mustChangePassword === 1, mayEnter: row.mayEnter === 1 };
}

/** Whether the account may come in without a provider by something that began at `since`: switching a membership off and on revives nothing. */
export async function mayEnterSince(sql: Sql, accountId: AccountId, since: number): Promise<boolean> {
  const row = await first(
    sql,
    `SELECT 1 FROM members m JOIN workspaces w ON w.id = m.workspace_id WHERE m.account_id = ? AND m.valid_from <= ? AND ${OPEN}`,
    [accountId, since],
  );
  return row !== undefined;
}

/** Whether the account's password is still the one that was verified. */
export async function hasPasswordHash(sql: Sql, accountId: AccountId, hash: string): Promise<boolean> {
  return (
    (await first(sql, 'SELECT 1 FROM accounts WHERE id = ? AND password_hash = ?', [accountId, hash])) !==
    undefined
  );
}

/** The name of a workspace, and the providers that can be signed in with there: its own, and those of the workspace that the deployment is run from. */
export async function offeredBy(
  sql: Sql,
  workspaceId: WorkspaceId | null,
): Promise<{
  readonly name: string | null;
  readonly providers: readonly { readonly id: ProviderId; readonly name: string }[];
}> {
  const rows = await all<{ id: ProviderId; name: string; workspace: string; isOwn: number }>(
    sql,
    `SELECT p.id, p.name, w.name AS workspace, w.id IS ?1 AS isOwn FROM providers p JOIN workspaces w ON w.id = p.workspace_id
     WHERE p.is_enabled = 1 AND w.archived_at IS NULL AND (w.id IS ?1 OR w.home = 1) ORDER BY isOwn DESC, p.created_at, p.id`,
    [workspaceId],
  );
  return {
    name: rows.find(({ isOwn }) => isOwn === 1)?.workspace ?? null,
    providers: rows.map(({ id, name }) => ({ id, name })),
  };
}

/** Whether the account has to choose a new password before anything else. */
export async function mustChangePassword(sql: Sql, accountId: AccountId): Promise<boolean> {
  return (
    (await first(sql, 'SELECT 1 FROM accounts WHERE id = ? AND must_change_password = 1', [accountId])) !==
    undefined
  );
}

/** Ends one session, by the name that it is shown under. */
export async function endSession(sql: Sql, id: SessionId): Promise<void> {
  await run(sql, 'DELETE FROM sessions WHERE handle = ?', [id]);
}
