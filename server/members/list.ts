// A page of members: sorted, filtered and searched in SQL over an index, as one row of JSON that is sent on as text.
import { fail } from '../../shared/errors.ts';
import type { WorkspaceId } from '../../shared/ids.ts';
import type { MemberFilter, MemberSort, Total } from '../../shared/members/member.ts';
import type { CompiledPolicy } from '../../shared/policy/compile.ts';
import type { Sql } from '../db/database.ts';
import { first } from '../db/database.ts';
import type { Fragment, Matches } from './narrow.ts';
import { GATHERED, narrow } from './narrow.ts';
import { anchorBefore } from './positions.ts';
import { memberJson } from './store.ts';

/** A page wanted: the wire's input with its defaults filled in. */
export interface MemberQuery {
  readonly filter: MemberFilter;
  readonly sort: { readonly by: MemberSort; readonly direction: 'ascending' | 'descending' };
  readonly limit: number;
  readonly from?:
    { readonly after: string } | { readonly before: string } | { readonly position: number } | undefined;
}

/** The indexed column behind each sort; `isDown` where its natural order is the largest first. */
export const SORTS: {
  readonly [By in MemberSort]: { readonly column: string; readonly index: string; readonly isDown?: true };
} = {
  name: { column: 'name_key', index: 'members_by_name' },
  email: { column: 'email_key', index: 'members_by_email' },
  roles: { column: 'top_rank', index: 'members_by_rank', isDown: true },
  status: { column: 'status', index: 'members_by_status' },
  lastSignIn: { column: 'last_sign_in_at', index: 'members_by_sign_in', isDown: true },
};

/** The key of a row in an order. */
export type RowKey = readonly [value: string | number, seq: number];

/** A page of the members of `workspaceId` as the JSON text of a `MemberPage`. */
export async function listMembers(
  sql: Sql,
  policy: CompiledPolicy,
  workspaceId: WorkspaceId,
  query: MemberQuery,
): Promise<string> {
  const { count, isExact, matches } = await narrow(sql, policy, workspaceId, query.filter);
  const total: Total = { count, isExact };
  if (count === 0 && isExact)
    return JSON.stringify({ rows: [], previous: null, next: null, offset: 0, total });
  const { column, index, isDown } = SORTS[query.sort.by];
  const isAscending = (query.sort.direction === 'ascending') !== (isDown === true);
  const isBackward = query.from !== undefined && 'before' in query.from;
  const start = await startOf(sql, workspaceId, query, { matches, isAscending, column, index });
  const goesUp = isAscending !== isBackward;
  const order = goesUp ? 'ASC' : 'DESC';
  // A set that was gathered is sorted; anything larger is read in the order of its index.
  const source =
    matches.kind === 'gathered' ? GATHERED : `members m INDEXED BY ${index} WHERE m.workspace_id = ?`;
  // The rows are joined as the texts they are; read as JSON again, they would cost the page a quarter more.
  const row = await first<{ json: string; keys: string; seqs: string }>(
    sql,
    `SELECT coalesce('[' || group_concat(json) || ']', '[]') AS json, json_group_array(value) AS keys, json_group_array(seq) AS seqs FROM (
       SELECT * FROM (
         SELECT ${memberJson(policy)} AS json, m.${column} AS value, m.seq AS seq FROM ${source} ${matches.where.sql} ${start.where.sql}
         ORDER BY m.${column} ${order}, m.seq ${order} LIMIT ? OFFSET ?
       ) ${isBackward ? `ORDER BY value ${isAscending ? 'ASC' : 'DESC'}, seq ${isAscending ? 'ASC' : 'DESC'}` : ''})`,
    [workspaceId, ...matches.where.args, ...start.where.args, query.limit, start.skip],
  );
  return pageText(row!, query, { offset: start.offset, total, isBackward });
}

function pageText(
  row: { json: string; keys: string; seqs: string },
  query: MemberQuery,
  page: { offset: number | null; total: Total; isBackward: boolean },
): string {
  const keys = JSON.parse(row.keys) as (string | number)[];
  const seqs = JSON.parse(row.seqs) as number[];
  const isFull = seqs.length === query.limit;
  const cursor = (at: number): string => encodeCursor([keys[at]!, seqs[at]!]);
  const isAtStart = page.offset === 0 || seqs.length === 0;
  const previous = isAtStart || (page.isBackward && !isFull) ? null : cursor(0);
  // A first page that is not full holds everything.
  const total: Total = page.offset === 0 && !isFull ? { count: seqs.length, isExact: true } : page.total;
  const next = seqs.length === 0 || (!isFull && !page.isBackward) ? null : cursor(seqs.length - 1);
  return `{"rows":${row.json},"previous":${JSON.stringify(previous)},"next":${JSON.stringify(next)},"offset":${page.offset},"total":${JSON.stringify(total)}}`;
}

async function startOf(
  sql: Sql,
  workspaceId: WorkspaceId,
  query: MemberQuery,
  order: { matches: Matches; isAscending: boolean; column: string; index: string },
): Promise<{ where: Fragment; skip: number; offset: number | null }> {
  const nothing: Fragment = { sql: '', args: [] };
  const { from } = query;
  if (from === undefined) return { where: nothing, skip: 0, offset: 0 };
  if ('after' in from)
    return {
      where: beyond(order.column, order.isAscending, decodeCursor(from.after)),
      skip: 0,
      offset: null,
    };
  if ('before' in from)
    return {
      where: beyond(order.column, !order.isAscending, decodeCursor(from.before)),
      skip: 0,
      offset: null,
    };
  if (order.matches.kind === 'gathered')
    return { where: nothing, skip: from.position, offset: from.position };
  const anchor = await anchorBefore(
    sql,
    workspaceId,
    { ...order, where: order.matches.where },
    from.position,
  );
  const where = anchor.key === null ? nothing : beyond(order.column, order.isAscending, anchor.key);
  return { where, skip: from.position - anchor.position, offset: from.position };
}

/** The condition of the rows after `key` in an order. */
export function beyond(column: string, isAscending: boolean, [value, seq]: RowKey): Fragment {
  return { sql: `AND (m.${column}, m.seq) ${isAscending ? '>' : '<'} (?, ?)`, args: [value, seq] };
}

/** A row's key as the opaque text that the wire carries. */
export function encodeCursor(key: readonly [value: string | number, row: string | number]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/** The key in a cursor. @throws {AppError} `input_invalid` where it is none of ours. */
export function decodeCursor(text: string): RowKey {
  const [value, seq] = pairIn(text);
  return (isText(value) || Number.isFinite(value)) && Number.isSafeInteger(seq)
    ? [value as string | number, seq as number]
    : fail('input_invalid', { field: 'cursor' });
}

/** The same of a row that is told from others by a text. @throws {AppError} `input_invalid` where it is none of ours. */
export function decodeTextCursor(text: string): readonly [value: string, id: string] {
  const [value, id] = pairIn(text);
  return isText(value) && isText(id) ? [value, id] : fail('input_invalid', { field: 'cursor' });
}

function pairIn(text: string): readonly unknown[] {
  let key: unknown;
  try {
    key = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  } catch {
    fail('input_invalid', { field: 'cursor' });
  }
  return Array.isArray(key) && key.length === 2 ? key : fail('input_invalid', { field: 'cursor' });
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.isWellFormed();
}
