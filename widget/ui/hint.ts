// Explains controls that are off: shows their `aria-description` while they are pointed at or focused. No text of its own.
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { HintBubble } from './hint-bubble.ts';

const WITH_HINT = '[aria-description]:not([aria-description=""])';
const EVENTS = ['pointerover', 'focusin', 'pointerout', 'focusout', 'keydown'] as const;

/**
 * Shows the `aria-description` of any control in the host's shadow root as a small tooltip, on hover and on focus.
 * Screen readers read the attribute itself, so the tooltip is hidden from them. One popover serves the whole root.
 *
 * Usage: `new HintController(this)` and `<button aria-disabled="true" aria-description=${reason}>`.
 */
export class HintController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  #bubble: HintBubble | undefined;
  #anchor: Element | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  // On the root, not the host: focus and pointer moves between two parts of one shadow root never reach the host.
  hostConnected(): void {
    const root = this.#host.shadowRoot!;
    for (const type of EVENTS) root.addEventListener(type, this.#follow);
    // Where it comes after the first rows, somebody may be there already.
    const waiting = root.querySelector(`${WITH_HINT}:is(:focus, :hover)`);
    if (waiting !== null) void this.#show(waiting);
  }

  hostDisconnected(): void {
    for (const type of EVENTS) this.#host.shadowRoot!.removeEventListener(type, this.#follow);
    this.#bubble?.remove();
    this.#bubble = this.#anchor = undefined;
  }

  /** What is shown may be said in other words by now, or need no word any more. */
  hostUpdated(): void {
    const anchor = this.#anchor;
    if (anchor === undefined || this.#bubble === undefined) return;
    if (anchor.isConnected && anchor.matches(WITH_HINT)) this.#bubble.show(anchor);
    else this.#hide();
  }

  readonly #follow = (event: Event): void => {
    if (event.type === 'keydown') {
      if ((event as KeyboardEvent).key === 'Escape') this.#hide();
      return;
    }
    const root = this.#host.shadowRoot;
    const anchor = event
      .composedPath()
      .find(
        (node): node is Element =>
          node instanceof Element && node.getRootNode() === root && node.matches(WITH_HINT),
      );
    if (event.type === 'pointerover' || event.type === 'focusin') {
      if (anchor !== undefined) void this.#show(anchor);
    } else if (anchor === this.#anchor) this.#hide();
  };

  async #show(anchor: Element): Promise<void> {
    this.#anchor = anchor;
    try {
      const { HintBubble } = await import('./hint-bubble.ts');
      if (this.#anchor !== anchor || !anchor.isConnected) return;
      this.#bubble ??= new HintBubble(this.#host.shadowRoot!);
      this.#bubble.show(anchor);
    } catch {
      // Without its code there is no tooltip; the description itself is on the control all the same.
    }
  }

  #hide(): void {
    this.#anchor = undefined;
    this.#bubble?.hide();
  }
}
