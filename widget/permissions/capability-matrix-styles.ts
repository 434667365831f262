// The look of the matrix of capabilities: a table whose head and first column stay, cards where it is narrow. Looks only.
import { css } from 'lit';

/** The sheet of the matrix; needs `cards`, `tables`, `labels` and `buttons`. */
export const matrixStyles = css`
  :host {
    display: block;
    container-type: inline-size;
  }
  .card {
    overflow: clip;
  }
  .scroll {
    /* Holds the visually hidden words, which would otherwise make the page taller. */
    position: relative;
    overflow: auto;
    max-block-size: var(--ua-list-height, min(760px, 82vh));
    border-block-start: 1px solid var(--_line);
  }
  .scroll:focus-visible {
    outline-offset: -2px;
  }
  table {
    /* As wide as the longest word of a role's name needs, which is then scrolled rather than torn. */
    inline-size: max-content;
    min-inline-size: 100%;
  }
  th,
  td {
    block-size: 38px;
  }
  thead th {
    position: sticky;
    inset-block-start: 0;
    z-index: 2;
    block-size: 44px;
    background: var(--_subtle);
    box-shadow: inset 0 -1px var(--_line);
    color: var(--_text);
    font-size: var(--_small);
    cursor: help;
    vertical-align: bottom;
  }
  thead th:focus-visible {
    outline-offset: -2px;
  }
  th:first-child {
    position: sticky;
    inset-inline-start: 0;
    z-index: 1;
    inline-size: 232px;
    background: var(--_surface);
  }
  thead th:first-child {
    z-index: 3;
    background: var(--_subtle);
    color: var(--_muted);
    cursor: auto;
  }
  th:not(:first-child),
  td,
  td:last-child {
    inline-size: 114px;
    padding-inline: 4px;
    text-align: center;
  }
  tbody th,
  li {
    text-wrap: pretty;
  }
  .row:hover th:first-child {
    background: var(--_subtle);
  }
  .card-head h2 {
    flex: 1 1 7em;
    text-wrap: balance;
  }
  ::slotted([slot='actions']) {
    margin-inline-start: auto;
  }
  .you.made {
    color: var(--_muted);
    font-weight: 400;
  }
  .foot {
    display: flex;
    align-items: center;
    justify-content: center;
    gap: 2px;
    margin-block-end: -4px;
  }
  .foot .button {
    flex: none;
    min-block-size: 26px;
    inline-size: 26px;
    margin-inline-end: -8px;
    padding: 0;
  }
  .people {
    display: block;
    color: var(--_muted);
    font-size: var(--_tiny);
    font-weight: 400;
    line-height: 1.2;
  }
  .line {
    display: flex;
    align-items: center;
    justify-content: space-between;
    padding-inline: var(--_space) 10px;
  }
  .line .people {
    font-size: var(--_small);
  }
  .you {
    display: block;
    color: var(--_accent-text);
    font-size: var(--_tiny);
    line-height: 1.2;
  }
  .head {
    border: 0;
  }
  tbody:last-child tr:last-child {
    border-block-end: 0;
  }
  td.own {
    background: var(--_accent-soft);
  }
  .section th {
    block-size: 34px;
    padding-block-start: 14px;
    color: var(--_muted);
    font-size: var(--_tiny);
    font-weight: 600;
  }
  .mark {
    display: grid;
    place-items: center;
  }
  .yes {
    color: var(--_success-text);
  }
  .no {
    color: var(--_muted);
    opacity: 0.75;
  }
  .no svg {
    inline-size: 12px;
  }
  .cards {
    display: none;
    border-block-start: 1px solid var(--_line);
  }
  details + details {
    border-block-start: 1px solid var(--_line);
  }
  summary {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 2px 8px;
    padding: var(--_snug) var(--_space);
    cursor: pointer;
  }
  summary:focus-visible {
    outline-offset: -3px;
  }
  .name {
    font-weight: 600;
  }
  .held {
    margin-inline-start: auto;
  }
  .held,
  .description {
    font-size: var(--_small);
  }
  .description {
    flex-basis: 100%;
  }
  details h3 {
    padding: 8px var(--_space) 4px;
    color: var(--_muted);
    font-size: var(--_tiny);
  }
  li {
    display: flex;
    justify-content: space-between;
    gap: 12px;
    padding: 6px var(--_space);
  }
  details ul:last-child {
    padding-block-end: 10px;
  }
  /* Shadows are not drawn there. */
  @media (forced-colors: active) {
    .head th {
      border-block-end: 1px solid;
    }
  }
  @container (max-width: 759px) {
    thead th {
      font-size: var(--_tiny);
    }
    th:first-child {
      inline-size: 184px;
    }
  }
  @container (max-width: 519px) {
    .scroll {
      display: none;
    }
    .cards {
      display: block;
    }
  }
`;
