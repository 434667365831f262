// Which members a filter leaves, and how many: the condition that lists and bulk changes put into their statements.
import type { WorkspaceId } from '../../shared/ids.ts';
import type { MemberFilter, Total } from '../../shared/members/member.ts';
import type { MemberStatus } from '../../shared/policy/can.ts';
import type { CompiledPolicy } from '../../shared/policy/compile.ts';
import type { Policy } from '../../shared/policy/policy.ts';
import type { Sql } from '../db/database.ts';
import { all, first } from '../db/database.ts';
import { gramQuery, searchWords } from './grams.ts';

/** A gathered set is read by its row numbers; the plus keeps every index of the workspace out of it. */
export const GATHERED = 'members m WHERE +m.workspace_id = ?';

/** A piece of a statement with its parameters. */
export interface Fragment {
  readonly sql: string;
  readonly args: readonly (string | number)[];
}

/** The members that a filter leaves: a gathered set of few, or a condition that the walk along an index checks. */
export interface Matches {
  readonly kind: 'gathered' | 'walked';
  readonly where: Fragment;
}

/**
 * How many match, and the cheapest way to read them in any order.
 *
 * Few matches are gathered through the index of the filter and sorted; many are met soon enough by walking the
 * index of the order. The border grows with the root of the workspace's size, where both cost the same.
 */
export async function narrow(
  sql: Sql,
  { policy }: CompiledPolicy,
  workspaceId: WorkspaceId,
  filter: MemberFilter,
): Promise<Total & { matches: Matches }> {
  const totals = await readTotals(sql, workspaceId);
  const few = Math.min(4000, Math.max(500, Math.round(Math.sqrt(12 * totals.all))));
  const conditions = residual(filter, searchedIn(policy));
  const words = filter.search === undefined ? [] : searchWords(filter.search);
  // Several roles of one person are counted once each, so such a total is only a bound.
  const isKnown =
    filter.ids === undefined &&
    filter.dormantSince === undefined &&
    words.length === 0 &&
    (filter.roles === undefined || filter.roles.length <= 1);
  const gathered = async (source: Fragment): Promise<Total & { matches: Matches }> => {
    const where = {
      sql: `AND m.seq IN (${source.sql}) ${conditions.sql}`,
      args: [...source.args, ...conditions.args],
    };
    const matches = { kind: 'gathered', where } as const;
    if (isKnown) return { count: totals.of(filter), isExact: true, matches };
    const counted = await first<{ count: number }>(
      sql,
      `SELECT count(*) AS count FROM ${GATHERED} ${where.sql}`,
      [workspaceId, ...where.args],
    );
    return { count: counted!.count, isExact: true, matches };
  };
  if (filter.ids !== undefined)
    return gathered({
      sql: 'SELECT seq FROM members WHERE id IN (SELECT value FROM json_each(?))',
      args: [JSON.stringify(filter.ids)],
    });
  const small = smallestSource(workspaceId, filter, totals);
  if (small !== undefined && small.size <= few) return gathered(small);
  if (filter.dormantSince !== undefined) {
    const hits = await dormant(sql, workspaceId, filter.dormantSince, few + 1);
    if (hits.count <= few) return gathered({ sql: 'SELECT value FROM json_each(?)', args: [hits.seqs] });
  }
  if (words.length > 0) {
    // The rows travel as one text, there and back: building a row for each hit would cost more than finding it.
    const hits = await first<{ count: number; seqs: string }>(
      sql,
      'SELECT count(*) AS count, json_group_array(seq) AS seqs FROM (SELECT rowid AS seq FROM member_grams WHERE member_grams MATCH ? LIMIT ?)',
      [gramQuery(totals.workspaceSeq, words), few + 1],
    );
    if (hits!.count > few)
      return { count: few, isExact: false, matches: { kind: 'walked', where: conditions } };
    return gathered({ sql: 'SELECT value FROM json_each(?)', args: [hits!.seqs] });
  }
  if (filter.dormantSince !== undefined)
    return { count: few, isExact: false, matches: { kind: 'walked', where: conditions } };
  return { count: totals.of(filter), isExact: isKnown, matches: { kind: 'walked', where: conditions } };
}

/** Those whose last sign-in is before `since`, at most `limit` of them, the ones longest away first. */
async function dormant(
  sql: Sql,
  workspaceId: WorkspaceId,
  since: number,
  limit: number,
): Promise<{ count: number; seqs: string }> {
  const hits = await first<{ count: number; seqs: string }>(
    sql,
    `SELECT count(*) AS count, json_group_array(seq) AS seqs FROM (
       SELECT seq FROM members INDEXED BY members_by_sign_in WHERE workspace_id = ? AND last_sign_in_at < ? ORDER BY last_sign_in_at, seq LIMIT ?)`,
    [workspaceId, since, limit],
  );
  return hits!;
}

/** The smaller of the sets that the roles and the status of a filter name; undefined where it names neither. */
function smallestSource(
  workspaceId: WorkspaceId,
  { roles, statuses }: MemberFilter,
  totals: Totals,
): (Fragment & { size: number }) | undefined {
  const sources: (Fragment & { size: number })[] = [];
  if (roles !== undefined) {
    const args = [workspaceId, JSON.stringify(roles)];
    sources.push({
      size: totals.of({ roles }),
      sql: 'SELECT member_seq FROM member_roles WHERE workspace_id = ? AND role IN (SELECT value FROM json_each(?))',
      args,
    });
  }
  if (statuses?.length === 1) {
    sources.push({
      size: totals.of({ statuses }),
      sql: 'SELECT seq FROM members WHERE workspace_id = ? AND status = ?',
      args: [workspaceId, statuses[0]!],
    });
  }
  return sources.toSorted((a, b) => a.size - b.size)[0];
}

const ALL_STATUSES: readonly MemberStatus[] = ['active', 'deactivated'];

/** What a search reads of a row. The first two stand in the index that is walked, so the username is read only where people have one. */
function searchedIn({ identity }: Policy): readonly string[] {
  return ['m.name_key', 'm.email_key', ...(identity.hasUsername ? ['lower(m.username)'] : [])];
}

/** The part of a filter that can be checked at each row; words of a search in one of `searched` each. */
function residual(filter: MemberFilter, searched: readonly string[]): Fragment {
  const sql: string[] = [];
  const args: (string | number)[] = [];
  const statuses = ALL_STATUSES.filter((status) => filter.statuses?.includes(status) ?? true);
  if (statuses.length === 0) sql.push('AND 0');
  if (statuses.length === 1) {
    sql.push('AND m.status = ?');
    args.push(statuses[0]!);
  }
  if (filter.roles !== undefined) {
    sql.push(
      'AND EXISTS (SELECT 1 FROM member_roles WHERE member_seq = m.seq AND role IN (SELECT value FROM json_each(?)))',
    );
    args.push(JSON.stringify(filter.roles));
  }
  if (filter.dormantSince !== undefined) {
    sql.push('AND m.last_sign_in_at < ?');
    args.push(filter.dormantSince);
  }
  for (const word of filter.search === undefined ? [] : searchWords(filter.search)) {
    // Shorter than a gram: only beginnings of words count, here as in the index.
    const isShort = [...word].length < 3;
    const found = searched.map((text) => `instr(${isShort ? `' ' || ${text}` : text}, ?) > 0`);
    sql.push(`AND (${found.join(' OR ')})`);
    args.push(...searched.map(() => (isShort ? ` ${word}` : word)));
  }
  return { sql: sql.join(' '), args };
}

interface Totals {
  readonly workspaceSeq: number;
  readonly all: number;
  of(filter: MemberFilter): number;
}

async function readTotals(sql: Sql, workspaceId: WorkspaceId): Promise<Totals> {
  const rows = await all<{ seq: number; status: string; role: string; count: number }>(
    sql,
    'SELECT w.seq, t.status, t.role, t.count FROM workspaces w LEFT JOIN member_totals t ON t.workspace_id = w.id WHERE w.id = ?',
    [workspaceId],
  );
  const sum = (roles: readonly string[], statuses: readonly string[] | undefined): number =>
    rows.reduce(
      (total, row) =>
        roles.includes(row.role) && (statuses === undefined || statuses.includes(row.status))
          ? total + row.count
          : total,
      0,
    );
  return {
    workspaceSeq: rows[0]?.seq ?? 0,
    all: sum([''], undefined),
    of: (filter) => sum(filter.roles ?? [''], filter.statuses),
  };
}
