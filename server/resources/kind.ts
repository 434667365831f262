// Finds the kind of a resource in the policy. Pure.
import { fail } from '../../shared/errors.ts';
import type { CompiledPolicy } from '../../shared/policy/compile.ts';
import type { ResourceKind } from '../../shared/policy/policy.ts';

/** The kind `key` of the policy. @throws {AppError} `not_in_policy` where there is none. */
export function kindOf(policy: CompiledPolicy, key: string): ResourceKind {
  return policy.policy.resources.find((kind) => kind.key === key) ?? fail('not_in_policy', { field: 'kind' });
}
