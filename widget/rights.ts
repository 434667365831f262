// What the viewer may do, computed from the policy on the same path that the server enforces. The rules for the first view only; `may.ts` has all. No I/O.
import type { Actor, Facts, MemberTarget, TargetOf } from '../shared/policy/can.ts';
import { compilePolicy } from '../shared/policy/compile.ts';
import type { Decision } from '../shared/policy/decision.ts';
import { FIRST_RULES } from '../shared/policy/first-rules.ts';
import type { FirstAction } from '../shared/policy/first-rules.ts';
import { judge } from '../shared/policy/judge.ts';
import type { Policy, Role, RoleKey } from '../shared/policy/policy.ts';
import type { Member } from '../shared/members/member.ts';
import type { Viewer } from '../shared/workspaces/workspace.ts';

/** The viewer together with the answers to "may I". Elements get it as a property and never look at a policy's name. */
export interface Rights {
  readonly viewer: Viewer;
  readonly actor: Actor;
  readonly policy: Policy;
  /** The roles that a person can have, highest first. */
  readonly personRoles: readonly Role[];
  /** What a decision needs beside actor and target. */
  readonly facts: Facts;
  /** Whether the viewer may do `action` to `target`, and if not, why not. Of what the first view asks; `may` answers for all. */
  may<A extends FirstAction>(action: A, target: TargetOf[A]): Decision;
  /** Whether the viewer may do `action` to the workspace as a whole. */
  mayHere(action: Exclude<FirstAction, 'member.change-role' | 'invitation.create'>): Decision;
  /** What a decision needs to know of a member in the viewer's workspace. */
  target(member: Member): MemberTarget;
  /** Whether this is the viewer's own membership. */
  isSelf(member: Pick<Member, 'id'>): boolean;
  /** The name of a role; its key where the policy no longer has it. */
  roleName(key: RoleKey): string;
}

/** Computes the rights of `viewer`; build it once for every answer of the server. */
export function rightsOf(viewer: Viewer): Rights {
  const compiled = compilePolicy(viewer.policy);
  const facts: Facts = {
    policy: compiled,
    inCharge: viewer.inCharge,
    isArchived: viewer.workspace.isArchived,
    isHome: viewer.isHome,
    external: viewer.external,
  };
  const workspace = viewer.workspace.id;
  return {
    viewer,
    actor: viewer.actor,
    policy: viewer.policy,
    personRoles: viewer.policy.roles.filter((role) => role.isPublic !== true),
    facts,
    may: (action, target) => judge(FIRST_RULES, viewer.actor, action, target, facts),
    mayHere: (action) => judge(FIRST_RULES, viewer.actor, action, { workspace }, facts),
    target: ({ id, roles, status, source }) => ({ id, workspace, roles, status, source }),
    isSelf: ({ id }) => id === viewer.memberId,
    roleName: (key) => compiled.roles.get(key)?.name ?? key,
  };
}

/** Whether the viewer may invite anybody, into whichever role. */
export function mayInvite(rights: Rights): boolean {
  const workspace = rights.viewer.workspace.id;
  return rights.personRoles.some(
    ({ key }) => rights.may('invitation.create', { workspace, roles: [key] }).allowed,
  );
}
