// One connection, and who may use it when. Nothing of what is done with it.
import { AppError, fail } from '../../shared/errors.ts';

/** How many may wait. */
const MOST = 20;

/** Lets one job after the other use the one connection. */
export class Turns {
  readonly #longest: number;
  #last: Promise<unknown> = Promise.resolve();
  #waiting = 0;

  /** @param longest For how many milliseconds somebody waits for their answer, the time until their turn included. */
  constructor(longest: number) {
    this.#longest = longest;
  }

  /** Runs `job` once those before it are done. @throws {AppError} `busy` where too many wait; `database_unavailable` after too long, while the job goes on. */
  async take<T>(job: () => Promise<T>): Promise<T> {
    if (this.#waiting >= MOST) fail('busy');
    this.#waiting += 1;
    const mine = this.#last.then(job).finally(() => (this.#waiting -= 1));
    // Whoever comes next has nothing to do with how this one went.
    this.#last = mine.then(
      () => undefined,
      () => undefined,
    );
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => reject(new AppError('database_unavailable')), this.#longest).unref();
    });
    try {
      return await Promise.race([mine, late]);
    } finally {
      clearTimeout(timer);
    }
  }
}
