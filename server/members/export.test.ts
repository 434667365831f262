// Taking the list of people along: exactly who is shown, by pages, noted in the trail.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { CursorInput } from '../../shared/contract/base.ts';
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
    await assert.rejects(
      exportMembers(world.asAccount(boss.accountId, other), {
        filter: {},
        sort: SORT,
        after: next!,
        idempotencyKey: randomUUID(),
      }),
      isRefusal('input_invalid'),
      'nor by a cursor',
    );
  });

  it('goes on only from a page that stands in the trail, for who took it, by the same filter, and not for long (SEC_L01, W15)', async () => {
    const admin = await world.addMember({ email: 'second@c.test', roles: ['owner'] });
    const listed = JSON.parse(
      await listMembers(world.database.read, world.policy, world.workspaceId, {
        filter: {},
        sort: SORT,
        limit: 1,
      }),
    ) as { next: string };
    const forged = [
      '',
      listed.next,
      Buffer.from(JSON.stringify(['', 0])).toString('base64url'),
      Buffer.from(JSON.stringify([world.clock.now, ['', 0]])).toString('base64url'),
      `v1.${Buffer.alloc(60).toString('base64url')}`,
    ];
    const last = async () =>
      (await first<{ seq: number }>(world.database.read, 'SELECT max(seq) AS seq FROM audit'))!.seq;
    const before = await last();
    const page = (over: Partial<ExportMembers>, ctx = asOwner) =>
      exportMembers(ctx, { filter: {}, sort: SORT, idempotencyKey: randomUUID(), ...over });
    for (const after of forged) await assert.rejects(page({ after }), isRefusal('input_invalid'), after);
    assert.equal(await last(), before, 'none of them brought anybody along');
    const firstKey = randomUUID();
    const { next } = await page({ idempotencyKey: firstKey });
    const after = next!;
    for (const [what, over, ctx] of [
      ['another filter', { after, filter: { roles: ['viewer'] } }, asOwner],
      ['another order', { after, sort: { by: 'email', direction: 'ascending' } }, asOwner],
      ['another person', { after }, world.asAccount(admin.accountId)],
      ['the operator', { after }, world.asSystem()],
      ['an altered one', { after: `${after.slice(0, -2)}${after.endsWith('AA') ? 'BB' : 'AA'}` }, asOwner],
    ] as const)
      await assert.rejects(page(over as Partial<ExportMembers>, ctx), isRefusal('input_invalid'), what);
    assert.ok(!Buffer.from(after.slice(3), 'base64url').toString('latin1').includes('person'));
    assert.equal((await page({ after })).rows.length, 500);
    assert.equal(await last(), before + 1);
    world.clock.now += 60 * 60 * 1000;
    await assert.rejects(page({ after }), isRefusal('input_invalid'), 'an hour later');
    await assert.rejects(page({ idempotencyKey: firstKey }), isRefusal('idempotency_mismatch'));
    assert.equal(await last(), before + 1);
  });

  it('goes on however long names are', async () => {
    const long = await createWorld({ policy: collaborators });
    const boss = await long.addMember({ email: 'boss@l.test', name: 'A', roles: ['owner'] });
    await long.addMembers(
      Array.from({ length: 600 }, (_, n) => ({
        email: `${'e'.repeat(50)}${n}@l.test`,
        name: `${'\u{10FFFD}'.repeat(95)}${n}`,
        roles: ['viewer'],
      })),
    );
    const ctx = long.asAccount(boss.accountId);
    const wish = { filter: {}, sort: SORT, idempotencyKey: randomUUID() };
    const { next } = await exportMembers(ctx, wish);
    assert.ok(CursorInput.safeParse(next).success, `${next!.length} characters`);
    assert.equal((await exportMembers(ctx, { ...wish, after: next! })).rows.length, 101);
    await long.close();
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
