// Which roles a provider can give: what an administrator may name, and what a person gets. No database.
import { fail } from '../../shared/errors.ts';
import type { Actor } from '../../shared/policy/can.ts';
import type { CompiledPolicy } from '../../shared/policy/compile.ts';
import { isAssignable, mayGive } from '../../shared/policy/compile.ts';
import type { Role, RoleKey } from '../../shared/policy/policy.ts';
import type { Admission } from '../../shared/providers/provider.ts';

/**
 * Refuses what no provider may give: roles that do not exist or belong to nobody, guarded ones, those above the cap,
 * and those that are not the administrator's to give (SEC_S11).
 * @throws {AppError} `role_unknown`, `role_not_assignable`, `role_not_yours_to_give`, `role_required`, `one_role_only`.
 */
export function checkAdmission(policy: CompiledPolicy, actor: Actor, admission: Admission): Admission {
  const { roles, highestRole } = admission;
  const groups = Object.fromEntries(Object.entries(admission.groups));
  const cap = policy.roles.get(highestRole) ?? fail('role_unknown', { role: highestRole });
  for (const role of new Set([highestRole, ...roles, ...Object.values(groups)])) {
    const known = policy.roles.get(role) ?? fail('role_unknown', { role });
    if (!mayBeGiven(policy, role)) fail('role_not_assignable', { role });
    if (actor.kind === 'member' && !mayGive(policy, actor.roles, role))
      fail('role_not_yours_to_give', { role });
    if (!isWithin(policy, known, cap)) fail('role_not_assignable', { role });
  }
  if (policy.policy.rolesPerMember === 'one') {
    if (roles.length === 0) fail('role_required');
    if (new Set(roles).size > 1) fail('one_role_only');
  }
  return { ...admission, roles: [...new Set(roles)], groups };
}

/**
 * The roles that somebody in `groups` gets: those of their groups, else the default ones. Nothing a claim says leads to a
 * guarded role or above the cap, whatever is stored or the policy became since.
 */
export function rolesFor(policy: CompiledPolicy, admission: Admission, groups: readonly string[]): RoleKey[] {
  const cap = policy.roles.get(admission.highestRole);
  const isGiven = (role: RoleKey): boolean =>
    cap !== undefined && mayBeGiven(policy, role) && isWithin(policy, policy.roles.get(role)!, cap);
  const mapped = groups.flatMap((group) =>
    Object.hasOwn(admission.groups, group) ? [admission.groups[group]!] : [],
  );
  const given = [...new Set(mapped.filter(isGiven))];
  const roles = given.length > 0 ? given : [...new Set(admission.roles.filter(isGiven))];
  if (policy.policy.rolesPerMember === 'many') return roles;
  return roles.toSorted((a, b) => policy.roles.get(b)!.rank - policy.roles.get(a)!.rank).slice(0, 1);
}

/** Whether a provider may give the role at all: not one that must never be vacant, or that counts everywhere. */
export function mayBeGiven(policy: CompiledPolicy, role: RoleKey): boolean {
  return (
    isAssignable(policy, role) && !policy.guard.has(role) && policy.roles.get(role)?.isEverywhere !== true
  );
}

/** Whether `role` is no higher than `cap`: by rank, and for a role of the workspace, which has none, by holding nothing that `cap` does not. */
export function isWithin(policy: CompiledPolicy, role: Role, cap: Role): boolean {
  if (role.key === cap.key) return true;
  if (role.isCustom !== true && cap.isCustom !== true) return role.rank <= cap.rank;
  for (const holders of policy.holders.values())
    if (holders.has(role.key) && !holders.has(cap.key)) return false;
  return true;
}
