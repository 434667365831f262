// Who may do what. Pure: no I/O, no clock, no framework. The server enforces it inside the write, the widget greys controls with it.
import type { MemberId, WorkspaceId } from '../ids.ts';
import type { CompiledPolicy } from './compile.ts';
import { holds } from './compile.ts';
import * as decide from './decide.ts';
import type { Decision } from './decision.ts';
import { allow, deny } from './decision.ts';
import type { CapabilityKey, EngineCapability, RoleKey } from './policy.ts';

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

/** Something in a workspace, or the workspace itself. */
export interface InWorkspace {
  readonly workspace: WorkspaceId;
}
/** A member. */
export interface OnMember {
  readonly member: MemberTarget;
}
/** An invitation. */
export interface OnInvitation {
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
  'member.create': InWorkspace & { readonly roles: readonly RoleKey[] };
  'member.change-profile': OnMember;
  'member.assign': OnMember & { readonly kind: string };
  'member.view-access': OnMember;
  'member.offboard': OnMember;
  'members.export': InWorkspace;
  'invitation.list': InWorkspace;
  'invitation.create': InWorkspace & { readonly roles: readonly RoleKey[] };
  'invitation.resend': OnInvitation;
  'invitation.revoke': OnInvitation;
  'invitation.link': OnInvitation;
  'permissions.view': InWorkspace;
  'permissions.save': InWorkspace & { readonly kind: string; readonly role: RoleKey };
  'role.create': InWorkspace & { readonly capabilities: readonly CapabilityKey[] };
  'role.change': InWorkspace & { readonly role: RoleKey; readonly capabilities: readonly CapabilityKey[] };
  /** With the role that its holders get instead; null or left out where they go without. */
  'role.delete': InWorkspace & { readonly role: RoleKey; readonly replacement?: RoleKey | null };
  'review.view': InWorkspace;
  'review.run': InWorkspace;
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
  'members.export': { requires: 'members.view', inArchive: true, decide: allow },
  'member.change-role': { requires: 'members.manage', decide: decide.changeRole },
  'member.deactivate': { requires: 'members.manage', decide: decide.deactivate },
  'member.reactivate': { requires: 'members.manage', decide: decide.reactivate },
  'member.remove': { requires: 'members.manage', decide: decide.remove },
  'member.offboard': { requires: 'members.manage', decide: decide.offboard },
  'member.leave': { requires: null, inArchive: true, decide: decide.leave },
  'member.reset-password': { requires: 'members.manage', decide: decide.resetPassword },
  'member.change-email': { requires: 'members.manage', decide: decide.changeEmail },
  'member.change-profile': { requires: 'members.manage', decide: decide.changeProfile },
  'member.assign': { requires: 'members.manage', decide: decide.assign },
  'member.view-access': { requires: 'members.view', inArchive: true, decide: allow },
  'member.view-activity': { requires: 'members.view', inArchive: true, decide: allow },
  'member.end-sessions': { requires: 'members.manage', inArchive: true, decide: decide.endSessions },
  'member.create': { requires: 'members.invite', decide: decide.createMember },
  'invitation.list': { requires: 'members.invite', inArchive: true, decide: allow },
  'invitation.create': { requires: 'members.invite', decide: decide.invite },
  'invitation.resend': { requires: 'members.invite', decide: decide.inviteAgain },
  'invitation.revoke': { requires: 'members.invite', decide: decide.revokeInvitation },
  'invitation.link': { requires: 'invitations.link', decide: decide.inviteAgain },
  'permissions.view': { requires: 'permissions.view', inArchive: true, decide: allow },
  'permissions.save': { requires: 'permissions.edit', decide: decide.savePermissions },
  'role.create': { requires: 'roles.manage', decide: decide.createRole },
  'role.change': { requires: 'roles.manage', decide: decide.editRole },
  'role.delete': { requires: 'roles.manage', decide: decide.deleteRole },
  'review.view': { requires: 'reviews.run', inArchive: true, decide: allow },
  'review.run': { requires: 'reviews.run', decide: allow },
  'audit.list': { requires: 'audit.view', inArchive: true, decide: allow },
  'workspace.rename': { requires: 'workspace.manage', forHost: true, decide: allow },
  'workspace.archive': { requires: 'workspace.manage', forHost: true, decide: allow },
  'workspace.restore': { requires: 'workspace.manage', forHost: true, inArchive: true, decide: allow },
  'workspace.delete': {
    requires: 'workspace.manage',
    forHost: true,
    inArchive: true,
    decide: decide.deleteWorkspace,
  },
  'settings.view': { requires: 'settings.manage', inArchive: true, decide: allow },
  'settings.change': { requires: 'settings.manage', decide: allow },
  'deployment.view': { requires: 'settings.manage', inArchive: true, decide: decide.runDeployment },
  'deployment.change': { requires: 'settings.manage', decide: decide.runDeployment },
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
