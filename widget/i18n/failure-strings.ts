// What is said while something is fetched, and of what went wrong. A table of its own, because signing in says no more than that. English.
import type { ErrorCode } from '../../shared/errors.ts';
import type { FailureCode } from '../failure.ts';
import { table } from './table.ts';

let reasons: Readonly<Partial<Record<FailureCode, string>>> = {};

/** Takes the sentences of refusals, once they have come. Until then a neutral one stands for all of them. */
export function takeReasons(english: Readonly<Record<ErrorCode, string>>): void {
  reasons = table('REASONS', english);
}

/** What a person is told about a failure or a denial: the sentence of its code. */
export function reasonText(code: FailureCode): string {
  if (code === 'offline') return failureStrings.unreachable;
  if (code === 'aborted') return failureStrings.cancelled;
  if (code === 'prevented') return failureStrings.prevented;
  return reasons[code] ?? failureStrings.failed;
}

/** The texts of what is fetched, and of what fails whatever was asked for. */
export const failureStrings = table('failureStrings', {
  retry: 'Try again',
  loading: 'Loading',
  failedHeading: 'This could not be loaded',
  misconfigured: 'This page has not said where its users are managed: the endpoint is missing.',
  unreachable: 'The server could not be reached. Check your connection.',
  cancelled: 'This was cancelled.',
  prevented: 'This page did not let it happen. Nothing was changed.',
  failed: 'Something went wrong. Try again.',
} as const);
