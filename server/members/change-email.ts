// Corrects the address of somebody who cannot do it themselves: confirmed at the new mailbox, told to the old.
import type { ChangeMemberEmail } from '../../shared/contract/account.ts';
import { fail } from '../../shared/errors.ts';
import type { MemberId } from '../../shared/ids.ts';
import { isGuard } from '../../shared/policy/compile.ts';
import { beginEmailChange, newAddress } from '../accounts/email-change.ts';
import { accountById } from '../accounts/store.ts';
import type { UseCaseContext } from '../context.ts';
import { accountToManage } from './reset-password.ts';

/**
 * Asks for another address of the member; it counts once it is confirmed by the link that goes there, and what opened the account
 * before ends then. Answers alike whoever has the address.
 * @throws {AppError} `email_invalid`, `email_unchanged`; `mail_not_set_up`; `rate_limited`; `account_is_shared`; the reason of the denial.
 */
export async function changeMemberEmail(
  ctx: UseCaseContext,
  input: ChangeMemberEmail,
): Promise<{ id: MemberId }> {
  const { idempotencyKey, ...wish } = input;
  const changed = await ctx.write(
    { action: 'member.change-email', input: wish, idempotencyKey },
    async (tx) => {
      const member = await accountToManage(ctx, tx, 'member.change-email', input.memberId);
      const address = newAddress(input.email);
      const account = (await accountById(tx.sql, member.accountId)) ?? fail('member_not_found');
      await beginEmailChange(ctx, tx, account, address, {
        workspace: member.workspace,
        manager: tx.actor.id ?? '',
        guard: isGuard(ctx.policy, member.roles) ? 'yes' : 'no',
      });
      await tx.audit({
        action: 'member.change-email',
        target: { kind: 'member', id: member.id },
        personal: { name: member.name, email: member.email, requestedEmail: address.email },
      });
      return { id: member.id };
    },
  );
  ctx.mailWaiting();
  return changed;
}
