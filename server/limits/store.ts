// Counters of what is limited: one row and one statement for each. Knows no rule.
import type { Sql } from '../db/database.ts';
import { all, first, run } from '../db/database.ts';

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

/** Takes one off the counter `key` while its window runs. */
export async function uncount(sql: Sql, key: string, now: number): Promise<void> {
  await run(sql, 'UPDATE limits SET total = total - 1 WHERE key = ? AND until > ? AND total > 0', [key, now]);
}

/** The counter `key` in a window that still runs. */
export function running(sql: Sql, key: string, now: number): Promise<Counted | undefined> {
  return first<Counted>(sql, 'SELECT total, until FROM limits WHERE key = ? AND until > ?', [key, now]);
}

/** The counters of one kind that reached `most` in a window that still runs: key -> the moment at which it ends. */
export async function spentCounters(
  sql: Sql,
  kind: string,
  { most, now }: { most: number; now: number },
): Promise<Map<string, number>> {
  const rows = await all<{ key: string; until: number }>(
    sql,
    "SELECT key, until FROM limits WHERE key >= ?1 || ':' AND key < ?1 || ';' AND total >= ?2 AND until > ?3",
    [kind, most, now],
  );
  return new Map(rows.map(({ key, until }) => [key, until]));
}
