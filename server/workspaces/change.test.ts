// Renaming, archiving and restoring workspaces on a real database: allowed, denied with its reason, overtaken, recorded.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, beforeEach, describe, it } from 'node:test';
import { AppError } from '../../shared/errors.ts';
import type { ErrorCode } from '../../shared/errors.ts';
import type { HostKeyId, WorkspaceId } from '../../shared/ids.ts';
import type { Workspace } from '../../shared/workspaces/workspace.ts';
import type { UseCaseContext } from '../context.ts';
import { first } from '../db/database.ts';
import { changeMemberRole } from '../members/change-role.ts';
import { leaveWorkspace } from '../members/remove.ts';
import { deactivateMember } from '../members/switch.ts';
import { saveGrants } from '../permissions/save.ts';
import { registerResources } from '../resources/register.ts';
import type { World } from '../testing/world.ts';
import { createWorld } from '../testing/world.ts';
import { archiveWorkspace, renameWorkspace, restoreWorkspace } from './change.ts';
import { createWorkspace } from './create.ts';
import { deleteWorkspace } from './delete.ts';
import { createHostKey } from './host-keys.ts';
import { getViewer, readWorkspace } from './read.ts';

const refusal = (code: ErrorCode) => (error: unknown) => error instanceof AppError && error.code === code;
const key = () => randomUUID();

describe('changing a workspace', () => {
  let world: World;
  let owner: UseCaseContext;
  let admin: UseCaseContext;
  let staff: Awaited<ReturnType<World['addMember']>>;
  let system: UseCaseContext;
  let workspaceId: WorkspaceId;
  before(async () => {
    world = await createWorld();
  });
  after(() => world.close());
  beforeEach(async () => {
    workspaceId = await world.addWorkspace('Acme');
    owner = world.asAccount(
      (await world.addMember({ email: 'olga@acme.test', roles: ['owner'], workspaceId })).accountId,
      workspaceId,
    );
    admin = world.asAccount(
      (await world.addMember({ email: 'adam@acme.test', roles: ['admin'], workspaceId })).accountId,
      workspaceId,
    );
    staff = await world.addMember({ email: 'stan@acme.test', roles: ['staff'], workspaceId });
    system = world.as({ kind: 'system' }, workspaceId);
  });
  const rename = (ctx: UseCaseContext, over: Partial<Parameters<typeof renameWorkspace>[1]> = {}) =>
    renameWorkspace(ctx, { workspaceId, name: 'Zenith', version: 1, idempotencyKey: key(), ...over });
  const on = (version: number) => ({ workspaceId, version, idempotencyKey: key() });
  const lastEntry = async () => ({
    ...(await first<Record<string, unknown>>(
      world.database.read,
      'SELECT action, before, after, target_kind AS kind FROM audit WHERE workspace_id = ? ORDER BY seq DESC LIMIT 1',
      [workspaceId],
    )),
  });

  it('an owner renames it, and the trail says so', async () => {
    const renamed = await rename(owner, { name: '  Zenith   Ltd ' });
    assert.deepEqual([renamed.name, renamed.version], ['Zenith Ltd', 2]);
    assert.deepEqual(await lastEntry(), {
      action: 'workspace.rename',
      before: '{"name":"Acme"}',
      after: '{"name":"Zenith Ltd"}',
      kind: 'workspace',
    });
  });

  it('who may not manage it is refused, and nothing changes (SEC_A22)', async () => {
    await assert.rejects(rename(admin), refusal('not_granted'));
    await assert.rejects(rename(world.asAccount(staff.accountId, workspaceId)), refusal('not_granted'));
    await assert.rejects(rename(world.as({ kind: 'anonymous' }, workspaceId)), refusal('not_signed_in'));
    assert.deepEqual(await lastEntry(), {});
    assert.equal((await readWorkspace(owner, { workspaceId })).version, 1);
  });

  it('a stale version is a conflict that carries the fresh workspace, and of two only one wins (SEC_G15, SEC_X7)', async () => {
    const results = await Promise.allSettled([
      rename(owner, { name: 'One' }),
      rename(owner, { name: 'Two' }),
    ]);
    const lost = results.find((result) => result.status === 'rejected');
    assert.equal(results.filter((result) => result.status === 'fulfilled').length, 1);
    assert.ok(refusal('changed_meanwhile')(lost?.reason));
    const fresh = (lost!.reason as AppError).details as Workspace;
    assert.deepEqual([fresh.name, fresh.version], ['One', 2]);
    assert.ok(!('hostKeyId' in fresh), 'SEC_G12 without what only the server needs');
  });

  it('the same name again changes nothing and is no entry', async () => {
    assert.equal((await rename(owner, { name: 'Acme' })).version, 1);
    assert.deepEqual(await lastEntry(), {});
  });

  it('a name that is none is refused', async () => {
    for (const name of ['', ' \u200b ', 'a\u0007b', 'cv\u202egnp.exe'])
      await assert.rejects(rename(owner, { name }), refusal('name_invalid'));
  });

  it('what belongs to another workspace is answered like what does not exist (SEC_E01)', async () => {
    const stranger = world.asAccount(
      (await world.addMember({ email: 'eve@other.test', roles: ['owner'] })).accountId,
    );
    for (const id of [workspaceId, 'no-such-workspace' as WorkspaceId]) {
      for (const attempt of [rename, archive, restore, remove])
        await assert.rejects(attempt(stranger, { workspaceId: id }), refusal('not_a_member'));
      const there = world.as(stranger.caller, id);
      for (const attempt of [rename, archive, restore, remove])
        await assert.rejects(attempt(there, { workspaceId: id }), refusal('not_a_member'));
      await assert.rejects(readWorkspace(stranger, { workspaceId: id }), refusal('not_a_member'));
      await assert.rejects(getViewer(there), refusal('not_a_member'));
    }
  });
  const archive = (ctx: UseCaseContext, over: Partial<ReturnType<typeof on>> = {}) =>
    archiveWorkspace(ctx, { ...on(1), ...over });
  const restore = (ctx: UseCaseContext, over: Partial<ReturnType<typeof on>> = {}) =>
    restoreWorkspace(ctx, { ...on(1), ...over });
  const remove = (ctx: UseCaseContext, over: Partial<ReturnType<typeof on>> = {}) =>
    deleteWorkspace(ctx, { ...on(1), ...over });

  it('archived, it can be read and refuses every write until it is restored', async () => {
    await registerResources(system, {
      kind: 'table',
      resources: [{ key: 'orders', name: 'Orders' }],
      idempotencyKey: key(),
    });
    const archived = await archive(owner);
    assert.deepEqual([archived.isArchived, archived.version], [true, 2]);
    assert.deepEqual(await lastEntry(), {
      action: 'workspace.archive',
      before: '{"isArchived":false}',
      after: '{"isArchived":true}',
      kind: 'workspace',
    });
    assert.equal((await getViewer(owner)).workspace.isArchived, true);

    const member = { memberId: staff.id, version: 1 };
    const writes: (() => Promise<unknown>)[] = [
      () => rename(owner, { version: 2 }),
      () => rename(system, { version: 2 }),
      () => archive(owner, { version: 2 }),
      () => changeMemberRole(owner, { ...member, roles: ['member'], idempotencyKey: key() }),
      () => deactivateMember(owner, { ...member, idempotencyKey: key() }),
      () =>
        registerResources(system, {
          kind: 'table',
          resources: [{ key: 'more', name: 'More' }],
          idempotencyKey: key(),
        }),
      () =>
        saveGrants(owner, {
          kind: 'table',
          rows: [{ resourceId: randomUUID() as never, role: 'staff', actions: [], version: 0 }],
          idempotencyKey: key(),
        }),
    ];
    for (const [n, attempt] of writes.entries())
      await assert.rejects(attempt(), refusal('workspace_archived'), `write ${n}`);

    // Leaving is nobody's to refuse, but for the last one in charge.
    const leaver = await world.addMember({ email: 'leaver@acme.test', roles: ['staff'], workspaceId });
    const goodbye = { version: 1, idempotencyKey: key() };
    assert.deepEqual(await leaveWorkspace(world.asAccount(leaver.accountId, workspaceId), goodbye), {
      id: leaver.id,
    });
    await assert.rejects(leaveWorkspace(owner, goodbye), refusal('last_in_charge'));

    await assert.rejects(restore(admin, { version: 2 }), refusal('not_granted'));
    const restored = await restore(owner, { version: 2 });
    assert.deepEqual([restored.isArchived, restored.version], [false, 3]);
    assert.deepEqual(await lastEntry(), {
      action: 'workspace.restore',
      before: '{"isArchived":true}',
      after: '{"isArchived":false}',
      kind: 'workspace',
    });
    assert.equal((await restore(owner, { version: 3 })).version, 3, 'one that lives is left as it is');
    assert.equal((await rename(owner, { version: 3 })).version, 4);
  });

  it('a host changes the workspaces of its key and learns of no other', async () => {
    const hostKeyId = (await createHostKey(world.asSystem(), { name: 'Shop', idempotencyKey: key() })).id;
    const host = world.as({ kind: 'host', hostKeyId }, null);
    const own = await createWorkspace(host, {
      name: 'Own',
      owner: { email: 'o@own.test' },
      idempotencyKey: key(),
    });
    assert.equal((await readWorkspace(host, { workspaceId: own.id })).name, 'Own');
    assert.equal((await rename(host, { workspaceId: own.id })).name, 'Zenith');
    assert.equal((await archive(host, { workspaceId: own.id, version: 2 })).isArchived, true);
    await assert.rejects(
      rename(host, { workspaceId: own.id, version: 3 }),
      refusal('workspace_archived'),
      'the facts are those of the workspace, not of the call',
    );
    assert.equal((await restore(host, { workspaceId: own.id, version: 3 })).isArchived, false);
    for (const id of [workspaceId, 'no-such-workspace' as WorkspaceId]) {
      for (const attempt of [rename, archive, restore, remove])
        await assert.rejects(attempt(host, { workspaceId: id }), refusal('workspace_not_found'));
      await assert.rejects(readWorkspace(host, { workspaceId: id }), refusal('workspace_not_found'));
    }
    await assert.rejects(
      rename(world.as({ kind: 'host', hostKeyId: 'gone-key-id' as HostKeyId }, null), {
        workspaceId: own.id,
      }),
      refusal('token_invalid'),
    );
  });
});
