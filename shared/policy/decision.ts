// The answer of every rule: allowed, or denied with a reason that is also the error code. Pure.
import type { ErrorCode } from '../errors.ts';

/** Allowed, or denied with the reason that a person is told. */
export type Decision = { readonly allowed: true } | { readonly allowed: false; readonly reason: ErrorCode };

const ALLOWED: Decision = { allowed: true };

/** The decision that something may be done. */
export function allow(): Decision {
  return ALLOWED;
}

/** The decision that something may not be done, and why. */
export function deny(reason: ErrorCode): Decision {
  return { allowed: false, reason };
}
