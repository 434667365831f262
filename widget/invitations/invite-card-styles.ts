// The look of the invite card. Nothing else uses it.
import { css } from 'lit';
import { base } from '../styles/base.ts';
import { fields, loudButtons } from '../styles/forms.ts';
import { headedCards } from '../styles/headed-cards.ts';
import { reviewStyles } from './invite-review.ts';
import { roleBoxStyles } from './role-boxes.ts';

/** The sheets of the invite card. */
export const inviteCardStyles = [
  base,
  loudButtons,
  fields,
  headedCards,
  roleBoxStyles,
  reviewStyles,
  css`
    :host {
      display: block;
      container-type: inline-size;
    }
    .card-head {
      row-gap: 8px;
      padding-block-end: 0;
    }
    .card-head > h2 {
      flex: auto;
    }
    .card-head:has([aria-expanded='false']) {
      padding-block-end: 14px;
    }
    form {
      position: relative;
      display: grid;
      gap: 10px 12px;
      align-items: start;
      padding: var(--_snug) var(--_space) var(--_space);
    }
    .submit .button {
      inline-size: 100%;
    }
    legend {
      padding: 0;
    }
    form[hidden] {
      display: none;
    }
    @container (min-width: 640px) {
      form {
        grid-template-columns: minmax(0, 1fr) minmax(0, 190px) auto;
      }
      form > * {
        grid-column: 1 / -1;
      }
      ua-address-box,
      .role,
      .submit {
        grid-column: auto;
        grid-row: var(--_row, 1);
      }
      form.many {
        grid-template-columns: repeat(2, minmax(0, 1fr));
      }
      form.many > * {
        grid-column: 1 / -1;
        grid-row: auto;
      }
      form.many .submit {
        justify-self: start;
        padding-block-start: 4px;
      }
      form:has(> .note:first-child) {
        --_row: 2;
      }
      /* In line with the controls, which stand under labels. */
      .submit {
        grid-column: 3;
        padding-block-start: calc(1.45 * var(--_small) + 6px);
      }
      .submit .button {
        min-inline-size: 132px;
      }
      .extras {
        grid-template-columns: subgrid;
      }
      .add {
        align-self: center;
      }
    }
    .extras {
      display: grid;
      gap: 12px;
      align-items: start;
    }
    .wide {
      grid-column: 1 / -1;
    }
    textarea.input {
      display: block;
      min-block-size: 76px;
      resize: vertical;
    }
    .add {
      display: inline-flex;
      align-items: center;
      gap: 6px;
      justify-self: start;
      font-size: var(--_small);
      text-decoration: none;
    }
    .add:hover {
      text-decoration: underline;
    }
    .add svg {
      inline-size: 13px;
      block-size: 13px;
    }
    .state {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 4px 12px;
      font-size: var(--_small);
    }
    .state:not(:has(:is(span, button, .error:not(:empty)))) {
      display: none;
    }
    .progress {
      display: flex;
      align-items: center;
      gap: 10px;
    }
    .state .error:empty,
    .progress:not(:has(*)) {
      display: none;
    }
    progress {
      appearance: none;
      inline-size: 96px;
      block-size: 4px;
      border: 0;
      border-radius: 2px;
      background: var(--_line);
      overflow: hidden;
    }
    progress::-webkit-progress-bar {
      background: linear-gradient(90deg, transparent, var(--_accent), transparent) 0 0 / 50% 100% no-repeat var(--_line);
      animation: slide 1.2s linear infinite;
    }
    @keyframes slide {
      from {
        background-position-x: -100%;
      }
      to {
        background-position-x: 200%;
      }
    }
    .note {
      display: flex;
      gap: 8px;
      padding: 9px var(--_snug);
      border-radius: var(--_radius-small);
      background: var(--_warning-soft);
      font-size: var(--_small);
    }
    .note svg {
      margin-block-start: 1.5px;
      color: var(--_warning-text);
    }
    .note.quiet {
      padding: 0;
      background: none;
      color: var(--_muted);
    }
    .note.quiet svg {
      color: inherit;
    }
  `,
];
