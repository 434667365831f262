// Tells an open page what becomes out of date, as long as it may look: asked again before each message, by what the database says then.
import { createHash } from 'node:crypto';
import type { FollowChanges } from '../../shared/contract/live.ts';
import { AppError, fail } from '../../shared/errors.ts';
import type { Change, ChangedPart } from '../../shared/live/change.ts';
import { can } from '../../shared/policy/can.ts';
import type { Viewer } from '../../shared/workspaces/workspace.ts';
import { READING } from '../authorize.ts';
import type { Caller, UseCaseContext } from '../context.ts';
import { breathe } from '../db/breathe.ts';
import { myWorkspaces } from '../workspaces/mine.ts';
import { getViewer } from '../workspaces/read.ts';
import type { Wanderer } from './news.ts';
import { MOVED } from './news.ts';
import { READ_OF, partsOf } from './parts.ts';
import type { Seat } from './seat.ts';
import { doneIn } from './store.ts';

/** How long things take, in milliseconds; a test may be in a hurry. */
export interface Times {
  /** How often it is asked again whether they may still look, where nothing happens. */
  readonly recheck: number;
  /** The least between two messages; the more people listen, the longer. */
  readonly pace: number;
}

const TIMES: Times = { recheck: 30_000, pace: 200 };
/** By how many listeners the pace becomes as slow again. */
const CROWD = 200;
/** How much earlier than it says a page may have missed something: the clocks of two servers differ. */
const SLACK = 1000;

/** Who is looking, and what they would be shown of themselves and the place, as a digest. */
interface Look {
  readonly viewer: Viewer;
  /** The workspaces that they may enter, as a digest; '' where nobody goes from one to another. */
  readonly places: string;
  /** Of both. */
  readonly digest: string;
}

/**
 * What changes where the caller is, in parts that they may read, from `missed` milliseconds ago until they go or may not look any more.
 * @throws {AppError} as `getViewer`; `password_change_required`; `not_granted` for hosts, who have no page; `rate_limited`, `busy`.
 */
export async function* followChanges(
  ctx: UseCaseContext,
  { missed }: FollowChanges,
  signal?: AbortSignal,
  times: Times = TIMES,
): AsyncGenerator<Change, void, undefined> {
  const { viewer } = await look(ctx);
  const { workspace } = viewer;
  const seat = await ctx.news.join(keyOf(ctx.caller), workspace.id, wandererOf(ctx, viewer));
  signal?.addEventListener('abort', seat.leave, { once: true });
  if (signal?.aborted === true) seat.leave();
  try {
    let known = await look(ctx);
    const before = missed === 0 ? [] : await doneIn(ctx.read, workspace.id, ctx.now() - missed - SLACK);
    // Said even where it is nothing: from here on the page can rely on being told.
    yield { changed: heard(ctx, known.viewer, before) };
    for (;;) {
      const done = await seat.next(times.recheck);
      // Others first: with a thousand who listen there are a thousand looks.
      await breathe();
      if (done === undefined) return;
      const mayHaveMoved = done.length === 0 || done.includes(MOVED);
      const now = await lookAgain(ctx, mayHaveMoved ? undefined : known.places);
      if (now === undefined) return;
      const changed: ChangedPart[] = [...heard(now.ctx, now.viewer, done)];
      if (now.digest !== known.digest) changed.push('viewer');
      known = now;
      if (changed.length > 0) yield { changed };
      await rest(ctx, seat, times);
    }
  } finally {
    signal?.removeEventListener('abort', seat.leave);
    seat.leave();
  }
}

function rest({ news }: UseCaseContext, seat: Seat, { pace }: Times): Promise<void> {
  return seat.rest(pace * (1 + news.count / CROWD));
}

/** Whose places are counted together. */
function keyOf(caller: Caller): string {
  if (caller.kind === 'account') return caller.accountId;
  return caller.kind === 'subject' ? `${caller.hostKeyId}\n${caller.subject}` : caller.kind;
}

/** Looks at the viewer, and at their workspaces unless these are known. */
async function look(ctx: UseCaseContext, known?: string): Promise<Look> {
  if (ctx.caller.kind === 'host') fail('not_granted');
  const viewer = await getViewer(ctx);
  if (viewer.mustChangePassword) fail('password_change_required');
  const isAlone = wandererOf(ctx, viewer) === undefined;
  const places = known ?? (isAlone ? '' : digestOf(await myWorkspaces(ctx, {})));
  return { viewer, places, digest: digestOf([viewer, places]) };
}

/** Who the viewer is in other workspaces; undefined where nobody goes from one to another. */
function wandererOf({ policy }: UseCaseContext, { accountId, actor }: Viewer): Wanderer | undefined {
  if (accountId === null || policy.policy.workspaces === 'one') return undefined;
  return { accountId, isEverywhere: actor.roles.some((role) => policy.everywhere.has(role)) };
}

function digestOf(shown: unknown): string {
  return createHash('sha256').update(JSON.stringify(shown)).digest('base64url');
}

/** The same by what the request proves and the database says now; undefined where they may not look any more. */
async function lookAgain(
  ctx: UseCaseContext,
  known: string | undefined,
): Promise<(Look & { readonly ctx: UseCaseContext }) | undefined> {
  try {
    const now = await ctx.again();
    return { ...(await look(now, known)), ctx: now };
  } catch (error) {
    // The stream ends, and whoever comes again is told why.
    if (error instanceof AppError) return undefined;
    throw error;
  }
}

/** The parts made out of date that this viewer may read. */
function heard(ctx: UseCaseContext, viewer: Viewer, done: readonly string[]): readonly ChangedPart[] {
  const facts = { ...READING, policy: ctx.policy };
  const target = { workspace: viewer.workspace.id };
  return [...partsOf(done)].filter((part) => can(viewer.actor, READ_OF[part], target, facts).allowed);
}
