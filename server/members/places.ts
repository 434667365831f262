// Where else a person is, for who may see people there too.
import { fail } from '../../shared/errors.ts';
import type { MemberId, WorkspaceId } from '../../shared/ids.ts';
import type { Actor, Facts } from '../../shared/policy/can.ts';
import { can } from '../../shared/policy/can.ts';
import type { Role } from '../../shared/policy/policy.ts';
import type { MemberPlace, RoleOption } from '../../shared/workspaces/place.ts';
import { membershipsOf } from '../accounts/own-store.ts';
import { authorizeRead } from '../authorize.ts';
import type { UseCaseContext } from '../context.ts';
import { actingIn } from '../sessions/elsewhere.ts';
import { workspaceById } from '../workspaces/store.ts';
import { readFacts } from '../write.ts';
import type { StoredMember } from './store.ts';
import { memberById, publicMember } from './store.ts';

/** The most memberships that are looked at. */
const MOST = 200;

/**
 * The memberships of the person who is `memberId` here: this one first, then those in workspaces where the caller may see people.
 * Of others nothing is said, not even how many there are (SEC_E05).
 * @throws {AppError} `member_not_found`; the reason of the denial.
 */
export async function memberPlaces(
  ctx: UseCaseContext,
  { memberId }: { memberId: MemberId },
): Promise<{ places: MemberPlace[] }> {
  const { actor, workspaceId } = await authorizeRead(ctx, 'members.list');
  const member = (await memberById(ctx.read, workspaceId, memberId)) ?? fail('member_not_found');
  const here = await placeOf(ctx, actor, member, true);
  const others = ctx.policy.policy.workspaces === 'many' ? await otherPlaces(ctx, workspaceId, member) : [];
  return { places: [...(here === undefined ? [] : [here]), ...others] };
}

async function otherPlaces(
  ctx: UseCaseContext,
  workspaceId: WorkspaceId,
  { accountId }: StoredMember,
): Promise<MemberPlace[]> {
  const places: MemberPlace[] = [];
  const memberships = (await membershipsOf(ctx.read, accountId)).filter(
    (each) => each.workspaceId !== workspaceId,
  );
  for (const { workspaceId: there, id } of memberships.slice(0, MOST)) {
    const acting = await actingIn(ctx.read, ctx, there);
    const member = acting.memberId === null ? undefined : await memberById(ctx.read, there, id);
    const place = member && (await placeOf(ctx, acting.actor, member, false));
    if (place !== undefined) places.push(place);
  }
  return places.sort((a, b) => a.workspace.name.localeCompare(b.workspace.name, 'en'));
}

/** The place as the actor may see it there; undefined where they may not. */
async function placeOf(
  ctx: UseCaseContext,
  actor: Actor,
  member: StoredMember,
  isHere: boolean,
): Promise<MemberPlace | undefined> {
  const facts = await readFacts(ctx.read, ctx, member.workspace);
  if (!can(actor, 'members.list', { workspace: member.workspace }, facts).allowed) return undefined;
  const workspace = await workspaceById(ctx.read, member.workspace);
  if (workspace === undefined) return undefined;
  const { id, name, isArchived } = workspace;
  return {
    workspace: { id, name, isArchived },
    isHere,
    member: publicMember(member),
    roles: facts.policy.policy.roles.flatMap((role) => optionOf(role, actor, member, facts) ?? []),
  };
}

/** The role as something to give or take; undefined for one that nobody can have here. */
function optionOf(role: Role, actor: Actor, member: StoredMember, facts: Facts): RoleOption | undefined {
  const { key, name, description } = role;
  const isHeld = member.roles.includes(key);
  if (!isHeld && (role.isPublic === true || (role.isEverywhere === true && !facts.isHome))) return undefined;
  const isMany = facts.policy.policy.rolesPerMember === 'many';
  const others = member.roles.filter((other) => other !== key);
  const next = isHeld && isMany ? others : isMany ? [...others, key] : [key];
  const decision = can(actor, 'member.change-role', { member, roles: next }, facts);
  // What is there already can be chosen again, and whoever has one role is given another before it is taken.
  const isOpen =
    decision.allowed ||
    decision.reason === 'role_unchanged' ||
    (isHeld && decision.reason === 'role_required');
  return { key, name, description, isHeld, refused: isOpen ? null : decision.reason };
}
