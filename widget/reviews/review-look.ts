// What the list of reviews and the page of one have in common to look at: how far one is. Looks and one template.
import { css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Review } from '../../shared/reviews/review.ts';
import { reviewStrings as strings } from '../i18n/review-strings.ts';

/** The look of it. */
export const reviewLook = css`
  .progress {
    display: grid;
    gap: 6px;
    min-inline-size: 0;
  }
  .bar {
    display: flex;
    gap: 2px;
    block-size: 6px;
    border-radius: 999px;
    background: var(--_line);
    overflow: hidden;
    forced-color-adjust: none;
  }
  .bar > span {
    background: var(--_accent);
  }
  .bar > .taken {
    background: var(--_danger);
  }
  .small {
    font-size: var(--_small);
  }
`;

/** How many are decided, as a bar and in words. */
export function reviewProgress({ counts: { keep, revoke, open } }: Review): TemplateResult {
  const total = Math.max(1, keep + revoke + open);
  const text = strings.progress(keep + revoke, keep + revoke + open);
  return html`<div class="progress">
    <div class="bar" aria-hidden="true">
      <span .style=${`inline-size: ${(keep / total) * 100}%`}></span>${
        revoke === 0
          ? nothing
          : html`<span class="taken" .style=${`inline-size: ${(revoke / total) * 100}%`}></span>`
      }
    </div>
    <span class="muted small">${text}</span>
  </div>`;
}
