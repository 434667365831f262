// Whom a bulk change is about: named people, or the next of all that match. Knows no rule.
import type { ChangeManyMembers } from '../../shared/contract/members.ts';
import type { MemberId, WorkspaceId } from '../../shared/ids.ts';
import { MAX_PAGE } from '../../shared/members/member.ts';
import type { Sql } from '../db/database.ts';
import { all } from '../db/database.ts';
import { decodeCursor, encodeCursor } from './list.ts';
import { narrow } from './narrow.ts';
import type { StoredMember } from './store.ts';
import { membersByIds } from './store.ts';

/** The members of one step; the named ones that are not here; and the cursor of the next step. */
export interface Selected {
  readonly members: readonly StoredMember[];
  readonly missing: readonly MemberId[];
  readonly next: string | null;
}

/** The members that `selection` is about, at most 200, in an order that no change of them disturbs. */
export async function selectMembers(
  sql: Sql,
  workspaceId: WorkspaceId,
  selection: ChangeManyMembers['selection'],
): Promise<Selected> {
  if ('ids' in selection) {
    const members = await membersByIds(sql, workspaceId, selection.ids);
    return {
      members,
      next: null,
      missing: selection.ids.filter((id) => !members.some((member) => member.id === id)),
    };
  }
  const { matches } = await narrow(sql, workspaceId, selection.filter);
  const after = selection.after === undefined ? 0 : decodeCursor(selection.after)[1];
  const found = await all<{ id: MemberId; seq: number }>(
    sql,
    `SELECT m.id, m.seq FROM members m WHERE +m.workspace_id = ? ${matches.where.sql} AND m.seq > ? AND m.id NOT IN (SELECT value FROM json_each(?)) ORDER BY m.seq LIMIT ?`,
    [workspaceId, ...matches.where.args, after, JSON.stringify(selection.except), MAX_PAGE],
  );
  const members = await membersByIds(
    sql,
    workspaceId,
    found.map(({ id }) => id),
  );
  const last = found.at(-1);
  return {
    members,
    next: found.length === MAX_PAGE && last !== undefined ? encodeCursor([0, last.seq]) : null,
    missing: [],
  };
}
