// Who a mail about an account is for, as the database knows them at the moment it goes out. Knows no rule.
import type { AccountId, WorkspaceId } from '../../shared/ids.ts';
import type { Sql } from '../db/database.ts';
import { all, first } from '../db/database.ts';

/** The person behind an account, as far as a letter needs. */
export interface Addressee {
  readonly email: string;
  readonly name: string;
  /** A BCP 47 tag; null where the person chose none. */
  readonly language: string | null;
}

/** A membership that is switched on. */
export interface Place {
  readonly id: WorkspaceId;
  readonly name: string;
  readonly roles: readonly string[];
}

const SELECT = 'SELECT email, name, language FROM accounts';

/** The person behind the account `id`, or undefined. */
export function addresseeById(sql: Sql, id: AccountId): Promise<Addressee | undefined> {
  return first<Addressee>(sql, `${SELECT} WHERE id = ?`, [id]);
}

/** The person behind the account with this address, or undefined. */
export function addresseeByEmail(sql: Sql, emailKey: string): Promise<Addressee | undefined> {
  return first<Addressee>(sql, `${SELECT} WHERE email_key = ?`, [emailKey]);
}

/** Up to two workspaces in which the account is switched on, or all of those that are named, in the order in which they were joined. */
export async function activePlaces(sql: Sql, id: AccountId, only: readonly string[]): Promise<Place[]> {
  const rows = await all<Omit<Place, 'roles'> & { roles: string }>(
    sql,
    `SELECT w.id, w.name, (SELECT json_group_array(role) FROM member_roles WHERE member_seq = m.seq) AS roles
     FROM members m JOIN workspaces w ON w.id = m.workspace_id
     WHERE m.account_id = ?1 AND m.status = 'active' AND (?3 = 0 OR w.id IN (SELECT value FROM json_each(?2)))
     ORDER BY m.seq LIMIT max(2, ?3)`,
    [id, JSON.stringify(only), only.length],
  );
  return rows.map((row) => ({ ...row, roles: JSON.parse(row.roles) as string[] }));
}
