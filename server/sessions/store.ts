// Sessions of people: rows to domain and back. Knows no rule, and no value of a cookie.
import type { AccountId, MemberId, ProviderId, SessionId, WorkspaceId } from '../../shared/ids.ts';
import type { Session, SessionLimits, SessionStart } from '../../shared/sessions/session.ts';
import { DEFAULT_SESSION_LIMITS, LONGEST_INTERVAL } from '../../shared/sessions/session.ts';
import type { Sql } from '../db/database.ts';
import { all, first, run } from '../db/database.ts';
import { isOpenTo } from './of-provider.ts';

/** A minute in milliseconds. */
const MINUTE = 60_000;

/** When a session has to end, whatever its use: the setting, or what holds without one. */
const ABSOLUTE_END = `s.created_at + ${MINUTE} * coalesce((SELECT value ->> '$.absoluteMinutes' FROM settings WHERE key = 'sessions'), ${DEFAULT_SESSION_LIMITS.absoluteMinutes})`;

/** What the door reads of a session. */
export interface StoredSession {
  readonly accountId: AccountId;
  readonly handle: SessionId;
  readonly expiresAt: number;
  readonly createdAt: number;
  readonly authenticatedAt: number;
  readonly startedBy: SessionStart;
  readonly providerId: ProviderId | null;
  readonly workspaceId: WorkspaceId | null;
}

/** When a session that began and was last used then ends by `limits`, in milliseconds since the epoch. */
export function endOfSession(
  { createdAt, usedAt }: { createdAt: number; usedAt: number },
  { idleMinutes, absoluteMinutes }: SessionLimits,
): number {
  return Math.min(usedAt + idleMinutes * MINUTE, createdAt + absoluteMinutes * MINUTE);
}

/** The session behind the hash `id`, unless it is from before the account's last change of secrets. */
export function sessionById(sql: Sql, id: string): Promise<StoredSession | undefined> {
  return first<StoredSession>(
    sql,
    `SELECT s.account_id AS accountId, min(s.expires_at, ${ABSOLUTE_END}) AS expiresAt, s.handle, s.created_at AS createdAt,
            s.authenticated_at AS authenticatedAt, s.started_by AS startedBy, s.provider_id AS providerId, s.workspace_id AS workspaceId
     FROM sessions s JOIN accounts a ON a.id = s.account_id WHERE s.id = ? AND s.created_at >= a.valid_from`,
    [id],
  );
}

/** Notes that a session is used from `network`, which begins its time without use anew; one that ended meanwhile stays ended. */
export async function noteUse(
  sql: Sql,
  id: SessionId,
  { now, network, limits }: { now: number; network: string; limits: SessionLimits },
): Promise<void> {
  await run(
    sql,
    `UPDATE sessions SET last_used_at = ?1, network = CASE ?2 WHEN '' THEN network ELSE ?2 END,
       expires_at = min(?1 + ?3, created_at + ?4) WHERE handle = ?5 AND expires_at > ?1 AND last_used_at < ?1`,
    [now, network, limits.idleMinutes * MINUTE, limits.absoluteMinutes * MINUTE, id],
  );
}

/**
 * Shortens the sessions that run to `limits`; none is made longer, for use does that.
 * Use is noted every few minutes only, so one that is in use keeps as much in hand.
 */
export async function applySessionLimits(sql: Sql, limits: SessionLimits): Promise<void> {
  await run(
    sql,
    `UPDATE sessions SET expires_at = min(last_used_at + ?1, created_at + ?2)
     WHERE expires_at > min(last_used_at + ?1, created_at + ?2)`,
    [limits.idleMinutes * MINUTE + LONGEST_INTERVAL, limits.absoluteMinutes * MINUTE],
  );
}

/** Which sessions of an account are meant: all, or only those that open nothing but one workspace. */
export interface SessionScope {
  readonly accountId: AccountId;
  readonly only: WorkspaceId | null;
}

type SessionRow = Omit<Session, 'isCurrent'>;

/** How many sessions are listed at most: whoever signs in by a program can have any number. */
const MOST_LISTED = 100;

/** The sessions in `scope` that are good at `now`, up to a hundred: `current`, then the last used. */
export function sessionsIn(
  sql: Sql,
  { accountId, only }: SessionScope,
  { current, now }: { current: SessionId; now: number },
): Promise<SessionRow[]> {
  return all<SessionRow>(
    sql,
    `SELECT s.handle AS id, s.started_by AS startedBy, s.created_at AS createdAt, s.last_used_at AS lastUsedAt,
            min(s.expires_at, ${ABSOLUTE_END}) AS expiresAt, s.device, s.network
     FROM sessions s JOIN accounts a ON a.id = s.account_id
     WHERE s.account_id = ?1 AND s.created_at >= a.valid_from AND min(s.expires_at, ${ABSOLUTE_END}) > ?2 AND (?3 IS NULL OR s.workspace_id = ?3)
     ORDER BY s.handle = ?4 DESC, s.last_used_at DESC, s.created_at DESC, s.handle LIMIT ${MOST_LISTED}`,
    [accountId, now, only, current],
  );
}

/** Ends one session in `scope`. @returns Whether there was one. */
export async function endSession(
  sql: Sql,
  { accountId, only }: SessionScope,
  id: SessionId,
): Promise<boolean> {
  return (
    (await run(
      sql,
      'DELETE FROM sessions WHERE handle = ?1 AND account_id = ?2 AND (?3 IS NULL OR workspace_id = ?3)',
      [id, accountId, only],
    )) === 1
  );
}

/** Ends all sessions in `scope` but `kept`. @returns How many there were. */
export function endSessionsBut(
  sql: Sql,
  { accountId, only }: SessionScope,
  kept: SessionId | null,
): Promise<number> {
  return run(
    sql,
    'DELETE FROM sessions WHERE account_id = ?1 AND handle IS NOT ?2 AND (?3 IS NULL OR workspace_id = ?3)',
    [accountId, kept, only],
  );
}

/**
 * The sessions that open the membership `memberId` at `now`, the last used first, up to a hundred; or the one that is `named`, where it is
 * among all of them. Those that open other workspaces too (`isShared`) are told by the visit they paid here, and only where they did.
 */
export function sessionsOfMember(
  sql: Sql,
  memberId: MemberId,
  {
    isShared,
    now,
    limits,
    named = null,
  }: { isShared: boolean; now: number; limits: SessionLimits; named?: SessionId | null },
): Promise<(SessionRow & { isScoped: number })[]> {
  const own = (column: string, visit: string) =>
    isShared ? `iif(s.workspace_id IS NULL, ${visit}, ${column})` : column;
  return all(
    sql,
    `SELECT s.handle AS id, s.started_by AS startedBy, s.workspace_id IS NOT NULL AS isScoped,
            ${own('s.created_at', 'v.at')} AS createdAt, ${own('s.last_used_at', 'v.at')} AS lastUsedAt,
            ${own(`min(s.expires_at, ${ABSOLUTE_END})`, `v.at + ${limits.absoluteMinutes * MINUTE}`)} AS expiresAt,
            ${own('s.device', 'v.device')} AS device, ${own('s.network', 'v.network')} AS network
     FROM members m JOIN workspaces w ON w.id = m.workspace_id JOIN accounts a ON a.id = m.account_id JOIN sessions s ON s.account_id = m.account_id
       LEFT JOIN visits v ON v.member_seq = m.seq AND v.session = s.handle
     WHERE m.id = ?1 AND s.created_at >= max(m.valid_from, a.valid_from) AND min(s.expires_at, ${ABSOLUTE_END}) > ?2
       AND (s.workspace_id = m.workspace_id OR (s.workspace_id IS NULL ${isShared ? 'AND v.at IS NOT NULL' : ''}))
       AND ${isOpenTo('s.started_by')} AND (?3 IS NULL OR s.handle = ?3)
     ORDER BY lastUsedAt DESC, createdAt DESC, id LIMIT ${MOST_LISTED}`,
    [memberId, now, named],
  );
}

/** From `validFrom` on a session or token has to begin to open the membership: what began before opens nothing of it any more. */
export async function setMemberValidFrom(sql: Sql, memberId: MemberId, validFrom: number): Promise<void> {
  await run(sql, 'UPDATE members SET valid_from = max(valid_from, ?) WHERE id = ?', [validFrom, memberId]);
}

/** When the session began. */
export async function startOfSession(sql: Sql, id: SessionId): Promise<number | undefined> {
  return (await first<{ at: number }>(sql, 'SELECT created_at AS at FROM sessions WHERE handle = ?', [id]))
    ?.at;
}
