// Runs one read at a time for an element: the newest wins, what was shown stays until there is something newer.
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { failureOf } from '../failure.ts';
import type { Failure } from '../failure.ts';

/** The state of a read. */
export class QueryController<Result> implements ReactiveController {
  /** What was read last; kept while a newer read runs or fails. */
  data: Result | undefined;
  /** Why the newest read failed. */
  failure: Failure | undefined;
  /** Whether a read is running. */
  isLoading = false;
  readonly #host: ReactiveControllerHost;
  #running: AbortController | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.cancel();
  }

  /** Runs `read`, cancelling the one before. Resolves when it is settled or overtaken. */
  async run(read: (signal: AbortSignal) => Promise<Result>): Promise<void> {
    this.#running?.abort();
    const running = (this.#running = new AbortController());
    this.isLoading = true;
    this.#host.requestUpdate();
    try {
      const data = await read(running.signal);
      if (this.#running !== running) return;
      this.data = data;
      this.failure = undefined;
    } catch (error) {
      // Shown by the host; a cancelled read is nobody's failure.
      if (this.#running !== running) return;
      this.failure = failureOf(error);
    }
    this.isLoading = false;
    this.#host.requestUpdate();
  }

  /** Cancels the running read; what was read stays. */
  cancel(): void {
    this.#running?.abort();
    this.#running = undefined;
    this.isLoading = false;
  }

  /** Cancels and forgets everything. */
  reset(): void {
    this.cancel();
    this.data = this.failure = undefined;
    this.#host.requestUpdate();
  }
}
