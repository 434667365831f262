// A session as it is shown to whoever may see it, and how long sessions live. Pure: no clock.
import type { SessionId } from '../ids.ts';
import type { SignInWay } from '../policy/policy.ts';

/** How a session began: a way of signing in, or accepting an invitation or the set-up link. */
export type SessionStart = SignInWay | 'invitation' | 'setup';

/** A session of a person in one browser. */
export interface Session {
  /** Names the session and opens nothing. */
  readonly id: SessionId;
  /** Whether it is the one that asks. */
  readonly isCurrent: boolean;
  readonly startedBy: SessionStart;
  readonly createdAt: number;
  readonly lastUsedAt: number;
  readonly expiresAt: number;
  /** The browser and system as they are written down (`device.ts`), such as "Firefox on Windows"; '' where unknown. */
  readonly device: string;
  /** The network it was last used from, shortened so that it names no single computer; '' where unknown. */
  readonly network: string;
}

/** How long sessions live, in minutes. */
export interface SessionLimits {
  /** Without being used. */
  readonly idleMinutes: number;
  /** Whatever the use. */
  readonly absoluteMinutes: number;
}

/** The limits where nothing else is set: a week without use, thirty days in all. */
export const DEFAULT_SESSION_LIMITS: SessionLimits = {
  idleMinutes: 7 * 24 * 60,
  absoluteMinutes: 30 * 24 * 60,
};
/** What can be set, in minutes. */
export const SESSION_MINUTES = { min: 5, max: 365 * 24 * 60 } as const;

/** How often the use of a session is noted at most, which begins its time without use anew: in milliseconds, at most five minutes. */
export function renewalInterval({ idleMinutes }: Pick<SessionLimits, 'idleMinutes'>): number {
  return Math.min(LONGEST_INTERVAL, (idleMinutes * 60_000) / 2);
}

/** The longest that the use of a session goes without being noted, in milliseconds. */
export const LONGEST_INTERVAL = 5 * 60_000;

/** How long after proving who one is the most sensitive acts are open, in milliseconds. */
export const FRESH_FOR = 10 * 60 * 1000;
