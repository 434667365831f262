// Creates workspaces with their first owner, for the operator and for hosts whose projects each are one.
import type { CreateWorkspace } from '../../shared/contract/workspaces.ts';
import { checkAddress } from '../../shared/emails/address.ts';
import { fail } from '../../shared/errors.ts';
import type { AccountId, HostKeyId, MemberId, WorkspaceId } from '../../shared/ids.ts';
import { cleanName } from '../../shared/text/name.ts';
import type { Workspace } from '../../shared/workspaces/workspace.ts';
import { accountByKey, endSessions, insertAccount } from '../accounts/store.ts';
import type { UseCaseContext, WriteTransaction } from '../context.ts';
import { insertMembers } from '../members/store.ts';
import { activeHostKey } from './host-key-store.ts';
import { operatingKey } from './reach.ts';
import { insertSubject, insertWorkspace, publicWorkspace, workspaceById } from './store.ts';

/** A new workspace, with the membership of its first owner. */
export interface CreatedWorkspace extends Workspace {
  readonly ownerId: MemberId;
}

interface FirstOwner {
  readonly email: string;
  readonly emailKey: string;
  readonly name: string;
  readonly subject: string | undefined;
}

/**
 * Creates a workspace whose first owner is a member from the start.
 *
 * An address that has an account elsewhere is answered like a new one, and nothing of that account is shown here.
 * @throws {AppError} `name_invalid`, `email_invalid`; `already_exists` for an id that is or was in use; `not_granted` for members.
 */
export async function createWorkspace(
  ctx: UseCaseContext,
  input: CreateWorkspace,
): Promise<CreatedWorkspace> {
  const { idempotencyKey, ...wish } = input;
  const name = nameOf(input.name);
  const owner = ownerOf(input.owner);
  return ctx.write({ action: 'workspace.create', input: wish, idempotencyKey }, async (tx) => {
    const hostKeyId = await keyOf(ctx, tx, input.hostKeyId as HostKeyId | undefined);
    if (owner.subject !== undefined && hostKeyId === null) fail('input_invalid', { field: 'owner.subject' });
    const id = (input.workspaceId ?? ctx.newId()) as WorkspaceId;
    const isNew = await insertWorkspace(tx.sql, {
      id,
      name,
      invitationHours: ctx.settings.invitationHours,
      hostKeyId,
      createdAt: tx.now,
    });
    if (!isNew) fail('already_exists', { field: 'workspaceId' });
    await tx.audit({
      action: 'workspace.create',
      target: { kind: 'workspace', id },
      after: { name, hostKeyId },
      workspaceId: id,
    });
    const ownerId = await addOwner(ctx, tx, id, owner, hostKeyId);
    return { ...publicWorkspace((await workspaceById(tx.sql, id))!), ownerId };
  });
}

/** The key to register the workspace under: a host's own, or the one that the operator names. */
async function keyOf(
  ctx: UseCaseContext,
  tx: WriteTransaction,
  named: HostKeyId | undefined,
): Promise<HostKeyId | null> {
  const own = await operatingKey(tx.sql, ctx.caller);
  if (named === undefined || named === own) return own;
  if (own !== null) fail('not_granted');
  return (await activeHostKey(tx.sql, named)) === undefined ? fail('host_key_not_found') : named;
}

async function addOwner(
  ctx: UseCaseContext,
  tx: WriteTransaction,
  workspaceId: WorkspaceId,
  owner: FirstOwner,
  hostKeyId: HostKeyId | null,
): Promise<MemberId> {
  const { email, emailKey, name, subject } = owner;
  const accountId = await accountOf(ctx, tx, owner);
  const id = ctx.newId() as MemberId;
  const roles = ctx.policy.policy.guard.slice(0, 1);
  // Name and address as given, not as an account elsewhere has them: the host must not learn of it.
  await insertMembers(tx.sql, ctx.policy, [
    { id, workspaceId, accountId, name, email, emailKey, roles, createdAt: tx.now },
  ]);
  if (subject !== undefined && hostKeyId !== null)
    await insertSubject(tx.sql, hostKeyId, workspaceId, subject, id);
  await tx.audit({
    action: 'member.join',
    target: { kind: 'member', id },
    after: { roles, status: 'active', ...(subject !== undefined && { hostKeyId }) },
    personal: { name, email, ...(subject !== undefined && { subject }) },
    workspaceId,
  });
  return id;
}

async function accountOf(
  ctx: UseCaseContext,
  tx: WriteTransaction,
  { email, emailKey, name }: FirstOwner,
): Promise<AccountId> {
  const known = await accountByKey(tx.sql, emailKey);
  if (known === undefined) {
    const id = ctx.newId() as AccountId;
    await insertAccount(tx.sql, { id, email, emailKey, name, emailVerifiedAt: null }, tx.now);
    return id;
  }
  // Whoever is signed in to an account that never proved its mailbox may be anybody: a copied link was enough (SEC_B25).
  if (known.emailVerifiedAt === null) await endSessions(tx.sql, known.id);
  return known.id;
}

/** The name of a workspace in the form to store. @throws {AppError} `name_invalid`. */
export function nameOf(text: string): string {
  const cleaned = cleanName(text);
  return cleaned.ok ? cleaned.name : fail('name_invalid', { field: 'name', reason: cleaned.reason });
}

function ownerOf({ email, name = '', subject }: CreateWorkspace['owner']): FirstOwner {
  const address = checkAddress(email);
  if (!address.ok) fail('email_invalid', { field: 'owner.email', reason: address.reason });
  const cleaned = cleanName(name);
  // A person without a name is shown by the address.
  if (!cleaned.ok && cleaned.reason !== 'name_empty')
    fail('name_invalid', { field: 'owner.name', reason: cleaned.reason });
  return { email: address.email, emailKey: address.key, name: cleaned.ok ? cleaned.name : '', subject };
}
