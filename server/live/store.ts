// What was written since a place of the trail, or since a moment: the actions alone, of whichever workspace. What became of mail, and who is a member where.
import type { AccountId, WorkspaceId } from '../../shared/ids.ts';
import type { Sql } from '../db/database.ts';
import { all, first } from '../db/database.ts';

/** How far everything was told. */
export interface Told {
  /** The newest entry of the trail; 0 where there is none. */
  readonly entry: number;
  /** The newest number of what became of mail, which stands in no trail; 0 where there is none. */
  readonly delivery: number;
}

/** What was done in a workspace, however often, and how far it was told with that. */
export interface Done extends Told {
  readonly workspaceId: WorkspaceId;
  readonly action: string;
}

/** What it is called that something became of mail: the noun counts. */
const DELIVERED = "'invitation.deliver'";

/** How far everything is told to somebody who knows what is there now. */
export async function newest(sql: Sql): Promise<Told> {
  const row = await first<Told>(
    sql,
    'SELECT coalesce((SELECT max(seq) FROM audit), 0) AS entry, coalesce((SELECT max(seq) FROM deliveries), 0) AS delivery',
  );
  return { entry: row!.entry, delivery: row!.delivery };
}

/** What was done after what was `told`. Both are numbered in the order in which they become visible, so nothing is ever passed over. */
export function doneSince(sql: Sql, { entry, delivery }: Told): Promise<Done[]> {
  return all<Done>(
    sql,
    `SELECT workspace_id AS workspaceId, action, max(seq) AS entry, 0 AS delivery FROM audit WHERE seq > ?1 GROUP BY workspace_id, action
     UNION ALL SELECT workspace_id, ${DELIVERED}, 0, seq FROM deliveries WHERE seq > ?2`,
    [entry, delivery],
  );
}

/** What was done in one workspace at `moment` or later. */
export async function doneIn(sql: Sql, workspaceId: WorkspaceId, moment: number): Promise<readonly string[]> {
  const done = await all<{ action: string }>(
    sql,
    `SELECT DISTINCT action FROM audit INDEXED BY audit_by_time WHERE workspace_id = ?1 AND at >= ?2
     UNION ALL SELECT ${DELIVERED} FROM deliveries WHERE workspace_id = ?1 AND at >= ?2`,
    [workspaceId, moment],
  );
  return done.map(({ action }) => action);
}

/**
 * What each of the accounts is a member of, as a text that is another once they are so elsewhere, or one of those memberships or
 * workspaces has changed. Whoever is a member nowhere has none.
 */
export async function membershipsOf(
  sql: Sql,
  accounts: readonly AccountId[],
): Promise<ReadonlyMap<AccountId, string>> {
  const rows = await all<{ accountId: AccountId; text: string }>(
    sql,
    `SELECT m.account_id AS accountId, json_group_array(json_array(m.id, m.version, m.valid_from, w.version, w.roles_version,
       (SELECT count(*) FROM subjects WHERE member_id = m.id))) AS text
     FROM members m JOIN workspaces w ON w.id = m.workspace_id
     WHERE m.account_id IN (SELECT value FROM json_each(?)) GROUP BY m.account_id`,
    [JSON.stringify(accounts)],
  );
  return new Map(rows.map(({ accountId, text }) => [accountId, text]));
}
