import { LitElement, css, html, nothing } from 'lit';
import { base } from '../styles/base.ts';
import { icon } from './icon.ts';
import type { IconName } from './icon.ts';

/**
 * Says why there is nothing to see here and what to do about it: empty, no match, error, forbidden, offline.
 *
 * @tag ua-empty-state
 * @slot - One or two sentences.
 * @slot actions - What to do.
 */
export class EmptyStateElement extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: grid;
        justify-items: center;
        gap: 6px;
        padding: 44px 24px;
        text-align: center;
      }
      :host([compact]) {
        justify-items: start;
        padding: 0 var(--_space) var(--_space);
        text-align: inherit;
      }
      :host([compact]) h3 {
        font-size: inherit;
        font-weight: 500;
      }
      .icon {
        display: grid;
        place-items: center;
        inline-size: 44px;
        block-size: 44px;
        margin-block-end: 6px;
        border: 1px solid var(--_line);
        border-radius: var(--_radius-large);
        background: var(--_subtle);
        color: var(--_muted);
      }
      .icon svg {
        inline-size: 20px;
        block-size: 20px;
      }
      .text {
        max-inline-size: 46ch;
        color: var(--_muted);
        text-wrap: balance;
      }
      .actions {
        display: flex;
        flex-wrap: wrap;
        justify-content: center;
        gap: 8px;
      }
      ::slotted([slot='actions']) {
        margin-block-start: 12px;
      }
    `,
  ];

  static override properties = {
    heading: {},
    level: {},
    icon: {},
    compact: { type: Boolean, reflect: true },
  };

  /** The heading in a few words. */
  declare heading: string;
  /** The level of the heading, where it stands alone and not below that of a view. */
  declare level: string;
  /** The icon above it. */
  declare icon: IconName | undefined;
  /** Whether it takes little room, where something else matters more. */
  declare compact: boolean;

  constructor() {
    super();
    this.compact = false;
    this.heading = '';
    this.level = '3';
    this.icon = undefined;
  }

  protected override render() {
    return html`
      ${this.icon === undefined ? nothing : html`<div class="icon">${icon(this.icon)}</div>`}
      <h3 aria-level=${this.level}>${this.heading}</h3>
      <div class="text"><slot></slot></div>
      <div class="actions"><slot name="actions"></slot></div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ua-empty-state': EmptyStateElement;
  }
}
