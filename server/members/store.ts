// Members: rows to domain and back, one statement for one question. Knows no rule.
import type { AccountId, MemberId, WorkspaceId } from '../../shared/ids.ts';
import type { Member } from '../../shared/members/member.ts';
import type { MemberProfile } from '../../shared/members/profile.ts';
import type { MemberSource, MemberStatus } from '../../shared/policy/can.ts';
import type { CompiledPolicy } from '../../shared/policy/compile.ts';
import { topRank } from '../../shared/policy/compile.ts';
import { nameKey } from '../../shared/text/name.ts';
import type { Sql } from '../db/database.ts';
import { all, first, run } from '../db/database.ts';
import { gramsOf } from './grams.ts';
import { setValidSinceDeparture } from './departures.ts';

/** A member with what only the server needs of one. */
export interface StoredMember extends Member {
  readonly seq: number;
  readonly accountId: AccountId;
  readonly workspace: WorkspaceId;
  /** Whether that is the workspace from which the deployment is run, where somebody else may have to stay in charge. */
  readonly isHome: boolean;
}

const USERNAME = `, 'username', m.username`;
const RESOURCES = `, 'resources', (SELECT count(DISTINCT resource_seq) FROM member_grants WHERE member_seq = m.seq)`;

/** One member as the JSON that the wire carries, with what the policy has beside what every policy has; `m` is the table. */
export function memberJson({ policy }: CompiledPolicy): string {
  const isGranted = policy.resources.some(({ grantedTo }) => grantedTo === 'member');
  return memberObject(`${policy.identity.hasUsername ? USERNAME : ''}${isGranted ? RESOURCES : ''}`);
}

function memberObject(more: string): string {
  return `json_object('id', m.id, 'name', m.name, 'email', m.email,
  'roles', json((SELECT json_group_array(role) FROM member_roles WHERE member_seq = m.seq)),
  'status', m.status, 'source', m.source, 'lastSignInAt', nullif(m.last_sign_in_at, 0), 'createdAt', m.created_at, 'version', m.version${more})`;
}

interface Row {
  readonly seq: number;
  readonly accountId: AccountId;
  readonly workspace: WorkspaceId;
  readonly isHome: number;
  readonly json: string;
}

function toMember(row: Row): StoredMember {
  return {
    ...(JSON.parse(row.json) as Member),
    seq: row.seq,
    accountId: row.accountId,
    workspace: row.workspace,
    isHome: row.isHome === 1,
  };
}

const SELECT = `SELECT m.seq, m.account_id AS accountId, m.workspace_id AS workspace,
  EXISTS (SELECT 1 FROM workspaces w WHERE w.id = m.workspace_id AND w.home = 1) AS isHome, ${memberObject(USERNAME + RESOURCES)} AS json FROM members m`;

/** The member `id` of `workspaceId`, or undefined. */
export async function memberById(
  sql: Sql,
  workspaceId: WorkspaceId,
  id: MemberId,
): Promise<StoredMember | undefined> {
  const row = await first<Row>(sql, `${SELECT} WHERE m.id = ? AND m.workspace_id = ?`, [id, workspaceId]);
  return row && toMember(row);
}

/** The membership of `accountId` in `workspaceId`, or undefined. */
export async function memberOfAccount(
  sql: Sql,
  workspaceId: WorkspaceId,
  accountId: AccountId,
): Promise<StoredMember | undefined> {
  const row = await first<Row>(sql, `${SELECT} WHERE m.account_id = ? AND m.workspace_id = ?`, [
    accountId,
    workspaceId,
  ]);
  return row && toMember(row);
}

/** Those of `ids` that are members of `workspaceId`. */
export async function membersByIds(
  sql: Sql,
  workspaceId: WorkspaceId,
  ids: readonly MemberId[],
): Promise<StoredMember[]> {
  const rows = await all<Row>(
    sql,
    `${SELECT} WHERE m.id IN (SELECT value FROM json_each(?)) AND m.workspace_id = ?`,
    [JSON.stringify(ids), workspaceId],
  );
  return rows.map(toMember);
}

/** A member as the wire carries one: without what only the server needs. */
export function publicMember({
  seq: _seq,
  accountId: _accountId,
  workspace: _workspace,
  isHome: _isHome,
  ...member
}: StoredMember): Member {
  return member;
}

/**
 * The condition that somebody else active holds a guarded role. It stands in the statement itself,
 * because a check before it can be overtaken. Parameters: workspace, guarded roles as JSON, this member's seq.
 */
const SOMEBODY_ELSE_IN_CHARGE = `EXISTS (SELECT 1 FROM member_roles r JOIN members o ON o.seq = r.member_seq
  WHERE r.workspace_id = ? AND r.role IN (SELECT value FROM json_each(?)) AND o.status = 'active' AND o.seq <> ?)`;

/** The roles of which an active member has to hold one in the workspace of `member`. */
function guardFor(policy: CompiledPolicy, { isHome }: StoredMember): ReadonlySet<string> {
  return isHome ? policy.homeGuard : policy.guard;
}

function inCharge(policy: CompiledPolicy, member: StoredMember): { sql: string; args: (string | number)[] } {
  const guard = guardFor(policy, member);
  if (member.status !== 'active' || !member.roles.some((role) => guard.has(role)))
    return { sql: '1', args: [] };
  return { sql: SOMEBODY_ELSE_IN_CHARGE, args: [member.workspace, JSON.stringify([...guard]), member.seq] };
}

/** Replaces the roles of `member`. @returns Whether it was still as read and somebody stays in charge. */
export async function setRoles(
  sql: Sql,
  policy: CompiledPolicy,
  member: StoredMember,
  roles: readonly string[],
): Promise<boolean> {
  const guarded = guardFor(policy, member);
  const guard = roles.some((role) => guarded.has(role)) ? { sql: '1', args: [] } : inCharge(policy, member);
  const changed = await run(
    sql,
    `UPDATE members SET version = version + 1, top_rank = ? WHERE seq = ? AND version = ? AND ${guard.sql}`,
    [topRank(policy, roles), member.seq, member.version, ...guard.args],
  );
  if (changed === 0) return false;
  await run(sql, 'DELETE FROM member_roles WHERE member_seq = ?', [member.seq]);
  await insertRoles(sql, member.workspace, [[member.seq, roles]]);
  return true;
}

/** Switches `member` on or off. @returns Whether it was still as read and somebody stays in charge. */
export async function setStatus(
  sql: Sql,
  policy: CompiledPolicy,
  member: StoredMember,
  status: MemberStatus,
  now: number,
): Promise<boolean> {
  const guard = status === 'active' ? { sql: '1', args: [] } : inCharge(policy, member);
  const changed = await run(
    sql,
    // Being let in again revives neither a session nor a host's token from before (SEC_D06).
    `UPDATE members SET version = version + 1, status = ?, valid_from = ? WHERE seq = ? AND version = ? AND ${guard.sql}`,
    [status, now, member.seq, member.version, ...guard.args],
  );
  return changed === 1;
}

/** Ends the membership; the account goes with its last one. @returns Whether it was still as read and somebody stays in charge. */
export async function deleteMember(sql: Sql, policy: CompiledPolicy, member: StoredMember): Promise<boolean> {
  const guard = inCharge(policy, member);
  return (
    (await run(sql, `DELETE FROM members WHERE seq = ? AND version = ? AND ${guard.sql}`, [
      member.seq,
      member.version,
      ...guard.args,
    ])) === 1
  );
}

/** Ends the sessions of an account that open no active membership any more. */
export async function endSessionsWithoutMembership(sql: Sql, accountId: AccountId): Promise<void> {
  await run(
    sql,
    `DELETE FROM sessions WHERE account_id = ?1 AND NOT EXISTS (SELECT 1 FROM members m
       WHERE m.account_id = ?1 AND m.status = 'active' AND (sessions.workspace_id IS NULL OR m.workspace_id = sessions.workspace_id))`,
    [accountId],
  );
}

/** What a new membership is made of. */
export interface NewMember {
  readonly id: MemberId;
  readonly workspaceId: WorkspaceId;
  readonly accountId: AccountId;
  readonly name: string;
  readonly email: string;
  readonly emailKey: string;
  readonly roles: readonly string[];
  readonly createdAt: number;
  readonly status?: MemberStatus;
  readonly source?: MemberSource;
  readonly lastSignInAt?: number;
  readonly profile?: MemberProfile;
}

/** Adds memberships with the username of their account, their roles and their place in the search index. At most 1,000 at a time. */
export async function insertMembers(
  sql: Sql,
  policy: CompiledPolicy,
  members: readonly NewMember[],
): Promise<void> {
  if (members.length === 0) return;
  const args = members.flatMap((member) => [
    member.id,
    member.workspaceId,
    member.accountId,
    member.name,
    nameKey(member.name || member.email),
    member.email,
    member.emailKey,
    member.status ?? 'active',
    member.source ?? 'local',
    topRank(policy, member.roles),
    member.lastSignInAt ?? 0,
    member.createdAt,
    member.profile?.firstName ?? '',
    member.profile?.lastName ?? '',
    member.profile?.department ?? '',
    member.accountId,
  ]);
  const inserted = await all<{ seq: number; username: string | null }>(
    sql,
    `INSERT INTO members (id, workspace_id, account_id, name, name_key, email, email_key, status, source, top_rank, last_sign_in_at, created_at,
       first_name, last_name, department, username)
     VALUES ${members.map(() => '(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,(SELECT username FROM accounts WHERE id = ?))').join(',')} RETURNING seq, username`,
    args,
  );
  await setValidSinceDeparture(sql, members);
  const workspaceId = members[0]!.workspaceId;
  await insertRoles(
    sql,
    workspaceId,
    inserted.map(({ seq }, index) => [seq, members[index]!.roles]),
  );
  await indexForSearch(
    sql,
    workspaceId,
    inserted.map(({ seq, username }, index) => ({
      seq,
      name: members[index]!.name,
      emailKey: members[index]!.emailKey,
      username,
    })),
  );
}

async function insertRoles(
  sql: Sql,
  workspaceId: WorkspaceId,
  members: readonly (readonly [seq: number, roles: readonly string[]])[],
): Promise<void> {
  const args = members.flatMap(([seq, roles]) => roles.flatMap((role) => [seq, workspaceId, role]));
  if (args.length === 0) return;
  await run(
    sql,
    `INSERT INTO member_roles (member_seq, workspace_id, role) VALUES ${'(?,?,?),'.repeat(args.length / 3).slice(0, -1)}`,
    args,
  );
}

/** Gives members their place in the search index: by name, address and username, whatever the policy shows of these. */
export async function indexForSearch(
  sql: Sql,
  workspaceId: WorkspaceId,
  members: readonly { seq: number; name: string; emailKey: string; username: string | null }[],
): Promise<void> {
  const workspace = await first<{ seq: number }>(sql, 'SELECT seq FROM workspaces WHERE id = ?', [
    workspaceId,
  ]);
  const args = members.flatMap(({ seq, name, emailKey, username }) => [
    seq,
    gramsOf(workspace!.seq, [nameKey(name), emailKey, nameKey(username ?? '')]),
  ]);
  await run(
    sql,
    `INSERT INTO member_grams (rowid, grams) VALUES ${members.map(() => '(?,?)').join(',')}`,
    args,
  );
}
