// What a sign-in brings along about a member whom a provider looks after: name, address, roles. Owners are nobody's to change from outside.
import { checkAddress } from '../../shared/emails/address.ts';
import { isGuard } from '../../shared/policy/compile.ts';
import { cleanName } from '../../shared/text/name.ts';
import { isSameSet } from '../../shared/same-set.ts';
import { belongsElsewhere } from '../accounts/own-store.ts';
import type { UseCaseContext, WriteTransaction } from '../context.ts';
import { setPerson } from '../members/person.ts';
import type { StoredMember } from '../members/store.ts';
import { memberOfAccount, setRoles } from '../members/store.ts';
import { rolesFor } from './admission.ts';
import type { Person } from './person.ts';
import type { StoredProvider } from './store.ts';
import { isAddressFree, isLeading, setAccountPerson, setProviderSource } from './identity-store.ts';

/** Brings the member up to what the provider says now, as far as the workspace left that to it. */
export async function follow(
  ctx: UseCaseContext,
  tx: WriteTransaction,
  provider: StoredProvider,
  { member, person }: { readonly member: StoredMember; readonly person: Person },
): Promise<void> {
  // Who is in charge stays so whatever a provider says, and can always come in without it (SEC_A08, SEC_S11, SEC_S14).
  if (isGuard(await ctx.policyIn(tx.sql, provider.workspaceId), member.roles)) return;
  const { external } = await tx.facts(provider.workspaceId);
  const isTakenOver = external.authentication || external.authorization;
  if (member.source === 'local' && !isTakenOver) return;
  // Of several providers one says who somebody is, whichever they came through today.
  if (!(await isLeading(tx.sql, provider, member.accountId))) return;
  if (member.source === 'local') await setProviderSource(tx.sql, member.id);
  await followPerson(tx, provider, member, person);
  if (external.authorization) await followRoles(ctx, tx, provider, member, person);
}

async function followPerson(
  tx: WriteTransaction,
  { config }: StoredProvider,
  member: StoredMember,
  person: Person,
): Promise<void> {
  const { workspace: workspaceId, accountId } = member;
  const cleaned = cleanName(person.name);
  const name = cleaned.ok ? cleaned.name : member.name;
  const address = checkAddress(person.email);
  // One that people can write themselves over there is nobody's word, and one that is somebody else's here stays theirs.
  const isSaid = person.isEmailVerified || config.kind === 'saml';
  const isUsable = address.ok && isSaid && (await isAddressFree(tx.sql, address.key, accountId, workspaceId));
  const email = isUsable ? address.email : member.email;
  if (name === member.name && email === member.email) return;
  const known = checkAddress(email);
  if (!known.ok) return;
  const { key: emailKey } = known;
  await setPerson(tx.sql, [{ seq: member.seq, workspaceId, name, email, emailKey }]);
  // The account itself is this workspace's to change only as long as it is nobody else's.
  if (!(await belongsElsewhere(tx.sql, accountId, workspaceId)))
    await setAccountPerson(tx.sql, accountId, { name, email, emailKey });
  await tx.audit({
    action: 'account.change-profile',
    target: { kind: 'member', id: member.id },
    after: { by: 'provider' },
    personal: { name, email, previousName: member.name, previousEmail: member.email },
    workspaceId,
  });
}

async function followRoles(
  ctx: UseCaseContext,
  tx: WriteTransaction,
  { admission, workspaceId }: StoredProvider,
  { accountId }: StoredMember,
  person: Person,
): Promise<void> {
  const member = (await memberOfAccount(tx.sql, workspaceId, accountId))!;
  const policy = await ctx.policyIn(tx.sql, workspaceId);
  const roles = rolesFor(policy, admission, person.groups);
  if (isSameSet(roles, member.roles) || (roles.length === 0 && policy.policy.rolesPerMember === 'one'))
    return;
  if (!(await setRoles(tx.sql, policy, member, roles))) return;
  await tx.audit({
    action: 'member.change-role',
    target: { kind: 'member', id: member.id },
    before: { roles: member.roles },
    after: { roles },
    personal: { name: member.name, email: member.email },
    workspaceId,
  });
}
