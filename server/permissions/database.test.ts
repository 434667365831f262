// The host's database beside the grid, through the product: what differs, bringing it in order, and following each saved row.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, it } from 'node:test';
import type { ResourceId } from '../../shared/ids.ts';
import type { DriftedPart } from '../../shared/permissions/database.ts';
import type { UseCaseContext } from '../context.ts';
import { all } from '../db/database.ts';
import { OptionsError, createUserAdmin, tables } from '../index.ts';
import { registerResources, removeResource } from '../resources/register.ts';
import type { RowSecurityOptions } from '../row-security/options.ts';
import type { Postgres } from '../testing/postgres.ts';
import { describeOnEachPostgres } from '../testing/postgres.ts';
import { isRefusal } from '../testing/refusal.ts';
import type { World } from '../testing/world.ts';
import { createWorld } from '../testing/world.ts';
import { readDrift } from './drift.ts';
import { accessSource } from './follow.ts';
import { repairDatabase } from './repair.ts';
import { saveGrants } from './save.ts';

const wish = () => ({ idempotencyKey: randomUUID() });
const kinds = { table: { tableOf: (key: string) => ({ schema: 'shop', table: key }) } };
const NAMES = { orders: 'Orders', invoices: 'Invoices', books: 'Books' };

describeOnEachPostgres('the database of the grid', (start, where) => {
  let postgres: Postgres;
  let world: World;
  let boss: UseCaseContext;
  let ids: Map<string, ResourceId>;
  const told: string[] = [];
  /** Workspace -> what the host says of it. */
  const places = new Map<string, RowSecurityOptions>();
  before(async () => {
    postgres = await start();
    world = await createWorld({
      rowSecurity: { query: postgres.query, optionsFor: (id) => places.get(id) ?? null },
      onInternalError: (error) => told.push(String(error)),
    });
    places.set(world.workspaceId, { kinds });
    await run('CREATE ROLE app LOGIN NOINHERIT', 'CREATE SCHEMA shop');
    for (const key of Object.keys(NAMES)) await run(`CREATE TABLE shop.${key} (id serial, note text)`);
    const { accountId } = await world.addMember({ email: 'boss@acme.test', roles: ['owner'] });
    boss = world.asAccount(accountId);
    ids = await register(world.asSystem());
  });
  after(async () => {
    await world.close();
    await postgres.stop();
  });

  const run = async (...statements: readonly string[]): Promise<void> => {
    for (const statement of statements) await postgres.query(statement, []);
  };
  const register = async (ctx: UseCaseContext): Promise<Map<string, ResourceId>> => {
    const resources = Object.entries(NAMES).map(([key, name]) => ({ key, name }));
    const made = await registerResources(ctx, { kind: 'table', resources, ...wish() });
    return new Map(made.resources.map(({ key, id }) => [key, id]));
  };
  const drift = async () => (await readDrift(boss, { kind: 'table' }))!;
  /** What differs: the table, or the part that is none, with the codes. */
  const codes = async () =>
    Object.fromEntries(
      (await drift()).parts.map(({ part, key, differences }: DriftedPart) => [
        key || part,
        differences.map(({ code }) => code),
      ]),
    );
  const repair = async (...keys: string[]) =>
    Object.fromEntries(
      (await repairDatabase(boss, { kind: 'table', tables: keys, ...wish() })).parts.map(
        ({ part, key, refused }) => [key || part, refused ?? 'in order'],
      ),
    );
  const save = async (changes: Record<string, string[]>, role = 'staff') =>
    (
      await saveGrants(boss, {
        kind: 'table',
        rows: await Promise.all(
          Object.entries(changes).map(async ([key, actions]) => {
            const [grant] = await all<{ version: number }>(
              world.database.read,
              'SELECT g.version FROM grants g JOIN resources r ON r.seq = g.resource_seq WHERE r.id = ? AND g.role = ?',
              [ids.get(key)!, role],
            );
            return { resourceId: ids.get(key)!, role, actions, version: grant?.version ?? 0 };
          }),
        ),
        ...wish(),
      })
    ).results;
  const may = async (role: string, table: string, right: string): Promise<string> =>
    String(
      (
        await postgres.query('SELECT has_table_privilege($1::name, $2::text, $3::text)::text AS may', [
          `user_admin_${role}`,
          `shop.${table}`,
          right,
        ])
      )[0]!['may'],
    );

  it('T36 shows everything that is not built yet, builds it, and then has nothing to tell', async () => {
    const { tables: count, parts, differing } = await drift();
    assert.deepEqual([count, differing], [3, parts.length]);
    assert.deepEqual(
      parts.map(({ part, key, name }) => [part, key, name]),
      [
        ['foundation', '', ''],
        ['people', '', ''],
        ['table', 'orders', 'Orders'],
        ['table', 'invoices', 'Invoices'],
        ['table', 'books', 'Books'],
      ],
    );
    assert.deepEqual(await repair('orders', 'invoices', 'books'), {
      foundation: 'in order',
      people: 'in order',
      orders: 'in order',
      invoices: 'in order',
      books: 'in order',
    });
    assert.deepEqual(await codes(), {});
    assert.equal(await may('staff', 'orders', 'SELECT'), 'true');
  });

  it('T36 shows what was changed by hand, table by table, in facts and not in the words of the database', async () => {
    await run(
      'ALTER TABLE shop.orders DISABLE ROW LEVEL SECURITY',
      'DROP POLICY user_admin_select ON shop.invoices',
      'GRANT TRUNCATE, DELETE ON shop.books TO user_admin_anon',
      'REVOKE SELECT ON shop.books FROM user_admin_staff',
      'CREATE POLICY theirs ON shop.books USING (true)',
    );
    const { parts } = await drift();
    assert.deepEqual(
      parts.map(({ key, resourceId, differences }) => [key, resourceId, differences]),
      [
        ['orders', ids.get('orders'), [{ code: 'security_off', isRepaired: true }]],
        [
          'invoices',
          ids.get('invoices'),
          [
            {
              code: 'policy_missing',
              isRepaired: true,
              holders: [['owner'], ['admin'], ['staff'], ['member']],
              rights: ['read'],
            },
          ],
        ],
        [
          'books',
          ids.get('books'),
          [
            { code: 'policy_foreign', isRepaired: false, names: ['theirs'] },
            { code: 'grant_missing', isRepaired: true, holders: [['staff']], rights: ['read'] },
            { code: 'grant_extra', isRepaired: true, holders: [['anon']], rights: ['delete', 'more'] },
          ],
        ],
      ],
    );
    assert.doesNotMatch(JSON.stringify(parts), /ALTER|GRANT|POLICY|user_admin|shop/);
  });

  it('T33 T36 repairs the table that is asked for and no other, and notes it in the trail', async () => {
    assert.deepEqual(await repair('orders'), {
      foundation: 'in order',
      people: 'in order',
      orders: 'in order',
    });
    assert.deepEqual(Object.keys(await codes()), ['invoices', 'books']);
    const [entry] = await all<{ after: string; actor: string }>(
      world.database.read,
      `SELECT after, actor_kind AS actor FROM audit WHERE action = 'permissions.repair' ORDER BY seq DESC LIMIT 1`,
      [],
    );
    assert.deepEqual(JSON.parse(entry!.after), {
      kind: 'table',
      repaired: ['orders'],
      unrepaired: [],
      names: { orders: 'Orders' },
    });
    assert.deepEqual(await repair('invoices', 'books'), {
      foundation: 'in order',
      people: 'in order',
      invoices: 'in order',
      books: 'in order',
    });
    assert.deepEqual(await codes(), { books: ['policy_foreign'] }, 'what others made is left to them');
    await run('DROP POLICY theirs ON shop.books');
    assert.deepEqual([await codes(), await may('anon', 'books', 'DELETE')], [{}, 'false']);
  });

  it('T33 T34 repairs each table by itself: one that fails has its reason, the others go on', async () => {
    await run(
      `CREATE FUNCTION shop.refuse() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN
         IF EXISTS (SELECT 1 FROM pg_policies WHERE tablename = 'invoices' AND policyname = 'user_admin_select') THEN RAISE EXCEPTION 'not on my table'; END IF; END $$`,
      'DROP POLICY user_admin_select ON shop.invoices',
      'ALTER TABLE shop.orders DISABLE ROW LEVEL SECURITY',
      'ALTER TABLE shop.books RENAME TO away',
      `CREATE EVENT TRIGGER refuse ON ddl_command_end WHEN TAG IN ('CREATE POLICY') EXECUTE FUNCTION shop.refuse()`,
    );
    told.length = 0;
    const { foundation, people, away, ...results } = await repair('invoices', 'orders', 'books');
    assert.deepEqual([foundation, people, away], ['in order', 'in order', undefined]);
    assert.deepEqual(results, {
      invoices: 'database_refused',
      orders: 'in order',
      books: 'database_differs',
      '"shop"."away"': 'in order',
    });
    assert.match(told.join('\n'), /"shop"\."invoices": not on my table/, 'the reason is in the log');
    assert.deepEqual(await codes(), { invoices: ['policy_missing'], books: ['table_missing'] });
    await run('DROP EVENT TRIGGER refuse', 'ALTER TABLE shop.away RENAME TO books');
    await repair('invoices', 'books');
    assert.deepEqual(await codes(), {});
  });

  it(
    'T34 leaves a table alone that somebody else holds, and says so',
    { skip: where !== 'real' },
    async () => {
      await run(
        'ALTER TABLE shop.orders DISABLE ROW LEVEL SECURITY',
        'DROP POLICY user_admin_select ON shop.books',
      );
      const beside = await postgres.connect!();
      for (const statement of ['BEGIN', 'LOCK TABLE shop.orders']) await beside.query(statement, []);
      const { orders, books } = await repair('orders', 'books');
      assert.deepEqual([orders, books], ['database_table_busy', 'in order']);
      await beside.query('COMMIT', []);
      beside.close();
      assert.equal((await repair('orders'))['orders'], 'in order');
    },
  );

  it('T34 T36 follows each saved row at once; where the database does not, the row says why and stays saved', async () => {
    await run('ALTER TABLE shop.books RENAME TO away');
    const results = await save({ orders: ['read', 'delete'], books: [] });
    assert.deepEqual(
      results.map(({ refused, unfollowed, row }) => [refused, unfollowed, row?.actions]),
      [
        [undefined, undefined, ['read', 'delete']],
        [undefined, 'database_differs', []],
      ],
    );
    assert.equal(await may('staff', 'orders', 'DELETE'), 'true');
    await run('ALTER TABLE shop.away RENAME TO books');
    assert.equal(await may('staff', 'books', 'SELECT'), 'true', 'not followed yet');
    await repair('books');
    assert.equal(await may('staff', 'books', 'SELECT'), 'false');
  });

  it('T34 says so where the database is gone, and goes on saving', async () => {
    const gone = await createWorld({
      url: world.url,
      workspaceId: world.workspaceId,
      rowSecurity: {
        query: () => Promise.reject(new Error('connection lost: password=hunter2')),
        optionsFor: () => ({ kinds }),
      },
      onInternalError: (error) => told.push(String(error)),
    });
    const ctx = gone.as(boss.caller);
    const unavailable = isRefusal('database_unavailable');
    await assert.rejects(readDrift(ctx, { kind: 'table' }), unavailable);
    const { results } = await saveGrants(ctx, {
      kind: 'table',
      rows: [{ resourceId: ids.get('invoices')!, role: 'member', actions: [], version: 0 }],
      ...wish(),
    });
    assert.deepEqual(
      results.map(({ unfollowed, row }) => [unfollowed, row?.version]),
      [['database_unavailable', 1]],
    );
    assert.doesNotMatch(JSON.stringify(results), /hunter2/);
    await gone.close();
    assert.deepEqual(await codes(), { invoices: ['policy_differs', 'grant_extra'] });
    await repair('invoices');
  });

  it('SEC_A01 is shown to who may see permissions, and repaired by who may save them', async () => {
    const { accountId } = await world.addMember({ email: 'staff@acme.test', roles: ['staff'] });
    const staff = world.asAccount(accountId);
    await assert.rejects(readDrift(staff, { kind: 'table' }), isRefusal('not_granted'));
    await run('ALTER TABLE shop.orders DISABLE ROW LEVEL SECURITY');
    await assert.rejects(
      repairDatabase(staff, { kind: 'table', tables: ['orders'], ...wish() }),
      isRefusal('not_granted'),
    );
    assert.deepEqual(await codes(), { people: ['people_differ'], orders: ['security_off'] });
    await repair('orders');
  });

  it('SEC_E01 tells nothing where a workspace has no database, and takes no other’s', async () => {
    const other = await world.addWorkspace('Other');
    const own = world.as({ kind: 'system' }, other);
    await register(own);
    assert.equal(await readDrift(own, { kind: 'table' }), null);
    await assert.rejects(
      repairDatabase(own, { kind: 'table', tables: ['orders'], ...wish() }),
      isRefusal('database_not_managed'),
    );
    places.set(other, { kinds });
    told.length = 0;
    await assert.rejects(
      repairDatabase(own, { kind: 'table', tables: ['orders'], ...wish() }),
      isRefusal('database_unavailable'),
    );
    assert.match(told.join(), /the name user_admin is that of the workspace/);
    places.delete(other);
    assert.deepEqual(await codes(), {});
  });

  it('T36 knows a table by what PostgreSQL keeps of a long name, and tells of one that is no resource any more', async () => {
    const key = 'test rides booked through the website by people without an account';
    await run(`CREATE TABLE shop."${key}" (note text)`);
    const { resources } = await registerResources(world.asSystem(), {
      kind: 'table',
      resources: [{ key, name: 'Test rides' }],
      ...wish(),
    });
    assert.deepEqual(Object.keys(await codes()), [key]);
    assert.equal((await repair(key))[key], 'in order');
    assert.deepEqual(await codes(), {});
    await removeResource(world.asSystem(), { resourceId: resources[0]!.id, ...wish() });
    const kept = `shop.${key.slice(0, 63)}`;
    assert.deepEqual(
      (await drift()).parts.map(({ part, name, differences }) => [part, name, differences]),
      [['left', kept, [{ code: 'table_left', isRepaired: true }]]],
    );
    await repair();
    assert.deepEqual(await codes(), {});
  });

  it('brings about what holds when it is its turn, not what held before', async () => {
    const { follower } = boss;
    const source = accessSource(boss, world.workspaceId);
    let rounds = 0;
    const late = {
      isOld: source.isOld,
      snapshot: async () => {
        const snapshot = await source.snapshot();
        // Another process saves, and is done with following, between what was read here and what is done with it.
        if (rounds++ === 0) {
          const elsewhere = await createWorld({ url: world.url, workspaceId: world.workspaceId });
          await saveGrants(elsewhere.as(boss.caller), {
            kind: 'table',
            rows: [{ resourceId: ids.get('orders')!, role: 'member', actions: [], version: 0 }],
            ...wish(),
          });
          await elsewhere.close();
        }
        return snapshot;
      },
    };
    await follower!.follow(world.workspaceId, late, {
      kind: 'table',
      isMeant: () => true,
      isWhole: false,
    });
    assert.deepEqual([rounds, await may('member', 'orders', 'SELECT'), await codes()], [2, 'false', {}]);
  });

  it('says at the start which option cannot work', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'user-admin-'));
    const open = (rowSecurity: unknown) =>
      createUserAdmin({
        policy: tables,
        database: { url: `file:${join(folder, 'people.db')}` },
        baseUrl: 'http://127.0.0.1:1/people',
        secret: 'a secret for tests only, long enough',
        rowSecurity: rowSecurity as { query: Postgres['query']; optionsFor: () => RowSecurityOptions },
      });
    const { query } = postgres;
    await assert.rejects(open({ query: 'postgres://', optionsFor: null }), (error: OptionsError) =>
      /- rowSecurity\.query: must be a function\n- rowSecurity\.optionsFor: must be a function/.test(
        error.message,
      ),
    );
    const first = await open({ query, optionsFor: () => ({ kinds }) });
    await first.createOwner({ email: 'ann@acme.example', workspace: 'Acme' });
    await first.close();
    for (const [options, says] of [
      [{ kinds: { parcel: kinds.table } }, /optionsFor: kinds\.parcel: the policy has no such kind/],
      [{ kinds, name: 'Bad name' }, /optionsFor: name: at most 30/],
      [{ kinds: { table: { rowsIn: [] } } }, /optionsFor: kinds\.table: granted to roles/],
      [{}, /optionsFor: must give options with their kinds, or null/],
    ] as const)
      await assert.rejects(
        open({ query, optionsFor: () => options }),
        (error) => error instanceof OptionsError && says.test(error.message),
      );
    await rm(folder, { recursive: true, force: true });
  });
});
