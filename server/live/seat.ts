// The place of one open page: what was done since it was last told, and the waiting for more. Holds no more than the names of actions, however slowly it is read.

/** One listener's place. */
export class Seat {
  readonly #done = new Set<string>();
  readonly #onLeave: () => void;
  #isLeft = false;
  #wake: () => void = () => undefined;

  constructor(onLeave: () => void) {
    this.#onLeave = onLeave;
  }

  /** Puts down what was done, for when it is asked for next. */
  tell(actions: readonly string[]): void {
    for (const action of actions) this.#done.add(action);
    this.#wake();
  }

  /** Gives the place up; whoever waits at it is told that it is over. */
  readonly leave = (): void => {
    if (this.#isLeft) return;
    this.#isLeft = true;
    this.#onLeave();
    this.#wake();
  };

  /** What was done since the last time, as soon as there is something, and nothing after `patience` milliseconds; undefined once it is over. */
  async next(patience: number): Promise<readonly string[] | undefined> {
    if (this.#done.size === 0) await this.#wait(patience);
    if (this.#isLeft) return undefined;
    const done = [...this.#done];
    this.#done.clear();
    return done;
  }

  /** Waits whatever happens, unless it is over. */
  async rest(time: number): Promise<void> {
    const until = performance.now() + time;
    while (!this.#isLeft && performance.now() < until) await this.#wait(until - performance.now());
  }

  #wait(time: number): Promise<void> {
    if (this.#isLeft) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, time);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
