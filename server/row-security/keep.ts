// Keeps a host's PostgreSQL in step for as long as the server runs: soon after each change, and now and then in any case.
import type { AccessSnapshot } from '../permissions/snapshot.ts';
import type { Keeping } from './keep-looking.ts';
import { keepLooking } from './keep-looking.ts';
import type { Query, RowSecurityOptions } from './options.ts';
import type { RowSecurityReport } from './row-security.ts';
import { applyRowSecurity } from './row-security.ts';

/** Where the news come from; a `UserAdmin` is one. */
interface Source {
  accessSnapshot(workspaceId: string): Promise<AccessSnapshot>;
  hasNews(workspaceId: string, since: Pick<AccessSnapshot, 'entry'>): Promise<boolean>;
}

/** Who is told how it went, and how often it is looked. */
export interface RowSecurityListener {
  /** Told of every run that changed something or left something out of order. */
  readonly onReport: (report: RowSecurityReport) => void;
  /** Told where nobody could be asked who has what; it is tried again. */
  readonly onError: (error: unknown) => void;
  /** How often it is asked for news, in milliseconds; a second by default. */
  readonly every?: number;
}

/** After so many looks without news the database itself is looked at, for what was changed there by hand. */
const WHOLE = 60;
/** After a run that failed, in whole or in part, so many looks are left out. */
const PAUSE = 10;

/** Follows who has what in the workspace until it is stopped. `query` is one connection, for this alone. */
export function keepRowSecurity(
  source: Source,
  workspaceId: string,
  query: Query,
  options: RowSecurityOptions,
  { onReport, onError, every = 1000 }: RowSecurityListener,
): Keeping {
  let last: AccessSnapshot | undefined;
  let looks = 0;
  const look = async (): Promise<void> => {
    looks += 1;
    if (looks < 0) return;
    try {
      const isDue = last === undefined || looks >= WHOLE || (await source.hasNews(workspaceId, last));
      if (!isDue) return;
      looks = 0;
      const snapshot = await source.accessSnapshot(workspaceId);
      const report = await applyRowSecurity(query, snapshot, options);
      const isWhole = report.parts.every(({ error }) => error === undefined);
      last = isWhole ? snapshot : undefined;
      if (!isWhole) looks = -PAUSE;
      if (report.parts.some(({ drift, error }) => drift.length > 0 || error !== undefined)) onReport(report);
    } catch (error) {
      looks = -PAUSE;
      onError(error);
    }
  };
  return keepLooking(look, every);
}
