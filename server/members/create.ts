// Makes an account and its membership at once, for whoever is not to be asked first.
import type { CreateMember } from '../../shared/contract/people.ts';
import { fail } from '../../shared/errors.ts';
import type { AccountId, InvitationId, MemberId } from '../../shared/ids.ts';
import type { Member } from '../../shared/members/member.ts';
import type { MemberMade } from '../../shared/members/profile.ts';
import { can } from '../../shared/policy/can.ts';
import { isGuard } from '../../shared/policy/compile.ts';
import { isUsernameTaken, setUsername } from '../accounts/own-store.ts';
import { accountByKey, insertAccount, storePassword } from '../accounts/store.ts';
import { tellByMail } from '../accounts/tell.ts';
import { authorizeRead } from '../authorize.ts';
import type { UseCaseContext, WriteTransaction } from '../context.ts';
import { findTaken } from '../invitations/bulk.ts';
import type { InvitedInto } from '../invitations/copy-link.ts';
import type { Recorded } from '../invitations/create.ts';
import { invitedResult, inviteWithin, placesIn } from '../invitations/create.ts';
import { revoke } from '../invitations/revoke.ts';
import { invitationById } from '../invitations/store.ts';
import { assertLeft, note, spend } from '../limits/limits.ts';
import { assertPasswordAllowed } from '../passwords/allowed.ts';
import { hashPassword, inLineOf } from '../passwords/hash.ts';
import { assignTo } from '../permissions/assign.ts';
import { kindOf } from '../resources/kind.ts';
import { elsewhere } from '../sessions/elsewhere.ts';
import { actorKey, readFacts } from '../write.ts';
import type { Newcomer } from './newcomer.ts';
import { readNewcomer } from './newcomer.ts';
import { insertMembers, memberById, memberOfAccount, publicMember } from './store.ts';

/** How making one person went, as it is recorded for a retry: the member in the workspace of the call, or how inviting went in each place. */
export type Made =
  | { readonly member: Member }
  | { readonly invited: readonly Recorded[] }
  | { readonly refused: 'username_taken' | 'account_is_shared' };

/** A workspace that the person is to be in, by what the caller is there. */
interface Ground extends InvitedInto {
  readonly ctx: UseCaseContext;
  readonly tx: WriteTransaction;
}

/**
 * Makes the account that `input` describes, with its roles, its first password and what it is granted.
 *
 * Into other workspaces the person comes at the same time, each place judged by itself: one that is refused refuses all (D27). Who has an account elsewhere keeps it as it is: nothing of it is changed or told, and its person is invited instead (SEC_E04).
 * @throws {AppError} the reason of the denial; `email_taken`, `username_taken`; as `readNewcomer`; `password_too_weak`, `password_mismatch`,
 * `password_common`; `resource_not_found`; `fresh_sign_in_required` for a role that must never be vacant; `account_is_shared` for somebody who is
 * to be switched off here from the start and has an account elsewhere; `rate_limited`, `busy`; as `placesIn`.
 */
export async function createMember(ctx: UseCaseContext, input: CreateMember): Promise<MemberMade> {
  const { idempotencyKey, password, confirmation, ...wish } = input;
  await assertWorthHashing(ctx, input.roles);
  const newcomer = readNewcomer(ctx.policy.policy, input);
  const places = placesIn(ctx, newcomer);
  const hash = await hashOf(ctx, password, confirmation);
  // Nothing of the password stands in the wish: its digest is stored, and would be quicker to guess than the hash.
  const made = await ctx.write({ action: 'member.create', input: wish, idempotencyKey }, async (tx) => {
    await spend(tx, 'createdAccounts', tx.actor.id ?? tx.actor.kind);
    return createWithin(ctx, tx, newcomer, hash);
  });
  if ('refused' in made)
    fail(made.refused, { field: made.refused === 'username_taken' ? 'username' : 'email' });
  ctx.mailWaiting();
  if ('member' in made) return { made: 'account', member: made.member };
  const { email, key } = newcomer.address;
  const invitation = await invitedResult(ctx, { text: email, email, key }, places, made.invited);
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

/** The hash of the first password; null where none was entered. @throws {AppError} as `assertPasswordAllowed`; `busy`. */
async function hashOf(
  ctx: UseCaseContext,
  password: string | undefined,
  confirmation = '',
): Promise<string | null> {
  if (password === undefined) return null;
  await assertPasswordAllowed(ctx.policy.policy.identity.passwords, password, confirmation);
  return inLineOf(actorKey(ctx.caller), () => hashPassword(password));
}

/**
 * Making one person within a write, which others do too. Everything is looked up before anything is changed.
 * @returns Also that a username is taken, or that there is an account that nobody is invited for: the write stands then, so that trying is counted.
 * @throws {AppError} as `createMember`.
 */
export async function createWithin(
  ctx: UseCaseContext,
  tx: WriteTransaction,
  newcomer: Newcomer,
  hash: string | null,
): Promise<Made> {
  const { address, username, isActive } = newcomer;
  const grounds: Ground[] = [];
  for (const place of placesIn(ctx, newcomer)) grounds.push(await groundOf(ctx, tx, place));
  if (!isActive) await assertLeftToMeet(tx);
  const account = await accountByKey(tx.sql, address.key);
  const there = [];
  for (const ground of grounds) there.push(await presenceIn(ground, address.key, account?.id));
  if (there[0]!.isMember) fail('email_taken', { field: 'email' });
  // An invitation cannot be switched off: it would let them in.
  if (account !== undefined && !isActive) return noteMet(tx);
  if (account !== undefined) return { invited: await inviteInstead(ctx, tx, newcomer, there) };
  // An address that a provider said of somebody is taken there, account or none.
  if (there.some(({ isMember }) => isMember)) fail('email_taken', { field: 'email' });
  if (username !== null && (await isTaken(tx, username.key))) return { refused: 'username_taken' };
  for (const { ground, invitationId } of there)
    if (invitationId !== undefined)
      await revoke(ground.tx, (await invitationById(tx.sql, invitationId, ground.workspaceId))!);
  return { member: await make(ctx, tx, { newcomer, grounds, hash }) };
}

/** The place as the caller may make people in it now. @throws {AppError} the reason of the denial; `fresh_sign_in_required`. */
async function groundOf(ctx: UseCaseContext, tx: WriteTransaction, place: InvitedInto): Promise<Ground> {
  const { workspaceId: workspace, roles } = place;
  const there = await elsewhere(ctx, tx, workspace);
  await there.tx.assertCan('member.create', { workspace, roles });
  if (isGuard(there.ctx.policy, roles)) tx.assertFresh();
  return { ...there, ...place };
}

/** What stands at the address in a place already. Who is a member there under the address that a provider said is there all the same. */
interface Presence {
  readonly ground: Ground;
  readonly isMember: boolean;
  readonly invitationId: InvitationId | undefined;
}

async function presenceIn(ground: Ground, key: string, account: AccountId | undefined): Promise<Presence> {
  const { tx, workspaceId } = ground;
  const [taken] = await findTaken(tx.sql, workspaceId, [key]);
  const isMember =
    (taken !== undefined && taken.status !== null) ||
    (account !== undefined && (await memberOfAccount(tx.sql, workspaceId, account)) !== undefined);
  return { ground, isMember, invitationId: taken?.invitation?.id };
}

/** Invites somebody who has an account, wherever they are not a member yet, by one letter. */
async function inviteInstead(
  ctx: UseCaseContext,
  tx: WriteTransaction,
  { address: { email, key }, name }: Newcomer,
  there: readonly Presence[],
): Promise<Recorded[]> {
  const entry = { text: email, email, key, ...(name !== '' && { name }) };
  const open = there.filter(({ isMember }) => !isMember);
  const invited = await inviteWithin(
    ctx,
    tx,
    entry,
    open.map(({ ground }) => ground),
  );
  return there.map((place) => (place.isMember ? ['already_member'] : invited[open.indexOf(place)]!));
}

/** Asked before an address is looked up whose person would not be invited: that it has an account would leave no trace. @throws {AppError} `rate_limited`. */
export async function assertLeftToMeet(tx: WriteTransaction): Promise<void> {
  await assertLeft(tx, 'knownAccounts', [tx.actor.id ?? tx.actor.kind]);
}

/** Counts that the caller learns of an account elsewhere without inviting its person. */
export async function noteMet(tx: WriteTransaction): Promise<{ readonly refused: 'account_is_shared' }> {
  await note(tx, 'knownAccounts', tx.actor.id ?? tx.actor.kind);
  return { refused: 'account_is_shared' };
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
  {
    newcomer,
    grounds,
    hash,
  }: { readonly newcomer: Newcomer; readonly grounds: readonly Ground[]; readonly hash: string | null },
): Promise<Member> {
  const { address, name, username, isActive } = newcomer;
  const { email, key: emailKey } = address;
  const accountId = ctx.newId() as AccountId;
  // Nobody proved the mailbox: the first proof takes away the password that somebody else chose (SEC_C17).
  await insertAccount(tx.sql, { id: accountId, email, emailKey, name, emailVerifiedAt: null }, tx.now);
  if (username !== null) await setUsername(tx.sql, accountId, username);
  if (hash !== null) await storePassword(tx, accountId, hash, { mustChange: newcomer.mustChangePassword });
  const ids: MemberId[] = [];
  for (const ground of grounds) ids.push(await join(ground, accountId, newcomer));
  const [{ workspaceId }, id] = [grounds[0]!, ids[0]!];
  for (const { kind, resourceIds } of newcomer.resources) {
    const member = (await memberById(tx.sql, workspaceId, id))!;
    await assignTo(tx, member, kindOf(ctx.policy, kind), { set: resourceIds });
  }
  const given = hash === null ? 'no' : 'yes';
  if (isActive) {
    await spend(tx, 'accountLetters', emailKey);
    const alsoIn = grounds.slice(1).map((ground) => ground.workspaceId);
    const data = { workspaceId, password: given, ...(alsoIn.length > 0 && { alsoIn: alsoIn.join(' ') }) };
    await tellByMail(ctx, tx, { kind: 'account-made', accountId, data });
  }
  return publicMember((await memberById(tx.sql, workspaceId, id))!);
}

/** Makes the account a member of one place, with the roles there. */
async function join(
  { ctx, tx, workspaceId, roles }: Ground,
  accountId: AccountId,
  { address, name, username, profile, isActive }: Newcomer,
): Promise<MemberId> {
  const id = ctx.newId() as MemberId;
  const { email, key: emailKey } = address;
  const status = isActive ? 'active' : 'deactivated';
  const person = { id, workspaceId, accountId, name, email, emailKey, profile };
  await insertMembers(tx.sql, ctx.policy, [{ ...person, roles, status, createdAt: tx.now }]);
  await tx.audit({
    action: 'member.create',
    target: { kind: 'member', id },
    after: { roles, status },
    personal: { name, email, ...(username !== null && { username: username.username }) },
  });
  return id;
}
