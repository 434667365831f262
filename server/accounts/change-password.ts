// Sets or changes one's own password. Everything else that opened the account is ended by it.
import type { ChangePassword } from '../../shared/contract/account.ts';
import { fail } from '../../shared/errors.ts';
import type { AccountId } from '../../shared/ids.ts';
import type { UseCaseContext, WriteTransaction } from '../context.ts';
import { assertPasswordAllowed } from '../passwords/allowed.ts';
import { hashPassword, inLineOf } from '../passwords/hash.ts';
import { actorKey } from '../write.ts';
import { keepIn } from './keep-in.ts';
import { ownAccount } from './own.ts';
import { notePassword, tryPassword } from './prove-password.ts';
import { endAccess, storePassword } from './store.ts';
import { tellByMail } from './tell.ts';
import { auditOwn } from './trail.ts';

/**
 * Gives the caller another password: by the current one (SEC_C14), or, where there is none, by having signed in a short time ago.
 *
 * All other sessions, links and what hosts signed end; the asking browser stays in by a new session (SEC_C13). A wrong current
 * password counts as a failed attempt.
 * @throws {AppError} `password_too_weak`, `password_mismatch`, `password_common`, `password_unchanged`; `password_wrong`; `rate_limited`;
 * `fresh_sign_in_required`; `busy`; `account_action_by_host` for a first one through a workspace's own provider; `people_from_provider`; `not_in_policy`; as `ownAccount`.
 */
export async function changePassword(ctx: UseCaseContext, input: ChangePassword): Promise<{ changed: true }> {
  const { idempotencyKey, current, password, confirmation } = input;
  const seen = await ownAccount(ctx, ctx.read, 'password');
  if (seen.source === 'provider') fail('people_from_provider');
  await assertPasswordAllowed(ctx.policy.policy.identity.passwords, password, confirmation);
  const isTried = seen.passwordHash !== null;
  if (!isTried) assertSignedInDirectly(ctx);
  if (isTried && current === password) fail('password_unchanged', { field: 'password' });
  const isRight = isTried && current !== undefined && (await tryPassword(ctx, seen, current));
  const hash = isRight || !isTried ? await inLineOf(actorKey(ctx.caller), () => hashPassword(password)) : '';
  // Nothing of a password stands in the wish: its digest is stored, and would be quicker to guess than the hash.
  const isChanged = await ctx.write(
    { action: 'account.change-password', input: null, idempotencyKey },
    async (tx) => {
      const own = await ownAccount(ctx, tx.sql, 'password');
      if (isTried && current !== undefined) await notePassword(ctx, tx, own, isRight);
      // Of two changes at once the second proved a password that is none any more.
      if (own.passwordHash !== seen.passwordHash || (isTried && !isRight)) return false;
      if (!isTried) tx.assertFresh();
      await replacePassword(ctx, tx, { id: own.id, hash });
      await keepIn(ctx, tx);
      await auditOwn(tx, own.id, {
        action: isTried ? 'account.change-password' : 'account.set-password',
        personal: { name: own.name, email: own.email },
      });
      return true;
    },
  );
  if (!isChanged) fail('password_wrong', { field: 'current' });
  ctx.mailWaiting();
  return { changed: true };
}

/**
 * Refuses a first password to a session that only one workspace's provider vouched for: it would open every workspace that the person ever
 * joins, to whoever runs that provider (SEC_E04). A link to the mailbox sets one.
 */
function assertSignedInDirectly({ caller }: Pick<UseCaseContext, 'caller'>): void {
  if (caller.kind === 'account' && caller.session.workspaceId !== null) fail('account_action_by_host');
}

/** Stores a password, ends everything that opened the account and tells the person (SEC_C13, SEC_L09). Whoever may stay in is let in again afterwards. */
export async function replacePassword(
  ctx: UseCaseContext,
  tx: WriteTransaction,
  {
    id,
    hash,
    isByOthers = false,
  }: { readonly id: AccountId; readonly hash: string; readonly isByOthers?: boolean },
): Promise<void> {
  await storePassword(tx, id, hash, { mustChange: isByOthers });
  await endAccess(tx.sql, id, tx.now);
  await tellByMail(ctx, tx, {
    kind: 'password-changed',
    accountId: id,
    ...(isByOthers && { data: { by: 'administrator' } }),
  });
}
