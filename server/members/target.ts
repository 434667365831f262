// Reads a member for who may look at them closely.
import { fail } from '../../shared/errors.ts';
import type { MemberId } from '../../shared/ids.ts';
import { can } from '../../shared/policy/can.ts';
import { READING, authorizeRead } from '../authorize.ts';
import type { UseCaseContext } from '../context.ts';
import type { StoredMember } from './store.ts';
import { memberById } from './store.ts';

/**
 * The member `id`, for a caller who may do `action` to them.
 * @throws {AppError} `member_not_found`; the reason of the denial.
 */
export async function memberToRead(
  ctx: UseCaseContext,
  action: 'member.view-activity' | 'member.end-sessions' | 'member.offboard',
  id: MemberId,
): Promise<StoredMember> {
  // A caller without rights here learns nothing of who is here.
  const { actor, workspaceId } = await authorizeRead(ctx, 'members.list');
  const member = (await memberById(ctx.read, workspaceId, id)) ?? fail('member_not_found');
  const decision = can(actor, action, { member }, { ...READING, policy: ctx.policy });
  return decision.allowed ? member : fail(decision.reason);
}
