// The rule of each action that the first view asks about, and what other rules share with them. Pure; for tables of rules and `decide.ts` alone.
import type { Actor, Facts, InWorkspace, MemberTarget, TargetOf } from './can.ts';
import { isAssignable, isEverywhere, mayGive } from './compile.ts';
import type { Decision } from './decision.ts';
import { allow, deny } from './decision.ts';
import type { RoleKey } from './policy.ts';

/** Whether the actor may give the person other roles. */
export function changeRole(
  actor: Actor,
  { member, roles }: TargetOf['member.change-role'],
  facts: Facts,
): Decision {
  if (member.id === actor.id) return deny('is_self');
  if (isOutranked(actor, member.roles, facts)) return deny('outranked');
  if (facts.external.authorization && member.source === 'provider') return deny('roles_from_provider');
  const given = mayAssign(actor, roles, facts);
  if (!given.allowed) return given;
  if (sameRoles(member.roles, roles)) return deny('role_unchanged');
  return leavesNobody(member, roles, facts) ? deny('last_in_charge') : allow();
}

/**
 * Whether what holds for all workspaces may be changed from here: it is not one workspace's to change, whoever runs it,
 * and where roles count everywhere, it takes one of these.
 */
export function runDeployment(actor: Actor, _target: InWorkspace, facts: Facts): Decision {
  if (!facts.isHome) return deny('not_home');
  if (actor.kind !== 'member' || facts.policy.everywhere.size === 0) return allow();
  return isEverywhere(facts.policy, actor.roles) ? allow() : deny('not_granted');
}

/** Whether the actor may invite somebody with these roles. */
export function invite(
  actor: Actor,
  { roles }: { readonly roles: readonly RoleKey[] },
  facts: Facts,
): Decision {
  return facts.external.authentication ? deny('people_from_provider') : mayAssign(actor, roles, facts);
}

/** Whether these roles exist, can be given to a person, and are the actor's to give. */
export function mayAssign(actor: Actor, roles: readonly RoleKey[], facts: Facts): Decision {
  if (roles.length === 0) return deny('role_required');
  if (facts.policy.policy.rolesPerMember === 'one' && roles.length > 1) return deny('one_role_only');
  for (const key of roles) {
    const role = facts.policy.roles.get(key);
    if (role === undefined) return deny('role_unknown');
    if (role.isPublic === true) return deny('role_not_assignable');
    if (actor.kind === 'member' && !mayGive(facts.policy, actor.roles, key))
      return deny('role_not_yours_to_give');
    if (role.isEverywhere === true && !facts.isHome) return deny('role_home_only');
  }
  return allow();
}

/** Whether the target has a role that the actor may not give. A role that no person can be given any more protects nobody. */
export function isOutranked(actor: Actor, roles: readonly RoleKey[], facts: Facts): boolean {
  if (actor.kind !== 'member') return false;
  for (const role of roles)
    if (!mayGive(facts.policy, actor.roles, role) && isAssignable(facts.policy, role)) return true;
  return false;
}

/** Whether nobody active would hold a guarded role once `member` has only `next`. */
export function leavesNobody(member: MemberTarget, next: readonly RoleKey[], facts: Facts): boolean {
  const guard = facts.isHome ? facts.policy.homeGuard : facts.policy.guard;
  if (member.status !== 'active' || !member.roles.some((role) => guard.has(role))) return false;
  return !next.some((role) => guard.has(role)) && facts.inCharge <= 1;
}

function sameRoles(a: readonly RoleKey[], b: readonly RoleKey[]): boolean {
  return a.every((role) => b.includes(role)) && b.every((role) => a.includes(role));
}
