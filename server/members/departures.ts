// Who left a workspace, so that nothing from before lets them in again by itself: rows to domain and back. Knows no rule.
import { createHash } from 'node:crypto';
import { addressKey } from '../../shared/emails/address.ts';
import type { AccountId, ProviderId, WorkspaceId } from '../../shared/ids.ts';
import { SESSION_MINUTES } from '../../shared/sessions/session.ts';
import type { Sql } from '../db/database.ts';
import { all, first, run } from '../db/database.ts';
import type { Person } from '../providers/person.ts';
import type { StoredProvider } from '../providers/store.ts';
import type { SubjectHere } from '../sessions/subjects.ts';
import { subjectsOf } from '../sessions/subjects.ts';
import type { NewMember, StoredMember } from './store.ts';

/** As long as any session lives, in milliseconds. */
const SESSIONS_LIVE = SESSION_MINUTES.max * 60_000;
/** Longer than any token lives, its clock's tolerance included, in milliseconds. */
const TOKENS_LIVE = 17 * 60 * 1000;

/**
 * Notes before the membership goes that its person leaves: for as long as tokens live by the host's ids of them, for as long as sessions
 * live by an account that goes on elsewhere, and for good, where somebody else removes them, by their address and who they are at providers.
 */
export async function noteDeparture(
  sql: Sql,
  member: StoredMember,
  { isRemoved, now }: { readonly isRemoved: boolean; readonly now: number },
): Promise<void> {
  const { id, accountId, workspace } = member;
  const subjects = (await subjectsOf(sql, id)).map(digestOfSubject);
  await insert(sql, workspace, subjects, { at: now, until: now + TOKENS_LIVE });
  if (await isElsewhere(sql, accountId, workspace))
    await insert(sql, workspace, [digestOfAccount(accountId)], { at: now, until: now + SESSIONS_LIVE });
  if (isRemoved)
    await insert(sql, workspace, await digestsAtProviders(sql, member), { at: now, until: null });
}

/** Whether the subject left here after its token was signed. */
export async function hasSubjectLeft(sql: Sql, subject: SubjectHere, issuedAt: number): Promise<boolean> {
  const row = await first<{ at: number }>(
    sql,
    'SELECT at FROM departures WHERE workspace_id = ? AND digest = ?',
    [subject.workspaceId, digestOfSubject(subject)],
  );
  // A token names its second; what was signed in the second of the change counts as after it.
  return row !== undefined && issuedAt + 999 < row.at;
}

/** Whether somebody with this identity or address was removed from the provider's workspace. */
export async function wasRemoved(
  sql: Sql,
  { id, workspaceId }: Pick<StoredProvider, 'id' | 'workspaceId'>,
  { issuer, subject }: Person,
  emailKey: string,
): Promise<boolean> {
  const row = await first(sql, 'SELECT 1 FROM departures WHERE workspace_id = ? AND digest IN (?, ?)', [
    workspaceId,
    digestOfAddress(emailKey),
    digestOfIdentity(id, issuer, subject),
  ]);
  return row !== undefined;
}

/** From when a session has to begin to open new memberships: since their accounts were last there, 0 for the others (SEC_D07). */
export async function setValidSinceDeparture(sql: Sql, members: readonly NewMember[]): Promise<void> {
  await run(
    sql,
    `UPDATE members SET valid_from = d.at FROM json_each(?) k JOIN departures d ON d.workspace_id = k.value ->> 1 AND d.digest = k.value ->> 2
     WHERE members.id = k.value ->> 0`,
    [
      JSON.stringify(
        members.map(({ id, accountId, workspaceId }) => [id, workspaceId, digestOfAccount(accountId)]),
      ),
    ],
  );
}

async function insert(
  sql: Sql,
  workspace: WorkspaceId,
  digests: readonly string[],
  { at, until }: { readonly at: number; readonly until: number | null },
): Promise<void> {
  for (const digest of digests)
    await run(
      sql,
      `INSERT INTO departures (workspace_id, digest, at, until) VALUES (?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET at = excluded.at, until = excluded.until`,
      [workspace, digest, at, until],
    );
}

async function isElsewhere(sql: Sql, accountId: AccountId, workspace: WorkspaceId): Promise<boolean> {
  const row = await first(sql, 'SELECT 1 FROM members WHERE account_id = ? AND workspace_id <> ?', [
    accountId,
    workspace,
  ]);
  return row !== undefined;
}

async function digestsAtProviders(
  sql: Sql,
  { accountId, workspace, email }: StoredMember,
): Promise<string[]> {
  const known = await all<{ providerId: ProviderId; issuer: string; subject: string }>(
    sql,
    `SELECT i.provider_id AS providerId, i.issuer, i.subject FROM identities i JOIN providers p ON p.id = i.provider_id
     WHERE i.account_id = ? AND p.workspace_id = ?`,
    [accountId, workspace],
  );
  return [
    digestOfAddress(addressKey(email)),
    ...known.map(({ providerId, issuer, subject }) => digestOfIdentity(providerId, issuer, subject)),
  ];
}

const digestOfSubject = ({ hostKeyId, subject }: SubjectHere): string =>
  digestOf('subject', hostKeyId, subject);
const digestOfAccount = (id: AccountId): string => digestOf('account', id);
const digestOfAddress = (key: string): string => digestOf('address', key);
const digestOfIdentity = (id: ProviderId, issuer: string, subject: string): string =>
  digestOf('identity', id, issuer, subject);

/** No name, address or id of a person stays behind where they went. */
function digestOf(...parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
}
