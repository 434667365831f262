// Taking the list of people along: exactly who is shown, by pages, noted in the trail.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import type { ExportMembers } from '../../shared/contract/files.ts';
import type { AccountId } from '../../shared/ids.ts';
import type { ExportedMember } from '../../shared/members/export.ts';
import { exportColumns } from '../../shared/members/export.ts';
import { compilePolicy } from '../../shared/policy/compile.ts';
import { collaborators } from '../../shared/presets/collaborators.ts';
import { directory } from '../../shared/presets/directory.ts';
import { packages } from '../../shared/presets/packages.ts';
import type { UseCaseContext } from '../context.ts';
import { first } from '../db/database.ts';
import { isRefusal } from '../testing/refusal.ts';
import type { World } from '../testing/world.ts';
import { createWorld } from '../testing/world.ts';
import { exportMembers } from './export.ts';
import { listMembers } from './list.ts';

const SORT = { by: 'name', direction: 'ascending' } as const;

describe('exporting people', () => {
  let world: World;
  let owner: AccountId;
  let asOwner: UseCaseContext;
  before(async () => {
    world = await createWorld({ policy: collaborators });
    owner = (await world.addMember({ email: 'olga@c.test', name: '=Olga', roles: ['owner'] })).accountId;
    asOwner = world.asAccount(owner);
    await world.addMembers(
      Array.from({ length: 1200 }, (_, n) => ({
        email: `p${n}@c.test`,
        name: `Person ${n}`,
        roles: [n % 3 === 0 ? 'viewer' : 'editor'],
        lastSignInAt: n % 2 === 0 ? world.clock.now : 0,
      })),
    );
  });
  after(() => world.close());

  async function exported(over: Partial<ExportMembers> = {}, ctx = asOwner): Promise<ExportedMember[]> {
    const rows: ExportedMember[] = [];
    let after: string | undefined;
    do {
      const page = await exportMembers(ctx, {
        filter: {},
        sort: SORT,
        ...over,
        ...(after !== undefined && { after }),
        idempotencyKey: randomUUID(),
      });
      rows.push(...page.rows);
      after = page.next ?? undefined;
    } while (after !== undefined);
    return rows;
  }

  for (const [what, filter] of [
    ['everybody', {}],
    ['a role', { roles: ['viewer'] }],
    ['a search', { search: 'person 11' }],
    ['who has not signed in for long', { dormantSince: 1000 }],
  ] satisfies readonly (readonly [string, ExportMembers['filter']])[])
    it(`holds exactly ${what}, in the order of the list, each once (W44)`, async () => {
      const wanted: Pick<ExportMembers, 'filter'> = { filter };
      const rows = await exported(wanted);
      const listed: string[] = [];
      for (let position = 0; ; position += 200) {
        const query = { ...wanted, sort: SORT, limit: 200, from: { position } };
        const page = JSON.parse(
          await listMembers(world.database.read, world.policy, world.workspaceId, query),
        ) as { rows: { id: string }[] };
        if (page.rows.length === 0) break;
        listed.push(...page.rows.map(({ id }) => id));
      }
      assert.ok(listed.length > 0);
      assert.deepEqual(
        rows.map(({ id }) => id),
        listed,
      );
    });

  it('is noted once, with how many and by which filter; what was searched for can be erased (W15, SEC_L10)', async () => {
    await exported({ filter: { search: 'person', roles: ['viewer'] } });
    const entry = await first<{ seq: number; action: string; after: string }>(
      world.database.read,
      'SELECT seq, action, after FROM audit ORDER BY seq DESC LIMIT 1',
    );
    assert.equal(entry!.action, 'members.export');
    assert.deepEqual(JSON.parse(entry!.after), { count: 400, filter: { roles: ['viewer'] } });
    const personal = await first<{ data: string }>(
      world.database.read,
      'SELECT data FROM audit_personal WHERE seq = ?',
      [entry!.seq],
    );
    assert.equal((JSON.parse(personal!.data) as { search: string }).search, 'person');
    const before = entry!.seq;
    await exported();
    const last = await first<{ seq: number }>(world.database.read, 'SELECT max(seq) AS seq FROM audit');
    assert.equal(last!.seq, before + 1, 'three pages, one entry');
  });

  it('is for who may see people, of their own workspace (SEC_E06)', async () => {
    const { accountId } = await world.addMember({ email: 'viewer@c.test', roles: ['viewer'] });
    await assert.rejects(exported({}, world.asAccount(accountId)), isRefusal('not_granted'));
    await assert.rejects(exported({}, world.as({ kind: 'anonymous' })), isRefusal('not_signed_in'));
    const other = await world.addWorkspace();
    const boss = await world.addMember({ email: 'boss@o.test', roles: ['owner'], workspaceId: other });
    const rows = await exported({}, world.asAccount(boss.accountId, other));
    assert.deepEqual(
      rows.map(({ email }) => email),
      ['boss@o.test'],
    );
    const { next } = await exportMembers(asOwner, { filter: {}, sort: SORT, idempotencyKey: randomUUID() });
    const beyond = await exportMembers(world.asAccount(boss.accountId, other), {
      filter: {},
      sort: SORT,
      after: next!,
      idempotencyKey: randomUUID(),
    });
    assert.ok(
      beyond.rows.every(({ email }) => email === 'boss@o.test'),
      'nor by a cursor',
    );
  });
});

describe('the columns of a file of people', () => {
  const heads = (policy: Parameters<typeof compilePolicy>[0]) =>
    exportColumns(compilePolicy(policy))
      .map(({ head }) => head)
      .slice(0, -3);
  it('follow the policy', () => {
    assert.deepEqual(heads(collaborators), ['E-mail', 'Name', 'Username', 'Roles', 'External ID']);
    assert.deepEqual(heads(packages), ['E-mail', 'Name', 'Roles', 'Status', 'Assigned', 'External ID']);
    assert.deepEqual(heads(directory), [
      'E-mail',
      'First name',
      'Last name',
      'Username',
      'Department',
      'Roles',
      'Status',
      'External ID',
    ]);
  });
});
