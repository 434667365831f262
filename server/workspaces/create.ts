// Creates workspaces with their first owner, for the operator and for hosts whose projects each are one.
import type { CreateWorkspace } from '../../shared/contract/workspaces.ts';
import { checkAddress } from '../../shared/emails/address.ts';
import { fail } from '../../shared/errors.ts';
import type { AccountId, HostKeyId, MemberId, WorkspaceId } from '../../shared/ids.ts';
import type { RoleKey } from '../../shared/policy/policy.ts';
import { cleanName } from '../../shared/text/name.ts';
import type { Workspace } from '../../shared/workspaces/workspace.ts';
import { accountByKey, clearWaysIn, insertAccount } from '../accounts/store.ts';
import type { UseCaseContext, WriteTransaction } from '../context.ts';
import { insertMembers } from '../members/store.ts';
import { activeHostKey, isHeldByWorkspace } from './host-key-store.ts';
import { operatingKey } from './reach.ts';
import { hasWorkspace, insertSubject, insertWorkspace, publicWorkspace, workspaceById } from './store.ts';

/** A new workspace, with the membership of its first owner. */
export interface CreatedWorkspace extends Workspace {
  readonly ownerId: MemberId;
}

/** The first owner of a workspace, in the form to store. */
export interface FirstOwner {
  readonly email: string;
  readonly emailKey: string;
  readonly name: string;
  readonly subject: string | undefined;
}

/** A workspace that is to be made. */
export interface NewWorkspace {
  readonly id: WorkspaceId;
  readonly name: string;
  readonly hostKeyId: HostKeyId | null;
  /** Whether the deployment is run from it. */
  readonly isHome: boolean;
  readonly owner: FirstOwner;
}

/**
 * Creates a workspace whose first owner is a member from the start.
 *
 * An address that has an account elsewhere is answered like a new one, and nothing of that account is shown here.
 * @throws {AppError} `name_invalid`, `email_invalid`; `already_exists` for an id that is or was in use; `not_granted` for members,
 * and under a key whose secret the people of another workspace were shown: the operator rotates it first.
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
    // Who rotated the key of their own workspace knows its secret, and would be anybody in every workspace that it covers later (SEC_E01).
    if (hostKeyId !== null && (await isHeldByWorkspace(tx.sql, hostKeyId, tx.now))) fail('not_granted');
    if (owner.subject !== undefined && hostKeyId === null) fail('input_invalid', { field: 'owner.subject' });
    const isHome = input.isHome === true;
    if (isHome && ctx.caller.kind !== 'system') fail('not_granted');
    const id = (input.workspaceId ?? ctx.newId()) as WorkspaceId;
    const { ownerId } = await makeWorkspace(ctx, tx, { id, name, hostKeyId, isHome, owner });
    return { ...publicWorkspace((await workspaceById(tx.sql, id))!), ownerId };
  });
}

/**
 * Makes a workspace with its first owner in the write `tx`.
 * @throws {AppError} `already_exists` for an id that is or was in use, and for a second workspace to run the deployment from.
 */
export async function makeWorkspace(
  ctx: UseCaseContext,
  tx: WriteTransaction,
  { id, name, hostKeyId, isHome, owner }: NewWorkspace,
): Promise<{ readonly ownerId: MemberId; readonly accountId: AccountId }> {
  if (isHome && (await hasWorkspace(tx.sql, { isHome }))) fail('already_exists', { field: 'isHome' });
  const { invitationHours } = ctx.settings;
  const stored = { id, name, invitationHours, hostKeyId, isHome, createdAt: tx.now };
  if (!(await insertWorkspace(tx.sql, stored))) fail('already_exists', { field: 'workspaceId' });
  await tx.audit({
    action: 'workspace.create',
    target: { kind: 'workspace', id },
    after: { name, hostKeyId, ...(isHome && { isHome }) },
    workspaceId: id,
  });
  const guard = isHome ? ctx.policy.homeGuard : ctx.policy.guard;
  const role = [...guard].find((key) => isHome || ctx.policy.roles.get(key)?.isEverywhere !== true);
  return addOwner(ctx, tx, { workspaceId: id, hostKeyId, roles: role === undefined ? [] : [role] }, owner);
}

/** Where the first owner belongs: the workspace, the key it is registered under, and the role of who runs it. */
interface NewSeat {
  readonly workspaceId: WorkspaceId;
  readonly hostKeyId: HostKeyId | null;
  readonly roles: readonly RoleKey[];
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
  { workspaceId, hostKeyId, roles }: NewSeat,
  owner: FirstOwner,
): Promise<{ readonly ownerId: MemberId; readonly accountId: AccountId }> {
  const { email, emailKey, name, subject } = owner;
  const accountId = await accountOf(ctx, tx, owner);
  const id = ctx.newId() as MemberId;
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
  return { ownerId: id, accountId };
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
  // Whoever made themselves a way into an account that never proved its mailbox may be anybody: a copied link was enough (SEC_B25).
  if (known.emailVerifiedAt === null) await clearWaysIn(tx.sql, known.id, tx.now);
  return known.id;
}

/** The name of a workspace in the form to store; `field` is where it was entered. @throws {AppError} `name_invalid`. */
export function nameOf(text: string, field = 'name'): string {
  const cleaned = cleanName(text);
  return cleaned.ok ? cleaned.name : fail('name_invalid', { field, reason: cleaned.reason });
}

/** The first owner in the form to store; `place` stands before the fields in which they were entered. @throws {AppError} `email_invalid`, `name_invalid`. */
export function ownerOf(
  { email, name = '', subject }: CreateWorkspace['owner'],
  place = 'owner.',
): FirstOwner {
  const address = checkAddress(email);
  if (!address.ok) fail('email_invalid', { field: `${place}email`, reason: address.reason });
  const cleaned = cleanName(name);
  // A person without a name is shown by the address.
  if (!cleaned.ok && cleaned.reason !== 'name_empty')
    fail('name_invalid', { field: `${place}name`, reason: cleaned.reason });
  return { email: address.email, emailKey: address.key, name: cleaned.ok ? cleaned.name : '', subject };
}
