// Deletes what has served its time. Nothing here is anybody's data: answers kept for retries, sessions that opened nothing any more, counters whose window is over.
import { breathe } from './breathe.ts';
import type { Database } from './database.ts';
import { run } from './database.ts';

/** How long the answer to a wish is kept for its retry, in milliseconds. */
export const IDEMPOTENCY_LIFE = 24 * 60 * 60 * 1000;
/** How many rows one transaction deletes, so that no write waits long. */
const CHUNK = 500;

/** How many rows went. */
export interface Purged {
  readonly idempotency: number;
  readonly sessions: number;
  readonly limits: number;
}

/** Deletes the answers older than a day, and the sessions and counters that are over at `now`. Run it every hour or so. */
export async function purgeExpired(database: Database, now: number): Promise<Purged> {
  return {
    idempotency: await purge(
      database,
      'DELETE FROM idempotency WHERE rowid IN (SELECT rowid FROM idempotency WHERE created_at <= ? LIMIT ?)',
      now - IDEMPOTENCY_LIFE,
    ),
    sessions: await purge(
      database,
      'DELETE FROM sessions WHERE rowid IN (SELECT rowid FROM sessions WHERE expires_at <= ? LIMIT ?)',
      now,
    ),
    limits: await purge(
      database,
      'DELETE FROM limits WHERE rowid IN (SELECT rowid FROM limits WHERE until <= ? LIMIT ?)',
      now,
    ),
  };
}

async function purge(database: Database, statement: string, until: number): Promise<number> {
  let gone = 0;
  for (;;) {
    const chunk = await database.write((tx) => run(tx, statement, [until, CHUNK]));
    gone += chunk;
    if (chunk < CHUNK) return gone;
    await breathe();
  }
}
