// Turns who asks into an actor by what the database says now. A claim never becomes a right here.
import type { AccountId, MemberId, WorkspaceId } from '../../shared/ids.ts';
import type { Actor, MemberStatus } from '../../shared/policy/can.ts';
import type { ActingMember, Caller } from '../context.ts';
import type { Sql } from '../db/database.ts';
import { first } from '../db/database.ts';

interface Row {
  readonly id: MemberId;
  readonly accountId: AccountId;
  readonly name: string;
  readonly email: string;
  readonly status: MemberStatus;
  readonly version: number;
  readonly roles: string;
  readonly mustChangePassword: number;
}

const COLUMNS = `(SELECT must_change_password FROM accounts WHERE id = m.account_id) AS mustChangePassword, m.id, m.account_id AS accountId, m.name, m.email, m.status, m.version,
  (SELECT json_group_array(role) FROM member_roles WHERE member_seq = m.seq) AS roles`;

/** The caller's membership in `workspaceId`; an actor without one where there is none. */
export async function actingMember(
  sql: Sql,
  caller: Caller,
  workspaceId: WorkspaceId | null,
): Promise<ActingMember> {
  if (caller.kind === 'system')
    return withoutMembership({ kind: 'system', roles: [], status: 'active' }, 'System');
  if (caller.kind === 'host')
    return withoutMembership(
      {
        kind: 'host',
        roles: [],
        status: 'active',
        ...(workspaceId === null ? {} : { workspace: workspaceId }),
      },
      'Host',
    );
  if (caller.kind === 'anonymous')
    return withoutMembership({ kind: 'anonymous', roles: [], status: 'active' }, '');
  const row = workspaceId === null ? undefined : await membershipOf(sql, caller, workspaceId);
  if (row === undefined) {
    // Signed in, but a stranger here: no workspace, so every decision says so.
    const stranger: Actor = { kind: 'member', roles: [], status: 'active' };
    return {
      ...withoutMembership(stranger, ''),
      accountId: caller.kind === 'account' ? caller.accountId : null,
    };
  }
  return {
    actor: {
      kind: 'member',
      id: row.id,
      workspace: workspaceId!,
      roles: JSON.parse(row.roles) as string[],
      status: row.status,
    },
    memberId: row.id,
    accountId: row.accountId,
    name: row.name,
    email: row.email,
    version: row.version,
    // Under a host's token the host is who lets people in; a password of ours does not matter there.
    mustChangePassword: caller.kind === 'account' && row.mustChangePassword === 1,
  };
}

function membershipOf(
  sql: Sql,
  caller: Caller & { kind: 'account' | 'subject' },
  workspaceId: WorkspaceId,
): Promise<Row | undefined> {
  // What began before the membership was last switched off or ended opens nothing of it (SEC_D06).
  if (caller.kind === 'account') {
    const { createdAt, workspaceId: only } = caller.session;
    if (only !== null && only !== workspaceId) return Promise.resolve(undefined);
    return first<Row>(
      sql,
      `SELECT ${COLUMNS} FROM members m WHERE m.account_id = ? AND m.workspace_id = ? AND m.valid_from <= ?`,
      [caller.accountId, workspaceId, createdAt],
    );
  }
  return first<Row>(
    sql,
    // A token names its second; what was signed in the second of the change counts as after it.
    `SELECT ${COLUMNS} FROM subjects s JOIN members m ON m.id = s.member_id JOIN accounts a ON a.id = m.account_id
     WHERE s.host_key_id = ? AND s.workspace_id = ? AND s.subject = ? AND max(m.valid_from, a.valid_from) < ? + 1000`,
    [caller.hostKeyId, workspaceId, caller.subject, caller.issuedAt],
  );
}

function withoutMembership(actor: Actor, name: string): ActingMember {
  return { actor, memberId: null, accountId: null, name, email: '', version: 0, mustChangePassword: false };
}
