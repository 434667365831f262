// What hangs on somebody who goes: the invitations they sent, and what they own. Knows no rule.
import type { InvitationId, MemberId, WorkspaceId } from '../../shared/ids.ts';
import type { Sql } from '../db/database.ts';
import { all, first, run } from '../db/database.ts';

/** The invitations into the workspace that a member answers for and nobody has answered, expired ones too. */
export async function openInvitationsOf(
  sql: Sql,
  workspaceId: WorkspaceId,
  memberId: MemberId,
): Promise<InvitationId[]> {
  const rows = await all<{ id: InvitationId }>(
    sql,
    "SELECT id FROM invitations WHERE workspace_id = ? AND state = 'pending' AND invited_by = ? ORDER BY seq",
    [workspaceId, memberId],
  );
  return rows.map(({ id }) => id);
}

/** How many of them there are. */
export async function countOpenInvitations(
  sql: Sql,
  workspaceId: WorkspaceId,
  memberId: MemberId,
): Promise<number> {
  const row = await first<{ count: number }>(
    sql,
    "SELECT count(*) AS count FROM invitations WHERE workspace_id = ? AND state = 'pending' AND invited_by = ?",
    [workspaceId, memberId],
  );
  return row!.count;
}

/** How many things of each kind belong to a member. */
export function ownedBy(sql: Sql, memberId: MemberId): Promise<{ kind: string; count: number }[]> {
  return all(
    sql,
    'SELECT kind, count(*) AS count FROM resources WHERE owner_id = ? GROUP BY kind ORDER BY kind',
    [memberId],
  );
}

/** Gives everything of one member to another. @returns How many things. */
export function handOver(sql: Sql, from: MemberId, to: MemberId): Promise<number> {
  return run(sql, 'UPDATE resources SET owner_id = ? WHERE owner_id = ?', [to, from]);
}
