// The look of what settings have beside sections and fields: boxes to tick, texts to copy, rows, panels. Looks only.
import { css } from 'lit';

/** The sheet of the sections of settings. */
export const looks = css`
  fieldset {
    display: grid;
    gap: 14px;
  }
  fieldset.field {
    gap: 6px;
  }
  legend {
    margin-block-end: 6px;
    padding: 0;
  }
  textarea {
    resize: vertical;
    font-family: ui-monospace, monospace;
    font-size: var(--_small);
  }
  .tick,
  .pair {
    display: flex;
    gap: 10px;
  }
  .tick input {
    margin-block-start: 2px;
  }
  .tick .field {
    gap: 2px;
  }
  .pair .select {
    inline-size: auto;
  }
  .theirs {
    color: var(--_warning-text);
    font-size: var(--_small);
  }
  .copy {
    display: flex;
    align-items: center;
    gap: 8px;
    min-block-size: var(--_control);
    padding-block: 2px;
    padding-inline: var(--_snug) 3px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_subtle);
  }
  .copy code {
    flex: 1;
    min-inline-size: 0;
    font-size: var(--_small);
    word-break: break-all;
    -webkit-user-select: all;
    user-select: all;
  }
  .rows > li {
    display: grid;
    gap: 12px;
  }
  .rows:not(:last-child) {
    padding-block-end: 14px;
    border-block-end: 1px solid var(--_line);
  }
  dl {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 4px 20px;
    overflow-wrap: anywhere;
  }
  dt,
  details {
    color: var(--_muted);
    font-size: var(--_small);
  }
  summary {
    cursor: pointer;
  }
  details li {
    margin: 6px 18px;
    list-style: disc;
  }
  .panel {
    display: grid;
    gap: 12px;
    padding: 14px;
    border-radius: var(--_radius);
    background: var(--_subtle);
  }
`;
