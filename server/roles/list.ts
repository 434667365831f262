// The roles of the policy and of the workspace, how many people hold each, and what each may do.
import { capabilityMatrix } from '../../shared/permissions/permissions.ts';
import { can } from '../../shared/policy/can.ts';
import { holds } from '../../shared/policy/compile.ts';
import { ownableCapabilities } from '../../shared/policy/custom-roles.ts';
import type { RoleList, RoleSummary } from '../../shared/roles/role-list.ts';
import { READING, authorizeRead } from '../authorize.ts';
import type { UseCaseContext } from '../context.ts';
import { customRoles, holdersByRole, invitationsByRole } from './store.ts';

/** Every role, highest first, and the matrix of capabilities. Who may not see the people learns no numbers. @throws {AppError} the reason of the denial. */
export async function listRoles(ctx: UseCaseContext): Promise<RoleList> {
  const { actor, workspaceId } = await authorizeRead(ctx, 'permissions.view');
  const seesPeople = can(
    actor,
    'members.list',
    { workspace: workspaceId },
    { ...READING, policy: ctx.policy },
  ).allowed;
  const held = seesPeople ? await holdersByRole(ctx.read, workspaceId) : undefined;
  const invited = seesPeople ? await invitationsByRole(ctx.read, workspaceId) : undefined;
  const custom = ctx.policy.policy.hasCustomRoles ? await customRoles(ctx.read, workspaceId) : [];
  const roles = ctx.policy.policy.roles.map((role): RoleSummary => ({
    ...role,
    holders:
      held === undefined
        ? null
        : { active: 0, deactivated: 0, ...held.get(role.key), invited: invited?.get(role.key) ?? 0 },
    capabilities: ownableCapabilities(ctx.policy.policy).flatMap(({ key }) =>
      holds(ctx.policy, [role.key], key) ? [key] : [],
    ),
    version: custom.find(({ key }) => key === role.key)?.version ?? 0,
  }));
  return { roles, matrix: capabilityMatrix(ctx.policy) };
}
