// Notes that people are there: the use of their sessions, and their visits to workspaces. Asked at every request, so that it nearly always finds nothing to do.
import { HOST_VISIT_GAP } from '../../shared/activity/activity.ts';
import { AppError } from '../../shared/errors.ts';
import type { WorkspaceId } from '../../shared/ids.ts';
import type { SessionLimits } from '../../shared/sessions/session.ts';
import { LONGEST_INTERVAL, renewalInterval } from '../../shared/sessions/session.ts';
import type { Caller, UseCaseContext } from '../context.ts';
import type { Database, Sql } from '../db/database.ts';
import { noteUse } from '../sessions/store.ts';
import { readSessionLimits } from '../settings/session-limits.ts';
import { flagsOf } from './flags.ts';
import type { Presence } from './store.ts';
import { insertVisit, isNewNetwork, noteSeen, presenceOf } from './store.ts';

/** The most people whose last request is remembered; the one longest away goes first. */
const REMEMBERED = 20_000;

/** When somebody's last request came, and when the next one is looked at again. */
interface Remembered {
  readonly lookAgainAt: number;
  lastAt: number;
}

type Person = Caller & { readonly kind: 'account' | 'subject' };

/**
 * Makes the function that notes the request of a context. It writes at most every five minutes for a session, and for a person under a
 * host's token; in between it only remembers, in memory, that they came.
 */
export function createPresence(database: Database): (ctx: UseCaseContext) => Promise<void> {
  const known = new Map<string, Remembered>();
  return async (ctx) => {
    const { caller, workspaceId } = ctx;
    if (caller.kind !== 'account' && caller.kind !== 'subject') return;
    const now = ctx.now();
    const key = keyOf(caller, workspaceId);
    const remembered = known.get(key);
    if (remembered !== undefined && now < remembered.lookAgainAt) {
      remembered.lastAt = Math.max(remembered.lastAt, now);
      return;
    }
    const limits = caller.kind === 'account' ? await readSessionLimits(ctx.read) : undefined;
    const interval = limits === undefined ? LONGEST_INTERVAL : renewalInterval(limits);
    known.delete(key);
    if (known.size >= REMEMBERED) known.delete(known.keys().next().value!);
    // Before the writes, so that requests that come together have one of them.
    known.set(key, { lookAgainAt: now + interval, lastAt: now });
    try {
      await note(database, ctx, caller, { now, limits, lastAt: remembered?.lastAt ?? 0 });
    } catch (error) {
      known.delete(key);
      // Nobody is turned away because their coming could not be noted; the next request tries again.
      if (!(error instanceof AppError && (error.code === 'busy' || error.code === 'storage_full')))
        throw error;
    }
  };
}

function keyOf(caller: Person, workspaceId: WorkspaceId | null): string {
  return caller.kind === 'account'
    ? `${caller.session.id}\n${workspaceId ?? ''}`
    : `${caller.hostKeyId}\n${workspaceId ?? ''}\n${caller.subject}`;
}

async function note(
  database: Database,
  ctx: UseCaseContext,
  caller: Person,
  { now, limits, lastAt }: { now: number; limits: SessionLimits | undefined; lastAt: number },
): Promise<void> {
  const presence = ctx.workspaceId === null ? undefined : await presenceOf(ctx.read, caller, ctx.workspaceId);
  if (caller.kind === 'account') {
    const isFirst = presence?.isNoted === false;
    await database.write(async (sql) => {
      await noteUse(sql, caller.session.id, { now, network: ctx.visit.network, limits: limits! });
      if (isFirst) await addVisit(sql, ctx, presence, now);
    });
    return;
  }
  if (presence === undefined) return;
  const isVisit = now - Math.max(presence.lastSeenAt, lastAt) >= HOST_VISIT_GAP;
  await database.write(async (sql) => {
    // Of two servers that saw the same gap, one notes the visit.
    const isSeen = await noteSeen(sql, presence.seq, { seen: presence.lastSeenAt, now });
    if (isSeen && isVisit) await addVisit(sql, ctx, presence, now);
  });
}

async function addVisit(sql: Sql, ctx: UseCaseContext, presence: Presence, now: number): Promise<void> {
  const { device, network } = ctx.visit;
  const { caller } = ctx;
  const [session, by] =
    caller.kind === 'account' ? [caller.session.id, caller.session.startedBy] : [null, 'host' as const];
  const flags = flagsOf({
    now,
    lastAt: presence.lastSignInAt,
    failures: 0,
    isNewNetwork: await isNewNetwork(sql, presence.seq, network),
  });
  // Failures were attempts at the account, in no workspace; they are known from signing in.
  const isSuspicious = presence.signInFlags.includes('many_failures');
  await insertVisit(sql, presence.seq, {
    at: now,
    session,
    by,
    isOk: true,
    device,
    network,
    flags: isSuspicious ? ['many_failures', ...flags] : flags,
  });
}
