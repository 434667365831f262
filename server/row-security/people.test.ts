// The database's own row security for things that are granted to people, asked by really doing things as each of them.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import type { MemberId, ResourceId } from '../../shared/ids.ts';
import { packages } from '../../shared/presets/packages.ts';
import { tables } from '../../shared/presets/tables.ts';
import { run } from '../db/database.ts';
import { assignResources } from '../permissions/assign.ts';
import { checkAccess } from '../permissions/check.ts';
import { readSnapshot } from '../permissions/snapshot.ts';
import { saveGrants } from '../permissions/save.ts';
import { describeOnEachPostgres } from '../testing/postgres.ts';
import type { RowSecurityStage } from '../testing/row-security-stage.ts';
import { createRowSecurityStage } from '../testing/row-security-stage.ts';
import { applyRowSecurity } from './row-security.ts';
import type { RowSecurityOptions } from './options.ts';

const KEYS = ['alpha', 'beta', "gamma's"];
const MAKE_TABLES = [
  'CREATE SCHEMA shop',
  'CREATE TABLE shop.packages (id text PRIMARY KEY, owner_id text, note text)',
  'CREATE TABLE shop.files (package_id text, note text)',
];
const KINDS: RowSecurityOptions['kinds'] = {
  package: {
    commands: { use: ['SELECT', 'INSERT', 'UPDATE', 'DELETE'] },
    rowsIn: [
      { schema: 'shop', table: 'packages', key: 'id', owner: 'owner_id' },
      { schema: 'shop', table: 'files', key: 'package_id' },
    ],
  },
};

describeOnEachPostgres('row security of packages', (start) => {
  let stage: RowSecurityStage;
  let ids: Map<string, string>;
  const people: MemberId[] = [];
  before(async () => {
    stage = await createRowSecurityStage(start, packages, KINDS, MAKE_TABLES);
    for (const [email, role] of [
      ['boss', 'admin'],
      ['maker', 'user'],
      ['given', 'user'],
      ['nobody', 'user'],
    ] as const)
      people.push((await stage.world.addMember({ email: `${email}@acme.test`, roles: [role] })).id);
    ids = await stage.register(
      'package',
      KEYS.map((key) => ({ key })),
    );
    for (const key of KEYS) {
      await stage.query(`INSERT INTO shop.packages VALUES ($1::text, NULL, 'first')`, [key]);
      await stage.query(`INSERT INTO shop.files VALUES ($1::text, 'file')`, [key]);
    }
    assert.equal((await stage.apply()).isInOrder, true);
  });
  after(() => stage.close());

  const own = async (key: string, owner: MemberId | null): Promise<void> => {
    await stage.world.database.write((tx) =>
      run(tx, 'UPDATE resources SET owner_id = ? WHERE id = ?', [owner, ids.get(key)!]),
    );
    await stage.query('UPDATE shop.packages SET owner_id = $1::text WHERE id = $2::text', [owner, key]);
  };
  const assign = async (memberId: MemberId, keys: readonly string[]): Promise<void> => {
    const [row] = (
      await stage.world.database.read.execute({
        sql: 'SELECT version FROM members WHERE id = ?',
        args: [memberId],
      })
    ).rows;
    await assignResources(stage.world.asSystem(), {
      memberId,
      version: Number(row!['version']),
      kind: 'package',
      resourceIds: keys.map((key) => ids.get(key) as ResourceId),
      idempotencyKey: randomUUID(),
    });
  };
  const setStatus = (memberId: MemberId, status: string): Promise<void> =>
    stage.world.database.write(async (tx) => {
      await run(tx, 'UPDATE members SET status = ? WHERE id = ?', [status, memberId]);
    });

  /** Asks everything of everybody, and compares it with what the product says. */
  const proveAll = async (): Promise<void> => {
    for (const memberId of people) {
      const allowed: string[] = [];
      for (const key of KEYS) {
        const decision = await checkAccess(stage.world.asSystem(), {
          who: { memberId },
          kind: 'package',
          resource: { key },
          action: 'use',
        });
        if (decision.allowed) allowed.push(key);
      }
      const keysOf = async (sql: string): Promise<unknown> => {
        const said = await stage.as(memberId, sql);
        return typeof said === 'string' ? [] : said.map((row) => (row as { key: string }).key).toSorted();
      };
      for (const sql of [
        'SELECT id AS key FROM shop.packages',
        'SELECT package_id AS key FROM shop.files',
        `UPDATE shop.packages SET note = 'changed' RETURNING id AS key`,
        'DELETE FROM shop.packages RETURNING id AS key',
        'DELETE FROM shop.files RETURNING package_id AS key',
      ])
        assert.deepEqual(await keysOf(sql), allowed.toSorted(), `${memberId} ${sql}`);
    }
  };

  it('P32 opens a package to admins, to who made it and to whom it was given, and to nobody else', async () => {
    const [, maker, given] = people;
    await own('alpha', maker!);
    await assign(given!, ['beta', "gamma's"]);
    await stage.apply();
    await proveAll();
    const counts: number[] = [];
    for (const id of people) counts.push((await stage.as(id, 'SELECT id FROM shop.packages')).length);
    assert.deepEqual(counts, [3, 1, 2, 0]);
  });

  it('P32 says the same as the product whoever made, was given or was switched off what', async () => {
    const who = fc.constantFrom(1, 2, 3);
    const world = fc.record({
      owners: fc.dictionary(fc.constantFrom(...KEYS), fc.option(who)),
      given: fc.dictionary(who.map(String), fc.subarray(KEYS)),
      off: fc.uniqueArray(fc.constantFrom(0, 1, 2), { maxLength: 2 }),
    });
    await fc.assert(
      fc.asyncProperty(world, async ({ owners, given, off }) => {
        for (const key of KEYS) await own(key, owners[key] == null ? null : people[owners[key]]!);
        for (const [index, keys] of Object.entries(given)) await assign(people[Number(index)]!, keys);
        for (const index of off) await setStatus(people[index]!, 'deactivated');
        assert.equal((await stage.apply()).isInOrder, true);
        await proveAll();
        assert.equal((await stage.plan()).isInOrder, true);
        for (const id of people) await setStatus(id, 'active');
      }),
      { numRuns: 6 },
    );
  });

  it('P32 lets people make packages of their own, and none in the name of somebody else', async () => {
    const [boss, maker, given] = people;
    await stage.apply();
    const make = (member: MemberId, owner: MemberId): Promise<readonly object[] | string> =>
      stage.as(member, `INSERT INTO shop.packages VALUES ('new', $1::text, '') RETURNING id`, [owner]);
    assert.deepEqual(await make(maker!, maker!), [{ id: 'new' }]);
    assert.match(String(await make(maker!, given!)), /row-level security policy/);
    assert.deepEqual(await make(boss!, given!), [{ id: 'new' }]);
  });

  it('P32 lets nobody who only uses a package make it their own or another one', async () => {
    const [boss, , given] = people;
    await assign(given!, ['beta']);
    await stage.apply();
    for (const column of ['owner_id', 'id'])
      assert.match(
        String(
          await stage.as(given!, `UPDATE shop.packages SET ${column} = $1::text WHERE id = 'beta'`, [given]),
        ),
        /^permission denied/,
      );
    assert.ok(
      Array.isArray(await stage.as(boss!, `UPDATE shop.packages SET owner_id = 'x' WHERE id = 'beta'`)),
    );
    await stage.run('ALTER TABLE shop.packages ADD COLUMN extra text');
    assert.equal((await stage.plan()).isInOrder, false);
    assert.equal((await stage.apply()).isInOrder, true);
    assert.ok(
      Array.isArray(await stage.as(given!, `UPDATE shop.packages SET extra = 'x' WHERE id = 'beta'`)),
    );
  });

  it('opens nothing to a role without a person, nor to one who is switched off but named all the same', async () => {
    const [, maker] = people;
    await assign(maker!, []);
    for (const key of KEYS) await own(key, key === 'alpha' ? maker! : null);
    await stage.query(`UPDATE shop.packages SET owner_id = '' WHERE id = 'beta'`, []);
    await setStatus(maker!, 'deactivated');
    await stage.apply();
    const seen = async (member: string): Promise<number> => {
      await stage.run('BEGIN', 'SET LOCAL ROLE user_admin_user');
      await stage.query(`SELECT set_config('user_admin.member', $1::text, true)`, [member]);
      const { length } = await stage.query('SELECT * FROM shop.packages', []);
      await stage.run('ROLLBACK');
      return length;
    };
    assert.deepEqual([await seen(''), await seen(maker!)], [0, 0]);
    assert.match(String(await stage.as(null, 'SELECT 1')), /nobody who may come in/, 'there are no visitors');
    await setStatus(maker!, 'active');
    await stage.apply();
    assert.equal(await seen(maker!), 1);
    await own('beta', null);
  });

  it('writes of what people were given only what changed', async () => {
    const [, maker, given] = people;
    await assign(maker!, ['alpha']);
    await assign(given!, ['beta']);
    await stage.apply();
    const written = async () =>
      stage.query(
        `SELECT member, resource, xmin::text AS by FROM user_admin.assignment WHERE member = $1::text`,
        [given],
      );
    const before = await written();
    await assign(maker!, ['alpha', "gamma's"]);
    await stage.run(`DELETE FROM user_admin.assignment WHERE member = '${maker!}'`);
    const { parts } = await stage.plan();
    assert.deepEqual(
      parts.flatMap(({ name, drift }) => drift.map(({ code, what }) => [name, code, what])),
      [['people', 'assignments_differ', '"user_admin".assignment lacks 2 and has 0 too many']],
    );
    await stage.apply({}, ['people']);
    assert.deepEqual(await written(), before);
    assert.equal((await stage.plan()).isInOrder, true);
  });

  it("knows people by the host's own ids where the host says so", async () => {
    const world = stage.world.asSystem();
    const snapshot = await readSnapshot(world);
    const [, , given] = people;
    const named = {
      ...snapshot,
      people: snapshot.people.map((person) => ({
        ...person,
        subject: person.memberId === given ? 'person-7' : null,
      })),
    };
    const options = { kinds: KINDS, people: 'subject', logins: ['app'] } as const;
    assert.equal((await applyRowSecurity(stage.query, named, options)).isInOrder, true);
    assert.deepEqual(await stage.as('person-7', 'SELECT id FROM shop.packages'), [{ id: 'beta' }]);
    assert.match(String(await stage.as(given!, 'SELECT 1')), /nobody who may come in/);
    await stage.apply();
  });
});

describeOnEachPostgres('row security where people have several roles', (start) => {
  let stage: RowSecurityStage;
  before(async () => {
    const policy = { ...tables, rolesPerMember: 'many' } as const;
    stage = await createRowSecurityStage(
      start,
      policy,
      { table: { tableOf: (key) => ({ schema: 'shop', table: key }) } },
      ['CREATE SCHEMA shop', 'CREATE TABLE shop.orders (id int, note text)'],
    );
  });
  after(() => stage.close());

  it('T36 gives whoever has several roles what they hold together, and whoever has none nothing', async () => {
    const boss = await stage.world.addMember({ email: 'boss@acme.test', roles: ['owner'] });
    const both = await stage.world.addMember({ email: 'both@acme.test', roles: ['member', 'staff'] });
    const none = await stage.world.addMember({ email: 'none@acme.test', roles: ['gone'] });
    const ids = await stage.register('table', [{ key: 'orders' }]);
    await saveGrants(stage.world.asAccount(boss.accountId), {
      kind: 'table',
      rows: [
        { resourceId: ids.get('orders') as ResourceId, role: 'staff', actions: ['delete'], version: 0 },
        { resourceId: ids.get('orders') as ResourceId, role: 'member', actions: ['read'], version: 0 },
      ],
      idempotencyKey: randomUUID(),
    });
    assert.equal((await stage.apply()).isInOrder, true);
    assert.ok(Array.isArray(await stage.as(both.id, 'SELECT * FROM shop.orders')));
    assert.ok(Array.isArray(await stage.as(both.id, 'DELETE FROM shop.orders')));
    assert.match(String(await stage.as(both.id, `UPDATE shop.orders SET note = ''`)), /^permission denied/);
    assert.match(String(await stage.as(none.id, 'SELECT * FROM shop.orders')), /^permission denied/);
    assert.equal((await stage.plan()).isInOrder, true);
  });
});

describe('the options of row security', () => {
  it('are refused with their place where they cannot work', async () => {
    const never = (): never => assert.fail('asked the database');
    const snapshot = { entry: 0, policy: tables, people: [], resources: [] };
    const tableOf = () => null;
    const wrong: [RowSecurityOptions, RegExp][] = [
      [{ kinds: {}, name: 'Bad name' }, /^name: /],
      [{ kinds: {}, name: 'pg_mine' }, /^name: /],
      [{ kinds: { view: { tableOf } } }, /^kinds\.view: /],
      [{ kinds: { table: { rowsIn: [] } } }, /^kinds\.table: /],
    ];
    for (const [options, message] of wrong)
      await assert.rejects(applyRowSecurity(never, snapshot, options), { name: 'RowSecurityError', message });
    await assert.rejects(
      applyRowSecurity(
        never,
        { entry: 0, policy: packages, people: [], resources: [] },
        {
          kinds: { package: { rowsIn: [{ schema: 'a', table: 'b', key: 'c' }] } },
        },
      ),
      { message: /^kinds\.package\.commands: say what "use" stands for/ },
    );
  });
});
