// What whoever goes from one workspace to another is told while they look at one: that theirs are others now, wherever that was done.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { after, before, describe, it } from 'node:test';
import type { AccountId, WorkspaceId } from '../../shared/ids.ts';
import type { Change } from '../../shared/live/change.ts';
import { tables } from '../../shared/presets/tables.ts';
import { workspaces } from '../../shared/presets/workspaces.ts';
import { run } from '../db/database.ts';
import { changeMemberRole } from '../members/change-role.ts';
import { removeMember } from '../members/remove.ts';
import { startScript } from '../testing/outside.ts';
import { describeOnEachStore } from '../testing/stores.ts';
import type { World } from '../testing/world.ts';
import { accountCaller, createWorld } from '../testing/world.ts';
import { renameWorkspace } from '../workspaces/change.ts';
import { createWorkspace } from '../workspaces/create.ts';
import { followChanges } from './follow-changes.ts';

type Told = ReturnType<typeof followChanges>;

const wish = () => ({ idempotencyKey: randomUUID() });
/** Nobody is asked for again before the test is over: what is told is told because of what was done. */
const times = { recheck: 60_000, pace: 0 };
const next = async (told: Told): Promise<Change['changed']> => ((await told.next()).value as Change).changed;

describeOnEachStore('the workspaces of whoever looks at one', (makeWorld) => {
  let world: World;
  before(async () => {
    world = await makeWorld({ policy: workspaces });
    await world.database.write((tx) =>
      run(tx, 'UPDATE workspaces SET home = 1 WHERE id = ?', [world.workspaceId]),
    );
  });
  after(() => world.close());

  const system = (workspaceId: WorkspaceId) => world.as({ kind: 'system' }, workspaceId);
  const follow = async (accountId: AccountId, only?: WorkspaceId): Promise<Told> => {
    const workspaceId = only ?? world.workspaceId;
    const session = { workspaceId: only ?? null };
    const ctx = world.as(accountCaller(accountId, world.clock.now, session), workspaceId);
    const told = followChanges(ctx, { missed: 0 }, undefined, times);
    assert.deepEqual(await next(told), []);
    return told;
  };

  it('W11 W35 are told of as soon as they are others, to whom they are theirs', async () => {
    const branch = await world.addWorkspace('Branch');
    const email = 'ann@acme.test';
    const ann = await world.addMember({ email, roles: ['admin'] });
    const there = await world.addMember({ email, roles: ['viewer'], workspaceId: branch });
    const told = await follow(ann.accountId);
    await changeMemberRole(system(branch), { memberId: there.id, version: 1, roles: ['editor'], ...wish() });
    assert.deepEqual(await next(told), ['viewer']);
    await renameWorkspace(system(branch), { workspaceId: branch, version: 1, name: 'Retail', ...wish() });
    assert.deepEqual(await next(told), ['viewer']);
    await removeMember(system(branch), { memberId: there.id, version: 2, ...wish() });
    assert.deepEqual(await next(told), ['viewer']);
    await createWorkspace(world.asSystem(), { name: 'Service', owner: { email }, ...wish() });
    assert.deepEqual(await next(told), ['viewer']);
    await told.return();
  });

  it('W61 are all for a super administrator, who is told of one where they are no member', async () => {
    const branch = await world.addWorkspace('Far branch');
    const sue = await world.addMember({ email: 'sue@acme.test', roles: ['super-admin'] });
    const told = await follow(sue.accountId);
    await renameWorkspace(system(branch), { workspaceId: branch, version: 1, name: 'Depot', ...wish() });
    assert.deepEqual(await next(told), ['viewer']);
    await told.return();
  });

  it('SEC_E01 are told of to nobody else, and not through a session that opens one alone', async () => {
    const branch = await world.addWorkspace('Hidden branch');
    const [email, roles] = ['ben@acme.test', ['admin']];
    const ben = await world.addMember({ email, roles });
    const there = await world.addMember({ email, roles: ['viewer'], workspaceId: branch });
    const cleo = await world.addMember({ email: 'cleo@acme.test', roles });
    const dan = await world.addMember({ email: 'dan@acme.test', roles: ['viewer'] });
    const listeners = [await follow(ben.accountId, world.workspaceId), await follow(cleo.accountId)];
    await changeMemberRole(system(branch), { memberId: there.id, version: 1, roles: ['editor'], ...wish() });
    await changeMemberRole(world.asSystem(), { memberId: dan.id, version: 1, roles: ['editor'], ...wish() });
    // Had they been told of the other workspace, that would have come first or with it.
    for (const told of listeners) assert.deepEqual(await next(told), ['members', 'permissions']);
    for (const told of listeners) await told.return();
  });
});

describe('the workspaces of whoever looks at one, changed by another process', () => {
  it('W11 W35 are told of as well', async () => {
    // Whose roles the other process knows too.
    const world = await createWorld({ policy: { ...tables, workspaces: 'many' } });
    const branch = await world.addWorkspace('Branch');
    const email = 'ann@acme.test';
    const ann = await world.addMember({ email, roles: ['admin'] });
    const there = await world.addMember({ email, roles: ['staff'], workspaceId: branch });
    const order = {
      url: world.url,
      workspaceId: branch,
      members: [there.id],
      role: 'member',
    };
    const racer = await startScript('racer.ts', [JSON.stringify(order)]);
    const told = followChanges(world.asAccount(ann.accountId), { missed: 0 }, undefined, times);
    assert.deepEqual(await next(told), []);
    const written = racer.next();
    racer.child.stdin!.write('go\n');
    assert.deepEqual(await next(told), ['viewer']);
    assert.deepEqual(JSON.parse(await written), [null]);
    await told.return();
    if (racer.child.exitCode === null) await once(racer.child, 'exit');
    await world.close();
  });
});
