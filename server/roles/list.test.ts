// Roles with their holders on a real database.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { AppError } from '../../shared/errors.ts';
import { collaborators } from '../../shared/presets/collaborators.ts';
import { removeMember } from '../members/remove.ts';
import type { World } from '../testing/world.ts';
import { createWorld } from '../testing/world.ts';
import { listRoles } from './list.ts';

describe('listing roles', () => {
  let world: World;
  let owner: Awaited<ReturnType<World['addMember']>>;
  before(async () => {
    world = await createWorld({ policy: collaborators });
    owner = await world.addMember({ email: 'o@p.test', roles: ['owner'] });
    await world.addMember({ email: 'e1@p.test', roles: ['editor'] });
    await world.addMember({ email: 'e2@p.test', roles: ['editor'], status: 'deactivated' });
    await world.addMember({ email: 'x@q.test', roles: ['owner'], workspaceId: await world.addWorkspace() });
  });
  after(() => world.close());

  it('C8 gives every role in its order with the number of its holders here, kept through changes', async () => {
    const holders = async () =>
      (await listRoles(world.asAccount(owner.accountId))).roles.map((role) => [
        role.key,
        role.holders?.active,
        role.holders?.deactivated,
      ]);
    assert.deepEqual(await holders(), [
      ['owner', 1, 0],
      ['creator', 0, 0],
      ['editor', 1, 1],
      ['commenter', 0, 0],
      ['viewer', 0, 0],
    ]);
    const viewer = await world.addMember({ email: 'v@p.test', roles: ['viewer'] });
    assert.deepEqual((await holders())[4], ['viewer', 1, 0]);
    await removeMember(world.asAccount(owner.accountId), {
      memberId: viewer.id,
      version: 1,
      idempotencyKey: randomUUID(),
    });
    assert.deepEqual((await holders())[4], ['viewer', 0, 0]);
  });

  it('C9 gives the matrix in its sections to every role, and numbers only to who may see the people (C19)', async () => {
    for (const role of ['creator', 'editor', 'commenter', 'viewer']) {
      const member = await world.addMember({ email: `${role}@p.test`, roles: [role] });
      const { roles, matrix } = await listRoles(world.asAccount(member.accountId));
      assert.deepEqual(
        matrix.map(({ section }) => section.key),
        ['advanced', 'schema', 'records', 'comments', 'views', 'project'],
      );
      assert.equal(
        roles.every(({ holders }) => (holders === null) === (role !== 'creator')),
        true,
        role,
      );
    }
  });

  it('tells strangers nothing', async () => {
    await assert.rejects(
      listRoles(world.as({ kind: 'anonymous' })),
      (error) => error instanceof AppError && error.code === 'not_signed_in',
    );
    await assert.rejects(
      listRoles(world.asAccount(owner.accountId, await world.addWorkspace())),
      (error) => error instanceof AppError && error.code === 'not_a_member',
    );
  });
});
