// What roles of the workspace's own give to people, on a real database: given, counting at once, in their workspace only.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import type { ChangeRole, CreateRole } from '../../shared/contract/roles.ts';
import { directory } from '../../shared/presets/directory.ts';
import { workspaces } from '../../shared/presets/workspaces.ts';
import type { UseCaseContext } from '../context.ts';
import { createInvitations } from '../invitations/create.ts';
import { changeMemberRole } from '../members/change-role.ts';
import { readMembers } from '../members/read.ts';
import { memberById } from '../members/store.ts';
import { checkAccess } from '../permissions/check.ts';
import { isRefusal } from '../testing/refusal.ts';
import type { World } from '../testing/world.ts';
import { accountCaller, createWorld } from '../testing/world.ts';
import { changeRole } from './change.ts';
import { createRole } from './create.ts';
import { deleteRole } from './delete.ts';

type Person = Awaited<ReturnType<World['addMember']>>;

const create = (ctx: UseCaseContext, role: Partial<CreateRole> & { name: string }) =>
  createRole(ctx, { description: '', capabilities: [], idempotencyKey: randomUUID(), ...role });
const change = (ctx: UseCaseContext, role: Omit<ChangeRole, 'idempotencyKey' | 'description'>) =>
  changeRole(ctx, { description: '', idempotencyKey: randomUUID(), ...role });

describe('giving roles of a workspace’s own', () => {
  let world: World;
  let admin: Person;
  let manager: Person;
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
    manager = await person(['people-manager']);
    await person(['admin']);
  });
  after(() => world.close());

  it('D12 W59 a role exists before anybody gets it: a key that was never made is refused everywhere', async () => {
    const who = await person(['viewer']);
    await assert.rejects(give(who, ['custom-nothing-1']), isRefusal('role_unknown'));
    const { results } = await createInvitations(world.asAccount(admin.accountId), {
      addresses: 'd12@acme.test',
      name: 'Dora',
      roles: ['viewer'],
      idempotencyKey: randomUUID(),
    });
    assert.equal(results[0]!.outcome, 'invited');
    await assert.rejects(
      createInvitations(world.asAccount(admin.accountId), {
        addresses: 'd12b@acme.test',
        name: 'Dora',
        roles: ['custom-nothing-1'],
        idempotencyKey: randomUUID(),
      }),
      isRefusal('role_unknown'),
    );
    const made = await create(world.asAccount(admin.accountId), {
      name: 'Reader of all',
      capabilities: ['content.view'],
    });
    assert.match(made.key, /^custom-reader-of-all-\d+$/);
    assert.deepEqual((await give(who, [made.key])).roles, [made.key]);
  });

  it('W9 W13 W34 D2 SEC_A14 a new role, and a right that it gets or loses, counts at the next question', async () => {
    const who = await person(['viewer']);
    const may = async (capability: string) =>
      (await checkAccess(world.asAccount(who.accountId), { who: 'me', capability })).allowed;
    const ctx = world.asAccount(admin.accountId);
    const { key } = await create(ctx, { name: 'Exporter', capabilities: ['report.view'] });
    assert.equal(await may('report.view'), false);
    await give(who, ['viewer', key]);
    assert.deepEqual([await may('report.view'), await may('report.export')], [true, false]);
    await change(ctx, { key, version: 1, name: 'Exporter', capabilities: ['report.export'] });
    assert.deepEqual([await may('report.view'), await may('report.export')], [false, true]);
    await give(who, ['viewer']);
    assert.deepEqual([await may('report.view'), await may('report.export')], [false, false]);
  });

  it('W58 W60 a custom role that manages people does so at once, in its workspace only, and loses it at once', async () => {
    const lead = await person(['viewer']);
    const who = await person(['viewer']);
    const ctx = world.asAccount(admin.accountId);
    const rights = ['team.open', 'members.view', 'members.invite', 'members.manage', 'content.view'];
    const { key } = await create(ctx, { name: 'Team lead', capabilities: rights });
    const { key: helper } = await create(ctx, { name: 'Helper', capabilities: ['content.view'] });
    const asLead = () => world.asAccount(lead.accountId);
    await assert.rejects(give(who, [helper], asLead()), isRefusal('not_granted'));
    await give(lead, [key]);
    assert.deepEqual((await give(who, [helper], asLead())).roles, [helper]);
    // What the lead does not hold, they do not give: neither a role of the policy nor one that was made.
    await assert.rejects(give(who, ['analyst'], asLead()), isRefusal('role_not_yours_to_give'));
    const other = await world.addWorkspace('Other');
    await assert.rejects(
      changeMemberRole(world.as(accountCaller(lead.accountId, world.clock.now), other), {
        memberId: who.id,
        version: 2,
        roles: ['viewer'],
        idempotencyKey: randomUUID(),
      }),
      isRefusal('not_a_member'),
    );
    await change(ctx, { key, version: 1, name: 'Team lead', capabilities: ['content.view'] });
    await assert.rejects(give(who, ['viewer'], asLead()), isRefusal('not_granted'));
  });

  it('W61 W60 a super administrator gives any role of any workspace, from home; an administrator of another one gives none', async () => {
    const home = await world.addWorkspace('Home');
    await world.database.write((sql) =>
      sql.execute({ sql: 'UPDATE workspaces SET home = 1 WHERE id = ?', args: [home] }),
    );
    const root = await world.addMember({
      email: 'root@acme.test',
      roles: ['super-admin'],
      workspaceId: home,
    });
    const local = await world.addMember({ email: 'local@acme.test', roles: ['admin'], workspaceId: home });
    const { key } = await create(world.asAccount(root.accountId), {
      name: 'Made from home',
      capabilities: ['audit.view'],
    });
    const who = await person(['viewer']);
    await assert.rejects(give(who, [key], world.asAccount(local.accountId)), isRefusal('not_a_member'));
    assert.deepEqual((await give(who, [key], world.asAccount(root.accountId))).roles, [key]);
  });

  it('W5 W32 somebody has a built-in and a custom role together: the rights of both, taken away one by one', async () => {
    const who = await person(['viewer']);
    const { key } = await create(world.asAccount(admin.accountId), {
      name: 'Publisher',
      capabilities: ['content.publish'],
    });
    assert.deepEqual((await give(who, ['analyst', key])).roles.toSorted(), ['analyst', key]);
    const { page } = await readMembers(world.asAccount(admin.accountId), {
      filter: { roles: [key] },
      limit: 10,
      sort: { by: 'name', direction: 'ascending' },
    });
    const { rows } = JSON.parse(page) as { rows: { id: string }[] };
    assert.deepEqual(
      rows.map(({ id }) => id),
      [who.id],
    );
    assert.deepEqual((await give(who, [key])).roles, [key]);
  });

  it('W58 who may not make roles makes, changes and deletes none, and learns nothing of which there are', async () => {
    for (const ctx of [
      world.asAccount(manager.accountId),
      world.asAccount((await person(['viewer'])).accountId),
    ]) {
      await assert.rejects(
        create(ctx, { name: 'Mine', capabilities: ['content.view'] }),
        isRefusal('not_granted'),
      );
      for (const key of ['custom-nothing-1', 'admin']) {
        await assert.rejects(
          change(ctx, { key, version: 1, name: 'Mine', capabilities: [] }),
          isRefusal('not_granted'),
        );
        await assert.rejects(
          deleteRole(ctx, { key, version: 1, idempotencyKey: randomUUID() }),
          isRefusal('not_granted'),
        );
      }
    }
  });

  it('D2 D5 W14 a person may do what any of their roles allows, and nothing that none does', async () => {
    const people = await createWorld({ policy: directory });
    const { key } = await create(people.asSystem(), { name: 'Reader', capabilities: ['report.view'] });
    const who = await people.addMember({ email: 'both@acme.test', roles: ['approver', key] });
    const none = await people.addMember({ email: 'none@acme.test', roles: [] });
    const asked = ['request.approve', 'request.file', 'report.view', 'form.design', 'members.view'];
    const answers = async ({ accountId }: Person) => {
      const ctx = people.asAccount(accountId);
      const decisions = asked.map((capability) => checkAccess(ctx, { who: 'me', capability }));
      return (await Promise.all(decisions)).map(({ allowed }) => allowed);
    };
    assert.deepEqual(await answers(who), [true, true, true, false, false]);
    assert.deepEqual(await answers(none), [false, false, false, false, false]);
    await people.close();
  });
});
