// What lets a change of many be taken back: who they were before, and only those who are still as they were left.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, it } from 'node:test';
import type { ChangeManyMembers } from '../../shared/contract/members.ts';
import type { MemberId } from '../../shared/ids.ts';
import type { UseCaseContext } from '../context.ts';
import { all } from '../db/database.ts';
import { accountOf, openSession } from '../testing/sessions.ts';
import { createSessions } from '../sessions/sessions.ts';
import { manyRoles } from '../testing/policies.ts';
import { describeOnEachStore } from '../testing/stores.ts';
import type { World } from '../testing/world.ts';
import { changeManyMembers } from './change-many.ts';
import { changeMemberRole } from './change-role.ts';

describeOnEachStore('taking back a change of many', (makeWorld) => {
  let world: World;
  let asOwner: UseCaseContext;
  before(async () => {
    world = await makeWorld({ policy: manyRoles });
    const owner = await world.addMember({ email: 'olga@acme.test', name: 'Olga', roles: ['owner'] });
    asOwner = world.asAccount(owner.accountId);
  });
  after(() => world.close());

  let count = 0;
  const somebody = (role: string) => world.addMember({ email: `p${(count += 1)}@acme.test`, roles: [role] });
  const many = (selection: ChangeManyMembers['selection'], change: ChangeManyMembers['change']) =>
    changeManyMembers(asOwner, { selection, change, idempotencyKey: randomUUID() });
  const seen = (results: Awaited<ReturnType<typeof many>>['results']) => ({
    seen: results.flatMap(({ member }) =>
      member === undefined ? [] : [{ id: member.id, version: member.version }],
    ),
  });

  it('D37 P35 gives access back to everybody who is still as the change left them', async () => {
    const [one, two] = [await somebody('staff'), await somebody('staff')];
    const { results } = await many({ ids: [one.id, two.id] }, { action: 'member.deactivate' });
    await many({ ids: [two.id] }, { action: 'member.reactivate' });
    const undone = await many(seen(results), { action: 'member.reactivate' });
    assert.deepEqual(
      new Map(undone.results.map(({ memberId, member, refused }) => [memberId, [member?.status, refused]])),
      new Map([
        [one.id, ['active', undefined]],
        [two.id, ['active', 'changed_meanwhile']],
      ]),
    );
    const actions = await all<{ action: string }>(
      world.database.read,
      'SELECT action FROM audit WHERE target_id = ? ORDER BY seq',
      [one.id],
    );
    assert.deepEqual(
      actions.map(({ action }) => action),
      ['member.deactivate', 'member.reactivate'],
    );
  });

  it('W45 says which roles each had, so that each gets theirs back', async () => {
    const [staff, admin] = [await somebody('staff'), await somebody('admin')];
    const { results } = await many(
      { ids: [staff.id, admin.id] },
      { action: 'member.change-role', roles: ['member'] },
    );
    const before = new Map(results.map(({ memberId, previousRoles }) => [memberId, previousRoles]));
    assert.deepEqual([before.get(staff.id), before.get(admin.id)], [['staff'], ['admin']]);
    const changed = results.find(({ memberId }) => memberId === admin.id)!;
    await changeMemberRole(asOwner, {
      memberId: admin.id,
      version: changed.member!.version,
      roles: ['staff'],
      idempotencyKey: randomUUID(),
    });
    const undone = await many(seen([changed]), { action: 'member.change-role', roles: ['admin'] });
    assert.deepEqual(
      undone.results.map(({ refused, member }) => [refused, member?.roles]),
      [['changed_meanwhile', ['staff']]],
    );
  });

  it('P35 signs many out at once, each by themselves, and leaves their access', async () => {
    const sessions = createSessions(world.database, new URL('https://people.example'), () => world.clock.now);
    const [one, other] = [await somebody('staff'), await somebody('staff')];
    const session = await openSession(world.database, sessions, one.accountId);
    const kept = await openSession(world.database, sessions, other.accountId);
    const missing = randomUUID() as MemberId;
    const { results } = await many({ ids: [one.id, missing] }, { action: 'member.end-sessions' });
    assert.deepEqual(
      new Map(results.map(({ memberId, refused, member }) => [memberId, [refused, member?.status]])),
      new Map([
        [missing, ['member_not_found', undefined]],
        [one.id, [undefined, 'active']],
      ]),
    );
    assert.equal(await accountOf(sessions, session), null);
    assert.equal(await accountOf(sessions, kept), other.accountId);
  });
});
