// Notes an attempt to sign in, in the transaction of what came of it.
import type { SignIn } from '../../shared/activity/activity.ts';
import type { AccountId } from '../../shared/ids.ts';
import type { UseCaseContext, WriteTransaction } from '../context.ts';
import { run } from '../db/database.ts';

/** Notes that somebody signed in to the account, or tried to. */
export async function recordSignIn(
  ctx: Pick<UseCaseContext, 'visit'>,
  tx: Pick<WriteTransaction, 'sql' | 'now'>,
  { accountId, by, isOk }: { readonly accountId: AccountId } & Pick<SignIn, 'by' | 'isOk'>,
): Promise<void> {
  const { device, network } = ctx.visit;
  await run(
    tx.sql,
    'INSERT INTO sign_ins (account_id, at, by, is_ok, device, network) VALUES (?, ?, ?, ?, ?, ?)',
    [accountId, tx.now, by, isOk ? 1 : 0, device, network],
  );
}
