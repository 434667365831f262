// The host's database that follows people, roles and new tables by itself, with nothing but the connection handed over.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { EventEmitter, on } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, it } from 'node:test';
import type { UserAdmin } from '../index.ts';
import { applyRowSecurity, createUserAdmin, tables } from '../index.ts';
import type { Postgres } from '../testing/postgres.ts';
import { describeOnEachPostgres } from '../testing/postgres.ts';

const wish = () => ({ idempotencyKey: randomUUID() });
const OPTIONS = {
  kinds: { table: { tableOf: (key: string) => ({ schema: 'public', table: key }) } },
};

describeOnEachPostgres('a database that follows by itself', (start) => {
  let postgres: Postgres;
  let userAdmin: UserAdmin;
  let folder: string;
  let workspaceId: string;
  let isBroken = false;
  const problems: unknown[] = [];
  const done = new EventEmitter();
  const commits = on(done, 'commit');
  const open = () =>
    createUserAdmin(
      {
        policy: tables,
        database: { url: `file:${join(folder, 'people.db')}` },
        baseUrl: 'http://127.0.0.1:1/people',
        secret: 'a secret for tests only, long enough',
        rowSecurity: {
          query: async (sql, params) => {
            if (isBroken) throw new Error('gone');
            const rows = await postgres.query(sql, params);
            if (sql === 'COMMIT' || sql === 'ROLLBACK') done.emit('commit');
            return rows;
          },
          optionsFor: (id) => (id === workspaceId ? OPTIONS : null),
        },
      },
      { followEvery: 50, onInternalError: (error) => (problems.push(error), done.emit('commit')) },
    );
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'user-admin-'));
    postgres = await start();
    userAdmin = await open();
    workspaceId = (await userAdmin.createOwner({ email: 'ann@acme.example', workspace: 'Acme' })).workspaceId;
    await postgres.query('CREATE TABLE public.orders (note text)', []);
    await postgres.query('CREATE TABLE public.books (note text)', []);
  });
  after(async () => {
    await userAdmin.close();
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const until = async (isSo: () => Promise<boolean>): Promise<void> => {
    while (!(await isSo())) await commits.next();
  };
  const value = async (sql: string): Promise<string> =>
    String(Object.values((await postgres.query(sql, []))[0]!)[0]);
  const people = async () => {
    if ((await value(`SELECT to_regclass('user_admin.person')::text`)) === 'null') return 'none';
    return value(`SELECT coalesce(string_agg(role, ',' ORDER BY role), '') FROM user_admin.person`);
  };
  const mayRead = async (table: string) =>
    (await value(
      `SELECT count(*)::text FROM information_schema.role_table_grants WHERE grantee = 'user_admin_member' AND table_name = '${table}' AND privilege_type = 'SELECT'`,
    )) === '1';
  const register = (key: string) =>
    userAdmin
      .caller(workspaceId)
      .resources.register({ kind: 'table', resources: [{ key, name: key }], ...wish() });
  /** Waits for its turn, and so for what is under way. */
  const settle = () => userAdmin.caller(workspaceId).permissions.drift({ kind: 'table' });

  it('T36 follows who is there and new tables within moments, without a word from anybody', async () => {
    await until(async () => (await people()) === 'user_admin_owner');
    await register('orders');
    await until(() => mayRead('orders'));
  });

  it('T36 leaves a table that somebody changed by hand as it is, to be shown, while it follows the rest', async () => {
    await settle();
    await postgres.query('REVOKE ALL ON public.orders FROM user_admin_member', []);
    const { resources } = await register('books');
    await until(() => mayRead('books'));
    assert.equal(await mayRead('orders'), false);
    await userAdmin.caller(workspaceId).resources.remove({ resourceId: resources[0]!.id, ...wish() });
    await until(async () => !(await mayRead('books')));
    await settle();
    await applyRowSecurity(postgres.query, await userAdmin.accessSnapshot(workspaceId), OPTIONS);
  });

  it('T36 tries again what could not be followed, and follows what happened while nobody ran', async () => {
    isBroken = true;
    await register('books');
    await until(async () => problems.length > 0);
    assert.equal(await mayRead('books'), false);
    isBroken = false;
    await until(() => mayRead('books'));
    await userAdmin.close();
    await postgres.query('DELETE FROM user_admin.person', []);
    userAdmin = await open();
    await until(async () => (await people()) === 'user_admin_owner');
  });
});
