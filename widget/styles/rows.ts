// The look of rows in every list, native table or ARIA grid alike: head, rows, lines.
import { css } from 'lit';

/** Rows: `.head` cells quiet and small, `.row`s with hairlines and a hover. */
export const rows = css`
  .head {
    border-block-end: 1px solid var(--_line);
    background: var(--_subtle);
    color: var(--_muted);
    font-size: var(--_tiny);
    font-weight: 500;
  }
  .row {
    border-block-end: 1px solid var(--_line);
  }
  .row:hover {
    background: var(--_subtle);
  }
`;
