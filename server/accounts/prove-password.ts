// Asks somebody who is signed in for their password again: limited, and counted before it is tried.
import { recordSignIn } from '../activity/record.ts';
import type { UseCaseContext, WriteTransaction } from '../context.ts';
import { assertLeftNow, giveBack, spend } from '../limits/limits.ts';
import { verifyPassword } from '../passwords/hash.ts';
import type { OwnAccount } from './own-store.ts';

/**
 * Whether `password` is the account's, counted as wrong until `notePassword` says otherwise: tries that come at once count like
 * tries one after the other. Computed outside of any write, for it takes its time.
 * @throws {AppError} `rate_limited` after ten wrong ones in a quarter of an hour.
 */
export async function tryPassword(ctx: UseCaseContext, own: OwnAccount, password: string): Promise<boolean> {
  await assertLeftNow(ctx.read, 'wrongConfirmations', own.id, ctx.now());
  await ctx.write({ action: 'account.confirm-identity', input: null }, (tx) =>
    spend(tx, 'wrongConfirmations', own.id),
  );
  return verifyPassword(own.passwordHash, password);
}

/** Notes what came of a try: a right one is no longer counted, a wrong one stands in the history of the person and in the trail. */
export async function notePassword(
  ctx: UseCaseContext,
  tx: WriteTransaction,
  { id }: OwnAccount,
  isRight: boolean,
): Promise<void> {
  if (isRight) {
    await giveBack(tx, 'wrongConfirmations', id);
    return;
  }
  await recordSignIn(ctx, tx, { accountId: id, by: 'password', isOk: false });
  await tx.audit({
    action: 'account.sign-in-failed',
    target: { kind: 'account', id },
    after: { by: 'password', isSignedIn: true },
  });
}
