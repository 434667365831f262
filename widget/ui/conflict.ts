// What somebody else saved of the same thing that is being changed: both values, and the choice between them. Keeps nothing.
import { css, html } from 'lit';
import type { TemplateResult } from 'lit';
import { conflictStrings as strings } from '../i18n/conflict-strings.ts';
import { adviceStyles } from './advice.ts';
import { anyIcon } from './more-icons.ts';

/** Whose value goes on. */
export type Whose = 'mine' | 'theirs';

/** The look of both values; needs the sheet `base`. */
export const conflictSheet = [
  adviceStyles,
  css`
    .conflict > div {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 6px 12px;
    }
    .conflict :is(span, b) {
      inline-size: 100%;
    }
    .conflict b {
      color: var(--_text);
      font-weight: 500;
      overflow-wrap: anywhere;
    }
  `,
];

/** Both values in words, '' for nothing, and the choice, which `settle` hears. */
export function conflict(mine: string, theirs: string, settle: (whose: Whose) => void): TemplateResult {
  const choice = (whose: Whose, label: string) =>
    html`<button type="button" part="button" class="button small" @click=${() => settle(whose)}>${label}</button>`;
  return html`<div class="advice conflict" role="group" aria-label=${strings.conflict}>
    ${anyIcon('alert')}
    <div>
      <span>${strings.conflict}</span>
      <b>${strings.yours(mine || strings.nothing)}</b><b>${strings.theirs(theirs || strings.nothing)}</b>
      ${choice('mine', strings.keepMine)} ${choice('theirs', strings.takeTheirs)}
    </div>
  </div>`;
}
