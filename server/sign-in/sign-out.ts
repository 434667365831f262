// Signing out ends the session itself, here or everywhere; the cookie goes too (SEC_D08).
import type { SignOut } from '../../shared/contract/sign-in.ts';
import { fail } from '../../shared/errors.ts';
import { belongsElsewhere } from '../accounts/own-store.ts';
import { endSessions } from '../accounts/store.ts';
import type { UseCaseContext } from '../context.ts';
import { startOfSession } from '../sessions/store.ts';
import { assertOwnPage } from './own-page.ts';
import { endSession } from './store.ts';

/**
 * Ends the session that asks, or all of the account. Who is not signed in any more is answered alike.
 * @throws {AppError} `account_is_shared` where a provider's session would end those of other workspaces; `not_signed_in` from a page that is not ours.
 */
export async function signOut(ctx: UseCaseContext, { everywhere }: SignOut): Promise<Record<never, never>> {
  assertOwnPage(ctx);
  const { caller } = ctx;
  if (caller.kind === 'account') {
    const { accountId, session } = caller;
    await ctx.write({ action: 'account.sign-out', input: { everywhere } }, async (tx) => {
      // It has ended since the door let it in, and so ends nothing any more.
      if ((await startOfSession(tx.sql, session.id)) === undefined) return;
      const { workspaceId: only } = session;
      if (everywhere && only !== null && (await belongsElsewhere(tx.sql, accountId, only)))
        fail('account_is_shared');
      if (everywhere) await endSessions(tx.sql, accountId);
      else await endSession(tx.sql, session.id);
      await tx.audit({
        action: 'account.sign-out',
        target: { kind: 'account', id: accountId },
        after: { everywhere },
      });
    });
  }
  ctx.replyCookies.push(ctx.sessions.blankCookie());
  return {};
}
