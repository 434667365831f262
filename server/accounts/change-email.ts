// Asks for another address of one's own.
import type { Account } from '../../shared/accounts/account.ts';
import type { ChangeEmail } from '../../shared/contract/account.ts';
import { fail } from '../../shared/errors.ts';
import type { UseCaseContext } from '../context.ts';
import { beginEmailChange, newAddress } from './email-change.ts';
import { ownAccount } from './own.ts';
import { getAccount } from './read.ts';
import { auditOwn } from './trail.ts';

/**
 * Asks for another address; it counts once it is confirmed by the link that goes there. Answers alike whoever has the address.
 * @throws {AppError} `email_invalid`, `email_unchanged`; `mail_not_set_up`; `not_in_policy`; `people_from_provider`;
 * `fresh_sign_in_required`; `rate_limited`; as `ownAccount`.
 */
export async function requestEmailChange(ctx: UseCaseContext, input: ChangeEmail): Promise<Account> {
  const { idempotencyKey, ...wish } = input;
  if (ctx.policy.policy.identity.emailChange === 'none') fail('not_in_policy');
  await ctx.write({ action: 'account.change-email', input: wish, idempotencyKey }, async (tx) => {
    const own = await ownAccount(ctx, tx.sql, 'change');
    if (own.source === 'provider') fail('people_from_provider', { field: 'email' });
    const address = newAddress(input.email);
    // Whoever reads the mail of an account can come in, so this is for whom the person is, not for whom their session is.
    tx.assertFresh();
    const { session } = ctx.caller.kind === 'account' ? ctx.caller : fail('not_signed_in');
    await beginEmailChange(ctx, tx, own, address, { session: session.id });
    await auditOwn(tx, own.id, {
      action: 'account.request-email',
      personal: { name: own.name, email: own.email, requestedEmail: address.email },
    });
    return null;
  });
  ctx.mailWaiting();
  return getAccount(ctx);
}
