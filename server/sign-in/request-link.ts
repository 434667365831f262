// Asking for a link to sign in or to choose a new password: the same answer and the same work for everybody.
import type { RequestLink } from '../../shared/contract/sign-in.ts';
import { fail } from '../../shared/errors.ts';
import type { AccountId, LinkId } from '../../shared/ids.ts';
import { tellByMail } from '../accounts/tell.ts';
import type { UseCaseContext, WriteTransaction } from '../context.ts';
import type { Limited } from '../limits/limits.ts';
import { insertLink } from '../links/store.ts';
import { countAttempt, countersOf } from './attempts.ts';
import { readLogin } from './login.ts';
import { assertOwnPage } from './own-page.ts';
import { mayEnterSince } from './store.ts';
import { safeTarget } from './target.ts';

const MINUTE = 60_000;

/** How long a link to sign in lives, in milliseconds. */
export const SIGN_IN_LINK_LIFE = 15 * MINUTE;
/** How long a link to choose a new password lives, in milliseconds. */
const RESET_LINK_LIFE = 60 * MINUTE;

const KINDS = {
  'sign-in': { life: SIGN_IN_LINK_LIFE, limited: 'signInLinks' },
  reset: { life: RESET_LINK_LIFE, limited: 'resetLinks' },
} as const satisfies Record<RequestLink['kind'], { life: number; limited: Limited }>;

/**
 * Sends a link to the address that is stored for whom `login` names, where there is somebody who may come in (SEC_C11).
 *
 * Whoever asked too often gets none either. Nothing in the answer tells.
 * @throws {AppError} `not_in_policy` where nobody signs in by link; `not_signed_in` from a page that is not ours.
 */
export async function requestLink(
  ctx: UseCaseContext,
  { kind, login, to }: RequestLink,
): Promise<Record<never, never>> {
  assertOwnPage(ctx);
  const { ways, passwords } = ctx.policy.policy.identity;
  if (kind === 'sign-in' && !ways.includes('link')) fail('not_in_policy');
  const isOffered = kind === 'sign-in' || (passwords !== null && ways.includes('password'));
  await ctx.write({ action: 'account.request-link', input: null }, async (tx) => {
    const named = await readLogin(ctx, tx.sql, login);
    const { own, person } = countersOf(ctx, named, {
      person: KINDS[kind].limited,
      network: 'linksOfNetwork',
      device: 'linksOfDevice',
    });
    const source = { by: kind === 'reset' ? 'reset' : 'link', target: named.candidate?.id ?? 'nobody' };
    if (await countAttempt(tx, [...own, ...person], source)) return;
    const { candidate, nobody } = named;
    const isReceiver =
      candidate !== undefined && isOffered && (await mayEnterSince(tx.sql, candidate.id, tx.now));
    // Whoever gets no mail is written the same rows, for an account that there is not: they take the same time, and the outbox drops them.
    await issueLink(ctx, tx, {
      kind,
      accountId: isReceiver ? candidate.id : (nobody as AccountId),
      data: to === undefined ? {} : { to: safeTarget(to, ctx.settings) },
    });
  });
  ctx.mailWaiting();
  return {};
}

async function issueLink(
  ctx: UseCaseContext,
  tx: WriteTransaction,
  {
    kind,
    accountId,
    data,
  }: { kind: RequestLink['kind']; accountId: AccountId; data: Record<string, string> },
): Promise<void> {
  const id = ctx.newId() as LinkId;
  await insertLink(tx.sql, {
    id,
    kind,
    accountId,
    data,
    createdAt: tx.now,
    expiresAt: tx.now + KINDS[kind].life,
  });
  await tellByMail(ctx, tx, { kind, accountId, linkId: id });
}
