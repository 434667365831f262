// The look of the editor of grants. Nothing else uses it.
import { css } from 'lit';
import { base } from '../styles/base.ts';
import { fields, loudButtons } from '../styles/forms.ts';
import { headedCards } from '../styles/headed-cards.ts';
import { tables } from '../styles/table.ts';
import { conflictSheet } from '../ui/conflict.ts';
import { skeletons } from '../ui/skeleton.ts';

/** The sheets of the editor of grants. */
export const grantEditorStyles = [
  base,
  loudButtons,
  fields,
  headedCards,
  tables,
  skeletons,
  conflictSheet,
  css`
    :host {
      display: block;
      container-type: inline-size;
    }
    .card {
      overflow: clip;
    }
    .card-head {
      padding-block-end: 4px;
    }
    .notes {
      display: grid;
      gap: 10px;
      max-inline-size: 88ch;
      padding-inline: var(--_space);
      font-size: var(--_small);
    }
    .note {
      display: flex;
      gap: 8px;
      padding: 9px var(--_snug);
      border-radius: var(--_radius-small);
      background: var(--_warning-soft);
    }
    .note svg {
      margin-block-start: 1.5px;
      color: var(--_warning-text);
    }
    .tools {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: 12px;
      padding: var(--_snug) var(--_space);
    }
    .roles {
      display: flex;
      flex-wrap: wrap;
      gap: 2px;
      padding: 3px;
      border-radius: var(--_radius);
      background: var(--_subtle);
      box-shadow: inset 0 0 0 1px var(--_line);
    }
    .role {
      position: relative;
    }
    .role > span {
      display: flex;
      align-items: center;
      gap: 6px;
      min-block-size: 30px;
      padding-inline: 14px;
      border-radius: var(--_radius-small);
      color: var(--_muted);
      font-weight: 500;
      cursor: pointer;
    }
    .role > span:hover {
      color: var(--_text);
    }
    .role input:checked + span {
      background: var(--_surface);
      box-shadow: var(--_shadow-small), 0 0 0 1px var(--_line-strong);
      color: var(--_text);
    }
    .role input:focus-visible + span {
      outline: var(--_ring);
      outline-offset: 1px;
    }
    .count {
      min-inline-size: 18px;
      padding-inline: 5px;
      border-radius: 9px;
      background: var(--_accent);
      color: var(--_on-accent);
      font-size: var(--_tiny);
      font-weight: 600;
      line-height: 18px;
      text-align: center;
    }
    .search {
      position: relative;
      flex: 0 1 260px;
      min-inline-size: min(180px, 100%);
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
    .scroll {
      /* Holds the visually hidden words, which would otherwise make the page taller. */
      position: relative;
      overflow: auto;
      max-block-size: var(--ua-list-height, min(680px, 78vh));
      border-block-start: 1px solid var(--_line);
      scroll-padding-block: 44px;
    }
    thead {
      position: sticky;
      inset-block-start: 0;
      z-index: 1;
    }
    .head {
      border: 0;
      background: none;
    }
    .head th {
      block-size: 56px;
      background: var(--_subtle);
      box-shadow: inset 0 -1px var(--_line);
    }
    th:not(:first-child),
    td {
      inline-size: 92px;
      padding-inline: 4px;
      text-align: center;
    }
    th:last-child,
    td:last-child {
      padding-inline-end: 4px;
    }
    thead label {
      display: grid;
      justify-items: center;
      gap: 3px;
      cursor: pointer;
    }
    td:nth-child(2),
    .head th:nth-child(2) {
      border-inline: 1px solid var(--_line);
    }
    td {
      position: relative;
    }
    tbody th {
      padding-inline-end: 2px;
      overflow-wrap: anywhere;
    }
    tbody tr:last-child {
      border-block-end: 0;
    }
    .resource {
      font-weight: 500;
    }
    .mark {
      display: inline-block;
      inline-size: 8px;
      block-size: 8px;
      margin-inline: 8px;
      border: 4px solid var(--_accent-text);
      border-radius: 50%;
      vertical-align: 1px;
    }
    .dirty {
      background: var(--_accent-soft);
    }
    .dirty.failed {
      border-block-end-color: var(--_danger-soft);
      background: var(--_danger-soft);
    }
    .failed .mark {
      border-color: var(--_danger-text);
    }
    [aria-busy='true'] td,
    [aria-busy='true'] th {
      opacity: 0.6;
    }
    input[type='checkbox'] {
      inline-size: 17px;
      block-size: 17px;
      vertical-align: middle;
    }
    .hit {
      display: grid;
      place-items: center;
      min-block-size: 44px;
      margin-block: -6px;
      cursor: pointer;
    }
    .hit:has(.changed)::before {
      content: '';
      grid-area: 1 / 1;
      inline-size: 27px;
      block-size: 27px;
      border-radius: var(--_radius-small);
      box-shadow: inset 0 0 0 1.5px color-mix(in oklab, currentColor 60%, transparent);
      color: var(--_accent-text);
    }
    .failed .hit:has(.changed)::before {
      color: var(--_danger-text);
    }
    .hit input {
      grid-area: 1 / 1;
    }
    .hit:has([aria-disabled='true']) {
      cursor: not-allowed;
    }
    input[aria-disabled='true'] {
      opacity: 0.55;
      cursor: not-allowed;
    }
    .message td {
      inline-size: auto;
      padding: 0 var(--_space) 10px !important;
      border: 0;
      background: var(--_danger-soft);
      color: var(--_danger-text);
      font-size: var(--_small);
      text-align: inherit;
    }
    .message.mild td {
      background: var(--_warning-soft);
      color: var(--_warning-text);
    }
    .message {
      border-block-end: 1px solid var(--_line);
    }
    .message .advice {
      padding: 0;
      background: none;
      color: inherit;
    }
    .foot,
    .failure {
      padding: 10px var(--_space);
    }
    .bar {
      position: sticky;
      inset-block-end: 0;
      z-index: 2;
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 8px;
      padding: 10px var(--_space);
      border-block-start: 1px solid var(--_line);
      background: var(--_surface);
      box-shadow: 0 -6px 18px light-dark(rgb(16 18 27 / 6%), rgb(0 0 0 / 35%));
    }
    .bar > span {
      flex: 1;
      font-weight: 500;
    }
    @media (forced-colors: active) {
      /* Shadows are not drawn there. */
      .head th {
        border-block-end: 1px solid;
      }
      .role input:checked + span {
        border: 2px solid Highlight;
      }
    }
    @container (max-width: 559px) {
      .search {
        flex: 1 1 100%;
      }
      .role > span {
        padding-inline: 10px;
      }
      th:not(:first-child),
      td {
        inline-size: 44px;
        padding-inline: 2px !important;
      }
      thead label {
        font-size: calc(var(--_tiny) - 1px);
      }
    }
  `,
];
