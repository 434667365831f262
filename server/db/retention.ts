// Deletes what has served its time: answers kept for retries, sessions and journeys that open nothing any more, links that nobody asks about any more, counters whose window is over, departures that nothing of before outlived, histories older than anybody is shown.
import { breathe } from './breathe.ts';
import type { Database } from './database.ts';
import { run } from './database.ts';

/** How long the answer to a wish is kept for its retry, in milliseconds. */
export const IDEMPOTENCY_LIFE = 24 * 60 * 60 * 1000;
/** How long attempts to sign in and visits are kept, in milliseconds: a day longer than the longest count of them. */
export const HISTORY_LIFE = 366 * 24 * 60 * 60 * 1000;
/** How long a link is known after its end, in milliseconds, so that who opens it reads what became of it and can have another sent. */
export const LINK_REMEMBERED = 7 * 24 * 60 * 60 * 1000;
/** How many rows one transaction deletes, so that no write waits long. */
const CHUNK = 500;

/** How many rows went. */
export interface Purged {
  readonly idempotency: number;
  readonly sessions: number;
  readonly links: number;
  readonly attempts: number;
  readonly history: number;
  readonly limits: number;
  readonly departures: number;
}

/** Deletes what is over at `now`. */
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
    links: await purge(
      database,
      // Those that were made for nobody, so that asking tells nothing, nobody ever opens.
      `DELETE FROM links WHERE rowid IN (SELECT l.rowid FROM links l LEFT JOIN accounts a ON a.id = l.account_id
         WHERE l.expires_at <= ?1 AND (l.expires_at <= ?1 - ${LINK_REMEMBERED} OR (l.account_id IS NOT NULL AND a.id IS NULL)) LIMIT ?2)`,
      now,
    ),
    attempts: await purge(
      database,
      'DELETE FROM sign_on_attempts WHERE rowid IN (SELECT rowid FROM sign_on_attempts WHERE expires_at <= ? LIMIT ?)',
      now,
    ),
    history:
      (await purge(
        database,
        'DELETE FROM sign_ins WHERE seq IN (SELECT seq FROM sign_ins WHERE at <= ? LIMIT ?)',
        now - HISTORY_LIFE,
      )) +
      (await purge(
        database,
        'DELETE FROM visits WHERE rowid IN (SELECT rowid FROM visits WHERE at <= ? LIMIT ?)',
        now - HISTORY_LIFE,
      )),
    limits: await purge(
      database,
      'DELETE FROM limits WHERE rowid IN (SELECT rowid FROM limits WHERE until <= ? LIMIT ?)',
      now,
    ),
    departures: await purge(
      database,
      'DELETE FROM departures WHERE rowid IN (SELECT rowid FROM departures WHERE until <= ? LIMIT ?)',
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
