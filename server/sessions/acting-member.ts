// Turns who asks into an actor by what the database says now. A claim never becomes a right here.
import { fail } from '../../shared/errors.ts';
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
  /** What began before this moment opens nothing of the membership. */
  readonly validFrom: number;
}

const COLUMNS = `(SELECT must_change_password FROM accounts WHERE id = m.account_id) AS mustChangePassword, m.id, m.account_id AS accountId, m.name, m.email, m.status, m.version,
  (SELECT json_group_array(role) FROM member_roles WHERE member_seq = m.seq) AS roles`;

/**
 * The caller's membership in `workspaceId`; an actor without one where there is none.
 * @throws {AppError} `not_signed_in`, `token_invalid` where session or token are from before the membership was last switched off or its sessions ended.
 */
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

async function membershipOf(
  sql: Sql,
  caller: Caller & { kind: 'account' | 'subject' },
  workspaceId: WorkspaceId,
): Promise<Row | undefined> {
  if (caller.kind === 'account') return membershipOfAccount(sql, caller, workspaceId);
  const row = await first<Row>(
    sql,
    `SELECT ${COLUMNS}, max(m.valid_from, a.valid_from) AS validFrom FROM subjects s JOIN members m ON m.id = s.member_id JOIN accounts a ON a.id = m.account_id
     WHERE s.host_key_id = ? AND s.workspace_id = ? AND s.subject = ?`,
    [caller.hostKeyId, workspaceId, caller.subject],
  );
  // A token names its second; what was signed in the second of the change counts as after it.
  return current(row, caller.issuedAt + 999, 'token_invalid');
}

async function membershipOfAccount(
  sql: Sql,
  { accountId, session }: Caller & { kind: 'account' },
  workspaceId: WorkspaceId,
): Promise<Row | undefined> {
  if (session.workspaceId !== null && session.workspaceId !== workspaceId) return undefined;
  // Where people come through providers alone, a link or a password from elsewhere must not bring in whom the provider would turn away (SEC_S13).
  const row = await first<Row>(
    sql,
    `SELECT ${COLUMNS}, m.valid_from AS validFrom FROM members m JOIN workspaces w ON w.id = m.workspace_id
     WHERE m.account_id = ?1 AND m.workspace_id = ?2 AND (?3 = 'provider' OR m.source = 'local' OR w.external_authentication = 0)`,
    [accountId, workspaceId, session.startedBy],
  );
  return current(row, session.createdAt, 'not_signed_in');
}

/** Refuses what began before the membership was last switched off, or its sessions ended (SEC_D06); who is switched off now is told that. */
function current(
  row: Row | undefined,
  began: number,
  code: 'not_signed_in' | 'token_invalid',
): Row | undefined {
  return row?.status === 'active' && began < row.validFrom ? fail(code) : row;
}

function withoutMembership(actor: Actor, name: string): ActingMember {
  return { actor, memberId: null, accountId: null, name, email: '', version: 0, mustChangePassword: false };
}
