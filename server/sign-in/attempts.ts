// How often people may try. What is under way counts already, so that calls sent at once count like calls one after the other (SEC_C08, SEC_G06).
import type { UseCaseContext, WriteTransaction } from '../context.ts';
import type { Sql } from '../db/database.ts';
import type { Limited } from '../limits/limits.ts';
import { isOver, note, waitFor } from '../limits/limits.ts';
import type { Named } from './login.ts';

/** Under what an attempt is counted. */
export type Counters = readonly (readonly [limited: Limited, subject: string])[];

/** The limits of one kind of attempt. */
export interface AttemptLimits {
  readonly person: Limited;
  readonly network: Limited;
  readonly device: Limited;
}

/** What an attempt is counted under: what may be told to whoever makes it, and what would tell of the person. */
export interface AttemptCounters {
  readonly own: Counters;
  readonly person: Counters;
}

/** The counters of an attempt. A browser in which the person signed in before is not counted together with strangers (SEC_C09). */
export function countersOf(
  { devices, visit }: Pick<UseCaseContext, 'devices' | 'visit'>,
  { candidate, subject }: Named,
  { person, network, device }: AttemptLimits,
): AttemptCounters {
  const known = candidate && devices.deviceOf(visit.deviceMark, candidate);
  if (known != null) return { own: [[device, known]], person: [] };
  // Without a network there is none to count by, and all who have none are no network.
  return { own: visit.network === '' ? [] : [[network, visit.network]], person: [[person, subject]] };
}

/** What is under way in this process, by database and counter. */
const UNDER_WAY = new WeakMap<Sql, Map<string, number>>();

/**
 * Runs an attempt, which counts as one more while it lasts. `job` gets the counters that have no room for it, with the
 * seconds to wait; what comes of it, it counts itself.
 */
export async function attempting<T>(
  ctx: Pick<UseCaseContext, 'read' | 'now'>,
  counters: Counters,
  job: (full: ReadonlyMap<Limited, number>) => Promise<T>,
): Promise<T> {
  const all = UNDER_WAY.get(ctx.read) ?? new Map<string, number>();
  UNDER_WAY.set(ctx.read, all);
  const turns = counters.map((counter) => {
    const key = counter.join(' ');
    const underWay = (all.get(key) ?? 0) + 1;
    all.set(key, underWay);
    return { key, counter, underWay };
  });
  try {
    const full = new Map<Limited, number>();
    for (const { counter, underWay } of turns) {
      const seconds = await waitFor(ctx.read, counter, { now: ctx.now(), underWay });
      if (seconds !== undefined) full.set(counter[0], seconds);
    }
    return await job(full);
  } finally {
    for (const { key } of turns) {
      const rest = all.get(key)! - 1;
      if (rest === 0) all.delete(key);
      else all.set(key, rest);
    }
  }
}

/** Counts an attempt. @returns Whether it was one too many. The trail hears of each limit once, when it is reached (SEC_L04). */
export async function countAttempt(
  tx: WriteTransaction,
  counters: Counters,
  { by, target }: { by: string; target: string },
): Promise<boolean> {
  let isTooMany = false;
  for (const [limited, subject] of counters) {
    const found = isOver(limited, await note(tx, limited, subject));
    isTooMany ||= found.isOver;
    if (found.isReached)
      await tx.audit({
        action: 'account.sign-in-failed',
        target: { kind: 'account', id: target },
        after: { by, limited },
      });
  }
  return isTooMany;
}
