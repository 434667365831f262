// Answers whether somebody may do something with a resource, for the host's backend and the operator.
import type { CheckAccess } from '../../shared/contract/permissions.ts';
import { fail } from '../../shared/errors.ts';
import type { WorkspaceId } from '../../shared/ids.ts';
import { effectiveActions } from '../../shared/permissions/effective.ts';
import type { Decision } from '../../shared/policy/decision.ts';
import { allow, deny } from '../../shared/policy/decision.ts';
import type { RoleKey } from '../../shared/policy/policy.ts';
import type { UseCaseContext } from '../context.ts';
import { memberById } from '../members/store.ts';
import { kindOf } from '../resources/kind.ts';
import { actingMember } from '../sessions/acting-member.ts';
import { reachWorkspace } from '../workspaces/reach.ts';
import { grantsOn } from './store.ts';

/**
 * Whether they may, by what the database says now: a change counts from the next question on.
 * @throws {AppError} `not_in_policy` for an unknown kind; `input_invalid` for an action that the kind does not have; as `reachWorkspace` for who may not ask.
 */
export async function checkAccess(ctx: UseCaseContext, question: CheckAccess): Promise<Decision> {
  const { id: workspaceId } = await reachWorkspace(ctx.read, ctx.caller, ctx.workspaceId);
  const kind = kindOf(ctx.policy, question.kind);
  if (!kind.actions.some(({ key }) => key === question.action)) fail('input_invalid', { field: 'action' });
  const grants = await grantsOn(ctx.read, workspaceId, kind.key, question.resource);
  if (grants === undefined) return deny('resource_not_found');
  const who = await rolesOf(ctx, workspaceId, question.who);
  if (!('roles' in who)) return who;
  return effectiveActions(ctx.policy, kind.key, who.roles, grants).includes(question.action)
    ? allow()
    : deny('not_granted');
}

async function rolesOf(
  ctx: UseCaseContext,
  workspaceId: WorkspaceId,
  who: CheckAccess['who'],
): Promise<{ roles: readonly RoleKey[] } | Decision> {
  if (who === 'visitor')
    return { roles: ctx.policy.policy.roles.filter((role) => role.isPublic === true).map(({ key }) => key) };
  if ('role' in who) return ctx.policy.roles.has(who.role) ? { roles: [who.role] } : deny('role_unknown');
  if ('memberId' in who) {
    const member = await memberById(ctx.read, workspaceId, who.memberId);
    if (member === undefined) return deny('member_not_found');
    return member.status === 'active' ? { roles: member.roles } : deny('member_deactivated');
  }
  if (ctx.caller.kind !== 'host') fail('input_invalid', { field: 'who.subject' });
  const { actor, memberId } = await actingMember(
    ctx.read,
    {
      kind: 'subject',
      hostKeyId: ctx.caller.hostKeyId,
      subject: who.subject,
      issuedAt: ctx.now(),
      authenticatedAt: null,
    },
    workspaceId,
  );
  if (memberId === null) return deny('member_not_found');
  return actor.status === 'active' ? { roles: actor.roles } : deny('member_deactivated');
}
