// Answers whether somebody may do something: for a host's backend and the operator about anybody, for a person about themselves.
import type { CheckAccess } from '../../shared/contract/permissions.ts';
import { fail } from '../../shared/errors.ts';
import type { WorkspaceId } from '../../shared/ids.ts';
import type { OwnGrant } from '../../shared/permissions/effective.ts';
import { effectiveActions } from '../../shared/permissions/effective.ts';
import type { CompiledPolicy } from '../../shared/policy/compile.ts';
import { holds } from '../../shared/policy/compile.ts';
import type { Decision } from '../../shared/policy/decision.ts';
import { allow, deny } from '../../shared/policy/decision.ts';
import type { RoleKey } from '../../shared/policy/policy.ts';
import type { UseCaseContext } from '../context.ts';
import { kindOf } from '../resources/kind.ts';
import { actingMember } from '../sessions/acting-member.ts';
import { isOperator, reachWorkspace } from '../workspaces/reach.ts';
import type { Ground, Person } from './store.ts';
import { groundOf } from './store.ts';

type Who = CheckAccess['who'];
/** The roles that the answer rests on, with what the person has themselves, or the answer itself where there is nobody to ask about. */
type Standing = { readonly roles: readonly RoleKey[]; readonly own?: OwnGrant } | Decision;

/**
 * Whether they may, by what the database says now: a change counts from the next question on.
 * @throws {AppError} `not_in_policy` for an unknown kind or capability; `input_invalid` for an action that the kind does not have, or a
 * `who` that this caller cannot mean; `not_granted` for a person who asks about somebody else; otherwise as every read for who may not ask.
 */
export async function checkAccess(ctx: UseCaseContext, question: CheckAccess): Promise<Decision> {
  await ctx.policyIn(ctx.read, ctx.workspaceId);
  assertKnown(ctx.policy, question);
  const { standing, grants } = isOperator(ctx.caller)
    ? await askedOfAnybody(ctx, question)
    : await askedOfOneself(ctx, question);
  if ('capability' in question) {
    if (!('roles' in standing)) return standing;
    return holds(ctx.policy, standing.roles, question.capability) ? allow() : deny('not_granted');
  }
  if (grants === null) return deny('resource_not_found');
  if (!('roles' in standing)) return standing;
  const actions = effectiveActions(ctx.policy, question.kind, standing.roles, grants, standing.own);
  return actions.includes(question.action) ? allow() : deny('not_granted');
}

function assertKnown(policy: CompiledPolicy, question: CheckAccess): void {
  if ('capability' in question) {
    if (!policy.holders.has(question.capability)) fail('not_in_policy', { field: 'capability' });
  } else if (!kindOf(policy, question.kind).actions.some(({ key }) => key === question.action))
    fail('input_invalid', { field: 'action' });
}

interface Asked {
  readonly standing: Standing;
  readonly grants: Ground['grants'];
}

/** A person asks about themselves and nobody else; how others stand is no business of theirs. */
async function askedOfOneself(ctx: UseCaseContext, question: CheckAccess): Promise<Asked> {
  if (ctx.caller.kind === 'anonymous') fail('not_signed_in');
  const workspaceId = ctx.workspaceId ?? fail('workspace_not_found');
  const { actor, memberId, mustChangePassword } = await actingMember(
    ctx.read,
    ctx.caller,
    workspaceId,
    ctx.policy,
  );
  if (memberId === null) fail('not_a_member');
  if (actor.status !== 'active') fail('actor_deactivated');
  if (mustChangePassword) fail('password_change_required');
  const { who } = question;
  const isMyself =
    who === 'me' || (typeof who === 'object' && 'memberId' in who && who.memberId === memberId);
  if (!isMyself) fail('not_granted');
  const ground = await groundOf(ctx.read, workspaceId, null, {
    person: { memberId },
    ...aboutResource(question),
  });
  const own = ground?.member ?? undefined;
  return { standing: { roles: actor.roles, ...(own && { own }) }, grants: ground?.grants ?? null };
}

async function askedOfAnybody(ctx: UseCaseContext, question: CheckAccess): Promise<Asked> {
  const { who } = question;
  const person = who === 'me' ? fail('input_invalid', { field: 'who' }) : personOf(ctx, who);
  const hostKeyId = ctx.caller.kind === 'host' ? ctx.caller.hostKeyId : null;
  const ground =
    ctx.workspaceId === null
      ? undefined
      : await groundOf(ctx.read, ctx.workspaceId, hostKeyId, {
          ...(person && { person }),
          ...aboutResource(question),
        });
  if (ground === undefined) return refuseReach(ctx, ctx.workspaceId);
  return { standing: standingOf(ctx.policy, who, ground.member), grants: ground.grants };
}

/** Says why the caller does not reach the workspace. */
async function refuseReach(ctx: UseCaseContext, workspaceId: WorkspaceId | null): Promise<never> {
  await reachWorkspace(ctx.read, ctx.caller, workspaceId);
  return fail('workspace_not_found');
}

function aboutResource(question: CheckAccess): Parameters<typeof groundOf>[3] {
  return 'capability' in question ? {} : { resource: { kind: question.kind, ref: question.resource } };
}

function personOf({ caller }: UseCaseContext, who: Exclude<Who, 'me'>): Person | undefined {
  if (who === 'visitor' || 'role' in who) return undefined;
  if ('memberId' in who) return who;
  if (caller.kind !== 'host') fail('input_invalid', { field: 'who.subject' });
  return { subject: who.subject, hostKeyId: caller.hostKeyId };
}

function standingOf(policy: CompiledPolicy, who: Who, member: Ground['member']): Standing {
  if (who === 'visitor')
    return { roles: policy.policy.roles.filter((role) => role.isPublic === true).map(({ key }) => key) };
  if (typeof who === 'object' && 'role' in who)
    return policy.roles.has(who.role) ? { roles: [who.role] } : deny('role_unknown');
  if (member === null) return deny('member_not_found');
  return member.status === 'active' ? { roles: member.roles, own: member } : deny('member_deactivated');
}
