// The database's own row security for tables that are granted to roles, asked by really doing things as each role.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import type { AccountId, MemberId, ResourceId } from '../../shared/ids.ts';
import { tables } from '../../shared/presets/tables.ts';
import { checkAccess } from '../permissions/check.ts';
import { saveGrants } from '../permissions/save.ts';
import { changeMemberRole } from '../members/change-role.ts';
import { deactivateMember } from '../members/switch.ts';
import { removeResource } from '../resources/register.ts';
import { describeOnEachPostgres } from '../testing/postgres.ts';
import type { RowSecurityStage } from '../testing/row-security-stage.ts';
import { attempt, createRowSecurityStage } from '../testing/row-security-stage.ts';
import type { Command } from './options.ts';

const COMMANDS: Readonly<Record<string, readonly Command[]>> = {
  read: ['SELECT'],
  write: ['INSERT', 'UPDATE'],
  delete: ['DELETE'],
};
const ROLES = ['owner', 'admin', 'staff', 'member'] as const;
/** Key of the resource -> the table as a statement names it; the last would end a statement if it were not quoted. */
const TABLES: Readonly<Record<string, string>> = {
  orders: 'shop.orders',
  invoices: 'shop.invoices',
  'Weird "; DROP TABLE shop.orders; --': 'shop."Weird ""; DROP TABLE shop.orders; --"',
};
const MAKE_TABLES = [
  'CREATE ROLE keeper NOLOGIN',
  'CREATE SCHEMA shop AUTHORIZATION keeper',
  ...Object.values(TABLES).flatMap((table) => [
    `CREATE TABLE ${table} (id serial PRIMARY KEY, note text)`,
    `INSERT INTO ${table} (note) VALUES ('first')`,
    `ALTER TABLE ${table} OWNER TO keeper`,
  ]),
  'CREATE TABLE shop.private (id int)',
];
const KINDS = { table: { tableOf: (key: string) => ({ schema: 'shop', table: key }) } };

describeOnEachPostgres('row security of tables', (start, kind) => {
  let stage: RowSecurityStage;
  let ids: Map<string, string>;
  const people = new Map<string | null, { id: MemberId; accountId: AccountId } | null>([[null, null]]);
  before(async () => {
    stage = await createRowSecurityStage(start, tables, KINDS, MAKE_TABLES);
    for (const role of ROLES)
      people.set(role, await stage.world.addMember({ email: `${role}@acme.test`, roles: [role] }));
    ids = await stage.register(
      'table',
      Object.keys(TABLES).map((key) => ({ key })),
    );
  });
  after(() => stage.close());

  it('T36 says beforehand, by every statement, what it would do, and does nothing until it is told to', async () => {
    const plan = await stage.plan();
    assert.deepEqual(
      plan.parts.map(({ name }) => name),
      [
        'foundation',
        'people',
        '"shop"."orders"',
        '"shop"."invoices"',
        '"shop"."Weird ""; DROP TABLE shop.orders; --"',
      ],
    );
    for (const { drift, statements } of plan.parts)
      assert.ok(drift.length > 0 && drift.every(({ isRepaired }) => isRepaired) && statements.length > 0);
    const [row] = await stage.query(
      `SELECT count(*)::text AS made FROM pg_roles WHERE rolname LIKE 'user_admin%'`,
      [],
    );
    assert.deepEqual({ ...row }, { made: '0' });
    assert.equal((await stage.apply()).isInOrder, true);
  });

  /** Saves the grid of one role on one table as the owner, whatever it was. */
  const grant = async (key: string, role: string, actions: readonly string[]): Promise<void> => {
    const boss = stage.world.asAccount(people.get('owner')!.accountId);
    const save = (version: number) =>
      saveGrants(boss, {
        kind: 'table',
        rows: [{ resourceId: ids.get(key) as ResourceId, role, actions: [...actions], version }],
        idempotencyKey: randomUUID(),
      });
    const [first] = (await save(0)).results;
    if (first!.refused === 'changed_meanwhile') await save(first!.row!.version);
  };

  /** Tries everything as everybody, and compares it with what the grid says. */
  const proveAll = async (): Promise<void> => {
    for (const [role, person] of people)
      for (const [key, table] of Object.entries(TABLES))
        for (const [action, commands] of Object.entries(COMMANDS)) {
          const { allowed } = await checkAccess(stage.world.asSystem(), {
            who: person === null ? 'visitor' : { memberId: person.id },
            kind: 'table',
            resource: { key },
            action,
          });
          for (const command of commands) {
            const said = await stage.as(person?.id ?? null, attempt(command, table));
            const what = `${role ?? 'visitor'} ${command} ${table}: ${JSON.stringify(said)}`;
            if (allowed) assert.ok(Array.isArray(said), what);
            else assert.match(String(said), /^permission denied for (table|schema)/, what);
            if (allowed && command === 'SELECT') assert.equal(said.length, 1, what);
          }
        }
  };

  it('T36 lets every role read, write and delete exactly what the grid gives it, visitors too', async () => {
    await proveAll();
    await grant('orders', 'anon', ['read']);
    await grant('orders', 'member', ['write']);
    await grant('invoices', 'staff', ['delete']);
    await grant('invoices', 'member', []);
    assert.equal((await stage.apply()).isInOrder, true);
    await proveAll();
  });

  it('T36 follows any grid, and has nothing to do the second time', async () => {
    const grid = fc.dictionary(
      fc.constantFrom('orders', 'invoices'),
      fc.dictionary(fc.constantFrom('staff', 'member', 'anon'), fc.subarray(['read', 'write', 'delete'])),
    );
    await fc.assert(
      fc.asyncProperty(grid, async (wishes) => {
        for (const [key, roles] of Object.entries(wishes))
          for (const [role, actions] of Object.entries(roles)) await grant(key, role, actions);
        assert.equal((await stage.apply()).isInOrder, true);
        await proveAll();
        const again = await stage.plan();
        assert.deepEqual([again.isInOrder, again.parts.flatMap(({ statements }) => statements)], [true, []]);
      }),
      { numRuns: 4 },
    );
  });

  it('T36 binds the owner of a table too, and whoever signs in without entering as somebody', async () => {
    const as = async (role: string): Promise<unknown> => {
      await stage.run('BEGIN', `SET LOCAL SESSION AUTHORIZATION ${role}`);
      try {
        return (await stage.query('SELECT * FROM shop.orders', [])).length;
      } catch (error) {
        return (error as Error).message;
      } finally {
        await stage.run('ROLLBACK', 'SET SESSION AUTHORIZATION postgres');
      }
    };
    assert.equal(await as('keeper'), 0);
    assert.match(String(await as('app')), /^permission denied/);
  });

  it('SEC_A14 a change of role, and switching somebody off, reach the database with the next run', async () => {
    const boss = stage.world.asAccount(people.get('owner')!.accountId);
    const { id: memberId, version } = await stage.world.addMember({
      email: 'new@acme.test',
      roles: ['admin'],
    });
    assert.match(String(await stage.as(memberId, 'SELECT 1')), /nobody who may come in/);
    await stage.apply();
    assert.equal((await stage.as(memberId, 'SELECT * FROM shop.invoices')).length, 1);
    await grant('invoices', 'member', []);
    const changed = await changeMemberRole(boss, {
      memberId,
      version,
      roles: ['member'],
      idempotencyKey: randomUUID(),
    });
    await stage.apply();
    assert.match(String(await stage.as(memberId, 'SELECT * FROM shop.invoices')), /^permission denied/);
    await deactivateMember(boss, { memberId, version: changed.version, idempotencyKey: randomUUID() });
    await stage.apply();
    assert.match(String(await stage.as(memberId, 'SELECT 1')), /nobody who may come in/);
    assert.match(String(await stage.as('nobody', 'SELECT 1')), /nobody who may come in/);
  });

  it('lets nobody who entered become somebody else through what was made here, or read who is here', async () => {
    const { id } = people.get('staff')!;
    for (const call of [`enter('${people.get('owner')!.id}')`, `role_of('x')`, `seal('a', 'b', 'c')`])
      assert.match(String(await stage.as(id, `SELECT user_admin.${call}`)), /^permission denied/, call);
    assert.deepEqual(await stage.as(id, 'SELECT member FROM user_admin.person'), [{ member: id }]);
    assert.match(String(await stage.as(id, `UPDATE user_admin.person SET role = 'x'`)), /^permission denied/);
    assert.match(String(await stage.as(null, 'SELECT * FROM user_admin.person')), /^permission denied/);
  });

  it('needs no superuser, and keeps to its name where another workspace is in the same database', async () => {
    const [row] = await stage.query('SELECT current_database() AS name', []);
    await stage.run(
      'CREATE ROLE maker LOGIN CREATEROLE',
      `GRANT CREATE ON DATABASE "${String(row!['name'])}" TO maker`,
      'CREATE SCHEMA own AUTHORIZATION maker',
      'CREATE TABLE own.orders (note text)',
      'ALTER TABLE own.orders OWNER TO maker',
      'SET SESSION AUTHORIZATION maker',
    );
    const own = {
      name: 'second',
      kinds: {
        table: { tableOf: (key: string) => (key === 'orders' ? { schema: 'own', table: key } : null) },
      },
    };
    const report = await stage.apply(own);
    const again = await stage.plan(own);
    await stage.run('SET SESSION AUTHORIZATION postgres');
    assert.deepEqual(
      report.parts.flatMap(({ error }) => error ?? []),
      [],
    );
    assert.deepEqual(
      again.parts.flatMap(({ drift }) => drift),
      [],
    );
    assert.equal((await stage.plan()).isInOrder, true);
    await stage.run('BEGIN', 'SET LOCAL SESSION AUTHORIZATION app');
    await stage.query('SELECT second.enter($1::text)', [people.get('owner')!.id]);
    assert.equal((await stage.query('SELECT * FROM own.orders', [])).length, 0);
    await assert.rejects(stage.query('SELECT * FROM shop.orders', []), /^(error|Error): permission denied/);
    await stage.run('ROLLBACK', 'SET SESSION AUTHORIZATION postgres');
  });

  // The one in process has a single connection.
  if (kind === 'real')
    it('T36 comes to the same end where two processes follow at once', async () => {
      await grant('orders', 'member', ['delete']);
      await stage.run('DROP POLICY user_admin_select ON shop.orders', 'DROP SCHEMA user_admin CASCADE');
      const other = await stage.beside!();
      const reports = await Promise.all([stage.apply(), stage.apply({}, undefined, other.query)]);
      other.close();
      assert.deepEqual(
        reports.map(({ isInOrder, parts }) => [isInOrder, parts.flatMap(({ error }) => error ?? [])]),
        [
          [true, []],
          [true, []],
        ],
      );
      await proveAll();
    });

  describe('drift', () => {
    const DISTURBED: readonly [what: string, code: string, ...statements: string[]][] = [
      [
        'row security that was switched off',
        'security_off',
        'ALTER TABLE shop.orders DISABLE ROW LEVEL SECURITY',
      ],
      ['an owner let past it', 'security_not_forced', 'ALTER TABLE shop.orders NO FORCE ROW LEVEL SECURITY'],
      ['a right too many', 'grant_extra', 'GRANT TRUNCATE ON shop.orders TO user_admin_member'],
      ['a right on one column', 'grant_extra', 'GRANT REFERENCES (note) ON shop.orders TO user_admin_anon'],
      [
        'a right to pass on',
        'grant_extra',
        'GRANT SELECT ON shop.orders TO user_admin_owner WITH GRANT OPTION',
      ],
      ['a right taken', 'grant_missing', 'REVOKE SELECT ON shop.orders FROM user_admin_owner'],
      [
        'a policy that was changed',
        'policy_differs',
        'ALTER POLICY user_admin_select ON shop.orders USING (false)',
      ],
      ['a policy given to all', 'policy_differs', 'ALTER POLICY user_admin_delete ON shop.orders TO PUBLIC'],
      ['a policy dropped', 'policy_missing', 'DROP POLICY user_admin_select ON shop.orders'],
      [
        'a policy that was made again by hand',
        'policy_differs',
        'DROP POLICY user_admin_select ON shop.orders',
        'CREATE POLICY user_admin_select ON shop.orders USING (true)',
      ],
      ['a role that may sign in', 'role_powerful', 'ALTER ROLE user_admin_staff LOGIN BYPASSRLS'],
      ['a role that has the rights of another', 'role_joined', 'GRANT user_admin_owner TO user_admin_member'],
      [
        'a function with another body',
        'function_differs',
        `CREATE OR REPLACE FUNCTION user_admin.role_of(member text) RETURNS text LANGUAGE sql AS $$ SELECT 'user_admin_owner' $$`,
      ],
      [
        'a function that all may call',
        'function_differs',
        'GRANT EXECUTE ON FUNCTION user_admin.role_of(text) TO PUBLIC',
      ],
      [
        'a function that one may call who may not',
        'function_differs',
        'GRANT EXECUTE ON FUNCTION user_admin.enter(text) TO user_admin_member',
      ],
      [
        'a function that looks elsewhere',
        'function_differs',
        'ALTER FUNCTION user_admin.role_of(text) RESET search_path',
      ],
      [
        'its own table bound too much',
        'security_forced',
        'ALTER TABLE user_admin.person FORCE ROW LEVEL SECURITY',
      ],
      ['a person raised by hand', 'people_differ', `UPDATE user_admin.person SET role = 'user_admin_owner'`],
      ['a login that may not act', 'login_cannot_act', 'REVOKE user_admin_staff FROM app'],
      [
        'a number that is not counted',
        'grant_missing',
        'REVOKE ALL ON SEQUENCE shop.orders_id_seq FROM user_admin_owner',
      ],
      [
        'a right on a table that is no resource',
        'table_left',
        'GRANT SELECT ON shop.private TO user_admin_anon',
      ],
    ];
    for (const [what, code, ...statements] of DISTURBED)
      it(`T36 shows ${what} and repairs it`, async () => {
        await stage.apply();
        await stage.run(...statements);
        const plan = await stage.plan();
        const codes = plan.parts.flatMap(({ drift }) => drift.map((one) => one.code));
        assert.deepEqual([...new Set(codes)], code === 'table_left' ? [code, 'grant_extra'] : [code]);
        assert.ok(plan.parts.every(({ drift }) => drift.every(({ isRepaired }) => isRepaired)));
        assert.equal((await stage.apply()).isInOrder, true);
        assert.deepEqual(
          (await stage.plan()).parts.flatMap(({ drift }) => drift),
          [],
        );
      });

    it('tells what is not its to repair, and leaves it alone', async () => {
      await stage.apply();
      await stage.run(
        'CREATE POLICY ours ON shop.orders USING (true)',
        'GRANT SELECT ON shop.orders TO PUBLIC',
        'ALTER ROLE app BYPASSRLS',
      );
      const told = ['login_powerful', 'policy_foreign', 'grant_public'].map((code) => ({
        code,
        isRepaired: false,
      }));
      const codes = async () =>
        (await stage.plan()).parts.flatMap(({ drift }) =>
          drift.map(({ code, isRepaired }) => ({ code, isRepaired })),
        );
      assert.deepEqual(await codes(), told);
      assert.equal((await stage.apply()).isInOrder, false);
      assert.deepEqual(await codes(), told);
      await stage.run(
        'DROP POLICY ours ON shop.orders',
        'REVOKE SELECT ON shop.orders FROM PUBLIC',
        'ALTER ROLE app NOBYPASSRLS',
      );
      assert.equal((await stage.apply()).isInOrder, true);
    });

    it('keeps its hands off roles, policies and tables that others made', async () => {
      await stage.run('CREATE ROLE reporter NOLOGIN', 'GRANT SELECT ON shop.orders TO reporter');
      await grant('orders', 'staff', ['read']);
      assert.equal((await stage.apply()).isInOrder, true);
      const [row] = await stage.query(
        `SELECT has_table_privilege('reporter', 'shop.orders', 'SELECT')::text AS reads, (SELECT relrowsecurity FROM pg_class WHERE oid = 'shop.private'::regclass)::text AS closed`,
        [],
      );
      assert.deepEqual({ ...row }, { reads: 'true', closed: 'false' });
    });

    it('builds nothing on a schema or a role that somebody else made', async () => {
      await stage.run('CREATE SCHEMA taken', 'CREATE ROLE other_staff LOGIN');
      for (const [name, code] of [
        ['taken', 'schema_foreign'],
        ['other', 'role_foreign'],
      ] as const) {
        const report = await stage.apply({ name });
        assert.deepEqual([report.isInOrder, report.parts.length], [false, 1]);
        assert.ok(report.parts[0]!.drift.some((drift) => drift.code === code && !drift.isRepaired));
      }
      const [row] = await stage.query(
        `SELECT rolcanlogin::text AS login FROM pg_roles WHERE rolname = 'other_staff'`,
        [],
      );
      assert.deepEqual({ ...row }, { login: 'true' });
    });
  });

  it('T33 T34 brings each table in order by itself: one that fails is told at its place, the others go on', async () => {
    await stage.run('DROP TABLE shop.invoices', 'CREATE VIEW shop.invoices AS SELECT 1 AS id');
    await grant('orders', 'anon', ['delete']);
    const before = await stage.plan();
    assert.equal(before.isInOrder, false);
    const report = await stage.apply();
    assert.equal(report.isInOrder, false);
    const troubled = report.parts.filter(({ drift }) => drift.some(({ isRepaired }) => !isRepaired));
    assert.deepEqual(
      troubled.map(({ name, drift }) => [name, drift.map(({ code }) => code)]),
      [['"shop"."invoices"', ['table_missing']]],
    );
    assert.ok(Array.isArray(await stage.as(null, 'DELETE FROM shop.orders')));
    await stage.run(
      'DROP VIEW shop.invoices',
      'CREATE TABLE shop.invoices (id serial, note text)',
      `INSERT INTO shop.invoices (note) VALUES ('again')`,
    );
    assert.equal((await stage.apply()).isInOrder, true);
    await proveAll();
  });

  it('T33 T34 undoes the whole change of a table that the database refuses, says what it said, and goes on', async () => {
    await stage.run(
      `CREATE FUNCTION shop.refuse() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN
         IF EXISTS (SELECT 1 FROM pg_policies WHERE tablename = 'invoices' AND policyname = 'user_admin_select') THEN RAISE EXCEPTION 'not on my table'; END IF; END $$`,
      'DROP POLICY user_admin_select ON shop.invoices',
      'ALTER TABLE shop.invoices DISABLE ROW LEVEL SECURITY',
      'ALTER TABLE shop.orders DISABLE ROW LEVEL SECURITY',
      `CREATE EVENT TRIGGER refuse ON ddl_command_end WHEN TAG IN ('CREATE POLICY') EXECUTE FUNCTION shop.refuse()`,
    );
    const report = await stage.apply();
    assert.deepEqual(
      report.parts.filter(({ error }) => error !== undefined).map(({ name, error }) => [name, error]),
      [['"shop"."invoices"', 'not on my table']],
    );
    const [row] = await stage.query(
      `SELECT (SELECT relrowsecurity FROM pg_class WHERE oid = 'shop.orders'::regclass)::text AS orders, (SELECT relrowsecurity FROM pg_class WHERE oid = 'shop.invoices'::regclass)::text AS invoices`,
      [],
    );
    assert.deepEqual({ ...row }, { orders: 'true', invoices: 'false' });
    await stage.run('DROP EVENT TRIGGER refuse');
    assert.equal((await stage.apply({}, ['"shop"."invoices"'])).isInOrder, true);
    assert.equal((await stage.plan()).isInOrder, true);
  });

  it('closes a table whose resource was taken away, and keeps it closed', async () => {
    await removeResource(stage.world.asSystem(), {
      resourceId: ids.get('invoices') as ResourceId,
      idempotencyKey: randomUUID(),
    });
    assert.equal((await stage.apply()).isInOrder, true);
    assert.match(
      String(await stage.as(people.get('owner')!.id, 'SELECT * FROM shop.invoices')),
      /^permission denied/,
    );
    assert.equal((await stage.plan()).isInOrder, true);
  });
});
