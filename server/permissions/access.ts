// What a member may really do with each resource of a kind, and what each right rests on.
import { fail } from '../../shared/errors.ts';
import type { MemberId, WorkspaceId } from '../../shared/ids.ts';
import type { AccessPage, AccessRow } from '../../shared/permissions/access.ts';
import { accessRights } from '../../shared/permissions/effective.ts';
import { can } from '../../shared/policy/can.ts';
import type { Actor } from '../../shared/policy/can.ts';
import type { Decision } from '../../shared/policy/decision.ts';
import type { RoleKey } from '../../shared/policy/policy.ts';
import { READING, authorizeRead } from '../authorize.ts';
import type { UseCaseContext } from '../context.ts';
import { memberById } from '../members/store.ts';
import type { StoredMember } from '../members/store.ts';
import { decodeNameCursor, encodeNameCursor } from '../resources/cursor.ts';
import { kindOf } from '../resources/kind.ts';
import { actingMember } from '../sessions/acting-member.ts';
import { accessByName, countAccess, lastGrantedAt } from './access-store.ts';
import type { StoredAccess } from './access-store.ts';
import { grantsOfMember } from './member-grants.ts';

/** A page wanted: the wire's input with its defaults filled in. */
export interface AccessQuery {
  readonly memberId?: MemberId | undefined;
  readonly kind: string;
  readonly search?: string | undefined;
  readonly limit: number;
  readonly after?: string | undefined;
}

/**
 * A page of the kind's resources with what the member may do with each. Somebody who is switched off may do nothing, and the page says so.
 * Everybody may read their own, of others those who may see people. Who may not see people learns of no resource that is not theirs (P31).
 * @throws {AppError} the reason of the denial; `member_not_found`; `not_in_policy` for an unknown kind.
 */
export async function readAccess(ctx: UseCaseContext, query: AccessQuery): Promise<AccessPage> {
  const { member, seesAll } = await memberAsked(ctx, query.memberId);
  const kind = kindOf(ctx.policy, query.kind);
  const hasAll = member.roles.some((role) => kind.fullRoles.includes(role));
  const wanted = {
    kind: kind.key,
    search: query.search,
    onlyTheirs: !seesAll && !hasAll,
    after: decodeNameCursor(query.after),
    limit: query.limit + 1,
  };
  const rows = await accessByName(ctx.read, member, wanted);
  const assignedAt = await lastGrantedAt(ctx.read, member.seq, kind.key);
  const page = rows.slice(0, query.limit);
  const last = rows.length > query.limit ? page.at(-1) : undefined;
  return {
    isActive: member.status === 'active',
    total: await countAccess(ctx.read, member, wanted),
    assigned: (await grantsOfMember(ctx.read, member.seq, kind.key)).map(({ resourceId }) => resourceId),
    rows: page.map((row) => rowOf(ctx, kind.key, member.roles, row, assignedAt)),
    next: last === undefined ? null : encodeNameCursor(last),
  };
}

function rowOf(
  ctx: UseCaseContext,
  kind: string,
  roles: readonly RoleKey[],
  { id, name, createdAt, roleGrants, actions, isOwner }: StoredAccess,
  assignedAt: number | null,
): AccessRow {
  const rights = accessRights(ctx.policy, kind, roles, roleGrants, { actions, isOwner });
  return {
    resourceId: id,
    resource: name,
    rights,
    assigned: actions,
    isOwner,
    // What came after somebody was given what they have is not theirs by itself (P50).
    isNewer: rights.length === 0 && assignedAt !== null && createdAt > assignedAt,
  };
}

interface Asked {
  readonly member: StoredMember;
  /** Whether whoever asks may see what there is beside what is theirs. */
  readonly seesAll: boolean;
}

async function memberAsked(ctx: UseCaseContext, id: MemberId | undefined): Promise<Asked> {
  if (ctx.caller.kind === 'anonymous') fail('not_signed_in');
  const workspaceId: WorkspaceId = ctx.workspaceId ?? fail('workspace_not_found');
  await ctx.policyIn(ctx.read, workspaceId);
  const acting = await actingMember(ctx.read, ctx.caller, workspaceId, ctx.policy);
  if (acting.memberId !== null && (id === undefined || id === acting.memberId)) {
    if (acting.actor.status !== 'active') fail('actor_deactivated');
    if (acting.mustChangePassword) fail('password_change_required');
    const member = (await memberById(ctx.read, workspaceId, acting.memberId)) ?? fail('not_a_member');
    return { member, seesAll: mayView(ctx, acting.actor, member).allowed };
  }
  const { actor } = await authorizeRead(ctx, 'members.list');
  const member =
    (await memberById(ctx.read, workspaceId, id ?? fail('member_not_found'))) ?? fail('member_not_found');
  const decision = mayView(ctx, actor, member);
  return decision.allowed ? { member, seesAll: true } : fail(decision.reason);
}

function mayView(ctx: UseCaseContext, actor: Actor, member: StoredMember): Decision {
  return can(actor, 'member.view-access', { member }, { ...READING, policy: ctx.policy });
}
