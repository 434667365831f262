// Empties a workspace and takes it away: everything in it but the trail. Statements only; knows no rule.
import type { WorkspaceId } from '../../shared/ids.ts';
import { breathe } from '../db/breathe.ts';
import type { Sql } from '../db/database.ts';
import { all, run } from '../db/database.ts';

/** How many rows one statement deletes, so that other requests get their turn in between. */
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

/** Deletes the workspace with all that is in it. @returns Whether it was still as read and archived. */
export async function clearWorkspace(
  sql: Sql,
  { id, version }: { id: WorkspaceId; version: number },
): Promise<boolean> {
  await clearMembers(sql, id);
  for (const statement of CONTENTS) {
    while ((await run(sql, statement, [id, CHUNK])) === CHUNK) await breathe();
  }
  return (
    (await run(sql, 'DELETE FROM workspaces WHERE id = ? AND version = ? AND archived_at IS NOT NULL', [
      id,
      version,
    ])) === 1
  );
}

/** Triggers take roles, what people were granted themselves, the search index and accounts without another membership along; the links of subjects go by foreign key. */
async function clearMembers(sql: Sql, id: WorkspaceId): Promise<void> {
  for (;;) {
    const members = await all<{ seq: number }>(
      sql,
      'SELECT seq FROM members WHERE workspace_id = ? LIMIT ?',
      [id, CHUNK],
    );
    if (members.length === 0) return;
    const seqs = JSON.stringify(members.map(({ seq }) => seq));
    await run(sql, SESSIONS, [id, seqs]);
    await run(sql, 'DELETE FROM members WHERE seq IN (SELECT value FROM json_each(?))', [seqs]);
    await breathe();
  }
}
