// The look of a table: head, rows, lines. Used by every list, native table or ARIA grid alike.
import { css } from 'lit';

/** Tables: `.head` cells quiet and small, `.row`s with hairlines and a hover; works on `table` and on grids. */
export const tables = css`
  .head {
    border-block-end: 1px solid var(--_line);
    background: var(--_subtle);
    color: var(--_muted);
    font-size: 12px;
    font-weight: 500;
  }
  .row {
    border-block-end: 1px solid var(--_line);
    transition: background-color var(--_quick);
  }
  .row:hover {
    background: var(--_subtle);
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
  }
  th,
  td {
    block-size: 44px;
    padding: 6px 12px;
    text-align: inherit;
    font-weight: inherit;
    vertical-align: middle;
  }
  thead th {
    block-size: 36px;
  }
  th:first-child,
  td:first-child {
    padding-inline-start: 16px;
  }
  th:last-child,
  td:last-child {
    padding-inline-end: 16px;
  }
`;
