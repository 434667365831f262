// Choosing a new password by a link that was sent to the mailbox: ends everything that opened the account before, and lets this browser in.
import type { ResetPassword } from '../../shared/contract/sign-in.ts';
import { AppError, fail } from '../../shared/errors.ts';
import { proveMailbox } from '../accounts/prove-mailbox.ts';
import { endAccess, storePassword } from '../accounts/store.ts';
import { tellByMail } from '../accounts/tell.ts';
import type { UseCaseContext } from '../context.ts';
import { openAccountLink } from '../links/open.ts';
import { keepUsed, takeLink } from '../links/store.ts';
import { assertPasswordAllowed } from '../passwords/allowed.ts';
import { hashPassword, inLineOf } from '../passwords/hash.ts';
import { enter } from './enter.ts';
import type { FormWish } from './form.ts';
import { keepSession } from './form.ts';
import { assertLinkOf } from './link.ts';
import { assertOwnPage } from './own-page.ts';
import { mayEnterSince } from './store.ts';
import { safeTarget } from './target.ts';

/**
 * Sets the password that was chosen with a reset link. Of several at once, one is taken (SEC_X12).
 * @param form - Where a page may send the same wish twice.
 * @throws {AppError} `password_too_weak`, `password_common`, `password_mismatch`; `link_invalid`, also where nobody has passwords or
 * the person may not come in by one; `link_used`, `sign_in_link_expired`; `not_signed_in` from a page that is not ours.
 */
export async function resetPassword(
  ctx: UseCaseContext,
  { token, password, confirmation }: ResetPassword,
  form?: FormWish,
): Promise<{ readonly to: string }> {
  assertOwnPage(ctx);
  assertLinkOf(ctx, token, 'reset');
  const rules = ctx.policy.policy.identity.passwords ?? fail('link_invalid');
  const wish = {
    action: 'account.reset-password',
    input: { token },
    idempotencyKey: form?.idempotencyKey,
  } as const;
  await assertPasswordAllowed(rules, password, confirmation);
  // Looked at before anything is computed, for a link goes on being one of ours however dead it is. A second click finds its answer below.
  const hash = (await isUsed(ctx, token))
    ? null
    : await inLineOf(`link:${token}`, () => hashPassword(password));
  const result = await ctx.write(wish, async (tx) => {
    const link = await openAccountLink(ctx, tx.sql, { token, kind: 'reset', now: tx.now });
    const accountId = link.accountId ?? fail('link_invalid');
    if (!(await mayEnterSince(tx.sql, accountId, link.createdAt))) fail('link_invalid');
    if (hash === null || !(await takeLink(tx.sql, link.id, tx.now))) fail('link_used');
    await proveMailbox(tx, accountId, 'reset');
    await storePassword(tx, accountId, hash, { mustChange: false });
    await endAccess(tx.sql, accountId, tx.now);
    await keepUsed(tx.sql, link, tx.now);
    await tx.audit({ action: 'account.reset-password', target: { kind: 'account', id: accountId } });
    await tellByMail(ctx, tx, { kind: 'password-changed', accountId });
    await enter(ctx, tx, { accountId, startedBy: 'password', ...(form && { token: form.session }) });
    return { to: safeTarget(link.data['to'], ctx.settings) };
  });
  ctx.mailWaiting();
  keepSession(ctx, form);
  return result;
}

/** Whether the link was used already. @throws {AppError} `link_invalid`, `sign_in_link_expired`. */
async function isUsed(ctx: UseCaseContext, token: string): Promise<boolean> {
  try {
    await openAccountLink(ctx, ctx.read, { token, kind: 'reset', now: ctx.now() });
    return false;
  } catch (error) {
    if (error instanceof AppError && error.code === 'link_used') return true;
    throw error;
  }
}
