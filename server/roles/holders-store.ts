// Who has a role, and what they have instead: members and pending invitations, some at a time. Rows to domain and back; knows no rule.
import type { AccountId, InvitationId, MemberId, WorkspaceId } from '../../shared/ids.ts';
import type { MemberStatus } from '../../shared/policy/can.ts';
import type { Role, RoleKey } from '../../shared/policy/policy.ts';
import type { Sql } from '../db/database.ts';
import { all, first, run } from '../db/database.ts';

/** A member who has the role. */
export interface Holder {
  readonly seq: number;
  readonly id: MemberId;
  readonly accountId: AccountId;
  readonly status: MemberStatus;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly RoleKey[];
}

/** Up to `limit` members who have the role; all of them for -1. */
export async function holdersOf(
  sql: Sql,
  workspaceId: WorkspaceId,
  role: RoleKey,
  limit: number,
): Promise<Holder[]> {
  const rows = await all<Omit<Holder, 'roles'> & { roles: string }>(
    sql,
    `SELECT m.seq, m.id, m.account_id AS accountId, m.status, m.name, m.email,
       (SELECT json_group_array(role) FROM member_roles WHERE member_seq = m.seq) AS roles
     FROM member_roles r JOIN members m ON m.seq = r.member_seq WHERE r.workspace_id = ? AND r.role = ? ORDER BY m.seq LIMIT ?`,
    [workspaceId, role, limit],
  );
  return rows.map((row) => ({ ...row, roles: JSON.parse(row.roles) as RoleKey[] }));
}

/** Whether one of those who have the role has one of `others` too. */
export async function isHeldBeside(
  sql: Sql,
  workspaceId: WorkspaceId,
  role: RoleKey,
  others: readonly RoleKey[],
): Promise<boolean> {
  const row = await first(
    sql,
    `SELECT 1 FROM member_roles r JOIN member_roles o ON o.member_seq = r.member_seq
     WHERE r.workspace_id = ? AND r.role = ? AND o.role IN (SELECT value FROM json_each(?)) LIMIT 1`,
    [workspaceId, role, JSON.stringify(others)],
  );
  return row !== undefined;
}

/** Gives these members another role in place of one, or nothing in its place. `roles` says where each role stands. */
export async function moveHolders(
  sql: Sql,
  workspaceId: WorkspaceId,
  seqs: readonly number[],
  { from, to, roles }: { from: RoleKey; to: RoleKey | null; roles: readonly Role[] },
): Promise<void> {
  const list = JSON.stringify(seqs);
  if (to !== null)
    await run(
      sql,
      `INSERT OR IGNORE INTO member_roles (member_seq, workspace_id, role) SELECT value, ?, ? FROM json_each(?)`,
      [workspaceId, to, list],
    );
  await run(
    sql,
    'DELETE FROM member_roles WHERE role = ? AND member_seq IN (SELECT value FROM json_each(?))',
    [from, list],
  );
  await run(
    sql,
    `UPDATE members SET version = version + 1, top_rank = coalesce((SELECT max(k.value ->> 1) FROM member_roles r
       JOIN json_each(?) k ON k.value ->> 0 = r.role WHERE r.member_seq = members.seq), -1)
     WHERE seq IN (SELECT value FROM json_each(?))`,
    [JSON.stringify(roles.map(({ key, rank }) => [key, rank])), list],
  );
}

/** A pending invitation that gives the role. */
export interface WaitingInvitation {
  readonly seq: number;
  readonly id: InvitationId;
  readonly email: string;
  readonly emailKey: string;
  readonly name: string;
  readonly roles: readonly RoleKey[];
}

/** Up to `limit` pending invitations that give the role. */
export async function invitationsTo(
  sql: Sql,
  workspaceId: WorkspaceId,
  role: RoleKey,
  limit: number,
): Promise<WaitingInvitation[]> {
  const rows = await all<Omit<WaitingInvitation, 'roles'> & { roles: string }>(
    sql,
    `SELECT i.seq, i.id, i.email, i.email_key AS emailKey, i.name,
       (SELECT json_group_array(role) FROM invitation_roles WHERE invitation_seq = i.seq) AS roles
     FROM invitations i JOIN invitation_roles r ON r.invitation_seq = i.seq
     WHERE i.workspace_id = ? AND i.state = 'pending' AND r.role = ? ORDER BY i.seq LIMIT ?`,
    [workspaceId, role, limit],
  );
  return rows.map((row) => ({ ...row, roles: JSON.parse(row.roles) as RoleKey[] }));
}

/** Lets these invitations give another role in place of one, or nothing in its place. */
export async function moveInvitations(
  sql: Sql,
  seqs: readonly number[],
  from: RoleKey,
  to: RoleKey | null,
): Promise<void> {
  const list = JSON.stringify(seqs);
  if (to !== null)
    await run(
      sql,
      'INSERT OR IGNORE INTO invitation_roles (invitation_seq, role) SELECT value, ? FROM json_each(?)',
      [to, list],
    );
  await run(
    sql,
    'DELETE FROM invitation_roles WHERE role = ? AND invitation_seq IN (SELECT value FROM json_each(?))',
    [from, list],
  );
  await run(
    sql,
    'UPDATE invitations SET version = version + 1 WHERE seq IN (SELECT value FROM json_each(?))',
    [list],
  );
}

/** Takes these invitations back; mail that still waits is not sent. The role stays named in them, for the record. */
export async function withdrawInvitations(sql: Sql, seqs: readonly number[]): Promise<void> {
  await run(
    sql,
    `UPDATE invitations SET state = 'revoked', version = version + 1, delivery = CASE delivery WHEN 'queued' THEN 'none' ELSE delivery END
     WHERE seq IN (SELECT value FROM json_each(?))`,
    [JSON.stringify(seqs)],
  );
}
