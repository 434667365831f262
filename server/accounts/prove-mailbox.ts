// The first proof that somebody reads the mail of an address: whatever was planted in its account before goes.
import type { AccountId } from '../../shared/ids.ts';
import type { WriteTransaction } from '../context.ts';
import { clearWaysIn, markEmailVerified } from './store.ts';

/**
 * Records that the mailbox of the account was proved, by a link that was mailed to it. Call it for every such proof.
 *
 * An account whose address nobody had proved may have been opened by anybody: the first proof takes away its password,
 * connections, sessions and links (SEC_C17). Open the session of whoever proved it after this.
 * @returns Whether it was the first proof.
 */
export async function proveMailbox(
  tx: Pick<WriteTransaction, 'sql'>,
  accountId: AccountId,
  now: number,
): Promise<boolean> {
  const isFirst = await markEmailVerified(tx.sql, accountId, now);
  if (isFirst) await clearWaysIn(tx.sql, accountId, now);
  return isFirst;
}
