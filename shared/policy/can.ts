// Who may do what. Pure: no I/O, no clock, no framework. The server enforces it inside the write, the widget greys controls with it.
import type { MemberId, WorkspaceId } from '../ids.ts';
import type { CompiledPolicy } from './compile.ts';
import { holds, isGuard, mayGive } from './compile.ts';
import type { Decision } from './decision.ts';
import { allow, deny } from './decision.ts';
import type { EngineCapability, RoleKey } from './policy.ts';

/** Who asks, and through what. Rights come from the database, never from what the client claims. */
export interface Actor {
  /** `host` is a host's backend with its key, `system` the operator's own process. */
  readonly kind: 'member' | 'anonymous' | 'host' | 'system';
  /** The membership of a member; absent for the others. */
  readonly id?: MemberId;
  readonly workspace?: WorkspaceId;
  readonly roles: readonly RoleKey[];
  readonly status: MemberStatus;
}

/** Whether a membership is switched on. */
export type MemberStatus = 'active' | 'deactivated';

/** What a decision needs to know of the person it is about. */
export interface MemberTarget {
  readonly id: MemberId;
  readonly workspace: WorkspaceId;
  readonly roles: readonly RoleKey[];
  readonly status: MemberStatus;
}

/** What a decision needs beside actor and target. */
export interface Facts {
  readonly policy: CompiledPolicy;
  /** The number of active members that hold a guarded role. */
  readonly inCharge: number;
  readonly isArchived: boolean;
}

interface InWorkspace {
  readonly workspace: WorkspaceId;
}
interface OnMember {
  readonly member: MemberTarget;
}
interface OnInvitation {
  readonly invitation: { readonly workspace: WorkspaceId; readonly roles: readonly RoleKey[] };
}

/** Every action and what it is done to. Audit entries carry the same names. */
export interface TargetOf {
  'team.open': InWorkspace;
  'members.list': InWorkspace;
  'member.change-role': OnMember & { readonly roles: readonly RoleKey[] };
  'member.deactivate': OnMember;
  'member.reactivate': OnMember;
  'member.remove': OnMember;
  'member.leave': OnMember;
  'invitation.list': InWorkspace;
  'invitation.create': InWorkspace & { readonly roles: readonly RoleKey[] };
  'invitation.resend': OnInvitation;
  'invitation.revoke': OnInvitation;
  'invitation.link': OnInvitation;
  'permissions.view': InWorkspace;
  'permissions.save': InWorkspace & { readonly kind: string; readonly role: RoleKey };
  'audit.list': InWorkspace;
  'workspace.rename': InWorkspace;
  'workspace.archive': InWorkspace;
  'workspace.restore': InWorkspace;
  'workspace.delete': InWorkspace;
}

/** Something that can be asked of `can`. */
export type Action = keyof TargetOf;

/** What each action requires of a role; `null` where membership is enough. */
const REQUIRES: { readonly [A in Action]: EngineCapability | null } = {
  'team.open': 'team.open',
  'members.list': 'members.view',
  'member.change-role': 'members.manage',
  'member.deactivate': 'members.manage',
  'member.reactivate': 'members.manage',
  'member.remove': 'members.manage',
  'member.leave': null,
  'invitation.list': 'members.invite',
  'invitation.create': 'members.invite',
  'invitation.resend': 'members.invite',
  'invitation.revoke': 'members.invite',
  'invitation.link': 'invitations.link',
  'permissions.view': 'permissions.view',
  'permissions.save': 'permissions.edit',
  'audit.list': 'audit.view',
  'workspace.rename': 'workspace.manage',
  'workspace.archive': 'workspace.manage',
  'workspace.restore': 'workspace.manage',
  'workspace.delete': 'workspace.manage',
};

/** The actions that an archived workspace still allows. */
const IN_ARCHIVE: ReadonlySet<Action> = new Set<Action>([
  'team.open', 'members.list', 'invitation.list', 'permissions.view', 'audit.list', 'workspace.restore', 'workspace.delete',
]);

/** The actions of a host's backend on the workspaces of its key. */
const OF_HOST: ReadonlySet<Action> = new Set<Action>(['workspace.rename', 'workspace.archive', 'workspace.restore', 'workspace.delete']);

const RULES: { readonly [A in Action]: (actor: Actor, target: TargetOf[A], facts: Facts) => Decision } = {
  'team.open': allow,
  'members.list': allow,
  'member.change-role': changeRole,
  'member.deactivate': (actor, { member }, facts) => {
    if (facts.policy.policy.members.deactivation === 'none') return deny('not_in_policy');
    if (member.status === 'deactivated') return deny('already_deactivated');
    return switchOff(actor, member, facts);
  },
  'member.reactivate': (actor, { member }, facts) => {
    if (facts.policy.policy.members.deactivation === 'none') return deny('not_in_policy');
    if (member.status === 'active') return deny('already_active');
    if (member.id === actor.id) return deny('is_self');
    return outranked(actor, member.roles, facts) ? deny('outranked') : allow();
  },
  'member.remove': (actor, { member }, facts) => {
    if (!facts.policy.policy.members.isRemovable) return deny('not_in_policy');
    return switchOff(actor, member, facts);
  },
  'member.leave': (actor, { member }, facts) => {
    if (member.id !== actor.id) return deny('not_granted');
    return leavesNobody(member, [], facts) ? deny('last_in_charge') : allow();
  },
  'invitation.list': allow,
  'invitation.create': (actor, { roles }, facts) => assignable(actor, roles, facts),
  'invitation.resend': (actor, { invitation }, facts) => assignable(actor, invitation.roles, facts),
  'invitation.revoke': (actor, { invitation }, facts) =>
    outranked(actor, invitation.roles, facts) ? deny('outranked') : allow(),
  'invitation.link': (actor, { invitation }, facts) => assignable(actor, invitation.roles, facts),
  'permissions.view': allow,
  'permissions.save': (_actor, { kind, role }, facts) => {
    const resource = facts.policy.policy.resources.find((candidate) => candidate.key === kind);
    if (resource === undefined || resource.grantedTo !== 'role') return deny('not_in_policy');
    if (!facts.policy.roles.has(role)) return deny('role_unknown');
    return resource.editableRoles.includes(role) ? allow() : deny('not_in_policy');
  },
  'audit.list': allow,
  'workspace.rename': allow,
  'workspace.archive': allow,
  'workspace.restore': allow,
  // Deletion is final, so it takes two deliberate steps.
  'workspace.delete': (_actor, _target, facts) => (facts.isArchived ? allow() : deny('workspace_not_archived')),
};

/**
 * Whether `actor` may do `action` to `target`, and if not, why not.
 *
 * The order of the questions is fixed, so that everybody gets the same reason: who is asking, whose workspace it is,
 * whether it still lives, what the role includes, and last the rule of the action.
 */
export function can<A extends Action>(actor: Actor, action: A, target: TargetOf[A], facts: Facts): Decision {
  if (actor.kind === 'anonymous') return deny('not_signed_in');
  if (actor.status !== 'active') return deny('actor_deactivated');
  if (isOutside(actor, workspaceOf(target))) return deny('not_a_member');
  if (facts.isArchived && !IN_ARCHIVE.has(action)) return deny('workspace_archived');
  if (!isIncluded(actor, action, facts)) return deny('not_granted');
  return RULES[action](actor, target, facts);
}

/** Whether the actor belongs elsewhere. Only a member has to belong somewhere: a host's keys and the operator reach several workspaces. */
function isOutside(actor: Actor, workspace: WorkspaceId): boolean {
  if (actor.kind === 'member') return actor.id === undefined || actor.workspace !== workspace;
  return actor.workspace !== undefined && actor.workspace !== workspace;
}

/** Whether the way the actor asks, and for a member the roles, include `action` at all. */
function isIncluded(actor: Actor, action: Action, facts: Facts): boolean {
  switch (actor.kind) {
    case 'system':
      // An action that only another version knows is nobody's; for the others it is in no list either.
      return Object.hasOwn(RULES, action);
    case 'host':
      return OF_HOST.has(action);
    case 'member':
      return REQUIRES[action] === null || holds(facts.policy, actor.roles, REQUIRES[action]);
    default:
      return false;
  }
}

function workspaceOf(target: TargetOf[Action]): WorkspaceId {
  if ('workspace' in target) return target.workspace;
  return 'member' in target ? target.member.workspace : target.invitation.workspace;
}

function changeRole(actor: Actor, target: TargetOf['member.change-role'], facts: Facts): Decision {
  const { member, roles } = target;
  if (member.id === actor.id) return deny('is_self');
  if (outranked(actor, member.roles, facts)) return deny('outranked');
  const given = assignable(actor, roles, facts);
  if (!given.allowed) return given;
  if (sameRoles(member.roles, roles)) return deny('role_unchanged');
  return leavesNobody(member, roles, facts) ? deny('last_in_charge') : allow();
}

function switchOff(actor: Actor, member: MemberTarget, facts: Facts): Decision {
  if (member.id === actor.id) return deny('is_self');
  if (outranked(actor, member.roles, facts)) return deny('outranked');
  return leavesNobody(member, [], facts) ? deny('last_in_charge') : allow();
}

/** Whether these roles exist, can be given to a person, and are the actor's to give. */
function assignable(actor: Actor, roles: readonly RoleKey[], facts: Facts): Decision {
  if (roles.length === 0) return deny('role_required');
  if (facts.policy.policy.rolesPerMember === 'one' && roles.length > 1) return deny('one_role_only');
  for (const key of roles) {
    const role = facts.policy.roles.get(key);
    if (role === undefined) return deny('role_unknown');
    if (role.isPublic === true) return deny('role_not_assignable');
    if (actor.kind === 'member' && !mayGive(facts.policy, actor.roles, key)) return deny('role_not_yours_to_give');
  }
  return allow();
}

/** Whether the target has a role that the actor may not give. A role that no person can be given any more protects nobody. */
function outranked(actor: Actor, roles: readonly RoleKey[], facts: Facts): boolean {
  if (actor.kind !== 'member') return false;
  return roles.some((key) => {
    const role = facts.policy.roles.get(key);
    return role !== undefined && role.isPublic !== true && !mayGive(facts.policy, actor.roles, key);
  });
}

/** Whether nobody active would hold a guarded role once `member` has only `next`. */
function leavesNobody(member: MemberTarget, next: readonly RoleKey[], facts: Facts): boolean {
  if (member.status !== 'active' || !isGuard(facts.policy, member.roles)) return false;
  return !isGuard(facts.policy, next) && facts.inCharge <= 1;
}

function sameRoles(a: readonly RoleKey[], b: readonly RoleKey[]): boolean {
  return a.every((role) => b.includes(role)) && b.every((role) => a.includes(role));
}
