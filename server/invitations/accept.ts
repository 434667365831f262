// Turns an invitation into a membership: once, for the invited address, by whoever may.
import type { AnswerInvitation } from '../../shared/contract/invitations.ts';
import { fail } from '../../shared/errors.ts';
import type { AccountId, MemberId, WorkspaceId } from '../../shared/ids.ts';
import type { Account } from '../accounts/store.ts';
import { keepIn } from '../accounts/keep-in.ts';
import { ownAccount } from '../accounts/own.ts';
import { proveMailbox } from '../accounts/prove-mailbox.ts';
import { insertAccount } from '../accounts/store.ts';
import type { UseCaseContext, WriteTransaction } from '../context.ts';
import { insertMembers, memberOfAccount } from '../members/store.ts';
import { workspaceById } from '../workspaces/store.ts';
import { findTaken } from './bulk.ts';
import type { OpenedLetter } from './opened.ts';
import { assertOurs, offeredOf, openLink, visitorOf } from './opened.ts';
import type { StoredInvitation } from './store.ts';
import { answerPending } from './store.ts';

/** What accepting led to. */
export interface InvitationAccepted {
  readonly accountId: AccountId;
  readonly memberId: MemberId;
  readonly workspaceId: WorkspaceId;
  readonly workspace: { readonly name: string };
  /** The other workspaces that the same letter invited into. */
  readonly others: readonly { readonly id: WorkspaceId; readonly name: string }[];
  readonly isNewAccount: boolean;
}

/**
 * Accepts the invitation behind `token`. Address, roles and workspace are those of the invitation, whatever the caller says.
 *
 * Where one letter invited into several workspaces, all that can still be accepted are, each judged by itself (W21).
 * Where the address has an account, only that person, signed in, may. Who is a member already stays as they are, and the invitation is closed.
 * @param welcome - What else is done for a new account, in the same transaction and once: only there may a session be opened, for nobody is signed in to an existing account by a link.
 * @throws {AppError} `sign_in_as_invitee`, `signed_in_as_other`, `actor_deactivated`, `inviter_may_not`, `password_change_required`, or what became of the link.
 */
export async function acceptInvitation(
  ctx: UseCaseContext,
  input: Pick<AnswerInvitation, 'token'> & { idempotencyKey?: string },
  welcome?: (tx: WriteTransaction, accountId: AccountId) => Promise<unknown>,
): Promise<InvitationAccepted> {
  const { idempotencyKey, ...wish } = input;
  assertOurs(ctx, input.token);
  return ctx.write({ action: 'invitation.accept', input: wish, idempotencyKey }, async (tx) => {
    const opened = await openLink(ctx, tx.sql, input.token, tx.now);
    const offered = await offeredOf(ctx, tx.sql, opened);
    const visitor = await visitorOf(ctx, tx.sql, offered[0]);
    if (visitor.is === 'other') fail('signed_in_as_other');
    if (visitor.is === 'nobody' && visitor.account !== undefined) fail('sign_in_as_invitee');
    // Joining is the whole account's matter: for nobody who has to choose a new password first, nor by a session that reaches less.
    if (visitor.is === 'invitee') await ownAccount(ctx, tx.sql, 'change');
    const places = await openPlaces(ctx, tx, offered, visitor.account);
    for (const { invitation } of places)
      if (!(await answerPending(tx.sql, invitation, 'accepted', tx.now))) fail('link_used');
    const accountId = await accountFor(ctx, tx, { ...opened, first: offered[0] }, visitor.account);
    for (const place of places)
      await enterPlace(ctx, tx, place, { accountId, opened, account: visitor.account });
    if (visitor.account === undefined) await welcome?.(tx, accountId);
    const named = await Promise.all(
      places.map(async ({ invitation: { workspaceId: id } }) => ({
        id,
        name: (await workspaceById(tx.sql, id))?.name ?? '',
      })),
    );
    const [{ memberId }, { id: workspaceId, name }] = [places[0]!, named[0]!];
    const isNewAccount = visitor.account === undefined;
    return { accountId, memberId, workspaceId, workspace: { name }, others: named.slice(1), isNewAccount };
  });
}

/** An invitation that is being accepted, and the membership that comes of it. */
interface Place {
  readonly invitation: StoredInvitation;
  readonly memberId: MemberId;
  readonly isMember: boolean;
}

/**
 * Those of the invitations that are not into a workspace where the person is switched off, or is a member already by another account.
 * @throws {AppError} `actor_deactivated`, `link_used` where that is all of them.
 */
async function openPlaces(
  ctx: UseCaseContext,
  tx: WriteTransaction,
  invitations: readonly StoredInvitation[],
  account: Account | undefined,
): Promise<Place[]> {
  const places: Place[] = [];
  let refused: 'actor_deactivated' | 'link_used' = 'link_used';
  for (const invitation of invitations) {
    const { workspaceId, emailKey } = invitation;
    const existing = account && (await memberOfAccount(tx.sql, workspaceId, account.id));
    if (existing?.status === 'deactivated') refused = 'actor_deactivated';
    // Since the invitation a provider may have said that the address is a member's whose account goes by another one.
    const isTaken = (await findTaken(tx.sql, workspaceId, [emailKey])).some(({ status }) => status !== null);
    if (existing?.status === 'deactivated' || (existing === undefined && isTaken)) continue;
    const memberId = existing?.id ?? (ctx.newId() as MemberId);
    places.push({ invitation, memberId, isMember: existing !== undefined });
  }
  return places.length === 0 ? fail(refused) : places;
}

async function enterPlace(
  ctx: UseCaseContext,
  tx: WriteTransaction,
  { invitation, memberId, isMember }: Place,
  by: { accountId: AccountId; opened: OpenedLetter; account: Account | undefined },
): Promise<void> {
  const { id, workspaceId, email, name } = invitation;
  await tx.audit({
    action: 'invitation.accept',
    target: { kind: 'invitation', id },
    after: { memberId, channel: by.opened.channel },
    personal: { email, name },
    workspaceId,
  });
  if (!isMember) await join(ctx, tx, invitation, { memberId, ...by });
}

/** The account of the invited address, made where there is none. Only the mailed link proves the mailbox (SEC_B25). */
async function accountFor(
  ctx: UseCaseContext,
  tx: WriteTransaction,
  { first, channel }: Pick<OpenedLetter, 'channel'> & { readonly first: StoredInvitation },
  account: Account | undefined,
): Promise<AccountId> {
  if (account !== undefined) {
    // What was planted in an account that nobody had proved goes, the session that asks too; its browser has just proved the mailbox.
    const isFirstProof = channel === 'mail' && (await proveMailbox(tx, account.id, 'invitation'));
    if (isFirstProof && ctx.caller.kind === 'account') await keepIn(ctx, tx);
    return account.id;
  }
  const { email, emailKey, name } = first;
  const id = ctx.newId() as AccountId;
  await insertAccount(
    tx.sql,
    { id, email, emailKey, name, emailVerifiedAt: channel === 'mail' ? tx.now : null },
    tx.now,
  );
  return id;
}

async function join(
  ctx: UseCaseContext,
  tx: WriteTransaction,
  invitation: StoredInvitation,
  {
    memberId,
    accountId,
    account,
  }: { memberId: MemberId; accountId: AccountId; account: Account | undefined },
): Promise<void> {
  const { workspaceId, roles, emailKey } = invitation;
  const { email, name } = account ?? invitation;
  // The invited person is here right now, by the session they have or the one that a new account gets.
  const member = {
    id: memberId,
    workspaceId,
    accountId,
    name,
    email,
    emailKey,
    roles,
    createdAt: tx.now,
    lastSignInAt: tx.now,
  };
  await insertMembers(tx.sql, await ctx.policyIn(tx.sql, workspaceId), [member]);
  await tx.audit({
    action: 'member.join',
    target: { kind: 'member', id: memberId },
    after: { roles, status: 'active' },
    personal: { name, email },
    workspaceId,
  });
}
