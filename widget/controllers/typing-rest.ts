// Waits until typing rests before something is searched for, and forgets it where the element is taken away.
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** How long typing must rest, in milliseconds. */
const REST = 200;

/** Runs `act` once typing in `host` rests. */
export class TypingRest implements ReactiveController {
  readonly #act: () => void;
  #waiting: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost, act: () => void) {
    this.#act = act;
    host.addController(this);
  }

  /** Whether something was typed and not acted upon yet. */
  get isAwaited(): boolean {
    return this.#waiting !== undefined;
  }

  /** Something was typed. */
  readonly note = (): void => {
    this.cancel();
    this.#waiting = setTimeout(() => {
      this.cancel();
      this.#act();
    }, REST);
  };

  /** Waits no more: what was typed was acted upon, or counts no more. */
  cancel(): void {
    clearTimeout(this.#waiting);
    this.#waiting = undefined;
  }

  hostDisconnected(): void {
    this.cancel();
  }
}
