// Who may do what. Pure: no I/O, no clock, no framework. The server enforces it inside the write, the widget greys controls with it.
import type { MemberId, WorkspaceId } from '../ids.ts';
import type { CompiledPolicy } from './compile.ts';
import * as decide from './decide.ts';
import { runDeployment } from './decide-first.ts';
import type { Decision } from './decision.ts';
import { allow } from './decision.ts';
import { FIRST_RULES } from './first-rules.ts';
import type { Rules } from './judge.ts';
import { judge } from './judge.ts';
import type { CapabilityKey, RoleKey } from './policy.ts';

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

const RULES: Rules<Action> = {
  'members.export': { requires: 'members.view', inArchive: true, decide: allow },
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
  'invitation.resend': { requires: 'members.invite', decide: decide.inviteAgain },
  'invitation.revoke': { requires: 'members.invite', decide: decide.revokeInvitation },
  'invitation.link': { requires: 'invitations.link', decide: decide.inviteAgain },
  'permissions.save': { requires: 'permissions.edit', decide: decide.savePermissions },
  'role.create': { requires: 'roles.manage', decide: decide.createRole },
  'role.change': { requires: 'roles.manage', decide: decide.editRole },
  'role.delete': { requires: 'roles.manage', decide: decide.deleteRole },
  'review.run': { requires: 'reviews.run', decide: allow },
  'workspace.rename': { requires: 'workspace.manage', forHost: true, decide: allow },
  'workspace.archive': { requires: 'workspace.manage', forHost: true, decide: allow },
  'workspace.restore': { requires: 'workspace.manage', forHost: true, inArchive: true, decide: allow },
  'workspace.delete': {
    requires: 'workspace.manage',
    forHost: true,
    inArchive: true,
    decide: decide.deleteWorkspace,
  },
  'settings.change': { requires: 'settings.manage', decide: allow },
  'deployment.change': { requires: 'settings.manage', decide: runDeployment },
  // Last, so that the compiler refuses a second rule for one of these.
  ...FIRST_RULES,
};

/** Every action that can be asked of `can`. */
export const ACTIONS = Object.keys(RULES) as readonly Action[];

/** Whether `actor` may do `action` to `target`, and if not, why not. */
export function can<A extends Action>(actor: Actor, action: A, target: TargetOf[A], facts: Facts): Decision {
  return judge(RULES, actor, action, target, facts);
}
