// Lets somebody in whom a provider vouched for: known by issuer and subject, and by nothing else (SEC_S01).
import type { ErrorCode } from '../../shared/errors.ts';
import type { AccountId } from '../../shared/ids.ts';
import { recordSignIn } from '../activity/record.ts';
import type { UseCaseContext, WriteTransaction } from '../context.ts';
import { memberOfAccount } from '../members/store.ts';
import { enter, mayEnter } from '../sign-in/enter.ts';
import { meet } from './meet.ts';
import type { Person } from './person.ts';
import type { StoredProvider } from './store.ts';
import { accountOfIdentity, touchIdentity } from './identity-store.ts';
import { follow } from './follow.ts';

/** What became of it: nothing where the person is in, else why not. */
export type Refused = ErrorCode | null;

/**
 * Signs the person in, or says why not; either way it is noted. Who was switched off or removed stays out (SEC_S10).
 * A session by a workspace's own provider opens that workspace; by one of the home workspace, all of the account's.
 */
export async function comeIn(
  ctx: UseCaseContext,
  tx: WriteTransaction,
  provider: StoredProvider,
  person: Person,
): Promise<Refused> {
  if (!provider.isEnabled) return refused(ctx, tx, provider, person, 'provider_not_found');
  const known = await accountOfIdentity(tx.sql, provider.id, person);
  const met = known === undefined ? await meet(ctx, tx, provider, person) : { accountId: known };
  if ('refused' in met) return refused(ctx, tx, provider, person, met.refused);
  const { accountId } = met;
  const { workspaceId } = provider;
  if (!(await mayEnter(tx, accountId, provider.isHome ? undefined : workspaceId)))
    return refused(ctx, tx, provider, person, 'provider_person_refused', accountId);
  const member = await memberOfAccount(tx.sql, workspaceId, accountId);
  if (member?.status === 'active') await follow(ctx, tx, provider, { member, person });
  await touchIdentity(tx.sql, provider.id, person, tx.now);
  await enter(ctx, tx, {
    accountId,
    startedBy: 'provider',
    providerId: provider.id,
    // The provider may know the browser from long ago, and only it knows; what it does not say is no fresh proof (SEC_D17).
    authenticatedAt: Math.min(person.authenticatedAt ?? 0, tx.now),
    ...(provider.isHome ? {} : { workspaceId }),
  });
  return null;
}

async function refused(
  ctx: UseCaseContext,
  tx: WriteTransaction,
  { id, workspaceId }: StoredProvider,
  { email, name }: Person,
  reason: ErrorCode,
  accountId?: AccountId,
): Promise<ErrorCode> {
  if (accountId !== undefined) await recordSignIn(ctx, tx, { accountId, by: 'provider', isOk: false });
  await tx.audit({
    action: 'account.sign-in-failed',
    target: { kind: 'provider', id },
    after: { by: 'provider', reason },
    personal: { email, name },
    workspaceId,
  });
  return reason;
}
