// Jumps into a long list: the key of every thousandth row of an order, sampled once and kept for a while.
// A position is a place on a scroll bar, never a right, so a slightly old one does no harm.
import type { WorkspaceId } from '../../shared/ids.ts';
import { breathe } from '../db/breathe.ts';
import type { Sql } from '../db/database.ts';
import { first } from '../db/database.ts';
import type { RowKey } from './list.ts';
import type { Fragment } from './narrow.ts';

/** The order that positions are counted in. */
export interface Order {
  readonly column: string;
  readonly index: string;
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
  const { column, isAscending } = order;
  const direction = isAscending ? 'ASC' : 'DESC';
  const beyond = after === null ? '' : `AND (m.${column}, m.seq) ${isAscending ? '>' : '<'} (?, ?)`;
  const row = await first<{ value: string | number; seq: number }>(
    sql,
    `SELECT m.${column} AS value, m.seq AS seq FROM members m INDEXED BY ${order.index} WHERE m.workspace_id = ? ${order.where.sql} ${beyond}
     ORDER BY m.${column} ${direction}, m.seq ${direction} LIMIT 1 OFFSET ${STEP - 1}`,
    [workspaceId, ...order.where.args, ...(after ?? [])],
  );
  return row && [row.value, row.seq];
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
