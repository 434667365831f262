// Who may do what. Pure: no I/O, no clock, no framework. The server enforces it inside the write, the widget greys controls with it.
import type { MemberId, WorkspaceId } from '../ids.ts';
import type { CompiledPolicy } from './compile.ts';
import { holds, isAssignable, isGuard, mayGive } from './compile.ts';
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

/** Where a member's fields and roles come from: this product, or the identity provider they sign in through. */
export type MemberSource = 'local' | 'provider';

/** What a decision needs to know of the person it is about. */
export interface MemberTarget {
  readonly id: MemberId;
  readonly workspace: WorkspaceId;
  readonly roles: readonly RoleKey[];
  readonly status: MemberStatus;
  /** Absent counts as local. */
  readonly source?: MemberSource;
}

/** What the identity provider of a workspace has taken over: who people are, what they may do, or both. */
export interface External {
  /** Whether people come in, and are known by name and address, through the provider alone. */
  readonly authentication: boolean;
  /** Whether the roles of those who come through the provider are the provider's to say. */
  readonly authorization: boolean;
}

/** What a decision needs beside actor and target. */
export interface Facts {
  readonly policy: CompiledPolicy;
  /** The number of active members that hold a guarded role. */
  readonly inCharge: number;
  readonly isArchived: boolean;
  /** Whether this workspace is the one from which the whole deployment is run. */
  readonly isHome: boolean;
  readonly external: External;
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
  'member.reset-password': OnMember;
  'member.change-email': OnMember;
  'member.view-activity': OnMember;
  'member.end-sessions': OnMember;
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
  'settings.view': InWorkspace;
  'settings.change': InWorkspace;
  'deployment.view': InWorkspace;
  'deployment.change': InWorkspace;
}

/** Something that can be asked of `can`. */
export type Action = keyof TargetOf;

interface Rule<A extends Action> {
  /** What a member's role has to include; `null` where membership is enough. */
  readonly requires: EngineCapability | null;
  /** Whether an archived workspace still allows it. */
  readonly inArchive?: true;
  /** Whether a host's backend may do it to the workspaces of its key. */
  readonly forHost?: true;
  /** What decides once the door is open. */
  readonly decide: (actor: Actor, target: TargetOf[A], facts: Facts) => Decision;
}

const RULES: { readonly [A in Action]: Rule<A> } = {
  'team.open': { requires: 'team.open', inArchive: true, decide: allow },
  'members.list': { requires: 'members.view', inArchive: true, decide: allow },
  'member.change-role': { requires: 'members.manage', decide: changeRole },
  'member.deactivate': { requires: 'members.manage', decide: deactivate },
  'member.reactivate': { requires: 'members.manage', decide: reactivate },
  'member.remove': { requires: 'members.manage', decide: remove },
  'member.leave': { requires: null, inArchive: true, decide: leave },
  'member.reset-password': { requires: 'members.manage', decide: resetPassword },
  'member.change-email': { requires: 'members.manage', decide: changeEmail },
  'member.view-activity': { requires: 'members.view', inArchive: true, decide: allow },
  'member.end-sessions': { requires: 'members.manage', inArchive: true, decide: endSessions },
  'invitation.list': { requires: 'members.invite', inArchive: true, decide: allow },
  'invitation.create': {
    requires: 'members.invite',
    decide: (actor, { roles }, facts) => mayInvite(actor, roles, facts),
  },
  'invitation.resend': {
    requires: 'members.invite',
    decide: (actor, { invitation }, facts) => mayInvite(actor, invitation.roles, facts),
  },
  'invitation.revoke': { requires: 'members.invite', decide: revokeInvitation },
  'invitation.link': {
    requires: 'invitations.link',
    decide: (actor, { invitation }, facts) => mayInvite(actor, invitation.roles, facts),
  },
  'permissions.view': { requires: 'permissions.view', inArchive: true, decide: allow },
  'permissions.save': { requires: 'permissions.edit', decide: savePermissions },
  'audit.list': { requires: 'audit.view', inArchive: true, decide: allow },
  'workspace.rename': { requires: 'workspace.manage', forHost: true, decide: allow },
  'workspace.archive': { requires: 'workspace.manage', forHost: true, decide: allow },
  'workspace.restore': { requires: 'workspace.manage', forHost: true, inArchive: true, decide: allow },
  'workspace.delete': {
    requires: 'workspace.manage',
    forHost: true,
    inArchive: true,
    decide: deleteWorkspace,
  },
  'settings.view': { requires: 'settings.manage', inArchive: true, decide: allow },
  'settings.change': { requires: 'settings.manage', decide: allow },
  'deployment.view': { requires: 'settings.manage', inArchive: true, decide: runDeployment },
  'deployment.change': { requires: 'settings.manage', decide: runDeployment },
};

/** Every action that can be asked of `can`. */
export const ACTIONS = Object.keys(RULES) as readonly Action[];

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
  const rule = ruleOf(action);
  if (rule === undefined) return deny('not_granted');
  if (facts.isArchived && rule.inArchive !== true) return deny('workspace_archived');
  if (!isIncluded(actor, rule, facts)) return deny('not_granted');
  return rule.decide(actor, target, facts);
}

/** The rule of `action`; undefined for one that only another version of this product knows, which is nobody's here. */
function ruleOf<A extends Action>(action: A): Rule<A> | undefined {
  return Object.hasOwn(RULES, action) ? RULES[action] : undefined;
}

/** Whether the actor belongs elsewhere. Only a member has to belong somewhere: a host's keys and the operator reach several workspaces. */
function isOutside(actor: Actor, workspace: WorkspaceId): boolean {
  if (actor.kind === 'member') return actor.id === undefined || actor.workspace !== workspace;
  return actor.workspace !== undefined && actor.workspace !== workspace;
}

/** Whether the way the actor asks, and a member's roles, include what `rule` is about. */
function isIncluded(actor: Actor, rule: Pick<Rule<Action>, 'requires' | 'forHost'>, facts: Facts): boolean {
  switch (actor.kind) {
    case 'system':
      return true;
    case 'host':
      return rule.forHost === true;
    case 'member':
      return rule.requires === null || holds(facts.policy, actor.roles, rule.requires);
    default:
      return false;
  }
}

/** The workspace that a target belongs to. */
export function workspaceOf(target: TargetOf[Action]): WorkspaceId {
  if ('workspace' in target) return target.workspace;
  return 'member' in target ? target.member.workspace : target.invitation.workspace;
}

function changeRole(actor: Actor, { member, roles }: TargetOf['member.change-role'], facts: Facts): Decision {
  if (member.id === actor.id) return deny('is_self');
  if (isOutranked(actor, member.roles, facts)) return deny('outranked');
  if (facts.external.authorization && member.source === 'provider') return deny('roles_from_provider');
  const given = mayAssign(actor, roles, facts);
  if (!given.allowed) return given;
  if (sameRoles(member.roles, roles)) return deny('role_unchanged');
  return leavesNobody(member, roles, facts) ? deny('last_in_charge') : allow();
}

function deactivate(actor: Actor, { member }: OnMember, facts: Facts): Decision {
  if (facts.policy.policy.members.deactivation === 'none') return deny('not_in_policy');
  if (member.status === 'deactivated') return deny('already_deactivated');
  return endAccess(actor, member, facts);
}

function reactivate(actor: Actor, { member }: OnMember, facts: Facts): Decision {
  if (facts.policy.policy.members.deactivation === 'none') return deny('not_in_policy');
  if (member.status === 'active') return deny('already_active');
  if (member.id === actor.id) return deny('is_self');
  return isOutranked(actor, member.roles, facts) ? deny('outranked') : allow();
}

function remove(actor: Actor, { member }: OnMember, facts: Facts): Decision {
  return facts.policy.policy.members.isRemovable ? endAccess(actor, member, facts) : deny('not_in_policy');
}

function endAccess(actor: Actor, member: MemberTarget, facts: Facts): Decision {
  if (member.id === actor.id) return deny('is_self');
  if (isOutranked(actor, member.roles, facts)) return deny('outranked');
  return leavesNobody(member, [], facts) ? deny('last_in_charge') : allow();
}

function leave(actor: Actor, { member }: OnMember, facts: Facts): Decision {
  if (member.id !== actor.id) return deny('not_granted');
  return leavesNobody(member, [], facts) ? deny('last_in_charge') : allow();
}

function resetPassword(actor: Actor, { member }: OnMember, facts: Facts): Decision {
  if (facts.policy.policy.identity.passwords === null) return deny('not_in_policy');
  if (facts.external.authentication) return deny('people_from_provider');
  return manageAccount(actor, member, facts);
}

function changeEmail(actor: Actor, { member }: OnMember, facts: Facts): Decision {
  if (facts.policy.policy.identity.emailChange === 'none') return deny('not_in_policy');
  if (facts.external.authentication) return deny('people_from_provider');
  return manageAccount(actor, member, facts);
}

/** What is the person's own under Account, and of others only by whoever may manage them. */
function manageAccount(actor: Actor, member: MemberTarget, facts: Facts): Decision {
  if (member.id === actor.id) return deny('is_self');
  if (isOutranked(actor, member.roles, facts)) return deny('outranked');
  return member.status === 'deactivated' ? deny('member_deactivated') : allow();
}

function endSessions(actor: Actor, { member }: OnMember, facts: Facts): Decision {
  if (member.id === actor.id) return deny('is_self');
  return isOutranked(actor, member.roles, facts) ? deny('outranked') : allow();
}

// What holds for all workspaces is not one workspace's to change, whoever runs it.
function runDeployment(_actor: Actor, _target: InWorkspace, facts: Facts): Decision {
  return facts.isHome ? allow() : deny('not_home');
}

function mayInvite(actor: Actor, roles: readonly RoleKey[], facts: Facts): Decision {
  return facts.external.authentication ? deny('people_from_provider') : mayAssign(actor, roles, facts);
}

function revokeInvitation(actor: Actor, { invitation }: OnInvitation, facts: Facts): Decision {
  return isOutranked(actor, invitation.roles, facts) ? deny('outranked') : allow();
}

function savePermissions(
  _actor: Actor,
  { kind, role }: TargetOf['permissions.save'],
  facts: Facts,
): Decision {
  const resource = facts.policy.policy.resources.find((candidate) => candidate.key === kind);
  if (resource === undefined) return deny('not_in_policy');
  if (!facts.policy.roles.has(role)) return deny('role_unknown');
  return resource.editableRoles.includes(role) ? allow() : deny('not_in_policy');
}

// Deletion is final, so it takes two deliberate steps.
function deleteWorkspace(_actor: Actor, _target: InWorkspace, facts: Facts): Decision {
  return facts.isArchived ? allow() : deny('workspace_not_archived');
}

/** Whether these roles exist, can be given to a person, and are the actor's to give. */
function mayAssign(actor: Actor, roles: readonly RoleKey[], facts: Facts): Decision {
  if (roles.length === 0) return deny('role_required');
  if (facts.policy.policy.rolesPerMember === 'one' && roles.length > 1) return deny('one_role_only');
  for (const key of roles) {
    const role = facts.policy.roles.get(key);
    if (role === undefined) return deny('role_unknown');
    if (role.isPublic === true) return deny('role_not_assignable');
    if (actor.kind === 'member' && !mayGive(facts.policy, actor.roles, key))
      return deny('role_not_yours_to_give');
  }
  return allow();
}

/** Whether the target has a role that the actor may not give. A role that no person can be given any more protects nobody. */
function isOutranked(actor: Actor, roles: readonly RoleKey[], facts: Facts): boolean {
  if (actor.kind !== 'member') return false;
  for (const role of roles)
    if (!mayGive(facts.policy, actor.roles, role) && isAssignable(facts.policy, role)) return true;
  return false;
}

/** Whether nobody active would hold a guarded role once `member` has only `next`. */
function leavesNobody(member: MemberTarget, next: readonly RoleKey[], facts: Facts): boolean {
  if (member.status !== 'active' || !isGuard(facts.policy, member.roles)) return false;
  return !isGuard(facts.policy, next) && facts.inCharge <= 1;
}

function sameRoles(a: readonly RoleKey[], b: readonly RoleKey[]): boolean {
  return a.every((role) => b.includes(role)) && b.every((role) => a.includes(role));
}
