// Looks for what keeps somebody from signing in, seeing enough, or joining, with nothing in it that the caller may not see anyway.
import type { DiagnoseMember } from '../../shared/contract/people.ts';
import { parseAddress } from '../../shared/emails/address.ts';
import { fail } from '../../shared/errors.ts';
import type { MemberId } from '../../shared/ids.ts';
import type { Diagnosis, Finding } from '../../shared/members/diagnosis.ts';
import type { Actor } from '../../shared/policy/can.ts';
import { can } from '../../shared/policy/can.ts';
import { authorizeRead } from '../authorize.ts';
import type { UseCaseContext } from '../context.ts';
import { publicInvitation } from '../invitations/store.ts';
import { hasMail } from '../settings/mail-setup.ts';
import { workspaceById } from '../workspaces/store.ts';
import { readFacts } from '../write.ts';
import { diagnoseAccess, diagnoseRoles } from './diagnose-access.ts';
import { diagnoseInvitation } from './diagnose-invitation.ts';
import { diagnoseSignIn } from './diagnose-sign-in.ts';
import { memberByAddress, newestInvitation } from './diagnosis-store.ts';
import type { StoredMember } from './store.ts';
import { memberById, publicMember } from './store.ts';

/**
 * What is found about a member, or about an address: of an address it takes the right to see invitations, of a person that to see
 * people. Nothing is said of accounts and memberships elsewhere.
 * @throws {AppError} `member_not_found`; the reason of the denial.
 */
export async function diagnoseMember(ctx: UseCaseContext, input: DiagnoseMember): Promise<Diagnosis> {
  return 'memberId' in input ? ofPerson(ctx, input.memberId) : ofAddress(ctx, input.email);
}

async function ofPerson(ctx: UseCaseContext, id: MemberId): Promise<Diagnosis> {
  const { actor, workspaceId } = await authorizeRead(ctx, 'members.list');
  const member = (await memberById(ctx.read, workspaceId, id)) ?? fail('member_not_found');
  return {
    email: member.email,
    member: publicMember(member),
    invitation: null,
    findings: await findingsAbout(ctx, actor, member),
  };
}

async function ofAddress(ctx: UseCaseContext, text: string): Promise<Diagnosis> {
  const { actor, workspaceId } = await authorizeRead(ctx, 'invitation.list');
  const nobody = { email: text.trim(), member: null, invitation: null };
  const address = parseAddress(text);
  if (!address.ok) return { ...nobody, findings: [{ code: 'address_invalid', facts: {} }] };
  const { email, key } = address;
  const member = await memberByAddress(ctx.read, workspaceId, key);
  if (member !== undefined) {
    const there: Finding = { code: 'already_member', facts: {} };
    const facts = await readFacts(ctx.read, ctx, workspaceId);
    // That somebody is here is what inviting them says too; more is for who may see people.
    if (!can(actor, 'members.list', { workspace: workspaceId }, facts).allowed)
      return { ...nobody, email, findings: [there] };
    const findings = [there, ...(await findingsAbout(ctx, actor, member))];
    return { email: member.email, member: publicMember(member), invitation: null, findings };
  }
  const stored = await newestInvitation(ctx.read, workspaceId, key);
  const now = ctx.now();
  const invitation = stored === undefined ? null : publicInvitation(stored, now);
  return {
    ...nobody,
    email,
    invitation,
    findings: diagnoseInvitation(email, invitation, { now, hasMail: await hasMail(ctx, ctx.read) }),
  };
}

async function findingsAbout(
  ctx: UseCaseContext,
  actor: Actor,
  member: StoredMember,
): Promise<readonly Finding[]> {
  const facts = await readFacts(ctx.read, ctx, member.workspace);
  const name = (await workspaceById(ctx.read, member.workspace))?.name ?? '';
  const mayView = (action: 'member.view-activity' | 'member.view-access') =>
    can(actor, action, { member }, facts).allowed;
  return [
    ...(mayView('member.view-activity') ? await diagnoseSignIn(ctx, member, facts) : []),
    ...(mayView('member.view-access') ? await diagnoseAccess(ctx.read, member, facts, name) : []),
    ...diagnoseRoles(actor, member, facts, name),
  ];
}
