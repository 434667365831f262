// The one line in which writes wait. Bounded, so that overload is an answer and not a growing memory.
import { fail } from '../../shared/errors.ts';
import { breathe } from './breathe.ts';

/** A bounded queue that runs one job at a time, in the order they came, and gives everything else a turn between two of them. */
export class WriteQueue {
  readonly #limit: number;
  #waiting = 0;
  #tail: Promise<unknown> = Promise.resolve();

  /** @param limit - The most jobs that may wait; one more is refused. */
  constructor(limit = 500) {
    this.#limit = limit;
  }

  /** Runs `job` once all before it are done. @throws {AppError} `busy` where too many wait. */
  async run<T>(job: () => Promise<T>): Promise<T> {
    if (this.#waiting >= this.#limit) fail('busy');
    this.#waiting += 1;
    const result = this.#tail.then(job).finally(() => {
      this.#waiting -= 1;
    });
    // The next job must run whatever became of this one; who asked gets the rejection through `result`.
    const rest = (): Promise<void> | undefined => (this.#waiting > 0 ? breathe() : undefined);
    this.#tail = result.then(rest, rest);
    return await result;
  }

  /** Resolves once everything that was waiting is done. */
  async idle(): Promise<void> {
    await this.#tail;
  }
}
