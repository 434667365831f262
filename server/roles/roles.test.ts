// Roles that a workspace makes for itself, on a real database: made, changed, refused, recorded.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import type { ChangeRole, CreateRole } from '../../shared/contract/roles.ts';
import { MAX_CUSTOM_ROLES } from '../../shared/roles/role-list.ts';
import { directory } from '../../shared/presets/directory.ts';
import { tables } from '../../shared/presets/tables.ts';
import { workspaces } from '../../shared/presets/workspaces.ts';
import { listAudit } from '../audit/list.ts';
import type { UseCaseContext } from '../context.ts';
import { changeMemberRole } from '../members/change-role.ts';
import { memberById } from '../members/store.ts';
import { isRefusal } from '../testing/refusal.ts';
import type { World } from '../testing/world.ts';
import { accountCaller, createWorld } from '../testing/world.ts';
import { getViewer } from '../workspaces/read.ts';
import { changeRole } from './change.ts';
import { createRole } from './create.ts';
import { deleteRole } from './delete.ts';
import { listRoles } from './list.ts';

type Person = Awaited<ReturnType<World['addMember']>>;

const create = (ctx: UseCaseContext, role: Partial<CreateRole> & { name: string }) =>
  createRole(ctx, { description: '', capabilities: [], idempotencyKey: randomUUID(), ...role });
const change = (ctx: UseCaseContext, role: Omit<ChangeRole, 'idempotencyKey' | 'description'>) =>
  changeRole(ctx, { description: '', idempotencyKey: randomUUID(), ...role });

describe('roles of a workspace’s own', () => {
  let world: World;
  let admin: Person;
  let number = 0;
  const person = (roles: readonly string[]) =>
    world.addMember({ email: `p${(number += 1)}@acme.test`, name: `Person ${number}`, roles });
  const give = async (who: Person, roles: string[], ctx = world.asAccount(admin.accountId)) => {
    const { version } = (await memberById(world.database.read, world.workspaceId, who.id))!;
    return changeMemberRole(ctx, { memberId: who.id, version, roles, idempotencyKey: randomUUID() });
  };
  before(async () => {
    world = await createWorld({ policy: workspaces });
    admin = await person(['admin']);
    await person(['admin']);
  });
  after(() => world.close());

  it('SEC_A05 W48 nobody puts into a role what they do not hold, and nobody edits the role they have', async () => {
    const ctx = world.asAccount(admin.accountId);
    const rights = ['roles.manage', 'permissions.view', 'members.view', 'members.manage', 'content.view'];
    const { key } = await create(ctx, { name: 'Role keeper', capabilities: rights });
    const keeper = await person([key]);
    const asKeeper = world.asAccount(keeper.accountId);
    const wider = [...rights, 'audit.view'];
    await assert.rejects(
      create(asKeeper, { name: 'Wide', capabilities: wider }),
      isRefusal('capability_not_held'),
    );
    await assert.rejects(
      create(asKeeper, { name: 'Copy', copyOf: 'admin', capabilities: undefined }),
      isRefusal('capability_not_held'),
    );
    const { key: made } = await create(asKeeper, { name: 'Narrow', capabilities: ['content.view'] });
    await assert.rejects(
      change(asKeeper, { key: made, version: 1, name: 'Narrow', capabilities: ['audit.view'] }),
      isRefusal('capability_not_held'),
    );
    await assert.rejects(
      change(asKeeper, { key, version: 1, name: 'Role keeper', capabilities: rights }),
      isRefusal('is_self'),
    );
    // A role above the keeper's own rights is not theirs to narrow either.
    const { key: above } = await create(ctx, { name: 'Above', capabilities: ['audit.view'] });
    for (const act of [
      () => change(asKeeper, { key: above, version: 1, name: 'Above', capabilities: [] }),
      () => deleteRole(asKeeper, { key: above, version: 1, idempotencyKey: randomUUID() }),
    ])
      await assert.rejects(act(), isRefusal('outranked'));
    for (const capabilities of [
      ['invitations.link'],
      ['workspace.list-all'],
      ['constructor'],
      ['Content.view'],
    ])
      await assert.rejects(create(ctx, { name: 'Odd', capabilities }), isRefusal('capability_unknown'));
  });

  it('SEC_E02 SEC_A15 a role of another workspace does not exist here: not to give, change, delete, copy or see', async () => {
    const elsewhere = await world.addWorkspace('Elsewhere');
    const there = world.as({ kind: 'system' }, elsewhere);
    const { key } = await create(there, { name: 'Secret of elsewhere', capabilities: ['audit.view'] });
    const ctx = world.asAccount(admin.accountId);
    const who = await person(['viewer']);
    const unknown = isRefusal('role_unknown');
    await assert.rejects(give(who, [key]), unknown);
    await assert.rejects(change(ctx, { key, version: 1, name: 'Mine', capabilities: [] }), unknown);
    await assert.rejects(
      deleteRole(ctx, { key, version: 1, replacement: null, idempotencyKey: randomUUID() }),
      unknown,
    );
    await assert.rejects(create(ctx, { name: 'Copy', copyOf: key, capabilities: undefined }), unknown);
    const { key: own } = await create(ctx, { name: 'To go', capabilities: [] });
    await assert.rejects(
      deleteRole(ctx, { key: own, version: 1, replacement: key, idempotencyKey: randomUUID() }),
      unknown,
    );
    assert.doesNotMatch(JSON.stringify([await listRoles(ctx), (await getViewer(ctx)).policy]), /elsewhere/i);
    assert.ok((await listRoles(there)).roles.some((role) => role.key === key));
  });

  it('the roles of the policy stay as they are, and a copy of one can be changed', async () => {
    const ctx = world.asAccount(admin.accountId);
    const builtIn = isRefusal('role_built_in');
    await assert.rejects(change(ctx, { key: 'viewer', version: 0, name: 'V', capabilities: [] }), builtIn);
    await assert.rejects(
      deleteRole(ctx, { key: 'viewer', version: 0, idempotencyKey: randomUUID() }),
      builtIn,
    );
    const copy = await create(ctx, { name: 'Analyst abroad', copyOf: 'analyst', capabilities: undefined });
    assert.deepEqual(copy.capabilities, ['content.view', 'report.view', 'report.export']);
  });

  it('names are cleaned, kept apart and bounded; a sentence may be left out', async () => {
    const ctx = world.asAccount(admin.accountId);
    const { key, name } = await create(ctx, { name: '  Night   shift ' });
    assert.equal(name, 'Night shift');
    for (const taken of ['night SHIFT', 'Viewer', 'vîewer'])
      await assert.rejects(create(ctx, { name: taken }), isRefusal('role_name_taken'));
    for (const bad of ['', ' ', 'x'.repeat(51), 'a\nb', 'a\u202eb'])
      await assert.rejects(create(ctx, { name: bad }), isRefusal('role_name_invalid'));
    await assert.rejects(
      create(ctx, { name: 'Long', description: 'x'.repeat(201) }),
      isRefusal('input_invalid'),
    );
    const renamed = await change(ctx, { key, version: 1, name: 'Night Shift', capabilities: [] });
    assert.deepEqual([renamed.key, renamed.version], [key, 2]);
    assert.match((await create(ctx, { name: '夜勤' })).key, /^custom-\d+$/);
    assert.match((await create(ctx, { name: '__proto__' })).key, /^custom-proto-\d+$/);
  });

  it('a stale version is a conflict that carries the fresh role; a retried wish has one effect', async () => {
    const ctx = world.asAccount(admin.accountId);
    const wish = {
      name: 'Once',
      description: '',
      capabilities: ['content.view'],
      idempotencyKey: randomUUID(),
    };
    const made = await createRole(ctx, wish);
    assert.deepEqual(await createRole(ctx, wish), made);
    await change(ctx, { key: made.key, version: 1, name: 'Twice', capabilities: [] });
    await assert.rejects(
      change(ctx, { key: made.key, version: 1, name: 'Late', capabilities: [] }),
      (error: { details?: { name: string; version: number } }) =>
        isRefusal('changed_meanwhile')(error) &&
        error.details?.name === 'Twice' &&
        error.details.version === 2,
    );
  });

  it('W15 W51 the trail has every role before and after, with what it may do', async () => {
    const ctx = world.asAccount(admin.accountId);
    const { key } = await create(ctx, { name: 'Traced', capabilities: ['content.view'] });
    await change(ctx, { key, version: 1, name: 'Traced', capabilities: ['content.view', 'report.view'] });
    await deleteRole(ctx, { key, version: 2, note: 'Not needed any more', idempotencyKey: randomUUID() });
    const { rows } = await listAudit(ctx, { limit: 3 });
    const [gone, changed, made] = rows;
    assert.deepEqual(
      rows.map(({ action, target }) => [action, target.id, target.name]),
      [
        ['role.delete', key, 'Traced'],
        ['role.change', key, 'Traced'],
        ['role.create', key, 'Traced'],
      ],
    );
    const trace = (capabilities: string[]) => ({ name: 'Traced', description: '', capabilities });
    assert.deepEqual([made!.before, made!.after], [null, trace(['content.view'])]);
    assert.deepEqual(
      [changed!.before, changed!.after],
      [trace(['content.view']), trace(['content.view', 'report.view'])],
    );
    assert.deepEqual(gone!.before, trace(['content.view', 'report.view']));
    const notes = await world.database.read.execute({
      sql: "SELECT p.data ->> '$.note' AS note FROM audit a JOIN audit_personal p ON p.seq = a.seq WHERE a.target_id = ? ORDER BY a.seq",
      args: [key],
    });
    assert.deepEqual(
      notes.rows.map(({ note }) => note),
      [null, null, 'Not needed any more'],
    );
    assert.deepEqual(gone!.after, { replacement: null, members: 0, invitations: 0, withdrawn: 0 });
  });

  it('there are at most 100, and a key never comes back', async () => {
    const workspaceId = await world.addWorkspace('Full');
    const ctx = world.as({ kind: 'system' }, workspaceId);
    const keys = [];
    for (let n = 0; n < MAX_CUSTOM_ROLES; n += 1) keys.push((await create(ctx, { name: `Role ${n}` })).key);
    await assert.rejects(create(ctx, { name: 'One more' }), isRefusal('too_many_roles'));
    await deleteRole(ctx, { key: keys[5]!, version: 1, idempotencyKey: randomUUID() });
    const again = await create(ctx, { name: 'Role 5' });
    assert.ok(!keys.includes(again.key));
    assert.equal(new Set(keys).size, MAX_CUSTOM_ROLES);
  });

  it('SEC_L09 an old proof of who one is does not put a role in charge; who was not before is told', async () => {
    const people = await createWorld({ policy: directory, hasMail: true });
    const head = await people.addMember({ email: 'head@acme.test', roles: ['administrator'] });
    const ctx = people.as(
      accountCaller(head.accountId, people.clock.now, { authenticatedAt: people.clock.now - 3_600_000 * 24 }),
    );
    const rights = ['members.view', 'members.manage'];
    await assert.rejects(
      create(ctx, { name: 'Keeper', capabilities: rights }),
      isRefusal('fresh_sign_in_required'),
    );
    const { key } = await create(ctx, { name: 'Keeper', capabilities: ['members.view'] });
    const holder = await people.addMember({ email: 'holder@acme.test', roles: [key] });
    await people.addMember({ email: 'both@acme.test', roles: ['administrator', key] });
    const wider = { key, version: 1, name: 'Keeper', capabilities: rights };
    await assert.rejects(change(ctx, wider), isRefusal('fresh_sign_in_required'));
    await change(people.asAccount(head.accountId), wider);
    const told = await people.database.read.execute(
      "SELECT account_id AS id FROM outbox WHERE kind = 'in-charge'",
    );
    assert.deepEqual(
      told.rows.map(({ id }) => id),
      [holder.accountId],
    );
    await people.close();
  });

  it('a policy without custom roles refuses them to everybody', async () => {
    const plain = await createWorld({
      policy: {
        ...tables,
        capabilities: tables.capabilities.map((each) =>
          each.key === 'roles.manage' ? { key: each.key, name: each.name, roles: ['owner'] } : each,
        ),
      },
    });
    const owner = await plain.addMember({ email: 'o@acme.test', roles: ['owner'] });
    for (const ctx of [plain.asAccount(owner.accountId), plain.asSystem()])
      await assert.rejects(create(ctx, { name: 'Mine' }), isRefusal('not_in_policy'));
    await plain.close();
  });
});
