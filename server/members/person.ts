// The copies of a person's name and address in their memberships, and the place in the search index that goes with them. Knows no rule.
import type { WorkspaceId } from '../../shared/ids.ts';
import { nameKey } from '../../shared/text/name.ts';
import type { Sql } from '../db/database.ts';
import { run } from '../db/database.ts';
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
    await run(
      sql,
      'UPDATE members SET name = ?, name_key = ?, email = ?, email_key = ?, version = version + 1 WHERE seq = ?',
      [name, nameKey(name || email), email, emailKey, seq],
    );
    await run(sql, 'DELETE FROM member_grams WHERE rowid = ?', [seq]);
    await indexForSearch(sql, workspaceId, [{ seq, name, emailKey }]);
  }
}
