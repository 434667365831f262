// The look of the tooltip that HintController shows.
import { css } from 'lit';

/** The tooltip of a control that is off. */
export const hints = css`
  .hint-bubble {
    position: fixed;
    inset: auto;
    margin: 0;
    max-inline-size: min(280px, 90vw);
    padding: 6px 10px;
    border: 0;
    border-radius: var(--_radius-small);
    background: light-dark(#24252b, #ececf0);
    box-shadow: var(--_shadow);
    color: light-dark(#f6f6f8, #1a1b1f);
    font-size: 12px;
    font-weight: 400;
    line-height: 1.4;
    text-align: start;
    white-space: normal;
    overflow-wrap: anywhere;
    pointer-events: none;
  }
`;
