// The host's database beside what people are granted themselves, through the product: what differs, and bringing it in order.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, it } from 'node:test';
import { packages } from '../../shared/presets/packages.ts';
import type { UseCaseContext } from '../context.ts';
import { registerResources } from '../resources/register.ts';
import type { Postgres } from '../testing/postgres.ts';
import { describeOnEachPostgres } from '../testing/postgres.ts';
import { isRefusal } from '../testing/refusal.ts';
import type { World } from '../testing/world.ts';
import { createWorld } from '../testing/world.ts';
import { readDrift } from './drift.ts';
import { repairDatabase } from './repair.ts';

const wish = () => ({ idempotencyKey: randomUUID() });
const kinds = {
  package: {
    commands: { use: ['SELECT', 'UPDATE'] },
    rowsIn: [
      { schema: 'shop', table: 'packages', key: 'id', owner: 'owner_id' },
      { schema: 'shop', table: 'files', key: 'package_id' },
    ],
  },
} as const;

describeOnEachPostgres('the database of what people are granted', (start) => {
  let postgres: Postgres;
  let world: World;
  let boss: UseCaseContext;
  let user: UseCaseContext;
  before(async () => {
    postgres = await start();
    world = await createWorld({
      policy: packages,
      rowSecurity: { query: postgres.query, optionsFor: () => ({ kinds }) },
    });
    for (const statement of [
      'CREATE SCHEMA shop',
      'CREATE TABLE shop.packages (id text PRIMARY KEY, owner_id text, note text)',
      'CREATE TABLE shop.files (package_id text, note text)',
    ])
      await postgres.query(statement, []);
    boss = world.asAccount((await world.addMember({ email: 'boss@p.test', roles: ['admin'] })).accountId);
    user = world.asAccount((await world.addMember({ email: 'user@p.test', roles: ['user'] })).accountId);
    const resources = [{ key: 'alpha', name: 'Alpha' }];
    await registerResources(world.asSystem(), { kind: 'package', resources, ...wish() });
  });
  after(async () => {
    await world.close();
    await postgres.stop();
  });

  it('P32 is shown to whoever has everything, and brought in order by them table by table', async () => {
    const look = async () => (await readDrift(boss, { kind: 'package' }))!;
    const { parts } = await look();
    const tables = parts.flatMap(({ part, key }) => (part === 'table' ? [key] : []));
    assert.equal(tables.length, 2);
    const repaired = await repairDatabase(boss, { kind: 'package', tables, ...wish() });
    assert.deepEqual(
      repaired.parts.flatMap(({ refused }) => refused ?? []),
      [],
    );
    assert.deepEqual((await look()).parts, []);
    for (const table of ['packages', 'files'])
      await postgres.query(`ALTER TABLE shop.${table} DISABLE ROW LEVEL SECURITY`, []);
    const named = async () => (await look()).parts.map(({ name }) => name).toSorted();
    assert.deepEqual(await named(), ['shop.files', 'shop.packages']);
    const [files] = (await look()).parts.filter(({ name }) => name === 'shop.files');
    await repairDatabase(boss, { kind: 'package', tables: [files!.key], ...wish() });
    assert.deepEqual(await named(), ['shop.packages']);
  });

  it('P32 is brought in order by nobody who only has some of it', async () => {
    await assert.rejects(
      repairDatabase(user, { kind: 'package', tables: [], ...wish() }),
      isRefusal('not_granted'),
    );
  });
});
