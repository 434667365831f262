// The look of whether the database follows the grid. Nothing else uses it.
import { css } from 'lit';
import { base, buttons } from '../styles/base.ts';

/** The sheets of whether the database follows. */
export const databaseDriftStyles = [
  base,
  buttons,
  css`
    :host {
      display: block;
      container-type: inline-size;
      font-size: var(--_small);
    }
    .line {
      display: grid;
      grid-template-columns: auto minmax(0, 1fr);
      gap: 8px;
      color: var(--_muted);
    }
    .line svg,
    .head > svg {
      margin-block-start: 1.5px;
      color: var(--_success-text);
    }
    .line.unknown svg {
      color: var(--_muted);
    }
    .check[aria-disabled='true'] {
      color: var(--_muted);
      text-decoration: none;
      cursor: default;
    }
    .box {
      display: grid;
      gap: 10px;
      padding: var(--_snug);
      border-radius: var(--_radius);
      background: var(--_subtle);
      box-shadow: inset 0 0 0 1px var(--_line);
    }
    .box > .button {
      justify-self: start;
    }
    .box.open {
      background: var(--_warning-soft);
      box-shadow: none;
    }
    .box.open .head > svg {
      color: var(--_warning-text);
    }
    .head {
      display: grid;
      grid-template-columns: auto minmax(0, 1fr) auto;
      gap: 4px 8px;
      align-items: start;
    }
    .said {
      display: grid;
      gap: 2px;
    }
    h3 {
      font-size: inherit;
    }
    .open .said .muted {
      color: var(--_text);
    }
    ul {
      overflow: clip;
      border-radius: var(--_radius-small);
      background: var(--_surface);
      box-shadow: inset 0 0 0 1px var(--_line);
    }
    li {
      display: flex;
      align-items: start;
      justify-content: space-between;
      gap: 6px 12px;
      padding: 8px 8px 8px var(--_snug);
    }
    li + li {
      border-block-start: 1px solid var(--_line);
    }
    li.done {
      align-items: center;
      min-block-size: 46px;
    }
    .what {
      display: grid;
      gap: 2px;
      padding-block: 4px;
      min-inline-size: 0;
      overflow-wrap: anywhere;
    }
    strong {
      font-weight: 500;
    }
    .what p {
      color: var(--_muted);
    }
    em {
      color: var(--_warning-text);
      font-style: normal;
    }
    .error,
    .what .error {
      color: var(--_danger-text);
    }
    .what .error {
      display: grid;
      grid-template-columns: auto minmax(0, 1fr);
      gap: 6px;
      padding-block-start: 2px;
    }
    .error svg {
      margin-block-start: 1.5px;
    }
    .well {
      display: inline-flex;
      align-items: center;
      gap: 6px;
      padding-inline-end: 4px;
      color: var(--_success-text);
    }
    li[aria-busy='true'] .what {
      opacity: 0.6;
    }
    @container (max-width: 479px) {
      .head {
        grid-template-columns: auto minmax(0, 1fr);
      }
      .head .button {
        grid-column: 2;
        justify-self: start;
        margin-block-start: 6px;
      }
    }
  `,
];
