// Makes a confirmed address an account's: in it, in its memberships, and with an end of what the old mailbox opened.
import type { ConfirmEmail } from '../../shared/contract/account.ts';
import { checkAddress } from '../../shared/emails/address.ts';
import { fail } from '../../shared/errors.ts';
import type { AccountId, MemberId, WorkspaceId } from '../../shared/ids.ts';
import { can } from '../../shared/policy/can.ts';
import { isEverywhere, isGuard } from '../../shared/policy/compile.ts';
import type { UseCaseContext, WriteTransaction } from '../context.ts';
import { openAccountLink } from '../links/open.ts';
import type { AccountLink } from '../links/store.ts';
import { keepUsed, takeLink } from '../links/store.ts';
import { setPerson } from '../members/person.ts';
import { memberOfAccount } from '../members/store.ts';
import { actorOfMember } from '../sessions/elsewhere.ts';
import { mayEnter } from '../sign-in/enter.ts';
import type { NewAddress } from './email-change.ts';
import { keepIn } from './keep-in.ts';
import { ownAccount } from './own.ts';
import type { OwnAccount } from './own-store.ts';
import { belongsElsewhere, membershipsOf, ownById, setEmail } from './own-store.ts';
import { endLinksAndSessionsBut } from './session-store.ts';
import { clearWaysIn } from './store.ts';
import { tellByMail } from './tell.ts';
import { auditOwn } from './trail.ts';

/**
 * Makes the address behind the link the account's: in it and in its memberships, with the search index, at once.
 *
 * What a person asked for themselves, they confirm signed in as themselves, or somebody could give their own account with a known
 * password to the owner of a mailbox. What was asked for them needs the mailbox alone, and takes away what opened the account before.
 * @throws {AppError} `not_signed_in`, `signed_in_as_other`; `already_exists` where somebody has the address by now; what became of the link; as `ownAccount`.
 */
export async function confirmEmail(ctx: UseCaseContext, { token }: ConfirmEmail): Promise<{ email: string }> {
  if (ctx.links.openAccount(token)?.kind !== 'email') fail('link_invalid');
  const email = await ctx.write({ action: 'account.change-email.confirm', input: null }, async (tx) => {
    const link = await openAccountLink(ctx, tx.sql, { token, kind: 'email', now: tx.now });
    const { id } = await accountOf(ctx, tx, link);
    const own = (await ownById(tx.sql, id)) ?? fail('link_invalid');
    // Looked at again: the policy, or who says what the address is, may be another by now.
    if (own.source === 'provider' || ctx.policy.policy.identity.emailChange === 'none') fail('link_invalid');
    const address = checkAddress(link.data['email'] ?? '');
    if (!address.ok || !(await takeLink(tx.sql, link.id, tx.now))) fail('link_used');
    await moveTo(tx, own, address);
    await endOthers(ctx, tx, own, link);
    await keepUsed(tx.sql, link, tx.now);
    await tellByMail(ctx, tx, { kind: 'email-changed', accountId: id, data: { to: own.email } });
    await auditOwn(tx, id, {
      action: 'account.change-email',
      personal: { name: own.name, email: address.email, previousEmail: own.email },
    });
    return address.email;
  });
  ctx.mailWaiting();
  return { email };
}

/** Whose address the link changes, once whoever holds it may confirm that. */
async function accountOf(
  ctx: UseCaseContext,
  tx: WriteTransaction,
  { accountId, data }: AccountLink,
): Promise<{ readonly id: AccountId }> {
  if (accountId === null || !(await mayEnter(tx, accountId))) fail('link_invalid');
  if (data['session'] === undefined) {
    await assertStillManaged(tx, accountId, data);
    return { id: accountId };
  }
  if (ctx.caller.kind === 'account' && ctx.caller.accountId !== accountId) fail('signed_in_as_other');
  return ownAccount(ctx, tx.sql, 'change');
}

/** Whoever asked for somebody else must be allowed to now, too: in an hour that person can have joined another workspace or been put in charge (SEC_E04). */
async function assertStillManaged(
  tx: WriteTransaction,
  accountId: AccountId,
  { workspace, manager, guard }: AccountLink['data'],
): Promise<void> {
  const workspaceId = (workspace ?? fail('link_invalid')) as WorkspaceId;
  const member = (await memberOfAccount(tx.sql, workspaceId, accountId)) ?? fail('link_invalid');
  const facts = await tx.facts(workspaceId);
  // By the policy as it is there: the page that confirms is in no workspace.
  if (guard !== 'yes' && isGuard(facts.policy, member.roles)) fail('link_invalid');
  const by = manager ? await actorOfMember(tx.sql, facts.policy, workspaceId, manager as MemberId) : null;
  if (by === undefined) fail('link_invalid');
  if (by !== null && !can(by, 'member.change-email', { member }, facts).allowed) fail('link_invalid');
  if (isEverywhere(facts.policy, by?.roles ?? [])) return;
  if (await belongsElsewhere(tx.sql, accountId, workspaceId)) fail('link_invalid');
}

async function moveTo(tx: WriteTransaction, own: OwnAccount, { email, key }: NewAddress): Promise<void> {
  const isFree = await setEmail(tx.sql, { id: own.id, email, emailKey: key, now: tx.now });
  if (!isFree) fail('already_exists', { field: 'email' });
  const memberships = await membershipsOf(tx.sql, own.id);
  await setPerson(
    tx.sql,
    memberships.flatMap((each) => (each.isOfProvider ? [] : [{ ...each, email, emailKey: key }])),
  );
}

/** Ends what the old mailbox could open: its links, and all sessions but the one that asked and the one that confirms. */
async function endOthers(
  ctx: UseCaseContext,
  tx: WriteTransaction,
  { id, emailVerifiedAt }: OwnAccount,
  { data }: AccountLink,
): Promise<void> {
  const session = data['session'];
  const confirming = ctx.caller.kind === 'account' ? ctx.caller.session.id : '';
  if (session === undefined || emailVerifiedAt === null) {
    await clearWaysIn(tx.sql, id, tx.now);
    if (session !== undefined) await keepIn(ctx, tx);
    return;
  }
  await endLinksAndSessionsBut(tx.sql, id, [session, confirming]);
}
