// The look of the address box and its chips. Nothing else uses it.
import { css } from 'lit';
import { base, buttons } from '../styles/base.ts';
import { fields, labels } from '../styles/forms.ts';

/** The sheets of the address box. */
export const addressBoxStyles = [
  base,
  buttons,
  fields,
  labels,
  css`
    :host {
      display: block;
      min-inline-size: 0;
    }
    .box {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 5px;
      min-block-size: var(--_control);
      max-block-size: 212px;
      padding: calc(var(--_control) / 2 - 14px) 6px;
      border: 1px solid var(--_line-strong);
      border-radius: var(--_radius);
      background: var(--_surface);
      overflow: hidden auto;
      cursor: text;
    }
    .box:hover {
      border-color: var(--_muted);
    }
    :host([disabled]) .box {
      background: var(--_subtle);
      cursor: not-allowed;
    }
    .chip {
      gap: 0;
      padding-inline: 0;
      cursor: default;
    }
    .chip > svg {
      margin-inline-start: 6px;
      inline-size: 14px;
      block-size: 14px;
    }
    .chip.twice {
      color: var(--_muted);
    }
    .chip.typo {
      border-color: color-mix(in oklab, var(--_warning-text) 40%, transparent);
      background: var(--_warning-soft);
    }
    .box:focus-within,
    .chip:focus-within {
      border-color: var(--_accent-text);
      box-shadow: 0 0 0 1px var(--_accent-text);
    }
    .text,
    .remove {
      border: 0;
      border-radius: var(--_radius-small);
      background: none;
      color: inherit;
      font: inherit;
      outline: none;
    }
    .text {
      min-inline-size: 0;
      min-block-size: 24px;
      padding: 0 2px 0 8px;
      overflow: hidden;
      text-align: start;
      text-overflow: ellipsis;
      white-space: nowrap;
      cursor: default;
    }
    .twice .text,
    .invalid .text {
      unicode-bidi: isolate;
    }
    .invalid .text {
      white-space: normal;
      overflow-wrap: anywhere;
    }
    .invalid .reason {
      display: inline-block;
    }
    .chip > svg + .text {
      padding-inline-start: 5px;
    }
    .chip.twice .text > :first-child {
      text-decoration: line-through;
    }
    .reason::before {
      content: '·';
      margin-inline: 5px;
    }
    .remove {
      display: grid;
      flex: none;
      place-items: center;
      inline-size: 24px;
      block-size: 24px;
      padding: 0;
      color: var(--_muted);
      cursor: pointer;
    }
    .invalid .remove {
      color: inherit;
    }
    .remove:hover {
      color: var(--_text);
    }
    .remove svg {
      inline-size: 12px;
      block-size: 12px;
    }
    .editing {
      border-color: var(--_accent-text);
      background: var(--_surface);
      color: var(--_text);
    }
    .edit,
    textarea,
    textarea:focus-visible {
      min-block-size: 24px;
      max-inline-size: 100%;
      margin: 0;
      padding: 1px 6px;
      border: 0;
      background: none;
      color: inherit;
      font: inherit;
      outline: none;
    }
    .edit {
      field-sizing: content;
      min-inline-size: 12ch;
    }
    .typing {
      display: flex;
      flex: 1 1 11ch;
      min-inline-size: min(11ch, 100%);
    }
    textarea {
      flex: 1;
      inline-size: 100%;
      block-size: 26px;
      line-height: 22px;
      resize: none;
      overflow: hidden;
    }
    textarea::placeholder {
      color: var(--_muted);
      opacity: 1;
    }
    .more {
      padding-inline: 4px;
    }
    .foot {
      display: flex;
      flex-wrap: wrap;
      gap: 2px 12px;
      min-block-size: 20px;
      font-size: var(--_small);
      line-height: 20px;
    }
    .foot .bad {
      color: var(--_danger-text);
    }
    .hints {
      display: grid;
      gap: 2px;
      font-size: var(--_small);
      line-height: 20px;
    }
    .hints li {
      overflow-wrap: anywhere;
    }
    @media (forced-colors: active) {
      .box:focus-within,
      .chip:focus-within {
        outline: 2px solid Highlight;
      }
    }
  `,
];
