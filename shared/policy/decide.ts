// The rule of each action that is not in `decide-first.ts`, asked by `judge` once its door is open. Pure; nothing else may call these.
import type { Actor, Facts, InWorkspace, MemberTarget, OnInvitation, OnMember, TargetOf } from './can.ts';
import { holds } from './compile.ts';
import { ownableCapabilities } from './custom-roles.ts';
import { invite, isOutranked, leavesNobody, mayAssign } from './decide-first.ts';
import type { Decision } from './decision.ts';
import { allow, deny } from './decision.ts';
import type { CapabilityKey, RoleKey, ResourceKind } from './policy.ts';

/** Whether the actor may switch the person off. */
export function deactivate(actor: Actor, { member }: OnMember, facts: Facts): Decision {
  if (facts.policy.policy.members.deactivation === 'none') return deny('not_in_policy');
  if (member.status === 'deactivated') return deny('already_deactivated');
  return endAccess(actor, member, facts);
}

/** Whether the actor may switch the person on again. */
export function reactivate(actor: Actor, { member }: OnMember, facts: Facts): Decision {
  if (facts.policy.policy.members.deactivation === 'none') return deny('not_in_policy');
  return member.status === 'active' ? deny('already_active') : manage(actor, member, facts);
}

/** Whether the actor may end the membership. */
export function remove(actor: Actor, { member }: OnMember, facts: Facts): Decision {
  return facts.policy.policy.members.isRemovable ? endAccess(actor, member, facts) : deny('not_in_policy');
}

function endAccess(actor: Actor, member: MemberTarget, facts: Facts): Decision {
  const managed = manage(actor, member, facts);
  return managed.allowed && leavesNobody(member, [], facts) ? deny('last_in_charge') : managed;
}

/** What nobody does to themselves, and to others only who may give them each of their roles. */
function manage(actor: Actor, member: MemberTarget, facts: Facts): Decision {
  if (member.id === actor.id) return deny('is_self');
  return isOutranked(actor, member.roles, facts) ? deny('outranked') : allow();
}

/** Whether the actor may end their own membership. */
export function leave(actor: Actor, { member }: OnMember, facts: Facts): Decision {
  if (member.id !== actor.id) return deny('not_granted');
  return leavesNobody(member, [], facts) ? deny('last_in_charge') : allow();
}

/** Whether the actor may set the person a new password. */
export function resetPassword(actor: Actor, { member }: OnMember, facts: Facts): Decision {
  if (facts.policy.policy.identity.passwords === null) return deny('not_in_policy');
  if (facts.external.authentication) return deny('people_from_provider');
  return manageAccount(actor, member, facts);
}

/** Whether the actor may change the person's address. */
export function changeEmail(actor: Actor, { member }: OnMember, facts: Facts): Decision {
  if (facts.policy.policy.identity.emailChange === 'none') return deny('not_in_policy');
  if (facts.external.authentication) return deny('people_from_provider');
  return manageAccount(actor, member, facts);
}

/** What is the person's own under Account, and of others only by whoever may manage them. */
function manageAccount(actor: Actor, member: MemberTarget, facts: Facts): Decision {
  const managed = manage(actor, member, facts);
  return managed.allowed && member.status === 'deactivated' ? deny('member_deactivated') : managed;
}

/** Whether the actor may end the person's sessions. */
export function endSessions(actor: Actor, { member }: OnMember, facts: Facts): Decision {
  return manage(actor, member, facts);
}

/** Whether the actor may send or hand over this invitation again. */
export function inviteAgain(actor: Actor, { invitation }: OnInvitation, facts: Facts): Decision {
  return invite(actor, invitation, facts);
}

/** Whether the actor may make an account with these roles at once, without asking its person. */
export function createMember(actor: Actor, target: TargetOf['member.create'], facts: Facts): Decision {
  return facts.policy.policy.creation === null ? deny('not_in_policy') : invite(actor, target, facts);
}

/** Whether the actor may change what describes the person. What a provider says of somebody is the provider's. */
export function changeProfile(actor: Actor, { member }: OnMember, facts: Facts): Decision {
  if (facts.external.authentication || member.source === 'provider') return deny('people_from_provider');
  if (member.id === actor.id) return allow();
  return isOutranked(actor, member.roles, facts) ? deny('outranked') : allow();
}

/** Whether the actor may change which resources of a kind the person has. Nobody gives themselves any, nor others what they do not hold. */
export function assign(actor: Actor, { member, kind }: TargetOf['member.assign'], facts: Facts): Decision {
  const resource = facts.policy.policy.resources.find((candidate) => candidate.key === kind);
  if (resource?.grantedTo !== 'member') return deny('not_in_policy');
  return holdsAll(actor, resource) ? manage(actor, member, facts) : deny('not_granted');
}

/** Whether the actor has everything of a kind, whatever is granted. */
export function holdsAll(actor: Actor, { fullRoles }: ResourceKind): boolean {
  return actor.kind !== 'member' || actor.roles.some((role) => fullRoles.includes(role));
}

/** Whether the actor may see the person out: end their access and hand over what was theirs. */
export function offboard(actor: Actor, { member }: OnMember, facts: Facts): Decision {
  return endAccess(actor, member, facts);
}

/** Whether the actor may make a role with these capabilities. */
export function createRole(actor: Actor, { capabilities }: TargetOf['role.create'], facts: Facts): Decision {
  return facts.policy.policy.hasCustomRoles ? mayContain(actor, capabilities, facts) : deny('not_in_policy');
}

/** Whether the actor may give a role of the workspace these capabilities. */
export function editRole(
  actor: Actor,
  { role, capabilities }: TargetOf['role.change'],
  facts: Facts,
): Decision {
  const owned = ownRole(actor, role, facts);
  return owned.allowed ? mayContain(actor, capabilities, facts) : owned;
}

/** Whether the actor may delete a role of the workspace, and give its holders the other one instead. */
export function deleteRole(
  actor: Actor,
  { role, replacement = null }: TargetOf['role.delete'],
  facts: Facts,
): Decision {
  const owned = ownRole(actor, role, facts);
  if (!owned.allowed || replacement === null) return owned;
  return replacement === role ? deny('role_unknown') : mayAssign(actor, [replacement], facts);
}

/** Whether `role` is the workspace's own and within the actor's rights, who does not have it: nobody changes their own role. */
function ownRole(actor: Actor, key: RoleKey, facts: Facts): Decision {
  if (!facts.policy.policy.hasCustomRoles) return deny('not_in_policy');
  const role = facts.policy.roles.get(key);
  if (role === undefined) return deny('role_unknown');
  if (role.isCustom !== true) return deny('role_built_in');
  if (actor.kind !== 'member') return allow();
  if (actor.roles.includes(key)) return deny('is_self');
  for (const capability of facts.policy.policy.capabilities)
    if (capability.roles?.includes(key) === true && !holds(facts.policy, actor.roles, capability.key))
      return deny('outranked');
  return allow();
}

/** Whether a custom role may hold these capabilities, and the actor holds each: nobody grants what they do not hold. */
function mayContain(actor: Actor, capabilities: readonly CapabilityKey[], facts: Facts): Decision {
  const ownable = ownableCapabilities(facts.policy.policy).map(({ key }) => key);
  for (const key of capabilities) {
    if (!ownable.includes(key)) return deny('capability_unknown');
    if (actor.kind === 'member' && !holds(facts.policy, actor.roles, key)) return deny('capability_not_held');
  }
  return allow();
}

/** Whether the actor may withdraw the invitation. */
export function revokeInvitation(actor: Actor, { invitation }: OnInvitation, facts: Facts): Decision {
  return isOutranked(actor, invitation.roles, facts) ? deny('outranked') : allow();
}

/** Whether what the role may do with this kind of resource can be edited. */
export function savePermissions(
  _actor: Actor,
  { kind, role }: TargetOf['permissions.save'],
  facts: Facts,
): Decision {
  const resource = facts.policy.policy.resources.find((candidate) => candidate.key === kind);
  if (resource === undefined) return deny('not_in_policy');
  if (!facts.policy.roles.has(role)) return deny('role_unknown');
  return resource.editableRoles.includes(role) ? allow() : deny('not_in_policy');
}

/** Whether the workspace may be deleted. That is final, so it takes two deliberate steps. */
export function deleteWorkspace(_actor: Actor, _target: InWorkspace, facts: Facts): Decision {
  return facts.isArchived ? allow() : deny('workspace_not_archived');
}
