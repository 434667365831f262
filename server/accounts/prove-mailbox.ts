// The first proof that somebody reads the mail of an address: whatever was planted in its account before goes.
import type { AccountId } from '../../shared/ids.ts';
import type { WriteTransaction } from '../context.ts';
import { accountById, clearWaysIn, markEmailVerified } from './store.ts';
import { auditOwn } from './trail.ts';

/**
 * Records that the mailbox of the account was proved, by a link that was mailed to it. Call it for every such proof.
 *
 * An account whose address nobody had proved may have been opened by anybody: the first proof takes away its password,
 * connections, sessions and links (SEC_C17), and stands in the trail. Open the session of whoever proved it after this.
 * @param by - What proved it.
 * @returns Whether it was the first proof.
 */
export async function proveMailbox(
  tx: WriteTransaction,
  accountId: AccountId,
  by: 'link' | 'reset' | 'invitation' | 'provider',
): Promise<boolean> {
  if (!(await markEmailVerified(tx.sql, accountId, tx.now))) return false;
  await clearWaysIn(tx.sql, accountId, tx.now);
  const { name, email } = (await accountById(tx.sql, accountId))!;
  await auditOwn(tx, accountId, {
    action: 'account.prove-mailbox',
    after: { by },
    personal: { name, email },
  });
  return true;
}
