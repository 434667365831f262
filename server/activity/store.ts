// Attempts to sign in, and visits: rows to domain and back. Knows no rule.
import type { SignIn, SignInFlag } from '../../shared/activity/activity.ts';
import type { AccountId, MemberId, SessionId, WorkspaceId } from '../../shared/ids.ts';
import type { Caller } from '../context.ts';
import type { Sql } from '../db/database.ts';
import { all, first, run } from '../db/database.ts';
import { isOpenTo } from '../sessions/of-provider.ts';

/** A day in milliseconds. */
const DAY = 24 * 60 * 60 * 1000;

interface Row extends Omit<SignIn, 'isOk' | 'flags'> {
  readonly isOk: number;
  readonly flags: string;
}

function toSignIn({ isOk, flags, ...row }: Row): SignIn {
  return { ...row, isOk: isOk === 1, flags: JSON.parse(flags) as SignInFlag[] };
}

/** The newest attempts to sign in to an account, at most `limit`. */
export async function signInsOf(sql: Sql, accountId: AccountId, limit: number): Promise<SignIn[]> {
  const rows = await all<Row>(
    sql,
    'SELECT at, by, is_ok AS isOk, device, network, flags FROM sign_ins WHERE account_id = ? ORDER BY at DESC, seq DESC LIMIT ?',
    [accountId, limit],
  );
  return rows.map(toSignIn);
}

/** The newest visits of a member, at most `limit`. */
export async function visitsOf(sql: Sql, memberSeq: number, limit: number): Promise<SignIn[]> {
  const rows = await all<Row>(
    sql,
    'SELECT at, by, 1 AS isOk, device, network, flags FROM visits WHERE member_seq = ? ORDER BY at DESC, rowid DESC LIMIT ?',
    [memberSeq, limit],
  );
  return rows.map(toSignIn);
}

/** How many visits a member paid in the last 7, 30 and 365 days before `now`, each window exact to the millisecond. */
export async function visitCounts(
  sql: Sql,
  memberSeq: number,
  now: number,
): Promise<{ last7Days: number; last30Days: number; last365Days: number }> {
  const row = await first<{ last7Days: number; last30Days: number; last365Days: number }>(
    sql,
    `SELECT count(*) FILTER (WHERE at > ?2 - 7 * ${DAY}) AS last7Days, count(*) FILTER (WHERE at > ?2 - 30 * ${DAY}) AS last30Days,
            count(*) AS last365Days FROM visits WHERE member_seq = ?1 AND at > ?2 - 365 * ${DAY} AND at <= ?2`,
    [memberSeq, now],
  );
  return { ...row! };
}

/** What is known of an account before an attempt to sign in to it. */
export interface EarlierSignIns {
  /** When it worked last, or when the account was made. */
  readonly lastAt: number;
  /** How many attempts failed since then, counting none before `since`. */
  readonly failures: number;
  /** Whether networks are known, and this one is not among them. */
  readonly isNewNetwork: boolean;
}

/** What happened at an account before now, as far as it makes a sign-in from `network` unusual. */
export async function earlierSignIns(
  sql: Sql,
  accountId: AccountId,
  { network, since }: { network: string; since: number },
): Promise<EarlierSignIns> {
  const row = await first<{ lastAt: number; failures: number; known: number; same: number }>(
    sql,
    `WITH last AS (SELECT at, seq FROM sign_ins WHERE account_id = ?1 AND is_ok = 1 ORDER BY at DESC, seq DESC LIMIT 1)
     SELECT coalesce((SELECT at FROM last), (SELECT created_at FROM accounts WHERE id = ?1), 0) AS lastAt,
            (SELECT count(*) FROM sign_ins WHERE account_id = ?1 AND is_ok = 0 AND at >= ?3 AND seq > coalesce((SELECT seq FROM last), 0)) AS failures,
            EXISTS (SELECT 1 FROM sign_ins WHERE account_id = ?1 AND is_ok = 1 AND network <> '') AS known,
            EXISTS (SELECT 1 FROM sign_ins WHERE account_id = ?1 AND is_ok = 1 AND network = ?2) AS same`,
    [accountId, network, since],
  );
  const { lastAt, failures, known, same } = row!;
  return { lastAt, failures, isNewNetwork: network !== '' && known === 1 && same === 0 };
}

/** Adds an attempt to sign in. */
export async function insertSignIn(sql: Sql, accountId: AccountId, signIn: SignIn): Promise<void> {
  const { at, by, isOk, device, network, flags } = signIn;
  await run(
    sql,
    'INSERT INTO sign_ins (account_id, at, by, is_ok, device, network, flags) VALUES (?, ?, ?, ?, ?, ?, ?)',
    [accountId, at, by, isOk ? 1 : 0, device, network, JSON.stringify(flags)],
  );
}

/** Who comes, and what is known of their coming before. */
export interface Presence {
  readonly seq: number;
  readonly memberId: MemberId;
  readonly lastSignInAt: number;
  readonly lastSeenAt: number;
  /** Whether this session's visit is noted; false under a host's token. */
  readonly isNoted: boolean;
  /** What was unusual about signing in. */
  readonly signInFlags: readonly SignInFlag[];
}

/** The active membership that `caller` comes through, or undefined. */
export async function presenceOf(
  sql: Sql,
  caller: Caller & { kind: 'account' | 'subject' },
  workspaceId: WorkspaceId,
): Promise<Presence | undefined> {
  const columns =
    'm.seq, m.id AS memberId, m.last_seen_at AS lastSeenAt, max(m.last_sign_in_at, m.created_at) AS lastSignInAt';
  const row =
    caller.kind === 'account'
      ? await first<Omit<Presence, 'isNoted' | 'signInFlags'> & { isNoted: number; flags: string | null }>(
          sql,
          `SELECT ${columns}, EXISTS (SELECT 1 FROM visits WHERE member_seq = m.seq AND session = ?3) AS isNoted,
                  (SELECT flags FROM sign_ins WHERE account_id = m.account_id AND at = ?4 AND is_ok = 1 ORDER BY seq DESC LIMIT 1) AS flags
           FROM members m JOIN workspaces w ON w.id = m.workspace_id
           WHERE m.account_id = ?1 AND m.workspace_id = ?2 AND m.status = 'active' AND m.valid_from <= ?4 AND (?5 IS NULL OR ?5 = ?2)
             AND ${isOpenTo('?6')}`,
          [
            caller.accountId,
            workspaceId,
            caller.session.id,
            caller.session.createdAt,
            caller.session.workspaceId,
            caller.session.startedBy,
          ],
        )
      : await first<Omit<Presence, 'isNoted' | 'signInFlags'> & { isNoted: number; flags: string | null }>(
          sql,
          `SELECT ${columns}, 0 AS isNoted, NULL AS flags
           FROM subjects s JOIN members m ON m.id = s.member_id JOIN accounts a ON a.id = m.account_id
           WHERE s.host_key_id = ?1 AND s.workspace_id = ?2 AND s.subject = ?3 AND m.status = 'active' AND max(m.valid_from, a.valid_from) < ?4 + 1000`,
          [caller.hostKeyId, workspaceId, caller.subject, caller.issuedAt],
        );
  if (row === undefined) return undefined;
  const { flags, isNoted, ...presence } = row;
  return {
    ...presence,
    isNoted: isNoted === 1,
    signInFlags: JSON.parse(flags ?? '[]') as SignInFlag[],
  };
}

/** Whether visits of this member came from known networks, and `network` is not among them. */
export async function isNewNetwork(sql: Sql, memberSeq: number, network: string): Promise<boolean> {
  if (network === '') return false;
  const row = await first<{ known: number; same: number }>(
    sql,
    `SELECT EXISTS (SELECT 1 FROM visits WHERE member_seq = ?1 AND network <> '') AS known,
            EXISTS (SELECT 1 FROM visits WHERE member_seq = ?1 AND network = ?2) AS same`,
    [memberSeq, network],
  );
  return row!.known === 1 && row!.same === 0;
}

/** Adds a visit and moves the member's last sign-in to it. @returns Whether it was not noted yet. */
export async function insertVisit(
  sql: Sql,
  memberSeq: number,
  visit: SignIn & { readonly session: SessionId | null },
): Promise<boolean> {
  const { at, session, by, device, network, flags } = visit;
  const added = await run(
    sql,
    `INSERT INTO visits (member_seq, at, session, by, device, network, flags)
     SELECT seq, ?, ?, ?, ?, ?, ? FROM members WHERE seq = ? AND status = 'active' ON CONFLICT DO NOTHING`,
    [at, session, by, device, network, JSON.stringify(flags), memberSeq],
  );
  if (added === 0) return false;
  await run(sql, 'UPDATE members SET last_sign_in_at = max(last_sign_in_at, ?) WHERE seq = ?', [
    at,
    memberSeq,
  ]);
  return true;
}

/** Notes that a request of the member came. @returns Whether none was noted since `seen`. */
export async function noteSeen(
  sql: Sql,
  memberSeq: number,
  { seen, now }: { seen: number; now: number },
): Promise<boolean> {
  return (
    (await run(sql, 'UPDATE members SET last_seen_at = ? WHERE seq = ? AND last_seen_at = ?', [
      now,
      memberSeq,
      seen,
    ])) === 1
  );
}
