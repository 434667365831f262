// Links of accounts: looking consumes nothing, signing in takes one for good.
import type { SignInWithLink } from '../../shared/contract/sign-in.ts';
import { fail } from '../../shared/errors.ts';
import type { AccountId } from '../../shared/ids.ts';
import { proveMailbox } from '../accounts/prove-mailbox.ts';
import { accountById } from '../accounts/store.ts';
import type { UseCaseContext } from '../context.ts';
import type { LinkKind } from '../../shared/accounts/account.ts';
import { openAccountLink } from '../links/open.ts';
import { keepUsed, linkById, takeLink } from '../links/store.ts';
import { enter } from './enter.ts';
import type { FormWish } from './form.ts';
import { keepSession } from './form.ts';
import { assertOwnPage } from './own-page.ts';
import { mayEnterSince, mustChangePassword } from './store.ts';
import { safeTarget } from './target.ts';

/** What a link is for. */
export interface LinkPeek {
  readonly kind: LinkKind;
  /** The address it was sent to, or that it confirms; null for the set-up, which is nobody's yet. */
  readonly email: string | null;
  readonly expiresAt: number;
}

/** What the link behind `token` is for. Consumes nothing, however often it is asked (SEC_B02). @throws {AppError} `link_invalid`, `link_used`, `sign_in_link_expired`. */
export async function peekLink(ctx: UseCaseContext, { token }: { token: string }): Promise<LinkPeek> {
  const kind = ctx.links.openAccount(token)?.kind ?? fail('link_invalid');
  const link = await openAccountLink(ctx, ctx.read, { token, kind, now: ctx.now() });
  const { accountId, data, expiresAt } = link;
  if (accountId === null) return { kind, email: null, expiresAt };
  const account = (await accountById(ctx.read, accountId)) ?? fail('link_invalid');
  return { kind, email: data['email'] ?? account.email, expiresAt };
}

/** Where a link leads, and whether a new password has to be chosen first. */
export interface EnteredByLink {
  readonly to: string;
  readonly mustChangePassword: boolean;
}

/**
 * Signs in with a link that was sent to the mailbox, which proves the mailbox too. Of several at once, one comes in (SEC_B04).
 * @param form - Where a page may send the same wish twice.
 * @throws {AppError} `link_invalid`, also for who may not come in any more; `link_used`, `sign_in_link_expired`; `not_signed_in` from a page that is not ours.
 */
export async function signInWithLink(
  ctx: UseCaseContext,
  { token }: SignInWithLink,
  form?: FormWish,
): Promise<EnteredByLink> {
  assertOwnPage(ctx);
  const opened = assertLinkOf(ctx, token, 'sign-in');
  const own = await enteredBefore(ctx, opened);
  if (own !== undefined) return own;
  const wish = { action: 'account.sign-in', input: { token }, idempotencyKey: form?.idempotencyKey } as const;
  const entered = await ctx.write(wish, async (tx): Promise<EnteredByLink> => {
    const link = await openAccountLink(ctx, tx.sql, { token, kind: 'sign-in', now: tx.now });
    const accountId = link.accountId ?? fail('link_invalid');
    if (!(await mayEnterSince(tx.sql, accountId, link.createdAt))) fail('link_invalid');
    if (!(await takeLink(tx.sql, link.id, tx.now))) fail('link_used');
    // One that the operator was shown went through no mailbox.
    const isFirstProof = link.data['shown'] === undefined && (await proveMailbox(tx, accountId, 'link'));
    if (isFirstProof) await keepUsed(tx.sql, link, tx.now);
    await enter(ctx, tx, { accountId, startedBy: 'link', ...(form && { token: form.session }) });
    return {
      to: safeTarget(link.data['to'], ctx.settings),
      mustChangePassword: await mustChangePassword(tx.sql, accountId),
    };
  });
  keepSession(ctx, form);
  return entered;
}

type OpenedToken = NonNullable<ReturnType<UseCaseContext['links']['openAccount']>>;

/** Refuses a token that was not made here for this purpose, before a write is queued for it: anybody can send those (SEC_B10). @throws {AppError} `link_invalid`. */
export function assertLinkOf(ctx: Pick<UseCaseContext, 'links'>, token: string, kind: LinkKind): OpenedToken {
  const opened = ctx.links.openAccount(token);
  return opened?.kind === kind ? opened : fail('link_invalid');
}

/** Where the link leads for a browser that it let in already: its button was pressed twice. */
async function enteredBefore(
  ctx: UseCaseContext,
  { id, kind }: OpenedToken,
): Promise<EnteredByLink | undefined> {
  if (ctx.caller.kind !== 'account' || ctx.caller.session.startedBy !== 'link') return undefined;
  const link = await linkById(ctx.read, kind, id);
  const isOwn =
    link?.usedAt != null &&
    link.accountId === ctx.caller.accountId &&
    ctx.caller.session.createdAt >= link.usedAt;
  return isOwn ? leadOn(ctx, link.accountId as AccountId, link.data['to']) : undefined;
}

async function leadOn(
  ctx: UseCaseContext,
  accountId: AccountId,
  to: string | undefined,
): Promise<EnteredByLink> {
  return {
    to: safeTarget(to, ctx.settings),
    mustChangePassword: await mustChangePassword(ctx.read, accountId),
  };
}
