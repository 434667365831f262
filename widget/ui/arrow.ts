// The arrow between what was and what is, in the direction in which one reads. Drawn, because not every font of a page has one.
import { css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { anyIcon } from './more-icons.ts';

/** The look of it. */
export const arrowStyles = css`
  .arrow {
    display: inline-block;
    margin-inline: 5px;
    color: var(--_muted);
    /* The character is there to be read and copied. */
    font-size: 0;
    vertical-align: -2px;
  }
  .arrow:not(:dir(rtl)) {
    scale: -1 1;
  }
  .arrow svg {
    inline-size: 13px;
    block-size: 13px;
  }
`;

/** It, with the word for it where there is one. */
export function arrow(word?: string): TemplateResult {
  return html`<span class="arrow" role=${word === undefined ? nothing : 'img'} aria-label=${word ?? nothing}>→${anyIcon('back')}</span>`;
}
