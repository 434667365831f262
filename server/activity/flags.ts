// What is unusual about a sign-in or a visit. Pure: no database, no clock.
import type { SignInFlag } from '../../shared/activity/activity.ts';

/** After so many attempts that failed a success is unusual. */
export const MANY_FAILURES = 5;
/** For so long failures count, in milliseconds. */
export const FAILURES_COUNT_FOR = 24 * 60 * 60 * 1000;
/** After so long without one a sign-in is unusual, in milliseconds. */
export const LONG_AWAY = 90 * 24 * 60 * 60 * 1000;

/** What is unusual, in the order in which it is told. */
export function flagsOf({
  now,
  lastAt,
  failures,
  isNewNetwork,
}: {
  readonly now: number;
  /** When it worked last, or when it first could have. */
  readonly lastAt: number;
  readonly failures: number;
  readonly isNewNetwork: boolean;
}): SignInFlag[] {
  const flags: SignInFlag[] = [];
  if (failures >= MANY_FAILURES) flags.push('many_failures');
  if (isNewNetwork) flags.push('new_network');
  if (now - lastAt >= LONG_AWAY) flags.push('first_in_90_days');
  return flags;
}
