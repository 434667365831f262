// Who people are at providers, and what a provider's word changes about them: rows to domain and back. Knows no rule.
import type { AccountId, MemberId, ProviderId, WorkspaceId } from '../../shared/ids.ts';
import type { Sql } from '../db/database.ts';
import { first, run } from '../db/database.ts';
import { OF_PROVIDER } from '../sessions/of-provider.ts';
import type { Person } from './person.ts';
import type { StoredProvider } from './store.ts';

/** Whose identity it is; undefined for one that is not known. */
export async function accountOfIdentity(
  sql: Sql,
  id: ProviderId,
  { issuer, subject }: Pick<Person, 'issuer' | 'subject'>,
): Promise<AccountId | undefined> {
  const row = await first<{ accountId: AccountId }>(
    sql,
    'SELECT account_id AS accountId FROM identities WHERE provider_id = ? AND issuer = ? AND subject = ?',
    [id, issuer, subject],
  );
  return row?.accountId;
}

/** Connects an identity to an account, in place of the one that the account had at this provider. */
export async function insertIdentity(
  sql: Sql,
  id: ProviderId,
  accountId: AccountId,
  { issuer, subject, email }: Person,
  now: number,
): Promise<void> {
  await deleteIdentities(sql, id, accountId);
  await run(
    sql,
    'INSERT INTO identities (provider_id, issuer, subject, account_id, email, created_at) VALUES (?, ?, ?, ?, ?, ?)',
    [id, issuer, subject, accountId, email, now],
  );
}

/** Notes that an identity was used, and the address that it had. */
export async function touchIdentity(
  sql: Sql,
  id: ProviderId,
  { issuer, subject, email }: Person,
  now: number,
): Promise<void> {
  await run(
    sql,
    'UPDATE identities SET email = ?, last_used_at = ? WHERE provider_id = ? AND issuer = ? AND subject = ?',
    [email, now, id, issuer, subject],
  );
}

/** Takes the account's identities at a provider away. @returns Whether there was one. */
export async function deleteIdentities(sql: Sql, id: ProviderId, accountId: AccountId): Promise<boolean> {
  return (
    (await run(sql, 'DELETE FROM identities WHERE provider_id = ? AND account_id = ?', [id, accountId])) > 0
  );
}

/** How many identities the account has at other providers than `id`. */
export async function otherIdentities(sql: Sql, id: ProviderId, accountId: AccountId): Promise<number> {
  const row = await first<{ count: number }>(
    sql,
    `SELECT count(*) AS count FROM identities i JOIN providers p ON p.id = i.provider_id
     JOIN members m ON m.account_id = i.account_id AND m.workspace_id = p.workspace_id AND m.status = 'active'
     WHERE i.account_id = ? AND i.provider_id <> ? AND p.is_enabled = 1`,
    [accountId, id],
  );
  return row!.count;
}

/** From now on name, address and, where the workspace says so, roles of the member are the provider's to say. */
export async function setProviderSource(sql: Sql, memberId: MemberId): Promise<void> {
  await run(sql, "UPDATE members SET source = 'provider', version = version + 1 WHERE id = ?", [memberId]);
}

/** Whether no other account, and no other member of the workspace, has the address; null stands for an account that is not made yet. */
export async function isAddressFree(
  sql: Sql,
  emailKey: string,
  accountId: AccountId | null,
  workspaceId: WorkspaceId,
): Promise<boolean> {
  const row = await first(
    sql,
    `SELECT 1 WHERE EXISTS (SELECT 1 FROM accounts WHERE email_key = ?1 AND id IS NOT ?2)
       OR EXISTS (SELECT 1 FROM members WHERE workspace_id = ?3 AND email_key = ?1 AND account_id IS NOT ?2)`,
    [emailKey, accountId, workspaceId],
  );
  return row === undefined;
}

/** Gives an account another name and address; an address that is new was not proved yet, and links that went to the one before are over. */
export async function setAccountPerson(
  sql: Sql,
  accountId: AccountId,
  { name, email, emailKey }: { readonly name: string; readonly email: string; readonly emailKey: string },
): Promise<void> {
  const before = await first<{ emailKey: string }>(
    sql,
    'SELECT email_key AS emailKey FROM accounts WHERE id = ?',
    [accountId],
  );
  await run(
    sql,
    `UPDATE accounts SET name = ?1, email = ?2, email_verified_at = iif(email_key = ?3, email_verified_at, NULL), email_key = ?3,
       version = version + 1 WHERE id = ?4`,
    [name, email, emailKey, accountId],
  );
  if (before?.emailKey !== emailKey) await run(sql, 'DELETE FROM links WHERE account_id = ?', [accountId]);
}

/** Whether the workspace of the provider knows the person through providers alone. */
export async function isOnlyByProvider(sql: Sql, id: ProviderId, accountId: AccountId): Promise<boolean> {
  const row = await first(
    sql,
    `SELECT 1 FROM providers p JOIN workspaces w ON w.id = p.workspace_id JOIN members m ON m.workspace_id = w.id
     WHERE p.id = ? AND m.account_id = ? AND ${OF_PROVIDER}`,
    [id, accountId],
  );
  return row !== undefined;
}

/** Whether the account was connected to this provider before any other of its workspace that is switched on. */
export async function isLeading(
  sql: Sql,
  { id, workspaceId }: Pick<StoredProvider, 'id' | 'workspaceId'>,
  accountId: AccountId,
): Promise<boolean> {
  const row = await first<{ id: ProviderId }>(
    sql,
    `SELECT p.id FROM identities i JOIN providers p ON p.id = i.provider_id
     WHERE i.account_id = ? AND p.workspace_id = ? AND p.is_enabled = 1 ORDER BY i.created_at, p.created_at, p.id LIMIT 1`,
    [accountId, workspaceId],
  );
  return row?.id === id;
}
