// Somebody who comes through a provider for the first time: connected to an account where that is proved, or made one where that is allowed.
import { checkAddress } from '../../shared/emails/address.ts';
import type { ErrorCode } from '../../shared/errors.ts';
import type { AccountId, MemberId } from '../../shared/ids.ts';
import { cleanName } from '../../shared/text/name.ts';
import { proveMailbox } from '../accounts/prove-mailbox.ts';
import type { Account } from '../accounts/store.ts';
import { accountByKey, insertAccount } from '../accounts/store.ts';
import { auditOwn } from '../accounts/trail.ts';
import type { UseCaseContext, WriteTransaction } from '../context.ts';
import { wasRemoved } from '../members/departures.ts';
import { insertMembers, memberOfAccount } from '../members/store.ts';
import { mayEnter } from '../sign-in/enter.ts';
import { rolesFor } from './admission.ts';
import { domainByName } from './domain-store.ts';
import type { Person } from './person.ts';
import type { StoredProvider } from './store.ts';
import { insertIdentity, isAddressFree } from './identity-store.ts';
import { countAdmitted } from './store.ts';

/** Whom it led to, or why to nobody. */
export type Met = { readonly accountId: AccountId } | { readonly refused: ErrorCode };

/** An address in the form to look up, and whether provider and workspace together vouch for it. */
interface Vouched {
  readonly email: string;
  readonly key: string;
  readonly isProved: boolean;
}

/** Finds or makes the account of somebody whose identity nobody here knows yet. */
export async function meet(
  ctx: UseCaseContext,
  tx: WriteTransaction,
  provider: StoredProvider,
  person: Person,
): Promise<Met> {
  const address = checkAddress(person.email);
  // Without one nobody can be found or made.
  if (!address.ok) return { refused: 'provider_person_unknown' };
  const vouched: Vouched = { ...address, isProved: await isProved(tx, provider, person, address.key) };
  const account = await accountByKey(tx.sql, address.key);
  const met =
    account === undefined
      ? await join(ctx, tx, provider, person, vouched)
      : await connect(ctx, tx, provider, { person, vouched, account });
  if ('accountId' in met) await insertIdentity(tx.sql, provider.id, met.accountId, person, tx.now);
  return met;
}

/** Whether the provider says that the address is verified, and the workspace proved that the domain is its own (SEC_S02). */
async function isProved(
  tx: WriteTransaction,
  { workspaceId }: StoredProvider,
  { isEmailVerified }: Person,
  key: string,
): Promise<boolean> {
  if (!isEmailVerified) return false;
  const domain = await domainByName(tx.sql, workspaceId, key.slice(key.lastIndexOf('@') + 1));
  return domain !== undefined && domain.provedAt !== null;
}

/** Connects the identity to the account that has the address already: only where the address is proved. */
async function connect(
  ctx: UseCaseContext,
  tx: WriteTransaction,
  provider: StoredProvider,
  { person, vouched, account }: { person: Person; vouched: Vouched; account: Account },
): Promise<Met> {
  if (!vouched.isProved) return { refused: 'provider_person_unknown' };
  const member = await memberOfAccount(tx.sql, provider.workspaceId, account.id);
  if (member?.status === 'deactivated' && !provider.isHome) return { refused: 'provider_person_refused' };
  const isNeeded = member === undefined && !(provider.isHome && (await mayEnter(tx, account.id)));
  if (isNeeded) {
    const joined = await join(ctx, tx, provider, person, vouched, account);
    if ('refused' in joined) return joined;
  }
  // As the first proof of a mailbox by a link: what somebody else planted in the account goes (SEC_C17).
  await proveMailbox(tx, account.id, 'provider');
  await auditOwn(tx, account.id, {
    action: 'account.connect',
    after: { providerId: provider.id, by: 'address' },
    personal: { name: account.name, email: account.email },
  });
  return { accountId: account.id };
}

/** Makes a member, and where there is none the account, as far as the provider may let people in without an invitation (D13). */
async function join(
  ctx: UseCaseContext,
  tx: WriteTransaction,
  provider: StoredProvider,
  person: Person,
  vouched: Vouched,
  account?: Account,
): Promise<Met> {
  const { admission, workspaceId } = provider;
  if (!admission.isJustInTime) return { refused: 'provider_person_unknown' };
  // A provider said before that it is somebody else's here, whose account goes by another one.
  if (!(await isAddressFree(tx.sql, vouched.key, account?.id ?? null, workspaceId)))
    return { refused: 'provider_person_unknown' };
  const { isArchived } = await tx.facts(workspaceId);
  if (isArchived || (await wasRemoved(tx.sql, provider, person, vouched.key)))
    return { refused: 'provider_person_refused' };
  if (!(await countAdmitted(tx.sql, provider.id, admission.most))) return { refused: 'provider_full' };
  const { id: accountId, name } = account ?? (await newAccount(ctx, tx, person, vouched));
  const id = ctx.newId() as MemberId;
  const policy = await ctx.policyIn(tx.sql, workspaceId);
  const roles = rolesFor(policy, admission, person.groups);
  const { email, key: emailKey } = vouched;
  const joined = { id, workspaceId, accountId, name, email, emailKey, roles };
  await insertMembers(tx.sql, policy, [
    { ...joined, createdAt: tx.now, source: 'provider', lastSignInAt: tx.now },
  ]);
  await tx.audit({
    action: 'member.join',
    target: { kind: 'member', id },
    after: { roles, status: 'active', providerId: provider.id },
    personal: { name, email },
    workspaceId,
  });
  return { accountId };
}

async function newAccount(
  ctx: UseCaseContext,
  tx: WriteTransaction,
  person: Person,
  { email, key: emailKey, isProved }: Vouched,
): Promise<{ readonly id: AccountId; readonly name: string }> {
  const id = ctx.newId() as AccountId;
  const cleaned = cleanName(person.name);
  const name = cleaned.ok ? cleaned.name : '';
  await insertAccount(
    tx.sql,
    { id, email, emailKey, name, emailVerifiedAt: isProved ? tx.now : null },
    tx.now,
  );
  return { id, name };
}
