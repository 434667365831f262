// The looks of a person's page: who it is on top, what is known below, what may be wrong and what was done beside it.
import { css } from 'lit';

/** The sheet of `<ua-member-page>`. */
export const memberPageSheet = css`
  :host {
    display: grid;
    gap: 16px;
    container-type: inline-size;
  }
  .back {
    display: flex;
    align-items: center;
    gap: 6px;
    justify-self: start;
  }
  .back svg:dir(rtl) {
    scale: -1 1;
  }
  .who {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 12px 16px;
    padding: var(--_wide);
  }
  .who .avatar {
    inline-size: 52px;
    block-size: 52px;
    font-size: var(--_large);
  }
  .names {
    display: grid;
    gap: 4px;
    flex: 1;
    min-inline-size: 160px;
    overflow-wrap: anywhere;
  }
  h2 {
    font-size: var(--_large);
  }
  h2:focus {
    outline: none;
  }
  .badges {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px 10px;
  }
  .deeds {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .columns {
    display: grid;
    grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
    align-items: start;
    gap: 16px;
  }
  .column {
    display: grid;
    gap: 16px;
    min-inline-size: 0;
  }
  .card {
    display: grid;
    gap: 14px;
    padding: var(--_wide);
    min-inline-size: 0;
  }
  .who.card {
    display: flex;
  }
  h3 {
    font-size: var(--_title);
  }
  .hint {
    margin-block-start: -10px;
    color: var(--_muted);
    font-size: var(--_small);
  }
  dl {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 10px 20px;
  }
  dt {
    color: var(--_muted);
  }
  dd {
    overflow-wrap: anywhere;
  }
  dd .badge {
    margin-inline-start: 6px;
  }
  .roles {
    padding-block-start: var(--_space);
    border-block-start: 1px solid var(--_line);
  }
  .start {
    justify-self: start;
  }
  @container (max-width: 860px) {
    .columns {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  @container (max-width: 480px) {
    .card {
      padding: var(--_space);
    }
  }
`;
