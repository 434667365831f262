// Lets in a person whom a host's token names and nobody here knows yet, where the policy says with which role.
import type { AccountId, MemberId, WorkspaceId } from '../../shared/ids.ts';
import { accountById, accountByKey, insertAccount } from '../accounts/store.ts';
import type { Caller, UseCaseContext, WriteTransaction } from '../context.ts';
import type { Sql } from '../db/database.ts';
import { hasSubjectLeft } from '../members/departures.ts';
import { insertMembers, memberOfAccount } from '../members/store.ts';
import { isAddressFree } from '../providers/identity-store.ts';
import { insertSubject } from '../workspaces/store.ts';
import { readFacts } from '../write.ts';
import type { Newcomer } from './host-token.ts';
import { accountsOfSubject, isSubjectKnown } from './subjects.ts';

type Subject = Caller & { readonly kind: 'subject' };

/** How the person comes in: as the member or the account that the same key knows by the same subject, or as somebody new. */
type Way =
  | { readonly as: 'member'; readonly memberId: MemberId }
  | { readonly as: 'account'; readonly accountId: AccountId }
  | { readonly as: 'new' };

/**
 * Makes the calling subject a member, with the role that the policy names and never one that a token does. Does nothing, and tells nothing,
 * where the address is somebody's who is not linked to this subject yet, or people come from a provider here.
 */
export async function admitNewcomer(ctx: UseCaseContext, newcomer: Newcomer): Promise<void> {
  const { caller, workspaceId } = ctx;
  const role = ctx.policy.policy.identity.hostPeople;
  if (role === null || caller.kind !== 'subject' || workspaceId === null) return;
  // Strangers ask again and again; only who would be let in costs a write.
  if ((await wayIn(ctx, ctx.read, caller, workspaceId, newcomer)) === undefined) return;
  const { hostKeyId, subject } = caller;
  await ctx.write({ action: 'member.join', input: { subject } }, async (tx) => {
    const way = await wayIn(ctx, tx.sql, caller, workspaceId, newcomer);
    if (way === undefined) return;
    const memberId =
      way.as === 'member' ? way.memberId : await join(ctx, tx, { workspaceId, newcomer, way, role });
    await insertSubject(tx.sql, hostKeyId, workspaceId, subject, memberId);
    await tx.audit({
      action: way.as === 'member' ? 'member.link-subject' : 'member.join',
      target: { kind: 'member', id: memberId },
      after: { hostKeyId, ...(way.as !== 'member' && { roles: [role], status: 'active' }) },
      personal: { subject, ...(way.as !== 'member' && { name: newcomer.name, email: newcomer.email }) },
    });
  });
}

async function wayIn(
  ctx: UseCaseContext,
  sql: Sql,
  { hostKeyId, subject, issuedAt }: Subject,
  workspaceId: WorkspaceId,
  { emailKey }: Newcomer,
): Promise<Way | undefined> {
  const facts = await readFacts(sql, ctx, workspaceId);
  if (facts.isArchived || facts.external.authentication) return undefined;
  const here = { hostKeyId, workspaceId, subject };
  if ((await isSubjectKnown(sql, here)) || (await hasSubjectLeft(sql, here, issuedAt))) return undefined;
  const [accountId, another] = await accountsOfSubject(sql, hostKeyId, subject);
  if (another !== undefined) return undefined;
  if (accountId === undefined)
    return (await accountByKey(sql, emailKey)) === undefined ? { as: 'new' } : undefined;
  const member = await memberOfAccount(sql, workspaceId, accountId);
  if (member !== undefined) return { as: 'member', memberId: member.id };
  // A provider may have said that its address is another member's here.
  const known = await accountById(sql, accountId);
  const isFree = known && (await isAddressFree(sql, known.emailKey, accountId, workspaceId));
  return isFree === true ? { as: 'account', accountId } : undefined;
}

async function join(
  ctx: UseCaseContext,
  tx: WriteTransaction,
  {
    workspaceId,
    newcomer,
    way,
    role,
  }: {
    workspaceId: WorkspaceId;
    newcomer: Newcomer;
    way: Exclude<Way, { as: 'member' }>;
    role: string;
  },
): Promise<MemberId> {
  const known = way.as === 'account' ? await accountById(tx.sql, way.accountId) : undefined;
  const accountId = known?.id ?? (ctx.newId() as AccountId);
  const { email, emailKey, name } = known ?? newcomer;
  // What a host says of a mailbox holds in its workspaces; for the account only a mail that arrived proves it.
  if (known === undefined)
    await insertAccount(tx.sql, { id: accountId, email, emailKey, name, emailVerifiedAt: null }, tx.now);
  const id = ctx.newId() as MemberId;
  await insertMembers(tx.sql, ctx.policy, [
    { id, workspaceId, accountId, name, email, emailKey, roles: [role], createdAt: tx.now },
  ]);
  return id;
}
