// Turns who asks into an actor by what the database says now. A claim never becomes a right here.
import { fail } from '../../shared/errors.ts';
import type { AccountId, MemberId, WorkspaceId } from '../../shared/ids.ts';
import type { Actor, MemberStatus } from '../../shared/policy/can.ts';
import type { CompiledPolicy } from '../../shared/policy/compile.ts';
import type { ActingMember, Caller } from '../context.ts';
import type { Sql } from '../db/database.ts';
import { first } from '../db/database.ts';
import { isOpenTo } from './of-provider.ts';

type Person = Caller & { readonly kind: 'account' | 'subject' };

interface Row {
  readonly id: MemberId;
  readonly accountId: AccountId;
  readonly name: string;
  readonly email: string;
  readonly status: MemberStatus;
  readonly version: number;
  readonly roles: string;
  readonly mustChangePassword: number;
  /** What began before this moment opens nothing of the membership, or nothing of the account. */
  readonly validFrom: number;
}

/** Of a membership `m` and its account `a`. */
const COLUMNS = `a.must_change_password AS mustChangePassword, max(m.valid_from, a.valid_from) AS validFrom, m.id, m.account_id AS accountId, m.name, m.email, m.status, m.version,
  (SELECT json_group_array(role) FROM member_roles WHERE member_seq = m.seq) AS roles`;

/**
 * The caller's membership in `workspaceId`, with the roles that count everywhere where their membership at home has such; an actor
 * without one where there is neither.
 * @throws {AppError} `not_signed_in`, `token_invalid` where session or token are from before the membership was last switched off, its sessions ended, or another password.
 */
export async function actingMember(
  sql: Sql,
  caller: Caller,
  workspaceId: WorkspaceId | null,
  policy: CompiledPolicy,
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
  const own = workspaceId === null ? undefined : await membershipOf(sql, caller, workspaceId);
  const reach =
    workspaceId === null || policy.everywhere.size === 0
      ? undefined
      : await reachFromHome(sql, caller, workspaceId, policy);
  const row = own ?? reach?.row;
  if (row === undefined) {
    return { ...STRANGER, accountId: caller.kind === 'account' ? caller.accountId : null };
  }
  const isReached = reach !== undefined && reach.row.accountId === row.accountId;
  return {
    actor: {
      kind: 'member',
      id: row.id,
      workspace: workspaceId!,
      roles: isReached ? [...new Set([...activeRoles(own), ...reach.roles])] : rolesOf(row),
      // Who switches off what a super administrator has in one workspace takes that away, and not what they have from home.
      status: isReached ? 'active' : row.status,
    },
    memberId: row.id,
    ...(own === undefined && { isFromHome: true as const }),
    accountId: row.accountId,
    name: row.name,
    email: row.email,
    version: own === undefined ? 0 : row.version,
    // Under a host's token the host is who lets people in; a password of ours does not matter there.
    mustChangePassword: caller.kind === 'account' && row.mustChangePassword === 1,
  };
}

function activeRoles(own: Row | undefined): readonly string[] {
  return own?.status === 'active' ? rolesOf(own) : [];
}

function rolesOf({ roles }: Row): readonly string[] {
  return JSON.parse(roles) as string[];
}

/** The roles that the caller has in every workspace their way in reaches, by their membership of the home workspace. */
export async function rolesEverywhere(
  sql: Sql,
  caller: Person,
  policy: CompiledPolicy,
): Promise<readonly string[]> {
  return policy.everywhere.size === 0 ? [] : ((await reachFromHome(sql, caller, null, policy))?.roles ?? []);
}

/** What the caller's membership of the home workspace gives them in another one, or in all: nothing, unless whatever they ask through opens both. */
async function reachFromHome(
  sql: Sql,
  caller: Person,
  workspaceId: WorkspaceId | null,
  policy: CompiledPolicy,
): Promise<{ readonly row: Row; readonly roles: readonly string[] } | undefined> {
  const row =
    caller.kind === 'account'
      ? await homeOfAccount(sql, caller, workspaceId)
      : await homeOfSubject(sql, caller, workspaceId);
  const began = caller.kind === 'account' ? caller.session.createdAt : caller.issuedAt + 999;
  if (row?.status !== 'active' || began < row.validFrom) return undefined;
  const roles = rolesOf(row).filter((role) => policy.everywhere.has(role));
  return roles.length === 0 ? undefined : { row, roles };
}

async function homeOfAccount(
  sql: Sql,
  { accountId, session }: Person & { kind: 'account' },
  workspaceId: WorkspaceId | null,
): Promise<Row | undefined> {
  if (session.workspaceId !== null) return undefined;
  return first<Row>(
    sql,
    `SELECT ${COLUMNS} FROM members m JOIN workspaces w ON w.id = m.workspace_id AND w.home = 1 JOIN accounts a ON a.id = m.account_id
     WHERE m.account_id = ?1 AND ${isOpenTo('?3')} AND ${IS_ANOTHER}))`,
    [accountId, workspaceId, session.startedBy],
  );
}

/** Only a workspace that exists is reached: for one that does not, the answer is everybody's. */
const IS_ANOTHER =
  '(?2 IS NULL OR EXISTS (SELECT 1 FROM workspaces there WHERE there.id = ?2 AND there.deleted_at IS NULL AND there.id <> w.id';

async function homeOfSubject(
  sql: Sql,
  { hostKeyId, subject }: Person & { kind: 'subject' },
  workspaceId: WorkspaceId | null,
): Promise<Row | undefined> {
  return first<Row>(
    sql,
    `SELECT ${COLUMNS} FROM members m JOIN workspaces w ON w.id = m.workspace_id AND w.home = 1
     JOIN subjects s ON s.member_id = m.id AND s.workspace_id = w.id JOIN accounts a ON a.id = m.account_id
     WHERE s.host_key_id = ?1 AND s.subject = ?3 AND w.host_key_id = ?1 AND ${IS_ANOTHER} AND there.host_key_id = ?1))`,
    [hostKeyId, workspaceId, subject],
  );
}

async function membershipOf(sql: Sql, caller: Person, workspaceId: WorkspaceId): Promise<Row | undefined> {
  if (caller.kind === 'account') return membershipOfAccount(sql, caller, workspaceId);
  const row = await first<Row>(
    sql,
    `SELECT ${COLUMNS} FROM subjects s JOIN members m ON m.id = s.member_id JOIN workspaces w ON w.id = m.workspace_id AND w.deleted_at IS NULL JOIN accounts a ON a.id = m.account_id
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
  const row = await first<Row>(
    sql,
    `SELECT ${COLUMNS} FROM members m JOIN workspaces w ON w.id = m.workspace_id AND w.deleted_at IS NULL JOIN accounts a ON a.id = m.account_id
     WHERE m.account_id = ?1 AND m.workspace_id = ?2 AND ${isOpenTo('?3')}`,
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

/** Somebody who is signed in, but a stranger here: no workspace, so every decision says so. */
export const STRANGER: ActingMember = withoutMembership({ kind: 'member', roles: [], status: 'active' }, '');
