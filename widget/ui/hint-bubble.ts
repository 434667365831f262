// The tooltip that HintController shows. Apart, because most people never need it; it brings its own sheet.

const GAP = 6;

const LOOK = `
  .hint-bubble {
    position: fixed;
    inset: auto;
    margin: 0;
    max-inline-size: min(280px, 90vw);
    padding: 6px 10px;
    border: 0;
    border-radius: var(--_radius-small);
    background: light-dark(#24252b, #ececf0);
    box-shadow: var(--_shadow);
    color: light-dark(#f6f6f8, #1a1b1f);
    font-size: 12px;
    font-weight: 400;
    line-height: 1.4;
    text-align: inherit;
    white-space: normal;
    overflow-wrap: anywhere;
    pointer-events: none;
  }
`;

/** A tooltip in `root`, which must have the design tokens. */
export class HintBubble {
  readonly #element: HTMLElement;

  constructor(root: ShadowRoot) {
    this.#element = document.createElement('div');
    this.#element.className = 'hint-bubble';
    this.#element.popover = 'manual';
    this.#element.ariaHidden = 'true';
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(LOOK);
    root.adoptedStyleSheets.push(sheet);
    root.append(this.#element);
  }

  /** Shows what `anchor` says of itself, beside it. */
  show(anchor: Element): void {
    const bubble = this.#element;
    bubble.textContent = anchor.getAttribute('aria-description');
    bubble.showPopover();
    const at = anchor.getBoundingClientRect();
    // What else a menu offers stays in sight.
    const { top, bottom } = (anchor.closest('[role=menu]') ?? anchor).getBoundingClientRect();
    const { width, height } = bubble.getBoundingClientRect();
    const isBelow = bottom + GAP + height <= innerHeight;
    bubble.style.top = `${isBelow ? bottom + GAP : Math.max(GAP, top - GAP - height)}px`;
    bubble.style.left = `${Math.max(GAP, Math.min(at.left + at.width / 2 - width / 2, innerWidth - width - GAP))}px`;
  }

  /** Hides it. */
  hide(): void {
    if (this.#element.matches(':popover-open')) this.#element.hidePopover();
  }

  /** Takes it away. */
  remove(): void {
    this.#element.remove();
  }
}
