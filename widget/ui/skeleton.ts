// Grey shapes where content will be. Hidden from assistive technology: the element that loads says so with aria-busy.
import { css, html } from 'lit';
import type { TemplateResult } from 'lit';

/** The look of `.bone`s. */
export const skeletons = css`
  .bone {
    display: block;
    block-size: 10px;
    inline-size: 60%;
    border-radius: var(--_radius-small);
    background: light-dark(#e9e9ee, #2a2c32);
    animation: breathe 1.4s ease-in-out infinite alternate;
  }
  .bone.round {
    inline-size: 30px;
    block-size: 30px;
    border-radius: 50%;
  }
  .bones {
    display: grid;
    gap: var(--_wide);
    padding: var(--_wide) var(--_space);
  }
  .bones > .bone:nth-child(odd) {
    inline-size: 82%;
  }
  @keyframes breathe {
    to {
      opacity: 0.45;
    }
  }
`;

/** A block of `lines` grey lines. */
export function skeleton(lines = 5): TemplateResult {
  return html`<div class="bones" aria-hidden="true">${Array.from({ length: lines }, () => html`<span class="bone"></span>`)}</div>`;
}
