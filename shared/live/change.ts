// What an open page is told while it is looked at: which part of what it shows is out of date, never what stands there. Pure: types and limits only.

/** A part of what is shown that somebody changed; `viewer` is whatever says who is looking, where, and by which rules. */
export type ChangedPart = 'members' | 'invitations' | 'permissions' | 'reviews' | 'settings' | 'viewer';

/** What a page that listens is told. */
export interface Change {
  /** The parts that are out of date, each once. */
  readonly changed: readonly ChangedPart[];
}

/** How far back a page may ask what it has missed, in milliseconds; whoever was away for longer loads everything again. */
export const MOST_MISSED = 10 * 60_000;
