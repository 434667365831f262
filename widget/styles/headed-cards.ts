// The look of cards that have a head. Apart from the other sheets, because nothing that is shown first has one.
import { css } from 'lit';
import { cards } from './base.ts';

/** A card: `.card` with a `.card-head` (title, hint, actions). */
export const headedCards = [
  cards,
  css`
    .card-head {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 4px 12px;
      padding: var(--_snug) var(--_space);
    }
    .card-head > .muted {
      font-size: var(--_small);
    }
  `,
];
