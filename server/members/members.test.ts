// Ending and restoring access: allowed, refused with its reason, recorded, and felt at the next call.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, it } from 'node:test';
import type { ChangeManyMembers } from '../../shared/contract/members.ts';
import type { HostKeyId, MemberId, WorkspaceId } from '../../shared/ids.ts';
import { FRESH_FOR } from '../../shared/sessions/session.ts';
import type { UseCaseContext } from '../context.ts';
import { all, first, run } from '../db/database.ts';
import { accountOf, openSession } from '../testing/sessions.ts';
import { createSessions } from '../sessions/sessions.ts';
import { manyRoles } from '../testing/policies.ts';
import { isRefusal } from '../testing/refusal.ts';
import { describeOnEachStore } from '../testing/stores.ts';
import type { World } from '../testing/world.ts';
import { subjectCaller } from '../testing/world.ts';
import { changeManyMembers } from './change-many.ts';
import { changeMemberRole } from './change-role.ts';
import { readMembers } from './read.ts';
import { leaveWorkspace, removeMember } from './remove.ts';
import { deactivateMember, reactivateMember } from './switch.ts';

type Person = Awaited<ReturnType<World['addMember']>>;
const QUERY = { filter: {}, sort: { by: 'name', direction: 'ascending' }, limit: 50 } as const;
const KEY = 'host-key-1' as HostKeyId;

describeOnEachStore('members', (makeWorld) => {
  let world: World;
  let owner: Person;
  let asOwner: UseCaseContext;
  let sessions: ReturnType<typeof createSessions>;
  let elsewhere: WorkspaceId;
  before(async () => {
    world = await makeWorld({ policy: manyRoles });
    owner = await world.addMember({ email: 'olga@acme.test', name: 'Olga', roles: ['owner'] });
    asOwner = world.asAccount(owner.accountId);
    sessions = createSessions(world.database, new URL('https://people.example'), () => world.clock.now);
    elsewhere = await world.addWorkspace('Elsewhere');
    await world.database.write((tx) =>
      run(tx, "INSERT INTO host_keys (id, name, created_at) VALUES (?, 'Host', 0)", [KEY]),
    );
  });
  after(() => world.close());

  let count = 0;
  const somebody = (
    roles: string[] = ['staff'],
    more: { email?: string; workspaceId?: WorkspaceId; name?: string } = {},
  ) => world.addMember({ email: `p${(count += 1)}@acme.test`, roles, ...more });
  const on = ({ id: memberId }: { id: MemberId }, version = 1) => ({
    memberId,
    version,
    idempotencyKey: randomUUID(),
  });
  const many = (
    ctx: UseCaseContext,
    selection: ChangeManyMembers['selection'],
    change: ChangeManyMembers['change'],
  ) => changeManyMembers(ctx, { selection, change, idempotencyKey: randomUUID() });
  const lastEntry = () =>
    first<{
      action: string;
      target: string;
      before: string;
      after: string | null;
      actor: string;
      personal: string;
    }>(
      world.database.read,
      'SELECT action, target_id AS target, before, after, actor_id AS actor, data AS personal FROM audit JOIN audit_personal USING (seq) ORDER BY seq DESC LIMIT 1',
    );
  const accountExists = async ({ accountId }: Person) =>
    (await first(world.database.read, 'SELECT 1 FROM accounts WHERE id = ?', [accountId])) !== undefined;

  it('SEC_A06 SEC_L01 switching off is recorded with who, whom and what was before', async () => {
    const staff = await somebody(['staff'], { name: 'Stan' });
    const member = await deactivateMember(asOwner, on(staff));
    assert.deepEqual([member.status, member.version], ['deactivated', 2]);
    const entry = (await lastEntry())!;
    assert.deepEqual(
      [entry.action, entry.target, entry.before, entry.after, entry.actor],
      ['member.deactivate', staff.id, '{"status":"active"}', '{"status":"deactivated"}', owner.id],
    );
    assert.deepEqual(JSON.parse(entry.personal), {
      actor: 'Olga',
      ip: '192.0.2.1',
      name: 'Stan',
      email: `p${count}@acme.test`,
    });
    assert.deepEqual(
      [(await reactivateMember(asOwner, on(staff, 2))).status, (await lastEntry())!.action],
      ['active', 'member.reactivate'],
    );
    await assert.rejects(reactivateMember(asOwner, on(staff, 3)), isRefusal('already_active'));
    await assert.rejects(deactivateMember(asOwner, on(staff, 1)), isRefusal('changed_meanwhile'));
  });

  it('SEC_D05 SEC_A14 whoever is switched off or demoted has no right at the very next call', async () => {
    const admin = await somebody(['admin']);
    const asAdmin = world.asAccount(admin.accountId);
    await readMembers(asAdmin, QUERY);
    await deactivateMember(asOwner, on(admin));
    await assert.rejects(readMembers(asAdmin, QUERY), isRefusal('actor_deactivated'));
    await assert.rejects(deactivateMember(asAdmin, on(owner)), isRefusal('actor_deactivated'));
    await reactivateMember(asOwner, on(admin, 2));
    await changeMemberRole(asOwner, { ...on(admin, 3), roles: ['staff'] });
    await assert.rejects(readMembers(asAdmin, QUERY), isRefusal('not_granted'));
    await removeMember(asOwner, on(admin, 4));
    await assert.rejects(readMembers(asAdmin, QUERY), isRefusal('not_a_member'));
  });

  it('SEC_D05 SEC_D06 switching off ends the sessions, and switching on again revives none', async () => {
    const staff = await somebody();
    const session = await openSession(world.database, sessions, staff.accountId);
    await deactivateMember(asOwner, on(staff));
    assert.equal(await accountOf(sessions, session), null);
    await reactivateMember(asOwner, on(staff, 2));
    assert.equal(await accountOf(sessions, session), null);
  });

  it('SEC_D17 somebody in charge is switched on again by a fresh sign-in only, alone and with others', async () => {
    const second = await somebody(['owner']);
    const staff = await somebody();
    await deactivateMember(asOwner, on(second));
    await deactivateMember(asOwner, on(staff));
    world.clock.now += FRESH_FOR;
    await assert.rejects(reactivateMember(asOwner, on(second, 2)), isRefusal('fresh_sign_in_required'));
    await assert.rejects(
      many(asOwner, { ids: [staff.id, second.id] }, { action: 'member.reactivate' }),
      isRefusal('fresh_sign_in_required'),
    );
    await reactivateMember(asOwner, on(staff, 2));
    world.clock.now -= FRESH_FOR;
    await reactivateMember(asOwner, on(second, 2));
    await removeMember(asOwner, on(second, 3));
  });

  it('SEC_E04 SEC_D07 an account that is active elsewhere keeps itself and its sessions', async () => {
    const email = 'both@acme.test';
    const here = await somebody(['staff'], { email });
    await somebody(['staff'], { email, workspaceId: elsewhere });
    const session = await openSession(world.database, sessions, here.accountId);
    await deactivateMember(asOwner, on(here));
    assert.equal(await accountOf(sessions, session), here.accountId);
    await removeMember(asOwner, on(here, 2));
    assert.equal(await accountOf(sessions, session), here.accountId);
    assert.equal(await accountExists(here), true);
  });

  it('SEC_D07 the last membership takes the account, its sessions and its host link with it; the trail stays', async () => {
    const email = 'last@acme.test';
    const staff = await somebody(['staff'], { email });
    const session = await openSession(world.database, sessions, staff.accountId);
    await world.database.write((tx) =>
      run(tx, 'INSERT INTO subjects (host_key_id, workspace_id, subject, member_id) VALUES (?, ?, ?, ?)', [
        KEY,
        world.workspaceId,
        'u-1',
        staff.id,
      ]),
    );
    assert.deepEqual(await removeMember(asOwner, on(staff)), { id: staff.id });
    assert.equal(await accountExists(staff), false);
    assert.equal(await accountOf(sessions, session), null);
    await assert.rejects(readMembers(world.as(subjectCaller(KEY, 'u-1')), QUERY), isRefusal('not_a_member'));
    assert.deepEqual([(await lastEntry())!.action, (await lastEntry())!.target], ['member.remove', staff.id]);
    const again = await somebody(['member'], { email });
    assert.notEqual(again.accountId, staff.accountId);
    assert.equal(await accountOf(sessions, session), null);
    await assert.rejects(removeMember(asOwner, on(staff)), isRefusal('member_not_found'));
  });

  it("leaving ends the own membership, in the version that was seen, and nobody else's", async () => {
    const staff = await somebody();
    const asStaff = world.asAccount(staff.accountId);
    await assert.rejects(
      leaveWorkspace(asStaff, { version: 7, idempotencyKey: randomUUID() }),
      isRefusal('changed_meanwhile'),
    );
    await leaveWorkspace(asStaff, { version: 1, idempotencyKey: randomUUID() });
    assert.deepEqual([(await lastEntry())!.action, (await lastEntry())!.actor], ['member.leave', staff.id]);
    for (const [ctx, code] of [
      // Their account went with their only membership, and their session with it.
      [asStaff, 'not_signed_in'],
      [world.as({ kind: 'anonymous' }), 'not_signed_in'],
      [world.asSystem(), 'not_a_member'],
    ] as const) {
      await assert.rejects(
        leaveWorkspace(ctx, { version: 1, idempotencyKey: randomUUID() }),
        isRefusal(code),
      );
    }
  });

  it('E01 SEC_E02 ids of another workspace are unknown here, alone and in a bulk change', async () => {
    const foreign = await somebody(['staff'], { workspaceId: elsewhere });
    await assert.rejects(deactivateMember(asOwner, on(foreign)), isRefusal('member_not_found'));
    await assert.rejects(
      changeMemberRole(asOwner, { ...on(foreign), roles: ['owner'] }),
      isRefusal('member_not_found'),
    );
    await assert.rejects(removeMember(asOwner, on(foreign)), isRefusal('member_not_found'));
    const { results } = await many(asOwner, { ids: [foreign.id] }, { action: 'member.remove' });
    assert.deepEqual(results, [{ memberId: foreign.id, name: '', refused: 'member_not_found' }]);
  });

  it('a bulk change has one result for each person, and refuses only whom it must', async () => {
    const admin = await somebody(['admin']);
    const [one, two] = [await somebody(), await somebody()];
    const gone = randomUUID() as MemberId;
    const { results, next } = await many(
      world.asAccount(admin.accountId),
      { ids: [one.id, owner.id, gone, admin.id, two.id, one.id] },
      { action: 'member.deactivate' },
    );
    assert.equal(next, null);
    const outcome = Object.fromEntries(
      results.map(({ memberId, refused, member }) => [memberId, refused ?? member?.status]),
    );
    assert.deepEqual(outcome, {
      [one.id]: 'deactivated',
      [two.id]: 'deactivated',
      [owner.id]: 'outranked',
      [admin.id]: 'is_self',
      [gone]: 'member_not_found',
    });
    assert.equal(results.length, 5);
  });

  it('a bulk change by filter goes on where it stopped, though each step changes who matches', async () => {
    const workspaceId = await world.addWorkspace('Many');
    const people = await world.addMembers(
      Array.from({ length: 205 }, (_, index) => ({ email: `m${index}@many.test`, roles: ['staff'] })),
      workspaceId,
    );
    const spared = people[7]!.id;
    const ctx = world.as({ kind: 'system' }, workspaceId);
    const seen: MemberId[] = [];
    let after: string | undefined;
    do {
      const step = await many(
        ctx,
        {
          filter: { roles: ['staff'], statuses: ['active'] },
          except: [spared],
          ...(after === undefined ? {} : { after }),
        },
        { action: 'member.deactivate' },
      );
      seen.push(...step.results.map(({ memberId }) => memberId));
      after = step.next ?? undefined;
    } while (after !== undefined);
    assert.deepEqual(
      seen.toSorted(),
      people
        .map(({ id }) => id)
        .filter((id) => id !== spared)
        .toSorted(),
    );
    const active = await all<{ id: string }>(
      world.database.read,
      "SELECT id FROM members WHERE workspace_id = ? AND status = 'active'",
      [workspaceId],
    );
    assert.deepEqual(
      active.map(({ id }) => id),
      [spared],
    );
  });

  it('a bulk change over an empty choice of states or roles is about nobody', async () => {
    for (const filter of [{ statuses: [] }, { roles: [] }]) {
      assert.deepEqual(await many(asOwner, { filter, except: [] }, { action: 'member.remove' }), {
        results: [],
        next: null,
      });
    }
  });

  it('SEC_A15 a role that no longer exists gives no right, protects nobody and breaks nothing', async () => {
    const ghost = await somebody(['ghost']);
    await assert.rejects(readMembers(world.asAccount(ghost.accountId), QUERY), isRefusal('not_granted'));
    const admin = await somebody(['admin']);
    const asAdmin = world.asAccount(admin.accountId);
    const page = JSON.parse((await readMembers(asAdmin, { ...QUERY, filter: { roles: ['ghost'] } })).page);
    assert.deepEqual(
      [page.rows.map((row: { id: string }) => row.id), page.total],
      [[ghost.id], { count: 1, isExact: true }],
    );
    assert.deepEqual(
      (
        await changeMemberRole(asAdmin, { ...on(ghost), roles: ['staff', 'member', 'staff'] })
      ).roles.toSorted(),
      ['member', 'staff'],
    );
    await assert.rejects(
      changeMemberRole(asAdmin, { ...on(ghost, 2), roles: ['ghost'] }),
      isRefusal('role_unknown'),
    );
  });

  it('SEC_D12 the subject of a host key acts as the membership that it is linked to', async () => {
    const admin = await somebody(['admin']);
    await world.database.write((tx) =>
      run(tx, 'INSERT INTO subjects (host_key_id, workspace_id, subject, member_id) VALUES (?, ?, ?, ?)', [
        KEY,
        world.workspaceId,
        'u-2',
        admin.id,
      ]),
    );
    await readMembers(world.as(subjectCaller(KEY, 'u-2')), QUERY);
    await assert.rejects(
      readMembers(world.as(subjectCaller(KEY, 'u-2'), elsewhere), QUERY),
      isRefusal('not_a_member'),
    );
    await assert.rejects(
      readMembers(world.as(subjectCaller('host-key-2' as HostKeyId, 'u-2')), QUERY),
      isRefusal('not_a_member'),
    );
  });
});
