// Saves the form about a person: what describes them, their roles, whether they are switched on, what they are granted. All of it or nothing.
import type { UpdateMember } from '../../shared/contract/people.ts';
import type { ResourcesOfKind } from '../../shared/contract/permissions.ts';
import { fail } from '../../shared/errors.ts';
import type { Member } from '../../shared/members/member.ts';
import { isGuard } from '../../shared/policy/compile.ts';
import { isSameSet } from '../../shared/same-set.ts';
import type { UseCaseContext, WriteTransaction } from '../context.ts';
import { assignTo } from '../permissions/assign.ts';
import { grantsOfMember } from '../permissions/member-grants.ts';
import { kindOf } from '../resources/kind.ts';
import { freshMember, memberToChange } from './change.ts';
import { changeRoleOf } from './change-role.ts';
import { describe } from './describe.ts';
import type { StoredMember } from './store.ts';
import { publicMember } from './store.ts';
import { deactivate, reactivate } from './switch.ts';

/**
 * Saves what differs from how the person is, each part by its own decision. What is the same needs no right and changes nothing.
 * @throws {AppError} the reason of the first denial; `changed_meanwhile` with the fresh member; as `describe`, `changeMemberRole`, `deactivateMember`, `assignResources`.
 */
export async function updateMember(ctx: UseCaseContext, input: UpdateMember): Promise<Member> {
  const { idempotencyKey, ...wish } = input;
  const saved = await ctx.write(
    { action: 'member.update', input: wish, idempotencyKey, note: input.note },
    async (tx) => {
      const seen = await memberToChange(ctx, tx, input);
      if ((await describe(ctx, tx, seen, input)) === 'username_taken') return null;
      const fresh = () => freshMember(tx, seen);
      await saveRoles(ctx, tx, await fresh(), input.roles);
      await saveStatus(ctx, tx, await fresh(), input.isActive);
      for (const assignment of input.resources ?? []) await saveResources(ctx, tx, await fresh(), assignment);
      return publicMember(await fresh());
    },
  );
  if (saved === null) fail('username_taken', { field: 'username' });
  if (isGuard(ctx.policy, input.roles ?? [])) ctx.mailWaiting();
  return saved;
}

async function saveRoles(
  ctx: UseCaseContext,
  tx: WriteTransaction,
  member: StoredMember,
  roles: readonly string[] = member.roles,
): Promise<void> {
  if (!isSameSet(roles, member.roles)) await changeRoleOf(ctx, tx, member, roles);
}

async function saveStatus(
  ctx: UseCaseContext,
  tx: WriteTransaction,
  member: StoredMember,
  isActive: boolean | undefined,
): Promise<void> {
  if (isActive === undefined || isActive === (member.status === 'active')) return;
  await (isActive ? reactivate(ctx, tx, member) : deactivate(ctx, tx, member));
}

async function saveResources(
  ctx: UseCaseContext,
  tx: WriteTransaction,
  member: StoredMember,
  { kind: key, resourceIds }: ResourcesOfKind,
): Promise<void> {
  const kind = kindOf(ctx.policy, key);
  const held = (await grantsOfMember(tx.sql, member.seq, key)).map(({ resourceId }) => resourceId);
  if (!isSameSet(resourceIds, held)) await assignTo(tx, member, kind, { set: resourceIds });
}
