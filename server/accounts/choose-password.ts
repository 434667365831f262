// Choosing one's own password right after coming in with one that somebody else gave.
import { fail } from '../../shared/errors.ts';
import type { UseCaseContext } from '../context.ts';
import { assertPasswordAllowed } from '../passwords/allowed.ts';
import { hashPassword, inLineOf, verifyPassword } from '../passwords/hash.ts';
import { actorKey } from '../write.ts';
import { replacePassword } from './change-password.ts';
import { keepIn } from './keep-in.ts';
import { ownAccount } from './own.ts';
import { auditOwn } from './trail.ts';

/** A new password as it was entered, both times. */
export interface ChosenPassword {
  readonly password: string;
  readonly confirmation: string;
  readonly idempotencyKey: string;
}

/**
 * Replaces a password that must be changed. It is not asked for again: whoever came in a short time ago just proved it, or the mailbox.
 * @throws {AppError} `password_too_weak`, `password_mismatch`, `password_common`, `password_unchanged`; `fresh_sign_in_required`; `busy`;
 * `password_wrong` where nothing has to be changed, so that nobody gets around the current one; as `ownAccount`.
 */
export async function choosePassword(
  ctx: UseCaseContext,
  { password, confirmation, idempotencyKey }: ChosenPassword,
): Promise<void> {
  const seen = await ownAccount(ctx, ctx.read, 'password');
  if (!seen.mustChangePassword) fail('password_wrong');
  await assertPasswordAllowed(ctx.policy.policy.identity.passwords, password, confirmation);
  const hash = await inLineOf(actorKey(ctx.caller), async () => {
    if (await verifyPassword(seen.passwordHash, password)) fail('password_unchanged', { field: 'password' });
    return hashPassword(password);
  });
  await ctx.write({ action: 'account.change-password', input: null, idempotencyKey }, async (tx) => {
    const own = await ownAccount(ctx, tx.sql, 'password');
    // Of two at once, the second finds it done.
    if (!own.mustChangePassword || own.passwordHash !== seen.passwordHash) fail('password_wrong');
    tx.assertFresh();
    await replacePassword(ctx, tx, { id: own.id, hash });
    await keepIn(ctx, tx);
    await auditOwn(tx, own.id, {
      action: 'account.change-password',
      personal: { name: own.name, email: own.email },
    });
  });
  ctx.mailWaiting();
}
