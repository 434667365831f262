// What describes a member beside name and address, and the name of the account behind: rows to domain and back. Knows no rule.
import type { AccountId } from '../../shared/ids.ts';
import type { MemberProfile } from '../../shared/members/profile.ts';
import { nameParts } from '../../shared/members/profile.ts';
import type { Sql } from '../db/database.ts';
import { first, run } from '../db/database.ts';
import { setPerson } from './person.ts';
import type { StoredMember } from './store.ts';

/** What describes the member. */
export async function profileOf(
  sql: Sql,
  { seq, name }: Pick<StoredMember, 'seq' | 'name'>,
): Promise<MemberProfile> {
  const row = await first<MemberProfile>(
    sql,
    'SELECT first_name AS firstName, last_name AS lastName, department FROM members WHERE seq = ?',
    [seq],
  );
  return { ...nameParts(name, row!), department: row!.department };
}

/** Gives the member this name and description, in this workspace alone. */
export async function setDescription(
  sql: Sql,
  { seq, workspace, email, name: before }: StoredMember,
  { name, firstName, lastName, department }: MemberProfile & { readonly name: string },
): Promise<void> {
  const described = await first<{ emailKey: string }>(
    sql,
    'UPDATE members SET first_name = ?, last_name = ?, department = ?, version = version + 1 WHERE seq = ? RETURNING email_key AS emailKey',
    [firstName, lastName, department, seq],
  );
  if (name !== before) await setPerson(sql, [{ seq, workspaceId: workspace, name, email, ...described! }]);
}

/** Gives the account itself another name. */
export async function setAccountName(sql: Sql, id: AccountId, name: string): Promise<void> {
  await run(sql, 'UPDATE accounts SET name = ?, version = version + 1 WHERE id = ?', [name, id]);
}
