// Which things of an element are being changed right now, so that a second click has no second effect.
import type { ReactiveControllerHost } from 'lit';

/** A set of keys with a change under way. */
export class PendingController {
  readonly #host: Pick<ReactiveControllerHost, 'requestUpdate'>;
  #keys: ReadonlySet<string> = new Set();

  constructor(host: Pick<ReactiveControllerHost, 'requestUpdate'>) {
    this.#host = host;
  }

  /** The keys with a change under way; another set after every change, so that it can be handed down as a property. */
  get keys(): ReadonlySet<string> {
    return this.#keys;
  }

  /** Whether something under `key` is under way. */
  has(key: string): boolean {
    return this.#keys.has(key);
  }

  /** Runs `change` unless one runs under `key` already; then it resolves with undefined. */
  async run<Result>(key: string, change: () => Promise<Result>): Promise<Result | undefined> {
    if (this.#keys.has(key)) return undefined;
    this.#set([...this.#keys, key]);
    try {
      return await change();
    } finally {
      this.#set([...this.#keys].filter((other) => other !== key));
    }
  }

  #set(keys: readonly string[]): void {
    this.#keys = new Set(keys);
    this.#host.requestUpdate();
  }
}
