// Runs one read at a time for an element: the newest wins, what was shown stays until there is something newer.
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { failureOf } from '../failure.ts';
import type { Failure } from '../failure.ts';

type Read<Result> = (signal: AbortSignal) => Promise<Result>;

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
  /** The read that is running, or that ended with the place on the page: it begins anew where the element is put back. */
  #unread: Read<Result> | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    if (this.#unread !== undefined) void this.run(this.#unread);
  }

  hostDisconnected(): void {
    const unread = this.#unread;
    this.cancel();
    this.#unread = unread;
  }

  /** Runs `read`, cancelling the one before. Resolves when it is settled or overtaken. */
  async run(read: Read<Result>): Promise<void> {
    this.cancel();
    const running = (this.#running = new AbortController());
    this.#unread = read;
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
    this.#unread = undefined;
    this.isLoading = false;
    this.#host.requestUpdate();
  }

  /** Cancels the running read; what was read stays. */
  cancel(): void {
    this.#running?.abort();
    this.#running = this.#unread = undefined;
    this.isLoading = false;
  }

  /** Cancels and forgets everything. */
  reset(): void {
    this.cancel();
    this.data = this.failure = undefined;
    this.#host.requestUpdate();
  }
}
