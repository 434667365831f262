// Explains controls that are off: shows their `aria-description` while they are pointed at or focused. No text of its own.
import type { ReactiveController, ReactiveControllerHost } from 'lit';

const WITH_HINT = '[aria-description]:not([aria-description=""])';
const GAP = 6;

/**
 * Shows the `aria-description` of any control in the host's shadow root as a small tooltip, on hover and on focus.
 * Screen readers read the attribute itself, so the tooltip is hidden from them. One popover serves the whole root.
 *
 * Usage: `#hints = new HintController(this)` and `<button aria-disabled="true" aria-description=${reason}>`; style with `hints`.
 */
export class HintController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  #bubble: HTMLElement | undefined;
  #anchor: Element | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    for (const type of ['pointerover', 'focusin', 'pointerout', 'focusout', 'keydown'] as const) {
      this.#host.addEventListener(type, this.#follow);
    }
  }

  hostDisconnected(): void {
    for (const type of ['pointerover', 'focusin', 'pointerout', 'focusout', 'keydown'] as const) {
      this.#host.removeEventListener(type, this.#follow);
    }
    this.#bubble?.remove();
    this.#bubble = this.#anchor = undefined;
  }

  readonly #follow = (event: Event): void => {
    if (event.type === 'keydown') {
      if ((event as KeyboardEvent).key === 'Escape') this.#hide();
      return;
    }
    const path = event.composedPath();
    const root = this.#host.shadowRoot;
    const anchor = path.find((node): node is Element => node instanceof Element && node.getRootNode() === root && node.matches(WITH_HINT));
    if (event.type === 'pointerover' || event.type === 'focusin') {
      if (anchor !== undefined) this.#show(anchor);
    } else if (anchor === this.#anchor) this.#hide();
  };

  #show(anchor: Element): void {
    const bubble = (this.#bubble ??= this.#createBubble());
    this.#anchor = anchor;
    bubble.textContent = anchor.getAttribute('aria-description');
    bubble.showPopover();
    const at = anchor.getBoundingClientRect();
    const { width, height } = bubble.getBoundingClientRect();
    const below = at.bottom + GAP + height <= innerHeight;
    bubble.style.insetBlockStart = `${below ? at.bottom + GAP : Math.max(GAP, at.top - GAP - height)}px`;
    bubble.style.left = `${Math.max(GAP, Math.min(at.left + at.width / 2 - width / 2, innerWidth - width - GAP))}px`;
  }

  #hide(): void {
    this.#anchor = undefined;
    if (this.#bubble?.matches(':popover-open')) this.#bubble.hidePopover();
  }

  #createBubble(): HTMLElement {
    const bubble = document.createElement('div');
    bubble.className = 'hint-bubble';
    bubble.popover = 'manual';
    bubble.ariaHidden = 'true';
    this.#host.shadowRoot?.append(bubble);
    return bubble;
  }
}
