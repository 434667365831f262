// Keeps listening to what others change through everything that ends it: lost ways, hidden pages, servers that start anew. Says what it heard, and draws nothing.
import type { ChangedPart } from '../../shared/live/change.ts';
import { MOST_MISSED } from '../../shared/live/change.ts';
import type { UserAdminApi } from '../client/api.ts';
import { SHUT_OUT } from '../controllers/session.ts';
import { failureOf } from '../failure.ts';

/** How long a page may be hidden before it stops listening, in milliseconds: a browser has few connections to give. */
const HIDDEN = 10_000;
/** How long what is shown may have been on its way before anybody listened, in milliseconds. */
const LOADING = 10_000;
/** The first wait before it is tried again, and the longest, in milliseconds. */
const WAITS = { first: 1000, longest: 5 * 60_000 };
/** How long a way must have been open to count as a good one, in milliseconds. */
const GOOD = 15_000;

/** Who is told. */
export interface Hearer {
  /** These parts are out of date. */
  hear(changed: readonly ChangedPart[]): void;
  /** Nobody knows what has changed meanwhile. */
  hearNothing(): void;
  /** The viewer has no business here any more. */
  shutOut(): void;
}

/** The listening of one session, from its first rows to its end. */
export class Listening {
  /** Whether the server tells of changes at this moment. */
  isLive = false;
  readonly #api: Pick<UserAdminApi, 'listen'>;
  readonly #session: AbortSignal;
  readonly #hearer: Hearer;
  /** Until when it is known what has changed, in milliseconds since the epoch. */
  #knownUntil = Date.now() - LOADING;
  #failures = 0;
  #isOver = false;
  #attempt: AbortController | undefined;
  #hiding: ReturnType<typeof setTimeout> | undefined;
  #wake: () => void = () => {};

  constructor(api: Pick<UserAdminApi, 'listen'>, session: AbortSignal, hearer: Hearer) {
    this.#api = api;
    this.#session = session;
    this.#hearer = hearer;
    void this.#run();
  }

  async #run(): Promise<void> {
    document.addEventListener('visibilitychange', this.#noteVisibility);
    addEventListener('online', this.#noteVisibility);
    this.#session.addEventListener('abort', this.#noteVisibility, { once: true });
    this.#noteVisibility();
    while (!this.#session.aborted && !this.#isOver) {
      if (this.#isHidden || !navigator.onLine) await this.#pause();
      else {
        const began = Date.now();
        await this.#listen();
        if (Date.now() - began > GOOD) this.#failures = 0;
        // Not all at once, where a server has started anew.
        const wait = Math.min(WAITS.first * 2 ** this.#failures, WAITS.longest) * (0.5 + Math.random());
        this.#failures += 1;
        if (!this.#isOver) await this.#pause(wait);
      }
    }
    clearTimeout(this.#hiding);
    document.removeEventListener('visibilitychange', this.#noteVisibility);
    removeEventListener('online', this.#noteVisibility);
  }

  async #listen(): Promise<void> {
    let missed = Math.max(0, Date.now() - this.#knownUntil);
    if (missed > MOST_MISSED) {
      this.#hearer.hearNothing();
      missed = 0;
    }
    this.#attempt = new AbortController();
    try {
      await this.#api.listen(missed, this.#listener, AbortSignal.any([this.#session, this.#attempt.signal]));
    } catch (error) {
      // Whatever stood in the way, the page looks by itself until there is another way.
      if (SHUT_OUT.has(failureOf(error).code)) {
        this.#isOver = true;
        this.#hearer.shutOut();
      }
    }
    this.isLive = false;
  }

  readonly #listener = {
    onChange: (changed: readonly ChangedPart[]): void => {
      this.isLive = true;
      this.#listener.onAlive();
      if (changed.length > 0) this.#hearer.hear(changed);
    },
    onAlive: (): void => {
      this.#knownUntil = Date.now();
    },
  };

  /** Whether nobody has looked for so long that the way was given up. */
  get #isHidden(): boolean {
    return document.visibilityState === 'hidden' && this.#hiding === undefined;
  }

  readonly #noteVisibility = (): void => {
    clearTimeout(this.#hiding);
    this.#hiding = undefined;
    if (document.visibilityState === 'hidden' && !this.#session.aborted)
      this.#hiding = setTimeout(() => {
        this.#hiding = undefined;
        this.#attempt?.abort();
      }, HIDDEN);
    else this.#wake();
  };

  /** Waits so long, or until something has happened that makes another try worth while. */
  #pause(time?: number): Promise<void> {
    if (this.#session.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = time === undefined ? undefined : setTimeout(resolve, time);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
