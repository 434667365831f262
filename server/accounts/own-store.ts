// What stands in somebody's own account and beside it: rows to domain and back. Knows no rule.
import type { Connection, Language } from '../../shared/accounts/account.ts';
import type { AccountId, MemberId, ProviderId, WorkspaceId } from '../../shared/ids.ts';
import type { MemberSource } from '../../shared/policy/can.ts';
import type { Sql } from '../db/database.ts';
import { all, first, run } from '../db/database.ts';
import type { PersonCopy } from '../members/person.ts';
import { copyUsername } from '../members/person.ts';
import { OF_PROVIDER } from '../sessions/of-provider.ts';

/** An account with what only its own person and the server need of it. */
export interface OwnAccount {
  readonly id: AccountId;
  readonly email: string;
  readonly emailKey: string;
  readonly emailVerifiedAt: number | null;
  readonly name: string;
  readonly username: string | null;
  readonly language: Language | null;
  readonly passwordHash: string | null;
  readonly passwordSetAt: number | null;
  readonly mustChangePassword: boolean;
  readonly validFrom: number;
  readonly version: number;
  /** `provider` where every workspace that the person is active in has left it to a provider who they are. */
  readonly source: MemberSource;
}

/** The account `id`, or undefined. */
export async function ownById(sql: Sql, id: AccountId): Promise<OwnAccount | undefined> {
  const row = await first<
    Omit<OwnAccount, 'mustChangePassword' | 'source'> & {
      mustChangePassword: number;
      active: number;
      ofProvider: number;
    }
  >(
    sql,
    `SELECT a.id, a.email, a.email_key AS emailKey, a.email_verified_at AS emailVerifiedAt, a.name, a.username, a.language,
       a.password_hash AS passwordHash, a.password_set_at AS passwordSetAt, a.must_change_password AS mustChangePassword,
       a.valid_from AS validFrom, a.version, count(m.seq) AS active, coalesce(sum(${OF_PROVIDER}), 0) AS ofProvider
     FROM accounts a LEFT JOIN members m ON m.account_id = a.id AND m.status = 'active' LEFT JOIN workspaces w ON w.id = m.workspace_id
     WHERE a.id = ? GROUP BY a.id`,
    [id],
  );
  if (row === undefined) return undefined;
  const { mustChangePassword, active, ofProvider, ...account } = row;
  return {
    ...account,
    mustChangePassword: mustChangePassword === 1,
    source: active > 0 && active === ofProvider ? 'provider' : 'local',
  };
}

/** A membership of an account, as far as changes of the person need it. */
export interface OwnMembership extends PersonCopy {
  readonly id: MemberId;
  /** Whether name and address there are a provider's to say. */
  readonly isOfProvider: boolean;
}

/** The memberships of an account, switched off ones too. */
export async function membershipsOf(sql: Sql, accountId: AccountId): Promise<OwnMembership[]> {
  const rows = await all<Omit<OwnMembership, 'isOfProvider'> & { isOfProvider: number }>(
    sql,
    `SELECT m.seq, m.id, m.workspace_id AS workspaceId, m.name, m.email, m.email_key AS emailKey, (${OF_PROVIDER}) AS isOfProvider
     FROM members m JOIN workspaces w ON w.id = m.workspace_id WHERE m.account_id = ? ORDER BY m.seq`,
    [accountId],
  );
  return rows.map((row) => ({ ...row, isOfProvider: row.isOfProvider === 1 }));
}

/** Whether the account has a membership, also a switched off one, in another workspace: what could be opened with it there counts. */
export async function belongsElsewhere(
  sql: Sql,
  accountId: AccountId,
  workspaceId: WorkspaceId,
): Promise<boolean> {
  return (
    (await first(sql, 'SELECT 1 FROM members WHERE account_id = ? AND workspace_id <> ?', [
      accountId,
      workspaceId,
    ])) !== undefined
  );
}

/** The address that waits to be confirmed; null where none does. */
export async function pendingEmailOf(sql: Sql, accountId: AccountId, now: number): Promise<string | null> {
  const row = await first<{ email: string | null }>(
    sql,
    "SELECT data ->> '$.email' AS email FROM links WHERE account_id = ? AND kind = 'email' AND used_at IS NULL AND expires_at > ?",
    [accountId, now],
  );
  return row?.email ?? null;
}

/** The identities at providers that open the account, oldest first; those of one workspace, and of the one that the deployment is run from, where `only` names it. */
export async function connectionsOf(
  sql: Sql,
  accountId: AccountId,
  only: WorkspaceId | null,
): Promise<Connection[]> {
  const rows = await all<Omit<Connection, 'isFixed'> & { isFixed: number }>(
    sql,
    `SELECT p.id AS providerId, p.name AS provider, i.email, i.created_at AS connectedAt, i.last_used_at AS lastUsedAt,
       EXISTS (SELECT 1 FROM members m WHERE m.workspace_id = w.id AND m.account_id = i.account_id AND ${OF_PROVIDER}) AS isFixed
     FROM identities i JOIN providers p ON p.id = i.provider_id JOIN workspaces w ON w.id = p.workspace_id
     WHERE i.account_id = ?1 AND (?2 IS NULL OR w.id = ?2 OR w.home = 1) ORDER BY i.created_at, p.id`,
    [accountId, only],
  );
  return rows.map((row) => ({ ...row, isFixed: row.isFixed === 1 }));
}

/** The providers that the account could be connected to: of workspaces where it is active, and of the one that the deployment is run from; of one workspace alone where `only` names it. */
export function connectableTo(
  sql: Sql,
  accountId: AccountId,
  only: WorkspaceId | null,
): Promise<{ readonly id: ProviderId; readonly name: string }[]> {
  return all(
    sql,
    `SELECT p.id, p.name FROM providers p JOIN workspaces w ON w.id = p.workspace_id
     WHERE p.is_enabled = 1 AND w.archived_at IS NULL AND (?2 IS NULL OR w.id = ?2)
       AND (w.home = 1 OR EXISTS (SELECT 1 FROM members m WHERE m.account_id = ?1 AND m.workspace_id = w.id AND m.status = 'active'))
       AND NOT EXISTS (SELECT 1 FROM identities i WHERE i.account_id = ?1 AND i.provider_id = p.id)
     ORDER BY p.created_at, p.id`,
    [accountId, only],
  );
}

/** What describes the person, as it is stored. */
export interface ProfileRow {
  readonly name: string;
  readonly username: string | null;
  readonly usernameKey: string | null;
  readonly language: Language | null;
}

/** Replaces what describes the person. @returns Whether the account was still as read. */
export async function setProfile(
  sql: Sql,
  { id, version }: OwnAccount,
  { name, username, usernameKey, language }: ProfileRow,
): Promise<boolean> {
  const changed = await run(
    sql,
    'UPDATE accounts SET name = ?, username = ?, username_key = ?, language = ?, version = version + 1 WHERE id = ? AND version = ?',
    [name, username, usernameKey, language, id, version],
  );
  if (changed === 1) await copyUsername(sql, id);
  return changed === 1;
}

/** Gives an account that has none its username, and its memberships the copy. */
export async function setUsername(
  sql: Sql,
  id: AccountId,
  { username, key }: { readonly username: string; readonly key: string },
): Promise<void> {
  await run(
    sql,
    'UPDATE accounts SET username = ?, username_key = ?, version = version + 1 WHERE id = ? AND username IS NULL',
    [username, key, id],
  );
  await copyUsername(sql, id);
}

/** Whether another account has the username. */
export async function isUsernameTaken(sql: Sql, key: string, but: AccountId): Promise<boolean> {
  return (
    (await first(sql, 'SELECT 1 FROM accounts WHERE username_key = ? AND id <> ?', [key, but])) !== undefined
  );
}

/** Gives the account another address, which is proved by that. @returns Whether nobody else has it, here or as a member beside this account. */
export async function setEmail(
  sql: Sql,
  { id, email, emailKey, now }: { id: AccountId; email: string; emailKey: string; now: number },
): Promise<boolean> {
  return (
    (await run(
      sql,
      `UPDATE accounts SET email = ?2, email_key = ?3, email_verified_at = ?4, version = version + 1 WHERE id = ?1
         AND NOT EXISTS (SELECT 1 FROM accounts WHERE email_key = ?3 AND id <> ?1)
         AND NOT EXISTS (SELECT 1 FROM members m JOIN members o ON o.workspace_id = m.workspace_id AND o.email_key = ?3 AND o.account_id <> ?1
                         WHERE m.account_id = ?1)`,
      [id, email, emailKey, now],
    )) === 1
  );
}
