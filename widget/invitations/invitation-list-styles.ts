// The look of the list of invitations. Nothing else uses it.
import { css } from 'lit';
import { base } from '../styles/base.ts';
import { fields, labels, loudButtons } from '../styles/forms.ts';
import { headedCards } from '../styles/headed-cards.ts';
import { tables } from '../styles/table.ts';
import { skeletons } from '../ui/skeleton.ts';

/** The sheets of the list of invitations. */
export const invitationListStyles = [
  base,
  loudButtons,
  fields,
  labels,
  headedCards,
  tables,
  skeletons,
  css`
    :host {
      display: block;
      container-type: inline-size;
    }
    .card {
      overflow: clip;
    }
    #heading {
      outline: none;
    }
    .folding {
      position: relative;
    }
    .folding:hover .show {
      color: var(--_text);
    }
    .fold {
      padding: 0;
      border: 0;
      border-radius: 3px;
      background: none;
      color: inherit;
      font: inherit;
      cursor: pointer;
    }
    /* The whole line can be pressed. */
    .fold::after {
      position: absolute;
      inset: 0;
      content: '';
    }
    .show {
      display: flex;
      align-items: center;
      gap: 4px;
      margin-inline-start: auto;
      color: var(--_muted);
      font-size: var(--_small);
    }
    .folding:has([aria-expanded='true']) .show svg {
      rotate: 180deg;
    }
    .foot {
      padding: 10px var(--_space);
    }
    tbody tr:last-child {
      border-block-end: 0;
    }
    tr[aria-busy='true'] {
      opacity: 0.6;
    }
    /* Room for an address in its one line, also where the words of the buttons are long. */
    .who {
      position: relative;
      inline-size: 27%;
    }
    th:first-child.who,
    .head > th:first-child {
      padding-inline-start: 44px;
    }
    .pick {
      position: absolute;
      inset-block-start: calc(50% - 8px);
      inset-inline-start: var(--_space);
    }
    .row:has(.pick:checked) {
      background: var(--_accent-soft);
    }
    .several {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 8px;
      padding: 8px var(--_space);
      border-block-start: 1px solid var(--_line);
      background: var(--_accent-soft);
    }
    .several strong {
      margin-inline-end: auto;
    }
    .several progress {
      inline-size: 160px;
    }
    .who .email {
      display: block;
      font-weight: 500;
    }
    .half {
      display: inline-block;
      max-inline-size: 100%;
      overflow-wrap: anywhere;
    }
    .by {
      font-size: var(--_small);
    }
    .who .input {
      min-block-size: 28px;
      margin-block-start: 6px;
      padding-block: 2px;
      font-size: var(--_tiny);
      text-overflow: ellipsis;
    }
    .reason {
      display: block;
      margin-block-start: 3px;
      max-inline-size: 32ch;
      color: var(--_danger-text);
      font-size: var(--_tiny);
      overflow-wrap: anywhere;
    }
    .tag,
    .by-line {
      display: none;
    }
    .sub,
    .by,
    .expiry {
      unicode-bidi: isolate;
    }
    .sub {
      display: block;
      font-weight: 400;
      font-size: var(--_small);
    }
    time {
      white-space: nowrap;
    }
    .actions {
      text-align: end;
      white-space: nowrap;
    }
    .buttons {
      display: inline-flex;
      margin-inline-end: -8px;
    }
    .buttons .button {
      padding-inline: 8px;
    }
    /* Cards: address and role, then the facts in one line, then what can be done. */
    @container (max-width: 759px) {
      table,
      tbody {
        display: block;
      }
      thead {
        position: absolute;
        inline-size: 1px;
        block-size: 1px;
        overflow: hidden;
        clip-path: inset(50%);
      }
      tr.row {
        display: flex;
        flex-wrap: wrap;
        gap: 6px 10px;
        padding: var(--_snug) var(--_space) 8px;
        border-block-start: 1px solid var(--_line);
        border-block-end: 0;
      }
      th,
      td {
        display: block;
        block-size: auto;
        padding: 0 !important;
      }
      th.who {
        padding-inline-start: 28px !important;
      }
      .pick {
        inset-block-start: 2px;
        inset-inline-start: 0;
      }
      .by,
      .expiry {
        order: 2;
        font-size: var(--_small);
      }
      .who,
      .actions {
        flex: 1 0 100%;
      }
      .delivery {
        flex: 1 0 50%;
      }
      /* Too much for the line of the delivery. */
      .by {
        min-inline-size: 42%;
      }
      .reason {
        max-inline-size: none;
      }
      .actions {
        order: 3;
        text-align: inherit;
        white-space: normal;
      }
      .buttons {
        flex-wrap: wrap;
        margin-inline: -8px;
      }
      .tag {
        display: inline;
      }
    }
    /* What is to be told takes a line below the name. */
    @container (max-width: 420px) {
      .folding:has(.badge)::after {
        flex-basis: 100%;
        content: '';
      }
      .folding .badge {
        order: 1;
      }
    }
    @container (max-width: 299px) {
      .show {
        font-size: 0;
      }
    }
    @container (min-width: 760px) and (max-width: 1079px) {
      .by,
      thead th:nth-child(3) {
        display: none;
      }
      .by-line {
        display: inline;
      }
      .name + .by-line {
        margin-inline-start: 10px;
      }
      .sub {
        contain: inline-size;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      th,
      td {
        padding-inline: 8px;
      }
      /* The address needs its whole line. */
      th:first-child.who,
      .head > th:first-child {
        padding-inline-start: var(--_snug);
      }
      .pick {
        inset-block: auto 8px;
        inset-inline-start: 12px;
      }
      .sub {
        padding-inline-start: 26px;
      }
      /* The address gets whatever the others leave. */
      .who {
        inline-size: 100%;
      }
      .expiry {
        font-size: var(--_small);
      }
      .reason {
        inline-size: 116px;
      }
      .buttons .button {
        padding-inline: 6px;
      }
    }
  `,
];
