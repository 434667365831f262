// Takes a deleted workspace away: gone for everybody at once, and emptied a piece at a time. Statements only; knows no rule.
import type { WorkspaceId } from '../../shared/ids.ts';
import { breathe } from '../db/breathe.ts';
import type { Database, Sql } from '../db/database.ts';
import { all, run } from '../db/database.ts';

/** How many rows one transaction deletes, so that no other write waits long. */
const CHUNK = 200;

/** What stands in a workspace, what hangs on other rows first; each statement takes the workspace and a number of rows. */
const CONTENTS = [
  // What came with an invitation into this workspace stands alone from now on; a letter that has not gone out will not.
  "UPDATE invitations SET lead_id = NULL, delivery = CASE delivery WHEN 'queued' THEN 'none' ELSE delivery END WHERE seq IN (SELECT c.seq FROM invitations i JOIN invitations c ON c.lead_id = i.id WHERE i.workspace_id = ?1 LIMIT ?2)",
  'DELETE FROM outbox WHERE seq IN (SELECT o.seq FROM outbox o JOIN invitations i ON i.id = o.invitation_id WHERE i.workspace_id = ?1 LIMIT ?2)',
  'DELETE FROM invitation_roles WHERE rowid IN (SELECT r.rowid FROM invitations i JOIN invitation_roles r ON r.invitation_seq = i.seq WHERE i.workspace_id = ?1 LIMIT ?2)',
  'DELETE FROM invitations WHERE seq IN (SELECT seq FROM invitations WHERE workspace_id = ?1 LIMIT ?2)',
  'DELETE FROM deliveries WHERE seq IN (SELECT seq FROM deliveries WHERE workspace_id = ?1 LIMIT ?2)',
  'DELETE FROM grant_actions WHERE rowid IN (SELECT g.rowid FROM resources r JOIN grant_actions g ON g.resource_seq = r.seq WHERE r.workspace_id = ?1 LIMIT ?2)',
  'DELETE FROM grants WHERE rowid IN (SELECT g.rowid FROM resources r JOIN grants g ON g.resource_seq = r.seq WHERE r.workspace_id = ?1 LIMIT ?2)',
  'DELETE FROM review_items WHERE rowid IN (SELECT i.rowid FROM reviews v JOIN review_items i ON i.review_seq = v.seq WHERE v.workspace_id = ?1 LIMIT ?2)',
  'DELETE FROM reviews WHERE seq IN (SELECT seq FROM reviews WHERE workspace_id = ?1 LIMIT ?2)',
  'DELETE FROM roles WHERE rowid IN (SELECT rowid FROM roles WHERE workspace_id = ?1 LIMIT ?2)',
  'DELETE FROM resources WHERE seq IN (SELECT seq FROM resources WHERE workspace_id = ?1 LIMIT ?2)',
  // A session that only a provider of this workspace vouched for ends with it.
  'DELETE FROM sessions WHERE rowid IN (SELECT s.rowid FROM providers p JOIN sessions s ON s.provider_id = p.id WHERE p.workspace_id = ?1 LIMIT ?2)',
  'DELETE FROM identities WHERE rowid IN (SELECT i.rowid FROM providers p JOIN identities i ON i.provider_id = p.id WHERE p.workspace_id = ?1 LIMIT ?2)',
  'DELETE FROM providers WHERE rowid IN (SELECT rowid FROM providers WHERE workspace_id = ?1 LIMIT ?2)',
  'DELETE FROM domains WHERE rowid IN (SELECT rowid FROM domains WHERE workspace_id = ?1 LIMIT ?2)',
  'DELETE FROM departures WHERE rowid IN (SELECT rowid FROM departures WHERE workspace_id = ?1 LIMIT ?2)',
  'DELETE FROM member_totals WHERE rowid IN (SELECT rowid FROM member_totals WHERE workspace_id = ?1 LIMIT ?2)',
];

/** The sessions of members whose other memberships, if any, are switched off: there is nothing left for them to open. */
const SESSIONS = `DELETE FROM sessions WHERE account_id IN (SELECT account_id FROM members WHERE seq IN (SELECT value FROM json_each(?2)))
  AND NOT EXISTS (SELECT 1 FROM members m WHERE m.account_id = sessions.account_id AND m.workspace_id <> ?1 AND m.status = 'active')`;

/**
 * Makes an archived workspace one that nobody finds any more, whoever they are, and that no host's key covers. What is in it goes later.
 * @returns Whether it was still as read and archived.
 */
export async function markDeleted(
  sql: Sql,
  { id, version }: { id: WorkspaceId; version: number },
  now: number,
): Promise<boolean> {
  return (
    (await run(
      sql,
      `UPDATE workspaces SET deleted_at = ?3, host_key_id = NULL, version = version + 1
       WHERE id = ?1 AND version = ?2 AND archived_at IS NOT NULL AND deleted_at IS NULL`,
      [id, version, now],
    )) === 1
  );
}

/** What empties deleted workspaces behind the answers. */
export interface Clearing {
  /** Says that there is something to take away. */
  wake(): void;
  /** Ends after the piece that is under way. */
  stop(): Promise<void>;
}

/** Begins with what the end of another process left behind. One round at a time. */
export function keepClearing(database: Database, onInternalError: (error: unknown) => void): Clearing {
  const ending = new AbortController();
  let rounds = Promise.resolve();
  const wake = (): void => {
    rounds = rounds.then(() => clearDeleted(database, ending.signal)).catch(onInternalError);
  };
  wake();
  return {
    wake,
    stop: () => {
      ending.abort();
      return rounds;
    },
  };
}

/** Takes away what deleted workspaces still hold, everything but the trail, each piece in a write of its own, until `signal`. Whatever stops it, the next call goes on. */
export async function clearDeleted(database: Database, signal?: AbortSignal): Promise<void> {
  const deleted = await all<{ id: WorkspaceId }>(
    database.read,
    'SELECT id FROM workspaces WHERE deleted_at IS NOT NULL',
  );
  for (const { id } of deleted) {
    while (signal?.aborted !== true && (await database.write((sql) => clearPiece(sql, id)))) await breathe();
  }
}

/** Deletes the next rows, and with the last of them the workspace. @returns Whether there may be more. */
async function clearPiece(sql: Sql, id: WorkspaceId): Promise<boolean> {
  let room = CHUNK - (await clearMembers(sql, id));
  for (const statement of CONTENTS) {
    if (room === 0) return true;
    room -= await run(sql, statement, [id, room]);
  }
  if (room === 0) return true;
  await run(sql, 'DELETE FROM workspaces WHERE id = ? AND deleted_at IS NOT NULL', [id]);
  return false;
}

/**
 * Triggers take roles, what people were granted themselves, the search index and accounts without another membership along; the links of subjects go by foreign key.
 * @returns How many went.
 */
async function clearMembers(sql: Sql, id: WorkspaceId): Promise<number> {
  const members = await all<{ seq: number }>(sql, 'SELECT seq FROM members WHERE workspace_id = ? LIMIT ?', [
    id,
    CHUNK,
  ]);
  if (members.length === 0) return 0;
  const seqs = JSON.stringify(members.map(({ seq }) => seq));
  await run(sql, SESSIONS, [id, seqs]);
  await run(sql, 'DELETE FROM members WHERE seq IN (SELECT value FROM json_each(?))', [seqs]);
  return members.length;
}
