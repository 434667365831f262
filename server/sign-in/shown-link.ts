// A link to sign in that the operator is shown instead of one that is mailed: for the first owner, and for whoever has no other way back in.
import { checkAddress } from '../../shared/emails/address.ts';
import { fail } from '../../shared/errors.ts';
import type { AccountId, LinkId } from '../../shared/ids.ts';
import { accountByKey } from '../accounts/store.ts';
import type { UseCaseContext } from '../context.ts';
import type { Sql } from '../db/database.ts';
import { insertLink } from '../links/store.ts';
import { mayEnter } from './enter.ts';
import { SIGN_IN_LINK_LIFE } from './request-link.ts';

/**
 * Makes a link by which somebody signs in, good once and for a quarter of an hour. It proves no mailbox.
 * @throws {AppError} `email_invalid`; `member_not_found` where nobody who may sign in has the address; `not_granted` to everybody but the operator.
 */
export async function showSignInLink(
  ctx: UseCaseContext,
  wish: { readonly email: string },
): Promise<{ readonly link: string }> {
  if (ctx.caller.kind !== 'system') fail('not_granted');
  const address = checkAddress(wish.email);
  if (!address.ok) fail('email_invalid', { field: 'email', reason: address.reason });
  return ctx.write({ action: 'account.show-link', input: null }, async (tx) => {
    const account = (await accountByKey(tx.sql, address.key)) ?? fail('member_not_found');
    if (!(await mayEnter(tx, account.id))) fail('member_not_found');
    await tx.audit({ action: 'account.show-link', target: { kind: 'account', id: account.id } });
    return { link: await shownLink(ctx, tx, account.id) };
  });
}

/** Adds a link to sign in and gives its address, which is shown and never mailed. */
export async function shownLink(
  ctx: UseCaseContext,
  tx: { readonly sql: Sql; readonly now: number },
  accountId: AccountId,
): Promise<string> {
  const id = ctx.newId() as LinkId;
  const expiresAt = tx.now + SIGN_IN_LINK_LIFE;
  const data = { shown: 'console' };
  await insertLink(tx.sql, { id, kind: 'sign-in', accountId, data, createdAt: tx.now, expiresAt });
  return ctx.links.account('sign-in', id);
}
