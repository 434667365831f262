// Every sentence of the widget that is not the reason of a refusal (those are in shared/errors.ts). English.
import { ERRORS } from '../../shared/errors.ts';
import type { FailureCode } from '../failure.ts';
import { formatNumber, plural } from './format.ts';

/** What a person is told about a failure or a denial: the sentence of its code. */
export function reasonText(code: FailureCode): string {
  if (code === 'offline') return 'You appear to be offline. Check the connection and try again.';
  if (code === 'aborted') return 'This was cancelled.';
  return ERRORS[code].text;
}

const people = (count: number) => plural(count, '1 person', `${formatNumber(count)} people`);

/** The texts by what they say. Functions where a number or a name goes in. */
export const strings = {
  // General
  cancel: 'Cancel',
  close: 'Close',
  dismiss: 'Dismiss',
  retry: 'Try again',
  undo: 'Undo',
  loading: 'Loading',
  people,
} as const;
