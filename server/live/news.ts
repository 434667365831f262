// Learns what is written to the database, by this process or another, and tells the pages that listen: one look for all of them.
import { fail } from '../../shared/errors.ts';
import type { AccountId, WorkspaceId } from '../../shared/ids.ts';
import type { Sql } from '../db/database.ts';
import { isOfPlaces, isOfWorkspace } from './parts.ts';
import { Seat } from './seat.ts';
import type { Done, Told } from './store.ts';
import { doneSince, membershipsOf, newest } from './store.ts';

/** How often the trail is looked at while somebody listens, in milliseconds; what this process writes is told at once. */
const LOOK_EVERY = { least: 250, most: 800 };
/** How many times as long as a look takes the time between two is: a database that is far away is asked less often. */
const REST = 10;
/** The most places of one person: one for each window that they have open and look at. */
const MOST_OF_ONE = 12;
/** The most places in all. */
const MOST_IN_ALL = 1000;
/** When somebody may come again for whom there was no place, in seconds. */
const COME_AGAIN = 30;

/** Who goes from one workspace to another, and is told where to. */
export interface Wanderer {
  readonly accountId: AccountId;
  /** Whether they may enter every workspace, a member of it or not. */
  readonly isEverywhere: boolean;
}

/** What a listener is told has been done where something about the workspaces that they may enter has changed, perhaps. */
export const MOVED = 'places.change';

interface Listener {
  readonly who: string;
  readonly workspaceId: WorkspaceId;
  readonly wanderer: Wanderer | undefined;
  /** What they were a member of when it was last looked at. */
  memberships: string | undefined;
  readonly seat: Seat;
}

/** The news of the database that a process reads. */
export class News {
  readonly #sql: Sql;
  readonly #onInternalError: (error: unknown) => void;
  readonly #listeners = new Set<Listener>();
  /** How far everything was told; undefined while nobody listens. */
  #told: Told | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #looking: Promise<void> | undefined;
  #pause = LOOK_EVERY.least;
  #isWanted = false;
  #isOver = false;

  constructor(sql: Sql, onInternalError: (error: unknown) => void) {
    this.#sql = sql;
    this.#onInternalError = onInternalError;
  }

  /** How many listen. */
  get count(): number {
    return this.#listeners.size;
  }

  /** Looks at once, because something was written here. */
  readonly wake = (): void => {
    if (this.count > 0) void this.#look();
  };

  /**
   * Takes a place for `who`, at which everything is told that is done in the workspace from now on; and `MOVED` to a wanderer, wherever
   * that was done.
   * @throws {AppError} `rate_limited` where they have too many; `busy` where there are too many in all, or the server ends.
   */
  async join(who: string, workspaceId: WorkspaceId, wanderer?: Wanderer): Promise<Seat> {
    const memberships =
      wanderer && (await membershipsOf(this.#sql, [wanderer.accountId])).get(wanderer.accountId);
    if (this.#isOver || this.count >= MOST_IN_ALL) fail('busy');
    const own = [...this.#listeners].filter((other) => other.who === who);
    if (own.length >= MOST_OF_ONE) fail('rate_limited', { retryAfter: COME_AGAIN });
    const seat = new Seat(() => this.#listeners.delete(listener));
    const listener: Listener = { who, workspaceId, wanderer, memberships, seat };
    this.#listeners.add(listener);
    // From here on nothing is passed over: it is known up to where everything was told.
    if (this.#told === undefined) await this.#look();
    return seat;
  }

  /** Ends every place for good, so that nothing holds up the end of the server. */
  readonly end = (): void => {
    this.#isOver = true;
    this.#leaveAll();
  };

  #look(): Promise<void> {
    this.#isWanted = true;
    return (this.#looking ??= this.#lookWhileWanted()
      .catch((error: unknown) => {
        // Nobody is left to believe that nothing happens: pages come again, and look for themselves until they can.
        this.#leaveAll();
        if (!this.#isOver) this.#onInternalError(error);
      })
      .finally(() => this.#lookLater()));
  }

  async #lookWhileWanted(): Promise<void> {
    const began = performance.now();
    while (this.#isWanted) {
      this.#isWanted = false;
      if (this.#told === undefined) this.#told = await newest(this.#sql);
      else {
        const done = await doneSince(this.#sql, this.#told);
        this.#tell(done);
        if (done.some(({ action }) => isOfPlaces(action)))
          await this.#tellMoved(done.some(({ action }) => isOfWorkspace(action)));
      }
    }
    const took = performance.now() - began;
    this.#pause = Math.min(LOOK_EVERY.most, Math.max(LOOK_EVERY.least, took * REST));
  }

  #tell(done: readonly Done[]): void {
    this.#told = {
      entry: Math.max(this.#told!.entry, ...done.map(({ entry }) => entry)),
      delivery: Math.max(this.#told!.delivery, ...done.map(({ delivery }) => delivery)),
    };
    for (const { workspaceId, seat } of done.length > 0 ? this.#listeners : []) {
      const here = done.filter((each) => each.workspaceId === workspaceId);
      if (here.length > 0) seat.tell(here.map(({ action }) => action));
    }
  }

  /** Tells those whose memberships are others than before, and, where a workspace itself has changed, those who may enter all. */
  async #tellMoved(isOfAll: boolean): Promise<void> {
    const wanderers = [...this.#listeners].flatMap((listener) =>
      listener.wanderer === undefined ? [] : [{ listener, ...listener.wanderer }],
    );
    if (wanderers.length === 0) return;
    const now = await membershipsOf(
      this.#sql,
      wanderers.map(({ accountId }) => accountId),
    );
    for (const { listener, accountId, isEverywhere } of wanderers) {
      const memberships = now.get(accountId);
      if (memberships !== listener.memberships || (isOfAll && isEverywhere)) listener.seat.tell([MOVED]);
      listener.memberships = memberships;
    }
  }

  #lookLater(): void {
    this.#looking = undefined;
    clearTimeout(this.#timer);
    if (this.count > 0) this.#timer = setTimeout(() => void this.#look(), this.#pause).unref();
    else this.#told = undefined;
  }

  #leaveAll(): void {
    for (const { seat } of this.#listeners) seat.leave();
  }
}
