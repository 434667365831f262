// Counters of what is limited: one row and one statement for each. Knows no rule.
import type { Sql } from '../db/database.ts';
import { first } from '../db/database.ts';

/** How much there was in the running window, and the moment at which it ends. */
export interface Counted {
  readonly total: number;
  readonly until: number;
}

/** Adds to the counter `key`; begins it anew where its window is over, or could not have begun by now because the clock was put back. */
export async function count(
  sql: Sql,
  key: string,
  { amount, now, window }: { amount: number; now: number; window: number },
): Promise<Counted> {
  const row = await first<Counted>(
    sql,
    `INSERT INTO limits (key, total, until) VALUES (?1, ?2, ?3 + ?4)
     ON CONFLICT (key) DO UPDATE SET
       total = iif(until > ?3 AND until <= excluded.until, total, 0) + excluded.total,
       until = iif(until > ?3 AND until <= excluded.until, until, excluded.until)
     RETURNING total, until`,
    [key, amount, now, window],
  );
  return row!;
}

/** One of the counters `keys` that reached `most` in a window that still runs; undefined where none did. */
export function firstSpent(
  sql: Sql,
  keys: readonly string[],
  { most, now }: { most: number; now: number },
): Promise<Counted | undefined> {
  return first<Counted>(
    sql,
    'SELECT total, until FROM limits WHERE key IN (SELECT value FROM json_each(?)) AND total >= ? AND until > ? LIMIT 1',
    [JSON.stringify(keys), most, now],
  );
}
