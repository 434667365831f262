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
  const { standing, grants } = await askedAbout(ctx, question.who, aboutResource(question));
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
  } else assertAction(policy, question.kind, question.action);
}

/** Refuses an action that the kind does not have. @throws {AppError} `not_in_policy` for an unknown kind; `input_invalid`. */
export function assertAction(policy: CompiledPolicy, kind: string, action: string): void {
  if (!kindOf(policy, kind).actions.some(({ key }) => key === action))
    fail('input_invalid', { field: 'action' });
}

interface Asked extends Ground {
  readonly workspaceId: WorkspaceId;
  readonly standing: Standing;
}

/** What is known of `who`, and of the resource where one is asked about; refuses a caller who may not ask. */
export function askedAbout(ctx: UseCaseContext, who: Who, about: About): Promise<Asked> {
  return isOperator(ctx.caller) ? askedOfAnybody(ctx, who, about) : askedOfOneself(ctx, who, about);
}

/** The resource that is asked about, where one is. */
type About = Pick<Parameters<typeof groundOf>[3], 'resource'>;

/** A person asks about themselves and nobody else; how others stand is no business of theirs. */
async function askedOfOneself(ctx: UseCaseContext, who: Who, about: About): Promise<Asked> {
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
  const isMyself =
    who === 'me' || (typeof who === 'object' && 'memberId' in who && who.memberId === memberId);
  if (!isMyself) fail('not_granted');
  const ground = await groundOf(ctx.read, workspaceId, null, { person: { memberId }, ...about });
  const member = ground?.member ?? null;
  const standing = { roles: actor.roles, ...(member && { own: member }) };
  return { workspaceId, standing, member, grants: ground?.grants ?? null };
}

async function askedOfAnybody(ctx: UseCaseContext, who: Who, about: About): Promise<Asked> {
  const person = who === 'me' ? fail('input_invalid', { field: 'who' }) : personOf(ctx, who);
  const hostKeyId = ctx.caller.kind === 'host' ? ctx.caller.hostKeyId : null;
  const { workspaceId } = ctx;
  const ground =
    workspaceId === null
      ? undefined
      : await groundOf(ctx.read, workspaceId, hostKeyId, { ...(person && { person }), ...about });
  if (workspaceId === null || ground === undefined) return refuseReach(ctx, workspaceId);
  return { workspaceId, standing: standingOf(ctx.policy, who, ground.member), ...ground };
}

/** Says why the caller does not reach the workspace. */
async function refuseReach(ctx: UseCaseContext, workspaceId: WorkspaceId | null): Promise<never> {
  await reachWorkspace(ctx.read, ctx.caller, workspaceId);
  return fail('workspace_not_found');
}

function aboutResource(question: CheckAccess): About {
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
