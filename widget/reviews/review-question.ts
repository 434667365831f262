// What is asked about a review before it is done, in words. Pure.
import type { Review, ReviewItem } from '../../shared/reviews/review.ts';
import { reviewStrings as strings } from '../i18n/review-strings.ts';
import { calledIn } from './review-rows.ts';

/** What is asked before it is done. */
export type Question =
  | { readonly kind: 'revoke'; readonly items: readonly ReviewItem[] }
  | { readonly kind: 'note'; readonly items: readonly [ReviewItem] }
  | { readonly kind: 'rest' }
  | { readonly kind: 'close' };

/** How it is asked. */
export interface Words {
  readonly heading: string;
  readonly text: string;
  readonly action: string;
}

/** The words of a question; `isRemoving` where nobody is switched off here. */
export function wordsOf(question: Question, { name, counts }: Review, isRemoving: boolean): Words {
  switch (question.kind) {
    case 'revoke': {
      const [first] = question.items;
      return {
        heading: strings.revokeQuestion(question.items.length, first === undefined ? '' : calledIn(first)),
        text: strings.revokeText[isRemoving ? 'remove' : 'deactivate'],
        action: strings.revoke,
      };
    }
    case 'note':
      return {
        heading: strings.noteHeading(calledIn(question.items[0])),
        text: '',
        action: strings.saveNote,
      };
    case 'rest':
      return {
        heading: strings.keepRestQuestion(counts.open),
        text: strings.keepRestText,
        action: strings.keep,
      };
    case 'close':
      return { heading: strings.closeQuestion(name), text: strings.closeText, action: strings.close };
  }
}
