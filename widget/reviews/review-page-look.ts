// The look of the page of one review. Looks only.
import { css } from 'lit';

/** The sheet of the page. */
export const pageLook = css`
  header {
    display: grid;
    gap: 10px;
    padding: var(--_snug) var(--_space);
  }
  .back {
    justify-self: start;
    font-size: var(--_small);
  }
  .title {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 10px;
  }
  h2 {
    font-size: var(--_large);
    overflow-wrap: anywhere;
  }
  h2:focus {
    outline: none;
  }
  .state {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 10px 24px;
  }
  .state .progress {
    flex: 1 1 200px;
    max-inline-size: 360px;
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 10px;
    padding: 10px var(--_space);
    border-block: 1px solid var(--_line);
  }
  .choices {
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
  }
  .choice {
    min-block-size: 30px;
    padding-inline: 10px;
    border: 1px solid transparent;
    border-radius: var(--_radius-small);
    background: none;
    color: var(--_muted);
    font: inherit;
    font-size: var(--_small);
    font-weight: 500;
    cursor: pointer;
  }
  .choice:hover {
    background: var(--_hover);
  }
  .choice[aria-pressed='true'] {
    border-color: var(--_line);
    background: var(--_subtle);
    color: var(--_text);
  }
  .choice .count {
    font-weight: 400;
  }
  .search {
    flex: 1 1 220px;
    max-inline-size: 320px;
  }
  .chosen {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
    padding: 8px var(--_space);
    border-block-end: 1px solid var(--_line);
    background: var(--_accent-soft);
  }
  .chosen progress {
    inline-size: 160px;
  }
  .all {
    padding: 8px var(--_space);
    border-block-end: 1px solid var(--_line);
    font-size: var(--_small);
  }
  .choice-all {
    display: flex;
    align-items: center;
    gap: 16px;
    color: var(--_muted);
  }
  .people > [aria-busy],
  .foot {
    padding: var(--_snug) var(--_space);
  }
  .reason {
    margin-block-start: 12px;
    color: var(--_text);
  }
`;
