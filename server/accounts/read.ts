// Reads one's own account.
import type { Account } from '../../shared/accounts/account.ts';
import { fail } from '../../shared/errors.ts';
import type { UseCaseContext } from '../context.ts';
import { ownAccount } from './own.ts';
import { belongsElsewhere, connectableTo, connectionsOf, pendingEmailOf } from './own-store.ts';

/** The caller's own account. @throws {AppError} `not_signed_in`; `account_action_by_host` under a host's token. */
export async function getAccount(ctx: UseCaseContext): Promise<Account> {
  const own = await ownAccount(ctx, ctx.read, 'look');
  const { id, email, name, username, language, passwordSetAt, mustChangePassword, source, version } = own;
  const only = ctx.caller.kind === 'account' ? ctx.caller.session.workspaceId : fail('not_signed_in');
  const isNarrow = only !== null && (await belongsElsewhere(ctx.read, id, only));
  return {
    id,
    email,
    isEmailVerified: own.emailVerifiedAt !== null,
    // What is on its way for all workspaces, or opens others, is not shown to a session that one workspace's provider vouched for.
    pendingEmail: isNarrow ? null : await pendingEmailOf(ctx.read, id, ctx.now()),
    name,
    username,
    language,
    hasPassword: own.passwordHash !== null,
    passwordSetAt,
    mustChangePassword,
    source,
    connections: await connectionsOf(ctx.read, id, isNarrow ? only : null),
    connectable: isNarrow ? [] : await connectableTo(ctx.read, id, only),
    version,
  };
}
