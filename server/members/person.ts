// The copies of a person's name, address and username in their memberships, and the place in the search index that goes with them. Knows no rule.
import type { AccountId, WorkspaceId } from '../../shared/ids.ts';
import { nameKey } from '../../shared/text/name.ts';
import type { Sql } from '../db/database.ts';
import { all, first, run } from '../db/database.ts';
import { indexForSearch } from './store.ts';

/** A membership with the name and address that its workspace sees. */
export interface PersonCopy {
  readonly seq: number;
  readonly workspaceId: WorkspaceId;
  readonly name: string;
  readonly email: string;
  readonly emailKey: string;
}

/** Replaces name and address in memberships, and what finds them by these. */
export async function setPerson(sql: Sql, memberships: readonly PersonCopy[]): Promise<void> {
  for (const { seq, workspaceId, name, email, emailKey } of memberships) {
    const kept = await first<{ username: string | null }>(
      sql,
      'UPDATE members SET name = ?, name_key = ?, email = ?, email_key = ?, version = version + 1 WHERE seq = ? RETURNING username',
      [name, nameKey(name || email), email, emailKey, seq],
    );
    if (kept !== undefined) await indexAgain(sql, workspaceId, { seq, name, emailKey, ...kept });
  }
}

/** Replaces the username in the memberships of an account that stand with another one, and what finds them by it. */
export async function copyUsername(sql: Sql, id: AccountId): Promise<void> {
  const changed = await all<Indexed & { readonly workspaceId: WorkspaceId }>(
    sql,
    `UPDATE members SET username = a.username, version = members.version + 1 FROM accounts a
     WHERE a.id = ?1 AND members.account_id = ?1 AND members.username IS NOT a.username
     RETURNING seq, workspace_id AS workspaceId, name, email_key AS emailKey, username`,
    [id],
  );
  for (const { workspaceId, ...member } of changed) await indexAgain(sql, workspaceId, member);
}

type Indexed = Parameters<typeof indexForSearch>[2][number];

async function indexAgain(sql: Sql, workspaceId: WorkspaceId, member: Indexed): Promise<void> {
  await run(sql, 'DELETE FROM member_grams WHERE rowid = ?', [member.seq]);
  await indexForSearch(sql, workspaceId, [member]);
}
