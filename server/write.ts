// The one way to write: fresh facts, decision, statement, trail, one transaction; the same wish has one effect.
import { createHash } from 'node:crypto';
import { cleanNote } from '../shared/audit/note.ts';
import { fail } from '../shared/errors.ts';
import type { WorkspaceId } from '../shared/ids.ts';
import type { Facts } from '../shared/policy/can.ts';
import { can } from '../shared/policy/can.ts';
import { workspaceOf } from '../shared/policy/judge.ts';
import { FRESH_FOR } from '../shared/sessions/session.ts';
import { appendAudit } from './audit/append.ts';
import type { ActingMember, AuditDraft, Caller, UseCaseContext, Wish, WriteTransaction } from './context.ts';
import type { Database, Sql } from './db/database.ts';
import { first, run } from './db/database.ts';
import { actingMember } from './sessions/acting-member.ts';
import { actingIn } from './sessions/elsewhere.ts';
import { startOfSession } from './sessions/store.ts';
import { isRevoked } from './workspaces/host-key-store.ts';

type WriteContext = Pick<
  UseCaseContext,
  'caller' | 'via' | 'workspaceId' | 'policy' | 'policyIn' | 'requestId' | 'ip' | 'now'
>;

/**
 * Runs `job` in one transaction as the caller of `ctx`.
 *
 * A wish with a key that was already carried out is not carried out again: its recorded reply is returned.
 * @throws {AppError} `idempotency_mismatch` where the key was used for something else; `not_signed_in` once the session has ended, `token_invalid` under a
 * revoked key; whatever `job` refuses; `busy`.
 */
export function write<T>(
  database: Database,
  ctx: WriteContext,
  wish: Wish,
  job: (tx: WriteTransaction) => Promise<T>,
): Promise<T> {
  return database.write(async (sql) => {
    await assertKeyHolds(sql, ctx.caller);
    const acting = await actingMember(sql, ctx.caller, ctx.workspaceId, ctx.policy);
    const key =
      wish.idempotencyKey === undefined
        ? undefined
        : { key: wish.idempotencyKey, actor: actorKey(ctx.caller), body: bodyHash(ctx, wish) };
    if (key !== undefined) {
      const reply = await recordedReply(sql, key);
      if (reply !== undefined) {
        if (acting.actor.status === 'deactivated') fail('actor_deactivated');
        return JSON.parse(reply) as T;
      }
    }
    await assertSessionGoesOn(sql, ctx.caller, wish);
    const { now, open } = await openTransaction(sql, ctx, wish);
    const result = await job(open(acting, ctx.workspaceId));
    if (key !== undefined) {
      await run(
        sql,
        'INSERT INTO idempotency (key, actor, body_hash, reply, created_at) VALUES (?, ?, ?, ?, ?)',
        [key.key, key.actor, key.body, JSON.stringify(result ?? null), now],
      );
    }
    return result;
  });
}

/** What whoever is nobody may wish as well, so that the end of a session in between is no obstacle. */
const ANYBODYS: ReadonlySet<string> = new Set([
  'account.sign-in',
  'account.sign-out',
  'account.request-link',
  'account.reset-password',
  'deployment.set-up',
  'provider.test',
]);

/** Refuses what a key of a host signed that was revoked since the door let it in. @throws {AppError} `token_invalid`. */
async function assertKeyHolds(sql: Sql, caller: Caller): Promise<void> {
  if (caller.kind !== 'host' && caller.kind !== 'subject') return;
  if (await isRevoked(sql, caller.hostKeyId)) fail('token_invalid');
}

/** Refuses what was asked through a session that has ended since the door let it in: a wish may have waited in line. @throws {AppError} `not_signed_in`. */
async function assertSessionGoesOn(sql: Sql, caller: Caller, { action }: Wish): Promise<void> {
  if (caller.kind !== 'account' || ANYBODYS.has(action)) return;
  if ((await startOfSession(sql, caller.session.id)) === undefined) fail('not_signed_in');
}

/** When a transaction begins, and the part of it that is somebody's in a workspace. */
interface Opened {
  readonly now: number;
  readonly open: (as: ActingMember, workspaceId: WorkspaceId | null) => WriteTransaction;
}

async function openTransaction(sql: Sql, ctx: WriteContext, wish: Wish): Promise<Opened> {
  const now = ctx.now();
  const note = cleanNote(wish.note);
  const facts = await factsReader(sql, ctx);
  const { via, requestId, ip } = ctx;
  const open: Opened['open'] = (as, workspaceId) => ({
    sql,
    actor: as.actor,
    now,
    facts: (of) => facts(of ?? workspaceId),
    assertFresh: () => {
      if (!isFresh(ctx.caller, now)) fail('fresh_sign_in_required');
    },
    assertCan: async (action, target) => {
      if (as.mustChangePassword) fail('password_change_required');
      const decision = can(as.actor, action, target, await facts(workspaceOf(target)));
      if (!decision.allowed) fail(decision.reason);
    },
    audit: (...drafts: AuditDraft[]) => {
      const source = { acting: as, via, at: now, requestId, ip, note };
      return appendAudit(sql, { ...source, workspaceId: belongs(as) ? workspaceId : null }, drafts);
    },
    in: async (other) => open(await actingIn(sql, ctx, other), other),
  });
  return { now, open };
}

/** Reads facts by the policy as each workspace had it when it was first asked for: roles that a transaction changes itself count from the next one on. */
async function factsReader(sql: Sql, ctx: WriteContext): Promise<(of: WorkspaceId | null) => Promise<Facts>> {
  const policies = new Map([[ctx.workspaceId, await ctx.policyIn(sql, ctx.workspaceId)]]);
  return async (of) => {
    const policy = policies.get(of) ?? (await ctx.policyIn(sql, of));
    policies.set(of, policy);
    return readFacts(sql, { policyIn: async () => policy }, of);
  };
}

/** What decisions need of a workspace, read from `sql` now. `inCharge` stops counting at two: more makes no difference. */
export async function readFacts(
  sql: Sql,
  { policyIn }: Pick<UseCaseContext, 'policyIn'>,
  workspaceId: WorkspaceId | null,
): Promise<Facts> {
  const policy = await policyIn(sql, workspaceId);
  const row = await first<{
    archived: number | null;
    home: number | null;
    authentication: number;
    authorization: number;
    inCharge: number;
  }>(
    sql,
    `SELECT w.archived_at AS archived, w.home, w.external_authentication AS authentication, w.external_authorization AS authorization,
            (SELECT count(*) FROM (SELECT DISTINCT r.member_seq FROM member_roles r JOIN members m ON m.seq = r.member_seq
              WHERE r.workspace_id = ?1 AND r.role IN (SELECT value FROM json_each(iif(w.home = 1, ?3, ?2))) AND m.status = 'active' LIMIT 2)) AS inCharge
     FROM workspaces w WHERE w.id = ?1`,
    [workspaceId, JSON.stringify([...policy.guard]), JSON.stringify([...policy.homeGuard])],
  );
  return {
    policy,
    inCharge: row?.inCharge ?? 0,
    isArchived: row?.archived != null,
    isHome: row?.home === 1,
    external: { authentication: row?.authentication === 1, authorization: row?.authorization === 1 },
  };
}

/** Whether the workspace that a call names is the caller's: a stranger writes nothing into its trail by naming it. */
function belongs({ actor, memberId }: ActingMember): boolean {
  return memberId !== null || actor.kind === 'system' || actor.kind === 'host';
}

/** How far the clock of whoever saw the person may be ahead, in milliseconds. */
const CLOCK_TOLERANCE = 60_000;

/** Whether the caller proved who they are a short time ago. The operator's process and a host's key are no persons whose session could lie about. */
export function isFresh(caller: Caller, now: number): boolean {
  if (caller.kind === 'system' || caller.kind === 'host') return true;
  if (caller.kind === 'anonymous') return false;
  const at = caller.kind === 'account' ? caller.session.authenticatedAt : caller.authenticatedAt;
  // A host that gives milliseconds for seconds would be fresh for ever.
  return at !== null && now - at < FRESH_FOR && at - now <= CLOCK_TOLERANCE;
}

async function recordedReply(
  sql: Sql,
  key: { key: string; actor: string; body: string },
): Promise<string | undefined> {
  const found = await first<{ body: string; reply: string }>(
    sql,
    'SELECT body_hash AS body, reply FROM idempotency WHERE actor = ? AND key = ?',
    [key.actor, key.key],
  );
  return found === undefined || found.body === key.body ? found?.reply : fail('idempotency_mismatch');
}

/** Whose wish it is, so that nobody is answered with what another asked. */
export function actorKey(caller: Caller): string {
  switch (caller.kind) {
    case 'account':
      return `account:${caller.accountId}`;
    case 'subject':
      return `subject:${caller.hostKeyId}:${caller.subject}`;
    case 'host':
      return `host:${caller.hostKeyId}`;
    default:
      return caller.kind;
  }
}

function bodyHash(ctx: WriteContext, wish: Wish): string {
  return createHash('sha256')
    .update(JSON.stringify([ctx.workspaceId, wish.action, wish.input]))
    .digest('base64url');
}
