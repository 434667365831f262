// What would be lost with the page: while there is anything, the browser asks before the page is closed or loaded anew.
import type { LitElement, ReactiveController } from 'lit';

/** Whatever has edits that are not saved, of every `<user-admin>` of the page. */
const unsaved = new Set<Unsaved>();

const ask = (event: Event): void => event.preventDefault();

/** Has the browser ask before the page goes, for as long as `host` is on it with edits that are not saved. */
export class Unsaved implements ReactiveController {
  readonly #host: LitElement;
  readonly #has: () => boolean;

  constructor(host: LitElement, has: () => boolean) {
    this.#host = host;
    this.#has = has;
    host.addController(this);
    // Not everything that is typed is drawn anew.
    host.addEventListener('input', () => this.hostUpdated());
  }

  hostConnected(): void {
    this.hostUpdated();
  }

  hostDisconnected(): void {
    this.hostUpdated();
  }

  hostUpdated(): void {
    // What is gone from the page may still be drawn by what was on its way.
    if (this.#host.isConnected && this.#has()) unsaved.add(this);
    else unsaved.delete(this);
    // Not there for nothing: a page with such a listener is not kept for the way back by every browser.
    if (unsaved.size > 0) addEventListener('beforeunload', ask);
    else removeEventListener('beforeunload', ask);
  }
}
