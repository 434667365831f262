// Sees somebody out: ends their access and sees to what they leave behind, all of it or nothing.
import type { OffboardMember } from '../../shared/contract/offboarding.ts';
import { fail } from '../../shared/errors.ts';
import type { MemberId } from '../../shared/ids.ts';
import type { AccessEnd, Offboarded, OffboardPlan } from '../../shared/members/offboarding.ts';
import type { CompiledPolicy } from '../../shared/policy/compile.ts';
import { belongsElsewhere } from '../accounts/own-store.ts';
import type { UseCaseContext, WriteTransaction } from '../context.ts';
import { breathe } from '../db/breathe.ts';
import type { Sql } from '../db/database.ts';
import { revoke } from '../invitations/revoke.ts';
import { invitationById } from '../invitations/store.ts';
import { sessionsOfMember } from '../sessions/store.ts';
import { readSessionLimits } from '../settings/session-limits.ts';
import { countOpenInvitations, handOver, openInvitationsOf, ownedBy } from './belongings-store.ts';
import { memberToChange } from './change.ts';
import { remove } from './remove.ts';
import type { StoredMember } from './store.ts';
import { memberById, publicMember } from './store.ts';
import { deactivate } from './switch.ts';
import { memberToRead } from './target.ts';

/** What there is to be seen to before the member goes. @throws {AppError} `member_not_found`; the reason of the denial. */
export async function planOffboarding(
  ctx: UseCaseContext,
  { memberId }: { readonly memberId: MemberId },
): Promise<OffboardPlan> {
  const member = await memberToRead(ctx, 'member.offboard', memberId);
  return {
    ends: endsOf(ctx.policy),
    sessions: await countSessions(ctx.read, member, ctx.now()),
    invitations: await countOpenInvitations(ctx.read, member.workspace, memberId),
    owned: await ownedBy(ctx.read, memberId),
  };
}

/**
 * Ends the member's access, and with it their sessions; takes back the invitations they sent; hands over what they own.
 *
 * Every part is decided by its own action and stands in the trail by itself; where one is refused, nothing is done.
 * @throws {AppError} the reason of the denial of any part; `changed_meanwhile` with the fresh member; `member_not_found` or `member_deactivated` for who is to get what they own.
 */
export function offboardMember(ctx: UseCaseContext, input: OffboardMember): Promise<Offboarded> {
  const { idempotencyKey, ...wish } = input;
  return ctx.write(
    { action: 'member.offboard', input: wish, idempotencyKey, note: input.note },
    async (tx) => {
      const member = await memberToChange(ctx, tx, input);
      await tx.assertCan('member.offboard', { member });
      const sessions = await countSessions(tx.sql, member, tx.now);
      const invitations = input.revokeInvitations ? await revokeTheirs(tx, member) : 0;
      const handedOver =
        input.handOverTo === undefined ? 0 : await handOverTo(ctx, tx, member, input.handOverTo);
      // Named before the membership goes, and with it what ties these to the person.
      await tx.audit({
        action: 'member.offboard',
        target: { kind: 'member', id: member.id },
        after: {
          end: input.end,
          sessions,
          invitations,
          ...(input.handOverTo !== undefined && { handedOver, toId: input.handOverTo }),
        },
        personal: { name: member.name, email: member.email },
      });
      await endAccess(ctx, tx, member, input.end);
      const left = await memberById(tx.sql, member.workspace, member.id);
      return {
        memberId: member.id,
        member: left === undefined ? null : publicMember(left),
        sessions,
        invitations,
        handedOver,
      };
    },
  );
}

/** How access can end by the policy. */
function endsOf({ policy: { members } }: CompiledPolicy): readonly AccessEnd[] {
  return [
    ...(members.deactivation === 'none' ? [] : (['deactivate'] as const)),
    ...(members.isRemovable ? (['remove'] as const) : []),
  ];
}

async function countSessions(
  sql: Sql,
  { id, accountId, workspace }: StoredMember,
  now: number,
): Promise<number> {
  const isShared = await belongsElsewhere(sql, accountId, workspace);
  return (await sessionsOfMember(sql, id, { isShared, now, limits: await readSessionLimits(sql) })).length;
}

async function revokeTheirs(tx: WriteTransaction, { workspace, id }: StoredMember): Promise<number> {
  const ids = await openInvitationsOf(tx.sql, workspace, id);
  for (const [index, invitationId] of ids.entries()) {
    await revoke(tx, (await invitationById(tx.sql, invitationId, workspace)) ?? fail('invitation_not_found'));
    if (index % 50 === 49) await breathe();
  }
  return ids.length;
}

/** What somebody owns can open it to them, so it is handed over by whoever may assign it; to themselves only where they have it all anyway. */
async function handOverTo(
  ctx: UseCaseContext,
  tx: WriteTransaction,
  member: StoredMember,
  to: MemberId,
): Promise<number> {
  const heir = (await memberById(tx.sql, member.workspace, to)) ?? fail('member_not_found');
  if (heir.id === member.id) fail('input_invalid', { field: 'handOverTo' });
  if (heir.status !== 'active') fail('member_deactivated');
  const owned = await ownedBy(tx.sql, member.id);
  for (const { kind: key } of owned) {
    const kind = ctx.policy.policy.resources.find((one) => one.key === key);
    if (kind?.isCreatorFull !== true) continue;
    const hasAll = heir.roles.some((role) => kind.fullRoles.includes(role));
    if (heir.id !== tx.actor.id || !hasAll) await tx.assertCan('member.assign', { member: heir, kind: key });
  }
  return handOver(tx.sql, member.id, heir.id);
}

/** Whoever is switched off already stays so. */
async function endAccess(
  ctx: UseCaseContext,
  tx: WriteTransaction,
  member: StoredMember,
  end: AccessEnd,
): Promise<void> {
  if (end === 'remove') await remove(ctx, tx, member);
  else if (!endsOf(ctx.policy).includes(end)) fail('not_in_policy');
  else if (member.status === 'active') await deactivate(ctx, tx, member);
}
