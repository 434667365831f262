// A PostgreSQL that is kept in step by a running user administration.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { EventEmitter, on } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, it } from 'node:test';
import { createUserAdmin, tables } from '../index.ts';
import { describeOnEachPostgres } from '../testing/postgres.ts';
import { keepRowSecurity } from './keep.ts';
import type { RowSecurityReport } from './row-security.ts';

const wish = () => ({ idempotencyKey: randomUUID() });

describeOnEachPostgres('keeping row security', (start) => {
  /** What has to be let go of in the end, the last first. */
  const undo: (() => Promise<unknown>)[] = [];
  after(async () => {
    for (const job of undo.toReversed()) await job();
  });

  it('T36 follows each change by itself, repairs what is changed by hand, and goes on after a failure', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'user-admin-'));
    undo.push(() => rm(folder, { recursive: true, force: true }));
    const postgres = await start();
    undo.push(() => postgres.stop());
    const userAdmin = await createUserAdmin({
      policy: tables,
      database: { url: `file:${join(folder, 'people.db')}` },
      baseUrl: 'http://127.0.0.1:1/people',
      secret: 'a secret for tests only, long enough',
    });
    undo.push(() => userAdmin.close());
    const { workspaceId } = await userAdmin.createOwner({ email: 'ann@acme.example', workspace: 'Acme' });
    const caller = userAdmin.caller(workspaceId);
    await postgres.query('CREATE TABLE public.orders (note text)', []);
    const told = new EventEmitter();
    const tellings = on(told, 'told');
    const heard = async (): Promise<RowSecurityReport | Error> =>
      ((await tellings.next()).value as [RowSecurityReport | Error])[0];
    let isBroken = false;
    const keeping = keepRowSecurity(
      userAdmin,
      workspaceId,
      (sql, params) => (isBroken ? Promise.reject(new Error('gone')) : postgres.query(sql, params)),
      { kinds: { table: { tableOf: (key) => ({ schema: 'public', table: key }) } } },
      {
        every: 1,
        onReport: (report) => told.emit('told', report),
        onError: (error) => told.emit('told', error),
      },
    );
    undo.push(() => keeping.stop());
    const reads = async (): Promise<unknown> =>
      (
        await postgres.query(
          `SELECT has_table_privilege('user_admin_member', 'public.orders', 'SELECT')::text AS reads`,
          [],
        )
      )[0]!['reads'];
    const changed = (report: RowSecurityReport | Error): string[] => {
      assert.ok(!(report instanceof Error), String(report));
      assert.equal(report.isInOrder, true);
      return report.parts.filter(({ drift }) => drift.length > 0).map(({ name }) => name);
    };
    assert.ok(changed(await heard()).includes('foundation'));

    const orders = { kind: 'table', resources: [{ key: 'orders', name: 'Orders' }] };
    const { resources } = await caller.resources.register({ ...orders, ...wish() });
    assert.deepEqual(changed(await heard()), ['"public"."orders"']);
    assert.equal(String(await reads()), 'true');

    await postgres.query('REVOKE ALL ON public.orders FROM user_admin_member', []);
    assert.deepEqual(changed(await heard()), ['"public"."orders"']);
    assert.equal(String(await reads()), 'true');

    isBroken = true;
    await caller.resources.remove({ resourceId: resources[0]!.id, ...wish() });
    const broken = await heard();
    assert.ok(!(broken instanceof Error) && !broken.isInOrder);
    assert.deepEqual(
      broken.parts.map(({ name, error }) => [name, error]),
      [['foundation', 'gone']],
    );
    isBroken = false;
    assert.deepEqual(changed(await heard()), ['"public"."orders"']);
    assert.equal(String(await reads()), 'false');
  });
});
