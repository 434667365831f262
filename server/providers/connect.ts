// A person's own identities at providers: connected by themselves, and taken away again.
import type { Disconnect } from '../../shared/contract/account.ts';
import { fail } from '../../shared/errors.ts';
import type { ProviderId } from '../../shared/ids.ts';
import { ownAccount } from '../accounts/own.ts';
import type { OwnAccount } from '../accounts/own-store.ts';
import { auditOwn } from '../accounts/trail.ts';
import type { UseCaseContext, WriteTransaction } from '../context.ts';
import { hasMail } from '../settings/mail-setup.ts';
import { attemptOfBrowser } from './arrive.ts';
import { safeTarget } from '../sign-in/target.ts';
import type { Attempt } from './attempts.ts';
import { endAttempt } from './attempts.ts';
import { assertReached } from './begin.ts';
import {
  accountOfIdentity,
  deleteIdentities,
  insertIdentity,
  isOnlyByProvider,
  otherIdentities,
} from './identity-store.ts';
import { endSessionsByProvider, providerById } from './store.ts';

/** An identity that waits to be connected, as the person is asked about it. */
export interface Waiting {
  readonly provider: string;
  /** What the provider calls the person: their address there, or its own name for them. */
  readonly identity: string;
  readonly account: string;
  /** Where it goes on afterwards; null where nobody said. */
  readonly to: string | null;
}

interface Journey {
  readonly attemptId: string;
  readonly browser: string | undefined;
}

/** What is to be connected with what. Changes nothing. @throws {AppError} `provider_refused` where nothing waits in this browser for this person. */
export async function peekConnection(ctx: UseCaseContext, { attemptId, browser }: Journey): Promise<Waiting> {
  const attempt = await attemptOfBrowser(ctx, attemptId, browser);
  const own = await ownAccount(ctx, ctx.read, 'change');
  if (attempt?.mode !== 'connect' || attempt.by !== own.id || attempt.person === undefined)
    return fail('provider_refused');
  const provider = (await providerById(ctx.read, attempt.providerId)) ?? fail('provider_not_found');
  const { email, subject } = attempt.person;
  return {
    provider: provider.name,
    identity: email === '' ? subject : email,
    account: own.email,
    to: targetOf(ctx, attempt),
  };
}

/**
 * Connects the identity that waits to the caller's account, in place of one they had at this provider.
 * @throws {AppError} `already_connected` where it opens another account; as `peekConnection`; `fresh_sign_in_required` was asked at the start.
 */
export async function confirmConnection(
  ctx: UseCaseContext,
  { attemptId, browser }: Journey,
): Promise<{ readonly to: string | null }> {
  const attempt = await attemptOfBrowser(ctx, attemptId, browser);
  if (attempt?.mode !== 'connect' || attempt.person === undefined) return fail('provider_refused');
  const { person, providerId } = attempt;
  await ctx.write({ action: 'account.connect', input: { attemptId } }, async (tx) => {
    const own = await ownAccount(ctx, tx.sql, 'change');
    // Once, and by the very person who began: a browser can have changed hands in between.
    if (attempt.by !== own.id || !(await endAttempt(tx.sql, attemptId))) fail('provider_refused');
    const provider = (await providerById(tx.sql, providerId)) ?? fail('provider_not_found');
    await assertReached(ctx, tx, provider, own.id);
    const owner = await accountOfIdentity(tx.sql, providerId, person);
    if (owner === own.id) return;
    if (owner !== undefined) fail('already_connected');
    await insertIdentity(tx.sql, providerId, own.id, person, tx.now);
    await auditOwn(tx, own.id, {
      action: 'account.connect',
      after: { providerId, by: 'person' },
      personal: { name: own.name, email: own.email, identity: person.email },
    });
  });
  return { to: targetOf(ctx, attempt) };
}

function targetOf(
  { settings }: Pick<UseCaseContext, 'settings'>,
  { to }: Pick<Attempt, 'to'>,
): string | null {
  return to === '' ? settings.appUrl : safeTarget(to, settings);
}

/**
 * Takes the caller's identity at a provider away, and ends the other sessions that it began.
 * @throws {AppError} `connection_not_found`; `connection_is_last` where they could not sign in any more; `people_from_provider`; `fresh_sign_in_required`; as `ownAccount`.
 */
export function disconnect(ctx: UseCaseContext, input: Disconnect): Promise<{ providerId: ProviderId }> {
  const { idempotencyKey, providerId } = input;
  return ctx.write({ action: 'account.disconnect', input: { providerId }, idempotencyKey }, async (tx) => {
    const own = await ownAccount(ctx, tx.sql, 'change');
    tx.assertFresh();
    if (await isOnlyByProvider(tx.sql, providerId, own.id)) fail('people_from_provider');
    if (!(await deleteIdentities(tx.sql, providerId, own.id))) fail('connection_not_found');
    if (!(await hasOtherWay(ctx, tx, own, providerId))) fail('connection_is_last');
    await endSessionsByProvider(
      tx.sql,
      providerId,
      own.id,
      ctx.caller.kind === 'account' ? ctx.caller.session.id : null,
    );
    await auditOwn(tx, own.id, {
      action: 'account.disconnect',
      before: { providerId },
      personal: { name: own.name, email: own.email },
    });
    return { providerId };
  });
}

/** Whether the person can still come in: by a password, a link to their mailbox, or another provider. */
async function hasOtherWay(
  ctx: UseCaseContext,
  tx: WriteTransaction,
  own: OwnAccount,
  providerId: ProviderId,
): Promise<boolean> {
  const { ways } = ctx.policy.policy.identity;
  if (own.passwordHash !== null && ways.includes('password')) return true;
  if (ways.includes('link') && (await hasMail(ctx, tx.sql))) return true;
  return (await otherIdentities(tx.sql, providerId, own.id)) > 0;
}
