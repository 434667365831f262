// The list of members against a naive one in memory: every order, filter, search and way to walk, and what is thrown at it.
import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import fc from 'fast-check';
import { ListMembers } from '../../shared/contract/members.ts';
import type { WorkspaceId } from '../../shared/ids.ts';
import type { Member, MemberPage } from '../../shared/members/member.ts';
import { MEMBER_SORTS } from '../../shared/members/member.ts';
import type { MemberStatus } from '../../shared/policy/can.ts';
import { all, openDatabase, run } from '../db/database.ts';
import type { Person } from '../testing/naive-list.ts';
import { naiveList } from '../testing/naive-list.ts';
import { manyRoles } from '../testing/policies.ts';
import { isRefusal } from '../testing/refusal.ts';
import { describeOnEachStore } from '../testing/stores.ts';
import type { World } from '../testing/world.ts';
import type { MemberQuery } from './list.ts';
import { encodeCursor, listMembers } from './list.ts';

const NAMES = [
  'Ana',
  'Änne',
  'anna',
  'Bo',
  'Łukasz',
  'Jörg',
  'Ωmega',
  '李',
  '😀 Smiley',
  "O'Brien",
  '100%_sure',
  'Anatol Anders',
  '',
  'x*y "z" (q)',
  'van der Ana',
  'bob-ana',
  'Ann',
];
const ROLES = [
  ['owner'],
  ['admin'],
  ['staff'],
  ['member'],
  ['staff', 'member'],
  ['admin', 'staff'],
  ['ghost'],
];
const SEARCHES = [
  'an',
  'a',
  'ana',
  'anna',
  'Ä',
  'ö',
  'lukasz',
  '李',
  '😀',
  "o'b",
  '%',
  '_',
  '100%',
  '*',
  '"',
  'x*y',
  'ana van',
  'bob an',
  'acme',
  'm1',
  '1@acme.test',
  '  ',
  'nobody at all',
  'AND',
  'NEAR(a b)',
  'grams:a',
  '^a',
  '-a',
  ';--',
  '\u0000',
  'a b c d e f g h i j',
];

function people(count: number): Person[] {
  return Array.from({ length: count }, (_, index) => ({
    email: `m${(index * 7919) % count}@acme.test`,
    name: [NAMES[index % NAMES.length]!, NAMES[(index * 5) % 7]!].join(index % 3 === 0 ? ' ' : '').trim(),
    roles: ROLES[(index * 3) % ROLES.length]!,
    status: (index % 4 === 0 ? 'deactivated' : 'active') as MemberStatus,
    lastSignInAt: index % 5 === 0 ? 0 : 1_700_000_000_000 + (index % 11) * 1000,
  }));
}

const filters = fc.record(
  {
    search: fc.constantFrom(...SEARCHES),
    roles: fc.uniqueArray(fc.constantFrom('owner', 'admin', 'staff', 'member', 'ghost', 'unknown'), {
      maxLength: 3,
    }),
    statuses: fc.array(fc.constantFrom<MemberStatus>('active', 'deactivated'), { maxLength: 2 }),
    dormantSince: fc.constantFrom(
      0,
      1,
      ...[0, 1, 5, 10.5, 11].map((second) => 1_700_000_000_000 + second * 1000),
    ),
  },
  { requiredKeys: [] },
);
const sorts = fc.record({
  by: fc.constantFrom(...MEMBER_SORTS),
  direction: fc.constantFrom('ascending' as const, 'descending' as const),
});

describeOnEachStore('the list of members', (makeWorld, store) => {
  let world: World;
  let large: WorkspaceId;
  const sets = new Map<WorkspaceId, Person[]>();
  const isFile = store === 'file';
  before(async () => {
    world = await makeWorld({ policy: manyRoles });
    large = await world.addWorkspace('Large');
    for (const [workspaceId, count] of [
      [world.workspaceId, 230],
      [large, 2300],
    ] as const) {
      sets.set(workspaceId, people(count));
      await world.addMembers(
        sets
          .get(workspaceId)!
          .map((person) => ({ ...person, email: person.email.replace('@', `.${workspaceId.slice(0, 8)}@`) })),
        workspaceId,
      );
      sets.set(
        workspaceId,
        sets
          .get(workspaceId)!
          .map((person) => ({ ...person, email: person.email.replace('@', `.${workspaceId.slice(0, 8)}@`) })),
      );
    }
  });
  after(() => world.close());

  const page = async (workspaceId: WorkspaceId, query: MemberQuery): Promise<MemberPage> =>
    JSON.parse(await listMembers(world.database.read, world.policy, workspaceId, query)) as MemberPage;
  const emails = (rows: readonly Pick<Member, 'email'>[]) => rows.map(({ email }) => email);

  const walk = async (
    workspaceId: WorkspaceId,
    query: MemberQuery,
    way: 'next' | 'previous',
  ): Promise<string[]> => {
    const found: string[] = [];
    let current = await page(workspaceId, query);
    for (;;) {
      if (way === 'next') found.push(...emails(current.rows));
      else found.unshift(...emails(current.rows));
      assert.ok(current.rows.length <= query.limit);
      const cursor = current[way];
      if (cursor === null) return found;
      current = await page(workspaceId, {
        ...query,
        from: way === 'next' ? { after: cursor } : { before: cursor },
      });
    }
  };

  it('SEC_G11 walking forward and back meets every match once, in order, and totals that call themselves exact are', async () => {
    const property = fc.asyncProperty(
      filters,
      sorts,
      fc.integer({ min: 17, max: 200 }),
      async (filter, sort, limit) => {
        const query = { filter, sort, limit };
        const expected = emails(naiveList(sets.get(world.workspaceId)!, query));
        assert.deepEqual(await walk(world.workspaceId, query, 'next'), expected);
        const end = await page(world.workspaceId, {
          ...query,
          from: { position: Math.max(0, expected.length - 3) },
        });
        assert.deepEqual(emails(end.rows), expected.slice(-3));
        assert.deepEqual(
          await walk(
            world.workspaceId,
            { ...query, from: { position: Math.max(0, expected.length - 3) } },
            'previous',
          ),
          expected,
        );
        if (end.total.isExact) assert.equal(end.total.count, expected.length);
      },
    );
    await fc.assert(property, { numRuns: isFile ? 300 : 30 });
  });

  it('a jump lands on the position, and the walk goes on from there without a gap or a double', async () => {
    const property = fc.asyncProperty(
      filters,
      sorts,
      fc.integer({ min: 0, max: 2400 }),
      async (filter, sort, position) => {
        const query = { filter, sort, limit: 150 };
        const expected = emails(naiveList(sets.get(large)!, query));
        const landed = await page(large, { ...query, from: { position } });
        assert.deepEqual(emails(landed.rows), expected.slice(position, position + 150));
        if (expected.length > 0) assert.equal(landed.offset, position);
        if (landed.total.isExact) assert.equal(landed.total.count, expected.length);
        if (landed.next !== null)
          assert.deepEqual(
            emails((await page(large, { ...query, from: { after: landed.next } })).rows),
            expected.slice(position + 150, position + 300),
          );
        if (landed.previous !== null)
          assert.deepEqual(
            emails((await page(large, { ...query, from: { before: landed.previous } })).rows),
            expected.slice(Math.max(0, position - 150), position),
          );
      },
    );
    await fc.assert(property, { numRuns: isFile ? 200 : 20 });
  });

  it('jumps at the same time, of one batch perhaps, do not lead each other astray', async () => {
    const query = {
      filter: { statuses: ['active' as const, 'deactivated' as const] },
      sort: { by: 'email', direction: 'descending' },
      limit: 3,
    } as const;
    // Another reader knows no position yet.
    const other = await openDatabase({ url: world.url });
    const expected = emails(naiveList(sets.get(large)!, query));
    const jumps = await Promise.all(
      [2100, 2200, 1100].map(async (position) => {
        const landed = await listMembers(other.read, world.policy, large, {
          ...query,
          from: { position },
        });
        return { position, rows: (JSON.parse(landed) as MemberPage).rows };
      }),
    );
    for (const { position, rows } of jumps)
      assert.deepEqual(emails(rows), expected.slice(position, position + 3));
    await other.close();
  });

  it('a first page that holds everything knows the exact total, however it was searched', async () => {
    const filter = { search: 'an', roles: ['owner'], statuses: ['deactivated' as const] };
    const expected = naiveList(sets.get(large)!, {
      filter,
      sort: { by: 'name', direction: 'ascending' },
      limit: 200,
    });
    assert.ok(expected.length > 0 && expected.length < 200);
    assert.deepEqual(
      (await page(large, { filter, sort: { by: 'name', direction: 'ascending' }, limit: 200 })).total,
      { count: expected.length, isExact: true },
    );
  });

  it('SEC_E06 a cursor of another workspace or order shows nothing but the own people', async () => {
    const query = { filter: {}, sort: { by: 'name', direction: 'ascending' }, limit: 200 } as const;
    const foreign = (await page(large, query)).next!;
    for (const sort of MEMBER_SORTS) {
      for (const from of [
        { after: foreign },
        { before: foreign },
        { after: encodeCursor([0, 0]) },
        { before: encodeCursor(['', 9]) },
      ]) {
        const { rows } = await page(world.workspaceId, {
          ...query,
          sort: { by: sort, direction: 'ascending' },
          from,
        });
        const own = new Set(emails(sets.get(world.workspaceId)!));
        assert.ok(emails(rows).every((email) => own.has(email)));
      }
    }
  });

  it('SEC_F11 a cursor that is none of ours is refused', async () => {
    const texts = [
      '',
      'x',
      '!!',
      'null',
      '[]',
      '[1]',
      '[1,2,3]',
      '[null,1]',
      '[{},1]',
      '["a",1.5]',
      '["a","b"]',
      '[1e999,1]',
      '["a",1e99]',
      '{"0":1,"1":2}',
      '["__proto__"]',
      '["\\ud800",1]',
    ];
    for (const text of [...texts, ...texts.map((json) => Buffer.from(json).toString('base64url'))]) {
      await assert.rejects(
        page(world.workspaceId, {
          filter: {},
          sort: { by: 'name', direction: 'ascending' },
          limit: 5,
          from: { after: text },
        }),
        isRefusal('input_invalid'),
        text,
      );
    }
  });

  it('SEC_F08 SEC_F11 SEC_G11 the wire refuses a huge page, an unknown sort, half a character and a search of 50,000 characters', () => {
    const refused = [
      { limit: 1e9 },
      { limit: 0 },
      { limit: 1.5 },
      { limit: Number.NaN },
      { sort: { by: 'name" desc;--', direction: 'ascending' } },
      { sort: { by: '__proto__', direction: 'ascending' } },
      { filter: { search: 'x'.repeat(50_000) } },
      { filter: { search: 'a\ud800' } },
      { filter: { roles: ['\udc00'] } },
      { filter: { statuses: ['Active'] } },
      { from: { position: -1 } },
      { from: { position: 1e10 } },
      { from: { after: 'x', before: 'y' } },
      { extra: 1 },
    ];
    for (const input of refused)
      assert.equal(ListMembers.safeParse(input).success, false, JSON.stringify(input));
  });

  it('totals and search index stay right through every change', async () => {
    const workspaceId = await world.addWorkspace('Changing');
    const members = await world.addMembers(
      people(60).map((person, index) => ({ ...person, email: `c${index}@changing.test` })),
      workspaceId,
    );
    const pick = fc.constantFrom(...members.map(({ id }) => id));
    const sql = fc.oneof(
      pick.map((id) => ['DELETE FROM members WHERE id = ?', [id]] as const),
      fc
        .tuple(fc.constantFrom('active', 'deactivated'), pick)
        .map((args) => ['UPDATE members SET status = ? WHERE id = ?', args] as const),
      fc
        .tuple(fc.constantFrom('staff', 'member', 'owner'), pick)
        .map(
          (args) =>
            [
              'INSERT OR IGNORE INTO member_roles (member_seq, workspace_id, role) SELECT seq, workspace_id, ? FROM members WHERE id = ?',
              args,
            ] as const,
        ),
      pick.map(
        (id) =>
          [
            'DELETE FROM member_roles WHERE member_seq = (SELECT seq FROM members WHERE id = ?)',
            [id],
          ] as const,
      ),
    );
    for (const statements of fc.sample(fc.array(sql, { minLength: 10, maxLength: 10 }), isFile ? 20 : 5)) {
      await world.database.write(async (tx) => {
        for (const [text, args] of statements) await run(tx, text, [...args]);
      });
      const kept = await all<object>(
        world.database.read,
        'SELECT status, role, count FROM member_totals WHERE workspace_id = ? AND count <> 0 ORDER BY status, role',
        [workspaceId],
      );
      const real = await all<object>(
        world.database.read,
        `SELECT status, '' AS role, count(*) AS count FROM members WHERE workspace_id = ?1 GROUP BY status
         UNION ALL SELECT m.status, r.role, count(*) FROM member_roles r JOIN members m ON m.seq = r.member_seq WHERE m.workspace_id = ?1 GROUP BY m.status, r.role ORDER BY status, role`,
        [workspaceId],
      );
      assert.deepEqual(
        kept.map((row) => ({ ...row })),
        real.map((row) => ({ ...row })),
      );
    }
    const indexed = await all<{ rowid: number }>(
      world.database.read,
      'SELECT rowid FROM member_grams ORDER BY rowid',
    );
    const existing = await all<{ seq: number }>(world.database.read, 'SELECT seq FROM members ORDER BY seq');
    assert.deepEqual(
      indexed.map((row) => row.rowid),
      existing.map(({ seq }) => seq),
    );
  });
});
