// Why somebody may see less than they expect, and why roles cannot be given: roles, what was granted, and what came after.
import type { Finding } from '../../shared/members/diagnosis.ts';
import type { Actor, Facts } from '../../shared/policy/can.ts';
import { can } from '../../shared/policy/can.ts';
import { holds, isAssignable } from '../../shared/policy/compile.ts';
import type { ResourceKind } from '../../shared/policy/policy.ts';
import { countAccess } from '../permissions/access-store.ts';
import type { Sql } from '../db/database.ts';
import { countMadeAfter } from './diagnosis-store.ts';
import type { StoredMember } from './store.ts';

/** What is found about what somebody reaches in the workspace called `place`. */
export async function diagnoseAccess(
  sql: Sql,
  member: StoredMember,
  { policy: { policy, roles: known } }: Facts,
  place: string,
): Promise<readonly Finding[]> {
  const held = member.roles.filter((key) => known.has(key));
  const gone = member.roles.filter((key) => !known.has(key));
  const found: Finding[] = [
    held.length === 0 ? { code: 'roleless', facts: {} } : { code: 'roles_held', facts: { roles: held } },
  ];
  if (gone.length > 0) found.push({ code: 'role_gone', facts: { roles: gone } });
  if (policy.workspaces === 'many') found.push({ code: 'roles_here', facts: { workspace: place } });
  for (const kind of policy.resources) found.push(...(await reachOf(sql, member, kind)));
  return found;
}

async function reachOf(sql: Sql, member: StoredMember, kind: ResourceKind): Promise<Finding[]> {
  const role = member.roles.find((key) => kind.fullRoles.includes(key));
  if (role !== undefined) return [{ code: 'reaches_all', facts: { kind: kind.key, role } }];
  const wanted = { kind: kind.key, search: undefined, after: null, limit: 1 };
  const total = await countAccess(sql, member, { ...wanted, onlyTheirs: false });
  const count = await countAccess(sql, member, { ...wanted, onlyTheirs: true });
  if (total > 0 && count === 0) return [{ code: 'reaches_none', facts: { kind: kind.key, total } }];
  const reach = { kind: kind.key, count, total };
  if (kind.grantedTo === 'role') return [{ code: 'reaches_by_role', facts: reach }];
  const later = await countMadeAfter(sql, member, kind.key);
  return [
    { code: 'reaches_assigned', facts: reach },
    ...(later > 0 ? [{ code: 'made_after', facts: { kind: kind.key, count: later } } as const] : []),
  ];
}

/** What is found about giving roles: by the person to others, and by `viewer` to the person. */
export function diagnoseRoles(
  viewer: Actor,
  member: StoredMember,
  facts: Facts,
  place: string,
): readonly Finding[] {
  const { policy, roles, holders, everywhere, gives } = facts.policy;
  const found: Finding[] = [];
  const top = member.roles.find((role) => everywhere.has(role));
  const mayGive = [...new Set(member.roles.flatMap((role) => [...(gives.get(role) ?? [])]))];
  if (top !== undefined) found.push({ code: 'assigns_everywhere', facts: { role: top } });
  else if (holds(facts.policy, member.roles, 'members.manage') && mayGive.length > 0)
    found.push({ code: 'may_assign', facts: { roles: mayGive } });
  else found.push({ code: 'may_not_assign', facts: { needed: [...(holders.get('members.manage') ?? [])] } });
  const { workspaces, hasCustomRoles } = policy;
  if (hasCustomRoles) found.push({ code: 'roles_exist_here', facts: { workspace: place } });
  if (workspaces === 'many' && top === undefined) {
    found.push({ code: 'assigns_here', facts: { workspace: place } });
    if (everywhere.size > 0)
      found.push({
        code: 'ask_everywhere',
        facts: { roles: [...everywhere].filter((key) => roles.has(key)) },
      });
  }
  const reason = whyNotYours(viewer, member, facts);
  if (reason !== undefined) found.push({ code: 'not_yours', facts: { reason } });
  return [...found, { code: 'ask_support', facts: {} }];
}

/** Why `viewer` cannot give the person any other role; undefined where one can be given. */
function whyNotYours(viewer: Actor, member: StoredMember, facts: Facts) {
  const others = facts.policy.policy.roles.filter(
    ({ key }) => isAssignable(facts.policy, key) && !member.roles.includes(key),
  );
  const decisions = others.map(({ key }) =>
    can(viewer, 'member.change-role', { member, roles: [key] }, facts),
  );
  const denied = decisions.filter((decision) => !decision.allowed);
  return denied.length < decisions.length ? undefined : denied[0]?.reason;
}
