// Resources granted to people on a real database: given, taken, judged, explained.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import type { MemberId, ResourceId } from '../../shared/ids.ts';
import type { Decision } from '../../shared/policy/decision.ts';
import type { Policy } from '../../shared/policy/policy.ts';
import { packages } from '../../shared/presets/packages.ts';
import { first, run } from '../db/database.ts';
import { changeManyMembers } from '../members/change-many.ts';
import { createMember } from '../members/create.ts';
import { listMembers } from '../members/list.ts';
import { deactivateMember } from '../members/switch.ts';
import { updateMember } from '../members/update.ts';
import { registerResources, removeResource } from '../resources/register.ts';
import { isRefusal } from '../testing/refusal.ts';
import type { World } from '../testing/world.ts';
import { createWorld } from '../testing/world.ts';
import { readAccess } from './access.ts';
import { assignResources } from './assign.ts';
import { checkAccess } from './check.ts';

const answer = (decision: Decision) => (decision.allowed ? 'allowed' : decision.reason);

describe('packages assigned to people', () => {
  let world: World;
  let admin: Awaited<ReturnType<World['addMember']>>;
  let ids: Record<'catalogue' | 'prices' | 'manuals', ResourceId>;
  let count = 0;

  before(async () => {
    world = await createWorld({ policy: packages });
    admin = await world.addMember({ email: 'admin@p.test', roles: ['admin'] });
    const { resources } = await register(['catalogue', 'prices', 'manuals']);
    ids = Object.fromEntries(resources.map(({ key, id }) => [key, id])) as typeof ids;
  });
  after(() => world.close());

  const register = (keys: string[], owner?: { memberId: MemberId }) =>
    registerResources(world.asSystem(), {
      kind: 'package',
      resources: keys.map((key) => ({ key, name: key, ...(owner && { owner }) })),
      idempotencyKey: randomUUID(),
    });
  const newUser = () => world.addMember({ email: `u${(count += 1)}@p.test`, roles: ['user'] });
  const assign = (
    member: { id: MemberId; version: number },
    resourceIds: ResourceId[],
    by = world.asAccount(admin.accountId),
  ) =>
    assignResources(by, {
      memberId: member.id,
      version: member.version,
      kind: 'package',
      resourceIds,
      idempotencyKey: randomUUID(),
    });
  const may = async (memberId: MemberId, key: string) =>
    answer(
      await checkAccess(world.asSystem(), {
        who: { memberId },
        kind: 'package',
        resource: { key },
        action: 'use',
      }),
    );
  const accessOf = (memberId: MemberId, by = world.asAccount(admin.accountId)) =>
    readAccess(by, { memberId, kind: 'package', limit: 50 });

  it('P15 P31 opens to a user what was assigned and nothing else, from the next question on', async () => {
    const user = await newUser();
    assert.equal(await may(user.id, 'catalogue'), 'not_granted');
    const fresh = await assign(user, [ids.catalogue]);
    assert.equal(await may(user.id, 'catalogue'), 'allowed');
    assert.equal(await may(user.id, 'prices'), 'not_granted');
    await assign(fresh, [ids.prices]);
    assert.equal(await may(user.id, 'catalogue'), 'not_granted');
    assert.equal(await may(user.id, 'prices'), 'allowed');
  });

  it('P16 P30 leaves an admin every package, whatever is assigned, and keeps the assignment as information', async () => {
    const other = await world.addMember({ email: 'second@p.test', roles: ['admin'] });
    const fresh = await assign(other, [ids.prices]);
    assert.equal(fresh.resources, 1);
    assert.equal(await may(other.id, 'manuals'), 'allowed');
    const { rows } = await accessOf(other.id);
    assert.deepEqual(
      rows.map(({ resource, rights, assigned }) => [resource, rights[0]?.ground.kind, assigned]),
      [
        ['catalogue', 'full-role', []],
        ['manuals', 'full-role', []],
        ['prices', 'full-role', ['use']],
      ],
    );
  });

  it('P32 opens a package to an admin, to who made it and to whom it was assigned, and to nobody else', async () => {
    const [maker, holder, stranger] = [await newUser(), await newUser(), await newUser()];
    const { resources } = await register(['made'], { memberId: maker.id });
    await assign(holder, [resources[0]!.id]);
    const answers = [admin, maker, holder, stranger].map(({ id }) => may(id, 'made'));
    assert.deepEqual(await Promise.all(answers), ['allowed', 'allowed', 'allowed', 'not_granted']);
    const [mine] = (await accessOf(maker.id)).rows.filter(({ resource }) => resource === 'made');
    assert.deepEqual([mine?.isOwner, mine?.rights], [true, [{ action: 'use', ground: { kind: 'owner' } }]]);
    await removeResource(world.asSystem(), {
      resourceId: resources[0]!.id,
      idempotencyKey: randomUUID(),
    });
  });

  it('SEC_A18 P32 opens a package to who is active and an admin, its maker or assigned: all sixteen cases', async () => {
    const cases = [false, true].flatMap((isAdmin) =>
      [false, true].flatMap((isMaker) =>
        [false, true].flatMap((isAssigned) =>
          [false, true].map((isActive) => ({ isAdmin, isMaker, isAssigned, isActive })),
        ),
      ),
    );
    assert.equal(cases.length, 16);
    for (const { isAdmin, isMaker, isAssigned, isActive } of cases) {
      let person: { id: MemberId; version: number } = await world.addMember({
        email: `u${(count += 1)}@p.test`,
        roles: [isAdmin ? 'admin' : 'user'],
      });
      const key = `case-${count}`;
      const { resources } = await register([key], isMaker ? { memberId: person.id } : undefined);
      if (isAssigned) person = await assign(person, [resources[0]!.id]);
      if (!isActive)
        await deactivateMember(world.asAccount(admin.accountId), {
          memberId: person.id,
          version: person.version,
          idempotencyKey: randomUUID(),
        });
      const expected = !isActive
        ? 'member_deactivated'
        : isAdmin || isMaker || isAssigned
          ? 'allowed'
          : 'not_granted';
      assert.equal(
        await may(person.id, key),
        expected,
        JSON.stringify({ isAdmin, isMaker, isAssigned, isActive }),
      );
      const row = (await accessOf(person.id)).rows.find(({ resource }) => resource === key)!;
      assert.equal(
        row.rights.length > 0,
        isAdmin || isMaker || isAssigned,
        'the page names the same grounds',
      );
      await removeResource(world.asSystem(), { resourceId: resources[0]!.id, idempotencyKey: randomUUID() });
    }
  });

  it('P35 gives and takes packages of several people at once, with a result for each', async () => {
    const [one, two] = [await newUser(), await newUser()];
    await assign(two, [ids.catalogue]);
    const { results } = await changeManyMembers(world.asAccount(admin.accountId), {
      selection: { ids: [one.id, two.id, admin.id] },
      change: { action: 'member.assign', kind: 'package', add: [ids.prices], remove: [ids.catalogue] },
      idempotencyKey: randomUUID(),
    });
    const refusals = new Map(results.map(({ memberId, refused }) => [memberId, refused]));
    assert.deepEqual(
      [one, two, admin].map(({ id }) => refusals.get(id)),
      [undefined, undefined, 'is_self'],
    );
    for (const { id } of [one, two]) {
      assert.equal(await may(id, 'prices'), 'allowed');
      assert.equal(await may(id, 'catalogue'), 'not_granted');
    }
  });

  it('P8 counts what each person was assigned in the list', async () => {
    const user = await newUser();
    await assign(user, [ids.catalogue, ids.prices]);
    const page = await listMembers(world.database.read, world.policy, world.workspaceId, {
      filter: { ids: [user.id] },
      sort: { by: 'name', direction: 'ascending' },
      limit: 10,
    });
    assert.equal((JSON.parse(page) as { rows: { resources: number }[] }).rows[0]!.resources, 2);
  });

  it('P47 P49 P50 says of each package why it is or is not there: assigned, not assigned, made after the assignment', async () => {
    const user = await newUser();
    await assign(user, [ids.catalogue]);
    world.clock.now += 1000;
    const { resources } = await register(['late']);
    const rows = (await accessOf(user.id)).rows.map(({ resource, rights, isNewer }) => [
      resource,
      rights.length,
      isNewer,
    ]);
    assert.deepEqual(rows, [
      ['catalogue', 1, false],
      ['late', 0, true],
      ['manuals', 0, false],
      ['prices', 0, false],
    ]);
    await removeResource(world.asSystem(), { resourceId: resources[0]!.id, idempotencyKey: randomUUID() });
  });

  it('P14 P19 gives packages while somebody is added, and others while they are edited, all or nothing', async () => {
    const by = world.asAccount(admin.accountId);
    const person = (resourceIds: ResourceId[]): Parameters<typeof createMember>[1] => ({
      email: `new${(count += 1)}@p.test`,
      name: 'New Person',
      roles: ['user'],
      password: 'a quiet long one',
      confirmation: 'a quiet long one',
      mustChangePassword: true,
      isActive: true,
      resources: [{ kind: 'package', resourceIds }],
      idempotencyKey: randomUUID(),
    });
    const gone = randomUUID() as string as ResourceId;
    const refused = person([ids.prices, gone]);
    await assert.rejects(createMember(by, refused), isRefusal('resource_not_found'));
    const nobody = await first<{ n: number }>(
      world.database.read,
      'SELECT count(*) AS n FROM accounts WHERE email = ?',
      [refused.email],
    );
    assert.equal(nobody!.n, 0, 'nobody was made without what they should have');
    const made = await createMember(by, person([ids.prices]));
    assert.ok('member' in made);
    const { id, version } = made.member;
    assert.deepEqual([made.member.resources, await may(id, 'prices')], [1, 'allowed']);
    const update = { memberId: id, version, idempotencyKey: randomUUID() };
    const saved = await updateMember(by, {
      ...update,
      name: 'Renamed Person',
      resources: [{ kind: 'package', resourceIds: [ids.catalogue, ids.manuals] }],
    });
    assert.deepEqual([saved.name, saved.resources], ['Renamed Person', 2]);
    assert.deepEqual(await Promise.all(['prices', 'catalogue'].map((key) => may(id, key))), [
      'not_granted',
      'allowed',
    ]);
  });

  it('opens nothing to somebody who is switched off, and says so', async () => {
    const user = await newUser();
    const fresh = await assign(user, [ids.catalogue]);
    await deactivateMember(world.asAccount(admin.accountId), {
      memberId: user.id,
      version: fresh.version,
      idempotencyKey: randomUUID(),
    });
    assert.equal(await may(user.id, 'catalogue'), 'member_deactivated');
    assert.equal((await accessOf(user.id)).isActive, false);
  });

  it('P2 SEC_A01 refuses users, oneself, unknown packages, those of another workspace and a stale version', async () => {
    const [user, other] = [await newUser(), await newUser()];
    await assert.rejects(
      assign(other, [ids.prices], world.asAccount(user.accountId)),
      isRefusal('not_granted'),
    );
    await assert.rejects(assign({ ...admin }, [ids.prices]), isRefusal('is_self'));
    const gone = randomUUID() as string as ResourceId;
    await assert.rejects(assign(other, [ids.prices, gone]), isRefusal('resource_not_found'));
    const elsewhere = await world.addWorkspace();
    const foreign = await registerResources(world.as({ kind: 'system' }, elsewhere), {
      kind: 'package',
      resources: [{ key: 'theirs', name: 'theirs' }],
      idempotencyKey: randomUUID(),
    });
    await assert.rejects(assign(other, [foreign.resources[0]!.id]), isRefusal('resource_not_found'));
    await assert.rejects(assign({ ...other, version: 7 }, [ids.prices]), isRefusal('changed_meanwhile'));
    assert.equal(await may(other.id, 'prices'), 'not_granted');
  });

  it('reads access for who may see people and for oneself, and for nobody else (SEC_E02)', async () => {
    const [user, other] = [await newUser(), await newUser()];
    const asUser = world.asAccount(user.accountId);
    assert.equal((await accessOf(user.id, asUser)).rows.length, 0);
    assert.equal((await accessOf(user.id)).rows.length, 3);
    await assert.rejects(accessOf(other.id, asUser), isRefusal('not_granted'));
    const stranger = await world.addMember({
      email: 'far@q.test',
      roles: ['admin'],
      workspaceId: await world.addWorkspace(),
    });
    await assert.rejects(accessOf(stranger.id), isRefusal('member_not_found'));
    await assert.rejects(accessOf(user.id, world.asAccount(stranger.accountId)), isRefusal('not_a_member'));
  });

  it('P31 SEC_E02 tells people of no package that is not theirs: no name, no number, no page', async () => {
    const user = await newUser();
    const asUser = world.asAccount(user.accountId);
    const own = (limit: number, search?: string) =>
      readAccess(asUser, { kind: 'package', limit, ...(search !== undefined && { search }) });
    await assign(user, [ids.manuals]);
    const { resources } = await register(['by-them'], { memberId: user.id });
    const page = await own(1);
    assert.deepEqual(
      [page.total, page.assigned, page.rows.map(({ resource }) => resource)],
      [2, [ids.manuals], ['by-them']],
    );
    const rest = await readAccess(asUser, { kind: 'package', limit: 1, after: page.next! });
    assert.deepEqual([rest.rows.map(({ resource }) => resource), rest.next], [['manuals'], null]);
    assert.deepEqual((await own(50, 'prices')).rows, []);
    const mine = await readAccess(world.asAccount(admin.accountId), { kind: 'package', limit: 50 });
    assert.equal(mine.total, 4);
    assert.equal((await accessOf(user.id)).total, 4);
    await removeResource(world.asSystem(), { resourceId: resources[0]!.id, idempotencyKey: randomUUID() });
  });

  it('leaves a trail of what was had before and after, by the names of the host, and none where nothing changed', async () => {
    const user = await newUser();
    const fresh = await assign(user, [ids.prices, ids.catalogue]);
    const same = await assign(fresh, [ids.catalogue, ids.prices]);
    assert.equal(same.version, fresh.version);
    const entry = await first<{ before: string; after: string; count: number }>(
      world.database.read,
      "SELECT before, after, count(*) AS count FROM audit WHERE action = 'member.assign' AND target_id = ?",
      [user.id],
    );
    assert.deepEqual(
      { ...entry },
      {
        before: '{"kind":"package","resources":[]}',
        after: '{"kind":"package","resources":["catalogue","prices"]}',
        count: 1,
      },
    );
  });

  it('leaves in the trail what people called that which was given and taken, and nothing of what stayed (W15)', async () => {
    const [one, two, three] = ['One', 'Two', 'Three'].map((name) => ({ key: `k-${name}`, name }));
    const { resources } = await registerResources(world.asSystem(), {
      kind: 'package',
      resources: [one!, two!, three!],
      idempotencyKey: randomUUID(),
    });
    const [first1, second, third] = resources.map(({ id }) => id);
    const user = await newUser();
    await assign(await assign(user, [first1!, second!]), [second!, third!]);
    const entry = await first<{ after: string }>(
      world.database.read,
      "SELECT after FROM audit WHERE action = 'member.assign' AND target_id = ? ORDER BY seq DESC LIMIT 1",
      [user.id],
    );
    assert.deepEqual(JSON.parse(entry!.after), {
      kind: 'package',
      resources: ['k-Three', 'k-Two'],
      names: { 'k-One': 'One', 'k-Three': 'Three' },
    });
    for (const resourceId of resources.map(({ id }) => id))
      await removeResource(world.asSystem(), { resourceId, idempotencyKey: randomUUID() });
  });

  it('goes with the person and with the package', async () => {
    const user = await newUser();
    await assign(user, [ids.manuals]);
    const left = async () =>
      (
        await first<{ count: number }>(
          world.database.read,
          'SELECT count(*) AS count FROM member_grants g LEFT JOIN members m ON m.seq = g.member_seq LEFT JOIN resources r ON r.seq = g.resource_seq WHERE m.seq IS NULL OR r.seq IS NULL',
        )
      )?.count;
    const { resources } = await register(['short-lived'], { memberId: user.id });
    const second = await newUser();
    await assign(second, [resources[0]!.id]);
    await removeResource(world.asSystem(), { resourceId: resources[0]!.id, idempotencyKey: randomUUID() });
    assert.equal(await left(), 0);
    // This policy removes nobody, but people go with their workspace.
    await world.database.write((tx) => run(tx, 'DELETE FROM members WHERE id = ?', [user.id]));
    assert.equal(await left(), 0);
  });
});

describe('a kind with several actions that is granted to people', () => {
  it('keeps what somebody may do with what they have when they are given more, unless told otherwise', async () => {
    const actions = ['read', 'write'].map((key) => ({ key, name: key }));
    const policy: Policy = {
      ...packages,
      resources: packages.resources.map((kind) => ({ ...kind, actions })),
    };
    const world = await createWorld({ policy });
    const system = world.asSystem();
    const { resources } = await registerResources(system, {
      kind: 'package',
      resources: ['first', 'second'].map((key) => ({ key, name: key })),
      idempotencyKey: randomUUID(),
    });
    const [one, two] = resources.map(({ id }) => id) as [ResourceId, ResourceId];
    let member: { id: MemberId; version: number } = await world.addMember({
      email: 'u@p.test',
      roles: ['user'],
    });
    const assign = async (resourceIds: ResourceId[], named?: string[]) =>
      void (member = await assignResources(system, {
        memberId: member.id,
        version: member.version,
        kind: 'package',
        resourceIds,
        ...(named && { actions: named }),
        idempotencyKey: randomUUID(),
      }));
    const held = async () =>
      (await readAccess(system, { memberId: member.id, kind: 'package', limit: 9 })).rows.map(({ rights }) =>
        rights.map(({ action }) => action),
      );
    await assign([one], ['read']);
    await assign([one, two]);
    assert.deepEqual(await held(), [['read'], ['read', 'write']]);
    await assign([one, two], ['read']);
    assert.deepEqual(await held(), [['read'], ['read']]);
    const { results } = await changeManyMembers(system, {
      selection: { ids: [member.id] },
      change: { action: 'member.assign', kind: 'package', add: [one], remove: [] },
      idempotencyKey: randomUUID(),
    });
    member = results[0]!.member!;
    assert.deepEqual(await held(), [['read', 'write'], ['read']]);
    await assert.rejects(assign([one], ['drop']), isRefusal('input_invalid'));
    await world.close();
  });
});
