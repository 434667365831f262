// What the holders of roles may really do with a resource. Pure.
import type { CompiledPolicy } from '../policy/compile.ts';
import type { RoleKey } from '../policy/policy.ts';

/** What one role was granted on one resource. */
export interface RoleGrant {
  readonly role: RoleKey;
  readonly actions: readonly string[];
}

/**
 * The actions that `roles` together may do with a resource of `kind` that has `grants`, in the order of the policy.
 *
 * A role that holds everything does so whatever the grants say. What a visitor is granted counts for visitors only.
 * Roles and actions that the policy does not know count for nothing.
 */
export function effectiveActions(
  compiled: CompiledPolicy,
  kind: string,
  roles: readonly RoleKey[],
  grants: readonly RoleGrant[],
): readonly string[] {
  const resource = compiled.policy.resources.find((candidate) => candidate.key === kind);
  if (resource === undefined) return [];
  const actions = resource.actions.map(({ key }) => key);
  const held = roles.filter((role) => compiled.roles.has(role));
  if (held.some((role) => resource.fullRoles.includes(role))) return actions;
  const granted = new Set(grants.flatMap((grant) => (held.includes(grant.role) ? grant.actions : [])));
  return actions.filter((action) => granted.has(action));
}
