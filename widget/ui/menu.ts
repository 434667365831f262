import { LitElement, css, html, nothing } from 'lit';
import { base } from '../styles/base.ts';
import { HintController } from './hint.ts';
import { anyIcon } from './more-icons.ts';
import type { AnyIconName } from './more-icons.ts';

/** One thing that a menu offers. */
export interface MenuItem {
  readonly label: string;
  readonly icon?: AnyIconName;
  readonly isDangerous?: boolean;
  /** Why it is off; absent where it can be chosen. */
  readonly reason?: string;
  readonly run: () => void;
}

/**
 * A menu in the top layer, opened beside a button. Arrow keys move, Escape closes and gives the focus back.
 * Items that are off can be reached and say why.
 *
 * @tag ua-menu
 * @csspart menu - The popover.
 */
export class MenuElement extends LitElement {
  static override styles = [
    base,
    css`
      .menu {
        position: fixed;
        inset: auto;
        min-inline-size: 176px;
        max-inline-size: min(320px, 92vw);
        max-block-size: calc(100vh - 16px);
        margin: 0;
        padding: 4px;
        border: 1px solid var(--_line);
        border-radius: var(--_radius);
        background: var(--_surface);
        box-shadow: var(--_shadow);
        color: var(--_text);
      }
      .item {
        display: flex;
        align-items: center;
        gap: 10px;
        inline-size: 100%;
        min-block-size: 34px;
        padding-inline: 10px;
        border: 0;
        border-radius: var(--_radius-small);
        background: none;
        color: inherit;
        font: inherit;
        text-align: start;
        cursor: pointer;
      }
      .item:hover,
      .item:focus-visible {
        background: var(--_hover);
      }
      .item:focus-visible {
        outline-offset: -2px;
      }
      .item.danger {
        color: var(--_danger-text);
      }
      .item[aria-disabled='true'] {
        color: var(--_muted);
        cursor: not-allowed;
      }
    `,
  ];

  static override properties = { items: { attribute: false }, label: { attribute: false } };

  /** Says what the menu offers. */
  declare items: () => readonly MenuItem[];
  /** Says the name of the menu. */
  declare label: () => string;

  #opener: HTMLElement | undefined;

  constructor() {
    super();
    new HintController(this);
    this.items = () => [];
    this.label = () => '';
  }

  protected override render() {
    return html`<div class="menu" part="menu" popover="auto" role="menu" aria-label=${this.label()} @keydown=${this.#navigate} @toggle=${this.#noteToggle}>
      ${this.items().map(
        (item) => html`<button
          type="button"
          role="menuitem"
          part="menu-item" class="item ${item.isDangerous === true ? 'danger' : ''}"
          tabindex="-1"
          aria-disabled=${item.reason === undefined ? nothing : 'true'}
          aria-description=${item.reason ?? nothing}
          @click=${() => this.#choose(item)}
        >
          ${item.icon === undefined ? nothing : anyIcon(item.icon)}<span>${item.label}</span>
        </button>`,
      )}
    </div>`;
  }

  /** Opens the menu with `items` beside `opener`, with the focus on the first. Both are asked whenever it is drawn, in another language too. */
  async openAt(opener: HTMLElement, label: () => string, items: () => readonly MenuItem[]): Promise<void> {
    this.items = items;
    this.label = label;
    this.#opener = opener;
    await this.updateComplete;
    this.#menu.showPopover();
    this.#place();
    addEventListener('resize', this.#place);
    opener.ariaExpanded = 'true';
    this.#items[0]?.focus();
  }

  /** Puts the menu beside its opener, where there is room; once it is closed there is nothing to put. */
  readonly #place = (): void => {
    const menu = this.#menu;
    const opener = this.#opener;
    if (opener === undefined || !this.isConnected) return removeEventListener('resize', this.#place);
    // A list that is laid out anew for another width has another button there.
    if (!opener.isConnected) return menu.hidePopover();
    const at = opener.getBoundingClientRect();
    const { width, height } = menu.getBoundingClientRect();
    const isBelow = at.bottom + 4 + height <= innerHeight || at.top - 4 - height < 0;
    const isLeft = getComputedStyle(this).direction === 'rtl';
    const left = isLeft ? at.left : at.right - width;
    const top = isBelow ? at.bottom + 4 : at.top - 4 - height;
    menu.style.top = `${Math.max(8, Math.min(top, innerHeight - height - 8))}px`;
    menu.style.left = `${Math.max(8, Math.min(left, innerWidth - width - 8))}px`;
  };

  get #menu(): HTMLElement {
    return this.renderRoot.querySelector<HTMLElement>('.menu')!;
  }

  get #items(): readonly HTMLElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLElement>('.item')];
  }

  #choose(item: MenuItem): void {
    if (item.reason !== undefined) return;
    this.#close();
    item.run();
  }

  #close(): void {
    const opener = this.#opener;
    this.#menu.hidePopover();
    opener?.focus({ preventScroll: true });
  }

  readonly #noteToggle = (event: ToggleEvent): void => {
    if (event.newState !== 'closed') return;
    if (this.#opener !== undefined) this.#opener.ariaExpanded = 'false';
    this.#opener = undefined;
  };

  readonly #navigate = (event: KeyboardEvent): void => {
    const items = this.#items;
    const at = items.indexOf(this.shadowRoot!.activeElement as HTMLElement);
    const moves: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 };
    const to = moves[event.key];
    if (event.key === 'Tab' || event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      this.#close();
    } else if (to !== undefined) {
      event.preventDefault();
      items.at(to % items.length)?.focus();
    }
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'ua-menu': MenuElement;
  }
}
