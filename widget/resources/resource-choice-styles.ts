// The look of the checklist of resources. Needs the sheets `base`, `buttons` and `fields`.
import { css } from 'lit';

/** The sheet of `<ua-resource-choice>`. */
export const resourceChoiceStyles = css`
  :host {
    display: block;
    container-type: inline-size;
  }
  /* Where nothing is said, nothing takes room. */
  .choice > :not(:first-child, :empty) {
    margin-block-start: 10px;
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 10px;
  }
  .search {
    position: relative;
    flex: 1 1 180px;
  }
  .search svg {
    position: absolute;
    inset-block: 0;
    inset-inline-start: 11px;
    margin-block: auto;
    color: var(--_muted);
    pointer-events: none;
  }
  .search .input {
    padding-inline-start: 34px;
  }
  .count {
    margin-inline-end: auto;
    font-weight: 600;
    white-space: nowrap;
  }
  .search ~ .count {
    margin-inline: 2px 0;
  }
  .list {
    /* Holds the visually hidden words, which would otherwise make the page taller. */
    position: relative;
    /* Half a row shows that there is more below. */
    max-block-size: 286px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    overflow: auto;
  }
  .item {
    display: grid;
    grid-template-columns: 16px minmax(0, 1fr) auto;
    align-items: center;
    gap: 2px 10px;
    min-block-size: 38px;
    padding: 6px var(--_snug);
  }
  li + li .item,
  .foot {
    border-block-start: 1px solid var(--_line);
  }
  label.item {
    cursor: pointer;
  }
  label.item:hover {
    background: var(--_hover);
  }
  .item bdi {
    overflow-wrap: anywhere;
  }
  .item:not(label, .open) {
    color: var(--_muted);
  }
  .open > svg {
    color: var(--_success-text);
  }
  .ground {
    color: var(--_muted);
    font-size: var(--_small);
    text-align: end;
  }
  .ground.staged {
    color: var(--_accent-text);
    font-weight: 500;
  }
  .foot {
    padding: 8px var(--_snug);
  }
  .note {
    display: flex;
    align-items: start;
    gap: 8px;
    color: var(--_muted);
    font-size: var(--_small);
  }
  .note svg {
    inline-size: 14px;
    block-size: 14px;
    margin-block-start: 2px;
  }
  .note.warning {
    padding: 8px var(--_snug);
    border-radius: var(--_radius);
    background: var(--_warning-soft);
    color: var(--_warning-text);
  }
  @container (max-width: 380px) {
    .search {
      flex-basis: 100%;
    }
    .search ~ .count {
      margin-inline: 0 auto;
    }
    .item {
      grid-template-columns: 16px minmax(0, 1fr);
    }
    .ground {
      grid-column: 2;
      text-align: start;
    }
  }
`;
