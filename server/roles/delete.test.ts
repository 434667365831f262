// Deleting a role on a real database: what becomes of everybody and everything that has it, and that somebody stays in charge.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { replayMembers } from '../../shared/audit/replay.ts';
import type { ReplayedEntry } from '../../shared/audit/replay.ts';
import type { CreateRole, DeleteRole } from '../../shared/contract/roles.ts';
import type { MemberId, WorkspaceId } from '../../shared/ids.ts';
import { directory } from '../../shared/presets/directory.ts';
import { workspaces } from '../../shared/presets/workspaces.ts';
import { verifyAudit } from '../audit/verify.ts';
import type { UseCaseContext } from '../context.ts';
import { all } from '../db/database.ts';
import { acceptInvitation } from '../invitations/accept.ts';
import { createInvitations } from '../invitations/create.ts';
import { changeMemberRole } from '../members/change-role.ts';
import { removeMember } from '../members/remove.ts';
import { memberById } from '../members/store.ts';
import { deactivateMember } from '../members/switch.ts';
import { providersOf } from '../providers/store.ts';
import { createProvider } from '../providers/set-up.ts';
import { codeOf, isRefusal } from '../testing/refusal.ts';
import { describeOnEachStore } from '../testing/stores.ts';
import type { World } from '../testing/world.ts';
import { createWorld } from '../testing/world.ts';
import { getViewer } from '../workspaces/read.ts';
import { changeRole } from './change.ts';
import { createRole } from './create.ts';
import { deleteRole } from './delete.ts';
import { listRoles } from './list.ts';

const create = (ctx: UseCaseContext, role: Partial<CreateRole> & { name: string }) =>
  createRole(ctx, { description: '', capabilities: ['content.view'], idempotencyKey: randomUUID(), ...role });
const remove = (ctx: UseCaseContext, key: string, rest: Partial<DeleteRole> = {}) =>
  deleteRole(ctx, { key, version: 1, idempotencyKey: randomUUID(), ...rest });
const invite = (ctx: UseCaseContext, email: string, roles: string[]) =>
  createInvitations(ctx, { addresses: email, name: 'Somebody', roles, idempotencyKey: randomUUID() });

describe('deleting a role', () => {
  let world: World;
  let ctx: UseCaseContext;
  const rolesOf = async (id: MemberId, workspaceId = world.workspaceId) =>
    (await memberById(world.database.read, workspaceId, id))?.roles.toSorted();
  const person = (email: string, roles: string[]) => world.addMember({ email, roles });
  before(async () => {
    world = await createWorld({ policy: workspaces });
    const admin = await person('admin@acme.test', ['admin']);
    ctx = world.asAccount(admin.accountId);
  });
  after(() => world.close());

  it('D6 without a replacement people go on without the role, and see an empty product', async () => {
    const { key } = await create(ctx, { name: 'Passing' });
    const only = await person('only@acme.test', [key]);
    const off = await world.addMember({ email: 'off@acme.test', roles: [key], status: 'deactivated' });
    const both = await person('both@acme.test', ['analyst', key]);
    await assert.rejects(remove(ctx, key), isRefusal('role_in_use'));
    const { roles } = await listRoles(ctx);
    assert.deepEqual(roles.at(-1)!.holders, { active: 2, deactivated: 1, invited: 0 });
    assert.deepEqual(await remove(ctx, key, { replacement: null }), {
      key,
      members: 3,
      invitations: 0,
      withdrawn: 0,
    });
    assert.deepEqual(
      [await rolesOf(only.id), await rolesOf(off.id), await rolesOf(both.id)],
      [[], [], ['analyst']],
    );
    const viewer = await getViewer(world.asAccount(only.accountId));
    assert.deepEqual([viewer.actor.roles, viewer.actor.status], [[], 'active']);
    assert.ok(!viewer.policy.roles.some((role) => role.key === key));
    await assert.rejects(listRoles(world.asAccount(only.accountId)), isRefusal('not_granted'));
  });

  it('everybody who has it gets the replacement once, in lists, counts and search order too', async () => {
    const { key } = await create(ctx, { name: 'Old desk' });
    const { key: next } = await create(ctx, { name: 'New desk' });
    const people = await world.addMembers(
      Array.from({ length: 450 }, (_, n) => ({
        email: `desk${n}@acme.test`,
        roles: n % 2 === 0 ? [key] : [key, next],
      })),
    );
    const { members } = await remove(ctx, key, { replacement: next });
    assert.equal(members, 450);
    assert.deepEqual(await rolesOf(people[0]!.id), [next]);
    assert.deepEqual(await rolesOf(people[1]!.id), [next]);
    const { roles } = await listRoles(ctx);
    assert.deepEqual(roles.find((role) => role.key === next)!.holders, {
      active: 450,
      deactivated: 0,
      invited: 0,
    });
    const ranks = await all<{ rank: number; version: number }>(
      world.database.read,
      "SELECT DISTINCT top_rank AS rank, version FROM members WHERE email LIKE 'desk%'",
    );
    assert.deepEqual(
      ranks.map((row) => ({ ...row })),
      [{ rank: 0, version: 2 }],
    );
  });

  it('pending invitations give the replacement; without one, those to nothing else are taken back', async () => {
    const { key } = await create(ctx, { name: 'Guest desk' });
    const first = await invite(ctx, 'first@new.test', [key]);
    await invite(ctx, 'second@new.test', [key, 'viewer']);
    await assert.rejects(remove(ctx, key), isRefusal('role_in_use'));
    const { key: next } = await create(ctx, { name: 'Front desk' });
    assert.deepEqual(await remove(ctx, key, { replacement: next }), {
      key,
      members: 0,
      invitations: 2,
      withdrawn: 0,
    });
    const token = first.results[0]!.link!.split('/').at(-1)!;
    const { memberId } = await acceptInvitation(world.as({ kind: 'anonymous' }, null), { token });
    assert.deepEqual(await rolesOf(memberId), [next]);
    const third = await invite(ctx, 'third@new.test', [next]);
    assert.deepEqual(await remove(ctx, next, { replacement: null }), {
      key: next,
      members: 1,
      invitations: 2,
      withdrawn: 1,
    });
    await assert.rejects(
      acceptInvitation(world.as({ kind: 'anonymous' }, null), {
        token: third.results[0]!.link!.split('/').at(-1)!,
      }),
      isRefusal('invitation_revoked'),
    );
    const left = await all<{ role: string }>(
      world.database.read,
      "SELECT role FROM invitation_roles r JOIN invitations i ON i.seq = r.invitation_seq WHERE i.state = 'pending'",
    );
    assert.deepEqual(
      left.map(({ role }) => role),
      ['viewer'],
    );
  });

  it('SEC_S11 what identity providers give follows, and nothing above their cap comes in its place', async () => {
    const { key } = await create(ctx, { name: 'From outside' });
    const issuer = 'https://idp.test';
    const config = { kind: 'oidc' as const, issuer, clientId: 'x', scopes: ['openid'], groupsClaim: '' };
    const named = { isJustInTime: true, roles: [key], groups: { all: key, looking: 'viewer' }, most: null };
    const provider = (highestRole: string) =>
      createProvider(ctx, {
        name: `IdP ${highestRole}`,
        config,
        admission: { ...named, highestRole },
        isEnabled: false,
        idempotencyKey: randomUUID(),
      });
    await provider('analyst');
    await assert.rejects(remove(ctx, key), isRefusal('role_in_use'));
    await remove(ctx, key, { replacement: 'editor' });
    const [stored] = await providersOf(world.database.read, world.workspaceId);
    assert.deepEqual([stored!.admission.roles, stored!.admission.groups], [[], { looking: 'viewer' }]);
    const { key: low } = await create(ctx, { name: 'Low' });
    const { key: high } = await create(ctx, {
      name: 'High',
      capabilities: ['content.view', 'members.manage'],
    });
    await createProvider(ctx, {
      name: 'Lowest',
      config,
      admission: { isJustInTime: true, roles: [low], groups: {}, highestRole: 'analyst', most: null },
      isEnabled: false,
      idempotencyKey: randomUUID(),
    });
    await remove(ctx, low, { replacement: high });
    const lowest = (await providersOf(world.database.read, world.workspaceId)).find(
      ({ name }) => name === 'Lowest',
    )!;
    assert.deepEqual([lowest.admission.roles, lowest.admission.highestRole], [[], 'analyst']);
    const { key: capped } = await create(ctx, { name: 'Cap' });
    await createProvider(ctx, {
      name: 'Capped',
      config,
      admission: { isJustInTime: true, roles: [capped], groups: {}, highestRole: capped, most: null },
      isEnabled: false,
      idempotencyKey: randomUUID(),
    });
    await remove(ctx, capped, { replacement: 'viewer' });
    const stores = await providersOf(world.database.read, world.workspaceId);
    const { admission } = stores.find(({ name }) => name === 'Capped')!;
    assert.deepEqual([admission.roles, admission.highestRole], [['viewer'], 'viewer']);
  });

  it('decision 2: nobody takes a role from somebody above them, nor gives one that is not theirs to give', async () => {
    const rights = ['roles.manage', 'members.manage', 'members.view', 'content.view', 'permissions.view'];
    const { key: keeping } = await create(ctx, { name: 'Keeper', capabilities: rights });
    const keeper = await person('keeper@acme.test', [keeping]);
    const { key } = await create(ctx, { name: 'Shared' });
    await person('boss@acme.test', ['admin', key]);
    const asKeeper = world.asAccount(keeper.accountId);
    const edit = (by: UseCaseContext, capabilities: string[], name = 'Shared') =>
      changeRole(by, { key, version: 1, name, description: '', capabilities, idempotencyKey: randomUUID() });
    await assert.rejects(edit(asKeeper, []), isRefusal('outranked'), 'emptied, it would be taken away');
    await assert.rejects(edit(asKeeper, ['content.view', 'members.manage']), isRefusal('outranked'));
    await assert.rejects(remove(asKeeper, key, { replacement: null }), isRefusal('outranked'));
    await assert.rejects(
      remove(asKeeper, key, { replacement: 'analyst' }),
      isRefusal('role_not_yours_to_give'),
    );
    await assert.rejects(remove(asKeeper, keeping, { replacement: null }), isRefusal('is_self'));
    await assert.rejects(remove(ctx, key, { replacement: key }), isRefusal('role_unknown'));
    await assert.rejects(
      remove(ctx, key, { replacement: 'super-admin' }),
      isRefusal('role_not_yours_to_give'),
    );
    // Who makes roles and manages nobody deletes one that nobody has.
    const making = ['roles.manage', 'permissions.view', 'content.view'];
    const maker = await person('maker@acme.test', [
      (await create(ctx, { name: 'Maker', capabilities: making })).key,
    ]);
    await assert.rejects(
      remove(world.asAccount(maker.accountId), key, { replacement: null }),
      isRefusal('outranked'),
    );
    const { key: free } = await create(ctx, { name: 'Free' });
    assert.equal((await remove(world.asAccount(maker.accountId), free)).members, 0);
    assert.equal((await remove(ctx, key, { replacement: null })).members, 1);
  });

  it('SEC_R20 the trail says of each person what they have now, and stays whole', async () => {
    const rows = await all<Record<'action' | 'kind' | 'id' | 'after' | 'workspaceId', string>>(
      world.database.read,
      'SELECT action, target_kind AS kind, target_id AS id, after, workspace_id AS workspaceId FROM audit ORDER BY seq',
    );
    const replayed = replayMembers(
      rows.map(
        ({ action, kind, id, after: json, workspaceId }) =>
          ({
            action,
            target: { kind, id, name: null },
            after: json && JSON.parse(json),
            workspaceId,
          }) as ReplayedEntry,
      ),
    );
    assert.ok(replayed.size > 450);
    for (const [id, { roles }] of replayed)
      assert.deepEqual([...roles].sort(), await rolesOf(id), `of ${id}`);
    assert.ok((await verifyAudit(world.database.read)).isWhole);
  });
});

describeOnEachStore('who is in charge by a role of the workspace’s own', (makeWorld, store) => {
  let world: World;
  before(async () => (world = await makeWorld({ policy: directory })));
  after(() => world.close());

  const RIGHTS = ['members.view', 'members.manage'];
  const keeper = (at: UseCaseContext) => create(at, { name: 'Keeper', capabilities: RIGHTS });
  const narrow = (at: UseCaseContext, key: string) =>
    changeRole(at, {
      key,
      version: 1,
      name: 'Keeper',
      description: '',
      capabilities: ['members.view'],
      idempotencyKey: randomUUID(),
    });
  /** A workspace in which `count` people hold a custom role that is in charge, and nobody else is. */
  const withKeepers = async (count: number) => {
    const workspaceId = await world.addWorkspace('Keepers');
    const at = world.as({ kind: 'system' }, workspaceId);
    const { key } = await keeper(at);
    const people = await world.addMembers(
      Array.from({ length: count }, (_, n) => ({ email: `k${n}.${workspaceId}@acme.test`, roles: [key] })),
      workspaceId,
    );
    return { workspaceId, at, key, people };
  };
  const inCharge = async (workspaceId: WorkspaceId) => {
    const at = world.as({ kind: 'system' }, workspaceId);
    return (await getViewer(at)).inCharge;
  };

  it('SEC_A08 D11 the last one in charge by a custom role is kept by editing, deleting, demoting, switching off and removing', async () => {
    const { at, key, people, workspaceId } = await withKeepers(1);
    const [only] = people;
    const last = isRefusal('last_in_charge');
    await assert.rejects(narrow(at, key), last);
    await assert.rejects(remove(at, key, { replacement: null }), last);
    await assert.rejects(remove(at, key, { replacement: 'employee' }), last);
    const wish = () => ({ memberId: only!.id, version: 1, idempotencyKey: randomUUID() });
    await assert.rejects(changeMemberRole(at, { ...wish(), roles: ['employee'] }), last);
    await assert.rejects(deactivateMember(at, wish()), last);
    assert.equal(await inCharge(workspaceId), 1);
    // The same goes through as soon as somebody else is in charge.
    await world.addMember({
      email: `other.${workspaceId}@acme.test`,
      roles: ['user-administrator'],
      workspaceId,
    });
    await narrow(at, key);
    assert.equal(await inCharge(workspaceId), 1);
  });

  it('SEC_A08 a replacement that is in charge too lets the role go', async () => {
    const { at, key, workspaceId } = await withKeepers(1);
    await remove(at, key, { replacement: 'administrator' });
    assert.equal(await inCharge(workspaceId), 1);
  });

  it('SEC_A07 SEC_X1 the role is narrowed or deleted while every other one in charge goes: somebody stays, every time', async () => {
    for (let round = 0; round < (store === 'file' ? 12 : 3); round += 1) {
      const { at, key, people, workspaceId } = await withKeepers(1);
      const other = await world.addMember({
        email: `o.${workspaceId}@acme.test`,
        roles: ['administrator'],
        workspaceId,
      });
      const wish = { memberId: other.id, version: 1, idempotencyKey: randomUUID() };
      const takeRole = [() => narrow(at, key), () => remove(at, key, { replacement: null })][round % 2]!;
      const takePerson = [
        () => changeMemberRole(at, { ...wish, roles: ['employee'] }),
        () => deactivateMember(at, wish),
      ][(round >> 1) % 2]!;
      const both = round % 3 === 0 ? [takePerson(), takeRole()] : [takeRole(), takePerson()];
      const codes = (await Promise.allSettled<unknown>(both)).map(codeOf);
      assert.deepEqual(new Set(codes), new Set(['last_in_charge', null]));
      assert.equal(await inCharge(workspaceId), 1, `of ${people.length + 1}`);
    }
  });
});

describe('the home workspace', () => {
  it('decision 3: one of those who count everywhere stays there, whoever else is in charge', async () => {
    const world = await createWorld({ policy: workspaces });
    await world.database.write((sql) => sql.execute('UPDATE workspaces SET home = 1'));
    const root = await world.addMember({ email: 'root@acme.test', roles: ['super-admin'] });
    await world.addMember({ email: 'admin@acme.test', roles: ['admin'] });
    const system = world.asSystem();
    const last = isRefusal('last_in_charge');
    const wish = () => ({ memberId: root.id, version: 1, idempotencyKey: randomUUID() });
    assert.equal((await getViewer(system)).inCharge, 1);
    await assert.rejects(changeMemberRole(system, { ...wish(), roles: ['admin'] }), last);
    await assert.rejects(deactivateMember(system, wish()), last);
    await assert.rejects(removeMember(system, wish()), last);
    // In the statement too, for whoever read before somebody else wrote.
    const second = await world.addMember({ email: 'second@acme.test', roles: ['super-admin'] });
    const demote = (memberId: MemberId) =>
      changeMemberRole(system, { memberId, version: 1, roles: ['admin'], idempotencyKey: randomUUID() });
    const codes = (await Promise.allSettled([demote(root.id), demote(second.id)])).map(codeOf);
    assert.deepEqual(new Set(codes), new Set(['last_in_charge', null]));
    // Elsewhere an administrator is enough.
    const there = await world.addWorkspace('There');
    const one = await world.addMember({ email: 'one@acme.test', roles: ['admin'], workspaceId: there });
    await world.addMember({ email: 'two@acme.test', roles: ['admin'], workspaceId: there });
    await deactivateMember(world.as({ kind: 'system' }, there), {
      memberId: one.id,
      version: 1,
      idempotencyKey: randomUUID(),
    });
    await world.close();
  });
});
