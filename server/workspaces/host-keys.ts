// The keys by which host applications sign their tokens: made, renewed, revoked and listed by the operator.
import { fail } from '../../shared/errors.ts';
import type { CreateHostKey, OnHostKey } from '../../shared/contract/workspaces.ts';
import type { IssuedHostKey } from '../../shared/host-keys/host-key.ts';
import type { HostKeyId } from '../../shared/ids.ts';
import { cleanName } from '../../shared/text/name.ts';
import type { UseCaseContext } from '../context.ts';
import type { HostKey } from './host-key-store.ts';
import { activeHostKey, allHostKeys, insertHostKey, raiseGeneration, setRevoked } from './host-key-store.ts';

/** Makes a key for a host application. @throws {AppError} `name_invalid`; `not_granted` for everybody but the operator. */
export async function createHostKey(ctx: UseCaseContext, input: CreateHostKey): Promise<IssuedHostKey> {
  const cleaned = cleanName(input.name);
  const name = cleaned.ok ? cleaned.name : fail('name_invalid', { reason: cleaned.reason });
  const id = await ctx.write(
    { action: 'host-key.create', input: { name }, idempotencyKey: input.idempotencyKey },
    async (tx) => {
      assertCanOperate(ctx);
      const created = ctx.newId() as HostKeyId;
      await insertHostKey(tx.sql, { id: created, name, createdAt: tx.now });
      await tx.audit({
        action: 'host-key.create',
        target: { kind: 'host-key', id: created },
        after: { name, generation: 1 },
      });
      return created;
    },
  );
  return { id, secret: ctx.hostKeySecret(id, 1) };
}

/** Gives a key another secret; tokens signed with any other are refused from now on. @throws {AppError} `host_key_not_found`. */
export async function rotateHostKey(ctx: UseCaseContext, input: OnHostKey): Promise<IssuedHostKey> {
  const { hostKeyId: id, idempotencyKey } = input;
  const generation = await ctx.write(
    { action: 'host-key.rotate', input: { id }, idempotencyKey },
    async (tx) => {
      assertCanOperate(ctx);
      const key = (await activeHostKey(tx.sql, id)) ?? fail('host_key_not_found');
      if (!(await raiseGeneration(tx.sql, key, 0))) fail('changed_meanwhile');
      const raised = key.generation + 1;
      await tx.audit({
        action: 'host-key.rotate',
        target: { kind: 'host-key', id },
        before: { generation: key.generation },
        after: { generation: raised },
      });
      return raised;
    },
  );
  return { id, secret: ctx.hostKeySecret(id, generation) };
}

/** Ends a key for good; its tokens are refused from now on, its workspaces stay. @throws {AppError} `host_key_not_found`. */
export function revokeHostKey(ctx: UseCaseContext, input: OnHostKey): Promise<{ id: HostKeyId }> {
  const { hostKeyId: id, idempotencyKey } = input;
  return ctx.write({ action: 'host-key.revoke', input: { id }, idempotencyKey }, async (tx) => {
    assertCanOperate(ctx);
    if (!(await setRevoked(tx.sql, id, tx.now))) fail('host_key_not_found');
    await tx.audit({ action: 'host-key.revoke', target: { kind: 'host-key', id } });
    return { id };
  });
}

/** Every key, oldest first, without secrets. @throws {AppError} `not_granted` for everybody but the operator. */
export async function listHostKeys(ctx: UseCaseContext): Promise<{ rows: readonly HostKey[] }> {
  assertCanOperate(ctx);
  return { rows: await allHostKeys(ctx.read) };
}

function assertCanOperate(ctx: UseCaseContext): void {
  if (ctx.caller.kind === 'anonymous') fail('not_signed_in');
  if (ctx.caller.kind !== 'system') fail('not_granted');
}
