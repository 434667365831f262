// The filter for a host's own queries says of every row what `permissions.check` says of it.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { createClient } from '@libsql/client';
import { and, eq, like } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/libsql';
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import fc from 'fast-check';
import type { MemberId } from '../../shared/ids.ts';
import type { Policy } from '../../shared/policy/policy.ts';
import type { UserAdmin } from '../index.ts';
import { createUserAdmin, packages, tables } from '../index.ts';
import { isRefusal } from '../testing/refusal.ts';
import { accessible, accessibleKeys } from './accessible.ts';

const things = sqliteTable('things', {
  id: integer().primaryKey(),
  key: text().notNull(),
  note: text().notNull(),
});
const wish = () => ({ idempotencyKey: randomUUID() });
/** Both kinds of granting in one product, so that neither leaks into the other. */
const policy: Policy = {
  ...tables,
  resources: [...tables.resources, { ...packages.resources[0]!, fullRoles: ['owner'] }],
};
const KEYS = ['a', 'b', "c's", 'd%'];

describe('the filter of accessible things', () => {
  let folder: string;
  let userAdmin: UserAdmin;
  let caller: ReturnType<UserAdmin['caller']>;
  let memberId: MemberId;
  const client = createClient({ url: ':memory:' });
  const db = drizzle(client);
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'user-admin-'));
    userAdmin = await createUserAdmin({
      policy,
      database: { url: `file:${join(folder, 'people.db')}` },
      baseUrl: 'http://127.0.0.1:1/people',
      secret: 'a secret for tests only, long enough',
    });
    const operator = userAdmin.caller(null).workspaces;
    const workspace = await operator.create({
      name: 'Acme',
      hostKeyId: (await operator.createHostKey({ name: 'Host', ...wish() })).id,
      owner: { email: 'boss@acme.example' },
      ...wish(),
    });
    caller = userAdmin.caller(workspace.id);
    await client.execute(
      'CREATE TABLE things (id INTEGER PRIMARY KEY, key TEXT NOT NULL, note TEXT NOT NULL)',
    );
    for (const kind of ['table', 'package']) {
      const resources = KEYS.map((key) => ({ key, name: key }));
      await caller.resources.register({ kind, resources, ...wish() });
    }
    for (const key of [...KEYS, 'unregistered']) await db.insert(things).values({ key, note: `of ${key}` });
    memberId = workspace.ownerId;
  });
  after(async () => {
    await userAdmin.close();
    client.close();
    await rm(folder, { recursive: true, force: true });
  });

  type Question = Parameters<typeof accessible>[2];
  const seen = async (question: Question): Promise<string[]> => {
    const rows = await db
      .select()
      .from(things)
      .where(await accessible(caller, things.key, question));
    return rows.map(({ key }) => key).toSorted();
  };
  const allowed = async (question: Question): Promise<string[]> => {
    const keys: string[] = [];
    for (const key of [...KEYS, 'unregistered']) {
      const decision = await caller.permissions.check({ ...question, resource: { key } });
      if (decision.allowed) keys.push(key);
    }
    return keys.toSorted();
  };

  it('P32 shows exactly the rows to which the check says yes, whoever asks for whatever', async () => {
    const asked = fc.oneof(
      fc.record({ kind: fc.constant('table'), action: fc.constantFrom('read', 'write', 'delete') }),
      fc.record({ kind: fc.constant('package'), action: fc.constant('use') }),
    );
    const who = fc.constantFrom(
      { role: 'owner' } as const,
      { role: 'staff' } as const,
      { role: 'member' } as const,
      { role: 'gone' } as const,
      'visitor' as const,
      { memberId: 'nobody-is-this' as MemberId },
    );
    await fc.assert(
      fc.asyncProperty(asked, who, async (question, of) => {
        assert.deepEqual(await seen({ ...question, who: of }), await allowed({ ...question, who: of }));
      }),
      { numRuns: 40 },
    );
    assert.deepEqual(await seen({ who: { memberId }, kind: 'package', action: 'use' }), KEYS.toSorted());
    assert.deepEqual(await seen({ who: { role: 'staff' }, kind: 'package', action: 'use' }), []);
  });

  it('goes together with other conditions', async () => {
    const only = await accessible(caller, things.key, {
      who: { role: 'member' },
      kind: 'table',
      action: 'read',
    });
    const rows = await db
      .select()
      .from(things)
      .where(and(only, like(things.note, 'of c%'), eq(things.id, 3)));
    assert.deepEqual(
      rows.map(({ key }) => key),
      ["c's"],
    );
  });

  it('reads many keys page by page', async () => {
    for (let batch = 0; batch < 5; batch++)
      await caller.resources.register({
        kind: 'table',
        resources: Array.from({ length: 500 }, (_, index) => ({
          key: `many-${batch}-${index}`,
          name: 'Same name',
        })),
        ...wish(),
      });
    const keys = await accessibleKeys(caller, { who: { role: 'owner' }, kind: 'table', action: 'delete' });
    assert.equal(new Set(keys).size, 2500 + KEYS.length);
    assert.equal(keys.length, 2500 + KEYS.length);
    assert.deepEqual(await accessibleKeys(caller, { who: 'visitor', kind: 'table', action: 'read' }), []);
  });

  it('refuses what the policy does not know, like the check', async () => {
    for (const [question, code] of [
      [{ who: { role: 'owner' }, kind: 'none', action: 'read' }, 'not_in_policy'],
      [{ who: { role: 'owner' }, kind: 'table', action: 'drop' }, 'input_invalid'],
      [{ who: 'me', kind: 'table', action: 'read' }, 'input_invalid'],
    ] as const)
      await assert.rejects(accessibleKeys(caller, question), (error: Error) => isRefusal(code)(error.cause));
  });
});
