// A page of members: sorted, filtered and searched in SQL over an index, as one row of JSON that is sent on as text.
import { fail } from '../../shared/errors.ts';
import type { WorkspaceId } from '../../shared/ids.ts';
import type { MemberFilter, MemberSort, Total } from '../../shared/members/member.ts';
import type { CompiledPolicy } from '../../shared/policy/compile.ts';
import type { Sql } from '../db/database.ts';
import { first } from '../db/database.ts';
import type { Fragment, Matches } from './narrow.ts';
import { GATHERED, narrow } from './narrow.ts';
import type { Order, RowKey } from './positions.ts';
import { anchorBefore, beyond, keysAfter } from './positions.ts';
import { memberJson } from './store.ts';

/** A page wanted: the wire's input with its defaults filled in. */
export interface MemberQuery {
  readonly filter: MemberFilter;
  readonly sort: { readonly by: MemberSort; readonly direction: 'ascending' | 'descending' };
  readonly limit: number;
  readonly from?:
    { readonly after: string } | { readonly before: string } | { readonly position: number } | undefined;
}

/** The indexed column behind each sort; `isDown` where its natural order is the largest first, `isShared` where many people have the same. */
export const SORTS: {
  readonly [By in MemberSort]: Pick<Order, 'column' | 'index' | 'isShared'> & { readonly isDown?: true };
} = {
  name: { column: 'name_key', index: 'members_by_name' },
  email: { column: 'email_key', index: 'members_by_email' },
  roles: { column: 'top_rank', index: 'members_by_rank', isDown: true, isShared: true },
  status: { column: 'status', index: 'members_by_status', isShared: true },
  lastSignIn: { column: 'last_sign_in_at', index: 'members_by_sign_in', isDown: true, isShared: true },
};

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
  const { isDown, ...by } = SORTS[query.sort.by];
  const isAscending = (query.sort.direction === 'ascending') !== (isDown === true);
  const isBackward = query.from !== undefined && 'before' in query.from;
  const start = await startOf(sql, workspaceId, query, { ...by, isAscending, matches });
  const order = { ...by, isAscending: isAscending !== isBackward, matches };
  const rows = rowsOf(workspaceId, memberJson(policy), order, { ...start, limit: query.limit });
  // The rows are joined as the texts they are; read as JSON again, they would cost the page a quarter more.
  const row = await first<{ json: string; keys: string; seqs: string }>(
    sql,
    `SELECT coalesce('[' || group_concat(json) || ']', '[]') AS json, json_group_array(value) AS keys, json_group_array(seq) AS seqs FROM (
       SELECT * FROM (${rows.sql}) ${isBackward ? `ORDER BY value ${isAscending ? 'ASC' : 'DESC'}, seq ${isAscending ? 'ASC' : 'DESC'}` : ''})`,
    [...rows.args],
  );
  return pageText(row!, query, { offset: start.offset, total, isBackward });
}

/** The rows of a page, from the one after `key` on: as JSON, with their keys. */
function rowsOf(
  workspaceId: WorkspaceId,
  json: string,
  order: Omit<Order, 'where'> & { readonly matches: Matches },
  { key, skip, limit }: { readonly key: RowKey | null; readonly skip: number; readonly limit: number },
): Fragment {
  const { column, index, isAscending, isShared, matches } = order;
  const { where } = matches;
  const direction = isAscending ? 'ASC' : 'DESC';
  const row = `${json} AS json, m.${column} AS value, m.seq AS seq`;
  const inOrder = `ORDER BY m.${column} ${direction}, m.seq ${direction}`;
  if (matches.kind === 'walked' && isShared === true) {
    const keys = keysAfter(workspaceId, { ...order, where }, key);
    return {
      sql: `SELECT ${row} FROM (${keys.sql} LIMIT ? OFFSET ?) k CROSS JOIN members m ON m.seq = k.seq ${inOrder}`,
      args: [...keys.args, limit, skip],
    };
  }
  const after = key === null ? { sql: '', args: [] } : beyond(column, isAscending, key);
  // A set that was gathered is sorted; anything larger is read in the order of its index.
  const source =
    matches.kind === 'gathered' ? GATHERED : `members m INDEXED BY ${index} WHERE m.workspace_id = ?`;
  return {
    sql: `SELECT ${row} FROM ${source} ${where.sql} ${after.sql} ${inOrder} LIMIT ? OFFSET ?`,
    args: [workspaceId, ...where.args, ...after.args, limit, skip],
  };
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
  { from }: MemberQuery,
  { matches, ...order }: Omit<Order, 'where'> & { readonly matches: Matches },
): Promise<{ key: RowKey | null; skip: number; offset: number | null }> {
  if (from === undefined) return { key: null, skip: 0, offset: 0 };
  if ('after' in from) return { key: decodeCursor(from.after), skip: 0, offset: null };
  if ('before' in from) return { key: decodeCursor(from.before), skip: 0, offset: null };
  const { position } = from;
  if (matches.kind === 'gathered') return { key: null, skip: position, offset: position };
  const anchor = await anchorBefore(sql, workspaceId, { ...order, where: matches.where }, position);
  return { key: anchor.key, skip: position - anchor.position, offset: position };
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
