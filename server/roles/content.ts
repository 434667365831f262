// What every change of a role has in common: its words and rights in the form to store, and what the policy is with it.
import { fail } from '../../shared/errors.ts';
import type { WorkspaceId } from '../../shared/ids.ts';
import type { CompiledPolicy } from '../../shared/policy/compile.ts';
import { compilePolicy } from '../../shared/policy/compile.ts';
import type { CustomRole } from '../../shared/policy/custom-roles.ts';
import { ownableCapabilities, withCustomRoles } from '../../shared/policy/custom-roles.ts';
import type { CapabilityKey, Policy } from '../../shared/policy/policy.ts';
import { ROLE_DESCRIPTION_LIMIT, ROLE_NAME_LIMIT } from '../../shared/roles/role-list.ts';
import { cleanName, nameKey } from '../../shared/text/name.ts';
import { tellByMail } from '../accounts/tell.ts';
import type { UseCaseContext, WriteTransaction } from '../context.ts';
import { breathe } from '../db/breathe.ts';
import type { Holder } from './holders-store.ts';
import { isHeldByActive } from './store.ts';

/** What a person enters of a role. */
export type RoleContent = Pick<CustomRole, 'name' | 'description' | 'capabilities'>;

/**
 * Name and sentence of a role in the form to store, and its rights in the order of the policy.
 * @param key - The role that is changed; another one may not have the same name.
 * @throws {AppError} `role_name_invalid`, `role_name_taken`, `input_invalid`.
 */
export function contentOf(policy: Policy, input: RoleContent, key?: string): RoleContent {
  const name = cleanName(input.name, ROLE_NAME_LIMIT);
  if (!name.ok) fail('role_name_invalid', { field: 'name', reason: name.reason });
  const taken = policy.roles.find((role) => role.key !== key && nameKey(role.name) === nameKey(name.name));
  if (taken !== undefined) fail('role_name_taken', { field: 'name', role: taken.key });
  const said = cleanName(input.description, ROLE_DESCRIPTION_LIMIT);
  if (!said.ok && said.reason !== 'name_empty')
    fail('input_invalid', { field: 'description', reason: said.reason });
  return {
    name: name.name,
    description: said.ok ? said.name : '',
    capabilities: inOrder(policy, input.capabilities),
  };
}

/** Those that the policy knows, in its order, once each. Whether others were asked for is `can`'s to refuse. */
function inOrder(policy: Policy, keys: readonly CapabilityKey[]): readonly CapabilityKey[] {
  const wanted = new Set(keys);
  return ownableCapabilities(policy).flatMap(({ key }) => (wanted.has(key) ? [key] : []));
}

/** The policy of a workspace as it is with these roles. */
export async function policyWith(
  ctx: UseCaseContext,
  tx: WriteTransaction,
  roles: readonly CustomRole[],
): Promise<CompiledPolicy> {
  const { policy } = await ctx.policyIn(tx.sql, null);
  return compilePolicy(withCustomRoles(policy, roles));
}

/** Refuses where somebody was in charge and nobody would be, by the rows as they now stand. @throws {AppError} `last_in_charge`. */
export async function assertInCharge(
  tx: WriteTransaction,
  workspaceId: WorkspaceId,
  before: { readonly inCharge: number; readonly isHome: boolean },
  after: CompiledPolicy,
): Promise<void> {
  const guard = before.isHome ? after.homeGuard : after.guard;
  if (before.inCharge > 0 && !(await isHeldByActive(tx.sql, workspaceId, guard))) fail('last_in_charge');
}

/** Tells those of `holders`, by the roles that they had, who are in charge now and were not before (SEC_L09). */
export async function tellInCharge(
  ctx: UseCaseContext,
  tx: WriteTransaction,
  workspaceId: WorkspaceId,
  holders: readonly Holder[],
): Promise<void> {
  const { guard } = ctx.policy;
  for (const [index, { accountId, status, roles }] of holders.entries()) {
    if (status === 'active' && !roles.some((role) => guard.has(role)))
      await tellByMail(ctx, tx, { kind: 'in-charge', accountId, data: { workspaceId } });
    if (index % 50 === 49) await breathe();
  }
}

/** What the trail keeps of a role. */
export function traceOf({ name, description, capabilities }: RoleContent): RoleContent {
  return { name, description, capabilities };
}
