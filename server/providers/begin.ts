// Begins a journey to a provider: for one purpose, in one browser.
import type { PrepareConnecting } from '../../shared/contract/account.ts';
import { fail } from '../../shared/errors.ts';
import type { AccountId, ProviderId } from '../../shared/ids.ts';
import { ownAccount } from '../accounts/own.ts';
import type { UseCaseContext, WriteTransaction } from '../context.ts';
import { spend } from '../limits/limits.ts';
import { mayEnter } from '../sign-in/enter.ts';
import { safeTarget } from '../sign-in/target.ts';
import type { Attempt } from './attempts.ts';
import { ATTEMPT_LIFE, attemptById, bindBrowser, browserHash, insertAttempt, newSecret } from './attempts.ts';
import { addressOf } from './reach.ts';
import type { StoredProvider } from './store.ts';
import { providerById } from './store.ts';

/** What a browser asks for. */
export interface Begin {
  readonly providerId: ProviderId;
  readonly to: string | undefined;
  /** What binds the journey to this browser: the value of a cookie. */
  readonly browser: string;
}

/**
 * Where the browser goes to sign in.
 * @throws {AppError} `provider_not_found`, `rate_limited`; what reaching the provider throws.
 */
export async function beginSignIn(ctx: UseCaseContext, begin: Begin): Promise<string> {
  const provider = await offered(ctx, begin.providerId);
  return setOut(ctx, provider, begin, { mode: 'sign-in', by: '' });
}

/**
 * Where the browser of somebody signed in goes to connect an identity to their account, which is asked for once more on return.
 * @throws {AppError} `fresh_sign_in_required`; `provider_not_found` also for a provider of a workspace that is not theirs; as `ownAccount`, as `beginSignIn`.
 */
export async function beginConnecting(ctx: UseCaseContext, begin: Begin): Promise<string> {
  const provider = await offered(ctx, begin.providerId);
  const { id } = await ownAccount(ctx, ctx.read, 'change');
  return setOut(ctx, provider, begin, { mode: 'connect', by: id }, (tx) =>
    assertConnecting(ctx, tx, provider),
  );
}

/**
 * Refuses what setting out to connect would refuse, so that a page can ask for a fresh proof before the browser leaves it.
 * @throws {AppError} As `beginConnecting`.
 */
export async function prepareConnecting(
  ctx: UseCaseContext,
  { providerId }: PrepareConnecting,
): Promise<{ providerId: ProviderId }> {
  await ownAccount(ctx, ctx.read, 'change');
  const provider = await offered(ctx, providerId);
  await ctx.write({ action: 'account.connect', input: { providerId } }, (tx) =>
    assertConnecting(ctx, tx, provider),
  );
  return { providerId };
}

async function assertConnecting(
  ctx: UseCaseContext,
  tx: WriteTransaction,
  provider: StoredProvider,
): Promise<void> {
  const { id } = await ownAccount(ctx, tx.sql, 'change');
  tx.assertFresh();
  await assertReached(ctx, tx, provider, id);
}

/**
 * Refuses to connect a provider that is not of a workspace of theirs, nor of the one that the deployment is run from. To a session that only
 * one workspace's provider vouched for, none but those of that workspace: by any other it could make itself a way into the rest (SEC_E04).
 * @throws {AppError} `provider_not_found`.
 */
export async function assertReached(
  { caller }: Pick<UseCaseContext, 'caller'>,
  tx: WriteTransaction,
  { isHome, workspaceId }: StoredProvider,
  accountId: AccountId,
): Promise<void> {
  const only = caller.kind === 'account' ? caller.session.workspaceId : null;
  if (only !== null && only !== workspaceId) fail('provider_not_found');
  if (!(await mayEnter(tx, accountId, isHome ? undefined : workspaceId))) fail('provider_not_found');
}

/**
 * Binds a test that was prepared to the browser that sets out for it, once.
 * @throws {AppError} `link_used` for one that is not there, or under way already.
 */
export async function beginTest(
  ctx: UseCaseContext,
  { providerId, browser }: Begin,
  testId: string,
): Promise<{ readonly attempt: Attempt; readonly provider: StoredProvider }> {
  const provider = (await providerById(ctx.read, providerId)) ?? fail('provider_not_found');
  return ctx.write({ action: 'provider.test', input: null }, async (tx) => {
    const attempt = await attemptById(tx.sql, ctx.sealer, testId, tx.now);
    if (attempt?.mode !== 'test' || attempt.providerId !== providerId) return fail('link_used');
    if (!(await bindBrowser(tx.sql, testId, browserHash(browser)))) fail('link_used');
    // Changed by nobody in between: what is stored is what was read.
    return { attempt, provider };
  });
}

/** A provider that people may sign in through now. */
async function offered(ctx: UseCaseContext, id: ProviderId): Promise<StoredProvider> {
  const provider = await providerById(ctx.read, id);
  const isOffered = provider?.isEnabled === true && ctx.policy.policy.identity.ways.includes('provider');
  return isOffered ? provider : fail('provider_not_found');
}

async function setOut(
  ctx: UseCaseContext,
  provider: StoredProvider,
  { to, browser }: Begin,
  journey: Pick<Attempt, 'mode' | 'by'>,
  assertAllowed: (tx: WriteTransaction) => Promise<void> = async () => {},
): Promise<string> {
  const attempt = {
    ...journey,
    id: newSecret(),
    nonce: newSecret(),
    verifier: newSecret(),
    to: to === undefined ? '' : safeTarget(to, ctx.settings),
  };
  // Whoever is signed in and comes again has to prove anew who they are: the provider's own session is no proof of that.
  const isAgain = journey.mode === 'sign-in' && ctx.caller.kind === 'account';
  const address = await addressOf(ctx, provider, attempt, isAgain);
  const action = journey.mode === 'connect' ? 'account.connect' : 'account.sign-in';
  await ctx.write({ action, input: null }, async (tx) => {
    await assertAllowed(tx);
    // Where nobody says which network it is, all of them would share one count.
    if (ctx.visit.network !== '') await spend(tx, 'signOnJourneys', ctx.visit.network);
    await insertAttempt(tx.sql, ctx.sealer, {
      ...attempt,
      providerId: provider.id,
      browserHash: browserHash(browser),
      expiresAt: tx.now + ATTEMPT_LIFE,
    });
  });
  return address;
}
