// What a person does to their account, in the trail of each workspace that they belong to, by the membership that it knows them by.
import type { AuditAction } from '../../shared/audit/entry.ts';
import type { AccountId, WorkspaceId } from '../../shared/ids.ts';
import type { WriteTransaction } from '../context.ts';
import { membershipsOf } from './own-store.ts';

/** An entry about an account, the same in all its workspaces. */
export interface AccountEntry {
  readonly action: AuditAction;
  readonly before?: unknown;
  readonly after?: unknown;
  /** Personal values; never a secret. */
  readonly personal: Readonly<Record<string, string>> & { readonly name: string; readonly email: string };
}

/** Adds what the caller did to their own account to the trail of every workspace of theirs. */
export async function auditOwn(tx: WriteTransaction, id: AccountId, entry: AccountEntry): Promise<void> {
  const memberships = await membershipsOf(tx.sql, id);
  // By their own name, also where the call names no workspace that knows one.
  const { name, email } = entry.personal;
  const own = { ...entry, personal: { ...entry.personal, actor: name || email } };
  if (memberships.length === 0) {
    await tx.audit({ ...own, target: { kind: 'account', id }, workspaceId: '' as WorkspaceId });
    return;
  }
  await tx.audit(
    ...memberships.map((member) => ({
      ...own,
      target: { kind: 'member', id: member.id },
      workspaceId: member.workspaceId,
      actorId: member.id,
    })),
  );
}
