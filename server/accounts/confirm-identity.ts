// Proves again, by the password, who is at a session that began a while ago.
import type { ConfirmIdentity } from '../../shared/contract/account.ts';
import { fail } from '../../shared/errors.ts';
import type { UseCaseContext } from '../context.ts';
import { renewedHash } from '../passwords/hash.ts';
import { ownAccount } from './own.ts';
import { notePassword, tryPassword } from './prove-password.ts';
import { freshenSession } from './session-store.ts';
import { renewPasswordHash } from './store.ts';
import { auditOwn } from './trail.ts';

/**
 * Makes the caller's session fresh for the most sensitive acts (SEC_D17).
 * @throws {AppError} `password_wrong`, also where there is none; `people_from_provider`; `rate_limited`; as `ownAccount`.
 */
export async function confirmIdentity(
  ctx: UseCaseContext,
  { password }: ConfirmIdentity,
): Promise<{ confirmed: true }> {
  const seen = await ownAccount(ctx, ctx.read, 'confirm');
  // Where a provider alone says who somebody is, an old password proves nothing.
  if (seen.source === 'provider') fail('people_from_provider');
  const isRight = await tryPassword(ctx, seen, password);
  const renewed = isRight ? await renewedHash(seen.passwordHash!, password) : null;
  const isConfirmed = await ctx.write({ action: 'account.confirm-identity', input: null }, async (tx) => {
    const own = await ownAccount(ctx, tx.sql, 'confirm');
    await notePassword(ctx, tx, own, isRight);
    if (!isRight || own.passwordHash !== seen.passwordHash || ctx.caller.kind !== 'account') return false;
    if (renewed !== null) await renewPasswordHash(tx.sql, own.id, { from: seen.passwordHash!, to: renewed });
    await freshenSession(tx.sql, { accountId: own.id, id: ctx.caller.session.id, at: tx.now });
    await auditOwn(tx, own.id, {
      action: 'account.confirm-identity',
      after: { by: 'password' },
      personal: { name: own.name, email: own.email },
    });
    return true;
  });
  if (!isConfirmed) fail('password_wrong', { field: 'password' });
  return { confirmed: true };
}
