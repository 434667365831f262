// The sheets of what is loaded behind the first view: whole forms, chips, and the louder buttons and badges.
import { css } from 'lit';
import { badges, buttons, controls } from './base.ts';

/** Buttons, with those that do something at last: `primary` and `danger`. */
export const loudButtons = [
  buttons,
  css`
    .button.primary {
      border-color: transparent;
      background: var(--_accent);
      color: var(--_on-accent);
    }
    .button.primary:hover {
      background: color-mix(in oklab, var(--_accent), black 12%);
    }
    .button.danger {
      border-color: transparent;
      background: var(--_danger);
      color: #ffffff;
    }
    .button.danger:hover {
      background: color-mix(in oklab, var(--_danger), black 12%);
    }
    @media (forced-colors: active) {
      button[aria-pressed][aria-pressed='true'] {
        border: 2px solid Highlight;
      }
      .button.button.button:is([disabled], [aria-disabled='true']) {
        border-color: GrayText;
        color: GrayText;
      }
    }
  `,
];

/** Fields: controls, and `.field` as a label (`.label`) above its control, with `.help` or `.error` below; how far something is. */
export const fields = [
  controls,
  css`
    p {
      text-wrap: pretty;
    }
    .field {
      display: grid;
      gap: 6px;
      min-inline-size: 0;
    }
    .label {
      font-size: var(--_small);
      font-weight: 500;
    }
    .help {
      color: var(--_muted);
      font-size: var(--_small);
    }
    .error {
      color: var(--_danger-text);
      font-size: var(--_small);
    }
    [type='radio']:not(:checked) {
      appearance: none;
      border: 1px solid var(--_muted);
      border-radius: 50%;
    }
    input:not(.input):disabled {
      opacity: 0.6;
    }
    .input[aria-invalid='true'] {
      border-color: var(--_danger-text);
    }
    progress {
      inline-size: 100%;
      block-size: 8px;
      /* Light enough in the dark that browsers draw the rest of the bar dark. */
      accent-color: var(--_accent-text);
    }
  `,
];

/** Chips (`.chip`, with `invalid`) and badges in every tone (`success`, `warning`, `danger`, `accent`). */
export const labels = [
  badges,
  css`
    .chip {
      display: inline-flex;
      align-items: center;
      gap: 4px;
      max-inline-size: 100%;
      min-block-size: 26px;
      padding-inline: 8px;
      border: 1px solid var(--_line);
      border-radius: var(--_radius-small);
      background: var(--_subtle);
      font-size: var(--_small);
    }
    .chip.invalid {
      border-color: color-mix(in oklab, var(--_danger-text) 40%, transparent);
      background: var(--_danger-soft);
      color: var(--_danger-text);
    }
    .badge.warning {
      background: var(--_warning-soft);
      box-shadow: none;
      color: var(--_warning-text);
    }
    .badge.danger {
      background: var(--_danger-soft);
      box-shadow: none;
      color: var(--_danger-text);
    }
  `,
];
