// What the policy is in a workspace: read when it changed, never older than what was seen, and never of another workspace.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { compilePolicy } from '../../shared/policy/compile.ts';
import { tables } from '../../shared/presets/tables.ts';
import { workspaces } from '../../shared/presets/workspaces.ts';
import type { Sql } from '../db/database.ts';
import { checkAccess } from '../permissions/check.ts';
import { isRefusal } from '../testing/refusal.ts';
import type { World } from '../testing/world.ts';
import { createWorld } from '../testing/world.ts';
import { changeRole } from './change.ts';
import { createRole } from './create.ts';
import { createPolicyBook } from './policy-book.ts';

describe('the policy of a workspace', () => {
  let world: World;
  before(async () => (world = await createWorld({ policy: workspaces })));
  after(() => world.close());

  const make = (name: string, workspaceId = world.workspaceId) =>
    createRole(world.as({ kind: 'system' }, workspaceId), {
      name,
      description: '',
      capabilities: ['content.view'],
      idempotencyKey: randomUUID(),
    });
  const rename = (key: string, name: string) =>
    changeRole(world.asSystem(), {
      key,
      version: 1,
      name,
      description: '',
      capabilities: [],
      idempotencyKey: randomUUID(),
    });

  it('reads nothing where no workspace can make roles', async () => {
    const policy = compilePolicy(tables);
    const book = createPolicyBook(policy);
    const nothing = {} as Sql;
    assert.equal(await book.policyIn(nothing, world.workspaceId), policy);
    assert.equal(await book.forCall(world.workspaceId).policyIn(nothing, world.workspaceId), policy);
  });

  it('SEC_E01 a call has the roles of its own workspace, and no other one sees them', async () => {
    const { key } = await make('Ours');
    const other = await world.addWorkspace('Other');
    const ctx = world.asSystem();
    assert.ok(!ctx.policy.roles.has(key), 'nothing was asked yet');
    assert.equal((await ctx.policyIn(ctx.read, other)).roles.has(key), false);
    assert.equal(await ctx.policyIn(ctx.read, world.workspaceId), ctx.policy);
    assert.ok(ctx.policy.roles.has(key) && ctx.policy.holders.get('content.view')!.has(key));
    assert.ok(!(await ctx.policyIn(ctx.read, null)).roles.has(key));
  });

  it('a change that was undone leaves nothing behind, and the one that comes after counts', async () => {
    const { key } = await make('Undone');
    const taken = await make('Taken');
    await assert.rejects(rename(key, 'Taken'), isRefusal('role_name_taken'));
    await assert.rejects(
      world.asSystem().write({ action: 'role.change', input: null }, async (tx) => {
        await tx.sql.execute("UPDATE roles SET name = 'Ghost', version = 9");
        await tx.sql.execute('UPDATE workspaces SET roles_version = roles_version + 1');
        await tx.facts();
        throw new Error('after all not');
      }),
    );
    await rename(key, 'Done');
    const ctx = world.asSystem();
    await ctx.policyIn(ctx.read, world.workspaceId);
    assert.deepEqual(
      [key, taken.key].map((each) => ctx.policy.roles.get(each)!.name),
      ['Done', 'Taken'],
    );
  });

  it('W9 SEC_A14 a role that another server changed counts here at the next call', async () => {
    const { key } = await make('Shared');
    const holder = await world.addMember({ email: 'holder@acme.test', roles: [key] });
    const may = async (capability: string) =>
      (await checkAccess(world.asAccount(holder.accountId), { who: 'me', capability })).allowed;
    assert.equal(await may('content.view'), true);
    const there = await createWorld({ policy: workspaces, url: world.url, workspaceId: world.workspaceId });
    await changeRole(there.asSystem(), {
      key,
      version: 1,
      name: 'Shared',
      description: '',
      capabilities: ['report.view'],
      idempotencyKey: randomUUID(),
    });
    assert.deepEqual([await may('content.view'), await may('report.view')], [false, true]);
    await there.close();
  });

  it('SEC_A14 what was read earlier and arrives later does not undo what is known since', async () => {
    const { key } = await make('Early');
    const ctx = world.asSystem();
    const { promise, resolve } = Promise.withResolvers<void>();
    // A reader that has its answer, and gets it late.
    const late = {
      execute: async (statement: Parameters<Sql['execute']>[0]) => {
        const answer = await world.database.read.execute(statement);
        await promise;
        return answer;
      },
    } as Sql;
    const read = ctx.policyIn(late, world.workspaceId);
    await rename(key, 'Late');
    await ctx.policyIn(ctx.read, world.workspaceId);
    resolve();
    await read;
    assert.equal(ctx.policy.roles.get(key)!.name, 'Late');
    assert.equal((await world.asSystem().policyIn(ctx.read, world.workspaceId)).roles.get(key)!.name, 'Late');
  });
});
