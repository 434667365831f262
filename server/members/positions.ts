// Jumps into a long list: the key of every thousandth row of an order, sampled once and kept for a while.
// A position is a place on a scroll bar, never a right, so a slightly old one does no harm.
import type { WorkspaceId } from '../../shared/ids.ts';
import { breathe } from '../db/breathe.ts';
import type { Sql } from '../db/database.ts';
import { first } from '../db/database.ts';
import type { Fragment } from './narrow.ts';

/** The key of a row in an order. */
export type RowKey = readonly [value: string | number, seq: number];

/** The order that positions are counted in. */
export interface Order {
  readonly column: string;
  readonly index: string;
  /** Whether many rows have the same value. */
  readonly isShared?: true;
  readonly isAscending: boolean;
  readonly where: Fragment;
}

/** A row whose position is known; the key is null before the first row. */
export interface Anchor {
  readonly position: number;
  readonly key: RowKey | null;
}

const STEP = 1000;
/** How long sampled keys are used, in milliseconds. */
const MAX_AGE = 60_000;
const MAX_ORDERS = 64;

interface Samples {
  readonly takenAt: number;
  /** `keys[n]` is the key of the row at position `(n + 1) * STEP - 1`. */
  readonly keys: RowKey[];
  isComplete: boolean;
}

const cache = new WeakMap<Sql, Map<string, Samples>>();

/** The last sampled row before `position`, so that fewer than a thousand index entries are left to step over. */
export async function anchorBefore(
  sql: Sql,
  workspaceId: WorkspaceId,
  order: Order,
  position: number,
): Promise<Anchor> {
  const wanted = Math.floor(position / STEP);
  if (wanted === 0) return { position: 0, key: null };
  const samples = samplesOf(sql, JSON.stringify([workspaceId, order]));
  while (samples.keys.length < wanted && !samples.isComplete) {
    const taken = samples.keys.length;
    const key = await nextSample(sql, workspaceId, order, samples.keys.at(-1) ?? null);
    // Another jump, in the same batch perhaps, went on from the same row meanwhile.
    if (samples.keys.length > taken) continue;
    if (key === undefined) samples.isComplete = true;
    else samples.keys.push(key);
    if (samples.keys.length % 50 === 0) await breathe();
  }
  const found = Math.min(wanted, samples.keys.length);
  return found === 0 ? { position: 0, key: null } : { position: found * STEP, key: samples.keys[found - 1]! };
}

async function nextSample(
  sql: Sql,
  workspaceId: WorkspaceId,
  order: Order,
  after: RowKey | null,
): Promise<RowKey | undefined> {
  const keys = keysAfter(workspaceId, order, after);
  const row = await first<{ value: string | number; seq: number }>(
    sql,
    `${keys.sql} LIMIT 1 OFFSET ${STEP - 1}`,
    [...keys.args],
  );
  return row && [row.value, row.seq];
}

/** The condition of the rows after `key` in an order. */
export function beyond(column: string, isAscending: boolean, [value, seq]: RowKey): Fragment {
  return { sql: `AND (m.${column}, m.seq) ${isAscending ? '>' : '<'} (?, ?)`, args: [value, seq] };
}

/** The keys of all rows after `key`, from the first on where it is null, in the order of the index. */
export function keysAfter(
  workspaceId: WorkspaceId,
  { column, index, isShared, isAscending, where }: Order,
  key: RowKey | null,
): Fragment {
  const [more, direction] = isAscending ? ['>', 'ASC'] : ['<', 'DESC'];
  const some = ({ sql, args }: Fragment): Fragment => ({
    sql: `SELECT m.${column} AS value, m.seq AS seq FROM members m INDEXED BY ${index} WHERE m.workspace_id = ? ${where.sql} ${sql}`,
    args: [workspaceId, ...where.args, ...args],
  });
  const inOrder = ({ sql, args }: Fragment): Fragment => ({
    sql: `${sql} ORDER BY value ${direction}, seq ${direction}`,
    args,
  });
  if (key === null) return inOrder(some({ sql: '', args: [] }));
  if (isShared !== true) return inOrder(some(beyond(column, isAscending, key)));
  // To a row number an index leads under one value only: by both at once SQLite reads everybody of that value up to there.
  const [same, others] = [
    some({ sql: `AND m.${column} = ? AND m.seq ${more} ?`, args: key }),
    some({ sql: `AND m.${column} ${more} ?`, args: [key[0]] }),
  ];
  return inOrder({ sql: `${same.sql} UNION ALL ${others.sql}`, args: [...same.args, ...others.args] });
}

function samplesOf(sql: Sql, key: string): Samples {
  const orders = cache.get(sql) ?? new Map<string, Samples>();
  cache.set(sql, orders);
  const kept = orders.get(key);
  // The clock only bounds the age of a hint here; no decision rests on it.
  const now = performance.now();
  if (kept !== undefined && now - kept.takenAt < MAX_AGE) return kept;
  const oldest = orders.keys().next();
  if (orders.size >= MAX_ORDERS && !oldest.done) orders.delete(oldest.value);
  const samples: Samples = { takenAt: now, keys: [], isComplete: false };
  orders.set(key, samples);
  return samples;
}
