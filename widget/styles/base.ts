// The sheets that elements share: reset, buttons, controls, badges, cards. Looks only, no layout of a particular element.
import { css } from 'lit';
import { tokens } from './tokens.ts';

const reset = css`
  :host {
    color: var(--_text);
    font: var(--_font-size) / 1.45 var(--_font);
    font-variant-numeric: tabular-nums;
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  *,
  ::before,
  ::after {
    box-sizing: border-box;
    /* Each text by itself: on a page that reads from right to left, numbers and names stay in their sentences. */
    unicode-bidi: plaintext;
  }
  h1, h2, h3, p, ul, ol, dl, dd, figure, fieldset {
    margin: 0;
    padding: 0;
    border: 0;
    min-inline-size: 0;
  }
  ul, ol {
    list-style: none;
  }
  h1, h2, h3 {
    font-size: var(--_title);
    font-family: var(--_heading-font);
    font-weight: 600;
    line-height: 1.35;
    text-wrap: balance;
  }
  svg {
    display: block;
    flex: none;
    inline-size: 16px;
    block-size: 16px;
  }
  :focus-visible {
    outline: var(--_ring);
    outline-offset: 2px;
  }
  .muted {
    color: var(--_muted);
  }
  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    padding: 0;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
    border: 0;
  }
  @media (prefers-reduced-motion: reduce) {
    *,
    ::before,
    ::after {
      animation: none !important;
      transition: none !important;
    }
  }
`;

/** What every element starts from: tokens, reset, focus ring, `.visually-hidden`, `.muted`. */
export const base = [tokens, reset];

/** Buttons: `button.button` with `quiet`, `small`, `icon`; `link` looks like a link. Off is `aria-disabled="true"`. */
export const buttons = css`
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 8px;
    min-block-size: var(--_control);
    padding-inline: var(--_snug);
    border: 1px solid var(--_line-strong);
    border-radius: var(--_radius);
    background: var(--_surface);
    box-shadow: var(--_shadow-small);
    color: var(--_text);
    font: inherit;
    font-weight: 500;
    text-decoration: none;
    white-space: nowrap;
    cursor: pointer;
    transition: background-color var(--_quick);
  }
  .button:hover {
    background: var(--_hover);
  }
  .button.quiet {
    border-color: transparent;
    background: transparent;
    box-shadow: none;
    color: var(--_text);
  }
  .button.quiet:hover {
    background: var(--_hover);
  }
  .button.small {
    min-block-size: calc(var(--_control) - 6px);
    padding-inline: 10px;
    border-radius: var(--_radius-small);
    font-size: var(--_small);
  }
  .button.icon {
    inline-size: calc(var(--_control) - 4px);
    min-block-size: calc(var(--_control) - 4px);
    padding: 0;
    border-radius: var(--_radius-small);
  }
  /* Named more than once, to win over the looks under the pointer. */
  .button.button.button:is([disabled], [aria-disabled='true']) {
    border-color: var(--_line);
    background: var(--_subtle);
    box-shadow: none;
    color: var(--_muted);
    cursor: not-allowed;
  }
  .button.button.quiet:is([disabled], [aria-disabled='true']) {
    border-color: transparent;
    background: transparent;
  }
  .link {
    padding: 0;
    border: 0;
    border-radius: 3px;
    background: none;
    color: var(--_accent-text);
    font: inherit;
    font-weight: 500;
    text-align: start;
    text-decoration: underline;
    text-decoration-color: color-mix(in oklab, currentColor 35%, transparent);
    text-underline-offset: 3px;
    cursor: pointer;
  }
  .link:hover {
    text-decoration-color: currentColor;
  }
`;

/** Controls: `.input` for text, `.select` for native selects; checkboxes by themselves. */
export const controls = css`
  .input,
  .select {
    inline-size: 100%;
    min-block-size: var(--_control);
    padding: calc(var(--_control) / 2 - 12px) var(--_snug);
    border: 1px solid var(--_line-strong);
    border-radius: var(--_radius);
    background-color: var(--_surface);
    color: var(--_text);
    font: inherit;
  }
  .input::placeholder {
    color: var(--_muted);
    opacity: 1;
  }
  .input:hover,
  .select:hover {
    border-color: var(--_muted);
  }
  .input:focus-visible,
  .select:focus-visible {
    outline-offset: -1px;
  }
  .select {
    appearance: none;
    padding-inline-end: 32px;
    background-image: conic-gradient(from -48deg at 50% 100%, var(--_muted) 0 96deg, transparent 0);
    background-position: right 10px center;
    background-size: 9px 5px;
    background-repeat: no-repeat;
    text-align: inherit;
    text-overflow: ellipsis;
    cursor: pointer;
  }
  .select:dir(rtl) {
    background-position: left 10px center;
  }
  .select option {
    background: var(--_surface);
    color: var(--_text);
  }
  [type='checkbox'],
  [type='radio'] {
    flex: none;
    inline-size: 16px;
    block-size: 16px;
    margin: 0;
    accent-color: var(--_accent);
    cursor: pointer;
  }
  /* In the dark, browsers fill an empty box like one that is off, and draw the dash too dark to be seen. */
  [type='checkbox']:not(:checked) {
    appearance: none;
    border: 1px solid var(--_muted);
    border-radius: 3px;
  }
  [type='checkbox']:indeterminate {
    border: 0;
    background: linear-gradient(var(--_on-accent) 0 0) center / 8px 2px no-repeat var(--_accent);
  }
  .input:disabled,
  .select:disabled {
    background-color: var(--_subtle);
    color: var(--_muted);
    cursor: not-allowed;
  }
  @media (forced-colors: active) {
    .select,
    [type='checkbox']:not(:checked) {
      appearance: auto;
      background-image: none;
    }
  }
`;

/** Badges: `.badge` with `success` or `accent`. */
export const badges = css`
  .badge {
    display: inline-flex;
    align-items: center;
    gap: 5px;
    padding: 1px 8px;
    border-radius: 999px;
    background: var(--_subtle);
    box-shadow: inset 0 0 0 1px var(--_line);
    /* Seen where the system forces its colours. */
    outline: 1px solid transparent;
    color: var(--_muted);
    font-size: var(--_tiny);
    font-weight: 500;
    line-height: 20px;
    white-space: nowrap;
  }
  .badge svg {
    inline-size: 12px;
    block-size: 12px;
  }
  .badge.success {
    background: var(--_success-soft);
    box-shadow: none;
    color: var(--_success-text);
  }
  .badge.accent {
    background: var(--_accent-soft);
    box-shadow: inset 0 0 0 1px color-mix(in oklab, var(--_accent-text) 22%, transparent);
    color: var(--_accent-text);
  }
`;

/** A card: `.card`; one with a head has `headedCards`. */
export const cards = css`
  .card {
    border: 1px solid var(--_line);
    border-radius: var(--_radius-large);
    background: var(--_surface);
  }
`;
