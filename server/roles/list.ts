// The roles of the policy, how many people hold each, and what each may do.
import { capabilityMatrix } from '../../shared/permissions/permissions.ts';
import { can } from '../../shared/policy/can.ts';
import type { RoleList, RoleSummary } from '../../shared/roles/role-list.ts';
import { READING, authorizeRead } from '../authorize.ts';
import type { UseCaseContext } from '../context.ts';
import { holdersByRole } from './store.ts';

/** Every role, highest first, and the matrix of capabilities. Who may not see the people learns no numbers. @throws {AppError} the reason of the denial. */
export async function listRoles(ctx: UseCaseContext): Promise<RoleList> {
  const { actor, workspaceId } = await authorizeRead(ctx, 'permissions.view');
  const seesPeople = can(
    actor,
    'members.list',
    { workspace: workspaceId },
    { ...READING, policy: ctx.policy },
  ).allowed;
  const holders = seesPeople ? await holdersByRole(ctx.read, workspaceId) : undefined;
  const roles = ctx.policy.policy.roles.map((role): RoleSummary => ({
    ...role,
    holders: holders === undefined ? null : (holders.get(role.key) ?? { active: 0, deactivated: 0 }),
  }));
  return { roles, matrix: capabilityMatrix(ctx.policy) };
}
