// What a file of people needs beside the list: how many there are to the last one, and what describes them. Knows no rule.
import type { MemberId, WorkspaceId } from '../../shared/ids.ts';
import type { MemberFilter } from '../../shared/members/member.ts';
import type { CompiledPolicy } from '../../shared/policy/compile.ts';
import type { Sql } from '../db/database.ts';
import { all, first } from '../db/database.ts';
import { narrow } from './narrow.ts';

/** How many the filter leaves, to the last one; a list may say "more than". */
export async function countMembers(
  sql: Sql,
  policy: CompiledPolicy,
  workspaceId: WorkspaceId,
  filter: MemberFilter,
): Promise<number> {
  const { count, isExact, matches } = await narrow(sql, policy, workspaceId, filter);
  if (isExact) return count;
  const counted = await first<{ count: number }>(
    sql,
    `SELECT count(*) AS count FROM members m WHERE m.workspace_id = ? ${matches.where.sql}`,
    [workspaceId, ...matches.where.args],
  );
  return counted!.count;
}

/** What describes a member, and who they are in the list that they came from. */
interface Description {
  readonly id: MemberId;
  readonly externalId: string | null;
  readonly firstName: string;
  readonly lastName: string;
  readonly department: string;
}

/** What files hold of members beside what every list shows. */
export async function descriptionsOf(
  sql: Sql,
  ids: readonly MemberId[],
): Promise<Map<MemberId, Description>> {
  const rows = await all<Description>(
    sql,
    `SELECT id, external_id AS externalId, first_name AS firstName, last_name AS lastName, department
     FROM members WHERE id IN (SELECT value FROM json_each(?))`,
    [JSON.stringify(ids)],
  );
  return new Map(rows.map((row) => [row.id, row]));
}
