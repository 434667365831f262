// Races for the last person in charge: whatever overtakes what, somebody active stays.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, it } from 'node:test';
import type { ChangeManyMembers } from '../../shared/contract/members.ts';
import { collaborators } from '../../shared/presets/collaborators.ts';
import { tables } from '../../shared/presets/tables.ts';
import type { WorkspaceId } from '../../shared/ids.ts';
import type { UseCaseContext } from '../context.ts';
import { all, openDatabase } from '../db/database.ts';
import { everyEnd } from '../testing/policies.ts';
import { codeOf } from '../testing/refusal.ts';
import { describeOnEachStore } from '../testing/stores.ts';
import type { World } from '../testing/world.ts';
import { createWorld } from '../testing/world.ts';
import { changeManyMembers } from './change-many.ts';
import { changeMemberRole } from './change-role.ts';
import { leaveWorkspace, removeMember } from './remove.ts';
import { deleteMember, memberById, setRoles, setStatus } from './store.ts';
import { deactivateMember } from './switch.ts';

type Owner = Awaited<ReturnType<World['addMembers']>>[number];

/** A workspace of its own with `count` owners in it. */
async function withOwners(
  world: World,
  count: number,
): Promise<{ workspaceId: WorkspaceId; owners: Owner[] }> {
  const workspaceId = await world.addWorkspace('Race');
  const people = Array.from({ length: count }, (_, index) => ({
    email: `o${index}.${workspaceId}@acme.test`,
    roles: ['owner'],
  }));
  return { workspaceId, owners: await world.addMembers(people, workspaceId) };
}

/** The number of active owners, asked on a connection of its own. */
async function inCharge(world: World, workspaceId: WorkspaceId): Promise<number> {
  const outside = await openDatabase({ url: world.url });
  const rows = await all(
    outside.read,
    "SELECT 1 FROM members m JOIN member_roles r ON r.member_seq = m.seq WHERE m.workspace_id = ? AND m.status = 'active' AND r.role = 'owner'",
    [workspaceId],
  );
  await outside.close();
  return rows.length;
}

const demote = (ctx: UseCaseContext, { id: memberId }: Owner, role: string) =>
  changeMemberRole(ctx, { memberId, version: 1, roles: [role], idempotencyKey: randomUUID() });
const on = ({ id: memberId }: Owner) => ({ memberId, version: 1, idempotencyKey: randomUUID() });

describeOnEachStore('the last person in charge', (makeWorld, store) => {
  let world: World;
  let projects: World;
  before(async () => {
    world = await makeWorld({ policy: everyEnd });
    projects = await createWorld({ policy: collaborators, url: world.url, workspaceId: world.workspaceId });
  });
  after(async () => {
    await projects.close();
    await world.close();
  });

  // A server takes a dozen round trips for each, so it has fewer of them.
  const [some, many] = store === 'file' ? [20, 50] : [5, 20];
  for (const { policy, role, count } of [
    { policy: tables, role: 'staff', count: some },
    { policy: tables, role: 'admin', count: many },
    { policy: collaborators, role: 'viewer', count: some },
    { policy: collaborators, role: 'creator', count: many },
  ]) {
    it(`SEC_A07 SEC_R4 ${count} owners are all made ${role} at once (${policy.key}): exactly one stays owner`, async () => {
      const { workspaceId, owners } = await withOwners(world, count);
      const ctx = (policy === tables ? world : projects).as({ kind: 'system' }, workspaceId);
      const codes = (await Promise.allSettled(owners.map((owner) => demote(ctx, owner, role)))).map(codeOf);
      assert.equal(await inCharge(world, workspaceId), 1);
      assert.equal(codes.filter((code) => code === null).length, count - 1);
      assert.deepEqual(
        codes.filter((code) => code !== null),
        ['last_in_charge'],
      );
    });
  }

  it('X1 every owner demotes the next at once: somebody stays in charge and nothing breaks', async () => {
    for (const count of store === 'file' ? [2, 2, 2, 20, 20, 50] : [2, 6]) {
      const { workspaceId, owners } = await withOwners(world, count);
      const results = await Promise.allSettled(
        owners.map(({ accountId }, index) =>
          demote(world.asAccount(accountId, workspaceId), owners[(index + 1) % count]!, 'staff'),
        ),
      );
      // Whoever was overtaken has no right left; nothing else went wrong.
      for (const code of results.map(codeOf))
        assert.ok(code === null || code === 'not_granted', String(code));
      assert.ok((await inCharge(world, workspaceId)) >= 1);
    }
  });

  it('X2 owners are demoted, deactivated, removed and leave at once: exactly one stays', async () => {
    for (const count of store === 'file' ? [20, 20, 50] : [8]) {
      const { workspaceId, owners } = await withOwners(world, count);
      const system = world.as({ kind: 'system' }, workspaceId);
      const ways = [
        (owner: Owner) => demote(system, owner, 'staff'),
        (owner: Owner) => deactivateMember(system, on(owner)),
        (owner: Owner) => removeMember(system, on(owner)),
        (owner: Owner) =>
          leaveWorkspace(world.asAccount(owner.accountId, workspaceId), {
            version: 1,
            idempotencyKey: randomUUID(),
          }),
      ];
      const codes = (
        await Promise.allSettled(owners.map((owner, index) => ways[index % ways.length]!(owner)))
      ).map(codeOf);
      assert.deepEqual(
        codes.filter((code) => code !== null),
        ['last_in_charge'],
      );
      assert.equal(await inCharge(world, workspaceId), 1);
    }
  });

  it('X3 two owners demote each other at once: exactly one is left', async () => {
    for (let round = 0; round < (store === 'file' ? 25 : 3); round += 1) {
      const {
        workspaceId,
        owners: [one, other],
      } = await withOwners(world, 2);
      await Promise.allSettled([
        demote(world.asAccount(one!.accountId, workspaceId), other!, 'admin'),
        demote(world.asAccount(other!.accountId, workspaceId), one!, 'admin'),
      ]);
      assert.equal(await inCharge(world, workspaceId), 1);
    }
  });

  it('SEC_A08 all owners leave at once, and in one bulk change: one stays each time', async () => {
    const leaving = await withOwners(world, 10);
    const codes = await Promise.allSettled(
      leaving.owners.map(({ accountId }) =>
        leaveWorkspace(projects.asAccount(accountId, leaving.workspaceId), {
          version: 1,
          idempotencyKey: randomUUID(),
        }),
      ),
    );
    assert.deepEqual(
      codes.map(codeOf).filter((code) => code !== null),
      ['last_in_charge'],
    );
    assert.equal(await inCharge(world, leaving.workspaceId), 1);
    const changes: ChangeManyMembers['change'][] = [
      { action: 'member.deactivate' },
      { action: 'member.remove' },
      { action: 'member.change-role', roles: ['staff'] },
    ];
    for (const change of changes) {
      const bulk = await withOwners(world, 10);
      const { results } = await changeManyMembers(world.as({ kind: 'system' }, bulk.workspaceId), {
        selection: { filter: {}, except: [] },
        change,
        idempotencyKey: randomUUID(),
      });
      assert.deepEqual(
        results.flatMap(({ refused }) => refused ?? []),
        ['last_in_charge'],
      );
      assert.equal(await inCharge(world, bulk.workspaceId), 1);
    }
  });

  it('M4 the guard stands in the statement: two that read before either wrote cannot both take the right away', async () => {
    const ends = [
      (sql: Parameters<typeof setRoles>[0], member: Parameters<typeof setRoles>[2]) =>
        setRoles(sql, world.policy, member, ['staff']),
      (sql: Parameters<typeof setRoles>[0], member: Parameters<typeof setRoles>[2]) =>
        setStatus(sql, world.policy, member, 'deactivated', world.clock.now),
      (sql: Parameters<typeof setRoles>[0], member: Parameters<typeof setRoles>[2]) =>
        deleteMember(sql, world.policy, member),
    ];
    for (const first of ends) {
      for (const second of ends) {
        const { workspaceId, owners } = await withOwners(world, 2);
        const read = await Promise.all(
          owners.map(({ id }) => memberById(world.database.read, workspaceId, id)),
        );
        const isChanged = [
          await world.database.write((tx) => first(tx, read[0]!)),
          await world.database.write((tx) => second(tx, read[1]!)),
        ];
        assert.deepEqual(isChanged, [true, false]);
        assert.equal(await inCharge(world, workspaceId), 1);
      }
    }
  });

  it('X7 SEC_R5 two changes from the same version: one wins, the other is shown the fresh person', async () => {
    const owner = await world.addMember({ email: 'x7.owner@acme.test', roles: ['owner'] });
    const staff = await world.addMember({ email: 'x7.staff@acme.test', roles: ['staff'] });
    const results = await Promise.allSettled(
      ['admin', 'member'].map((role) => demote(world.asAccount(owner.accountId), staff, role)),
    );
    assert.deepEqual(results.map(codeOf), [null, 'changed_meanwhile']);
    const fresh = (results[1] as PromiseRejectedResult).reason.details;
    assert.deepEqual([fresh.id, fresh.version, fresh.roles], [staff.id, 2, ['admin']]);
  });

  // On a file the second process has to be a real one: see processes.test.ts.
  if (store === 'file') return;
  it('SEC_R4 SEC_R12 two servers demote all owners at once: one stays', async () => {
    const { workspaceId, owners } = await withOwners(world, 20);
    const codes = (
      await Promise.allSettled(
        owners.map((owner, index) =>
          demote(
            (index % 2 === 0 ? world : projects).as({ kind: 'system' }, workspaceId),
            owner,
            index % 2 === 0 ? 'staff' : 'viewer',
          ),
        ),
      )
    ).map(codeOf);
    assert.equal(await inCharge(world, workspaceId), 1);
    assert.deepEqual(
      codes.filter((code) => code !== null),
      ['last_in_charge'],
    );
  });
});
