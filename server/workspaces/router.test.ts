// The procedures of workspaces, resources, permissions, roles and the trail: what they let in, and how refusals come out.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { TRPCError } from '@trpc/server';
import { AppError } from '../../shared/errors.ts';
import type { World } from '../testing/world.ts';
import { createWorld } from '../testing/world.ts';
import { createCallerFactory } from '../trpc/init.ts';
import { appRouter } from '../trpc/router.ts';

const callerOf = createCallerFactory(appRouter);
const code = (expected: TRPCError['code'], reason?: string) => (error: unknown) =>
  error instanceof TRPCError &&
  error.code === expected &&
  (reason === undefined || (error.cause instanceof AppError && error.cause.code === reason));

describe('the procedures', () => {
  let world: World;
  let system: ReturnType<typeof callerOf>;
  before(async () => {
    world = await createWorld();
    system = callerOf(world.asSystem());
  });
  after(() => world.close());
  const key = () => ({ idempotencyKey: randomUUID() });
  const rows = [{ resourceId: randomUUID(), role: 'staff', actions: ['read'], version: 0 }];
  const on = { workspaceId: randomUUID(), version: 1 };

  it('do the whole walk in process: key, workspace, resources, grid, roles, trail', async () => {
    const { id: hostKeyId } = await system.workspaces.createHostKey({ name: 'Shop', ...key() });
    const made = await system.workspaces.create({
      name: 'Apollo',
      owner: { email: 'ada@acme.test' },
      hostKeyId,
      ...key(),
    });
    const there = callerOf(world.as({ kind: 'system' }, made.id));
    const { resources } = await there.resources.register({
      kind: 'table',
      resources: [{ key: 'orders', name: 'Orders' }],
      ...key(),
    });
    const { results } = await there.permissions.save({
      kind: 'table',
      rows: [{ ...rows[0]!, resourceId: resources[0]!.id }],
      ...key(),
    });
    assert.equal(results[0]!.refused, undefined);
    assert.deepEqual(
      (await there.permissions.list({ kind: 'table', role: 'staff' })).rows.map(({ actions, version }) => [
        actions,
        version,
      ]),
      [[['read'], 1]],
    );
    assert.deepEqual(
      await there.permissions.check({
        who: { role: 'staff' },
        kind: 'table',
        resource: { key: 'orders' },
        action: 'read',
      }),
      { allowed: true },
    );
    assert.equal((await there.roles.list()).roles[0]!.holders?.active, 1);
    assert.equal((await there.viewer.get()).workspace.name, 'Apollo');
    assert.deepEqual(
      (await there.audit.list({})).rows.map(({ action }) => action),
      ['permissions.save', 'resource.register', 'member.join', 'workspace.create'],
    );
    assert.equal((await there.workspaces.listHostKeys()).rows.length, 1);
  });

  it('SEC_F05 SEC_G16 refuse an unknown key, and a wish without a key of its own', async () => {
    const wishes: Record<string, [(input: never) => Promise<unknown>, object]> = {
      create: [system.workspaces.create, { name: 'X', owner: { email: 'a@b.test' } }],
      rename: [system.workspaces.rename, { ...on, name: 'X' }],
      archive: [system.workspaces.archive, on],
      restore: [system.workspaces.restore, on],
      delete: [system.workspaces.delete, on],
      createHostKey: [system.workspaces.createHostKey, { name: 'X' }],
      rotateHostKey: [system.workspaces.rotateHostKey, { hostKeyId: randomUUID() }],
      revokeHostKey: [system.workspaces.revokeHostKey, { hostKeyId: randomUUID() }],
      register: [system.resources.register, { kind: 'table', resources: [{ key: 'a', name: 'A' }] }],
      remove: [system.resources.remove, { resourceId: randomUUID() }],
      save: [system.permissions.save, { kind: 'table', rows }],
    };
    for (const [name, [procedure, input]] of Object.entries(wishes)) {
      await assert.rejects(
        procedure({ ...input, ...key(), isAdmin: true } as never),
        code('BAD_REQUEST'),
        `${name} with an unknown key`,
      );
      await assert.rejects(procedure(input as never), code('BAD_REQUEST'), `${name} without a key`);
      await assert.rejects(procedure(undefined as never), code('BAD_REQUEST'), `${name} without anything`);
    }
    await assert.rejects(
      system.workspaces.create({
        name: 'X',
        owner: { email: 'a@b.test', roles: ['owner'] },
        ...key(),
      } as never),
      code('BAD_REQUEST'),
    );
    await assert.rejects(
      system.permissions.save({ kind: 'table', rows: [{ ...rows[0], extra: 1 }], ...key() } as never),
      code('BAD_REQUEST'),
    );
  });

  it('SEC_G11 SEC_F11 SEC_A09 bound pages, batches and shapes', async () => {
    const list = { kind: 'table', role: 'staff' };
    for (const limit of [201, 1e9, 0, -1, 1.5, Number.NaN, '50']) {
      await assert.rejects(
        system.permissions.list({ ...list, limit } as never),
        code('BAD_REQUEST'),
        String(limit),
      );
      await assert.rejects(system.audit.list({ limit } as never), code('BAD_REQUEST'), String(limit));
    }
    for (const role of [['staff'], { key: 'staff' }, null])
      await assert.rejects(system.permissions.list({ ...list, role } as never), code('BAD_REQUEST'));
    for (const role of ['Staff', ' staff', 'owner,staff'])
      await assert.rejects(system.permissions.list({ ...list, role }), code('BAD_REQUEST', 'role_unknown'));
    const many = Array.from({ length: 501 }, () => rows[0]!);
    await assert.rejects(
      system.permissions.save({ kind: 'table', rows: many, ...key() } as never),
      code('BAD_REQUEST'),
    );
    await assert.rejects(system.permissions.save({ kind: 'table', rows: [], ...key() }), code('BAD_REQUEST'));
    for (const email of [['a@b.test'], { a: 1 }, null, 7])
      await assert.rejects(
        system.workspaces.create({ name: 'X', owner: { email }, ...key() } as never),
        code('BAD_REQUEST'),
        'SEC_C12',
      );
  });

  it('answer a refusal with its reason and the status of its kind', async () => {
    const nobody = callerOf(world.as({ kind: 'anonymous' }));
    await assert.rejects(nobody.viewer.get(), code('UNAUTHORIZED', 'not_signed_in'));
    await assert.rejects(nobody.audit.list({}), code('UNAUTHORIZED', 'not_signed_in'));
    await assert.rejects(
      system.workspaces.rename({ ...on, name: 'X', ...key() } as never),
      code('NOT_FOUND', 'workspace_not_found'),
    );
    const staff = await world.addMember({ email: 's@acme.test', roles: ['staff'] });
    await assert.rejects(
      callerOf(world.asAccount(staff.accountId)).permissions.save({ kind: 'table', rows, ...key() } as never),
      code('FORBIDDEN', 'not_granted'),
    );
  });
});
