// The door to one's own account: only the person, through a session of theirs that reaches the whole of it.
import { fail } from '../../shared/errors.ts';
import type { UseCaseContext } from '../context.ts';
import type { Sql } from '../db/database.ts';
import type { OwnAccount } from './own-store.ts';
import { belongsElsewhere, ownById } from './own-store.ts';

/** What is done to the account: looked at, given another password, changed in any other way; or its person proves who they are. */
export type OwnAct = 'look' | 'password' | 'change' | 'confirm';

/**
 * The caller's own account as `sql` knows it now.
 *
 * Whoever has to choose a new password may look and choose one, and nothing else. A session that only a workspace's provider
 * vouched for changes nothing of an account that has memberships elsewhere.
 * @throws {AppError} `not_signed_in`; `account_action_by_host` under a host's token; `not_granted` for what is no person; `password_change_required`; `account_is_shared`.
 */
export async function ownAccount(
  { caller }: Pick<UseCaseContext, 'caller'>,
  sql: Sql,
  act: OwnAct,
): Promise<OwnAccount> {
  if (caller.kind === 'subject') fail('account_action_by_host');
  if (caller.kind !== 'account') fail(caller.kind === 'anonymous' ? 'not_signed_in' : 'not_granted');
  const { accountId, session } = caller;
  const own = await ownById(sql, accountId);
  // What ended since the door let the caller in ends here too.
  if (own === undefined || session.createdAt < own.validFrom) fail('not_signed_in');
  if ((act === 'change' || act === 'confirm') && own.mustChangePassword) fail('password_change_required');
  const { workspaceId: only } = session;
  const isChange = act === 'change' || act === 'password';
  if (isChange && only !== null && (await belongsElsewhere(sql, own.id, only))) fail('account_is_shared');
  return own;
}
