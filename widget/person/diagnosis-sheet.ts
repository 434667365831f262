// The looks of a diagnosis: findings by how much they matter.
import { css } from 'lit';

/** The sheet of `<ua-diagnosis>`. */
export const diagnosisSheet = css`
  :host {
    display: grid;
    gap: 14px;
    min-inline-size: 0;
  }
  ua-member-password,
  ua-member-email {
    display: contents;
  }
  .sum {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
    padding: 8px 10px 8px var(--_snug);
    border-radius: var(--_radius);
    background: var(--_success-soft);
    color: var(--_success-text);
  }
  .sum.problem {
    background: var(--_danger-soft);
    color: var(--_danger-text);
  }
  .sum .button {
    margin-inline-start: auto;
  }
  section {
    display: grid;
    gap: 8px;
  }
  .topic {
    color: var(--_muted);
    font-size: var(--_tiny);
    font-weight: 600;
  }
  ul {
    display: grid;
    gap: 12px;
  }
  ul:empty {
    display: none;
  }
  li {
    display: grid;
    grid-template-columns: 16px minmax(0, 1fr);
    gap: 10px;
    overflow-wrap: anywhere;
  }
  li > svg {
    margin-block-start: 2px;
    color: var(--_muted);
  }
  li.problem > svg {
    color: var(--_danger-text);
  }
  li.fine > svg,
  summary svg {
    color: var(--_success-text);
  }
  .title {
    font-weight: 500;
  }
  .text {
    color: var(--_muted);
    font-size: var(--_small);
  }
  .fixes {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    margin-block-start: 8px;
  }
  li .input {
    margin-block-start: 8px;
  }
  details ul {
    margin-block-start: 10px;
  }
  summary {
    display: flex;
    align-items: center;
    gap: 10px;
    inline-size: fit-content;
    color: var(--_muted);
    font-size: var(--_small);
    cursor: pointer;
    list-style: none;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  summary::after {
    content: '';
    inline-size: 6px;
    block-size: 6px;
    border: solid currentColor;
    border-width: 0 1.5px 1.5px 0;
    rotate: 45deg;
    translate: 0 -2px;
  }
  details[open] summary::after {
    rotate: 225deg;
    translate: 0 2px;
  }
`;
