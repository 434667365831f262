// Whom a bulk change is about: named people, or the next of all that match. Knows no rule.
import type { ChangeManyMembers } from '../../shared/contract/members.ts';
import type { MemberId, WorkspaceId } from '../../shared/ids.ts';
import type { MemberOutcome } from '../../shared/members/member.ts';
import { MAX_PAGE } from '../../shared/members/member.ts';
import type { CompiledPolicy } from '../../shared/policy/compile.ts';
import type { Sql } from '../db/database.ts';
import { all } from '../db/database.ts';
import { decodeCursor, encodeCursor } from './list.ts';
import { narrow } from './narrow.ts';
import type { StoredMember } from './store.ts';
import { membersByIds, publicMember } from './store.ts';

/** The members of one step, and the cursor of the next step. */
export interface Selected {
  readonly members: readonly StoredMember[];
  /** The named ones that are not here, or not any more as the caller saw them. */
  readonly refused: readonly MemberOutcome[];
  readonly next: string | null;
}

/** The members that `selection` is about, at most 200, in an order that no change of them disturbs. */
export async function selectMembers(
  sql: Sql,
  policy: CompiledPolicy,
  workspaceId: WorkspaceId,
  selection: ChangeManyMembers['selection'],
): Promise<Selected> {
  if ('ids' in selection) {
    const members = await membersByIds(sql, workspaceId, selection.ids);
    return { members, next: null, refused: missingOf(selection.ids, members) };
  }
  if ('seen' in selection) return seenOnly(sql, workspaceId, selection.seen);
  const { matches } = await narrow(sql, policy, workspaceId, selection.filter);
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
    refused: [],
  };
}

/** Those who are still as the caller saw them: what somebody else has changed since is left alone. */
async function seenOnly(
  sql: Sql,
  workspaceId: WorkspaceId,
  seen: readonly { readonly id: MemberId; readonly version: number }[],
): Promise<Selected> {
  const versions = new Map(seen.map(({ id, version }) => [id, version]));
  const ids = [...versions.keys()];
  const found = await membersByIds(sql, workspaceId, ids);
  const isSeen = ({ id, version }: StoredMember) => versions.get(id) === version;
  const changed = found
    .filter((member) => !isSeen(member))
    .map((member): MemberOutcome => ({
      memberId: member.id,
      name: member.name || member.email,
      refused: 'changed_meanwhile',
      member: publicMember(member),
    }));
  return { members: found.filter(isSeen), next: null, refused: [...missingOf(ids, found), ...changed] };
}

function missingOf(ids: readonly MemberId[], found: readonly StoredMember[]): MemberOutcome[] {
  const here = new Set(found.map(({ id }) => id));
  return ids
    .filter((id) => !here.has(id))
    .map((memberId) => ({ memberId, name: '', refused: 'member_not_found' }));
}
