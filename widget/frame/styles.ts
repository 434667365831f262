// The look of the frame around the views: tabs, links, banners.
import { css } from 'lit';

/** The sheet of `<user-admin>`. */
export const frameStyles = css`
  /* What is a container has no width of its own: among the flex and grid items of a page it takes what is left. */
  :host {
    display: block;
    container-type: inline-size;
    flex-grow: 1;
    place-self: stretch;
  }
  :host([theme='light']) {
    color-scheme: light;
  }
  :host([theme='dark']) {
    color-scheme: dark;
  }
  :host([theme='auto']) {
    color-scheme: light dark;
  }
  /* Public names, so that what the page says itself still counts. */
  :host([density='compact']) {
    --ua-space: 12px;
    --ua-control-height: 30px;
    --ua-row-height: 40px;
  }
  /* A page's own rules reach the element itself and win over :host, so what is inherited ends here, but for how it shows and stops the whole. */
  .frame,
  ua-notices {
    all: initial;
    color: var(--_text);
    color-scheme: inherit;
    font: var(--_font-size) / 1.45 var(--_font);
    font-variant-numeric: tabular-nums;
    text-align: left;
    pointer-events: inherit;
    visibility: inherit;
  }
  .frame:dir(rtl),
  ua-notices:dir(rtl) {
    text-align: right;
  }
  .frame {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_wide);
  }
  /* Where not all of it has room, what stands beside the tabs goes above them: they stay on their line. */
  .top {
    display: flex;
    flex-wrap: wrap-reverse;
    align-items: end;
    column-gap: 16px;
    border-block-end: 1px solid var(--_line);
  }
  /* Where they have no room they scroll, and fade where more of them follow. */
  .tabs {
    display: flex;
    gap: 4px clamp(8px, 2.5cqi, 16px);
    margin-block-end: -1px;
    padding-inline-end: 12px;
    overflow: auto hidden;
    scrollbar-width: none;
    mask: linear-gradient(90deg, #000 calc(100% - 12px), #0000);
  }
  /* Firefox finds nothing to scroll to there. */
  .tabs:dir(rtl) {
    flex-wrap: wrap;
    mask: none;
  }
  .tab {
    position: relative;
    padding: 10px 2px;
    border: 0;
    background: none;
    color: var(--_muted);
    font: inherit;
    /* Four of them have room on the narrowest phone. */
    font-size: min(1em, 4.3cqi);
    font-weight: 500;
    white-space: nowrap;
    cursor: pointer;
  }
  .tab:hover,
  .tab[aria-selected='true'] {
    color: var(--_text);
  }
  .tab[aria-selected='true']::after {
    position: absolute;
    inset: auto 0 0;
    border-block-end: 2px solid var(--_accent-text);
    border-radius: 2px 2px 0 0;
    content: '';
  }
  .tab:focus-visible {
    outline-offset: -3px;
    border-radius: var(--_radius-small);
  }
  .beside,
  .links {
    display: flex;
    align-items: center;
    justify-content: end;
    gap: 4px clamp(8px, 3cqi, 16px);
  }
  .beside {
    margin-block: auto;
    margin-inline-start: auto;
  }
  .links,
  .beside:has(ua-workspace-switch:not([hidden])) {
    flex-wrap: wrap;
  }
  .links {
    font-size: min(var(--_small), 4.2cqi);
  }
  .sides {
    display: flex;
    gap: 2px;
  }
  .sides:empty {
    display: none;
  }
  .side {
    position: relative;
    display: grid;
    padding: 5px;
    border: 0;
    border-radius: 50%;
    background: none;
    color: var(--_muted);
    cursor: pointer;
  }
  .side svg {
    inline-size: 18px;
    block-size: 18px;
    margin: 3px;
  }
  .side .avatar {
    inline-size: 24px;
    block-size: 24px;
    font-size: 10px;
  }
  .side:hover {
    background: var(--_hover);
    color: var(--_text);
  }
  .side[aria-current] {
    background: var(--_accent-soft);
    color: var(--_accent-text);
  }
  .side[aria-current]:not(:focus-visible) {
    outline: 1px solid color-mix(in oklab, currentColor 35%, transparent);
  }
  .links a {
    border-radius: 3px;
    color: var(--_muted);
    text-decoration: none;
  }
  .links a:hover {
    color: var(--_text);
    text-decoration: underline;
  }
  .banner {
    display: flex;
    align-items: center;
    gap: 10px;
    padding: 10px 14px;
    border-radius: var(--_radius);
    background: var(--_warning-soft);
    color: var(--_warning-text);
  }
  .panel:focus-visible {
    outline-offset: 4px;
    border-radius: var(--_radius);
  }
  .card {
    overflow: clip;
  }
`;
