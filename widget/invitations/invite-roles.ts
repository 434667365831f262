// Which roles the viewer may invite into, and why not the others. Pure.
import type { Decision } from '../../shared/policy/decision.ts';
import type { Role, RoleKey } from '../../shared/policy/policy.ts';
import { leastRole } from '../../shared/roles/least-role.ts';
import type { Rights } from '../rights.ts';

/** A role with the answer to whether the viewer may invite into it. */
export interface InviteRole {
  readonly role: Role;
  readonly decision: Decision;
}

/** The roles that a person can have, highest first, each with its decision. */
export function inviteRoles(rights: Rights): readonly InviteRole[] {
  const workspace = rights.viewer.workspace.id;
  return rights.personRoles.map((role) => ({
    role,
    decision: rights.may('invitation.create', { workspace, roles: [role.key] }),
  }));
}

/** The role to begin with: the least of those that the viewer may give. */
export function firstRole(roles: readonly InviteRole[]): RoleKey | undefined {
  return leastRole(roles.flatMap(({ role, decision }) => (decision.allowed ? [role] : [])))?.key;
}

/** Whether the viewer may invite anybody at all; the reason is that of the lowest role. */
export function mayInvite(roles: readonly InviteRole[]): Decision {
  return (
    roles.find(({ decision }) => decision.allowed)?.decision ??
    roles.at(-1)?.decision ?? { allowed: false, reason: 'not_in_policy' }
  );
}
