// What every change of one member has in common: read it fresh, notice that it changed, record it.
import type { AuditAction } from '../../shared/audit/entry.ts';
import { fail } from '../../shared/errors.ts';
import type { MemberId } from '../../shared/ids.ts';
import type { Member } from '../../shared/members/member.ts';
import type { UseCaseContext, WriteTransaction } from '../context.ts';
import type { StoredMember } from './store.ts';
import { memberById, publicMember } from './store.ts';

/**
 * The member that the caller saw, as the transaction finds it.
 * @throws {AppError} `member_not_found`; `changed_meanwhile` with the fresh member where the caller saw an older one.
 */
export async function memberToChange(
  ctx: UseCaseContext,
  tx: WriteTransaction,
  seen: { memberId: MemberId; version: number },
): Promise<StoredMember> {
  // A caller without rights here learns nothing of who is here.
  const workspaceId = ctx.workspaceId ?? fail('workspace_not_found');
  await tx.assertCan('members.list', { workspace: workspaceId });
  const member = (await memberById(tx.sql, workspaceId, seen.memberId)) ?? fail('member_not_found');
  if (member.version !== seen.version) fail('changed_meanwhile', publicMember(member));
  return member;
}

/** Records a change that the statement made, and answers with the member as it now is. @throws {AppError} `last_in_charge` where the statement's own guard refused. */
export async function changed(
  tx: WriteTransaction,
  member: StoredMember,
  isChanged: boolean,
  entry: { action: AuditAction; before: unknown; after: unknown },
): Promise<Member> {
  if (!isChanged) fail('last_in_charge');
  await tx.audit({
    ...entry,
    target: { kind: 'member', id: member.id },
    personal: { name: member.name, email: member.email },
  });
  return publicMember(await freshMember(tx, member));
}

/** The member as what was done in this transaction left them. @throws {AppError} `member_not_found`. */
export async function freshMember(
  tx: WriteTransaction,
  { workspace, id }: StoredMember,
): Promise<StoredMember> {
  return (await memberById(tx.sql, workspace, id)) ?? fail('member_not_found');
}
