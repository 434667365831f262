// Saving the form about a person, on a real database: what each part asks for, all of it or nothing, and whose word counts.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import type { AppError } from '../../shared/errors.ts';
import { UpdateMember } from '../../shared/contract/people.ts';
import type { AccountId, MemberId, ResourceId, WorkspaceId } from '../../shared/ids.ts';
import { directory } from '../../shared/presets/directory.ts';
import { packages } from '../../shared/presets/packages.ts';
import { changeProfile } from '../accounts/change-profile.ts';
import { getAccount } from '../accounts/read.ts';
import type { UseCaseContext } from '../context.ts';
import { first, run } from '../db/database.ts';
import { acceptInvitation } from '../invitations/accept.ts';
import { registerResources } from '../resources/register.ts';
import { signInWithPassword } from '../sign-in/password.ts';
import { isRefusal } from '../testing/refusal.ts';
import { describeOnEachStore } from '../testing/stores.ts';
import { givePassword, sessionsOf, visitor } from '../testing/visitors.ts';
import { openSession } from '../testing/sessions.ts';
import type { World } from '../testing/world.ts';
import { accountCaller, createWorld } from '../testing/world.ts';
import { changeMemberEmail } from './change-email.ts';
import { createMember } from './create.ts';
import { readMember } from './details.ts';
import { readMembers } from './read.ts';
import { removeMember } from './remove.ts';
import { updateMember } from './update.ts';

type Change = Partial<Omit<UpdateMember, 'memberId' | 'idempotencyKey'>>;
type Person = { readonly id: MemberId; readonly accountId: AccountId };

const trailOf = async (world: World, id: MemberId): Promise<unknown[]> => {
  const { rows } = await world.database.read.execute({
    sql: 'SELECT action FROM audit WHERE target_id = ? ORDER BY seq',
    args: [id],
  });
  return rows.map((row) => row['action']);
};

describeOnEachStore('the form about a person, in a product of packages', (makeWorld) => {
  let world: World;
  let admin: Person;
  let catalogue: ResourceId;
  before(async () => {
    world = await makeWorld({ policy: packages });
    admin = await world.addMember({ email: 'admin@p.test', name: 'Admin', roles: ['admin'] });
    const { resources } = await registerResources(world.asSystem(), {
      kind: 'package',
      resources: [{ key: 'catalogue', name: 'Catalogue' }],
      idempotencyKey: randomUUID(),
    });
    catalogue = resources[0]!.id;
  });
  after(() => world.close());

  let count = 0;
  const person = (roles = ['user']) =>
    world.addMember({ email: `u${(count += 1)}@p.test`, name: 'Una User', roles });
  const update = (memberId: MemberId, change: Change, by = world.asAccount(admin.accountId)) =>
    updateMember(by, { memberId, version: 1, ...change, idempotencyKey: randomUUID() });

  it('P18 P19 P20 saves name, role, status and packages together', async () => {
    const user = await person();
    const saved = await update(user.id, {
      name: ' Una  Umbrella ',
      roles: ['admin'],
      isActive: false,
      resources: [{ kind: 'package', resourceIds: [catalogue] }],
    });
    assert.deepEqual(
      [saved.name, saved.roles, saved.status, saved.resources],
      ['Una Umbrella', ['admin'], 'deactivated', 1],
    );
    assert.deepEqual(await trailOf(world, user.id), [
      'member.change-profile',
      'member.change-role',
      'member.deactivate',
      'member.assign',
    ]);
    const account = await first<{ name: string }>(
      world.database.read,
      'SELECT name FROM accounts WHERE id = ?',
      [user.accountId],
    );
    assert.equal(account!.name, 'Una Umbrella');
    const { page } = await readMembers(world.asAccount(admin.accountId), {
      filter: { search: 'umbrella' },
      sort: { by: 'name', direction: 'ascending' },
      limit: 10,
    });
    assert.equal((JSON.parse(page) as { rows: { id: string }[] }).rows[0]!.id, user.id);
  });

  it('P20 saves all or nothing: one part that is refused leaves the others as they were', async () => {
    const user = await person();
    const gone = randomUUID() as string as ResourceId;
    await assert.rejects(
      update(user.id, {
        name: 'Never',
        roles: ['admin'],
        isActive: false,
        resources: [{ kind: 'package', resourceIds: [gone] }],
      }),
      isRefusal('resource_not_found'),
    );
    const { member } = await readMember(world.asAccount(admin.accountId), { memberId: user.id });
    assert.deepEqual([member.name, member.roles, member.status], ['Una User', ['user'], 'active']);
    assert.deepEqual(await trailOf(world, user.id), []);
  });

  it('changes nothing and asks for no right where nothing differs, and keeps the version', async () => {
    const saved = await update(admin.id, { name: 'Admin', roles: ['admin'], isActive: true, resources: [] });
    assert.equal(saved.version, 1);
    assert.deepEqual(await trailOf(world, admin.id), []);
  });

  it('P25 P26 P27 P28 D36 D37 switches off without losing anything, blocks signing in, and restores', async () => {
    const user = await person();
    await givePassword(world, user.accountId, 'anvil7');
    await openSession(world.database, world.asSystem().sessions, user.accountId);
    const login = { login: `u${count}@p.test`, password: 'anvil7' };
    const off = await update(user.id, { isActive: false });
    assert.equal(await sessionsOf(world, user.accountId), 0);
    await assert.rejects(signInWithPassword(visitor(world), login), isRefusal('sign_in_failed'));
    const on = await update(user.id, { isActive: true, version: off.version });
    assert.deepEqual([on.name, on.roles, on.status], ['Una User', ['user'], 'active']);
    await signInWithPassword(visitor(world), login);
  });

  it('SEC_A08 refuses what would leave nobody in charge, and one’s own role and status', async () => {
    await assert.rejects(update(admin.id, { roles: ['user'] }), isRefusal('is_self'));
    await assert.rejects(update(admin.id, { isActive: false }), isRefusal('is_self'));
    const other = await person(['admin']);
    const off = await update(other.id, { isActive: false });
    await assert.rejects(
      update(admin.id, { roles: ['user'] }, world.asSystem()),
      isRefusal('last_in_charge'),
    );
    await update(other.id, { roles: ['user'], version: off.version });
    assert.equal((await update(admin.id, { name: 'Adam Admin' })).name, 'Adam Admin');
  });

  it('SEC_D17 asks who puts somebody in charge to confirm that it is them', async () => {
    const user = await person();
    const stale = world.as(
      accountCaller(admin.accountId, world.clock.now, { authenticatedAt: world.clock.now - 3_600_000 }),
    );
    await assert.rejects(update(user.id, { roles: ['admin'] }, stale), isRefusal('fresh_sign_in_required'));
    assert.equal((await update(user.id, { name: 'Una' }, stale)).name, 'Una');
  });

  it('P2 P54 SEC_E02 is refused to users, for people of another workspace and for those who are gone', async () => {
    const user = await person();
    await assert.rejects(
      update(admin.id, { name: 'X' }, world.asAccount(user.accountId)),
      isRefusal('not_granted'),
    );
    const far = await world.addMember({
      email: 'far@q.test',
      roles: ['user'],
      workspaceId: await world.addWorkspace(),
    });
    await assert.rejects(update(far.id, { name: 'X' }), isRefusal('member_not_found'));
    await assert.rejects(
      update(user.id, { name: 'X' }, world.asAccount(far.accountId)),
      isRefusal('not_a_member'),
    );
    await assert.rejects(
      readMember(world.asAccount(user.accountId), { memberId: admin.id }),
      isRefusal('not_granted'),
    );
    await assert.rejects(
      readMember(world.asAccount(admin.accountId), { memberId: far.id }),
      isRefusal('member_not_found'),
    );
  });

  it('SEC_X7 refuses who saw an older state, and shows the current one', async () => {
    const user = await person();
    await update(user.id, { name: 'First' });
    await assert.rejects(update(user.id, { name: 'Second' }), (error: AppError) => {
      assert.equal(error.code, 'changed_meanwhile');
      assert.equal((error.details as { name: string }).name, 'First');
      return true;
    });
  });

  it('P10 P53 refuses a name that is required and was emptied, and a name with control characters', async () => {
    const user = await person();
    await assert.rejects(update(user.id, { name: ' ' }), isRefusal('field_required'));
    await assert.rejects(update(user.id, { name: 'U\u202ena' }), isRefusal('name_invalid'));
    await assert.rejects(update(user.id, { department: 'Sales' }), isRefusal('field_unknown'));
    await assert.rejects(update(user.id, { username: 'una' }), isRefusal('field_unknown'));
  });

  it('P21 P55 never changes an address: the wire has no such field, and the act of its own is no part of the policy', async () => {
    const user = await person();
    const wish = { memberId: user.id, version: 1, idempotencyKey: randomUUID() };
    const isOnWire = (more: object) => UpdateMember.safeParse({ ...wish, ...more }).success;
    assert.deepEqual([isOnWire({ name: 'X' }), isOnWire({ email: 'other@p.test' })], [true, false]);
    await assert.rejects(
      changeMemberEmail(world.asAccount(admin.accountId), {
        memberId: user.id,
        email: 'other@p.test',
        idempotencyKey: randomUUID(),
      }),
      isRefusal('not_in_policy'),
    );
  });
});

describe('the form about a person, in a directory', () => {
  let world: World;
  let boss: Person;
  before(async () => {
    world = await createWorld({ policy: directory });
    boss = await world.addMember({ email: 'boss@d.test', name: 'Bo Boss', roles: ['administrator'] });
  });
  after(() => world.close());

  let count = 0;
  const asBoss = () => world.asAccount(boss.accountId);
  const person = async (more: { username?: string; workspaceId?: WorkspaceId } = {}, by = asBoss()) => {
    count += 1;
    const made = await createMember(by, {
      email: `d${count}@d.test`,
      username: `user${count}`,
      firstName: 'Dora',
      lastName: 'Doe',
      department: 'Sales',
      roles: ['employee'],
      password: 'Anvil-7-rosette',
      confirmation: 'Anvil-7-rosette',
      mustChangePassword: false,
      isActive: true,
      ...more,
      idempotencyKey: randomUUID(),
    });
    assert.ok(made.made === 'account');
    return made.member;
  };
  const update = (memberId: MemberId, change: Change, by: UseCaseContext = asBoss()) =>
    updateMember(by, { memberId, version: 1, ...change, idempotencyKey: randomUUID() });
  const accountIdOf = async (id: MemberId) =>
    (await first<{ id: AccountId }>(
      world.database.read,
      'SELECT account_id AS id FROM members WHERE id = ?',
      [id],
    ))!.id;
  const sourced = (id: MemberId, workspaceId: WorkspaceId, switches: string) =>
    world.database.write(async (tx) => {
      await run(tx, "UPDATE members SET source = 'provider' WHERE id = ?", [id]);
      await run(tx, `UPDATE workspaces SET ${switches} WHERE id = ?`, [workspaceId]);
    });

  it('D8 D15 D23 D24 D29 changes first and last name and department, and the name follows', async () => {
    const { id, version } = await person();
    const saved = await update(id, { lastName: 'Nowak', department: 'Legal', version });
    assert.equal(saved.name, 'Dora Nowak');
    const { profile, sources } = await readMember(asBoss(), { memberId: id });
    assert.deepEqual(profile, { firstName: 'Dora', lastName: 'Nowak', department: 'Legal' });
    assert.deepEqual(sources, { person: 'local', roles: 'local' });
    const cleared = await update(id, { firstName: '', lastName: '', department: '', version: saved.version });
    assert.equal(cleared.name, '');
  });

  it('D8 D27 gives and takes several roles, at least one stays', async () => {
    const { id, version } = await person();
    const saved = await update(id, { roles: ['approver', 'analyst'], version });
    assert.deepEqual(saved.roles.toSorted(), ['analyst', 'approver']);
    await assert.rejects(update(id, { roles: [], version: saved.version }), isRefusal('role_required'));
  });

  it('D22 locks a username that was chosen, and sets one where there is none', async () => {
    const { id, version, username } = await person();
    await assert.rejects(update(id, { username: 'another', version }), isRefusal('username_locked'));
    await assert.rejects(update(id, { username: '', version }), isRefusal('username_locked'));
    assert.equal((await update(id, { username: username!, version })).version, version);
    const bare = await world.addMember({ email: 'bare@d.test', roles: ['employee'] });
    await assert.rejects(update(bare.id, { username: username!.toUpperCase() }), isRefusal('username_taken'));
    assert.equal((await update(bare.id, { username: 'bare.one' })).username, 'bare.one');
    await givePassword(world, bare.accountId, 'Anvil-7-rosette');
    await signInWithPassword(visitor(world), { login: 'BARE.one', password: 'Anvil-7-rosette' });
  });

  it('D14 shows the username that a person chose themselves', async () => {
    const own = await world.addMember({ email: 'own@d.test', name: 'Olga Own', roles: ['employee'] });
    const as = world.asAccount(own.accountId);
    const { version } = await getAccount(as);
    await changeProfile(as, { username: 'Olga', version, idempotencyKey: randomUUID() });
    const { member } = await readMember(asBoss(), { memberId: own.id });
    assert.equal(member.username, 'Olga');
  });

  it('D14 SEC_E04 brings the username along where somebody of another workspace joins', async () => {
    const other = await world.addWorkspace('Joined');
    const head = await world.addMember({
      email: 'head@d.test',
      roles: ['administrator'],
      workspaceId: other,
    });
    const { id, email, username } = await person();
    const invited = await createMember(world.asAccount(head.accountId, other), {
      email,
      username: 'typed.there',
      roles: ['employee'],
      password: 'Anvil-7-rosette',
      confirmation: 'Anvil-7-rosette',
      mustChangePassword: true,
      isActive: true,
      idempotencyKey: randomUUID(),
    });
    assert.ok(invited.made === 'invitation');
    const { link } = invited.invitation;
    const own = world.asAccount(await accountIdOf(id), other);
    const { memberId } = await acceptInvitation(own, { token: link!.slice(link!.lastIndexOf('/') + 1) });
    const { member } = await readMember(world.asAccount(head.accountId, other), { memberId });
    assert.equal(member.username, username);
  });

  it('D9 P39 has no way to remove anybody: switching off is what there is', async () => {
    const { id, version } = await person();
    await assert.rejects(
      removeMember(asBoss(), { memberId: id, version, idempotencyKey: randomUUID() }),
      isRefusal('not_in_policy'),
    );
    assert.equal((await update(id, { isActive: false, version })).status, 'deactivated');
  });

  it('D26 D35 saves the flag with the rest, and off blocks signing in', async () => {
    const { id, version, email } = await person();
    const saved = await update(id, { isActive: false, department: 'Gone', version });
    assert.equal(saved.status, 'deactivated');
    await assert.rejects(
      signInWithPassword(visitor(world), { login: email, password: 'Anvil-7-rosette' }),
      isRefusal('sign_in_failed'),
    );
  });

  it('D4 D28 D30 D31 leaves to the provider what is the provider’s, and the flag to the administrator', async () => {
    const one = await world.addWorkspace('One');
    const two = await world.addWorkspace('Two');
    for (const workspaceId of [one, two])
      await world.addMember({ email: 'boss@d.test', roles: ['administrator'], workspaceId });
    const asBossOf = (workspaceId: WorkspaceId) => world.asAccount(boss.accountId, workspaceId);
    const identity = await person({}, asBossOf(one));
    await sourced(identity.id, one, 'external_authentication = 1');
    const { sources } = await readMember(asBossOf(one), { memberId: identity.id });
    assert.deepEqual(sources, { person: 'provider', roles: 'local' });
    for (const change of [{ firstName: 'X' }, { department: 'X' }])
      await assert.rejects(
        update(identity.id, { ...change, version: identity.version }, asBossOf(one)),
        isRefusal('people_from_provider'),
      );
    const roled = await update(identity.id, { roles: ['analyst'], version: identity.version }, asBossOf(one));
    assert.equal(
      (await update(identity.id, { isActive: false, version: roled.version }, asBossOf(one))).status,
      'deactivated',
    );
    const rights = await person({}, asBossOf(two));
    await sourced(rights.id, two, 'external_authorization = 1');
    assert.equal((await readMember(asBossOf(two), { memberId: rights.id })).sources.roles, 'provider');
    await assert.rejects(
      update(rights.id, { roles: ['analyst'], version: rights.version }, asBossOf(two)),
      isRefusal('roles_from_provider'),
    );
    assert.equal(
      (await update(rights.id, { isActive: false, version: rights.version }, asBossOf(two))).status,
      'deactivated',
    );
  });

  it('SEC_E04 renames somebody whom workspaces share in this one only, and gives no shared account a username', async () => {
    const other = await world.addWorkspace('Shared');
    const here = await world.addMember({ email: 'shared@d.test', name: 'Sam Shared', roles: ['employee'] });
    const there = await world.addMember({
      email: 'shared@d.test',
      name: 'Sam Shared',
      roles: ['employee'],
      workspaceId: other,
    });
    assert.equal((await update(here.id, { firstName: 'Samuel' })).name, 'Samuel Shared');
    const rows = await world.database.read.execute({
      sql: 'SELECT name FROM accounts WHERE id = ?1 UNION ALL SELECT name FROM members WHERE id = ?2',
      args: [here.accountId, there.id],
    });
    assert.deepEqual(
      rows.rows.map((row) => row['name']),
      ['Sam Shared', 'Sam Shared'],
    );
    await assert.rejects(
      update(here.id, { username: 'sam.shared', version: 3 }),
      isRefusal('account_is_shared'),
    );
  });

  it('SEC_L02 the trail names the fields, and keeps the values apart where they can be erased', async () => {
    const { id, version } = await person();
    await update(id, { department: 'Legal', version });
    const row = await first<{ after: string; personal: string }>(
      world.database.read,
      "SELECT a.after, p.data AS personal FROM audit a JOIN audit_personal p ON p.seq = a.seq WHERE a.target_id = ? AND a.action = 'member.change-profile'",
      [id],
    );
    assert.deepEqual(JSON.parse(row!.after), { fields: ['department'] });
    const { department, previousDepartment } = JSON.parse(row!.personal) as Record<string, string>;
    assert.deepEqual([department, previousDepartment], ['Legal', 'Sales']);
  });
});
