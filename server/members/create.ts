// Makes an account and its membership at once, for whoever is not to be asked first.
import type { CreateMember } from '../../shared/contract/people.ts';
import { fail } from '../../shared/errors.ts';
import type { AccountId, MemberId } from '../../shared/ids.ts';
import type { Member } from '../../shared/members/member.ts';
import type { MemberMade } from '../../shared/members/profile.ts';
import { can } from '../../shared/policy/can.ts';
import { isGuard } from '../../shared/policy/compile.ts';
import { isUsernameTaken, setUsername } from '../accounts/own-store.ts';
import { accountByKey, insertAccount, storePassword } from '../accounts/store.ts';
import { tellByMail } from '../accounts/tell.ts';
import { authorizeRead } from '../authorize.ts';
import type { UseCaseContext, WriteTransaction } from '../context.ts';
import type { Recorded } from '../invitations/create.ts';
import { invitedResult, inviteWithin } from '../invitations/create.ts';
import { findTaken } from '../invitations/bulk.ts';
import { revoke } from '../invitations/revoke.ts';
import { invitationById } from '../invitations/store.ts';
import { assertLeft, note, spend } from '../limits/limits.ts';
import { assertPasswordAllowed } from '../passwords/allowed.ts';
import { hashPassword } from '../passwords/hash.ts';
import { assignTo } from '../permissions/assign.ts';
import { kindOf } from '../resources/kind.ts';
import { readFacts } from '../write.ts';
import type { Newcomer } from './newcomer.ts';
import { readNewcomer } from './newcomer.ts';
import { insertMembers, memberById, memberOfAccount, publicMember } from './store.ts';

/** How making one person went, as it is recorded for a retry. */
export type Made =
  { readonly member: Member } | { readonly invited: Recorded } | { readonly refused: 'username_taken' };

/**
 * Makes the account that `input` describes, with its roles, its first password and what it is granted.
 *
 * Who has an account elsewhere keeps it as it is: nothing of it is changed or told, and its person is invited instead (SEC_E04).
 * @throws {AppError} the reason of the denial; `email_taken`, `username_taken`; as `readNewcomer`; `password_too_weak`, `password_mismatch`,
 * `password_common`; `resource_not_found`; `fresh_sign_in_required` for a role that must never be vacant; `account_is_shared` for somebody who is
 * to be switched off here from the start and has an account elsewhere; `rate_limited`.
 */
export async function createMember(ctx: UseCaseContext, input: CreateMember): Promise<MemberMade> {
  const { idempotencyKey, password, confirmation, ...wish } = input;
  await assertWorthHashing(ctx, input.roles);
  const newcomer = readNewcomer(ctx.policy.policy, input);
  const hash = await hashOf(ctx, password, confirmation);
  // Nothing of the password stands in the wish: its digest is stored, and would be quicker to guess than the hash.
  const made = await ctx.write({ action: 'member.create', input: wish, idempotencyKey }, async (tx) => {
    await spend(tx, 'createdAccounts', tx.actor.id ?? tx.actor.kind);
    return createWithin(ctx, tx, newcomer, hash);
  });
  if ('refused' in made) fail(made.refused, { field: 'username' });
  ctx.mailWaiting();
  if ('member' in made) return { made: 'account', member: made.member };
  const { email, key } = newcomer.address;
  const invitation = await invitedResult(ctx, { text: email, email, key }, newcomer.roles, made.invited);
  return { made: 'invitation', invitation };
}

/** Turns away who may not before a hash is computed for them; the decision itself is made in the write. */
async function assertWorthHashing(ctx: UseCaseContext, roles: readonly string[]): Promise<void> {
  const { actor, workspaceId: workspace } = await authorizeRead(ctx, 'invitation.list');
  const decision = can(
    actor,
    'member.create',
    { workspace, roles },
    await readFacts(ctx.read, ctx, workspace),
  );
  if (!decision.allowed) fail(decision.reason);
}

/** The hash of the first password; null where none was entered. @throws {AppError} as `assertPasswordAllowed`. */
async function hashOf(
  ctx: UseCaseContext,
  password: string | undefined,
  confirmation = '',
): Promise<string | null> {
  if (password === undefined) return null;
  await assertPasswordAllowed(ctx.policy.policy.identity.passwords, password, confirmation);
  return hashPassword(password);
}

/**
 * Making one person within a write, which others do too. Everything is looked up before anything is changed.
 * @returns Also that a username is taken: the write stands then, so that trying names is counted.
 * @throws {AppError} as `createMember`.
 */
export async function createWithin(
  ctx: UseCaseContext,
  tx: WriteTransaction,
  newcomer: Newcomer,
  hash: string | null,
): Promise<Made> {
  const workspaceId = ctx.workspaceId ?? fail('workspace_not_found');
  const { address, roles, isActive, username, name } = newcomer;
  await tx.assertCan('member.create', { workspace: workspaceId, roles });
  if (isGuard(ctx.policy, roles)) tx.assertFresh();
  const [taken] = await findTaken(tx.sql, workspaceId, [address.key]);
  if (taken !== undefined && taken.status !== null) fail('email_taken', { field: 'email' });
  const account = await accountByKey(tx.sql, address.key);
  if (account !== undefined) {
    // Who is a member here under the address that a provider said is here all the same.
    if ((await memberOfAccount(tx.sql, workspaceId, account.id)) !== undefined)
      fail('email_taken', { field: 'email' });
    // An invitation cannot be switched off: it would let them in.
    if (!isActive) fail('account_is_shared', { field: 'email' });
    const entry = {
      text: address.email,
      email: address.email,
      key: address.key,
      ...(name !== '' && { name }),
    };
    return { invited: await inviteWithin(ctx, tx, entry, roles) };
  }
  if (username !== null && (await isTaken(tx, username.key))) return { refused: 'username_taken' };
  if (taken?.invitation != null)
    await revoke(tx, (await invitationById(tx.sql, taken.invitation.id, workspaceId))!);
  return { member: await make(ctx, tx, newcomer, hash) };
}

/** Whether somebody has the username already; asking for many that are taken ends. @throws {AppError} `rate_limited`. */
export async function isTaken(tx: WriteTransaction, key: string): Promise<boolean> {
  const by = tx.actor.id ?? tx.actor.kind;
  await assertLeft(tx, 'takenUsernames', [by]);
  const isThere = await isUsernameTaken(tx.sql, key, '' as AccountId);
  if (isThere) await note(tx, 'takenUsernames', by);
  return isThere;
}

async function make(
  ctx: UseCaseContext,
  tx: WriteTransaction,
  newcomer: Newcomer,
  hash: string | null,
): Promise<Member> {
  const { address, name, username, profile, roles, isActive } = newcomer;
  const { email, key: emailKey } = address;
  const workspaceId = ctx.workspaceId!;
  const [accountId, id] = [ctx.newId() as AccountId, ctx.newId() as MemberId];
  // Nobody proved the mailbox: the first proof takes away the password that somebody else chose (SEC_C17).
  await insertAccount(tx.sql, { id: accountId, email, emailKey, name, emailVerifiedAt: null }, tx.now);
  if (username !== null) await setUsername(tx.sql, accountId, username);
  if (hash !== null) await storePassword(tx, accountId, hash, { mustChange: newcomer.mustChangePassword });
  const status = isActive ? 'active' : 'deactivated';
  const person = { id, workspaceId, accountId, name, email, emailKey, profile };
  await insertMembers(tx.sql, ctx.policy, [{ ...person, roles, status, createdAt: tx.now }]);
  await tx.audit({
    action: 'member.create',
    target: { kind: 'member', id },
    after: { roles, status },
    personal: { name, email, ...(username !== null && { username: username.username }) },
  });
  for (const { kind, resourceIds } of newcomer.resources) {
    const member = (await memberById(tx.sql, workspaceId, id))!;
    await assignTo(tx, member, kindOf(ctx.policy, kind), { set: resourceIds });
  }
  const given = hash === null ? 'no' : 'yes';
  if (isActive)
    await tellByMail(ctx, tx, { kind: 'account-made', accountId, data: { workspaceId, password: given } });
  return publicMember((await memberById(tx.sql, workspaceId, id))!);
}
