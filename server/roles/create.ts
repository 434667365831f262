// Makes a role of the workspace's own.
import type { CreateRole } from '../../shared/contract/roles.ts';
import { fail } from '../../shared/errors.ts';
import { holds } from '../../shared/policy/compile.ts';
import type { CompiledPolicy } from '../../shared/policy/compile.ts';
import type { CustomRole } from '../../shared/policy/custom-roles.ts';
import { ownableCapabilities } from '../../shared/policy/custom-roles.ts';
import type { CapabilityKey, RoleKey } from '../../shared/policy/policy.ts';
import { MAX_CUSTOM_ROLES } from '../../shared/roles/role-list.ts';
import { nameKey } from '../../shared/text/name.ts';
import type { UseCaseContext } from '../context.ts';
import { contentOf, policyWith, traceOf } from './content.ts';
import { customRoles, insertRole, rolesVersion } from './store.ts';

/**
 * Makes a role with the capabilities named, or with those of the role that it is a copy of.
 * @throws {AppError} the reason of the denial; `role_unknown` for a copy of none; `role_name_invalid`, `role_name_taken`; `too_many_roles`;
 * `fresh_sign_in_required` for a role whose holders are in charge.
 */
export function createRole(ctx: UseCaseContext, input: CreateRole): Promise<CustomRole> {
  const { idempotencyKey, ...wish } = input;
  return ctx.write({ action: 'role.create', input: wish, idempotencyKey, note: input.note }, async (tx) => {
    const workspaceId = ctx.workspaceId ?? fail('workspace_not_found');
    // A caller without rights here learns nothing of the roles there are.
    await tx.assertCan('role.create', { workspace: workspaceId, capabilities: [] });
    const { copyOf, capabilities = rightsOf(ctx.policy, copyOf) } = input;
    if (copyOf !== undefined && !ctx.policy.roles.has(copyOf)) fail('role_unknown', { field: 'copyOf' });
    await tx.assertCan('role.create', { workspace: workspaceId, capabilities });
    const roles = await customRoles(tx.sql, workspaceId);
    if (roles.length >= MAX_CUSTOM_ROLES) fail('too_many_roles');
    const content = contentOf(ctx.policy.policy, { ...input, capabilities });
    const key = keyFor(content.name, (await rolesVersion(tx.sql, workspaceId)) + 1);
    const role = { key, ...content, version: 1 };
    const after = await policyWith(ctx, tx, [...roles, role]);
    if (after.guard.has(key)) tx.assertFresh();
    await insertRole(tx.sql, workspaceId, role, tx.now);
    await tx.audit({
      action: 'role.create',
      target: { kind: 'role', id: key },
      after: { ...traceOf(role), ...(copyOf !== undefined && { copyOf }) },
    });
    return role;
  });
}

/** What a role may do of what a custom one can hold. */
function rightsOf(policy: CompiledPolicy, key: RoleKey | undefined): readonly CapabilityKey[] {
  return ownableCapabilities(policy.policy).flatMap((capability) =>
    key !== undefined && holds(policy, [key], capability.key) ? [capability.key] : [],
  );
}

/** The key of a new role: readable, and never given twice, so that no old wish means a new role. */
function keyFor(name: string, number: number): RoleKey {
  const words = nameKey(name)
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 30)
    .replace(/^-+|-+$/g, '');
  return `custom-${words === '' ? '' : `${words}-`}${number}`;
}
