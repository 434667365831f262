// The look of the grid of members: columns by flex basis, so that rows align without a shared layout; cards when narrow.
import { css } from 'lit';

/** How much higher than the page's `--ua-row-height` a row is in each layout, in pixels. */
export const HIGHER = { wide: 0, medium: 8, narrow: 64 } as const;

/** Whether the columns stand side by side, with the address under the name, or as cards. */
export type GridLayout = keyof typeof HIGHER;

/** The layout for a width in pixels and the columns that want room in it. */
export function layoutFor(width: number, { length }: readonly unknown[]): GridLayout {
  if (width < 700) return 'narrow';
  return width < 900 + 180 * (length - 5) ? 'medium' : 'wide';
}

/** The sheet of the grid. */
export const gridStyles = css`
  :host {
    display: block;
  }
  .scroller {
    max-block-size: var(--ua-list-height, min(680px, 78vh));
    overflow: auto;
    overscroll-behavior: contain;
    overflow-anchor: none;
    scrollbar-width: thin;
    border-end-start-radius: inherit;
    border-end-end-radius: inherit;
  }
  .measure {
    position: absolute;
    block-size: var(--_row-height);
    visibility: hidden;
  }
  .head {
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
  }
  .body {
    position: relative;
    contain: strict;
  }
  .cells {
    display: flex;
    align-items: center;
    padding-inline: calc(var(--_space) - 8px);
  }
  .head .cells {
    block-size: 37px;
  }
  .body .row {
    position: absolute;
    inset-block-start: 0;
    inset-inline: 0;
    block-size: var(--_row);
    contain: strict;
  }
  .row[aria-selected='true'] {
    background: var(--_accent-soft);
  }
  .cell {
    display: flex;
    flex: 0 0 auto;
    align-items: center;
    gap: 10px;
    min-inline-size: 0;
    padding-inline: 8px;
  }
  .pick { flex-basis: 36px; }
  .name { flex: 3 1 180px; grid-area: name; }
  .email { flex: 1 1 200px; color: var(--_muted); }
  .roles { flex: 1 1 178px; grid-area: roles; }
  .head .roles { padding-inline-start: 19px; }
  .status { flex-basis: 128px; grid-area: status; }
  .lastSignIn { flex-basis: 128px; color: var(--_muted); }
  .username { flex-basis: 112px; }
  .resources { flex-basis: 92px; }
  .actions { flex-basis: 152px; grid-area: actions; justify-content: flex-end; gap: 2px; }
  .actions .icon { flex: none; }
  .deeds { display: contents; }
  .status .badge:not(.success) svg { color: var(--_danger-text); }
  .cell > bdi,
  .full-name,
  .sub-email,
  .place,
  .fixed-role > span,
  .lastSignIn > * {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .who {
    display: grid;
    min-inline-size: 0;
  }
  .line {
    display: flex;
    align-items: center;
    gap: 8px;
    min-inline-size: 0;
  }
  .full-name {
    padding: 0;
    border: 0;
    border-radius: 3px;
    background: none;
    color: inherit;
    font: inherit;
    font-weight: 500;
    cursor: pointer;
  }
  .full-name:hover {
    text-decoration: underline;
    text-underline-offset: 3px;
  }
  .row:focus-visible,
  .full-name:focus-visible {
    outline-offset: -2px;
  }
  .sub-email {
    color: var(--_muted);
    font-size: var(--_small);
  }
  [data-layout]:not([data-layout='wide']) :is(.email, .username, .deeds) {
    display: none;
  }
  .row[data-status='deactivated'] .avatar {
    background: var(--_subtle);
    box-shadow: inset 0 0 0 1px var(--_line);
    color: var(--_muted);
  }
  .row[data-status='deactivated'] :is(.fixed-role, .select, .full-name) {
    color: var(--_muted);
    font-weight: 400;
  }

  .sort {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    margin-inline: -6px;
    padding: 4px 6px;
    border: 0;
    border-radius: var(--_radius-small);
    background: none;
    color: inherit;
    font: inherit;
    cursor: pointer;
  }
  .sort:hover,
  [aria-sort*='ending'] .sort {
    color: var(--_text);
  }
  .sort svg {
    inline-size: 12px;
    block-size: 12px;
  }
  .roles:has(.place) {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    align-content: center;
    row-gap: 0;
  }
  .place {
    unicode-bidi: isolate;
    padding-inline-start: 11px;
    color: var(--_muted);
    font-size: var(--_tiny);
    line-height: 1.2;
  }
  .place + .fixed-role,
  .roles .place + .select {
    min-block-size: 22px;
    padding-block: 0;
  }
  .fixed-role:not([aria-disabled]) {
    cursor: pointer;
  }
  .roles .select,
  .fixed-role {
    min-block-size: calc(var(--_control) - 4px);
    padding-block: 3px;
    padding-inline-start: 10px;
    border-color: transparent;
    background-color: transparent;
  }
  .row:hover .fixed-role:not([aria-disabled]),
  .row:hover .select,
  .row:focus-within .select {
    border-color: var(--_line-strong);
    background-color: var(--_surface);
  }
  .fixed-role {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 6px;
    inline-size: 100%;
    min-inline-size: 0;
    padding-inline-end: 8px;
    border: 1px solid transparent;
    border-radius: var(--_radius);
    color: inherit;
    font: inherit;
    text-align: start;
    cursor: not-allowed;
  }
  .fixed-role svg {
    inline-size: 13px;
    block-size: 13px;
    color: var(--_muted);
    opacity: 0;
  }
  .row:hover .fixed-role svg,
  .fixed-role:focus-visible svg {
    opacity: 1;
  }
  .spinner {
    inline-size: 14px;
    block-size: 14px;
    margin-inline-end: 8px;
    border: 2px solid var(--_line-strong);
    border-block-start-color: var(--_accent-text);
    border-radius: 50%;
    animation: turn 0.8s linear infinite;
  }
  @keyframes turn {
    to {
      rotate: 1turn;
    }
  }

  [data-layout='medium'] .actions { flex-basis: 52px; }
  [data-layout='narrow'] {
    .head { display: none; }
    .body .cells {
      display: grid;
      grid-template: 'pick name name actions' 'roles roles status status' 'roles roles seen seen' / auto minmax(0, 220px) minmax(80px, 1fr) auto;
      align-content: center;
      row-gap: 2px;
    }
    :is(.pick, .name, .actions) { margin-block-end: 6px; }
    .name { padding-inline-end: 0; }
    :is(.lastSignIn, .resources) { grid-area: seen; color: var(--_muted); font-size: var(--_small); }
    .resources { gap: 4px; }
    .resources::before { content: var(--_kind) ':'; }
    .roles .select { padding-inline: 7px 21px; border-color: var(--_line-strong); font-size: var(--_small); }
    /* Long roles, and several, take a second line. */
    .fixed-role > span { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; line-height: 1.25; white-space: normal; }
    :is(.place, .fixed-role) { padding-inline: 0; border: 0; background: none !important; }
  }

  @media (forced-colors: active) {
    .row[aria-selected='true'] {
      outline: 1px solid Highlight;
      outline-offset: -1px;
    }
  }
`;
