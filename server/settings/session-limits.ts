// How long sessions live: what was set, or what holds where nothing was.
import type { SessionLimits } from '../../shared/sessions/session.ts';
import { DEFAULT_SESSION_LIMITS } from '../../shared/sessions/session.ts';
import type { Sql } from '../db/database.ts';
import { readSetting } from './store.ts';

/** The limits that hold now. */
export async function readSessionLimits(sql: Sql): Promise<SessionLimits> {
  return (await readSetting<SessionLimits>(sql, 'sessions'))?.value ?? DEFAULT_SESSION_LIMITS;
}
