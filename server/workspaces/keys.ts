// Signing keys as people see and change them in the widget: all of them in the home workspace, elsewhere the workspace's own.
import type { CreateKey, RevokeKey, RotateKey } from '../../shared/contract/host-keys.ts';
import { fail } from '../../shared/errors.ts';
import type { HostKeyList, IssuedHostKey } from '../../shared/host-keys/host-key.ts';
import type { HostKeyId, WorkspaceId } from '../../shared/ids.ts';
import { cleanName } from '../../shared/text/name.ts';
import { authorizeRead } from '../authorize.ts';
import type { UseCaseContext, WriteTransaction } from '../context.ts';
import type { HostKey } from './host-key-store.ts';
import {
  activeHostKey,
  coverWorkspace,
  hostKeysSeenFrom,
  insertHostKey,
  isKeyOf,
  raiseGeneration,
  setRevoked,
} from './host-key-store.ts';
import { isHome } from './store.ts';

const HOUR = 60 * 60 * 1000;

/** The keys of the deployment in its home workspace, the workspace's own elsewhere. @throws {AppError} the reason of the denial. */
export async function listKeys(ctx: UseCaseContext): Promise<HostKeyList> {
  const workspaceId = await assertMaySee(ctx);
  const canCreate = await isHome(ctx.read, workspaceId);
  const rows = await hostKeysSeenFrom(ctx.read, workspaceId, { isAll: canCreate, now: ctx.now() });
  return { rows, canCreate };
}

/**
 * Makes a key. A host with a key can make workspaces, so keys are made where the deployment is run from.
 * @throws {AppError} `not_home`; `name_invalid`; `already_exists` where this workspace has a key; `fresh_sign_in_required`.
 */
export async function createKey(ctx: UseCaseContext, input: CreateKey): Promise<IssuedHostKey> {
  const workspaceId = await assertMaySee(ctx);
  const cleaned = cleanName(input.name);
  const name = cleaned.ok ? cleaned.name : fail('name_invalid', { field: 'name', reason: cleaned.reason });
  const { coversThis, idempotencyKey } = input;
  const wish = { action: 'host-key.create', input: { name, coversThis }, idempotencyKey } as const;
  const id = await ctx.write(wish, async (tx) => {
    await tx.assertCan('deployment.change', { workspace: workspaceId });
    tx.assertFresh();
    const created = ctx.newId() as HostKeyId;
    await insertHostKey(tx.sql, { id: created, name, createdAt: tx.now });
    if (coversThis && !(await coverWorkspace(tx.sql, created, workspaceId)))
      fail('already_exists', { field: 'coversThis' });
    await tx.audit({
      action: 'host-key.create',
      target: { kind: 'host-key', id: created },
      after: { name, generation: 1, coversThis },
    });
    return created;
  });
  return { id, secret: ctx.hostKeySecret(id, 1) };
}

/**
 * Gives a key another secret. The one before goes on being accepted for `overlapHours`, so that the host can change over without a gap.
 * @throws {AppError} `host_key_not_found`; `key_is_shared`; `fresh_sign_in_required`; the reason of the denial.
 */
export async function rotateKey(ctx: UseCaseContext, input: RotateKey): Promise<IssuedHostKey> {
  await assertMaySee(ctx);
  const { hostKeyId: id, overlapHours, idempotencyKey } = input;
  const wish = { action: 'host-key.rotate', input: { id, overlapHours }, idempotencyKey } as const;
  const generation = await ctx.write(wish, async (tx) => {
    const key = await keyToChange(ctx, tx, id);
    const raised = key.generation + 1;
    const previousUntil = overlapHours === 0 ? 0 : tx.now + overlapHours * HOUR;
    if (!(await raiseGeneration(tx.sql, key, previousUntil))) fail('changed_meanwhile');
    await tx.audit({
      action: 'host-key.rotate',
      target: { kind: 'host-key', id },
      before: { generation: key.generation },
      after: { generation: raised, overlapHours },
    });
    return raised;
  });
  return { id, secret: ctx.hostKeySecret(id, generation) };
}

/** Ends a key for good, both its secrets at once. @throws {AppError} as `rotateKey`. */
export function revokeKey(ctx: UseCaseContext, input: RevokeKey): Promise<{ id: HostKeyId }> {
  const { hostKeyId: id, idempotencyKey } = input;
  return ctx.write({ action: 'host-key.revoke', input: { id }, idempotencyKey }, async (tx) => {
    await keyToChange(ctx, tx, id);
    if (!(await setRevoked(tx.sql, id, tx.now))) fail('host_key_not_found');
    await tx.audit({ action: 'host-key.revoke', target: { kind: 'host-key', id } });
    return { id };
  });
}

/** Refuses who may not see the keys here; also before a wish is repeated, whose reply holds a secret. */
async function assertMaySee(ctx: UseCaseContext): Promise<WorkspaceId> {
  return (await authorizeRead(ctx, 'settings.view')).workspaceId;
}

/** The key that a wish names, for whoever may change it and just proved who they are. */
async function keyToChange(ctx: UseCaseContext, tx: WriteTransaction, id: HostKeyId): Promise<HostKey> {
  const workspaceId = ctx.workspaceId ?? fail('workspace_not_found');
  const facts = await tx.facts();
  await tx.assertCan(facts.isHome ? 'deployment.change' : 'settings.change', { workspace: workspaceId });
  tx.assertFresh();
  const key = (await activeHostKey(tx.sql, id)) ?? fail('host_key_not_found');
  if (facts.isHome) return key;
  const { isOwn, isShared } = await isKeyOf(tx.sql, id, workspaceId);
  if (!isOwn) fail('host_key_not_found');
  return isShared ? fail('key_is_shared') : key;
}
