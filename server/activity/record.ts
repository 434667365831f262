// Notes an attempt to sign in, with what is unusual about it, in the transaction of what came of it.
import type { SignIn } from '../../shared/activity/activity.ts';
import type { AccountId } from '../../shared/ids.ts';
import type { UseCaseContext, WriteTransaction } from '../context.ts';
import { FAILURES_COUNT_FOR, flagsOf } from './flags.ts';
import { earlierSignIns, insertSignIn } from './store.ts';

/** Notes that somebody signed in to the account, or tried to. */
export async function recordSignIn(
  ctx: Pick<UseCaseContext, 'visit'>,
  tx: Pick<WriteTransaction, 'sql' | 'now'>,
  { accountId, by, isOk }: { readonly accountId: AccountId } & Pick<SignIn, 'by' | 'isOk'>,
): Promise<void> {
  const { device, network } = ctx.visit;
  const { now } = tx;
  const since = now - FAILURES_COUNT_FOR;
  const flags = isOk
    ? flagsOf({ now, ...(await earlierSignIns(tx.sql, accountId, { network, since })) })
    : [];
  await insertSignIn(tx.sql, accountId, { at: now, by, isOk, device, network, flags });
}
