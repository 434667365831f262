// Registering, listing and removing resources on a real database.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { AppError } from '../../shared/errors.ts';
import type { ErrorCode } from '../../shared/errors.ts';
import type { ResourceId } from '../../shared/ids.ts';
import { collaborators } from '../../shared/presets/collaborators.ts';
import type { UseCaseContext } from '../context.ts';
import { all, first } from '../db/database.ts';
import { listGrants } from '../permissions/list.ts';
import { saveGrants } from '../permissions/save.ts';
import type { World } from '../testing/world.ts';
import { createWorld } from '../testing/world.ts';
import { createWorkspace } from '../workspaces/create.ts';
import { createHostKey } from '../workspaces/host-keys.ts';
import { listResources } from './list.ts';
import { registerResources, removeResource } from './register.ts';

const refusal = (code: ErrorCode) => (error: unknown) => error instanceof AppError && error.code === code;
const key = () => randomUUID();

describe('resources', () => {
  let world: World;
  let system: UseCaseContext;
  let owner: UseCaseContext;
  before(async () => {
    world = await createWorld();
    system = world.asSystem();
    owner = world.asAccount((await world.addMember({ email: 'olga@acme.test', roles: ['owner'] })).accountId);
  });
  after(() => world.close());
  const register = (ctx: UseCaseContext, resources: { key: string; name: string }[], kind = 'table') =>
    registerResources(ctx, { kind, resources, idempotencyKey: key() });
  const actionsOf = async (role: string, id: ResourceId, ctx = owner) => {
    const { rows } = await listGrants(ctx, { kind: 'table', role, limit: 200 });
    const row = rows.find(({ resourceId }) => resourceId === id);
    return row === undefined ? undefined : [row.version, ...row.actions];
  };

  it('T35 a new one has the default grants of every role, and the trail says so', async () => {
    const { resources } = await register(system, [{ key: 'public.orders', name: 'Orders' }]);
    const { id, ...rest } = resources[0]!;
    assert.deepEqual(rest, {
      kind: 'table',
      key: 'public.orders',
      name: 'Orders',
      ownerId: null,
      createdAt: world.clock.now,
      isNew: true,
    });
    assert.deepEqual(await actionsOf('staff', id), [0, 'read', 'write']);
    assert.deepEqual(await actionsOf('member', id), [0, 'read']);
    assert.deepEqual(await actionsOf('anon', id), [0]);
    const entry = await first<{ action: string; after: string }>(
      world.database.read,
      'SELECT action, after FROM audit WHERE target_id = ?',
      [id],
    );
    assert.equal(entry!.action, 'resource.register');
    assert.deepEqual(JSON.parse(entry!.after), {
      kind: 'table',
      key: 'public.orders',
      name: 'Orders',
      grants: { staff: ['read', 'write'], member: ['read'] },
    });
  });

  it('one that is there by its key keeps its id and grants and takes the new name', async () => {
    const first_ = (
      await register(system, [
        { key: 'a', name: 'Anna' },
        { key: 'b', name: 'Bela' },
      ])
    ).resources;
    const resourceId = first_[0]!.id;
    await saveGrants(owner, {
      kind: 'table',
      rows: [{ resourceId, role: 'staff', actions: [], version: 0 }],
      idempotencyKey: key(),
    });
    const again = (
      await register(system, [
        { key: 'c', name: 'Cleo' },
        { key: 'a', name: 'Anne' },
        { key: 'b', name: 'Bela' },
      ])
    ).resources;
    assert.deepEqual(
      again.map(({ key: its, name, isNew }) => [its, name, isNew]),
      [
        ['c', 'Cleo', true],
        ['a', 'Anne', false],
        ['b', 'Bela', false],
      ],
    );
    assert.deepEqual(
      [again[1]!.id, again[2]!.id],
      first_.map(({ id }) => id),
    );
    assert.deepEqual(await actionsOf('staff', resourceId), [1], 'what was taken away stays away');
    const entries = await all<{ before: string; after: string }>(
      world.database.read,
      'SELECT before, after FROM audit WHERE target_id IN (?, ?) AND before IS NOT NULL AND action = ?',
      [first_[0]!.id, first_[1]!.id, 'resource.register'],
    );
    assert.deepEqual(
      entries.map((entry) => ({ ...entry })),
      [{ before: '{"name":"Anna"}', after: '{"name":"Anne"}' }],
      'what did not change is no entry',
    );
  });

  it('registered by twenty at once, it is there once (SEC_X4)', async () => {
    const results = await Promise.all(
      Array.from({ length: 20 }, () => register(system, [{ key: 'once', name: 'Once' }])),
    );
    assert.equal(new Set(results.map(({ resources }) => resources[0]!.id)).size, 1);
    assert.equal(results.filter(({ resources }) => resources[0]!.isNew).length, 1);
    const grants = await first<{ n: number }>(
      world.database.read,
      'SELECT count(*) AS n FROM grant_actions WHERE resource_seq = (SELECT seq FROM resources WHERE id = ?)',
      [results[0]!.resources[0]!.id],
    );
    assert.equal(grants!.n, 3);
  });

  it('a host equips the workspaces of its key only, and members equip none', async () => {
    const hostKeyId = (await createHostKey(system, { name: 'Shop', idempotencyKey: key() })).id;
    const made = await createWorkspace(world.as({ kind: 'host', hostKeyId }, null), {
      name: 'Own',
      owner: { email: 'o@own.test' },
      idempotencyKey: key(),
    });
    const host = world.as({ kind: 'host', hostKeyId }, made.id);
    const { id } = (await register(host, [{ key: 'own', name: 'Own' }])).resources[0]!;
    assert.deepEqual(
      (await listResources(host, { kind: 'table', limit: 10 })).rows.map((row) => row.key),
      ['own'],
    );

    const foreign = world.as({ kind: 'host', hostKeyId });
    await assert.rejects(register(foreign, [{ key: 'x', name: 'X' }]), refusal('workspace_not_found'));
    await assert.rejects(
      listResources(foreign, { kind: 'table', limit: 10 }),
      refusal('workspace_not_found'),
    );
    await assert.rejects(
      removeResource(system, { resourceId: id, idempotencyKey: key() }),
      refusal('resource_not_found'),
      'SEC_E01 an id of another workspace',
    );
    await assert.rejects(register(owner, [{ key: 'x', name: 'X' }]), refusal('not_granted'));
    await assert.rejects(
      removeResource(owner, { resourceId: id, idempotencyKey: key() }),
      refusal('not_granted'),
    );
    await assert.rejects(
      register(world.as({ kind: 'anonymous' }), [{ key: 'x', name: 'X' }]),
      refusal('not_signed_in'),
    );
    await assert.rejects(
      register(world.as({ kind: 'system' }, null), [{ key: 'x', name: 'X' }]),
      refusal('workspace_not_found'),
    );
  });

  it('refuses what the policy does not grant, and keys and names that hide something, whole', async () => {
    const earlier = await listResources(system, { kind: 'table', limit: 200 });
    for (const kind of ['view', '__proto__', ''])
      await assert.rejects(register(system, [{ key: 'x', name: 'X' }], kind), refusal('not_in_policy'));
    const fine = { key: 'fine', name: 'Fine' };
    await assert.rejects(register(system, [fine, { key: 'x\u202e', name: 'X' }]), refusal('input_invalid'));
    await assert.rejects(register(system, [fine, fine]), refusal('input_invalid'));
    await assert.rejects(register(system, [fine, { key: 'y', name: 'a\nb' }]), refusal('name_invalid'));
    assert.deepEqual(await listResources(system, { kind: 'table', limit: 200 }), earlier);
    const other = await createWorld({ policy: collaborators });
    await assert.rejects(register(other.asSystem(), [fine]), refusal('not_in_policy'));
    await other.close();
  });

  it('removed, it takes its grants along, once', async () => {
    const { id } = (await register(system, [{ key: 'gone', name: 'Gone' }])).resources[0]!;
    await saveGrants(owner, {
      kind: 'table',
      rows: [{ resourceId: id, role: 'anon', actions: ['read'], version: 0 }],
      idempotencyKey: key(),
    });
    const { seq } = (await first<{ seq: number }>(
      world.database.read,
      'SELECT seq FROM resources WHERE id = ?',
      [id],
    ))!;
    assert.deepEqual(await removeResource(system, { resourceId: id, idempotencyKey: key() }), { id });
    const left = await first<{ n: number }>(
      world.database.read,
      'SELECT (SELECT count(*) FROM grants WHERE resource_seq = ?1) + (SELECT count(*) FROM grant_actions WHERE resource_seq = ?1) AS n',
      [seq],
    );
    assert.equal(left!.n, 0);
    await assert.rejects(
      removeResource(system, { resourceId: id, idempotencyKey: key() }),
      refusal('resource_not_found'),
    );
    const entry = await first<{ before: string }>(
      world.database.read,
      "SELECT before FROM audit WHERE target_id = ? AND action = 'resource.remove'",
      [id],
    );
    assert.deepEqual(JSON.parse(entry!.before), { kind: 'table', key: 'gone', name: 'Gone' });
  });

  it('are listed by name, page by page, each once, also those of one name (SEC_G11)', async () => {
    const own = await world.addWorkspace('Long');
    const ctx = world.as({ kind: 'system' }, own);
    const names = Array.from({ length: 500 }, (_, n) => ({ key: `k${n}`, name: `N${n % 125}` }));
    await register(ctx, names);
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await listResources(ctx, { kind: 'table', limit: 77, after });
      seen.push(...page.rows.map((row) => row.key));
      after = page.next ?? undefined;
    } while (after !== undefined);
    assert.equal(seen.length, 500);
    assert.deepEqual(new Set(seen), new Set(names.map((row) => row.key)));
    assert.equal(
      (await listResources(ctx, { kind: 'table', limit: 200, after: undefined })).rows[0]!.name,
      'N0',
    );
    for (const cursor of [
      'nonsense',
      Buffer.from('[1,2]').toString('base64url'),
      Buffer.from('["a","b"]').toString('base64url'),
    ]) {
      await assert.rejects(
        listResources(ctx, { kind: 'table', limit: 5, after: cursor }),
        refusal('input_invalid'),
      );
    }
    await assert.rejects(listResources(ctx, { kind: 'view', limit: 5 }), refusal('not_in_policy'));
  });
});
