// Who has what in a workspace, all at once, on a real database.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import type { HostKeyId, WorkspaceId } from '../../shared/ids.ts';
import { packages } from '../../shared/presets/packages.ts';
import type { UseCaseContext } from '../context.ts';
import { run } from '../db/database.ts';
import { registerResources } from '../resources/register.ts';
import { isRefusal } from '../testing/refusal.ts';
import type { World } from '../testing/world.ts';
import { createWorld, subjectCaller } from '../testing/world.ts';
import { createWorkspace } from '../workspaces/create.ts';
import { createHostKey } from '../workspaces/host-keys.ts';
import { assignResources } from './assign.ts';
import { readSnapshot } from './snapshot.ts';

const wish = () => ({ idempotencyKey: randomUUID() });

describe('the snapshot of who has what', () => {
  let world: World;
  let host: UseCaseContext;
  let hostKeyId: HostKeyId;
  let workspaceId: WorkspaceId;
  before(async () => {
    world = await createWorld({ policy: packages });
    hostKeyId = (await createHostKey(world.asSystem(), { name: 'Shop', ...wish() })).id;
    ({ id: workspaceId } = await createWorkspace(world.as({ kind: 'host', hostKeyId }, null), {
      name: 'Own',
      owner: { email: 'boss@own.test', subject: 'person-1' },
      ...wish(),
    }));
    host = world.as({ kind: 'host', hostKeyId }, workspaceId);
  });
  after(() => world.close());

  it('has everybody who is switched on with their roles and the id that the host knows them by, and nobody else', async () => {
    const given = await world.addMember({ email: 'given@own.test', roles: ['user'], workspaceId });
    const off = await world.addMember({
      email: 'off@own.test',
      roles: ['admin'],
      status: 'deactivated',
      workspaceId,
    });
    await world.addMember({ email: 'elsewhere@else.test', roles: ['admin'] });
    const { resources } = await registerResources(host, {
      kind: 'package',
      resources: [
        { key: 'alpha', name: 'Alpha', owner: { subject: 'person-1' } },
        { key: 'beta', name: 'Beta' },
      ],
      ...wish(),
    });
    await assignResources(world.as({ kind: 'system' }, workspaceId), {
      memberId: given.id,
      version: 1,
      kind: 'package',
      resourceIds: resources.map(({ id }) => id),
      ...wish(),
    });
    await world.database.write((tx) =>
      run(
        tx,
        `INSERT INTO member_grants SELECT m.seq, r.seq, 'use', 0 FROM members m, resources r WHERE m.id = ?`,
        [off.id],
      ),
    );
    const snapshot = await readSnapshot(host);
    assert.deepEqual(
      snapshot.people.map(({ subject, roles }) => [subject, roles]),
      [
        ['person-1', ['admin']],
        [null, ['user']],
      ],
    );
    const [boss] = snapshot.people;
    assert.deepEqual(
      snapshot.resources.map(({ kind, key, ownerId, memberGrants }) => [kind, key, ownerId, memberGrants]),
      [
        ['package', 'alpha', boss!.memberId, [{ memberId: given.id, action: 'use' }]],
        ['package', 'beta', null, [{ memberId: given.id, action: 'use' }]],
      ],
    );
    assert.equal(snapshot.policy.key, 'packages');
  });

  it('SEC_E01 is for the operator and the host whose workspace it is', async () => {
    for (const [ctx, code] of [
      [world.as(subjectCaller(hostKeyId, 'person-1'), workspaceId), 'not_granted'],
      [world.as({ kind: 'host', hostKeyId }), 'workspace_not_found'],
      [world.as({ kind: 'system' }, 'gone' as WorkspaceId), 'workspace_not_found'],
    ] as const)
      await assert.rejects(readSnapshot(ctx), isRefusal(code));
  });
});
