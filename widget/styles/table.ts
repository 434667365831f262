// The look of a native table. Apart from that of rows, because the list that is shown first is a grid.
import { css } from 'lit';
import { rows } from './rows.ts';

/** Tables: the look of rows, and room in and between cells. */
export const tables = [
  rows,
  css`
    table {
      inline-size: 100%;
      border-collapse: collapse;
    }
    th,
    td {
      block-size: calc(var(--_row-height) - 8px);
      padding: 6px var(--_snug);
      text-align: inherit;
      font-weight: inherit;
      vertical-align: middle;
    }
    thead th {
      block-size: var(--_control);
    }
    th:first-child,
    td:first-child {
      padding-inline-start: var(--_space);
    }
    th:last-child,
    td:last-child {
      padding-inline-end: var(--_space);
    }
  `,
];
