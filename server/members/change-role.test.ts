// Changing a member's roles on a real database: allowed, denied with its reason, overtaken, recorded.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { AppError } from '../../shared/errors.ts';
import { all } from '../db/database.ts';
import type { World } from '../testing/world.ts';
import { createWorld } from '../testing/world.ts';
import { changeMemberRole } from './change-role.ts';
import { listMembers } from './list.ts';

const refusal = (code: string) => (error: unknown) => error instanceof AppError && error.code === code;

describe('changing a role', () => {
  let world: World;
  let owner: Awaited<ReturnType<World['addMember']>>;
  let staff: typeof owner;
  before(async () => {
    world = await createWorld();
    owner = await world.addMember({ email: 'olga@acme.test', name: 'Olga Owner', roles: ['owner'] });
    staff = await world.addMember({ email: 'stan@acme.test', name: 'Stan Staff', roles: ['staff'] });
  });
  after(() => world.close());

  it('T17 an owner gives another role and the trail says so', async () => {
    const member = await changeMemberRole(world.asAccount(owner.accountId), {
      memberId: staff.id,
      version: 1,
      roles: ['admin'],
      idempotencyKey: randomUUID(),
    });
    assert.deepEqual(member.roles, ['admin']);
    assert.equal(member.version, 2);
    const trail = await all<{ action: string; before: string; after: string }>(
      world.database.read,
      'SELECT action, before, after FROM audit ORDER BY seq DESC LIMIT 1',
    );
    assert.deepEqual(
      { ...trail[0] },
      { action: 'member.change-role', before: '{"roles":["staff"]}', after: '{"roles":["admin"]}' },
    );
  });

  it('T18 nobody changes their own role', async () => {
    await assert.rejects(
      changeMemberRole(world.asAccount(owner.accountId), {
        memberId: owner.id,
        version: 1,
        roles: ['admin'],
        idempotencyKey: randomUUID(),
      }),
      refusal('is_self'),
    );
  });

  it('SEC_G15 a stale version is a conflict that carries the fresh member', async () => {
    await assert.rejects(
      changeMemberRole(world.asAccount(owner.accountId), {
        memberId: staff.id,
        version: 1,
        roles: ['member'],
        idempotencyKey: randomUUID(),
      }),
      (error) =>
        refusal('changed_meanwhile')(error) &&
        ((error as AppError).details as { version: number }).version === 2,
    );
  });

  it('lists what was changed', async () => {
    const page = JSON.parse(
      await listMembers(world.database.read, world.policy, world.workspaceId, {
        filter: { search: 'sta' },
        sort: { by: 'name', direction: 'ascending' },
        limit: 50,
      }),
    );
    assert.deepEqual(
      page.rows.map((row: { name: string }) => row.name),
      ['Stan Staff'],
    );
    assert.deepEqual(page.total, { count: 1, isExact: true });
  });
});
