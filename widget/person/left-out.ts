// What about somebody's sign-in is not even offered. Pure.
import type { Decision } from '../../shared/policy/decision.ts';

/** Whether something is not offered at all: it is not part of this policy, belongs to the person, or to their identity provider. */
export function isLeftOut(decision: Decision): boolean {
  return (
    !decision.allowed &&
    ['not_in_policy', 'is_self', 'people_from_provider', 'not_granted'].includes(decision.reason)
  );
}
